"""The drops pane: what was just dropped, what is due at each closing brace ahead, and what was dropped before."""

from __future__ import annotations

from interpreter.debugger.view import Change, DropDue, DropRow, MachineView
from tui.rows import Bit, Row, short_type, visible, wrap
from tui.widgets.lines import RowList


def drop_rows(view: MachineView, width: int) -> list[Row]:
    """The rows of the drops pane for a text width."""
    rows: list[Row] = []
    just = [item for item in view.drops if item.change is Change.NEW]
    for item in reversed(just):
        rows += _done_rows(item, width)
    for due in view.drops_due:
        rows += _due_rows(due, width)
    for item in reversed(view.drops[: len(view.drops) - len(just)]):
        rows += _done_rows(item, width)
    return rows or [Row((Bit("none so far, and none due", "dim"),))]


def _due_rows(due: DropDue, width: int) -> list[Row]:
    bits: list[Bit] = [
        Bit(f"due at line {due.line}: " if due.where == "end of scope" else f"due at line {due.line}, {due.where}: ", "dim")
    ]
    subjects: set[str] = set()
    for index, item in enumerate(due.items):
        subjects.add(item.subject)
        bits.append(Bit("; not " if item.skipped and index else ("not " if item.skipped else (", " if index else "")), "dim"))
        bits.append(Bit(visible(item.name), "moved" if item.skipped else "name"))
        if item.note:
            bits.append(Bit(f" ({visible(item.note)})", "dim"))
    if not due.items:
        bits.append(Bit("nothing", "dim"))
    return [Row(line, (), subjects=frozenset(subjects), line=due.line) for line in wrap(bits, width, "  ")]


def _done_rows(item: DropRow, width: int) -> list[Row]:
    bits = [
        Bit(f"{item.order}. ", "dim"),
        Bit(short_type(item.what), "moved" if item.skipped else "name"),
        Bit(f"  {visible(item.reason)}", ""),
    ]
    if item.frees:
        bits += [Bit("  frees ", "dim"), Bit(", ".join(item.frees), "heap")]
    subjects = item.subjects | {item.subject} | frozenset(item.frees)
    tail = (Bit(f"line {item.line}", "dim"),) if item.line else ()
    lines = wrap(bits, width - 9, "   ")
    return [
        Row(line, () if index else tail, item.subject, subjects, item.change, step=item.step) for index, line in enumerate(lines)
    ]


class DropsPane(RowList):
    """The drops, done and due."""

    heading = "Drops"

    def __init__(self, *, id: str | None = None, corner: str | None = None) -> None:
        super().__init__(id=id, corner=corner)
        self.view: MachineView | None = None

    def show(self, view: MachineView) -> None:
        self.view = view
        self.title_note = f"{len(view.drops)} done" if view.drops else ""
        self.rebuild()

    def build(self) -> list[Row]:
        return drop_rows(self.view, self.text_width) if self.view else []
