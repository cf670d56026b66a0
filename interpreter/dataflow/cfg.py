"""The control-flow graph of a MIR body: edges, orders, dominators, and points.

In: a Body. Out: a `Cfg`. Points number all locations of a body block by block, so that a set of points is one Python int
(rustc: `PointIndex`, `DenseLocationMap`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from interpreter.mir import body as mir
from interpreter.mir.body import BlockId, Location, Terminator


def successors_of(terminator: Terminator) -> tuple[BlockId, ...]:
    """The blocks that may come next, false edges and unwinding included, without repetition."""
    match terminator:
        case mir.Goto():
            return (terminator.target,)
        case mir.SwitchInt():
            return tuple(dict.fromkeys([*[t for _, t in terminator.targets], terminator.otherwise]))
        case mir.Call():
            return tuple(b for b in (terminator.target, terminator.unwind) if b is not None)
        case mir.Drop() | mir.Assert():
            return (terminator.target,) if terminator.unwind is None else (terminator.target, terminator.unwind)
        case mir.FalseEdge():
            return (terminator.real, terminator.imaginary)
        case mir.FalseUnwind():
            return (terminator.real,) if terminator.unwind is None else (terminator.real, terminator.unwind)
    return ()


class Cfg:
    """Edges, orders and points of one body; made once and shared by all analyses of it."""

    def __init__(self, body: mir.Body) -> None:
        self.body = body
        blocks = body.blocks
        self.successors = [successors_of(block.terminator) for block in blocks]
        self.predecessors: list[list[BlockId]] = [[] for _ in blocks]
        for block, targets in enumerate(self.successors):
            for target in targets:
                self.predecessors[target].append(block)
        self.first_point: list[int] = []
        n_points = 0
        for data in blocks:
            self.first_point.append(n_points)
            n_points += len(data.statements) + 1
        self.n_points = n_points

    def point(self, location: Location) -> int:
        return self.first_point[location[0]] + location[1]

    @cached_property
    def locations(self) -> list[Location]:
        """The location of each point."""
        return [Location(block, i) for block, data in enumerate(self.body.blocks) for i in range(len(data.statements) + 1)]

    def location(self, point: int) -> Location:
        return self.locations[point]

    def locations_of(self, block: BlockId) -> list[Location]:
        """Those of a block's statements, and last that of its terminator."""
        first = self.first_point[block]
        return self.locations[first : first + len(self.body.blocks[block].statements) + 1]

    def last_point(self, block: BlockId) -> int:
        """The point of the block's terminator."""
        return self.first_point[block] + len(self.body.blocks[block].statements)

    @cached_property
    def reverse_postorder(self) -> list[BlockId]:
        """The blocks reachable from the start, each before its successors but for loops' back edges; of several successors the
        first comes first."""
        order: list[BlockId] = []
        seen = {0}
        stack: list[tuple[BlockId, Iterator[BlockId]]] = [(0, reversed(self.successors[0]))]
        while stack:
            block, rest = stack[-1]
            for target in rest:
                if target not in seen:
                    seen.add(target)
                    stack.append((target, reversed(self.successors[target])))
                    break
            else:
                order.append(block)
                stack.pop()
        order.reverse()
        return order

    @cached_property
    def preorder(self) -> list[BlockId]:
        """The blocks reachable from the start, depth first; of several successors the last comes first."""
        order: list[BlockId] = []
        seen: set[BlockId] = set()
        stack = [0]
        while stack:
            block = stack.pop()
            if block not in seen:
                seen.add(block)
                order.append(block)
                stack.extend(self.successors[block])
        return order

    @cached_property
    def immediate_dominators(self) -> dict[BlockId, BlockId]:
        """The nearest dominator of each reachable block; of the start itself (Cooper, Harvey, Kennedy)."""
        order = self.reverse_postorder
        number = {block: i for i, block in enumerate(order)}
        idom: dict[BlockId, BlockId] = {0: 0}
        changed = True
        while changed:
            changed = False
            for block in order[1:]:
                new: BlockId | None = None
                for pred in self.predecessors[block]:
                    if pred not in idom:
                        continue
                    if new is None:
                        new = pred
                        continue
                    a, b = pred, new
                    while a != b:
                        while number[a] > number[b]:
                            a = idom[a]
                        while number[b] > number[a]:
                            b = idom[b]
                    new = a
                if new is not None and idom.get(block) != new:
                    idom[block] = new
                    changed = True
        return idom

    def block_dominates(self, a: BlockId, b: BlockId) -> bool:
        """Whether every way from the start to `b` goes through `a`."""
        idom = self.immediate_dominators
        if b not in idom:
            return True
        while True:
            if a == b:
                return True
            up = idom[b]
            if up == b:
                return False
            b = up

    def dominates(self, a: Location, b: Location) -> bool:
        """Whether every way from the start to `b` goes through `a` (or they are the same)."""
        if a.block == b.block:
            return a.statement <= b.statement
        return self.block_dominates(a.block, b.block)

    def is_predecessor_of(self, earlier: Location, later: Location) -> bool:
        """Whether `later` can be reached from `earlier` by at least one step."""
        if earlier.block == later.block and earlier.statement < later.statement:
            return True
        queue = list(self.predecessors[later.block])
        seen: set[BlockId] = set()
        while queue:
            block = queue.pop()
            if block in seen:
                continue
            seen.add(block)
            if block == earlier.block:
                return True
            queue.extend(self.predecessors[block])
        return False

    def successor_locations(self, location: Location) -> list[Location]:
        """The locations that may come directly after `location`."""
        if location.statement < len(self.body.blocks[location.block].statements):
            return [Location(location.block, location.statement + 1)]
        return [Location(target, 0) for target in self.successors[location.block]]

    def predecessor_locations(self, location: Location) -> list[Location]:
        """The locations that may come directly before `location`."""
        if location.statement > 0:
            return [Location(location.block, location.statement - 1)]
        return [self.body.terminator_location(block) for block in self.predecessors[location.block]]


def bits(mask: int) -> Iterator[int]:
    """The elements of a set kept as an int, in rising order."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
