"""Dialogs: a line of input, a page of text to read, and the help page made from the registry of actions."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from interpreter.debugger.view import Explanation
from interpreter.hints import TYPE_CHECKING, ClassVar
from tui.actions import ACTIONS, key_text
from tui.explain import explanation_rows, programs_of
from tui.highlight import highlight
from tui.rows import Bit, Row, prose, wrap
from tui.widgets.lines import RowList

if TYPE_CHECKING:
    from tui.app import CrabwalkApp


class Prompt(ModalScreen[str | None]):
    """Asks for one line of text; Enter gives it, Esc gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "cancel", show=False)]

    def __init__(self, title: str, value: str = "", hint: str = "") -> None:
        super().__init__()
        self._title = title
        self._value = value
        self._hint = hint

    def compose(self) -> ComposeResult:
        with Vertical(id="prompt"):
            yield Static(self._title, id="prompt-title", markup=False)
            box = Input(value=self._value, placeholder=self._hint, id="prompt-input", select_on_focus=True)
            box.cursor_blink = False
            yield box

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)


class Page(RowList):
    """Rows of a page that is read, scrolled with the arrow keys."""

    marks = False

    def __init__(self, heading: str, paragraphs: Sequence[Sequence[Bit]]) -> None:
        super().__init__(id="page")
        self.heading = heading
        self._paragraphs = paragraphs

    def build(self) -> list[Row]:
        rows: list[Row] = []
        for paragraph in self._paragraphs:
            indent = " " * 16 if paragraph and paragraph[0].style == "key" else ""
            rows += [Row((Bit("  "), *line)) for line in wrap(list(paragraph), self.text_width - 4, indent)]
        return rows

    def resized(self) -> None:
        """As high as the page is long, if the screen is."""
        super().resized()
        self.styles.height = min(len(self.rows) + 2, self.app.size.height * 85 // 100)

    def follow(self) -> int | None:
        return None


class Reader(ModalScreen[None]):
    """A page of text over the screen; Esc, q or Enter closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,question_mark,w", "dismiss(None)", "close", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, heading: str, paragraphs: Sequence[Sequence[Bit]]) -> None:
        super().__init__()
        self._page = Page(heading, paragraphs)

    def compose(self) -> ComposeResult:
        yield self._page

    def on_mount(self) -> None:
        self._page.title_note = "↑ ↓ scroll, Esc closes"
        self._page.focus()

    def action_scroll(self, rows: int) -> None:
        self._page.scroll_by(rows)


class ExplanationReader(Reader):
    """What an error code means; two keys open its programs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "walk(0)", "open the program", show=False),
        Binding("2", "walk(1)", "open its mended twin", show=False),
    ]
    app: CrabwalkApp

    def __init__(self, code: str) -> None:
        paragraphs: list[list[Bit]] = []
        for text, is_program in explanation_rows(code):
            if not is_program:
                paragraphs.append(prose(text, "" if paragraphs else "title"))
            else:
                paragraphs.append([Bit("    "), *(bit for bits in highlight(text) for bit in bits)])
        super().__init__(code, paragraphs)
        self._code = code

    def on_mount(self) -> None:
        super().on_mount()
        self._page.title_note = "1 walks through the program, 2 through the mended one, Esc closes"

    def action_walk(self, which: int) -> None:
        """Open one of the two programs over the one that is being looked at."""
        from tui.loading import Program

        app = self.app
        self.dismiss(None)
        name = f"{self._code}-mended.rs" if which else f"{self._code}.rs"
        app.open_program(Program(name, programs_of(self._code)[which]))


def help_page() -> list[list[Bit]]:
    """All keys by group, and what the signs mean."""
    paragraphs: list[list[Bit]] = []
    for group in dict.fromkeys(action.group for action in ACTIONS):
        paragraphs += [[Bit(group, "title")]]
        for action in ACTIONS:
            if action.group == group and action.keys:
                keys = " ".join(key_text(key) for key in action.keys)
                paragraphs.append([Bit(f"{keys:<15}", "key"), Bit(f" {action.description}")])
        paragraphs.append([])
    paragraphs.append([Bit("Signs", "title")])
    for sign, style, meaning in (
        ("+ ~ -", "changed", "new, changed, gone in the step just made"),
        ("»", "accent", "has to do with what is selected"),
        ("R W O", "perm", "may be read, written, owned (moved or dropped) here; a dot: may not"),
        ("▶ ●", "accent", "the line of the next step; a breakpoint"),
        ("✗ !", "error", "an error, a warning points here"),
        ("A │ ╵", "loan", "a loan: taken here, in force, last needed here"),
        ("▸ ▾", "dim", "a value that unfolds; an unfolded one (f, or click)"),
        ("->", "pointer", "points to; -✗ to something that is no longer there"),
    ):
        paragraphs.append([Bit(f"{sign:<15}", "key"), Bit(f" {meaning}", style if style == "dim" else "")])
    paragraphs += [[], [Bit("Ctrl+P opens the command palette; everything can be clicked; dragging on the timeline seeks.")]]
    return paragraphs


def why_page(answers: Sequence[Explanation]) -> list[list[Bit]]:
    """Explanations as paragraphs: what, why, what follows, where to read on."""
    paragraphs: list[list[Bit]] = []
    for answer in answers:
        for text in (answer.what, answer.why, answer.consequence):
            if text:
                paragraphs += [[], prose(text)]
        if answer.topic:
            paragraphs += [[], [Bit("Read on: ", "dim"), *prose(answer.topic, "dim")]]
    return paragraphs
