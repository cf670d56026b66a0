"""Whose storage has ended, by location: a forward "may" problem over a body's locals.

Compare rustc_mir_dataflow::impls::storage_liveness.
"""

from __future__ import annotations

from interpreter.dataflow.cfg import Cfg
from interpreter.dataflow.engine import Effect, FlowProblem, FlowResult, solve_forward
from interpreter.mir import body as mir


def compute_storage_ended(cfg: Cfg) -> FlowResult:
    """The locals (by number) whose storage has ended, and hasn't come to life again, on some way to a location."""
    effects: dict[int, Effect] = {}
    for block_id, block in enumerate(cfg.body.blocks):
        for point, statement in enumerate(block.statements, cfg.first_point[block_id]):
            if isinstance(statement, mir.StorageDead):
                effects[point] = (0, 1 << statement.local)
            elif isinstance(statement, mir.StorageLive):
                effects[point] = (1 << statement.local, 0)
    return solve_forward(cfg, FlowProblem(effects))
