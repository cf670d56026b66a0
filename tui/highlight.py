"""Colours for Rust source: text in, for each line a tuple of bits out.

One regular expression over the whole text, so that block comments and strings over several lines come out right. It is
for the eye only; what the program means is the compiler's business.
"""

from __future__ import annotations

import re

from tui.rows import Bit, visible

_KEYWORDS = (
    "as|async|await|break|const|continue|crate|dyn|else|enum|extern|false|fn|for|if|impl|in|let|loop|match|mod|move|mut|pub|ref"
    "|return|self|Self|static|struct|super|trait|true|type|unsafe|use|where|while"
)
_TOKEN = re.compile(
    r"""
    (?P<comment>//[^\n]*|/\*.*?(?:\*/|\Z))
  | (?P<string>b?r(?P<hashes>\#*)".*?(?:"(?P=hashes)|\Z)|[bc]?"(?:\\.|[^"\\])*(?:"|\Z)
      |b?'(?:\\u\{[0-9a-fA-F_]*\}|\\x..|\\.|[^'\\\n])')
  | (?P<lifetime>'[A-Za-z_]\w*)
  | (?P<attribute>\#!?\[[^\]\n]*\])
  | (?P<macro>\b[A-Za-z_]\w*!(?!=))
  | (?P<keyword>\b(?:"""
    + _KEYWORDS
    + r""")\b)
  | (?P<type>\b(?:[A-Z]\w*|[iu](?:8|16|32|64|128|size)|f32|f64|bool|char|str)\b)
  | (?P<number>\b\d[\w]*(?:\.\d[\w]*)?)
  | (?P<function>\b[a-z_]\w*(?=\s*\())
""",
    re.VERBOSE | re.DOTALL,
)


def highlight(text: str) -> list[tuple[Bit, ...]]:
    """Each line of `text` as bits with the style names of a token kind ("comment", "string", "keyword", "type"...).

    The bits hold the text itself (tabs, control characters and all); `display` makes them fit to be painted.
    """
    lines: list[list[Bit]] = [[]]

    def add(piece: str, style: str) -> None:
        first, *rest = piece.split("\n")
        if first:
            lines[-1].append(Bit(first, style))
        for part in rest:
            lines.append([Bit(part, style)] if part else [])

    at = 0
    for match in _TOKEN.finditer(text):
        if match.start() > at:
            add(text[at : match.start()], "")
        add(match.group(), match.lastgroup if match.lastgroup != "hashes" else "string")  # type: ignore[arg-type]
        at = match.end()
    add(text[at:], "")
    return [tuple(line) for line in lines]


def display(text: str, column: int) -> str:
    """Text as it is painted when it starts at the 0-based `column`: tabs to multiples of four, control characters visible."""
    if "\t" not in text:
        return visible(text)
    out: list[str] = []
    for char in text:
        piece = " " * (4 - column % 4) if char == "\t" else visible(char)
        out.append(piece)
        column += len(piece)
    return "".join(out)
