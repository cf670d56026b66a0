"""Who keeps a RefCell borrowed or a lock locked, since when, and which thread waits for whom: run-time state, from the machine.

In: the guards that the heap's scan has found in memory. Out: rows for the borrows pane, words for the threads' and the
allocations' rows, and answers to "who is in the way?" when a RefCell panics or nobody can go on.
"""

from __future__ import annotations

from interpreter.debugger.describe import destination_of
from interpreter.debugger.events import EventLog
from interpreter.debugger.heap import Guard
from interpreter.debugger.memory import Memory
from interpreter.debugger.recorder import frame_index
from interpreter.debugger.view import Change, LoanKind, LoanRow
from interpreter.hints import Any
from interpreter.machine.state import Thread
from interpreter.machine.termination import TerminationKind
from interpreter.machine.threads import describe_wait
from interpreter.mir import body as mir
from interpreter.records import Record

_LOOK_BACK = 20_000
"""Steps searched for the one that made a guard."""
_SAID = {LoanKind.REF_GUARD: "borrowed", LoanKind.REF_MUT_GUARD: "mutably borrowed", LoanKind.LOCK_GUARD: "locked"}


class Hold(Record, frozen=True):
    """A guard that is alive: on what (the list of the cell or lock, `place` in words), by which thread (None: it lies on the
    heap), made at which step (0: not known) and line."""

    guard: Guard
    subject: str
    place: str
    cell: Any
    thread: int | None
    born: int
    line: int

    @property
    def since(self) -> str:
        return f" since line {self.line} (step {self.born})" if self.born else ""


