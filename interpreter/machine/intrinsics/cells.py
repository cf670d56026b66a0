"""What std::sync tells the debugger; the locks themselves are Rust text on futexes (threads.py)."""

from __future__ import annotations

from typing import Any

from interpreter.machine.intrinsics import effect
from interpreter.machine.memory import Effects

Pointer = tuple[Any, ...]

LOCK_STATES = ("free", "read", "written")


@effect("lock_event")
def _lock_event(e: Effects, lock: Pointer, state: int) -> None:
    """A lock is now free (0), read (1) or written (2)."""
    e.event("lock", LOCK_STATES[state], lock[0], lock[1], e.state.current)
