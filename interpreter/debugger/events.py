"""The trace: what each step did, one line an event.

The event of a step itself follows from the machine step that was executed (its MIR says what it moves, borrows, calls); what
happened within,
in std or in drop glue, is in the machine's event log. Both need no state, so the trace of all known steps can be made at any
time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from interpreter.debugger.describe import StepWriter, destination_of
from interpreter.debugger.memory import TypeNames
from interpreter.debugger.phrases import Phrases
from interpreter.debugger.recorder import Recorder, frame_index
from interpreter.debugger.steps import StepKind
from interpreter.debugger.view import EventRow
from interpreter.machine.code import InstanceCode
from interpreter.machine.machine import Machine
from interpreter.machine.plan import Op
from interpreter.machine.state import Event
from interpreter.mir.body import Location
from interpreter.resolve.defs import Def
from interpreter.typeck import ty as t

BUFFERS = frozenset(("Vec", "VecDeque", "slice"))
"""Kinds of allocations that have a cell for each element."""
LANES = ("alloc", "move", "copy", "borrow", "drop", "count", "call", "output")


class EventLog:
    """The events of all known steps in order; made as far as they are asked for."""

    def __init__(
        self,
        machine: Machine,
        recorder: Recorder,
        names: TypeNames,
        loan_at: Callable[[Def, Location], str | None] = lambda owner, location: None,
    ) -> None:
        """`loan_at`: the label of the loan that the checker knows at a place of a body."""
        self.machine = machine
        self._loan_at = loan_at
        self.recorder = recorder
        self.names = names
        self.phrases = Phrases(machine.code, recorder.flows, names)
        self.writer = StepWriter(recorder, self.phrases)
        self._counts: dict[int, tuple[int, int]] = {}
        """The counts of each Rc and Arc after the events that have rows."""
        self.count_changes: dict[int, list[tuple[int, int, int]]] = {}
        """By allocation: (step, strong, weak) at each change of its counts."""
        self.kinds: dict[int, str] = {}
        """What each allocation was made as."""
        self._rows: list[EventRow] = []
        self._steps: list[int] = []
        self._built = 0
        """Steps up to this one have their rows."""
        self._next = 0
        """The first event of the machine's log that has no row yet."""

    def rows(self, first: int, count: int) -> tuple[EventRow, ...]:
        """Events number `first` to `first + count`."""
        self._build()
        return tuple(self._rows[first : first + count])

    def count(self) -> int:
        """How many there are."""
        self._build()
        return len(self._rows)

    def all(self) -> list[EventRow]:
        """Every event of the known run."""
        self._build()
        return self._rows

    def index_of(self, step: int) -> int:
        """The number of the first event at or after a step."""
        self._build()
        return bisect_left(self._steps, step)

    def of_step(self, step: int) -> tuple[EventRow, ...]:
        """The events of one step."""
        first = self.index_of(step)
        return tuple(self._rows[first : self.index_of(step + 1)])

    def _build(self) -> None:
        for step in range(self._built + 1, len(self.recorder)):
            rows = [self.main_event(step), *self._inner_events(step)]
            self._rows += [row for row in rows if row is not None]
            self._steps += [step] * (len(self._rows) - len(self._steps))
            self._built = step

    # -------------------------------------------------------------------------------------------- the step itself

    def executed(self, step: int) -> tuple[InstanceCode, Op] | None:
        """What the machine executed to come to `step`."""
        if step < 1:
            return None
        pc = self.recorder.main_pc(self.recorder.pcs[step - 1])
        found = self.machine.code.location_of(pc) if pc >= 0 else None
        return None if found is None else (found[0], found[0].ops[pc - found[0].first])

    def main_event(self, step: int) -> EventRow | None:
        """The event of the step as such."""
        executed = self.executed(step)
        if executed is None:
            return None
        code = executed[0]
        recorder = self.recorder
        at = step - 1
        kind = recorder.kinds[recorder.pcs[at]]
        text = self.writer.line(executed, kind, recorder.pcs[step])
        frame = f"{recorder.threads[at]}/{frame_index(recorder.depths[at])}/{code.entry[2]}"
        subjects = frozenset(f"{frame}/{local}" for local in self.writer.variables(executed))
        if kind is StepKind.BORROW and code.body is not None:
            loan = self._loan_at(code.body.owner, executed[1].location)
            subjects |= {loan} if loan is not None else set()
        return EventRow(step, recorder.lines[at], kind.value, text, recorder.threads[at], subjects)

    # -------------------------------------------------------------------------------------------- what happened within

    def machine_events(self, step: int) -> list[Event]:
        """The machine's events of a step."""
        positions = self.recorder.positions
        log = self.machine.state.events
        low = bisect_left(log, positions[step - 1], key=lambda event: event[0])
        high = bisect_left(log, positions[step], key=lambda event: event[0])
        if step == len(self.recorder) - 1 and self.recorder.complete:
            high = len(log)
        return log[low:high]

    def _inner_events(self, step: int) -> list[EventRow]:
        line, thread = self.recorder.lines[step - 1], self.recorder.threads[step - 1]
        events = _joined(self.machine_events(step))
        made = self._made_type(step)
        freed = {event[2] for event in events if event[1] == "free"}
        rows: list[EventRow] = []
        for event in _last_counts(events):
            if event[1] == "count":
                self.count_changes.setdefault(event[2], []).append((step, event[3], event[4]))
            found = self._describe_event(event, made, freed)
            if found is not None:
                kind, text, subjects = found
                rows.append(EventRow(step, line, kind, text, thread, subjects))
        return rows

    def _made_type(self, step: int) -> t.Ty | None:
        """The type of what the step gives: a buffer allocated meanwhile is that value's."""
        executed = self.executed(step)
        if executed is None:
            return None
        code, op = executed
        place = destination_of(op)
        return self.machine.code.types.place_ty(code.body, place) if place is not None and code.body is not None else None

    def kind_of_allocation(self, number: int) -> str:
        """What allocation `number` is or was."""
        return self.kinds.get(number, "allocation")

    def _describe_event(self, event: Event, made: t.Ty | None, freed: set[int]) -> tuple[str, str, frozenset[str]] | None:
        """(kind, text, subjects) of an event of the machine's log; None for those that aren't shown."""
        match event[1]:
            case "alloc":
                number, content = event[2], self.machine.code.type_list[event[4]]
                kind = allocation_kind(event[3], self.names.text(content))
                count = event[5]
                if isinstance(content, t.Array) and self.names.lang(made) == "Vec" and made is not None:  # type: ignore[arg-type]
                    kind = f"{self.names.text(made)} buffer"
                self.kinds[number] = kind
                size = self._size(content) * count
                return "alloc", f"H{number} is allocated: {_a(kind)} of {_bytes(size)}", frozenset((f"H{number}",))
            case "free":
                return "free", f"H{event[2]} is freed", frozenset((f"H{event[2]}",))
            case "realloc":
                old, new = event[2], event[3]
                self.kinds[new] = self.kinds.get(old, "allocation")
                text = f"H{old} is full: a larger buffer H{new} is allocated, the contents move there, and H{old} is freed"
                return "alloc", text, frozenset((f"H{old}", f"H{new}"))
            case "count":
                return self._count(event, freed)
            case "print":
                text = event[3].decode("utf-8", "replace").rstrip("\n")
                return "output", text, frozenset()
            case "panic":
                return "panic", f"panic: {event[2]}", frozenset()
            case "thread":
                words = {"spawn": "is started", "end": "has ended", "panic": "has panicked"}
                return "thread", f"thread {event[3]} {words.get(event[2], event[2])}", frozenset((f"T{event[3]}",))
            case "lock":
                words = {"free": "a lock is released", "read": "a lock is taken for reading", "written": "a lock is taken"}
                return "lock", f"{words.get(event[2], event[2])} by thread {event[4]}", frozenset()
        return None

    def _count(self, event: Event, freed: set[int]) -> tuple[str, str, frozenset[str]] | None:
        number, strong, weak = event[2:5]
        old = self._counts.get(number)
        self._counts[number] = (strong, weak)
        if old is None:
            text = f"H{number} has strong count {strong}"
        elif strong != old[0]:
            gone = (
                ""
                if strong
                else ", so its value is dropped"
                if weak <= 1 or number in freed
                else ", so its value is dropped; Weak handles keep the block"
            )
            text = f"strong count of H{number}: {old[0]} -> {strong}{gone}"
        elif weak != old[1] and strong:
            text = f"weak count of H{number}: {old[1]} -> {weak}"
        else:
            return None
        return "count", text, frozenset((f"H{number}",))

    def _size(self, ty: t.Ty) -> int:
        return self.names.layout(ty).size if self.machine.code.types.unsized_tail(ty) is None else 0


