"""Threads under a deterministic scheduler: turns, waiting, sleeping, deadlock.

Only one thread runs at a time. It gives up its turn when a call blocks (intrinsics raise Blocked with a condition), ends, or
has run for QUANTUM steps while others could run. The next one is the next ready one by number, or with a seed any ready one.
A switch happens just before the step at its position, and is logged so that going back can undo it. Time is virtual: steps
take NANOSECONDS_PER_STEP, and when every thread sleeps the clock jumps to the first to wake.

Conditions: ("value", container, index, expected): until the slot no longer holds `expected` (a futex); ("finished", thread);
("token", thread): until it is unparked; ("sleep", until); ("until", container, index, expected, until): a futex with a
timeout; ("park", thread, until): until it is unparked, with a timeout; ("yield",).
"""

from __future__ import annotations

from interpreter.hints import Any
from interpreter.machine.state import State, Thread
from interpreter.records import Record

QUANTUM = 50_000
"""So long that threads which do little run undisturbed between the points at which they wait."""
NANOSECONDS_PER_STEP = 10
_TIMED = ("sleep", "until", "park")
"""The conditions that end with the time at which they hold at the latest."""


def clock(state: State, now: int | None = None) -> int:
    """Virtual nanoseconds since the start."""
    position = state.position if now is None else now
    return position * NANOSECONDS_PER_STEP + state.clock


def holds(state: State, condition: tuple[Any, ...]) -> bool:
    """Whether a thread that waits for `condition` can go on."""
    match condition[0]:
        case "value":
            return bool(condition[1][condition[2]] != condition[3])
        case "until":
            return bool(condition[1][condition[2]] != condition[3] or clock(state) >= condition[4])
        case "finished":
            return bool(state.threads[condition[1]].finished)
        case "token":
            return bool(state.extra.get(condition, False))
        case "park":
            return bool(state.extra.get(("token", condition[1]), False) or clock(state) >= condition[2])
        case "sleep":
            return bool(clock(state) >= condition[1])
        case _:
            return True


def ready(state: State) -> list[Thread]:
    """The threads that can run now, by number."""
    return [t for t in state.threads if not t.finished and (t.wait is None or holds(state, t.wait))]


def switch(state: State, turn: Turn, wait: tuple[Any, ...] | None, finished: bool = False, panicked: bool = False) -> None:
    """The running thread stops (waiting for `wait`, or finished) and the chosen one runs from the present position on."""
    chosen = turn.thread
    current = state.thread
    record = (
        state.position, current.number, current.finished, current.panicked, current.resumed,
        chosen.number, chosen.wait, chosen.resumed, state.clock, state.random, state.turn_start,
    )  # fmt: skip
    state.switches.append(record)
    current.wait, current.finished, current.panicked = wait, finished, panicked
    chosen.resumed = chosen.wait if chosen.wait is not None else chosen.resumed
    chosen.wait = None
    state.clock, state.random = turn.clock, turn.random
    state.current = chosen.number
    state.frames = chosen.frames
    state.turn_start = state.position


def undo_switch(state: State) -> None:
    """Take back the last switch."""
    (_, old, finished, panicked, resumed, new, wait, new_resumed, state.clock, state.random, state.turn_start) = (
        state.switches.pop()
    )
    thread = state.threads[new]
    thread.wait, thread.resumed = wait, new_resumed
    thread = state.threads[old]
    thread.wait, thread.finished, thread.panicked, thread.resumed = None, finished, panicked, resumed
    state.current = old
    state.frames = thread.frames


class Turn(Record, frozen=True):
    """Whose turn is next, and what clock and random state it begins with."""

    thread: Thread
    clock: int
    random: int


def choose(state: State, seeded: bool) -> Turn | None:
    """Whose turn is next after the running thread's; the clock moves on if all sleep. None: nobody can ever run again."""
    candidates, skipped, random = ready(state), 0, state.random
    if not candidates:
        waiting = [t for t in state.threads if not t.finished and t.wait is not None and t.wait[0] in _TIMED]
        wakes = [t.wait[-1] for t in waiting if t.wait is not None]
        if not wakes:
            return None
        skipped = max(min(wakes) - clock(state), 0)
        candidates = [t for t in waiting if t.wait is not None and t.wait[-1] == min(wakes)]
    if seeded and len(candidates) > 1:
        random = (random * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
        chosen = candidates[(random >> 33) % len(candidates)]
    else:
        chosen = next((t for t in candidates if t.number > state.current), candidates[0])
    return Turn(chosen, state.clock + skipped, random)


def describe_wait(state: State, thread: Thread) -> str:
    """What a thread waits for, in words."""
    if thread.wait is None:
        return "can run"
    match thread.wait[0]:
        case "finished":
            return f"waits for thread {thread.wait[1]} to end"
        case "sleep":
            return "sleeps"
        case _:
            return "waits for a lock, a message or a notification"
