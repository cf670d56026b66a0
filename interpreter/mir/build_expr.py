"""Expressions as operands, temporaries and rvalues (rustc_mir_build::builder::expr::{as_operand, as_temp, as_rvalue,
as_constant}).

Arithmetic is checked as in rustc's debug profile: +, -, * give (value, overflowed) and are asserted on; shifts, division,
remainder and negation are asserted on before.
"""

from __future__ import annotations

from interpreter.mir.body import (
    Aggregate,
    AssertKind,
    BinaryOp,
    Cast,
    Constant,
    FakeRead,
    Field,
    Local,
    LocalDecl,
    LocalKind,
    Move,
    Operand,
    Reason,
    Ref,
    Repeat,
    Rvalue,
    StorageLive,
    UnaryOp,
    Use,
    local_place,
)
from interpreter.mir.body import Deref as DerefElem
from interpreter.mir.build_closure import looked_at
from interpreter.mir.build_core import CONSTANTS, PlaceBuilder
from interpreter.mir.build_place import Places
from interpreter.mir.scope import RegionScope
from interpreter.mir.types import to_copy
from interpreter.resolve.defs import LocalDef
from interpreter.source import Span
from interpreter.syntax.ast import BinOp, UnOp
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind

OVERFLOWING = frozenset({BinOp.ADD, BinOp.SUB, BinOp.MUL})
NO_STORAGE = (thir.Break, thir.Continue, thir.Return)
AS_RVALUE = (
    thir.Binary,
    thir.Unary,
    thir.Cast,
    thir.Coercion,
    thir.TupleExpr,
    thir.ArrayExpr,
    thir.RepeatExpr,
    thir.ClosureExpr,
)


