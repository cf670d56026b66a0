"""One worklist engine for all gen/kill problems (rustc_mir_dataflow::framework).

In: a Cfg and the effect of each point as (kill, gen) sets. Out: the set that holds on entry to each block, from which the set
at any point follows. Sets are Python ints, joined by union ("may" problems; a "must" problem is the complement of one).
An effect of a call that takes place only when it returns is given for its edge.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from interpreter.dataflow.cfg import Cfg
from interpreter.hints import TypeAlias
from interpreter.mir.body import BlockId, Location
from interpreter.records import Record, field

Effect: TypeAlias = tuple[int, int]
"""(kill, gen): the set `s` becomes `s & ~kill | gen`."""


class FlowProblem(Record, frozen=True, slots=False):
    """`effects`: by point. `before`: what takes effect before the point's own effect and is seen at the point (rustc: early
    effects). `on_return`: by block of a call, its effect on the edge to its target."""

    effects: Mapping[int, Effect]
    entry: int = 0
    before: Mapping[int, Effect] = field(default_factory=dict)
    on_return: Mapping[BlockId, Effect] = field(default_factory=dict)


class FlowResult(Record, frozen=True, slots=False):
    """The solution of a problem. `entry`: the set on entry to each block (empty for blocks that can't be reached)."""

    cfg: Cfg
    problem: FlowProblem
    entry: list[int]
    _last: dict[Location, int] = field(default_factory=dict, compare=False, repr=False)
    """The location last asked for: whoever shows one asks about every variable there."""

    def at(self, location: Location) -> int:
        """The set at a location: before its own effect, after its early one."""
        known = self._last.get(location)
        if known is None:
            self._last.clear()
            known = self._last[location] = self._state_at(location)
        return known

    def _state_at(self, location: Location) -> int:
        first = self.cfg.first_point[location.block]
        state = self.entry[location.block]
        effects, before = self.problem.effects, self.problem.before
        for point in range(first, first + location.statement):
            state = apply(state, before.get(point))
            state = apply(state, effects.get(point))
        return apply(state, before.get(first + location.statement))

    def along(self, block: BlockId) -> list[int]:
        """The sets at all points of a block, in order, each as `at` gives it."""
        state = self.entry[block]
        effects, before = self.problem.effects, self.problem.before
        states = []
        for point in range(self.cfg.first_point[block], self.cfg.last_point(block) + 1):
            if point in before:
                state = apply(state, before[point])
            states.append(state)
            if point in effects:
                state = apply(state, effects[point])
        return states


def apply(state: int, effect: Effect | None) -> int:
    return state if effect is None else state & ~effect[0] | effect[1]


def compose(first: Effect, second: Effect) -> Effect:
    """The effect of one after the other."""
    return first[0] | second[0], first[1] & ~second[0] | second[1]


def solve_forward(cfg: Cfg, problem: FlowProblem) -> FlowResult:
    """The least solution, going along the edges from the start block."""
    summary = _block_effects(cfg, problem)
    entry = [0] * len(cfg.successors)
    entry[0] = problem.entry
    order = cfg.reverse_postorder
    queue = deque(order)
    queued = set(order)
    on_return = problem.on_return
    while queue:
        block = queue.popleft()
        queued.discard(block)
        kill, gen = summary[block]
        out = entry[block] & ~kill | gen
        for i, target in enumerate(cfg.successors[block]):
            state = out
            if i == 0 and block in on_return:
                state = apply(out, on_return[block])
            new = entry[target] | state
            if new != entry[target]:
                entry[target] = new
                if target not in queued:
                    queued.add(target)
                    queue.append(target)
    return FlowResult(cfg, problem, entry)


def _block_effects(cfg: Cfg, problem: FlowProblem) -> list[Effect]:
    """The effect of each block as a whole."""
    summary: list[Effect] = []
    effects, before = problem.effects, problem.before
    for block in range(len(cfg.successors)):
        total: Effect = (0, 0)
        for point in range(cfg.first_point[block], cfg.last_point(block) + 1):
            if point in before:
                total = compose(total, before[point])
            if point in effects:
                total = compose(total, effects[point])
        summary.append(total)
    return summary
