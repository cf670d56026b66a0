"""What std::sync tells the debugger; the locks themselves are Rust text on futexes (threads.py)."""

from __future__ import annotations

from collections.abc import Callable

from interpreter.hints import Any
from interpreter.machine.addresses import address_of
from interpreter.machine.intrinsics import Context, effect_for
from interpreter.machine.memory import Effects

Pointer = tuple[Any, ...]

LOCK_STATES = ("free", "read", "written")


@effect_for("lock_event")
def _lock_event(cx: Context) -> Callable[..., None]:
    """A lock is now free (0), read (1) or written (2); it is named by its address."""
    store = cx.store

    def lock_event(e: Effects, lock: Pointer, state: int) -> None:
        if e.state.recording:
            e.event("lock", LOCK_STATES[state], address_of(store, e.state, lock), e.state.current)

    return lock_event