class Exprs(Places):
    """Evaluates expressions to values."""

    # ---------------------------------------------------------------- operands and temporaries

    def as_operand(self, expr: thir.Expr, reason: Reason = Reason.OPERAND) -> Operand:
        """A constant, or a temporary that dies with the innermost scope."""
        scope = self.scopes[-1]
        constant = self.as_constant(expr)
        if constant is not None:
            return constant
        return Move(local_place(self.as_temp(expr, scope, True, reason)))

    def as_constant(self, expr: thir.Expr) -> Constant | None:
        """The constant that a literal, fn item or named constant is; None for other expressions (or one that needs dropping)."""
        match expr:
            case thir.Literal():
                return Constant(expr.value, expr.ty, expr.span)
            case thir.FnItem():
                return Constant(None, expr.ty, expr.span)
            case thir.NamedConst() if not self.ty_needs_drop(expr.ty):
                return self.named_const(expr)
            case thir.Ascribe() if isinstance(expr.arg, CONSTANTS):
                constant = self.as_constant(expr.arg)
                if constant is not None:
                    self.user_fns.append(expr.user_ty)
                    return Constant(constant.value, constant.ty, constant.span, expr.user_ty)
        return None

    def named_const(self, expr: thir.NamedConst) -> Constant:
        if expr.user_ty is not None:
            self.user_fns.append(expr.user_ty)
        return Constant(expr.const, expr.ty, expr.span, expr.user_ty)

    def as_temp(self, expr: thir.Expr, scope: RegionScope | None, mutable: bool = True, reason: Reason = Reason.OPERAND) -> Local:
        """Evaluate into a fresh temporary that is dropped at the end of `scope` (None: never)."""
        entered = self.enter(expr)
        temp = self.unscoped_temp(expr, scope, mutable, reason)
        self.leave(entered)
        return temp

    def unscoped_temp(self, expr: thir.Expr, scope: RegionScope | None, mutable: bool, reason: Reason) -> Local:
        of_if_let = scope is not None and scope.of_if_let
        temp = self.new_local(LocalDecl(expr.ty, LocalKind.TEMP, mutable, expr.span, of_if_let=of_if_let))
        if not (isinstance(expr, NO_STORAGE) or (isinstance(expr, thir.Block) and _never_ends(expr))):
            self.live_temp(temp, scope, expr.span)
        self.unscoped_into(local_place(temp), expr, reason)
        if scope is not None:
            self.schedule_drop(scope, temp, True)
        return temp

    def live_temp(self, temp: Local, scope: object, span: Span) -> None:
        """Start the storage of a temporary; it ends with `scope`."""
        self.cfg.push(self.block, StorageLive(self.info(span), temp))
        if isinstance(scope, RegionScope):
            self.schedule_drop(scope, temp, False)

    # ---------------------------------------------------------------- rvalues

    def as_rvalue(self, expr: thir.Expr) -> Rvalue:
        """An rvalue whose operands die with the innermost scope."""
        if isinstance(expr, AS_RVALUE):
            return self.unscoped_rvalue(expr)
        return Use(self.as_operand(expr))

    def unscoped_rvalue(self, expr: thir.Expr) -> Rvalue:
        match expr:
            case thir.Binary():
                lhs = self.as_operand(expr.lhs)
                rhs = self.as_operand(expr.rhs)
                return self.binary_op(expr.span, expr.ty, expr.op, expr.lhs.ty, lhs, rhs)
            case thir.Unary():
                return self._unary_op(expr)
            case thir.Cast():
                return Cast(self.as_operand(expr.arg), expr.ty, None)
            case thir.Coercion():
                return Cast(self.as_operand(expr.arg), expr.ty, expr.kind, expr.explicit)
            case thir.TupleExpr() | thir.ArrayExpr():
                return Aggregate(expr.ty, tuple([self.as_operand(elem) for elem in expr.elems]))
            case thir.RepeatExpr():
                count = self.tcx.eval_const(expr.count, self.param_env)
                if isinstance(count, t.ConstValue) and count.value == 0:
                    if self.as_constant(expr.elem) is None:
                        self.as_temp(expr.elem, self.scopes[-1])
                    return Aggregate(expr.ty, ())
                return Repeat(self.as_operand(expr.elem), count)
            case thir.ClosureExpr():
                return self._closure(expr)
        constant = self.as_constant(expr)
        if constant is not None:
            return Use(constant)
        return Use(Move(local_place(self.unscoped_temp(expr, self.scopes[-1], True, Reason.OPERAND))))

    def _unary_op(self, expr: thir.Unary) -> Rvalue:
        operand = self.as_operand(expr.arg)
        signed = _signed_name(expr.ty)
        if expr.op is UnOp.NEG and signed is not None:
            is_min = self.temp(t.BOOL, expr.span)
            least = Constant(t.int_range(signed)[0], expr.ty, expr.span)
            self.push_assign(self.info(expr.span), is_min, BinaryOp(BinOp.EQ, to_copy(operand), least))
            self.panic_unless(Move(is_min), False, AssertKind.OVERFLOW_NEG, None, (to_copy(operand),), expr.span)
        return UnaryOp(expr.op, operand)

    def binary_op(self, span: Span, ty: t.Ty, op: BinOp, operand_ty: t.Ty, lhs: Operand, rhs: Operand) -> Rvalue:
        """A built-in operator with the checks that the debug profile has. `ty` is the result's type."""
        info = self.info(span)
        if not t.is_integral(operand_ty):
            return BinaryOp(op, lhs, rhs)
        if op in OVERFLOWING:
            result = self.temp(t.Tuple((ty, t.BOOL)), span)
            self.push_assign(info, result, BinaryOp(op, to_copy(lhs), to_copy(rhs), True))
            overflowed = Move(result.project(Field(1, t.BOOL)))
            self.panic_unless(overflowed, False, AssertKind.OVERFLOW, op, (lhs, rhs), span)
            return Use(Move(result.project(Field(0, ty))))
        if op in (BinOp.SHL, BinOp.SHR):
            self._check_shift(span, op, operand_ty, lhs, rhs)
        elif op in (BinOp.DIV, BinOp.REM):
            self._check_division(span, op, operand_ty, lhs, rhs)
        return BinaryOp(op, lhs, rhs)

    def _check_shift(self, span: Span, op: BinOp, ty: t.Ty, lhs: Operand, rhs: Operand) -> None:
        """The shift must be less than the number of bits; a negative one counts as a great unsigned one."""
        assert isinstance(ty, t.Prim)
        info = self.info(span)
        rhs_ty = rhs.ty if isinstance(rhs, Constant) else self.place_ty(rhs.place)
        shift = to_copy(rhs)
        signed = _signed_name(rhs_ty)
        if signed is not None:
            unsigned = t.PRIM["u" + signed[1:]]
            as_unsigned = self.temp(unsigned, span)
            self.push_assign(info, as_unsigned, Cast(shift, unsigned, None))
            rhs_ty, shift = unsigned, Move(as_unsigned)
        fits = self.temp(t.BOOL, span)
        self.push_assign(info, fits, BinaryOp(BinOp.LT, shift, Constant(t.INT_BITS[ty.name], rhs_ty, span)))
        self.panic_unless(Move(fits), True, AssertKind.OVERFLOW, op, (to_copy(lhs), to_copy(rhs)), span)

    def _check_division(self, span: Span, op: BinOp, ty: t.Ty, lhs: Operand, rhs: Operand) -> None:
        assert isinstance(ty, t.Prim)
        info = self.info(span)
        is_zero = self.temp(t.BOOL, span)
        self.push_assign(info, is_zero, BinaryOp(BinOp.EQ, to_copy(rhs), Constant(0, ty, span)))
        kind = AssertKind.DIVISION_BY_ZERO if op is BinOp.DIV else AssertKind.REMAINDER_BY_ZERO
        self.panic_unless(Move(is_zero), False, kind, op, (to_copy(lhs),), span)
        if not t.is_signed(ty):
            return
        is_neg_1, is_min, overflows = (self.temp(t.BOOL, span) for _ in range(3))
        least = t.int_range(ty.name)[0]
        self.push_assign(info, is_neg_1, BinaryOp(BinOp.EQ, to_copy(rhs), Constant(-1, ty, span)))
        self.push_assign(info, is_min, BinaryOp(BinOp.EQ, to_copy(lhs), Constant(least, ty, span)))
        self.push_assign(info, overflows, BinaryOp(BinOp.BIT_AND, Move(is_neg_1), Move(is_min)))
        self.panic_unless(Move(overflows), False, AssertKind.OVERFLOW, op, (to_copy(lhs), to_copy(rhs)), span)

    # ---------------------------------------------------------------- closures

    def _closure(self, expr: thir.ClosureExpr) -> Rvalue:
        """The closure's captures in order: by value straight from their places, references by temporaries."""
        operands: list[Operand] = []
        info = self.thir.closures[expr.def_]
        for closure, var, steps, cause, span in looked_at(info):
            base = self._captured_base(var)
            looked = self.try_to_place(PlaceBuilder(base.base, base.projection + steps))
            if looked is not None:
                self.cfg.push(self.block, FakeRead(self.info(span), cause, looked, closure))
        for capture in info.captures:
            base = self._captured_base(capture.local)
            for step in capture.projections:
                elem = DerefElem() if step[0] == "deref" else Field(step[1], step[3])  # type: ignore[arg-type]
                base = base.project(elem)
            place = self.to_place(base)
            if capture.by_ref is None:
                operands.append(self.consume(place))
                continue
            kind = capture.by_ref
            if kind is not BorrowKind.SHARED:
                # The place may be reached through a variable that isn't `mut` itself (a `&mut`): then the borrow is a unique one.
                kind = BorrowKind.MUT if self._base_is_mutable(base) else BorrowKind.UNIQUE
            ref_ty = t.Ref(t.RE_ERASED, self.place_ty(place), kind is not BorrowKind.SHARED)
            temp = self.new_local(LocalDecl(ref_ty, LocalKind.TEMP, False, expr.span))
            self.live_temp(temp, self.scopes[-1], expr.span)
            self.push_assign(self.info(expr.span, Reason.CAPTURE), local_place(temp), Ref(kind, place))
            operands.append(Move(local_place(temp)))
        return Aggregate(expr.ty, tuple(operands))

    def _captured_base(self, var: LocalDef) -> PlaceBuilder:
        if var in self.var_locals:
            place = self.var_place(var)
            return PlaceBuilder(place.local, place.projection)
        return PlaceBuilder(var)

    def _base_is_mutable(self, builder: PlaceBuilder) -> bool:
        if isinstance(builder.base, LocalDef):
            for capture in self.captures:
                if capture.local is builder.base:
                    return capture_is_mutable(capture)
            return False
        return self.locals[builder.base].mutable


def _signed_name(ty: t.Ty) -> str | None:
    """The name of a signed integer type."""
    return ty.name if isinstance(ty, t.Prim) and t.is_signed(ty) else None


def capture_is_mutable(capture: thir.CapturedPlace) -> bool:
    """Whether the captured place may be mutated (rustc: `determine_capture_mutability`): the variable is `mut`, or it was reached
    through a `&mut` (and through no `&` after that)."""
    mutable = capture.local.mutable
    ty: t.Ty | None = None
    for step in capture.projections:
        if step[0] == "deref":
            if isinstance(ty, (t.Ref, t.RawPtr)):
                mutable = ty.mutable
            elif ty is None:
                mutable = capture.by_ref in (BorrowKind.MUT, BorrowKind.UNIQUE) or mutable
        ty = step[-1]  # type: ignore[assignment]
    return mutable


def _never_ends(block: thir.Block) -> bool:
    return block.expr is None and not block.break_target and block.ty is t.NEVER
