"""Promotion of constants: `&1`, `&[1, 2]`, `&None::<T>` and their like refer to a 'static value
(rustc_mir_transform::promote_consts).

A shared borrow of a temporary (or a unique one of an empty array) is promoted if the temporary is assigned once, from constants
by operations that can't fail (overflow is still asserted in the body itself) and by functions that std promises to be harmless
(`rustc_promotable`), and its value needs no drop and has no interior mutability. The value then becomes a body of its own in
Body.promoted, and the temporary goes. Reference: destructors, constant promotion.
"""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING
from interpreter.mir.body import (
    Aggregate,
    Assert,
    Assign,
    BasicBlock,
    BinaryOp,
    Body,
    Call,
    Cast,
    Constant,
    ConstantIndex,
    Copy,
    Deref,
    Discriminant,
    Drop,
    FakeRead,
    Field,
    Goto,
    Index,
    Len,
    Local,
    LocalDecl,
    LocalKind,
    Move,
    Operand,
    Place,
    PlaceMention,
    Promoted,
    RawPtrTo,
    Reason,
    Ref,
    Repeat,
    Return,
    Rvalue,
    Scope,
    SourceInfo,
    Statement,
    StorageDead,
    StorageLive,
    Subslice,
    SwitchInt,
    Terminator,
    UnaryOp,
    Use,
)
from interpreter.mir.qualifs import QualifReader, Qualifs
from interpreter.mir.types import place_ty
from interpreter.records import Record, replace
from interpreter.resolve.defs import Def
from interpreter.syntax.ast import BinOp
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def promote_constants(tcx: TyCtxt, body: Body) -> Body:
    """`body` with its promotable borrows promoted."""
    if not any(_candidate(body, statement) for block in body.blocks for statement in block.statements):
        return body
    return _Promoter(tcx, body).run()


def _candidate(body: Body, statement: Statement) -> bool:
    """A shared borrow of (a part of) a temporary, or a unique one of an empty array."""
    if type(statement) is not Assign or type(statement.rvalue) is not Ref:
        return False
    place = statement.rvalue.place
    decl = body.locals[place.local]
    if decl.kind is not LocalKind.TEMP:
        return False
    if statement.rvalue.kind is BorrowKind.MUT:
        return not place.projection and type(decl.ty) is t.Array and decl.ty.len is t.ConstValue(0, t.USIZE)
    return statement.rvalue.kind is BorrowKind.SHARED


class _Temp(Record):
    """A temporary with one definition so far, an rvalue or a call; None once it can't be promoted. `uses` counts reads in the
    body."""

    rvalue: Rvalue | Call | None
    info: SourceInfo
    uses: int = 0


