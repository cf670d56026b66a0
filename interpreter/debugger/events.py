"""The trace: what each step did, one line an event.

The event of a step itself follows from the machine step that was executed (its MIR says what it moves, borrows, calls); what happened within,
in std or in drop glue, is in the machine's event log. Both need no state, so the trace of all known steps can be made at any time.
"""

from __future__ import annotations

from bisect import bisect_left

from interpreter.debugger.memory import TypeNames, name_of
from interpreter.debugger.phrases import callee_text, destination, operand_text, place_text, source_text
from interpreter.debugger.recorder import Recorder
from interpreter.debugger.steps import StepKind
from interpreter.debugger.view import EventRow
from interpreter.machine.code import InstanceCode
from interpreter.machine.machine import Machine
from interpreter.machine.plan import Op
from interpreter.machine.state import Event
from interpreter.mir import body as mir
from interpreter.source import Span

BUFFERS = frozenset(("Vec", "VecDeque", "slice"))
"""Kinds of allocations that have a cell for each element."""
LANES = ("alloc", "move", "copy", "borrow", "drop", "count", "call", "output")


class EventLog:
    """The events of all known steps in order; made as far as they are asked for."""

    def __init__(self, machine: Machine, recorder: Recorder, names: TypeNames) -> None:
        self.machine = machine
        self.recorder = recorder
        self.names = names
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
        pc = self.recorder.pcs[step - 1]
        found = self.machine.code.location_of(pc) if pc >= 0 else None
        return None if found is None else (found[0], found[0].ops[pc - found[0].first])

    def main_event(self, step: int) -> EventRow | None:
        """The event of the step as such."""
        executed = self.executed(step)
        if executed is None:
            return None
        code, op = executed
        kind = self.recorder.kinds[self.recorder.pcs[step - 1]]
        assert code.body is not None
        text = describe(code.body, op, kind)
        return EventRow(step, self.recorder.lines[step - 1], kind.value, text, self.recorder.threads[step - 1])

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
        rows: list[EventRow] = []
        for event in _joined(self.machine_events(step)):
            found = self.describe_event(event)
            if found is not None:
                kind, text, subjects = found
                rows.append(EventRow(step, line, kind, text, thread, subjects))
        return rows

    def kind_of(self, event: Event) -> str:
        """What an "alloc" event allocates."""
        return allocation_kind(event[3], self.names.text(self.machine.code.type_list[event[4]]))

    def kind_of_allocation(self, number: int) -> str:
        """What allocation `number` is or was."""
        for event in self.machine.state.events:
            if event[1] == "alloc" and event[2] == number:
                return self.kind_of(event)
            if event[1] == "realloc" and event[3] == number:
                return self.kind_of_allocation(event[2])
        return "allocation"

    def describe_event(self, event: Event) -> tuple[str, str, frozenset[str]] | None:
        """(kind, text, subjects) of an event of the machine's log; None for those that aren't shown."""
        match event[1]:
            case "alloc":
                number = event[2]
                return "alloc", f"H{number} is allocated: {self.kind_of(event)}", frozenset((f"H{number}",))
            case "free":
                return "free", f"H{event[2]} is freed", frozenset((f"H{event[2]}",))
            case "realloc":
                old, new = event[2], event[3]
                return "alloc", f"H{old} is full: its contents move to H{new}, and it is freed", frozenset((f"H{old}", f"H{new}"))
            case "count":
                number, strong, weak = event[2:5]
                return "count", f"H{number}: strong {strong}, weak {weak}", frozenset((f"H{number}",))
            case "print":
                text = event[3].decode("utf-8", "replace").rstrip("\n")
                return "output", text, frozenset()
            case "panic":
                return "panic", f"panic: {event[2]}", frozenset()
            case "thread":
                return "thread", f"thread {event[3]}: {event[2]}", frozenset((f"T{event[3]}",))
            case "lock":
                return "lock", f"lock {event[2]}", frozenset()
        return None


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


def describe(body: mir.Body, op: Op, kind: StepKind) -> str:
    """One line about a step."""
    node: mir.Statement | mir.Terminator | None = op.terminator if op.terminator is not None else op.statement
    assert node is not None
    place = op.result if op.result is not None else op.statement.place if op.statement is not None else None
    match op.terminator:
        case mir.Call(func=func, info=info):
            return f"call `{callee_text(func, info.span)}`: {source_text(info.span)}"
        case mir.Return():
            return f"`{name_of(body.owner)}` returns"
        case mir.Drop(place=dropped, info=info):
            what = place_text(body, dropped)
            return (f"`{what}` is dropped" if what else "a temporary is dropped") + (
                f": {info.reason.value}" if info.reason.value else ""
            )
        case mir.SwitchInt():
            return f"branch on `{source_text(node.info.span)}`"
    assert place is not None and op.statement is not None
    return _describe_assign(body, place, op.statement.rvalue, op.statement.info.span, kind)


def _describe_assign(body: mir.Body, place: mir.Place, rvalue: mir.Rvalue, span: Span, kind: StepKind) -> str:
    to = destination(body, place)
    match rvalue:
        case mir.Use(operand=mir.Move() as operand):
            return f"{operand_text(body, operand)} moves into {to}" if kind is StepKind.MOVE else f"{to} is set"
        case mir.Use(operand=mir.Copy() as operand):
            return f"{operand_text(body, operand)} is copied into {to}"
        case mir.Use(operand=operand):
            return f"{to} is set to {operand_text(body, operand)}"
        case mir.Ref(kind=borrow, place=borrowed):
            sign = "&" if borrow.value == "&" else "&mut "
            return f"`{sign}{place_text(body, borrowed) or 'a temporary'}` is borrowed into {to}"
        case mir.RawPtrTo(place=borrowed):
            return f"a raw pointer to `{place_text(body, borrowed) or 'a temporary'}` into {to}"
        case mir.Aggregate() | mir.Repeat():
            return f"{to} is made: `{source_text(span)}`"
        case mir.Cast():
            return f"`{source_text(span)}` is converted"
    return f"`{source_text(span)}` is computed" + ("" if to == "a temporary" else f" into {to}")
