"""Checkpoints: states packed as bytes, from which any later position is reached by running again.

In: State.snapshot() tuples. Out: the latest one at or before a position. Memory is bounded: over the limit every second one
is dropped and the interval doubled. A state whose references nest too deeply for pickle is kept as a copy instead.
"""

from __future__ import annotations

import pickle
from bisect import bisect_right, insort

from interpreter.hints import Any
from interpreter.machine.bytes import Block, Memory, UnionField, Window
from interpreter.machine.state import State
from interpreter.records import Record

INTERVAL = 50_000
"""Steps between checkpoints, at least (speed.md: some 5 ms of running)."""
MEMORY_LIMIT = 64 * 1024 * 1024


class Checkpoint(Record):
    position: int
    packed: bytes | None
    copied: Any = None

    def __lt__(self, other: Checkpoint) -> bool:
        return self.position < other.position

    def unpack(self) -> Any:
        """The snapshot, as new objects."""
        return pickle.loads(self.packed) if self.packed is not None else copy_flat(self.copied)


class History:
    """The checkpoints of a run, by position."""

    def __init__(self) -> None:
        self.checkpoints: list[Checkpoint] = []
        self.interval = INTERVAL
        self.bytes = 0

    def due(self, window_start: int) -> int:
        """The position at which the next checkpoint is taken, for the window that begins at `window_start`.

        Large states are packed more rarely: packing takes some 5 ns a byte, a step some 100 ns.
        """
        size = 0
        if self.checkpoints:
            last = self.latest(window_start)
            size = len(last.packed) if last.packed is not None else 0
        return window_start + max(self.interval, size)

    def take(self, state: State) -> None:
        """Keep the present state, unless there is a checkpoint at this position already."""
        index = bisect_right(self.checkpoints, state.position, key=lambda c: c.position)
        if index and self.checkpoints[index - 1].position == state.position:
            return
        snapshot = state.snapshot()
        try:
            checkpoint = Checkpoint(state.position, pickle.dumps(snapshot, protocol=5))
        except RecursionError:
            checkpoint = Checkpoint(state.position, None, copy_flat(snapshot))
        insort(self.checkpoints, checkpoint)
        self.bytes += len(checkpoint.packed or b"")
        if self.bytes > MEMORY_LIMIT and len(self.checkpoints) > 2:
            self._thin()

    def _thin(self) -> None:
        kept = [c for i, c in enumerate(self.checkpoints) if i % 2 == 0]
        self.checkpoints = kept
        self.bytes = sum(len(c.packed or b"") for c in kept)
        self.interval *= 2

    def latest(self, position: int) -> Checkpoint:
        """The last checkpoint at or before `position`. (There is one at 0.)"""
        return self.checkpoints[bisect_right(self.checkpoints, position, key=lambda c: c.position) - 1]

    def forget_after(self, position: int) -> None:
        """Another future begins after `position`."""
        self.checkpoints = [c for c in self.checkpoints if c.position <= position]
        self.bytes = sum(len(c.packed or b"") for c in self.checkpoints)


_OBJECTS = (Block, Memory, UnionField, Window)


def copy_flat(value: Any) -> Any:
    """A copy of lists, tuples, dicts and views of memory of any depth, sharing within it kept, without recursion."""
    memo: dict[int, Any] = {}
    keep: list[Any] = []
    stack: list[tuple[Any, bool]] = [(value, False)]
    while stack:
        item, expanded = stack.pop()
        kind = item.__class__
        if (kind not in (list, tuple, dict) and kind not in _OBJECTS) or (id(item) in memo and not expanded):
            continue
        if kind is not tuple and kind is not dict:
            attributes = () if kind is list else [getattr(item, name) for name in kind.__slots__]
            elements = list.__iter__(item) if isinstance(item, list) else ()
            if not expanded:
                memo[id(item)] = kind.__new__(kind)
                keep.append(item)
                stack.append((item, True))
                stack.extend((part, False) for part in (*elements, *attributes))
                continue
            new = memo[id(item)]
            if isinstance(item, list):
                list.extend(new, (memo.get(id(part), part) for part in elements))
            for name, part in zip(() if kind is list else kind.__slots__, attributes):
                setattr(new, name, memo.get(id(part), part))
        elif not expanded:
            stack.append((item, True))
            parts = item.values() if kind is dict else item
            stack.extend((part, False) for part in parts)
        elif kind is dict:
            memo[id(item)] = {k: memo.get(id(part), part) for k, part in item.items()}
        else:
            memo[id(item)] = tuple([memo.get(id(part), part) for part in item])
    return memo.get(id(value), value)
