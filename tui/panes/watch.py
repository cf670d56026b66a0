"""The watch pane: what is watched, its value now, and the values it has had, each with the step that gave it."""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.debugger.protocol import ValueEntry
from interpreter.debugger.view import Change
from interpreter.records import NamedTuple
from tui.rows import Bit, Row, visible
from tui.widgets.lines import RowList


class Watched(NamedTuple):
    """A thing that is watched: its subject, what it is called, its value now, and those it has had."""

    subject: str
    label: str
    now: str
    values: tuple[ValueEntry, ...]


def watch_rows(watched: Sequence[Watched], step: int) -> list[Row]:
    """Each thing with its value now, and below it its values, newest first; those after the present step are dim."""
    rows: list[Row] = []
    for item in watched:
        now = Bit(visible(item.now) or "not there at this step", "" if item.now else "moved")
        rows.append(Row((Bit(f"{visible(item.label)}  ", "name"), now), (), item.subject))
        for entry in reversed(item.values):
            later = entry.step > step
            bits = (Bit(f"  {entry.step:>6}  ", "dim"), Bit(visible(entry.text) or "gone", "dim" if later else ""))
            change = Change.CHANGED if entry.step == step else Change.NONE
            rows.append(Row(bits, (Bit(f"line {entry.line}", "dim"),), item.subject, change=change, step=entry.step))
    return rows or [Row((Bit("nothing is watched: select something and press W", "dim"),))]


class WatchPane(RowList):
    """Watched things and their histories."""

    heading = "Watch"

    def __init__(self, *, id: str | None = None, corner: str | None = None) -> None:
        super().__init__(id=id, corner=corner)
        self._watched: tuple[Watched, ...] = ()
        self._step = 0

    def show(self, watched: Sequence[Watched], step: int) -> None:
        self._watched, self._step = tuple(watched), step
        self.title_note = str(len(watched)) if watched else ""
        self.rebuild()

    def build(self) -> list[Row]:
        return watch_rows(self._watched, self._step)
