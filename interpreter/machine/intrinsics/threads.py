"""Threads, waiting and time (machine/threads.py has the scheduler).

`thread_spawn<F: FnOnce()>(f: F, name: &str) -> usize` (an empty name is none), `thread_wait_end(n: usize)`,
`thread_panicked(n: usize) -> bool`, `thread_current() -> usize`, `thread_name(n: usize) -> &'static str`, `thread_yield()`,
`thread_sleep(nanos: u64)`, `clock_now() -> u64`, `futex_wait<T>(place: *const T, expected: T)`: returns once the place holds
something else; `futex_wait_for<T>(place, expected, nanos: u64) -> bool`: false after the time is over.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from interpreter.machine.code import ROOT_CALL
from interpreter.machine.intrinsics import Context, effect, effect_for, static_str, text_of
from interpreter.machine.memory import Effects
from interpreter.machine.termination import Blocked
from interpreter.machine.threads import clock, holds

Pointer = tuple[Any, ...]


@effect_for("thread_spawn")
def _spawn(cx: Context) -> Callable[..., int]:
    callee = cx.types.program.resolve_fn_once(cx.ty(), ())
    entry = cx.store.entry(callee)
    untuples = callee.untuples

    def spawn(e: Effects, function: Any, name: Pointer) -> int:
        if entry[1] is None:
            cx.store.link(entry)
        arguments = [function] if untuples else [function, ()]
        frames = [[[None], ROOT_CALL, -1], [[None, *arguments, *entry[1]], entry[0], entry[2]]]
        return e.add_thread(frames, text_of(name) or None)

    return spawn


def _wait(e: Effects, condition: tuple[Any, ...]) -> None:
    """Returns once `condition` holds.

    Raises: Blocked as long as it doesn't.
    """
    if not holds(e.state, condition):
        raise Blocked(condition)


@effect("thread_wait_end")
def _wait_end(e: Effects, number: int) -> None:
    _wait(e, ("finished", number))


@effect("thread_panicked")
def _panicked(e: Effects, number: int) -> bool:
    return e.state.threads[number].panicked


@effect("thread_current")
def _current(e: Effects) -> int:
    return e.state.current


@effect("thread_name")
def _name(e: Effects, number: int) -> Pointer:
    return static_str(e.state.threads[number].name or "")


@effect("futex_wait")
def _futex_wait(e: Effects, place: Pointer, expected: Any) -> None:
    _wait(e, ("value", place[0], place[1], expected))


def _resumed(e: Effects, kind: str) -> tuple[Any, ...] | None:
    """The condition that this thread last waited for, if it is of this kind and this is the call that waited; then it is over."""
    condition = e.state.thread.resumed
    if condition is None or condition[0] != kind:
        return None
    e.set_thread(e.state.current, "resumed", None)
    return condition


@effect("futex_wait_for")
def _futex_wait_for(e: Effects, place: Pointer, expected: Any, nanos: int) -> bool:
    if place[0][place[1]] != expected:
        _resumed(e, "until")
        return True
    if _resumed(e, "until") is not None:
        return False
    raise Blocked(("until", place[0], place[1], expected, clock(e.state, e.state.now()) + nanos))


@effect("thread_sleep")
def _sleep(e: Effects, nanos: int) -> None:
    if _resumed(e, "sleep") is None:
        raise Blocked(("sleep", clock(e.state, e.state.now()) + nanos))


@effect("thread_yield")
def _yield(e: Effects) -> None:
    if _resumed(e, "yield") is None:
        raise Blocked(("yield",))


@effect("clock_now")
def _clock_now(e: Effects) -> int:
    return clock(e.state, e.state.now())
