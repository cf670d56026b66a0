"""Which drops elaboration leaves, on hand-made THIR."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from interpreter.dataflow.move_paths import MoveData
from interpreter.mir.body import Body, Drop
from interpreter.syntax.ast import BinOp
from interpreter.transform.elaborate import DropStyle, drop_styles, elaborate_drops
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from tests.mir.handmade import HandTcx, block, build, call, let, literal, local, make, semi, span, var

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def styles(tcx: HandTcx, body: Body, variable: str) -> set[DropStyle]:
    """The styles of the drops of a variable on the normal ways."""
    found = drop_styles(body, MoveData(cast("TyCtxt", tcx), body))
    result = set()
    for number, style in found.items():
        drop = body.blocks[number].terminator
        assert isinstance(drop, Drop)
        if body.locals[drop.place.local].name == variable and not body.blocks[number].is_cleanup:
            result.add(style)
    return result


def test_moved_variable_is_not_dropped() -> None:
    tcx = HandTcx()
    v = local("v")
    body = build(tcx, block(let(v, tcx.d, make(tcx.d)), semi(call(t.UNIT, var(v, tcx.d)))))
    assert styles(tcx, body, "v") == {DropStyle.DEAD}
    elaborated = elaborate_drops(cast("TyCtxt", tcx), body)
    assert len(elaborated.blocks) == len(body.blocks)
    assert [len(b.statements) for b in elaborated.blocks] == [len(b.statements) for b in body.blocks]
    assert styles(tcx, elaborated, "v") == set()


def test_variable_moved_on_one_way_is_dropped_conditionally() -> None:
    tcx = HandTcx()
    v, x = local("v"), local("x")
    cond = thir.Binary(ty=t.BOOL, span=span(), op=BinOp.GT, lhs=var(x, t.I32), rhs=literal(0), op_span=span())
    moved = block(semi(call(t.UNIT, var(v, tcx.d))), ty=t.UNIT)
    branch = thir.If(ty=t.UNIT, span=span(), cond=cond, then=moved, else_=None)
    body = build(tcx, block(let(v, tcx.d, make(tcx.d)), semi(branch)), [(x, t.I32)])
    assert styles(tcx, body, "v") == {DropStyle.CONDITIONAL}


def test_untouched_variable_is_dropped_for_certain() -> None:
    tcx = HandTcx()
    v = local("v")
    body = build(tcx, block(let(v, tcx.d, make(tcx.d))))
    assert styles(tcx, body, "v") == {DropStyle.STATIC}
    assert elaborate_drops(cast("TyCtxt", tcx), body) is body
