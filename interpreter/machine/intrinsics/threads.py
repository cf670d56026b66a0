"""Threads, waiting and time: the intrinsics of std::thread, sync and time. The scheduler is in machine/threads.py.

A call that must wait raises Blocked before it has done anything, and is tried again when its condition holds.
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.hints import Any
from interpreter.machine.code import ROOT_CALL
from interpreter.machine.intrinsics import Context, effect, effect_for, static_str, text_of
from interpreter.machine.memory import Effects
from interpreter.machine.state import Frame
from interpreter.machine.termination import Blocked
from interpreter.machine.threads import clock, holds

Pointer = tuple[Any, ...]


@effect_for("thread_spawn")
def _spawn(cx: Context) -> Callable[..., int]:
    """`(f: F) -> usize` for any `F: FnOnce()`: the new thread's number."""
    callee = cx.types.program.resolve_fn_once(cx.inputs[0], ())
    entry = cx.store.entry(callee)
    untuples = callee.untuples

    def spawn(e: Effects, function: Any) -> int:
        if entry[1] is None:
            cx.store.link(entry)
        arguments = [function] if untuples else [function, ()]
        frames: list[Frame] = [[[None], ROOT_CALL, -1], [[None, *arguments, *entry[1]], entry[0], entry[2]]]
        return e.add_thread(frames, None)

    return spawn


def _wait(e: Effects, condition: tuple[Any, ...]) -> None:
    """Returns once `condition` holds.

    Raises: Blocked as long as it doesn't.
    """
    if not holds(e.state, condition):
        raise Blocked(condition)


@effect("thread_join")
def _join(e: Effects, number: int) -> bool:
    _wait(e, ("finished", number))
    return e.state.threads[number].panicked


@effect("thread_finished")
def _finished(e: Effects, number: int) -> bool:
    return e.state.threads[number].finished


@effect("thread_current")
def _current(e: Effects) -> int:
    return e.state.current


@effect("thread_name")
def _name(e: Effects, number: int) -> list[Any]:
    name = e.state.threads[number].name
    return [0] if name is None else [1, static_str(name)]


@effect("thread_set_name")
def _set_name(e: Effects, number: int, name: Pointer) -> None:
    e.set_thread(number, "name", text_of(name))


@effect("thread_park")
def _park(e: Effects) -> None:
    key = ("token", e.state.current)
    _wait(e, key)
    e.set_extra(key, False)


@effect("thread_park_timeout")
def _park_timeout(e: Effects, nanos: int) -> None:
    waited = _resumed(e, "park")
    key = ("token", e.state.current)
    if e.state.extra.get(key, False):
        e.set_extra(key, False)
    elif not waited:
        raise Blocked(("park", e.state.current, clock(e.state, e.state.now()) + nanos))


@effect("thread_unpark")
def _unpark(e: Effects, number: int) -> None:
    e.set_extra(("token", number), True)


@effect("futex_wait")
def _futex_wait(e: Effects, place: Pointer, expected: Any) -> None:
    _wait(e, ("value", place[0], place[1], expected))


def _resumed(e: Effects, kind: str) -> bool:
    """Whether the thread has just waited for a condition of this kind in this call; that is then forgotten."""
    condition = e.state.thread.resumed
    if condition is None or condition[0] != kind:
        return False
    e.set_thread(e.state.current, "resumed", None)
    return True


@effect("futex_wait_timeout")
def _futex_wait_timeout(e: Effects, place: Pointer, expected: Any, nanos: int) -> bool:
    waited = _resumed(e, "until")
    if place[0][place[1]] != expected:
        return True
    if waited:
        return False
    raise Blocked(("until", place[0], place[1], expected, clock(e.state, e.state.now()) + nanos))


@effect("thread_sleep")
def _sleep(e: Effects, nanos: int) -> None:
    if not _resumed(e, "sleep"):
        raise Blocked(("sleep", clock(e.state, e.state.now()) + nanos))


@effect("thread_yield")
def _yield(e: Effects) -> None:
    if not _resumed(e, "yield"):
        raise Blocked(("yield",))


@effect("clock_now")
def _clock_now(e: Effects) -> int:
    """Virtual nanoseconds since the start."""
    return clock(e.state, e.state.now())
