"""All state of a running program, in one place: what a checkpoint keeps and what going back must restore.

Everything in `State` that runs is plain lists, dicts, tuples and numbers, so that one pickle holds it (speed.md: 4 to 29
times faster than copying). The identity of `heap`, `statics` and the journal never changes, as generated code holds on to
them; the thread that runs has its frames in `frames`.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import length_hint

from interpreter.hints import Any, TypeAlias
from interpreter.records import Record

Value: TypeAlias = Any
"""A Rust value as types.py describes it."""
Frame: TypeAlias = list[Any]
"""[locals, pc, instance number]. `pc` is up to date while the machine pauses and while another frame is above: then it is
that of the call."""
FRAME_LOCALS, FRAME_PC, FRAME_INSTANCE = 0, 1, 2
Event: TypeAlias = tuple[Any, ...]
"""(stamp, kind, ...): what happened in the step from position `stamp` to `stamp + 1`. See EVENT_KINDS."""

EVENT_LIMIT = 400_000
"""Events that are kept (some 120 bytes each)."""
EVENT_KINDS = {
    "alloc": "(id, kind, type number, cells)",
    "free": "(id, kind)",
    "realloc": "(old id, new id, old cells, new cells)",
    "count": "(id, strong, weak)",
    "print": "(stream, bytes)",
    "drop": "(type number, thread, depth, pc)",
    "panic": "(message, thread)",
    "lock": "('free', 'read' or 'written', address, thread)",
    "thread": "(what, thread)",
}


class Thread(Record):
    """`wait`: None if it can run, else the condition it waits for (threads.py); `resumed`: the one it last waited for, until
    its call has seen that. `panics`: panics under way."""

    number: int
    name: str | None
    frames: list[Frame]
    wait: tuple[Any, ...] | None = None
    finished: bool = False
    panicked: bool = False
    panics: int = 0
    resumed: tuple[Any, ...] | None = None


class AllocationInfo(Record):
    """What the registry knows of an allocation: `kind` ("Box", "Vec", ...), the number of the content's type, its made-up
    address, and the position at which it was made."""

    kind: str
    type_number: int
    address: int
    born: int


class State:
    """`position`: steps executed since the start. `stdin_position`: bytes consumed. `clock`: virtual nanoseconds beyond those
    that steps take."""

    __slots__ = (
        "burst",
        "clock",
        "current",
        "end",
        "events",
        "extra",
        "frames",
        "heap",
        "info",
        "iterator",
        "journal",
        "logged",
        "next_address",
        "next_id",
        "position",
        "random",
        "recording",
        "statics",
        "stdin_position",
        "switches",
        "threads",
        "turn_start",
    )

    def __init__(self) -> None:
        self.position = 0
        self.frames: list[Frame] = []
        self.threads: list[Thread] = []
        self.current = 0
        self.heap: dict[int, list[Value]] = {0: []}
        """Allocation id -> cells. Id 0 is the empty buffer, which is no allocation."""
        self.info: dict[int, AllocationInfo] = {}
        self.next_id = 1
        self.next_address = 0x5555_5555_0000
        self.statics: dict[int, list[Value]] = {}
        """Index of the static's Def -> its container; constants that references point into have numbers below 0."""
        self.extra: dict[Any, Value] = {}
        """What intrinsics keep between calls."""
        self.stdin_position = 0
        self.clock = 0
        self.random = 0
        self.switches: list[tuple[Any, ...]] = []
        """Which thread ran when: see threads.py."""
        self.events: list[Event] = []
        self.journal: list[Any] = []
        self.recording = True
        self.logged = 0
        """Steps before this position have their events in the log; it only grows, as running again gives the same events."""
        self.turn_start = 0
        """Position at which the running thread's turn began."""
        self.end = 0
        self.iterator: Iterator[int] = iter(())
        self.burst = range(5000)
        """So many turns of a loop within one step of a hot body (merge.py); one once there are several threads."""

    def now(self) -> int:
        """The position of the step that is executing (driver: `end` minus what the running loop has left, minus one)."""
        return self.end - length_hint(self.iterator) - 1

    @property
    def thread(self) -> Thread:
        return self.threads[self.current]

    # What a checkpoint holds -------------------------------------------------------------------------------------

    def snapshot(self) -> tuple[Any, ...]:
        """Everything that running changes, events and output excepted (they are cut back to a position instead)."""
        threads = [
            (th.number, th.name, th.frames, th.wait, th.finished, th.panicked, th.panics, th.resumed) for th in self.threads
        ]
        info = {i: (a.kind, a.type_number, a.address, a.born) for i, a in self.info.items()}
        return (
            self.position,
            threads,
            self.current,
            self.heap,
            info,
            self.next_id,
            self.next_address,
            self.statics,
            self.extra,
            self.stdin_position,
            self.clock,
            self.random,
            self.turn_start,
        )

    def restore(self, snapshot: tuple[Any, ...]) -> None:
        """Become what `snapshot` says; the containers in it are taken over. Statics first used later are missing then (see
        CodeStore)."""
        (self.position, threads, self.current, heap, info, self.next_id, self.next_address, statics, self.extra) = snapshot[:9]
        self.stdin_position, self.clock, self.random, self.turn_start = snapshot[9:]
        self.threads = [Thread(*fields) for fields in threads]
        self.frames = self.threads[self.current].frames
        self.heap.clear()
        self.heap.update(heap)
        self.info = {i: AllocationInfo(*fields) for i, fields in info.items()}
        constants = {key: cell for key, cell in self.statics.items() if key < 0 and key not in statics}
        self.statics.clear()
        self.statics.update(statics)
        self.statics.update(constants)
        self.journal.clear()
        self.cut_switches()

    def cut_switches(self) -> None:
        """Forget the thread switches at and after the present position."""
        switches = self.switches
        while switches and switches[-1][0] >= self.position:
            switches.pop()

    def forget_future(self) -> None:
        """Forget the events after the present position (another future begins)."""
        events = self.events
        while events and events[-1][0] >= self.position:
            events.pop()
        self.logged = self.position

    def thin_events(self) -> None:
        """Bound the log: of the oldest half only what was printed is kept."""
        if len(self.events) > EVENT_LIMIT:
            half = EVENT_LIMIT // 2
            self.events[:-half] = [event for event in self.events[:-half] if event[1] == "print"]

    def event(self, kind: str, *data: Any) -> None:
        """Log what happens in this step, unless it was logged when the step first ran."""
        if self.recording:
            now = self.now()
            if now >= self.logged:
                self.events.append((now, kind, *data))

    def unlog_last(self, count: int) -> None:
        """Take back the last events of this step (for one that says the same in other words)."""
        if self.recording and self.now() >= self.logged:
            del self.events[-count:]
