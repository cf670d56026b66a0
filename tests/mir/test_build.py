"""The builder on hand-made THIR: scopes, drops, unwinding, temporaries, matches. The expected graphs are rustc's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from interpreter.mir.body import (
    AscribeUserType,
    Assert,
    Assign,
    Body,
    Call,
    Drop,
    FakeRead,
    FalseEdge,
    FalseUnwind,
    Location,
    Reason,
    Ref,
    Statement,
    StorageDead,
    StorageLive,
    SwitchInt,
    UnwindResume,
)
from interpreter.mir.pretty import format_statement, format_terminator
from interpreter.mir.validate import validate_body
from interpreter.syntax.ast import BinOp
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from tests.mir.handmade import (
    HandTcx,
    add,
    binding,
    block,
    borrow,
    build,
    call,
    let,
    literal,
    local,
    make,
    semi,
    span,
    var,
)

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def text(tcx: HandTcx, body: Body) -> list[list[str]]:
    """Each block as lines."""
    context = cast("TyCtxt", tcx)
    assert validate_body(context, body) == []
    return [
        [format_statement(context, body, s) for s in b.statements] + [format_terminator(context, body, b.terminator)]
        for b in body.blocks
    ]


def statements(body: Body, kind: type[Statement]) -> list[Statement]:
    return [s for b in body.blocks for s in b.statements if isinstance(s, kind)]


def greater(lhs: thir.Expr, value: int) -> thir.Binary:
    return thir.Binary(ty=t.BOOL, span=span(), op=BinOp.GT, lhs=lhs, rhs=literal(value), op_span=span())


def unit(expr: thir.Expr) -> thir.Block:
    return block(semi(expr), ty=t.UNIT)


def test_addition_is_asserted_on_and_unwinds_through_the_parameter() -> None:
    tcx = HandTcx()
    d, x, y = local("d"), local("x"), local("y")
    body = build(tcx, block(let(y, t.I32, add(var(x, t.I32), literal(1)))), [(d, tcx.d), (x, t.I32)])
    blocks = text(tcx, body)
    assert blocks[0] == [
        "StorageLive(_3)",
        "StorageLive(_4)",
        "_4 = copy _2",
        "_5 = AddWithOverflow(copy _4, const 1_i32)",
        'assert(!move (_5.1: bool), "attempt to compute `{} + {}`, which would overflow", move _4, const 1_i32)'
        " -> [success: bb1, unwind: bb3]",
    ]
    assert blocks[1] == [
        "_3 = move (_5.0: i32)",
        "StorageDead(_4)",
        "FakeRead(let, _3)",
        "_0 = const ()",
        "StorageDead(_3)",
        "drop(_1) -> [return: bb2, unwind: bb4]",
    ]
    assert blocks[3:] == [["drop(_1) -> [return: bb4, unwind continue]"], ["resume"]]
    assert [b.is_cleanup for b in body.blocks] == [False, False, False, True, True]


def test_parameters_are_dropped_after_variables_and_in_reverse() -> None:
    tcx = HandTcx()
    a, b, v = local("a"), local("b"), local("v")
    body = build(tcx, block(let(v, tcx.d, make(tcx.d))), [(a, tcx.d), (b, tcx.d)])
    drops = [blk.terminator for blk in body.blocks if isinstance(blk.terminator, Drop) and not blk.is_cleanup]
    assert [d.place.local for d in drops] == [3, 2, 1]
    assert [d.info.reason for d in drops] == [Reason.DROP_SCOPE_END, Reason.DROP_PARAMETER, Reason.DROP_PARAMETER]


def test_assignment_drops_the_old_value_first_and_assigns_on_unwind_too() -> None:
    tcx = HandTcx()
    v = local("v", True)
    assign = thir.Assign(ty=t.UNIT, span=span(), lhs=var(v, tcx.d), rhs=make(tcx.d))
    body = build(tcx, block(let(v, tcx.d, make(tcx.d)), semi(assign)))
    (replaced,) = [b.terminator for b in body.blocks if isinstance(b.terminator, Drop) and b.terminator.replace]
    assert replaced.info.reason is Reason.DROP_OVERWRITTEN
    blocks = text(tcx, body)
    assert blocks[replaced.target][0] == "_1 = move _2"
    assert replaced.unwind is not None and blocks[replaced.unwind][0] == "_1 = move _2"


def test_return_runs_the_drops_of_all_scopes_it_leaves() -> None:
    tcx = HandTcx()
    d, v, x = local("d"), local("v"), local("x")
    leave = thir.Return(ty=t.NEVER, span=span(), value=None)
    branch = thir.If(ty=t.UNIT, span=span(), cond=greater(var(x, t.I32), 3), then=unit(leave), else_=None)
    body = build(tcx, block(let(v, tcx.d, make(tcx.d)), semi(branch)), [(d, tcx.d), (x, t.I32)])
    text(tcx, body)
    drops = [b.terminator.place.local for b in body.blocks if isinstance(b.terminator, Drop) and not b.is_cleanup]
    assert drops == [3, 3, 1, 1] or drops == [3, 1, 3, 1]


def test_operands_that_a_call_consumes_are_dropped_only_when_it_unwinds() -> None:
    tcx = HandTcx()
    body = build(tcx, block(semi(call(t.UNIT, make(tcx.d), call(t.I32)))))
    text(tcx, body)
    drops = [b for b in body.blocks if isinstance(b.terminator, Drop)]
    assert [b.is_cleanup for b in drops] == [True]
    calls = [b.terminator for b in body.blocks if isinstance(b.terminator, Call)]
    assert len(calls) == 2 and calls[0].unwind == calls[1].unwind is not None


def test_borrowed_initialiser_lives_as_long_as_the_variable() -> None:
    tcx = HandTcx()
    r = local("r")
    ref = t.Ref(t.RE_ERASED, tcx.d, False)
    extended = build(tcx, block(let(r, ref, borrow(call(tcx.d))), semi(call(t.UNIT))))
    blocks = text(tcx, extended)
    drops = [line for lines in blocks for line in lines if line.startswith("drop")]
    assert drops == ["drop(_2) -> [return: bb3, unwind: bb5]", "drop(_2) -> [return: bb5, unwind continue]"]
    argument = build(tcx, block(let(r, ref, call(ref, borrow(call(tcx.d)))), semi(call(t.UNIT))))
    lines = [line for lines in text(tcx, argument) for line in lines]
    after_let = next(i for i, line in enumerate(lines) if line.startswith("drop(_"))
    second_call = max(i for i, line in enumerate(lines) if " = f(" in line)
    assert after_let < second_call


def test_tail_temporaries_die_before_the_variables_from_2024_on() -> None:
    for edition, expected in ((2021, ["v", "temp"]), (2024, ["temp", "v"])):
        tcx = HandTcx(edition)
        v = local("v")
        body = build(tcx, block(let(v, tcx.d, make(tcx.d)), expr=call(t.I32, borrow(call(tcx.d)))))
        text(tcx, body)
        drops = [b.terminator.place.local for b in body.blocks if isinstance(b.terminator, Drop) and not b.is_cleanup]
        assert ["v" if body.locals[d].name == "v" else "temp" for d in drops] == expected


def test_loop_has_a_false_unwind_and_break_gives_its_value() -> None:
    tcx = HandTcx()
    loop = thir.Loop(ty=t.I32, span=span(), body=block())
    loop.body = unit(thir.Break(ty=t.NEVER, span=span(), target=loop, value=literal(7)))
    body = build(tcx, block(expr=loop))
    lines = [line for lines in text(tcx, body) for line in lines]
    assert "_0 = const 7_i32" in lines
    assert any(isinstance(b.terminator, FalseUnwind) for b in body.blocks)


def match_on(x: thir.Expr, *arms: tuple[thir.Pat, thir.Expr | None, int]) -> thir.Match:
    return thir.Match(
        ty=t.I32,
        span=span(),
        scrutinee=x,
        arms=[thir.Arm(pat=pat, guard=guard, body=literal(value), span=span()) for pat, guard, value in arms],
        source=thir.MatchSource.NORMAL,
    )


def constant(value: int) -> thir.ConstantPat:
    return thir.ConstantPat(ty=t.I32, span=span(), value=value)


WILD = thir.WildPat(ty=t.I32, span=span())


def test_match_switches_with_false_edges_between_arms() -> None:
    tcx = HandTcx()
    x = local("x")
    scrutinee = var(x, t.I32)
    body = build(
        tcx, block(expr=match_on(scrutinee, (constant(1), None, 10), (constant(2), None, 20), (WILD, None, 30))), [(x, t.I32)]
    )
    blocks = text(tcx, body)
    assert blocks[0] == ["PlaceMention(_1)", "switchInt(copy _1) -> [1: bb2, 2: bb3, otherwise: bb1]"]
    first, second = body.blocks[2].terminator, body.blocks[3].terminator
    assert isinstance(first, FalseEdge) and first.imaginary == 3
    assert isinstance(second, FalseEdge) and second.imaginary == 1


def test_guard_sees_the_binding_through_a_reference_and_keeps_the_scrutinee() -> None:
    tcx = HandTcx()
    x, y = local("x"), local("y")
    guarded = (binding(y, t.I32), greater(var(y, t.I32), 3), 1)
    body = build(tcx, block(expr=match_on(var(x, t.I32), (constant(5), None, 0), guarded, (WILD, None, 2))), [(x, t.I32)])
    blocks = text(tcx, body)
    (guard,) = [lines for lines in blocks if "_2 = &fake shallow _1" in lines]
    assert guard[:2] == ["StorageLive(_4)", "_4 = &_1"]
    assert "_6 = copy (*_4)" in guard
    causes = [s.cause for s in statements(body, cast(type[Statement], FakeRead)) if isinstance(s, FakeRead)]
    assert causes == ["guard", "guard binding"]


def test_or_pattern_without_bindings_has_one_arm() -> None:
    tcx = HandTcx()
    x = local("x")
    either = thir.OrPat(ty=t.I32, span=span(), alts=[constant(1), constant(2)])
    body = build(tcx, block(expr=match_on(var(x, t.I32), (either, None, 10), (WILD, None, 30))), [(x, t.I32)])
    blocks = text(tcx, body)
    switch = body.blocks[0].terminator
    assert isinstance(switch, SwitchInt)
    assert len({target for _, target in switch.targets}) == 1
    assert sum("_0 = const 10_i32" in lines for lines in blocks) == 1


def test_range_overlapping_a_value_is_tested_by_itself() -> None:
    tcx = HandTcx()
    x = local("x")
    in_range = thir.RangePat(ty=t.I32, span=span(), lo=3, hi=7, inclusive=True)
    body = build(
        tcx, block(expr=match_on(var(x, t.I32), (in_range, None, 1), (constant(5), None, 2), (WILD, None, 3))), [(x, t.I32)]
    )
    lines = [line for lines in text(tcx, body) for line in lines]
    assert "_2 = Le(const 3_i32, copy _1)" in lines and "_3 = Le(copy _1, const 7_i32)" in lines


def test_annotation_is_ascribed_after_the_initialisation() -> None:
    tcx = HandTcx()
    v = local("v")
    statement = let(v, t.I32, literal(1))
    statement.user_ty = thir.UserType(t.I32, span())
    body = build(tcx, block(statement))
    kinds = [type(s) for s in body.blocks[0].statements[:4]]
    assert kinds == [StorageLive, Assign, FakeRead, AscribeUserType]


def test_scopes_nest_and_name_their_variables() -> None:
    tcx = HandTcx()
    a, b = local("a"), local("b")
    body = build(tcx, block(let(a, t.I32, literal(1)), let(b, t.I32, literal(2))))
    assert [scope.parent for scope in body.scopes] == [None, 0, 1]
    assert [scope.locals for scope in body.scopes] == [(), (1,), (2,)]
    dead = [s.local for s in statements(body, cast(type[Statement], StorageDead)) if isinstance(s, StorageDead)]
    assert dead == [2, 1]


def test_constant_borrow_is_promoted_and_its_overflow_still_asserted() -> None:
    tcx = HandTcx()
    r = local("r")
    body = build(tcx, block(let(r, t.Ref(t.RE_ERASED, t.I32, False), borrow(add(literal(1), literal(2))))))
    text(tcx, body)
    assert len(body.promoted) == 1
    assert not any(isinstance(s, Assign) and isinstance(s.rvalue, Ref) for b in body.blocks for s in b.statements)
    assert any(isinstance(b.terminator, Assert) for b in body.blocks)
    assert [line for lines in text(tcx, body.promoted[0]) for line in lines] == [
        "_1 = AddWithOverflow(const 1_i32, const 2_i32)",
        "_2 = move (_1.0: i32)",
        "_0 = move _2",
        "return",
    ]


def test_value_that_needs_drop_is_not_promoted() -> None:
    tcx = HandTcx()
    r = local("r")
    body = build(tcx, block(let(r, t.Ref(t.RE_ERASED, tcx.d, False), borrow(call(tcx.d)))))
    assert body.promoted == ()


def test_only_cleanup_blocks_resume() -> None:
    tcx = HandTcx()
    body = build(tcx, block(semi(call(t.UNIT, make(tcx.d)))))
    resumes = [b for b in body.blocks if isinstance(b.terminator, UnwindResume)]
    assert len(resumes) == 1 and resumes[0].is_cleanup
    assert body.terminator_location(0) == Location(0, len(body.blocks[0].statements))
