"""What an `async` block keeps while it is suspended: the types that decide whether it is `Send` (rustc: coroutine.rs,
`locals_live_across_suspend_points`; `mir_coroutine_witnesses`).

In: the MIR of the block's body. Out: the types of the locals that hold a value at an `.await` and are used or dropped after it,
or borrowed.
"""

from __future__ import annotations

from interpreter.borrowck.liveness import drop_live_points
from interpreter.dataflow.cfg import Cfg
from interpreter.dataflow.initialized import compute_maybe_initialized
from interpreter.dataflow.liveness import LocalUses
from interpreter.dataflow.move_paths import MoveData
from interpreter.hints import TYPE_CHECKING
from interpreter.mir import body as mir
from interpreter.mir.body import Local
from interpreter.resolve.defs import Def
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def coroutine_witness(tcx: TyCtxt, closure: Def) -> tuple[t.Ty, ...]:
    """In terms of the generics of the function around the block; regions erased."""
    body: mir.Body = tcx.mir_built(closure)
    suspend = tcx.lang_item("suspend")
    cfg = Cfg(body)
    points = [cfg.last_point(i) for i, block in enumerate(body.blocks) if _calls(block.terminator, suspend)]
    if not points:
        return ()
    moves = MoveData(tcx, body)
    initialized = compute_maybe_initialized(cfg, moves)
    uses = LocalUses(cfg)
    borrowed = _borrowed(body)
    found: dict[t.Ty, None] = {}
    for local in range(body.arg_count + 1, len(body.locals)):
        subtree = moves.subtree[moves.local_path[local]]
        holding = [p for p in points if initialized.at(cfg.location(p)) & subtree]
        if not holding:
            continue
        live = uses.use_live_points(cfg, local)
        live |= drop_live_points(cfg, uses, local, live, initialized, moves)
        if local in borrowed or any(live >> p & 1 for p in holding):
            found[t.erase_regions(body.locals[local].ty)] = None
    return tuple(found)


def _calls(terminator: mir.Terminator, def_: Def) -> bool:
    if not isinstance(terminator, mir.Call) or not isinstance(terminator.func, mir.Constant):
        return False
    ty = terminator.func.ty
    return isinstance(ty, t.FnDef) and ty.def_ is def_


def _borrowed(body: mir.Body) -> set[Local]:
    """The locals that a reference or raw pointer is taken to."""
    return {
        statement.rvalue.place.local
        for block in body.blocks
        for statement in block.statements
        if isinstance(statement, mir.Assign)
        and isinstance(statement.rvalue, (mir.Ref, mir.RawPtrTo))
        and not any(isinstance(elem, mir.Deref) for elem in statement.rvalue.place.projection)
    }
