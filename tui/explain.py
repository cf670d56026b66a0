"""`crabwalk explain`: what an error code means, in plain words, with a program that has the error.

In: a code. Out: the text of `explanations/CODE.md`. Its first rust block is a program that raises the error, its second the same
program mended; `--walk` and `--mended` open them, and so do two keys where the app shows the page.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

_FOLDER = Path(__file__).parent / "explanations"


def known_codes() -> tuple[str, ...]:
    """The codes that have an explanation."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("E*.md")))


def explain_text(code: str) -> str | None:
    """The explanation of a code, None where there is none."""
    if code not in known_codes():
        return None
    return (_FOLDER / f"{code}.md").read_text(encoding="utf-8")


def programs_of(code: str) -> tuple[str, str]:
    """The two programs in the explanation of a known code: one that raises it, and its mended twin."""
    blocks = (explain_text(code) or "").split("```rust\n")[1:]
    example, mended = (block.partition("```")[0] for block in blocks)
    return example, mended


def explanation_rows(code: str) -> list[tuple[str, bool]]:
    """The explanation of a known code: (a paragraph or an item of a list, False) and (a line of a program, True)."""
    rows: list[tuple[str, bool]] = []
    inside = goes_on = False
    for line in (explain_text(code) or "").splitlines():
        if line.startswith("```"):
            inside, goes_on = not inside, False
        elif inside:
            rows.append((line, True))
        elif goes_on and line and not line.startswith("- "):
            rows[-1] = (f"{rows[-1][0]} {line}", False)
        else:
            rows.append((line.removeprefix("# "), False))
            goes_on = bool(line) and not line.startswith("#")
    return rows


def plain_text(code: str) -> str | None:
    """The explanation as it is printed: the program indented instead of fenced."""
    if code not in known_codes():
        return None
    lines: list[str] = []
    for text, is_program in explanation_rows(code):
        lines += (
            [f"    {text}".rstrip()] if is_program or not text else wrap(text, 100, subsequent_indent="  " * text.startswith("-"))
        )
    walk = f"Walk through the program: crabwalk explain {code} --walk; through the mended one: --mended"
    return "\n".join([*lines, "", walk])
