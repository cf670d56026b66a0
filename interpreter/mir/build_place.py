"""Expressions as places (rustc_mir_build::builder::expr::as_place)."""

from __future__ import annotations

from interpreter.mir.body import (
    AscribeUserType,
    Assert,
    AssertKind,
    BinaryOp,
    Constant,
    Copy,
    Deref,
    FakeRead,
    Field,
    Index,
    Len,
    Local,
    LocalDecl,
    LocalKind,
    Move,
    Operand,
    Place,
    Reason,
    Ref,
    SourceInfo,
    Use,
)
from interpreter.mir.build_core import PLACES, BuilderCore, PlaceBuilder
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import BinOp
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind


class Places(BuilderCore):
    """Evaluates expressions to the places they denote; what is no place gets a temporary."""

    def as_place(self, expr: thir.Expr, mutable: bool = True) -> Place:
        """The place that `expr` denotes. `mutable` False: it will only be read, so that a temporary need not be mutable."""
        return self.to_place(self.as_place_builder(expr, mutable))

    def as_place_builder(self, expr: thir.Expr, mutable: bool = True, fake_borrows: list[Local] | None = None) -> PlaceBuilder:
        """As `as_place`. `fake_borrows` collects those that keep an outer index expression's base from changing."""
        match expr:
            case thir.VarRef():
                place = self.var_place(expr.local)
                return PlaceBuilder(place.local, place.projection)
            case thir.UpvarRef():
                return PlaceBuilder(expr.local)
            case thir.Field():
                return self.as_place_builder(expr.arg, mutable, fake_borrows).project(Field(expr.index, expr.ty))
            case thir.Deref():
                return self.as_place_builder(expr.arg, mutable, fake_borrows).project(Deref())
            case thir.Index():
                return self._index(expr, mutable, fake_borrows)
            case thir.StaticRef():
                return self._static(expr)
            case thir.Ascribe() if isinstance(expr.arg, PLACES):
                builder = self.as_place_builder(expr.arg, mutable, fake_borrows)
                self.ascribe(self.to_place(builder), expr.user_ty)
                return builder
            case thir.Ascribe():
                temp = self.as_temp(expr.arg, self.temp_scope_of(expr.arg), mutable)
                self.ascribe(Place(temp), expr.user_ty)
                return PlaceBuilder(temp)
        entered = self.enter(expr)
        temp = self.unscoped_temp(expr, self.temp_scope_of(expr), mutable, Reason.OPERAND)
        self.leave(entered)
        return PlaceBuilder(temp)

    def ascribe(self, place: Place, user_ty: thir.UserType) -> None:
        """`place` has the type that the user wrote."""
        self.cfg.push(self.block, AscribeUserType(self.info(user_ty.span), place, user_ty, True))

    def _static(self, expr: thir.StaticRef) -> PlaceBuilder:
        node = expr.def_.node
        mutable = isinstance(node, ast.Static) and node.mutable
        ty: t.Ty = t.RawPtr(expr.ty, True) if mutable else t.Ref(t.RE_ERASED, expr.ty, False)
        temp = self.new_local(LocalDecl(ty, LocalKind.TEMP, True, expr.span, static=expr.def_))
        self.live_temp(temp, self.temp_scope, expr.span)
        self.push_assign(self.info(expr.span), Place(temp), Use(Constant(expr.def_, ty, expr.span)))
        return PlaceBuilder(temp, (Deref(),))

    def live_temp(self, temp: Local, scope: object, span: Span) -> None:
        raise NotImplementedError

    # ---------------------------------------------------------------- indexing

    def _index(self, expr: thir.Index, mutable: bool, fake_borrows: list[Local] | None) -> PlaceBuilder:
        outermost = fake_borrows is None
        temps: list[Local] = [] if fake_borrows is None else fake_borrows
        base = self.as_place_builder(expr.arg, mutable, temps)
        # The enclosing temporary scope keeps the index alive beyond all uses of the place.
        index = self.as_temp(expr.index, self.temp_scope_of(expr.index), False)
        info = self.info(expr.span)
        place = self.to_place(base)
        self._bounds_check(place, index, expr.span, info)
        if outermost:
            for temp in temps:
                self.cfg.push(self.block, FakeRead(info, "index", Place(temp)))
        else:
            self._fake_borrow_base(place, temps, expr.span, info)
        return base.project(Index(index))

    def length_of(self, place: Place, span: Span, info: SourceInfo) -> Operand:
        """The length of an array (a constant) or slice."""
        ty = self.place_ty(place)
        if isinstance(ty, t.Array):
            self.cfg.push(self.block, FakeRead(info, "index", place))
            const = self.tcx.eval_const(ty.len, self.param_env)
            value = const.value if isinstance(const, t.ConstValue) else const
            return Constant(value, t.USIZE, span)
        length = self.temp(t.USIZE, span)
        self.push_assign(info, length, Len(place))
        return Move(length)

    def _bounds_check(self, place: Place, index: Local, span: Span, info: SourceInfo) -> None:
        length = self.length_of(place, span, info)
        in_bounds = self.temp(t.BOOL, span)
        length_read = Copy(length.place) if isinstance(length, Move) else length
        self.push_assign(info, in_bounds, BinaryOp(BinOp.LT, Copy(Place(index)), length_read))
        self.panic_unless(Move(in_bounds), True, AssertKind.BOUNDS_CHECK, None, (length, Copy(Place(index))), span)

    def _fake_borrow_base(self, place: Place, temps: list[Local], span: Span, info: SourceInfo) -> None:
        """Keep the pointers on the way to an indexed slice from changing until the outer index has been checked."""
        if not isinstance(self.place_ty(place), t.Slice):
            return
        for length in range(len(place.projection) - 1, -1, -1):
            elem = place.projection[length]
            prefix = Place(place.local, place.projection[:length])
            if isinstance(elem, Index) and isinstance(self.place_ty(prefix), t.Slice):
                break
            if isinstance(elem, Deref):
                temp = self.temp(t.Ref(t.RE_ERASED, self.place_ty(prefix), False), span)
                self.push_assign(info, temp, Ref(BorrowKind.FAKE, prefix))
                temps.append(temp.local)

    def panic_unless(
        self, cond: Operand, expected: bool, kind: AssertKind, op: BinOp | None, operands: tuple[Operand, ...], span: Span
    ) -> None:
        """Panic unless `cond` is `expected`; else go on."""
        target = self.cfg.new_block()
        self.cfg.terminate(self.block, Assert(self.info(span), cond, expected, kind, op, operands, target, None))
        self.diverge_from(self.block)
        self.block = target
