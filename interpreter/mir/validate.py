"""Checks of a body that hold for whatever the builder and the transforms make (rustc: the MIR validator). For tests and for
developers."""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING
from interpreter.mir.body import (
    Aggregate,
    Assert,
    Assign,
    BinaryOp,
    Body,
    Call,
    Cast,
    Constant,
    Discriminant,
    Drop,
    FakeRead,
    Index,
    Len,
    LocalKind,
    Operand,
    Place,
    PlaceMention,
    RawPtrTo,
    Ref,
    Repeat,
    Return,
    Rvalue,
    StorageDead,
    StorageLive,
    SwitchInt,
    UnaryOp,
    UnwindResume,
    Use,
)
from interpreter.mir.build_cfg import successors
from interpreter.mir.types import place_ty, rvalue_ty
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def validate_body(tcx: TyCtxt, body: Body, elaborated: bool = False) -> list[str]:
    """What is wrong with a body; empty if it is well formed. `elaborated`: its dead drops are gone, and blocks with them.

    Targets exist; cleanup blocks are entered by unwinding alone, never return, and only they resume; places have the types their
    projections need; assigned types agree; a local with storage is live from its StorageLive on; blocks but the first are
    reached.
    """
    return _Validator(tcx, body, elaborated).check()


class _Validator:
    def __init__(self, tcx: TyCtxt, body: Body, elaborated: bool) -> None:
        self.tcx = tcx
        self.body = body
        self.elaborated = elaborated
        self.problems: list[str] = []
        self.where = ""

    def fail(self, problem: str) -> None:
        self.problems.append(f"{self.where}: {problem}")

    def check(self) -> list[str]:
        body = self.body
        reached = {0}
        self._locals_with_storage = {
            statement.local for block in body.blocks for statement in block.statements if isinstance(statement, StorageLive)
        }
        for number, block in enumerate(body.blocks):
            self.where = f"bb{number}"
            for index, statement in enumerate(block.statements):
                self.where = f"bb{number}[{index}]"
                if isinstance(statement, Assign):
                    self.rvalue(statement.rvalue)
                    self.assignment(statement.place, statement.rvalue)
                elif isinstance(statement, (FakeRead, PlaceMention)):
                    self.place(statement.place)
                elif isinstance(statement, (StorageLive, StorageDead)) and statement.local <= body.arg_count:
                    self.fail(f"_{statement.local} has no storage of its own")
            self.where = f"bb{number}[end]"
            self.terminator(number, reached)
        self.where = "body"
        for number in range(len(body.blocks)):
            if number not in reached and not self.elaborated:
                self.fail(f"bb{number} is never reached")
        self.storage()
        return self.problems

    # ---------------------------------------------------------------- places and types

    def place(self, place: Place) -> t.Ty | None:
        if not 0 <= place.local < len(self.body.locals):
            self.fail(f"no local _{place.local}")
            return None
        for elem in place.projection:
            if isinstance(elem, Index) and self.body.locals[elem.local].ty is not t.USIZE:
                self.fail(f"_{elem.local} is no usize")
        try:
            return place_ty(self.tcx, self.body.locals, place)
        except AssertionError as error:
            self.fail(str(error))
            return None

    def operand(self, operand: Operand) -> None:
        if not isinstance(operand, Constant):
            self.place(operand.place)

    def rvalue(self, rvalue: Rvalue) -> None:
        match rvalue:
            case Use() | UnaryOp() | Cast() | Repeat():
                self.operand(rvalue.operand)
            case Ref() | RawPtrTo() | Len() | Discriminant():
                self.place(rvalue.place)
            case BinaryOp():
                self.operand(rvalue.lhs)
                self.operand(rvalue.rhs)
            case Aggregate():
                for operand in rvalue.operands:
                    self.operand(operand)

    def assignment(self, place: Place, rvalue: Rvalue) -> None:
        left = self.place(place)
        try:
            right = rvalue_ty(self.tcx, self.body.locals, rvalue)
        except AssertionError as error:
            self.fail(str(error))
            return
        if left is None or isinstance(rvalue, (Repeat, RawPtrTo)) or (left.flags | right.flags) & (t.HAS_ALIAS | t.HAS_ERROR):
            return
        if left is not right:
            self.fail(f"{self.tcx.format_ty(right)} assigned to {self.tcx.format_ty(left)}")

    # ---------------------------------------------------------------- control flow

    def terminator(self, number: int, reached: set[int]) -> None:
        block = self.body.blocks[number]
        terminator = block.terminator
        for target in successors(terminator):
            if not 0 <= target < len(self.body.blocks):
                self.fail(f"no block bb{target}")
                continue
            reached.add(target)
            is_unwind = target == getattr(terminator, "unwind", None)
            if self.body.blocks[target].is_cleanup != (block.is_cleanup or is_unwind):
                self.fail(f"edge to bb{target} enters or leaves cleanup wrongly")
        match terminator:
            case Return() if block.is_cleanup:
                self.fail("a cleanup block returns")
            case UnwindResume() if not block.is_cleanup:
                self.fail("only cleanup blocks resume")
            case Call() | Drop() | Assert() if block.is_cleanup and terminator.unwind is not None:
                self.fail("a cleanup block unwinds")
        match terminator:
            case SwitchInt():
                self.operand(terminator.operand)
            case Call():
                self.operand(terminator.func)
                for arg in terminator.args:
                    self.operand(arg)
                self.place(terminator.destination)
            case Drop():
                self.place(terminator.place)
            case Assert():
                self.operand(terminator.cond)
                for operand in terminator.operands:
                    self.operand(operand)

    # ---------------------------------------------------------------- storage

    def storage(self) -> None:
        """No StorageLive where the storage is live for certain, no use where it is dead for certain."""
        body = self.body
        live_at: dict[int, frozenset[int]] = {0: frozenset()}
        todo = [0]
        while todo:
            number = todo.pop()
            live = set(live_at[number])
            for statement in body.blocks[number].statements:
                if isinstance(statement, StorageLive):
                    live.add(statement.local)
                elif isinstance(statement, StorageDead):
                    live.discard(statement.local)
            for target in successors(body.blocks[number].terminator):
                before = live_at.get(target)
                after = frozenset(live) if before is None else before | live
                if after != before:
                    live_at[target] = after
                    todo.append(target)
        for number, entry in live_at.items():
            live = set(entry)
            for index, statement in enumerate(body.blocks[number].statements):
                self.where = f"bb{number}[{index}]"
                if isinstance(statement, StorageLive):
                    live.add(statement.local)
                elif isinstance(statement, StorageDead):
                    live.discard(statement.local)
                elif isinstance(statement, Assign):
                    for local in _used_locals(statement):
                        decl = body.locals[local]
                        tracked = local in self._locals_with_storage and decl.kind in (LocalKind.VAR, LocalKind.TEMP)
                        if tracked and local not in live:
                            self.fail(f"_{local} is used without storage")


def _used_locals(statement: Assign) -> list[int]:
    found = [statement.place.local]
    match statement.rvalue:
        case Use() | UnaryOp() | Cast() | Repeat():
            operands: tuple[Operand, ...] = (statement.rvalue.operand,)
        case BinaryOp():
            operands = (statement.rvalue.lhs, statement.rvalue.rhs)
        case Aggregate():
            operands = statement.rvalue.operands
        case _:
            operands = ()
            found.append(statement.rvalue.place.local)
    found.extend(operand.place.local for operand in operands if not isinstance(operand, Constant))
    return found
