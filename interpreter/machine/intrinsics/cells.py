"""Atomics and locks: what std::sync builds on besides plain cells."""

from __future__ import annotations

from typing import Any

from interpreter.machine.intrinsics import effect, text_of
from interpreter.machine.memory import Effects

Pointer = tuple[Any, ...]


@effect("lock_event")
def _lock_event(e: Effects, what: Pointer, place: Pointer) -> None:
    """Tells the debugger that a lock at `place` was taken or released: `what` is "lock", "unlock", "read", ..."""
    e.event("lock", text_of(what), place[0], place[1])
