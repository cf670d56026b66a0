"""What all parts of the MIR builder share: its state, types of places, copies and moves, and which parts it has.

The builder is one object made of layers, a module each, every one extending the one before: scopes (scope.py), places
(build_place.py), operands and rvalues (build_expr.py), control flow (build_into.py), blocks and statements (build_block.py),
pattern matching (matches.py); build.py puts the top on. Methods that a lower layer needs of a higher one are declared here.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import TYPE_CHECKING
from interpreter.mir.body import (
    Constant,
    Copy,
    Field,
    Local,
    LocalDecl,
    LocalKind,
    Move,
    Operand,
    Place,
    Projection,
    Reason,
    Rvalue,
    local_place,
)
from interpreter.mir.body import Deref as DerefElem
from interpreter.mir.body import Downcast as DowncastElem
from interpreter.mir.scope import RegionScope, ScopeBuilder
from interpreter.mir.types import place_ty
from interpreter.records import Record, replace
from interpreter.resolve.defs import Def, LocalDef
from interpreter.source import Span
from interpreter.typeck import thir
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

UNSCOPED = (
    thir.VarRef,
    thir.UpvarRef,
    thir.Literal,
    thir.FnItem,
    thir.NamedConst,
    thir.StaticRef,
    thir.Deref,
    thir.Field,
    thir.Borrow,
    thir.Use,
    thir.Ascribe,
)
"""Expressions that make no operands of their own, so that a scope around them would always stay empty."""
CONSTANTS = (thir.Literal, thir.FnItem, thir.NamedConst)
PLACES = (thir.VarRef, thir.UpvarRef, thir.StaticRef, thir.Deref, thir.Field, thir.Index)


class PlaceBuilder(Record, frozen=True):
    """A place in the making. `base` is a variable of the function around (a LocalDef) within a closure: which capture it lies in
    shows only once enough projections are known (rustc: PlaceBase::Upvar)."""

    base: Local | LocalDef
    projection: tuple[Projection, ...] = ()

    def project(self, elem: Projection) -> PlaceBuilder:
        return PlaceBuilder(self.base, (*self.projection, elem))


class BuilderCore(ScopeBuilder, ABC):
    """State of one body's building beyond graph and scopes.

    `var_locals`: the local of each variable; `guard_locals`: the reference to it that a match guard sees it through, in use
    while it is in `guard_vars`. `extended`: expressions whose temporaries live longer than the current temporary scope (None:
    for ever), `extended_super_lets`: `super let`s whose variables do.
    """

    def __init__(self, tcx: TyCtxt, body: thir.Body, closure: thir.ClosureInfo | None) -> None:
        super().__init__()
        self.tcx = tcx
        self.thir = body
        self.owner: Def = body.owner
        self.param_env = tcx.param_env(body.owner)
        self.var_locals: dict[LocalDef, Local] = {}
        self.guard_locals: dict[LocalDef, Local] = {}
        self.user_fns: list[thir.UserType] = []
        self.guard_vars: list[frozenset[LocalDef]] = []
        self.extended: dict[thir.Expr, RegionScope | None] = {}
        self.extended_super_lets: dict[thir.LetStmt, RegionScope | None] = {}
        self.captures = tuple(closure.captures) if closure is not None else ()
        self.capture_places: list[Place] = []
        self.unit_temp: Place | None = None
        self._copy_cache: dict[t.Ty, bool] = {}
        self._drop_cache: dict[t.Ty, bool] = {}

    # ---------------------------------------------------------------- types

    def is_copy(self, ty: t.Ty) -> bool:
        found = self._copy_cache.get(ty)
        if found is None:
            found = self._copy_cache[ty] = self.tcx.is_copy(ty, self.param_env)
        return found

    def ty_needs_drop(self, ty: t.Ty) -> bool:
        found = self._drop_cache.get(ty)
        if found is None:
            found = self._drop_cache[ty] = self.tcx.needs_drop(ty, self.param_env)
        return found

    def needs_drop(self, local: Local) -> bool:
        return self.ty_needs_drop(self.locals[local].ty)

    def is_uninhabited(self, ty: t.Ty) -> bool:
        """No value of the type can exist: `!`, an enum without inhabited variants, a struct or tuple with such a part."""
        if ty is t.NEVER:
            return True
        if isinstance(ty, t.Tuple):
            return any(self.is_uninhabited(elem) for elem in ty.elems)
        if isinstance(ty, t.Adt):
            adt = self.tcx.adt_def(ty.def_)
            if adt.is_union or not (adt.is_enum or ty.args):
                return False
            return self.tcx.query("uninhabited", ty, lambda: self._adt_is_uninhabited(ty), lambda _: False)
        return False

    def _adt_is_uninhabited(self, ty: t.Adt) -> bool:
        return all(self.variant_is_uninhabited(ty, index) for index in range(len(self.tcx.adt_def(ty.def_).variants)))

    def variant_is_uninhabited(self, ty: t.Adt, variant: int) -> bool:
        """One of the variant's fields can have no value."""
        fields = self.tcx.adt_def(ty.def_).variants[variant].fields
        return any(self.is_uninhabited(self.field_ty(ty, variant, index)) for index in range(len(fields)))

    def field_ty(self, ty: t.Adt, variant: int, index: int) -> t.Ty:
        """The type of a field, normalised."""
        field = self.tcx.adt_def(ty.def_).variants[variant].fields[index]
        return self.tcx.normalize_erasing_regions(field.ty(self.tcx, ty.args), self.param_env)

    def place_ty(self, place: Place) -> t.Ty:
        return place_ty(self.tcx, self.locals, place)

    def consume(self, place: Place) -> Operand:
        """Read a place as a value: a copy where the type allows it, else a move."""
        return Copy(place) if self.is_copy(self.place_ty(place)) else Move(place)

    def unsupported(self, construct: str, span: Span) -> UnsupportedError:
        return UnsupportedError(construct, span.source_callsite())

    # ---------------------------------------------------------------- locals

    def new_local(self, decl: LocalDecl) -> Local:
        erased = t.erase_regions(decl.ty)
        self.locals.append(decl if erased is decl.ty else replace(decl, ty=erased))
        return len(self.locals) - 1

    def temp(self, ty: t.Ty, span: Span) -> Place:
        """A temporary without storage statements, for values that are used at once."""
        return local_place(self.new_local(LocalDecl(ty, LocalKind.TEMP, True, span)))

    def update_local(self, local: Local, **changes: object) -> None:
        self.locals[local] = replace(self.locals[local], **changes)

    def var_place(self, var: LocalDef) -> Place:
        """The variable; within a guard of the match that binds it, what its reference points to."""
        if any(var in frame for frame in self.guard_vars):
            return Place(self.guard_locals[var], (DerefElem(),))
        return local_place(self.var_locals[var])

    # ---------------------------------------------------------------- captured places

    def to_place(self, builder: PlaceBuilder) -> Place:
        place = self.try_to_place(builder)
        assert place is not None, f"{builder.base} isn't captured"
        return place

    def try_to_place(self, builder: PlaceBuilder) -> Place | None:
        """The place; None for a captured variable when no capture covers it (only wildcards look at it)."""
        base = builder.base
        if not isinstance(base, LocalDef):
            return Place(base, builder.projection) if builder.projection else local_place(base)
        for capture, place in zip(self.captures, self.capture_places, strict=True):
            if capture.local is base:
                consumed = _match_capture(capture, builder.projection)
                if consumed is not None:
                    return place.project(*builder.projection[consumed:])
        return None

    # ---------------------------------------------------------------- scopes of expressions

    def enter(self, expr: thir.Expr) -> RegionScope | None:
        """Push the scope of an expression, where its operands die; None if it needs none."""
        return None if isinstance(expr, UNSCOPED) else self.push_scope(expr.span)

    def leave(self, scope: RegionScope | None) -> None:
        if scope is not None:
            self.pop_scope(scope)

    def temp_scope_of(self, expr: thir.Expr) -> RegionScope | None:
        """The scope that a temporary for the value of `expr` lives in; None: it is never dropped."""
        return self.extended.get(expr, self.temp_scope)

    def unadjusted(self, expr: thir.Expr) -> thir.Expr:
        """The expression as written, without the adjustments around it."""
        adjusted = False
        while True:
            if isinstance(expr, (thir.Coercion, thir.NeverToAny, thir.Ascribe, thir.Use)):
                expr = expr.arg
            elif isinstance(expr, thir.Borrow) and not expr.explicit:
                expr, adjusted = expr.arg, True
            elif isinstance(expr, thir.Deref) and adjusted:
                expr = expr.arg
            elif isinstance(expr, thir.Call) and adjusted and self.is_place_call(expr):
                expr = expr.args[0]
            else:
                return expr

    def is_place_call(self, call: thir.Call) -> bool:
        """An overloaded dereference or index."""
        fun_ty = call.fun.ty
        if not (call.from_overloaded and isinstance(fun_ty, t.FnDef)):
            return False
        trait = self.tcx.trait_of_item(fun_ty.def_)
        names = ("deref", "deref_mut", "index", "index_mut")
        return trait is not None and any(self.tcx.is_lang_item(trait, name) for name in names)

    def unit_constant(self, span: Span) -> Constant:
        return Constant(None, t.UNIT, span)

    # ---------------------------------------------------------------- defined by the layers above

    @abstractmethod
    def as_place(self, expr: thir.Expr, mutable: bool = True) -> Place: ...

    @abstractmethod
    def as_place_builder(
        self, expr: thir.Expr, mutable: bool = True, fake_borrows: list[Local] | None = None
    ) -> PlaceBuilder: ...

    @abstractmethod
    def as_operand(self, expr: thir.Expr, reason: Reason = Reason.OPERAND) -> Operand: ...

    @abstractmethod
    def as_temp(
        self, expr: thir.Expr, scope: RegionScope | None, mutable: bool = True, reason: Reason = Reason.OPERAND
    ) -> Local: ...

    @abstractmethod
    def unscoped_temp(self, expr: thir.Expr, scope: RegionScope | None, mutable: bool, reason: Reason) -> Local: ...

    @abstractmethod
    def as_rvalue(self, expr: thir.Expr) -> Rvalue: ...

    @abstractmethod
    def unscoped_rvalue(self, expr: thir.Expr) -> Rvalue: ...

    @abstractmethod
    def expr_into_dest(self, destination: Place, expr: thir.Expr, reason: Reason = Reason.NONE) -> None: ...

    @abstractmethod
    def unscoped_into(self, destination: Place, expr: thir.Expr, reason: Reason) -> None: ...

    @abstractmethod
    def statement_expr(self, expr: thir.Expr, scope: RegionScope | None) -> None: ...

    @abstractmethod
    def build_block(self, destination: Place, block: thir.Block, reason: Reason) -> None: ...

    @abstractmethod
    def match_expr(self, destination: Place, expr: thir.Match, reason: Reason) -> None: ...

    def lower_let(
        self,
        expr: thir.Expr,
        pat: thir.Pat,
        source_scope: int | None,
        scope_span: Span,
        declare: bool,
        user_ty: thir.UserType | None = None,
    ) -> None:
        raise NotImplementedError

    @abstractmethod
    def lower_condition(self, expr: thir.Expr, temp_scope: RegionScope | None, variables: tuple[int, Span] | None) -> None: ...


def _match_capture(capture: thir.CapturedPlace, projection: tuple[Projection, ...]) -> int | None:
    """How many of `projection` lead to the captured place; None if they lead elsewhere."""
    at = 0
    for step in capture.projections:
        while at < len(projection) and isinstance(projection[at], DowncastElem):
            at += 1
        if at == len(projection):
            return None
        elem = projection[at]
        if step[0] == "deref":
            if not isinstance(elem, DerefElem):
                return None
        elif not (isinstance(elem, Field) and elem.index == step[1]):
            return None
        at += 1
    return at
