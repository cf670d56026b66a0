"""Questions about the whole known run, answered from its events: search, the timeline, the life of a subject."""

from __future__ import annotations

from interpreter.debugger.events import LANES, EventLog
from interpreter.debugger.protocol import HistoryEntry
from interpreter.debugger.view import EventRow, Lane, Timeline


def search(events: EventLog, text: str, step: int, backward: bool) -> EventRow | None:
    """The next event after (before) `step` whose text or kind holds `text`, ignoring case."""
    needle = text.lower()
    rows = events.all()
    order = range(events.index_of(step) - 1, -1, -1) if backward else range(events.index_of(step + 1), len(rows))
    return next((rows[i] for i in order if needle in rows[i].text.lower() or needle in rows[i].kind), None)


def timeline(events: EventLog, total: int, columns: int) -> Timeline:
    """The lanes over the known steps."""
    counts = {lane: [0] * columns for lane in LANES}
    for row in events.all():
        lane = counts.get("alloc" if row.kind == "free" else row.kind)
        if lane is not None and columns:
            lane[min(columns - 1, row.step * columns // max(total, 1))] += 1
    return Timeline(columns, total, tuple(Lane(name, tuple(cells)) for name, cells in counts.items()))


def history(events: EventLog, subject: str) -> tuple[HistoryEntry, ...]:
    """The steps at which something happened to a subject, oldest first."""
    return tuple(HistoryEntry(row.step, row.kind) for row in events.all() if subject in row.subjects)
