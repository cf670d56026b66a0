"""The counts pane: strong and weak count of each Rc and Arc, who the handles are, a small curve, and a warning on cycles."""

from __future__ import annotations

from interpreter.debugger.view import Change, CountRow, MachineView
from tui.rows import Bit, Row, prose, short_type, visible, wrap
from tui.widgets.lines import RowList

_LEVELS = "▁▂▃▄▅▆▇█"


def curve(history: tuple[tuple[int, int, int], ...], width: int) -> str:
    """The strong count over time as one character a change, the newest at the right."""
    values = [strong for _step, strong, _weak in history[-width:]]
    top = max(values, default=0)
    if not top:
        return "▁" * len(values)
    return "".join(_LEVELS[value * (len(_LEVELS) - 1) // top] for value in values)


def count_rows(view: MachineView, width: int) -> list[Row]:
    """The rows of the counts pane for a text width."""
    rows: list[Row] = []
    for item in view.counts:
        rows += _count_rows(item, width)
    return rows or [Row((Bit("no Rc or Arc", "dim"),))]


def _count_rows(item: CountRow, width: int) -> list[Row]:
    subjects = item.subjects | {item.label} | {owner.subject for owner in item.handles}
    changed = item.change is Change.CHANGED
    strong = f"{item.old_strong}→{item.strong}" if changed and item.old_strong != item.strong else str(item.strong)
    weak = f"{item.old_weak}→{item.weak}" if changed and item.old_weak != item.weak else str(item.weak)
    bits = (
        Bit(f"{item.label} ", "heap"),
        Bit(f"{short_type(item.type_text)} ", "type"),
        Bit("strong ", "dim"),
        Bit(strong, "changed" if changed and item.old_strong != item.strong else "number"),
        Bit(" weak ", "dim"),
        Bit(weak, "changed" if changed and item.old_weak != item.weak else "number"),
    )
    room = width - sum(len(bit.text) for bit in bits) - 2
    graph = curve(item.history, min(max(room - 1, 0), 16)) if len(item.history) > 1 else ""
    rows = [Row(bits, (Bit(graph, "ok"),) if graph else (), item.label, subjects, item.change)]
    handles: list[Bit] = [Bit("  ")]
    for index, owner in enumerate(item.handles):
        handles.append(Bit(", " if index else "", "dim"))
        handles.append(Bit(visible(owner.label), "name" if owner.role == "strong" else "pointer"))
        if owner.role == "weak":
            handles.append(Bit(" (weak)", "dim"))
    if item.handles:
        rows += [Row(line, (), item.label, subjects) for line in wrap(handles, width, "  ")]
    if item.warning:
        rows += [
            Row(line, (), item.label, subjects)
            for line in wrap([Bit("  ! ", "warning"), *prose(item.warning, "warning")], width, "    ")
        ]
    return rows


class CountsPane(RowList):
    """The reference counts."""

    heading = "Counts"

    def __init__(self, *, id: str | None = None, corner: str | None = None) -> None:
        super().__init__(id=id, corner=corner)
        self.view: MachineView | None = None

    def show(self, view: MachineView) -> None:
        self.view = view
        self.title_note = str(len(view.counts)) if view.counts else ""
        self.rebuild()

    def build(self) -> list[Row]:
        return count_rows(self.view, self.text_width) if self.view else []
