"""The gallery: the sample programs by chapter, each with its title and what to look for; Enter opens one.

A sample's header are the `//!` lines at its top: the first is the title, the others say what to look for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import Screen

from interpreter.hints import TYPE_CHECKING, ClassVar, cast
from tui.highlight import display, highlight
from tui.loading import Program
from tui.rows import Bit, Row, fit, prose, visible, wrap
from tui.widgets.bars import Bar
from tui.widgets.lines import Lines, RowList

if TYPE_CHECKING:
    from tui.app import CrabwalkApp

_TITLES_FROM = 44
"""Cells of the list from which on the titles stand beside the names; below that they are in the preview only."""
PROGRAMS = Path(__file__).resolve().parent.parent.parent / "programs"


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample program: its chapter (a folder), name, title, what to look for, and text."""

    chapter: str
    name: str
    title: str
    look_for: str
    text: str
    edition: int = 2021

    def matches(self, words: str) -> bool:
        """Whether each of the words occurs in chapter, name, title or text."""
        place = f"{self.chapter} {self.name} {self.title} {self.look_for} {self.text}".lower()
        return all(word in place for word in words.lower().split())


def read_sample(path: Path, chapter: str) -> Sample:
    """A sample from its file."""
    text = path.read_text(encoding="utf-8")
    header = []
    for line in text.splitlines():
        if not line.startswith("//!"):
            break
        header.append(line[3:].strip())
    edition = next((int(line.split(":")[1]) for line in header if line.startswith("edition:")), 2021)
    header = [line for line in header if not line.startswith("edition:")]
    title = header[0] if header else path.stem.replace("_", " ")
    return Sample(chapter, path.name, title, " ".join(header[1:]).strip(), text, edition)


@cache
def samples(root: Path = PROGRAMS) -> tuple[Sample, ...]:
    """All samples, chapter by chapter in the order of the folders' names."""
    if not root.is_dir():
        return ()
    return tuple(
        read_sample(path, folder.name)
        for folder in sorted(root.iterdir())
        if folder.is_dir()
        for path in sorted(folder.glob("*.rs"))
    )


def chapter_title(folder: str) -> str:
    """A folder's name as a heading: "03_borrowing" is "Borrowing"."""
    return folder.lstrip("0123456789_- ").replace("_", " ").capitalize() or folder


class SampleList(RowList):
    """The list of samples, with chapters as headings."""

    heading = "Programs"
    marks = True

    def __init__(self) -> None:
        super().__init__(id="gallery-list")
        self.filter_text = ""
        self.shown: list[Sample | None] = []

    def build(self) -> list[Row]:
        rows: list[Row] = []
        self.shown = []
        chosen = [sample for sample in samples() if sample.matches(self.filter_text)]
        width = max((len(sample.name) - 3 for sample in chosen), default=0)
        chapter = None
        for sample in chosen:
            if sample.chapter != chapter:
                if chapter is not None:
                    rows.append(Row())
                    self.shown.append(None)
                chapter = sample.chapter
                rows.append(Row((Bit(chapter_title(chapter), "title"),)))
                self.shown.append(None)
            name = sample.name.removesuffix(".rs")
            bits: tuple[Bit, ...] = (Bit("  "), Bit(fit(name, min(width, 26)), "name"), Bit(f"  {visible(sample.title)}", "dim"))
            if self.text_width < _TITLES_FROM:
                bits = (Bit("  "), Bit(name, "name"))
            rows.append(Row(bits, subject=f"{sample.chapter}/{sample.name}"))
            self.shown.append(sample)
        self.title_note = f"filter {self.filter_text!r}" if self.filter_text else f"{len(chosen)}"
        if not rows:
            rows.append(Row((Bit("no program matches" if self.filter_text else "no sample programs are installed", "dim"),)))
            self.shown.append(None)
        return rows

    def follow(self) -> int | None:
        return None

    @property
    def sample(self) -> Sample | None:
        return self.shown[self.cursor] if self.cursor < len(self.shown) else None

    def move_to_sample(self, by: int) -> None:
        """Move the cursor to the next row that is a sample."""
        index = self.cursor
        while 0 <= index + by < len(self.shown):
            index += by
            if self.shown[index] is not None:
                self.set_cursor(index)
                if by < 0 and index <= 1:
                    self.scroll_by(-2)
                return

    def first_sample(self) -> None:
        """Put the cursor on the first sample."""
        index = next((index for index, sample in enumerate(self.shown) if sample is not None), None)
        if index is not None:
            self.set_cursor(index)