def _a(kind: str) -> str:
    """With its article: "a Box<i32>", "an Rc<Node>"."""
    return f"an {kind}" if kind[0] in "AaEIO" or kind.startswith("Rc") else f"a {kind}"


def _bytes(size: int) -> str:
    return "1 byte" if size == 1 else f"{size} bytes"


def _last_counts(events: list[Event]) -> list[Event]:
    """Without the counts of an allocation that change again within the step."""
    last = {event[2]: index for index, event in enumerate(events) if event[1] == "count" and (event[3] or index == 0)}
    return [e for i, e in enumerate(events) if e[1] != "count" or not e[3] or last.get(e[2]) == i]


def _joined(events: list[Event]) -> list[Event]:
    """The events with pieces of output that follow each other put together."""
    joined: list[Event] = []
    for event in events:
        last = joined[-1] if joined else None
        if event[1] == "print" and last is not None and last[1:3] == event[1:3]:
            joined[-1] = (*last[:3], last[3] + event[3])
        else:
            joined.append(event)
    return joined


def allocation_kind(kind: str, content: str) -> str:
    """What an allocation is called: "String buffer", "Box<Node>", "Vec<i32> buffer", "Rc<List>"."""
    if kind == "slice":
        return f"[{content}] buffer"
    if kind in BUFFERS:
        return "String buffer" if content == "u8" else f"{kind}<{content}> buffer"
    if kind in ("Rc", "Arc"):
        inner = content.partition("<")[2].removesuffix(">")
        return f"{kind}<{inner}>"
    return f"{kind}<{content}>"
