"""Where the regions in the types of variables are alive (rustc_borrowck::type_check::liveness; RFC 2094, section on liveness).

A variable is use-live at a point if it may be used later without being assigned before; then all regions of its type are. It
is drop-live if it may be dropped later while it may be initialised; then those regions are that its destructor may look at.
Only variables whose types have regions that aren't alive everywhere anyway are looked at.
"""

from __future__ import annotations

from interpreter.borrowck.dropck import dropck_outlives
from interpreter.borrowck.region_context import RegionContext, free_regions
from interpreter.dataflow.cfg import Cfg
from interpreter.dataflow.engine import FlowResult
from interpreter.dataflow.liveness import LocalUses
from interpreter.dataflow.move_paths import MoveData
from interpreter.hints import TYPE_CHECKING
from interpreter.mir.body import Local
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.borrowck.infer import BorrowckInferCtxt
    from interpreter.typeck.context import TyCtxt


def drop_live_points(cfg: Cfg, uses: LocalUses, local: Local, use_live: int, initialized: FlowResult, moves: MoveData) -> int:
    """The points on entry to which the local may be initialised and may still be dropped, but not used."""
    subtree = moves.subtree[moves.local_path[local]]
    definitions = set(uses.definitions.get(local, ()))
    live = 0
    stack: list[int] = []
    visited: set[int] = set()

    def walk_block(block: int, last: int) -> None:
        """Go back from `last` (included) to where the local is defined or used."""
        nonlocal live
        for point in range(last, cfg.first_point[block] - 1, -1):
            if use_live >> point & 1 or (live >> point & 1 and point != last):
                return
            live |= 1 << point
            if point - 1 in definitions and point > cfg.first_point[block]:
                return
        for pred in cfg.predecessors[block]:
            if pred in visited:
                continue
            end = cfg.last_point(pred)
            at_end = _state_on_exit(cfg, initialized, pred, block)
            if not at_end & subtree:
                continue
            visited.add(pred)
            if end in definitions or use_live >> end & 1:
                continue
            stack.append(pred)

    for drop in uses.drops.get(local, ()):
        location = cfg.location(drop)
        if initialized.at(location) & subtree and not live >> drop & 1:
            walk_block(location.block, drop)
    while stack:
        block = stack.pop()
        walk_block(block, cfg.last_point(block))
    return live


def _state_on_exit(cfg: Cfg, flow: FlowResult, block: int, target: int) -> int:
    """What may be initialised on the edge from `block` to `target`."""
    state = flow.along(block)[-1]
    effect = flow.problem.effects.get(cfg.last_point(block))
    if effect is not None:
        state = state & ~effect[0] | effect[1]
    returns = flow.problem.on_return.get(block)
    if returns is not None and cfg.successors[block][0] == target:
        state = state & ~returns[0] | returns[1]
    return state


def regions_outliving_universals(context: RegionContext, n_universal: int) -> set[int]:
    """The universal regions and all that must outlive one of them: they are alive at every point (rustc:
    `regions_that_outlive_free_regions`)."""
    sups_of: dict[int, list[int]] = {}
    for constraint in context.constraints:
        sups_of.setdefault(constraint.sub, []).append(constraint.sup)
    found = set(range(n_universal))
    stack = list(found)
    while stack:
        for sup in sups_of.get(stack.pop(), ()):
            if sup not in found:
                found.add(sup)
                stack.append(sup)
    return found


def add_liveness(
    tcx: TyCtxt,
    infcx: BorrowckInferCtxt,
    cfg: Cfg,
    context: RegionContext,
    local_tys: list[t.Ty],
    moves: MoveData,
    initialized: FlowResult,
    everywhere: set[int],
) -> None:
    """Make the regions of variables' types alive where the variables are. `everywhere`: regions alive at all points anyway."""
    wanted: set[Local] = set()
    for local, ty in enumerate(local_tys):
        if ty.flags & t.HAS_REGION_VAR and any(vid not in everywhere for vid in free_regions(ty)):
            wanted.add(local)
    uses = LocalUses(cfg, wanted)
    dropck: dict[t.Ty, tuple[t.GenericArg, ...]] = {}
    for local in sorted(wanted):
        ty = local_tys[local]
        use_live = uses.use_live_points(cfg, local)
        if use_live:
            context.add_live(ty, use_live)
        if local in uses.drops:
            needed = dropck.get(ty)
            if needed is None:
                needed = dropck[ty] = dropck_outlives(tcx, ty, infcx.normalize_here)
            if needed:
                drop_live = drop_live_points(cfg, uses, local, use_live, initialized, moves)
                for part in needed:
                    context.add_live(part, drop_live)
