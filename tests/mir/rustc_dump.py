"""rustc's MIR beside ours: dumps brought to one form, so that graphs can be compared block by block.

What is compared: every statement and terminator with its places, operands and targets. What is not: the types in projections,
names of callees and aggregates, which fake read it is, how unwinding out of cleanup is written.

`python -m tests.mir.rustc_dump` records tests/mir/rustc/*.mir anew from the rustc on this machine (SimplifyCfg-initial is the
MIR that borrowck gets, before promotion).
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path

SOURCES = Path(__file__).parent / "rustc"
OPERATORS = (
    "Add|Sub|Mul|AddWithOverflow|SubWithOverflow|MulWithOverflow|Eq|Ne|Lt|Le|Gt|Ge|Not|Neg|BitAnd|BitOr|BitXor|Shl|Shr|Div|Rem"
)
OPERANDS = re.compile(r"(?:copy|move) \S+|const [^,})]+")
NESTED = r"(?:[^()]|\((?:[^()]|\([^()]*\))*\))*"


def _without_field_types(text: str) -> str:
    """`(_1.0: (A, B))` becomes `(_1.0)`."""
    out, at = [], 0
    for field in re.finditer(r"\.(\d+): ", text):
        if field.start() < at:
            continue
        out.append(text[at : field.start()] + "." + field.group(1))
        at, depth = field.end(), 0
        while at < len(text):
            char = text[at]
            if char in "([{<":
                depth += 1
            elif char in ")]}>" and text[at - 1] != "-":
                if depth == 0:
                    break
                depth -= 1
            at += 1
    return "".join(out) + text[at:]


def normalise(line: str) -> str:
    """One line of a dump in the common form."""
    text = _without_field_types(re.sub(r"\s+// .*", "", line.strip().rstrip(";")))
    text = text.replace("terminate(cleanup)", "continue").replace("&two_phase mut", "&mut").replace("&uniq ", "&mut ")
    text = text.replace("&fake shallow", "&fake").replace("i32::MIN", "-2147483648")
    text = re.sub(r"FakeRead\(([\w ]+)(\(.*?\)\)*)?, (?=_|\()", "FakeRead(", text)
    text = re.sub(r"AscribeUserType\(([^,]*), .*", r"AscribeUserType(\1)", text)
    if " = " in text and not text.startswith("assert"):
        place, _, value = text.partition(" = ")
        call = re.fullmatch(rf"(.*?)(\({NESTED}\)) -> (.*)", value)
        operator = re.match(rf"({OPERATORS})\(", value)
        if call:
            text = f"{place} = call{call.group(2)} -> {call.group(3)}"
        elif not operator and not re.match(r"copy|move|const|&|discriminant|\[|\(", value):
            text = f"{place} = aggregate " + " ".join(operand.rstrip(",})") for operand in OPERANDS.findall(value))
    text = re.sub(r" as [^()]*( \((\w+).*\))?$", " as cast", text)
    text = re.sub(r"const (-?\d+)_\w+", r"const \1", text)
    text = re.sub(r"assert\((.*?), \".*?\"(.*)\) ->", r"assert(\1) ->", text)
    return text.replace("[return: ", "[")


def blocks_of(dump: str) -> list[str]:
    """The blocks of a dumped body, line by line."""
    lines = []
    for line in dump[dump.index("    bb0: {") :].split("\n"):
        if line.startswith("}"):
            break
        if line.strip():
            lines.append(normalise(line))
    return lines


def record(source: Path) -> str:
    """What rustc makes of a file: each function's name and normalised blocks."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["rustc", "--edition", "2021", "--crate-type", "lib", "-Zdump-mir=SimplifyCfg-initial"]
        command += [f"-Zdump-mir-dir={folder}", "-Zmir-include-spans=off", "-Awarnings", "-o", f"{folder}/out", str(source)]
        subprocess.run(command, check=True, env={**os.environ, "RUSTC_BOOTSTRAP": "1"})
        parts = []
        for dump in sorted(Path(folder).glob("*SimplifyCfg-initial.after.mir")):
            name = dump.name.split(".")[1]
            parts.append("\n".join([f"== {name}", *blocks_of(dump.read_text())]))
    return "\n\n".join(parts) + "\n"


def recorded(source: Path) -> dict[str, list[str]]:
    """The recorded blocks by function."""
    parts = source.with_suffix(".mir").read_text().split("\n\n")
    return {lines[0].removeprefix("== "): lines[1:] for lines in (part.strip().split("\n") for part in parts)}


def main() -> None:
    """Record all expectations anew."""
    for source in sorted(SOURCES.glob("*.rs")):
        source.with_suffix(".mir").write_text(record(source))


if __name__ == "__main__":
    main()