class _Promoter:
    def __init__(self, tcx: TyCtxt, body: Body) -> None:
        self.tcx = tcx
        self.body = body
        self.reader = QualifReader(tcx, body)
        self.param_env = self.reader.param_env
        self.temps: dict[Local, _Temp] = {}
        self.valid: dict[Local, bool] = {}
        self.promoted: list[Body] = []
        self.bases: list[LocalDecl] = []
        """The references to promoted arrays that elements are taken of."""
        self.gone: set[Local] = set()

    def run(self) -> Body:
        self._collect()
        blocks = [[new for statement in block.statements for new in self._with_promoted(statement)] for block in self.body.blocks]
        if not self.promoted:
            return self.body
        self._remove_unused(blocks)
        result = []
        for block, statements in zip(self.body.blocks, blocks, strict=True):
            kept = tuple([statement for statement in statements if not self._is_gone(statement)])
            terminator = block.terminator
            if self._is_gone(terminator):
                assert isinstance(terminator, (Drop, Call)) and terminator.target is not None
                terminator = Goto(terminator.info, terminator.target)
            result.append(BasicBlock(kept, terminator, block.is_cleanup))
        locals_ = (*self.body.locals, *self.bases)
        return replace(self.body, locals=locals_, blocks=tuple(result), promoted=tuple(self.promoted))

    def _with_promoted(self, statement: Statement) -> list[Statement]:
        """The statement, or what stands for it: a borrow of an element whose index isn't known promotes the whole array."""
        if not _candidate(self.body, statement):
            return [statement]
        assert isinstance(statement, Assign) and isinstance(statement.rvalue, Ref)
        place = statement.rvalue.place
        if self._can_promote(place):
            return [self._promote(statement, place)]
        base = Place(place.local)
        if Deref() in place.projection or not self._can_promote(base):
            return [statement]
        decl = self.body.locals[place.local]
        through = Place(len(self.body.locals) + len(self.bases), (Deref(), *place.projection))
        self.bases.append(LocalDecl(t.Ref(t.RE_ERASED, decl.ty, False), LocalKind.TEMP, True, decl.span))
        whole = Assign(statement.info, Place(through.local), Ref(BorrowKind.SHARED, base))
        return [self._promote(whole, base), replace(statement, rvalue=Ref(statement.rvalue.kind, through))]

    # ---------------------------------------------------------------- definitions and uses

    def _collect(self) -> None:
        for block in self.body.blocks:
            for statement in block.statements:
                if type(statement) is Assign:
                    self._define(statement.place, statement.rvalue, statement.info)
            if type(block.terminator) is Call:
                self._define(block.terminator.destination, block.terminator, block.terminator.info)
        for block in self.body.blocks:
            for statement in block.statements:
                if type(statement) is Assign:
                    for used in _rvalue_places(statement.rvalue):
                        self._use(used)
                elif isinstance(statement, (FakeRead, PlaceMention)):
                    self._use(statement.place)
            match block.terminator:
                case Call() as call:
                    for operand in (call.func, *call.args):
                        self._use_operand(operand)
                case SwitchInt() as switch:
                    self._use_operand(switch.operand)
                case Assert() as check:
                    for operand in (check.cond, *check.operands):
                        self._use_operand(operand)

    def _define(self, place: Place, rvalue: Rvalue | Call, info: SourceInfo) -> None:
        if self.body.locals[place.local].kind is not LocalKind.TEMP:
            return
        once = place.local not in self.temps and not place.projection
        self.temps[place.local] = _Temp(rvalue if once else None, info)

    def _use(self, place: Place) -> None:
        temp = self.temps.get(place.local)
        if temp is not None:
            temp.uses += 1
        for elem in place.projection:
            if type(elem) is Index:
                self._use(Place(elem.local))

    def _use_operand(self, operand: Operand) -> None:
        if type(operand) is not Constant:
            self._use(operand.place)

    # ---------------------------------------------------------------- what may be promoted

    def _can_promote(self, place: Place) -> bool:
        if not self._place_ok(place):
            return False
        part = self.reader.of_operand(Copy(place), self._temp_qualifs)
        whole = self.reader.of_operand(Copy(Place(place.local)), self._temp_qualifs)
        return not whole.drop and not part.cell

    def _local_ok(self, local: Local) -> bool:
        known = self.valid.get(local)
        if known is None:
            self.valid[local] = False
            temp = self.temps.get(local)
            made = temp.rvalue if temp is not None else None
            known = made is not None and (self._call_ok(made) if isinstance(made, Call) else self._rvalue_ok(made))
            self.valid[local] = known
        return known

    def _call_ok(self, call: Call) -> bool:
        """A function that is marked as harmless, of promotable arguments."""
        fn = call.func.ty if isinstance(call.func, Constant) else None
        harmless = isinstance(fn, t.FnDef) and fn.def_.is_std and "rustc_promotable" in fn.def_.attrs
        return harmless and all(self._operand_ok(arg) for arg in call.args)

    def _place_ok(self, place: Place) -> bool:
        for depth, elem in enumerate(place.projection):
            if isinstance(elem, Index):
                base = place_ty(self.tcx, self.body.locals, Place(place.local, place.projection[:depth]))
                index = self._constant_value(elem.local)
                length = self.tcx.eval_const(base.len, self.param_env) if isinstance(base, t.Array) else None
                if not (isinstance(length, t.ConstValue) and index is not None and index < length.value):
                    return False
            elif not isinstance(elem, (Field, ConstantIndex, Subslice)):
                return False
        return self._local_ok(place.local)

    def _constant_value(self, local: Local) -> int | None:
        temp = self.temps.get(local)
        if temp is not None and isinstance(temp.rvalue, Use) and isinstance(temp.rvalue.operand, Constant):
            value = temp.rvalue.operand.value
            return value if isinstance(value, int) else None
        return None

    def _operand_ok(self, operand: Operand) -> bool:
        if isinstance(operand, Constant):
            return not isinstance(operand.value, Def)
        return self._place_ok(operand.place)

    def _rvalue_ok(self, rvalue: Rvalue) -> bool:
        match rvalue:
            case Use() | Repeat() | UnaryOp():
                return self._operand_ok(rvalue.operand)
            case Cast():
                source = self._operand_ty(rvalue.operand)
                exposes = isinstance(source, (t.RawPtr, t.FnPtr)) and t.is_integral(rvalue.ty)
                return not exposes and self._operand_ok(rvalue.operand)
            case Aggregate():
                return all(self._operand_ok(operand) for operand in rvalue.operands)
            case Len():
                return self._place_ok(rvalue.place)
            case BinaryOp():
                return self._binary_ok(rvalue) and self._operand_ok(rvalue.lhs) and self._operand_ok(rvalue.rhs)
            case Ref():
                if rvalue.kind is not BorrowKind.SHARED:
                    return False
                base = self._reborrowed(rvalue.place)
                return self._can_promote(rvalue.place) if base is None else self._place_ok(base)
            case Discriminant() | RawPtrTo():
                return False

    def _reborrowed(self, place: Place) -> Place | None:
        """The reference that a borrow of `place` only reborrows."""
        if not place.projection or not isinstance(place.projection[-1], Deref):
            return None
        base = Place(place.local, place.projection[:-1])
        return base if isinstance(place_ty(self.tcx, self.body.locals, base), t.Ref) else None

    def _binary_ok(self, rvalue: BinaryOp) -> bool:
        """Division must be seen not to fail."""
        lhs_ty = self._operand_ty(rvalue.lhs)
        if isinstance(lhs_ty, (t.RawPtr, t.FnPtr)):
            return False
        if rvalue.op not in (BinOp.DIV, BinOp.REM) or not t.is_integral(lhs_ty):
            return True
        divisor = self._operand_value(rvalue.rhs)
        if divisor is None or divisor == 0:
            return False
        if divisor != -1:
            return True
        dividend = self._operand_value(rvalue.lhs)
        assert isinstance(lhs_ty, t.Prim)
        return dividend is not None and dividend != t.int_range(lhs_ty.name)[0]

    def _operand_value(self, operand: Operand) -> int | None:
        if isinstance(operand, Constant):
            return operand.value if isinstance(operand.value, int) else None
        return None if operand.place.projection else self._constant_value(operand.place.local)

    def _operand_ty(self, operand: Operand) -> t.Ty:
        if isinstance(operand, Constant):
            return operand.ty
        return place_ty(self.tcx, self.body.locals, operand.place)

    def _temp_qualifs(self, local: Local) -> Qualifs | None:
        temp = self.temps.get(local)
        if temp is None or temp.rvalue is None or isinstance(temp.rvalue, Call):
            return None
        return self.reader.of_rvalue(temp.rvalue, self._temp_qualifs)

    # ---------------------------------------------------------------- promoting

    def _promote(self, statement: Assign, place: Place) -> Assign:
        ty = place_ty(self.tcx, self.body.locals, place)
        info = statement.info
        maker = _PromotedBody(self, ty, info)
        result = maker.place(place)
        self.promoted.append(maker.finish(result))
        temp = self.temps[place.local]
        temp.uses -= 1
        mutable = isinstance(statement.rvalue, Ref) and statement.rvalue.kind is BorrowKind.MUT
        constant = Constant(Promoted(len(self.promoted) - 1), t.Ref(t.RE_ERASED, ty, mutable), info.span)
        defined = self.temps.get(statement.place.local)
        new = Use(constant)
        if defined is not None and defined.rvalue is statement.rvalue:
            defined.rvalue = new
        return Assign(replace(info, reason=Reason.PROMOTED), statement.place, new)

    def _remove_unused(self, blocks: list[list[Statement]]) -> None:
        """Drop the temporaries that only promoted borrows needed, and what only they needed."""
        assigns = [statement for statements in blocks for statement in statements if type(statement) is Assign]
        calls = [block.terminator for block in self.body.blocks if type(block.terminator) is Call]
        made: list[tuple[Place, Rvalue | Call]] = [(assign.place, assign.rvalue) for assign in assigns]
        made += [(call.destination, call) for call in calls]
        changed = True
        while changed:
            changed = False
            for place, value in made:
                local = place.local
                temp = self.temps.get(local)
                if place.projection or temp is None or temp.uses > 0 or local in self.gone or not self.valid.get(local):
                    continue
                self.gone.add(local)
                changed = True
                for used in _rvalue_places(value):
                    inner = self.temps.get(used.local)
                    if inner is not None:
                        inner.uses -= 1

    def _is_gone(self, node: Statement | Terminator) -> bool:
        match node:
            case Assign():
                return not node.place.projection and node.place.local in self.gone
            case Call():
                return not node.destination.projection and node.destination.local in self.gone
            case Drop():
                return node.place.local in self.gone
            case StorageLive() | StorageDead():
                return node.local in self.gone
        return False


