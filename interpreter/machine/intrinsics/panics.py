"""Panics: beginning one, and what is known after one was caught. Catching itself is compiled in calls.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from interpreter.machine.intrinsics import Context, effect, effect_for, pure, static_str, text_of
from interpreter.machine.memory import Effects
from interpreter.machine.termination import RustPanic

Pointer = tuple[Any, ...]


@pure("begin_panic")
def _begin_panic(message: Pointer) -> None:
    """A literal's bytes are immutable: then the payload is a `&'static str`, else a String."""
    raise RustPanic(text_of(message), literal=isinstance(message[0], bytes))


@pure("begin_panic_quiet")
def _begin_panic_quiet(message: Pointer) -> None:
    """Panics without a report (`resume_unwind`)."""
    raise RustPanic(text_of(message), quiet=True)


@effect("caught_message")
def _caught_message(e: Effects) -> list[Any]:
    """The message of this thread's last panic, and whether it was a literal."""
    return _panic_message(e, e.state.current)


@effect("thread_panic_message")
def _panic_message(e: Effects, number: int) -> list[Any]:
    message, literal, _ = e.state.extra.get(("panic", number), ("", True, 0))
    return [static_str(message), literal]


@effect("thread_panicking")
def _panicking(e: Effects) -> bool:
    return e.state.thread.panics > 0


@effect_for("caller_location")
def _caller_location(cx: Context) -> Callable[[Effects], Pointer]:
    """A reference to the `Location` (file, line, column) of the caller of the function around, or of its caller if that is
    `#[track_caller]`."""
    from interpreter.machine.unwind import caller_location

    store = cx.store

    def location(e: Effects) -> Pointer:
        name, line, column = caller_location(store, e.state)
        return ([[static_str(name), line, column]], 0)

    return location