class Holds:
    """The guards of one moment and the threads that wait."""

    def __init__(self, memory: Memory, guards: list[Guard], events: EventLog, step: int) -> None:
        self.memory = memory
        self.machine = memory.machine
        self.events = events
        self.step = step
        self.all = [self._hold(guard) for guard in guards]

    def _hold(self, guard: Guard) -> Hold:
        pointer = guard.pointer if isinstance(guard.pointer, tuple) and guard.pointer[0] is not None else None
        target = self.memory.map.target(pointer, False) if pointer is not None else None
        subject, place = self.memory.target_label(target) if target is not None else ("", "a value that is gone")
        thread, _, rest = guard.subject.partition("/")
        born = self._born(guard.subject) if rest else 0
        line = self.events.recorder.lines[born - 1] if born else 0
        return Hold(guard, subject, place, guard.cell, int(thread) if rest else None, born, line)

    def _born(self, subject: str) -> int:
        """The step that put a guard where it is; 0 where that isn't known."""
        thread, frame, instance, local = (int(part) for part in subject.split("/"))
        recorder = self.events.recorder
        for step in range(self.step, max(self.step - _LOOK_BACK, 0), -1):
            at = step - 1
            if recorder.threads[at] != thread or frame_index(recorder.depths[at]) != frame:
                continue
            executed = self.events.executed(step)
            place = destination_of(executed[1]) if executed is not None and executed[0].entry[2] == instance else None
            if place is not None and place.local == local and not place.projection:
                return step
        return 0

    # -------------------------------------------------------------------------------------------- rows

    def rows(self, before: dict[str, str]) -> list[LoanRow]:
        """One row for each guard, with who waits for what it guards."""
        waits = {number: self._awaited(th) for number, th in enumerate(self.machine.state.threads)}
        rows = []
        for hold in self.all:
            place, holder = hold.place, hold.guard.label
            words = {
                LoanKind.REF_GUARD: f"no `borrow_mut` of `{place}` (it would panic)",
                LoanKind.REF_MUT_GUARD: f"no `borrow` or `borrow_mut` of `{place}` (it would panic)",
                LoanKind.LOCK_GUARD: f"no other lock of `{place}` (it would wait)",
            }
            label = f"G{hold.guard.subject}"
            _, _, rest = hold.guard.subject.partition("/")
            rows.append(
                LoanRow(
                    label=label,
                    gutter="",
                    kind=hold.guard.kind,
                    place=place,
                    holder=holder,
                    start_line=hold.line,
                    why=f"until `{holder.replace('`', '')}` is dropped",
                    forbids=words[hold.guard.kind],
                    change=Change.NEW if self.step > 0 and f"guard {label}" not in before else Change.NONE,
                    frame=int(rest.partition("/")[0]) if rest else 0,
                    born_step=hold.born,
                    waiting=tuple(
                        self._thread_name(number)
                        for number, lock in waits.items()
                        if lock is not None and any(lock is part for part in hold.cell or ())
                    ),
                    subjects=frozenset((hold.guard.subject, hold.subject)),
                )
            )
        return rows

    def state_of(self, number: int) -> str:
        """Who holds what lies in allocation `number`: "locked by thread 1", "read by main.a"; empty if nobody does."""
        label = f"H{number}"
        said = [
            f"{_SAID[hold.guard.kind]} by " + (self._thread_name(hold.thread) if self._is_lock(hold) else f"`{hold.guard.label}`")
            for hold in self.all
            if hold.subject == label
        ]
        return ", ".join(dict.fromkeys(said))

    @staticmethod
    def _is_lock(hold: Hold) -> bool:
        return hold.guard.kind is LoanKind.LOCK_GUARD and hold.thread is not None

    # -------------------------------------------------------------------------------------------- who waits for whom

    def waits_for(self, thread: Thread) -> str:
        """What a thread that doesn't run waits for, and who is in the way."""
        lock = self._awaited(thread)
        holds = [hold for hold in self.all if lock is not None and any(lock is part for part in hold.cell or ())]
        if holds:
            by = " and ".join(dict.fromkeys(self._thread_name(hold.thread) for hold in holds))
            return f"waits for the lock of {holds[0].place}, held by {by}{holds[0].since}"
        condition = self._condition(thread)
        if condition is not None and condition[0] == "finished":
            return f"waits for {self._thread_name(condition[1])} to end"
        target = self.memory.map.target((lock, 0), False) if lock is not None else None
        if target is not None:
            return f"waits for a message or a notification at {self.memory.root_label(target.root)[1]}"
        return describe_wait(self.machine.state, thread)

    def deadlock(self) -> str:
        """Why no thread can go on: each with what it waits for, and whether they wait in a circle."""
        threads = [thread for thread in self.machine.state.threads if not thread.finished]
        said = [f"{self._thread_name(thread.number)} {self.waits_for(thread)}" for thread in threads]
        circle = self._circle()
        if len(circle) == 1:
            said.append(f"{self._thread_name(circle[0])} waits for itself: a lock can't be taken twice by the same thread")
        elif circle:
            said.append(f"they wait in a circle: {' -> '.join(self._thread_name(n) for n in (*circle, circle[0]))}")
        return "; ".join(said)

    def _circle(self) -> list[int]:
        """Threads that wait one for the other, round and round."""
        after: dict[int, int] = {}
        for thread in self.machine.state.threads:
            lock, condition = self._awaited(thread), self._condition(thread)
            holders = [h.thread for h in self.all if lock is not None and any(lock is part for part in h.cell or ())]
            if holders and holders[0] is not None:
                after[thread.number] = holders[0]
            elif condition is not None and condition[0] == "finished":
                after[thread.number] = condition[1]
        for start in after:
            path = [start]
            while path[-1] in after and after[path[-1]] not in path:
                path.append(after[path[-1]])
            if after.get(path[-1]) == start:
                return path
        return []

    def _condition(self, thread: Thread) -> tuple[Any, ...] | None:
        """What a thread waits for (threads.py); of the one that ran last when nobody could go on the machine says it."""
        end = self.machine.termination
        if thread.wait is None and end is not None and end.kind is TerminationKind.DEADLOCK:
            return end.wait if thread.number == self.machine.state.current else None
        return thread.wait

    def _awaited(self, thread: Thread) -> Any:
        """The list of the slot whose change a thread waits for."""
        condition = self._condition(thread)
        return condition[1] if condition is not None and condition[0] in ("value", "until") else None

    def _thread_name(self, number: int | None) -> str:
        if number is None:
            return "a guard on the heap"
        name = self.machine.state.threads[number].name
        return f"thread {name or number}"

    # -------------------------------------------------------------------------------------------- a RefCell's panic

    def refused_borrow(self) -> str:
        """If the step just made is a RefCell's panic: what keeps the cell borrowed, and since when. Else empty."""
        panics = [event[2] for event in self.events.machine_events(self.step) if event[1] == "panic"]
        if not panics or not panics[0].startswith(("RefCell already", "already borrowed", "already mutably")):
            return ""
        asked = "read" if "mutably" in panics[0] else "write"
        kinds = (LoanKind.REF_MUT_GUARD,) if asked == "read" else (LoanKind.REF_GUARD, LoanKind.REF_MUT_GUARD)
        cell = self._asked_cell()
        holds = [hold for hold in self.all if hold.guard.kind in kinds and (cell is None or hold.cell is cell)]
        if not holds or len({id(hold.cell) for hold in holds}) > 1:
            return ""
        first = holds[0]
        others = f" (and {len(holds) - 1} more)" if len(holds) > 1 else ""
        return (
            f"Two borrows meet: `{first.place}` is {_SAID[first.guard.kind]}{first.since}, by "
            f"`{first.guard.label.replace('`', '')}`{others}, which still lives, and here it is borrowed once more, to {asked}. "
            "A RefCell allows many readers or one writer, and checks it while the program runs."
        )

    def _asked_cell(self) -> Any:
        """The list of the RefCell on which the step's call was made, as far as its place is one of variables and fields."""
        executed = self.events.executed(self.step)
        call = executed[1].terminator if executed is not None else None
        if executed is None or not isinstance(call, mir.Call) or not call.args or not isinstance(call.args[0], mir.Move):
            return None
        body = executed[0].body
        frame = next((f for f in reversed(self.memory.frames.get(self.machine.state.current, [])) if f.body is body), None)
        if body is None or frame is None:
            return None
        source = self.memory.flows.of(body).source_of(call.args[0].place.local)
        if source is None:
            return None
        value = frame.locals[source.local]
        for elem in source.projection:
            if isinstance(elem, mir.Field) and isinstance(value, list) and elem.index < len(value):
                value = value[elem.index]
            elif isinstance(elem, mir.Deref) and isinstance(value, tuple) and value[0] is not None:
                value = value[0][value[1]]
            else:
                return None
        return value if isinstance(value, list) else None