class _PromotedBody:
    """One promoted value: the definitions it is made of, copied into a body that returns it."""

    def __init__(self, of: _Promoter, ty: t.Ty, info: SourceInfo) -> None:
        self.of = of
        self.info = SourceInfo(info.span, 0)
        self.locals = [LocalDecl(ty, LocalKind.RETURN, True, info.span)]
        self.blocks: list[BasicBlock] = []
        self.statements: list[Statement] = []
        self.names: dict[Local, Local] = {}
        self.promoted: list[Body] = []
        self.bases: list[LocalDecl] = []
        """The references to promoted arrays that elements are taken of."""

    def finish(self, result: Place) -> Body:
        self.statements.append(Assign(self.info, Place(0), Use(Move(result))))
        source = self.of.body
        self.blocks.append(BasicBlock(tuple(self.statements), Return(self.info)))
        scopes = (Scope(None, self.info.span, ()),)
        return Body(
            source.owner,
            tuple(self.blocks),
            tuple(self.locals),
            0,
            scopes,
            self.info.span,
            self.info.span,
            shim="promoted",
            promoted=tuple(self.promoted),
        )

    def local(self, local: Local) -> Local:
        found = self.names.get(local)
        if found is None:
            temp = self.of.temps[local]
            assert temp.rvalue is not None
            made = self.call(temp.rvalue) if isinstance(temp.rvalue, Call) else self.rvalue(temp.rvalue)
            found = self.names[local] = len(self.locals)
            self.locals.append(replace(self.of.body.locals[local]))
            info = SourceInfo(temp.info.span, 0)
            if isinstance(made, Call):
                call = replace(made, info=info, destination=Place(found), target=len(self.blocks) + 1, unwind=None)
                self.blocks.append(BasicBlock(tuple(self.statements), call))
                self.statements = []
            else:
                self.statements.append(Assign(info, Place(found), made))
        return found

    def call(self, call: Call) -> Call:
        return replace(call, args=tuple([self.operand(arg) for arg in call.args]))

    def place(self, place: Place) -> Place:
        elems = tuple([Index(self.local(e.local)) if isinstance(e, Index) else e for e in place.projection])
        return Place(self.local(place.local), elems)

    def operand(self, operand: Operand) -> Operand:
        match operand:
            case Constant(value=Promoted(index=index)):
                self.promoted.append(self.of.promoted[index])
                return replace(operand, value=Promoted(len(self.promoted) - 1))
            case Constant():
                return operand
            case Copy():
                return Copy(self.place(operand.place))
            case Move():
                return Move(self.place(operand.place))

    def rvalue(self, rvalue: Rvalue) -> Rvalue:
        match rvalue:
            case Use():
                return Use(self.operand(rvalue.operand))
            case UnaryOp():
                return UnaryOp(rvalue.op, self.operand(rvalue.operand))
            case Cast():
                return Cast(self.operand(rvalue.operand), rvalue.ty, rvalue.coercion)
            case Repeat():
                return Repeat(self.operand(rvalue.operand), rvalue.count)
            case BinaryOp():
                return BinaryOp(rvalue.op, self.operand(rvalue.lhs), self.operand(rvalue.rhs), rvalue.checked)
            case Aggregate():
                operands = tuple([self.operand(operand) for operand in rvalue.operands])
                return Aggregate(rvalue.ty, operands, rvalue.variant)
            case Len():
                return Len(self.place(rvalue.place))
            case Ref():
                return Ref(rvalue.kind, self.place(rvalue.place))
        raise AssertionError("not promotable")


def _rvalue_places(rvalue: Rvalue | Call) -> list[Place]:
    """The places that an rvalue or a call reads or borrows."""
    match rvalue:
        case Call():
            operands: tuple[Operand, ...] = rvalue.args
        case Use() | UnaryOp() | Cast() | Repeat():
            operands = (rvalue.operand,)
        case BinaryOp():
            operands = (rvalue.lhs, rvalue.rhs)
        case Aggregate():
            operands = rvalue.operands
        case Ref() | RawPtrTo() | Len() | Discriminant():
            return [rvalue.place]
    return [operand.place for operand in operands if not isinstance(operand, Constant)]
