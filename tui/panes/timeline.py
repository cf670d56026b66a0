"""The timeline: lanes of events over the whole run so far, with a cursor; clicking or dragging seeks."""

from __future__ import annotations

from textual import events
from textual.message import Message

from interpreter.debugger.view import MachineView, Timeline
from tui.rows import Bit, Row, visible
from tui.widgets.lines import RowList

_LABEL_WIDTH = 9


def _dot(count: int) -> str:
    """A sign for how many events a column has: none, a few, many."""
    return " " if not count else "▪" if count < 4 else "■"


def timeline_rows(timeline: Timeline, step: int, lanes: int) -> list[Row]:
    """At most `lanes` rows, one for each lane, with `│` (or `┃`, where an event is) at the current step.

    Where not all fit, those without events are left out; with room for one row only, all lanes are summed up in it.
    """
    at = timeline.column_of(step)
    shown = list(timeline.lanes)
    if len(shown) > lanes:
        shown = [lane for lane in shown if any(lane.counts)]
    if lanes <= 1 or not shown:
        sums = tuple(map(sum, zip(*(lane.counts for lane in shown), strict=True))) if shown else (0,) * timeline.columns
        return [_lane_row("time", sums, at)]
    return [_lane_row(lane.name, lane.counts, at) for lane in shown[:lanes]]


def _lane_row(name: str, counts: tuple[int, ...], at: int) -> Row:
    marks = "".join(map(_dot, counts))
    before, after = marks[:at], marks[at + 1 :]
    here = "┃" if at < len(counts) and counts[at] else "│"
    return Row((Bit(f" {name:<{_LABEL_WIDTH - 2}} ", "dim"), Bit(before, "pointer"), Bit(here, "accent"), Bit(after, "dim")))


class TimelinePane(RowList):
    """The run so far, in lanes."""

    heading = "Time"
    marks = False

    class SeekRequested(Message):
        """A place of the timeline was clicked or dragged to."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.timeline: Timeline | None = None
        self._step = 0
        self._dragging = False

    @property
    def columns(self) -> int:
        """How many columns of time there is room for."""
        return max(self.size.width - _LABEL_WIDTH - 1, 0)

    @property
    def title_lines(self) -> int:
        return 1 if self.size.height > 1 else 0

    def show(self, view: MachineView, timeline: Timeline) -> None:
        self.timeline = timeline
        self._step = view.position.step
        self.title_note = f"stops at {', '.join(map(visible, view.event_stops))}" if view.event_stops else ""
        self.rebuild()

    def build(self) -> list[Row]:
        return timeline_rows(self.timeline, self._step, self.page) if self.timeline else []

    def follow(self) -> int | None:
        return 0

    def _seek(self, x: int) -> None:
        if self.timeline is not None:
            column = max(0, min(x - _LABEL_WIDTH, self.timeline.columns - 1))
            step = self.timeline.total if column == self.timeline.columns - 1 else self.timeline.step_at(column)
            self.post_message(self.SeekRequested(step))

    def on_click(self, event: events.Click) -> None:
        self._seek(event.x)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._dragging = True
        self.capture_mouse()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self._dragging = False
        self.release_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._dragging:
            self._seek(event.x)
