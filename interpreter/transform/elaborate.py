"""Drop elaboration (rustc_mir_transform::elaborate_drops): which drops of a body do something.

In: a body as borrowck saw it. Out: the same body, in which a Drop of what is moved out or uninitialised on every way to it is a
Goto. Blocks and statements keep their numbers, so that borrowck's results hold for it. Drop flags are not made explicit: the
machine's Drop passes over what holds no value, which is what a flag would decide.
"""

from __future__ import annotations

from interpreter.dataflow.cfg import Cfg
from interpreter.dataflow.initialized import compute_maybe_initialized, compute_maybe_uninitialized
from interpreter.dataflow.move_paths import MoveData
from interpreter.dataflow.place_ty import place_ty
from interpreter.enums import Enum
from interpreter.hints import TYPE_CHECKING
from interpreter.mir.body import BlockId, Body, ConstantIndex, Drop, Goto, Place
from interpreter.records import replace
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


class DropStyle(Enum):
    """What elaboration finds out of a Drop (rustc: `DropStyle`)."""

    DEAD = "never has anything to drop"
    STATIC = "always drops the whole value"
    CONDITIONAL = "drops the value unless it was moved out on the way here"
    OPEN = "drops what is left of a value that was moved out of in part"


def drop_styles(body: Body, moves: MoveData) -> dict[BlockId, DropStyle]:
    """The style of each Drop, by the block that it ends."""
    drops = [(number, block.terminator) for number, block in enumerate(body.blocks) if isinstance(block.terminator, Drop)]
    cfg = Cfg(body)
    initialised = compute_maybe_initialized(cfg, moves)
    uninitialised = compute_maybe_uninitialized(cfg, moves)
    styles: dict[BlockId, DropStyle] = {}
    for number, drop in drops:
        assert isinstance(drop, Drop)
        path, exact = moves.find(drop.place)
        below = moves.subtree[path] if exact else 1 << path
        location = body.terminator_location(number)
        live, dead = initialised.at(location) & below, uninitialised.at(location) & below
        if not live:
            styles[number] = DropStyle.DEAD
        elif not dead:
            styles[number] = DropStyle.STATIC
        elif below == 1 << path or live == below:
            styles[number] = DropStyle.CONDITIONAL
        else:
            styles[number] = DropStyle.OPEN
    return styles


def _piecewise(moves: MoveData, body: Body, place: Place) -> tuple[int, ...]:
    """The order in which the elements of an array go of which some are moved out by patterns somewhere: each of those is by
    itself, the others are in runs, and the last comes first (rustc: `open_drop_for_array`). Empty for other places.

    An array within a value that is dropped in pieces itself goes from its first element to its last: there we simplify.
    """
    path, exact = moves.find(place)
    ty = place_ty(body, place) if exact and moves.paths[path].children else None
    if not isinstance(ty, t.Array) or not isinstance(ty.len, t.ConstValue):
        return ()
    size = int(ty.len.value)
    elements = [moves.paths[child].place.projection[-1] for child in moves.paths[path].children]
    own = {e.offset if not e.from_end else size - e.offset for e in elements if isinstance(e, ConstantIndex)}
    runs: list[list[int]] = []
    for index in range(size):
        if runs and index not in own and index - 1 not in own:
            runs[-1].append(index)
        else:
            runs.append([index])
    return tuple(index for run in reversed(runs) for index in run) if own else ()


def elaborate_drops(tcx: TyCtxt, body: Body) -> Body:
    """`body` without the drops that are dead, and with the order of those that are done in pieces; all blocks and statements keep
    their numbers."""
    if not any(isinstance(block.terminator, Drop) for block in body.blocks):
        return body
    moves = MoveData(tcx, body)
    changed: dict[BlockId, Goto | Drop] = {}
    for number, style in drop_styles(body, moves).items():
        drop = body.blocks[number].terminator
        assert isinstance(drop, Drop)
        if style is DropStyle.DEAD:
            changed[number] = Goto(drop.info, drop.target)
        elif order := _piecewise(moves, body, drop.place):
            changed[number] = replace(drop, order=order)
    if not changed:
        return body
    blocks = list(body.blocks)
    for number, terminator in changed.items():
        blocks[number] = replace(blocks[number], terminator=terminator)
    return replace(body, blocks=tuple(blocks))
