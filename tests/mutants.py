"""Programs with one mistake: `python -m tests.mutants FOLDER... --count N --seed S [--out FOLDER]`.

Takes programs from the folders at random and changes each in one or two places, as a learner's slip or an edit half done would:
tokens left out, swapped, put in or renamed; another type, another literal; a `&`, `mut` or `.clone()` gone; lines doubled, moved
or lost; a variable moved, borrowed or dropped where it wasn't. Then asks crabwalk and the rustc at hand about each, as
`tests.compare` does; `--out` keeps the programs.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from pathlib import Path
from random import Random
from typing import Final

from tests.compare import judge

_TOKEN: Final = re.compile(
    r"//[^\n]*|/\*.*?\*/|r#*\".*?\"#*|b?\"(?:\\.|[^\"\\])*\"|b?'(?:\\.[^']*|[^'\\])'|'[A-Za-z_]\w*|[A-Za-z_]\w*|\d[\w.]*"
    r"|::|->|=>|==|!=|<=|>=|&&|\|\||\.\.=|\.\.|[-+*/%&|^]=|\s+|.",
    re.DOTALL,
)
_LET: Final = re.compile(r"^\s*let (?:mut )?(\w+)\b[^;{]*;\s*(//.*)?$")
_STATEMENT: Final = re.compile(r"^\s+[^/#\s].*;\s*(//.*)?$")
_LITERALS: Final = (
    '"x"',
    "-1",
    "1.5",
    "'c'",
    "true",
    "()",
    "300",
    "None",
    "&1",
    "vec![1]",
    "String::new()",
    "[0; 3]",
    "(1, 2)",
    "1u8",
)
_TYPES: Final = (
    "i32", "u8", "f64", "String", "str", "&str", "()", "_", "Self", "Vec<i32>", "Box<i32>", "&mut i32", "[i32]", "[u8; 2]",
    "fn()", "T", "impl Copy", "dyn Copy", "Undefined", "(i32, u8)", "Box<dyn Fn()>",
)  # fmt: skip
_INSERTED: Final = (
    "&", "&mut ", "*", "mut ", "!", "-", "move ", "ref ", "dyn ", "'a ", "::", ".clone()", "?", ";", ",", "(", ")", "{", "}",
    "<", ">", "return ", "self", "unsafe ", "const ", "async ", "pub ", "&'static ",
)  # fmt: skip
_DROPPED: Final = frozenset((
    "mut", "ref", "move", "pub", "unsafe", "dyn", "impl", "const", "static", "self", "where", "let", "fn", "&", "*", "?", ";",
    ",", "derive", "use", "match", "return", "as", "for", "loop", "while", "if", "else", "struct", "enum", "trait", "'a",
))  # fmt: skip
_USES: Final = (
    ("drop({v});", ""), ("let _r = &{v};", "let _ = _r;"), ("let _r = &mut {v};", "let _ = _r;"), ("let _c = {v}.clone();", ""),
    ("let _m = {v};", ""), ("let _m = || {{ let _y = &{v}; }};", "_m();"), ("let _m = move || {{ let _y = &{v}; }};", "_m();"),
    ("let mut _m = || {{ let _y = &mut {v}; }};", "_m();"), ("let ref mut _r = {v};", "let _q = _r;"),
    ("for _x in &{v} {{}}", ""), ("match {v} {{ _y => {{}} }}", ""),
    ("loop {{ let _y = {v}; break; }}", ""), ("if true {{ drop({v}); }}", ""),
    ("let _r = std::mem::take(&mut {v});", ""),
)  # fmt: skip


def mutate(text: str, random: Random) -> str:
    """The program with one change; the same text if the one that was drawn doesn't apply to it."""
    draw = random.random()
    if draw < 0.2:
        return _lines(text, random)
    if draw < 0.45:
        return _variables(text, random)
    return _tokens(text, random)


def _lines(text: str, random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    line = lines[at]
    match random.choice(("lose", "double", "move")):
        case "lose":
            del lines[at]
        case "double":
            lines.insert(at, line)
        case _:
            del lines[at]
            lines.insert(max(0, at + random.choice((-2, -1, 1, 2))), line)
    return "\n".join(lines)


def _variables(text: str, random: Random) -> str:
    """A use of a variable after its `let`, which ends some lines later."""
    lines = text.split("\n")
    lets = [(at, found[1]) for at, line in enumerate(lines) if (found := _LET.match(line)) and found[1] != "_"]
    if not lets:
        return text
    at, name = random.choice(lets)
    places = [i for i in range(at, min(at + 14, len(lines))) if _STATEMENT.match(lines[i])]
    begin = random.choice(places or [at])
    end = random.choice([place for place in places if place >= begin] or [begin])
    first, last = random.choice(_USES)
    indent = lines[begin][: len(lines[begin]) - len(lines[begin].lstrip())]
    if last:
        lines.insert(end + 1, indent + last)
    lines.insert(begin + 1, indent + first.format(v=name))
    return "\n".join(lines)


def _tokens(text: str, random: Random) -> str:
    tokens = _TOKEN.findall(text)
    written = [i for i, token in enumerate(tokens) if token.strip() and not token.startswith(("//", "/*"))]
    names = [i for i in written if tokens[i].isidentifier()]
    if len(written) < 2 or not names:
        return text
    at = random.choice(written)
    match random.choice(("lose", "lose word", "rename", "rename", "swap", "insert", "insert", "literal", "type", "type")):
        case "lose":
            tokens[at] = ""
        case "lose word":
            words = [i for i in written if tokens[i] in _DROPPED]
            tokens[random.choice(words or [at])] = ""
        case "rename":
            tokens[random.choice(names)] = tokens[random.choice(names)]
        case "swap":
            other = written[written.index(at) - 1]
            tokens[at], tokens[other] = tokens[other], tokens[at]
        case "insert":
            tokens[at] = random.choice(_INSERTED) + tokens[at]
        case "literal":
            literals = [i for i in written if tokens[i][0].isdigit() or tokens[i][0] == '"']
            tokens[random.choice(literals or [at])] = random.choice(_LITERALS)
        case _:
            types = [i for i in names if tokens[i][0].isupper() or tokens[i] in _TYPES]
            tokens[random.choice(types or names)] = random.choice(_TYPES)
    return "".join(tokens)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, help="keep the programs in this folder")
    options = parser.parse_args()
    random = Random(options.seed)
    files = sorted(file for folder in options.folders for file in folder.rglob("*.rs") if 60 < file.stat().st_size < 7000)
    if not files:
        parser.error("there are no programs in these folders")
    kinds: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.out or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        while kinds.total() < options.count:
            file = random.choice(files)
            text = mutated = file.read_text()
            for _ in range(random.choice((1, 1, 1, 2))):
                mutated = mutate(mutated, random)
            if mutated == text:
                continue
            program = folder / f"mutant_{options.seed}_{kinds.total():04}_{file.stem}.rs"
            program.write_text(mutated)
            kind = judge(program)
            kinds[kind] += 1
            if kind not in ("agree", "exact", "unsupported"):
                print(f"{kind:14} {program.name}")
    print(", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))


if __name__ == "__main__":
    main()
