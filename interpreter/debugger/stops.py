"""Stops at events: "drop", "drop a", "count H1", "any name". A stop is a kind of event (or `any`), and words that its line must
have in it.
"""

from __future__ import annotations

from interpreter.debugger.events import EventLog
from interpreter.debugger.protocol import CommandRejected
from interpreter.debugger.steps import StepKind
from interpreter.debugger.view import EventRow
from interpreter.records import Record

KINDS = (*(kind.value for kind in StepKind), "alloc", "free", "count", "output", "panic", "thread", "lock")
"""The kinds of events that the trace knows."""
ANY = "any"


class EventStop(Record, frozen=True):
    """Stop after a step with an event of this kind whose line has these words in it."""

    kind: str
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join((self.kind, *self.words))

    def matches(self, row: EventRow) -> bool:
        if self.kind not in (ANY, row.kind):
            return False
        said = row.text.replace("`", " ").replace(":", " ").split()
        return all(word in row.subjects or word in said for word in self.words)


def parse_stop(text: str) -> EventStop:
    """A stop as a person writes it.

    Raises:
        CommandRejected: the first word is no kind of event, or `any` has no word after it.
    """
    kind, *words = text.replace("`", "").split() or [""]
    if kind not in (*KINDS, ANY):
        raise CommandRejected(f"`{kind}` is no kind of event: they are {', '.join(KINDS)}, and any")
    if kind == ANY and not words:
        raise CommandRejected("`any` needs a name after it, such as `any a`")
    return EventStop(kind, tuple(words))


def reaches(events: EventLog, stops: list[EventStop], step: int) -> EventRow | None:
    """The event of a step that one of the stops waits for."""
    return next((row for row in events.of_step(step) if any(stop.matches(row) for stop in stops)), None) if stops else None
