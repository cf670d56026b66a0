"""The heap pane: allocations with a stable name, kind, size, content, and who owns or points at them."""

from __future__ import annotations

from interpreter.debugger.view import Change, HeapRow, MachineView, Zoom
from tui.panes.values import fold_mark, part_rows, value_bits
from tui.rows import Bit, Row, fit, short_type, visible, wrap
from tui.widgets.lines import RowList


def heap_rows(view: MachineView, width: int, zoom: Zoom = Zoom.IDEA) -> list[Row]:
    """The rows of the heap pane for a text width; what a narrow pane can't hold goes to a second line."""
    if not view.heap:
        nothing = Row((Bit("nothing allocated" if not view.heap_total else "nothing matches the filter", "dim"),))
        return [nothing, *_vtable_rows(view, width)]
    label_width = max(len(row.label) for row in view.heap)
    kind_width = min(max(len(short_type(row.kind)) for row in view.heap), 22)
    rows: list[Row] = []
    for item in view.heap:
        rows += _allocation_rows(item, width, label_width, kind_width, zoom)
    left = view.heap_total - len(view.heap)
    if left > 0:
        rows.append(Row((Bit(f"  and {left} more (move down to see them, or filter with F)", "dim"),)))
    return rows + _vtable_rows(view, width)


def _vtable_rows(view: MachineView, width: int) -> list[Row]:
    """The tables of methods that the trait objects alive point to: in the program's read-only data, not on the heap."""
    rows: list[Row] = []
    for table in view.vtables:
        bits = [Bit("  vtable of ", "dim"), Bit(short_type(table.type_text), "type")]
        bits += [Bit(" as ", "dim"), Bit(short_type(table.trait_text), "type"), Bit("  ")]
        for index, (slot, what) in enumerate(table.entries):
            bits += [Bit(", " if index else "", "dim"), Bit(f"{visible(slot)} ", "name"), Bit(visible(what), "pointer")]
        rows += [Row(line, (), table.subject, table.holders) for line in wrap(bits, width, "    ")]
    return rows


def _allocation_rows(item: HeapRow, width: int, label_width: int, kind_width: int, zoom: Zoom) -> list[Row]:
    gone = item.change is Change.GONE
    subjects = item.subjects | {item.label} | {owner.subject for owner in item.owners}
    size = f"{item.used}/{item.size} B" if item.used != item.size else f"{item.size} B"
    ground = "gone" if gone else ""
    bits = [Bit(f"{fold_mark(item.content)} ", "dim"), Bit(fit(item.label, label_width), f"heap {ground}".strip())]
    if width >= 48:
        bits.append(Bit(f"  {fit(short_type(item.kind), kind_width)}", f"type {ground}".strip()))
        bits.append(Bit(f"  {size:>8}", "dim"))
    bits.append(Bit("  "))
    content = value_bits(item.content)
    bits += [Bit(bit.text, f"{bit.style} gone".strip()) for bit in content] if gone else content
    notes: list[Bit] = []
    if gone:
        notes.append(Bit(f"moved to {item.moved_to}" if item.moved_to else "freed", "gone"))
    if item.strong is not None:
        notes.append(Bit(f"strong {item.strong} weak {item.weak or 0}", "ok"))
    if item.cell:
        notes.append(Bit(visible(item.cell), "loan"))
    if item.leaked:
        notes.append(Bit("LEAKED: nothing can free it", "warning"))
    if zoom is Zoom.BYTES:
        notes.append(Bit(f"at {item.address:#x}", "dim"))
    owners = _owner_bits(item)
    extra: list[Bit] = []
    for note in notes:
        extra += [Bit("  "), note]
    fold = item.label if item.content.foldable else None
    tail = tuple(owners)
    used = sum(len(bit.text) for bit in (*bits, *extra, *tail))
    if used + 2 <= width:
        rows = [Row((*bits, *extra), tail, item.label, subjects, item.change, fold=fold)]
    else:
        indent = " " * (label_width + 4)
        below = [Bit(indent), *(bit for note in notes for bit in (note, Bit("  "))), *owners]
        if width < 48:
            below[1:1] = [Bit(f"{short_type(item.kind)} {size}  ", "dim")]
        rows = [Row(tuple(bits), (), item.label, subjects, item.change, fold=fold)]
        rows += [Row(line, (), item.label, subjects) for line in wrap(below, width, indent)]
    return rows + part_rows(item.content, subjects, "    ")


def _owner_bits(item: HeapRow) -> list[Bit]:
    bits: list[Bit] = []
    for role, word in (("owner", "owner"), ("strong", "strong"), ("weak", "weak"), ("reference", "seen by"), ("guard", "guard")):
        labels = [visible(owner.label) for owner in item.owners if owner.role == role]
        if labels:
            bits.append(Bit(f"{'  ' if bits else ''}{word} ", "dim"))
            bits.append(Bit(", ".join(labels), "name" if role in ("owner", "strong") else "pointer"))
    return bits


class HeapPane(RowList):
    """The allocations."""

    heading = "Heap"

    def __init__(self, *, id: str | None = None, corner: str | None = None) -> None:
        super().__init__(id=id, corner=corner)
        self.view: MachineView | None = None
        self.zoom_level = Zoom.IDEA
        self.filter_text = ""

    def show(self, view: MachineView) -> None:
        self.view = view
        note = f"filter {self.filter_text!r}, " if self.filter_text else ""
        self.title_note = f"{note}{view.heap_total}" if view.heap_total else note.rstrip(", ")
        self.rebuild()

    def build(self) -> list[Row]:
        return heap_rows(self.view, self.text_width, self.zoom_level) if self.view else []
