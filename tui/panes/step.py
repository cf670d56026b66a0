"""The pane "This step": what has just happened, why (the rule), and what follows from it, in the program's own names."""

from __future__ import annotations

from interpreter.debugger.view import MachineView
from tui.panes.output import end_rows
from tui.rows import Bit, Row, prose, wrap
from tui.widgets.lines import RowList


def step_rows(view: MachineView, width: int) -> list[Row]:
    """What happened, why, and what follows, as wrapped lines."""
    rows: list[Row] = []
    explanation = view.explanation
    subjects = frozenset[str]().union(*(event.subjects for event in view.events)) if view.events else frozenset[str]()
    first = prose(explanation.what or "The program stands before its first step. Press s to walk, ? for all keys.")
    rest = [*prose(explanation.why, "dim"), Bit(" ")] if explanation.why else []
    rest += prose(explanation.consequence)
    rows += [Row(line, subjects=subjects) for line in wrap(first, width)]
    if rest:
        rows += [Row(line, subjects=subjects) for line in wrap(rest, width)]
    if view.end is not None:
        rows = [*end_rows(view, width), *rows]
    return rows


class StepPane(RowList):
    """The explanation of the step just made."""

    heading = "This step"

    def __init__(self, *, id: str | None = None, corner: str | None = None) -> None:
        super().__init__(id=id, corner=corner)
        self.view: MachineView | None = None
        self.message = ""
        """What stands here instead when there is nothing to walk through."""

    def show(self, view: MachineView) -> None:
        self.view = view
        self.title_note = "w: why?"
        self.rebuild()

    def say(self, message: str) -> None:
        """Show a sentence instead of a step."""
        self.message = message
        self.rebuild()

    def build(self) -> list[Row]:
        if self.message:
            return [Row(line) for line in wrap(prose(self.message), self.text_width)]
        return step_rows(self.view, self.text_width) if self.view else []