class Preview(RowList, can_focus=False):
    """Title, what to look for, and the text of the sample under the cursor."""

    heading = "What to look for"
    corner = "┬"

    def __init__(self) -> None:
        super().__init__(id="gallery-preview")
        self.sample: Sample | None = None

    def show(self, sample: Sample | None) -> None:
        if sample is not self.sample:
            self.sample = sample
            self.top = 0
            self.rebuild()

    def build(self) -> list[Row]:
        sample = self.sample
        if sample is None:
            return []
        rows = [Row(line) for line in wrap(prose(sample.title, "title"), self.text_width)]
        if sample.look_for:
            rows += [Row(line) for line in wrap(prose(sample.look_for), self.text_width)]
        rows.append(Row())
        text = "\n".join(sample.text.splitlines()[self._header_length(sample) :]).strip("\n")
        for bits in highlight(text):
            rows.append(Row(tuple(Bit(display(bit.text, 0), bit.style) for bit in bits)))
        return rows

    @staticmethod
    def _header_length(sample: Sample) -> int:
        lines = sample.text.splitlines()
        return next((index for index, line in enumerate(lines) if not line.startswith("//!")), len(lines))

    def follow(self) -> int | None:
        return None


class GalleryScreen(Screen[None]):
    """Choose a sample program."""

    AUTO_FOCUS = "#gallery-list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "down", show=False),
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("enter,right", "open", "open", show=False),
        Binding("slash", "filter", "filter", show=False),
        Binding("question_mark,f1", "help", "help", show=False),
        Binding("escape", "clear", "clear filter", show=False),
        Binding("q,ctrl+q", "app.quit", "quit", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.list = SampleList()
        self.preview = Preview()
        self.header = Bar(id="gallery-header")
        self.footer = Bar(id="gallery-footer")

    def compose(self) -> ComposeResult:
        yield self.header
        yield Container(self.list, self.preview, id="gallery-body")
        yield self.footer

    def on_mount(self) -> None:
        self.call_after_refresh(self._first)

    def on_resize(self) -> None:
        self.list.styles.width = "46%" if self.app.size.width >= 110 else 30
        self.header.show_row(
            Row((Bit(" crabwalk ", "accent"), Bit(" see what Rust's ownership rules do, step by step", "title")))
        )
        keys = (("↑ ↓", "choose"), ("Enter", "open"), ("/", "filter"), ("?", "help"), ("q", "quit"))
        bits = [bit for key, word in keys for bit in (Bit(f" {key}", "key"), Bit(f" {word} ", "dim"))]
        self.footer.show_row(Row(tuple(bits), (Bit("crabwalk FILE.rs opens a file of yours ", "dim"),)))

    def _first(self) -> None:
        self.list.rebuild()
        self.list.first_sample()
        self.on_resize()

    def on_lines_row_chosen(self, message: Lines.RowChosen) -> None:
        self.preview.show(self.list.sample)

    def on_lines_row_opened(self, message: Lines.RowOpened) -> None:
        self.action_open()

    def action_move(self, by: int) -> None:
        for _ in range(abs(by)):
            self.list.move_to_sample(1 if by > 0 else -1)

    def action_open(self) -> None:
        sample = self.list.sample
        if sample is not None:
            cast("CrabwalkApp", self.app).open_program(Program(sample.name, sample.text, sample.edition))

    def action_filter(self) -> None:
        from tui.screens.dialogs import Prompt

        self.app.push_screen(Prompt("Show programs with these words", self.list.filter_text), self._filtered)

    def _filtered(self, words: str | None) -> None:
        if words is not None:
            self.list.filter_text = words.strip()
            self.list.rebuild()
            self.list.first_sample()

    def action_clear(self) -> None:
        self._filtered("")

    def action_help(self) -> None:
        from tui.screens.dialogs import Reader, help_page

        self.app.push_screen(Reader("Keys", help_page()))
