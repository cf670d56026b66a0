"""Which move paths may be initialised, may be uninitialised, or were ever initialised, by location (rustc_mir_dataflow::impls).

Each is a forward "may" problem over the move paths (or, for ever-initialised, over the initialisations) of a body.
"""

from __future__ import annotations

from interpreter.dataflow.cfg import Cfg
from interpreter.dataflow.engine import Effect, FlowProblem, FlowResult, compose, solve_forward
from interpreter.dataflow.move_paths import InitKind, MoveData
from interpreter.mir import body as mir
from interpreter.mir.body import BlockId


def _transitions(cfg: Cfg, moves: MoveData) -> tuple[dict[int, tuple[int, int]], dict[BlockId, int]]:
    """By point: (paths that become uninitialised, then paths that become initialised); by block of a call: what its return
    initialises."""
    at: dict[int, tuple[int, int]] = {}
    on_return: dict[BlockId, int] = {}
    subtree = moves.subtree
    for location, outs in moves.moves_at.items():
        gone = 0
        for out in outs:
            gone |= subtree[out.path]
        at[cfg.point(location)] = (gone, 0)
    for block_id, block in enumerate(cfg.body.blocks):
        if isinstance(block.terminator, mir.Drop):
            path = moves.find_exact(block.terminator.place)
            if path is not None:
                at[cfg.last_point(block_id)] = (subtree[path], 0)
    for location, inits in moves.inits_at.items():
        point = cfg.point(location)
        gone, made = at.get(point, (0, 0))
        for init in inits:
            if init.kind is InitKind.NON_PANIC_PATH_ONLY:
                on_return[location.block] = on_return.get(location.block, 0) | subtree[init.path]
            else:
                made |= subtree[init.path]
        if gone or made:
            at[point] = (gone, made)
    return at, on_return


def compute_maybe_initialized(cfg: Cfg, moves: MoveData) -> FlowResult:
    """The paths that are initialised on some way to a location."""
    at, on_return = _transitions(cfg, moves)
    entry = 0
    for local in range(1, cfg.body.arg_count + 1):
        entry |= moves.subtree[moves.local_path[local]]
    return solve_forward(cfg, FlowProblem(at, entry, on_return={block: (0, made) for block, made in on_return.items()}))


def compute_maybe_uninitialized(cfg: Cfg, moves: MoveData) -> FlowResult:
    """The paths that are uninitialised or moved out of on some way to a location."""
    at, on_return = _transitions(cfg, moves)
    effects = {point: compose((0, gone), (made, 0)) for point, (gone, made) in at.items()}
    entry = (1 << len(moves.paths)) - 1
    for local in range(1, cfg.body.arg_count + 1):
        entry &= ~moves.subtree[moves.local_path[local]]
    return solve_forward(cfg, FlowProblem(effects, entry, on_return={block: (made, 0) for block, made in on_return.items()}))


def compute_ever_initialized(cfg: Cfg, moves: MoveData) -> FlowResult:
    """The initialisations (by `Init.index`) that may have taken place since the storage of their local came to life."""
    effects: dict[int, Effect] = {}
    on_return: dict[BlockId, Effect] = {}
    for location, inits in moves.inits_at.items():
        for init in inits:
            if init.kind is InitKind.NON_PANIC_PATH_ONLY:
                kill, gen = on_return.get(location.block, (0, 0))
                on_return[location.block] = (kill, gen | 1 << init.index)
            else:
                point = cfg.point(location)
                kill, gen = effects.get(point, (0, 0))
                effects[point] = (kill, gen | 1 << init.index)
    for block_id, block in enumerate(cfg.body.blocks):
        for i, statement in enumerate(block.statements):
            if type(statement) is mir.StorageDead:
                dead = 0
                for init in moves.path_inits[moves.local_path[statement.local]]:
                    dead |= 1 << init.index
                effects[cfg.first_point[block_id] + i] = (dead, 0)
    entry = 0
    for init in moves.inits:
        if init.location is None:
            entry |= 1 << init.index
    return solve_forward(cfg, FlowProblem(effects, entry, on_return=on_return))
