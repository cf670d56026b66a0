"""The trace pane: one line for each event of the run so far; only the events in view are asked for."""

from __future__ import annotations

from interpreter.debugger.view import Change, EventRow, MachineView
from interpreter.hints import Protocol
from tui.rows import EMPTY_ROW, Bit, Row, visible
from tui.widgets.lines import Lines

_PAGE = 64


class TraceSource(Protocol):
    """The part of a session that the trace pane reads."""

    def trace(self, first: int, count: int) -> tuple[EventRow, ...]: ...
    def trace_length(self) -> int: ...
    def trace_index(self, step: int) -> int: ...


def trace_row(event: EventRow, now: int) -> Row:
    """An event as a row; those after the step we stand at are dim."""
    later = event.step > now
    bits = (
        Bit(f"{event.step:>6} ", "dim"),
        Bit(f"{visible(event.kind):<8} ", "dim" if later else "keyword"),
        Bit(visible(event.text).replace("`", ""), "dim" if later else ""),
    )
    tail = (Bit(f"line {event.line}", "dim"),) if event.line else ()
    change = Change.NEW if event.step == now else Change.NONE
    return Row(bits, tail, f"E{event.step}", event.subjects, change, step=event.step)


class TracePane(Lines):
    """The events of the run so far."""

    heading = "Trace"

    def __init__(self, *, id: str | None = None, corner: str | None = None) -> None:
        super().__init__(id=id, corner=corner)
        self.source: TraceSource | None = None
        self._now = 0
        self._length = 0
        self._pages: dict[int, tuple[EventRow, ...]] = {}

    def show(self, view: MachineView) -> None:
        if self.source is None:
            return
        self._now = view.position.step
        length = self.source.trace_length()
        if length != self._length:
            self._length = length
            self._pages.clear()
        self.title_note = f"{length} events" if length else ""
        if length:
            self.reveal(max(min(self.source.trace_index(self._now), length - 1), 0), margin=2)
        self.update_lines()

    def row_count(self) -> int:
        return max(self._length, 1)

    def row_at(self, index: int) -> Row:
        if self.source is None or not self._length:
            return Row((Bit("no event yet", "dim"),))
        number, offset = divmod(index, _PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self.source.trace(number * _PAGE, _PAGE)
        return trace_row(page[offset], self._now) if offset < len(page) else EMPTY_ROW
