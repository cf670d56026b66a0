"""What a thing has held over time: its value after each step that made or changed it.

In: a subject ("0/1/2/3" for a variable, "H1", "static/7"). Out: `ValueEntry`s, found by standing at those steps, and
remembered: a run gives the same values each time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from interpreter.debugger import history as past
from interpreter.debugger.events import EventLog
from interpreter.debugger.protocol import ValueEntry
from interpreter.debugger.recorder import Recorder
from interpreter.debugger.view import MachineView

NOT_THERE = ""
"""The value of what isn't there at a step."""


class Watches:
    """The values of watched things at the steps that were looked at."""

    def __init__(self, events: EventLog, recorder: Recorder, view_at: Callable[[int], MachineView]) -> None:
        """`view_at` gives the view of any known step."""
        self.events = events
        self.recorder = recorder
        self._view_at = view_at
        self._known: dict[tuple[str, int], str] = {}

    def values(self, subject: str, step: int, limit: int) -> tuple[ValueEntry, ...]:
        """The values of a subject over the known run, oldest first; at most `limit` steps around `step` are looked at."""
        steps = sorted({entry.step for entry in past.history(self.events, subject)})
        middle = bisect_left(steps, step)
        chosen = steps[max(middle - limit // 2, 0) : middle + limit // 2]
        found: list[ValueEntry] = []
        for at in chosen:
            text = self._value(subject, at)
            if not found or found[-1].text != text:
                found.append(ValueEntry(at, self.recorder.lines[at - 1], text))
        return tuple(found)

    def _value(self, subject: str, step: int) -> str:
        known = self._known.get((subject, step))
        if known is None:
            known = self._known[subject, step] = value_in(self._view_at(step), subject)
        return known


def value_in(view: MachineView, subject: str) -> str:
    """What a variable, allocation or static holds in a view; empty if it isn't there."""
    for variable in (*(item for frame in view.frames for item in frame.variables), *view.statics):
        if variable.subject == subject:
            if variable.value is None:
                return variable.state.value
            text = variable.value.text or f"-> {variable.value.pointee_label}"
            return text if not variable.value.note else f"{text}  {variable.value.note}"
    for row in view.heap:
        if row.label == subject:
            counts = f"  strong {row.strong} weak {row.weak or 0}" if row.strong is not None else ""
            return f"{row.content.text}{counts}" if row.moved_to == "" else f"moved to {row.moved_to}"
    return NOT_THERE
