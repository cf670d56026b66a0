"""`crabwalk explain`: what an error code means, in plain words, with a program that has the error.

In: a code. Out: the text of `explanations/CODE.md`; its rust block is the program that `--walk` opens.
"""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent / "explanations"


def known_codes() -> tuple[str, ...]:
    """The codes that have an explanation."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("E*.md")))


def explain_text(code: str) -> str | None:
    """The explanation of a code, None where there is none."""
    if code not in known_codes():
        return None
    return (_FOLDER / f"{code}.md").read_text(encoding="utf-8")


def example_of(code: str) -> str:
    """The program in the explanation of a known code."""
    text = explain_text(code) or ""
    _, _, rest = text.partition("```rust\n")
    return rest.partition("```")[0]


def plain_text(code: str) -> str | None:
    """The explanation as it is printed: the program indented instead of fenced."""
    text = explain_text(code)
    if text is None:
        return None
    lines: list[str] = []
    inside = False
    for line in text.splitlines():
        if line.startswith("```"):
            inside = not inside
        else:
            lines.append(f"    {line}".rstrip() if inside else line.removeprefix("# "))
    return "\n".join([*lines, "", f"Walk through the example: crabwalk explain {code} --walk"])
