"""Graph, move paths, initialisation and liveness on hand-made bodies."""

from __future__ import annotations

from typing import Any

from interpreter.dataflow.cfg import Cfg, bits
from interpreter.dataflow.initialized import (
    compute_ever_initialized,
    compute_maybe_initialized,
    compute_maybe_uninitialized,
)
from interpreter.dataflow.liveness import LocalUses
from interpreter.dataflow.move_paths import MoveData
from interpreter.mir import body as mir
from interpreter.mir.body import Location, Place
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import SourceFile, Span
from interpreter.typeck import ty as t

FILE = SourceFile("hand.rs", " " * 100)
INFO = mir.SourceInfo(Span(FILE, 0, 1), 0)
OWNER = Def(0, DefKind.FN, "f", None, INFO.span, None, False)
STRING = t.Adt(Def(1, DefKind.STRUCT, "S", None, INFO.span, None, False), ())
PAIR = t.Tuple((STRING, STRING))


class Types:
    """The answers of a type context that dataflow asks for: nothing here implements Drop."""

    def adt_destructor(self, _: Def) -> Def | None:
        return None

    def lang_item(self, _: str) -> Def:
        return OWNER


def body(tys: list[t.Ty], *blocks: tuple[list[mir.Statement], mir.Terminator], args: int = 0) -> mir.Body:
    """A body with locals `_0: ()`, then those given."""
    locals_ = tuple(mir.LocalDecl(ty, mir.LocalKind.VAR, True, INFO.span, f"_{i}") for i, ty in enumerate([t.UNIT, *tys]))
    data = tuple(mir.BasicBlock(tuple(statements), terminator) for statements, terminator in blocks)
    return mir.Body(OWNER, data, locals_, args, (), INFO.span, INFO.span)


def assign(local: int, operand: mir.Operand, *projection: mir.Projection) -> mir.Statement:
    return mir.Assign(INFO, Place(local, projection), mir.Use(operand))


def move(local: int, *projection: mir.Projection) -> mir.Operand:
    return mir.Move(Place(local, projection))


def new() -> mir.Operand:
    return mir.Constant(None, STRING, INFO.span)


def goto(block: int) -> mir.Terminator:
    return mir.Goto(INFO, block)


def branch(a: int, b: int) -> mir.Terminator:
    return mir.SwitchInt(INFO, mir.Constant(True, t.BOOL, INFO.span), ((0, a),), b)


END = mir.Return(INFO)


def solve(b: mir.Body) -> tuple[Cfg, MoveData, Any, Any, Any]:
    cfg = Cfg(b)
    moves = MoveData(Types(), b)
    return (
        cfg,
        moves,
        compute_maybe_initialized(cfg, moves),
        compute_maybe_uninitialized(cfg, moves),
        compute_ever_initialized(cfg, moves),
    )


def test_a_move_on_one_branch_leaves_a_place_maybe_uninitialised() -> None:
    b = body(
        [STRING, STRING],
        ([assign(1, new())], branch(1, 2)),
        ([assign(2, move(1))], goto(2)),
        ([], END),
    )
    _, moves, maybe, uninit, _ = solve(b)
    path = 1 << moves.local_path[1]
    at_end = Location(2, 0)
    assert maybe.at(at_end) & path and uninit.at(at_end) & path
    assert not uninit.at(Location(1, 0)) & path
    assert not maybe.at(Location(1, 1)) & path


def test_fields_have_paths_of_their_own() -> None:
    first, second = mir.Field(0, STRING), mir.Field(1, STRING)
    b = body([PAIR, STRING], ([assign(2, move(1, first))], END), args=1)
    _, moves, maybe, uninit, _ = solve(b)
    whole, part = moves.local_path[1], moves.find_exact(Place(1, (first,)))
    assert part is not None and moves.paths[part].parent == whole
    assert moves.find(Place(1, (second,))) == (whole, False)
    after = Location(0, 1)
    assert uninit.at(after) >> part & 1 and not uninit.at(after) >> whole & 1
    assert maybe.at(after) >> whole & 1
    assert moves.first_in_subtree(whole, uninit.at(after)) == part


def test_nothing_moves_out_from_behind_a_reference() -> None:
    reference = t.Ref(t.RE_ERASED, STRING, False)
    b = body([reference, STRING], ([assign(2, move(1, mir.Deref()))], END), args=1)
    moves = MoveData(Types(), b)
    assert not moves.moves
    assert moves.find(Place(1, (mir.Deref(),))) == (moves.local_path[1], False)


def test_a_call_initialises_only_where_it_returns() -> None:
    call = mir.Call(INFO, mir.Constant(None, STRING, INFO.span), (), Place(1), 1, 2, INFO.span)
    b = body([STRING], ([], call), ([], END), ([], mir.UnwindResume(INFO)))
    _, moves, maybe, uninit, ever = solve(b)
    path = 1 << moves.local_path[1]
    assert maybe.at(Location(1, 0)) & path and not uninit.at(Location(1, 0)) & path
    assert not maybe.at(Location(2, 0)) & path
    assert ever.at(Location(1, 0)) == 1 and ever.at(Location(2, 0)) == 0


def test_storage_dead_forgets_that_a_local_was_ever_initialised() -> None:
    b = body([STRING], ([assign(1, new()), mir.StorageDead(INFO, 1)], END))
    _, _, maybe, uninit, ever = solve(b)
    assert ever.at(Location(0, 1)) == 1
    assert ever.at(Location(0, 2)) == 0
    assert not maybe.at(Location(0, 2)) & 2 and uninit.at(Location(0, 2)) & 2


def test_a_variable_is_live_round_a_loop_from_its_definition_to_its_last_use() -> None:
    b = body(
        [t.I32, t.I32],
        ([assign(1, mir.Constant(1, t.I32, INFO.span))], goto(1)),
        ([], branch(2, 3)),
        ([assign(2, mir.Copy(Place(1)))], goto(1)),
        ([], END),
    )
    cfg = Cfg(b)
    live = LocalUses(cfg).use_live_points(cfg, 1)
    assert [cfg.location(p) for p in bits(live)] == [Location(0, 1), Location(1, 0), Location(2, 0), Location(2, 1)]


def test_dominators_and_points() -> None:
    b = body([], ([], branch(1, 2)), ([], goto(3)), ([], goto(3)), ([], goto(0)))
    cfg = Cfg(b)
    assert cfg.block_dominates(0, 3) and not cfg.block_dominates(1, 3)
    assert cfg.dominates(Location(0, 0), Location(0, 0))
    assert cfg.is_predecessor_of(Location(3, 0), Location(1, 0))
    assert cfg.location(cfg.point(Location(2, 0))) == Location(2, 0)
    assert cfg.reverse_postorder[0] == 0 and len(cfg.reverse_postorder) == 4
