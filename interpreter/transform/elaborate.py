"""Drop elaboration (rustc_mir_transform::elaborate_drops): which drops of a body do something.

In: a body as borrowck saw it. Out: the same body, in which a Drop of what is moved out or uninitialised on every way to it is a
Goto. Blocks and statements keep their numbers, so that borrowck's results hold for it. Drop flags are not made explicit: the
machine's Drop passes over what holds no value, which is what a flag would decide.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from interpreter.dataflow.cfg import Cfg
from interpreter.dataflow.initialized import compute_maybe_initialized, compute_maybe_uninitialized
from interpreter.dataflow.move_paths import MoveData
from interpreter.mir.body import BlockId, Body, Drop, Goto
from interpreter.records import replace

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


class DropStyle(Enum):
    """What elaboration finds out of a Drop (rustc: `DropStyle`)."""

    DEAD = "never has anything to drop"
    STATIC = "always drops the whole value"
    CONDITIONAL = "drops the value unless it was moved out on the way here"
    OPEN = "drops what is left of a value that was moved out of in part"


def drop_styles(tcx: TyCtxt, body: Body) -> dict[BlockId, DropStyle]:
    """The style of each Drop, by the block that it ends."""
    drops = [(number, block.terminator) for number, block in enumerate(body.blocks) if isinstance(block.terminator, Drop)]
    if not drops:
        return {}
    cfg = Cfg(body)
    moves = MoveData(tcx, body)
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


def elaborate_drops(tcx: TyCtxt, body: Body) -> Body:
    """`body` without the drops that are dead; all blocks and statements keep their numbers."""
    dead = [number for number, style in drop_styles(tcx, body).items() if style is DropStyle.DEAD]
    if not dead:
        return body
    blocks = list(body.blocks)
    for number in dead:
        drop = blocks[number].terminator
        assert isinstance(drop, Drop)
        blocks[number] = replace(blocks[number], terminator=Goto(drop.info, drop.target))
    return replace(body, blocks=tuple(blocks))
