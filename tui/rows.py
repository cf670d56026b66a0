"""Rows of styled text: what panes make out of a view and what the `Lines` widget paints.

In: pieces of text with the name of a style. Out: `Row`s, plain frozen data that tests can read without a terminal.
Style names are those of `theme.STYLE_NAMES`; what they look like stands in `crabwalk.tcss`.

Example: `Row((Bit("a", "name"), Bit(" 5", "number")), subject="f0.a")`.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size

from interpreter.debugger.view import Change
from interpreter.records import NamedTuple, Record

NO_SUBJECTS: frozenset[str] = frozenset()
CHANGE_SIGN = {Change.NONE: " ", Change.NEW: "+", Change.CHANGED: "~", Change.GONE: "-"}
CHANGE_STYLE = {Change.NONE: "", Change.NEW: "new", Change.CHANGED: "changed", Change.GONE: "gone"}


class Bit(NamedTuple):
    """A piece of text in one style; an empty style is the pane's own."""

    text: str
    style: str = ""


class Row(Record, frozen=True):
    """One line of a pane.

    `bits` stand at the left and are cut with an ellipsis where `tail`, which stands at the right edge, begins.
    `subject` is what selecting the row selects; `subjects` are all the things it has to do with. `step` or `line` say where
    Enter leads when there is no subject's history to follow. `fold` is the subject that the row can unfold or fold.
    `strong` rows are painted on their own ground (the current line of the source). The first `pinned` bits stay in place when
    the pane is scrolled sideways.
    """

    bits: tuple[Bit, ...] = ()
    tail: tuple[Bit, ...] = ()
    subject: str | None = None
    subjects: frozenset[str] = NO_SUBJECTS
    change: Change = Change.NONE
    step: int | None = None
    line: int | None = None
    fold: str | None = None
    strong: bool = False
    pinned: int = 0

    @property
    def text(self) -> str:
        """The text of the row without styles, the tail after two blanks."""
        left = "".join(bit.text for bit in self.bits)
        right = "".join(bit.text for bit in self.tail)
        return f"{left}  {right}" if right else left

    def concerns(self, subject: str) -> bool:
        """Whether the row has to do with a subject."""
        return subject == self.subject or subject in self.subjects


EMPTY_ROW = Row()

_CONTROL = {code: chr(0x2400 + code) for code in range(32)} | {127: "\u2421"}
_CONTROL |= {code: f"\\u{{{code:x}}}" for code in (*range(0x80, 0xA0), 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF)}
_CONTROL |= {code: f"\\u{{{code:x}}}" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def visible(text: str) -> str:
    """Text of the program with control and direction characters made visible, so that it can't act on the terminal."""
    return text if text.isascii() and text.isprintable() else text.translate(_CONTROL)


_MODULES = re.compile(r"\b(?:std|core|alloc)::(?:[a-z_0-9]+::)*(?=[A-Za-z_])")


def short_type(text: str) -> str:
    """A type's text without the modules of std: "std::sync::RwLock<T>" is "RwLock<T>"."""
    return visible(_MODULES.sub("", text))


def width_of(bits: tuple[Bit, ...] | list[Bit]) -> int:
    """The number of terminal cells that bits take."""
    return sum(cell_len(bit.text) for bit in bits)


def fit(text: str, width: int) -> str:
    """Text cut (with an ellipsis) or filled up to exactly `width` cells."""
    size = cell_len(text)
    if size <= width:
        return text + " " * (width - size)
    return set_cell_size(text, width - 1) + "…" if width > 1 else set_cell_size(text, width)


def shorten(text: str, width: int) -> str:
    """Text cut with an ellipsis to at most `width` cells."""
    return text if cell_len(text) <= width else fit(text, width)


def prose(text: str, style: str = "", code_style: str = "code") -> list[Bit]:
    """A sentence with `names` in backticks as bits; the backticks themselves are kept only if one has no partner."""
    parts = visible(text).split("`")
    if len(parts) % 2 == 0:
        return [Bit(visible(text), style)]
    return [Bit(part, code_style if index % 2 else style) for index, part in enumerate(parts) if part]


def wrap(bits: list[Bit], width: int, indent: str = "") -> list[tuple[Bit, ...]]:
    """Bits broken between words into lines of at most `width` cells; lines after the first begin with `indent`."""
    lines: list[tuple[Bit, ...]] = []
    line: list[Bit] = []
    used = 0
    width = max(width, 8)
    for bit in bits:
        for word in _words(bit.text):
            size = cell_len(word.rstrip())
            if used + size > width and used > len(indent) and size <= width - len(indent):
                lines.append(tuple(line))
                line, used = ([Bit(indent)] if indent else []), len(indent)
                word = word.lstrip()
                size = cell_len(word.rstrip())
            while used + size > width:
                head = set_cell_size(word, width - used)
                line.append(Bit(head, bit.style))
                lines.append(tuple(line))
                word = word[len(head) :]
                line, used = ([Bit(indent)] if indent else []), len(indent)
                size = cell_len(word.rstrip())
            if word:
                if line and line[-1].style == bit.style:
                    line[-1] = Bit(line[-1].text + word, bit.style)
                else:
                    line.append(Bit(word, bit.style))
                used += cell_len(word)
    if line:
        lines.append(tuple(line))
    return [_without_end_blanks(line) for line in lines] or [()]


def _without_end_blanks(line: tuple[Bit, ...]) -> tuple[Bit, ...]:
    if line and line[-1].text.endswith(" "):
        return (*line[:-1], Bit(line[-1].text.rstrip(" "), line[-1].style))
    return line


def _words(text: str) -> list[str]:
    """Words, each with the blanks after it; blanks at the beginning are a word of their own."""
    words: list[str] = []
    start = 0
    for index in range(1, len(text)):
        if text[index] != " " and text[index - 1] == " ":
            words.append(text[start:index])
            start = index
    if text:
        words.append(text[start:])
    return words
