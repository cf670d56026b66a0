"""How the variables of the function around a closure are used in it (rustc: expr_use_visitor.rs), read off the closure's THIR.

A use is of a place (variable, then derefs and fields) and is a read or shared borrow, a unique or mutable borrow or write, or a
move.
"""

from __future__ import annotations

from interpreter.records import Record, field
from interpreter.resolve.defs import Def, LocalDef
from interpreter.source import Span
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import FnCtxt
from interpreter.typeck.thir import BorrowKind
from interpreter.typeck.thir_walk import children


class Place(Record, eq=False):
    """A captured variable with projections as in CapturedPlace, and ("index", ty)."""

    local: LocalDef
    base_ty: t.Ty
    projections: list[tuple[object, ...]] = field(default_factory=list)

    @property
    def ty(self) -> t.Ty:
        """The type of the place."""
        return self.projections[-1][-1] if self.projections else self.base_ty  # type: ignore[return-value]

    def ty_before(self, i: int) -> t.Ty:
        """The type that the `i`-th projection is applied to."""
        return self.projections[i - 1][-1] if i else self.base_ty  # type: ignore[return-value]

    def project(self, *projection: object) -> Place:
        return Place(self.local, self.base_ty, [*self.projections, projection])


class PlaceUse(Record, eq=False):
    """`kind` None: moved out of."""

    place: Place
    kind: BorrowKind | None
    span: Span


_PLACES = (thir.VarRef, thir.UpvarRef, thir.Field, thir.Deref, thir.Index, thir.StaticRef)


class UseVisitor:
    """Collects the uses of captured variables in one closure's body."""

    def __init__(self, fcx: FnCtxt, closure: Def) -> None:
        self.fcx = fcx
        self.closure = closure
        self.uses: list[PlaceUse] = []

    def visit_body(self, body: thir.Body) -> None:
        """All uses in a closure's body."""
        self._consume(body.value)

    # -------------------------------------------------------------------------------------------- uses of places

    def _use(self, place: Place | None, kind: BorrowKind | None, span: Span) -> None:
        if place is not None:
            self.uses.append(PlaceUse(place, kind, span))

    def _consume_place(self, place: Place | None, span: Span) -> None:
        """The value of a place is wanted: a copy reads it, else it is moved."""
        if place is not None:
            self._use(place, BorrowKind.SHARED if self._is_copy(place.ty) else None, span)

    def _is_copy(self, ty: t.Ty) -> bool:
        ty = self.fcx.resolve(ty)
        if isinstance(ty, (t.Prim, t.Ref)):
            return not (isinstance(ty, t.Ref) and ty.mutable)
        return self.fcx.holds(ty, "copy")

    def _place(self, expr: thir.Expr) -> Place | None:
        """The captured place that an expression denotes."""
        match expr:
            case thir.UpvarRef(local=local, ty=ty):
                return Place(local, ty)
            case thir.Field(arg=arg, index=index, name=name, ty=ty):
                base = self._place(arg)
                return base.project("field", index, name, ty) if base is not None else None
            case thir.Deref(arg=arg, ty=ty):
                base = self._place(arg)
                return base.project("deref", ty) if base is not None else None
            case _:
                return None

    def _walk_place(self, expr: thir.Expr, *, mutable: bool = False) -> None:
        """What is evaluated to find a place; `mutable`: it is changed or borrowed mutably. To index an array borrows it: what is
        built in is still a call of `Index` when captures are looked for (rustc: `fix_index_builtin_expr` comes later)."""
        match expr:
            case thir.Field(arg=arg) | thir.Deref(arg=arg):
                if isinstance(arg, _PLACES):
                    self._walk_place(arg, mutable=mutable)
                else:
                    self._consume(arg)
            case thir.Index(arg=arg, index=index):
                if isinstance(arg, _PLACES):
                    self._borrow(arg, BorrowKind.MUT if mutable else BorrowKind.SHARED)
                else:
                    self._consume(arg)
                self._consume(index)
            case thir.VarRef() | thir.UpvarRef() | thir.StaticRef():
                pass
            case _:
                self._consume(expr)

    def _borrow(self, expr: thir.Expr, kind: BorrowKind) -> None:
        self._walk_place(expr, mutable=kind is not BorrowKind.SHARED)
        self._use(self._place(expr), kind, expr.span)

    def _mutate(self, expr: thir.Expr) -> None:
        self._borrow(expr, BorrowKind.MUT)

    # -------------------------------------------------------------------------------------------- expressions

    def _consume(self, expr: thir.Expr) -> None:
        """The value of an expression is wanted."""
        if isinstance(expr, _PLACES):
            self._walk_place(expr)
            self._consume_place(self._place(expr), expr.span)
            return
        match expr:
            case thir.Borrow(kind=kind, arg=arg):
                self._borrow(arg, BorrowKind.SHARED if kind is BorrowKind.SHARED else BorrowKind.MUT)
            case thir.RawBorrow(mutable=mutable, arg=arg):
                self._borrow(arg, BorrowKind.MUT if mutable else BorrowKind.SHARED)
            case thir.Assign(lhs=lhs, rhs=rhs) | thir.AssignOp(lhs=lhs, rhs=rhs):
                self._mutate(lhs)
                self._consume(rhs)
            case thir.Match(scrutinee=scrutinee, arms=arms):
                place = self._scrutinee(scrutinee, [arm.pat for arm in arms])
                for arm in arms:
                    self._pat(place, arm.pat)
                    if arm.guard is not None:
                        self._consume(arm.guard)
                    self._consume(arm.body)
            case thir.Let(pat=pat, expr=inner):
                looked_at = self._scrutinee(inner, [pat])
                if looked_at[0] is not None:
                    self._use(looked_at[0], BorrowKind.SHARED, looked_at[1])
                self._pat(looked_at, pat)
            case thir.Block(stmts=stmts, expr=tail):
                for stmt in stmts:
                    self._stmt(stmt)
                if tail is not None:
                    self._consume(tail)
            case thir.ClosureExpr(def_=def_):
                self._nested(def_)
            case thir.AdtExpr(fields=fields, base=base) if base is not None:
                for _, value in fields:
                    self._consume(value)
                self._struct_base(expr, base)
            case _:
                for child in children(expr):
                    self._consume(child)

    def _struct_base(self, literal: thir.AdtExpr, base: thir.Expr) -> None:
        """Of `..base` only the fields are used that the literal doesn't give."""
        place = self._place(base) if isinstance(base, _PLACES) else None
        if place is None:
            self._consume(base)
            return
        self._walk_place(base)
        for index, ty in literal.base_fields:
            self._consume_place(place.project("field", index, self._field_name(literal.ty, 0, index), ty), base.span)

    def _stmt(self, stmt: thir.Stmt) -> None:
        if isinstance(stmt, thir.ExprStmt):
            self._walk_place(stmt.expr) if isinstance(stmt.expr, _PLACES) else self._consume(stmt.expr)
            if isinstance(stmt.expr, _PLACES):
                self._consume_place(self._place(stmt.expr), stmt.expr.span)
            return
        if stmt.init is not None:
            self._pat(self._scrutinee(stmt.init, [stmt.pat]), stmt.pat)
        if stmt.else_ is not None:
            self._consume(stmt.else_)

    def _scrutinee(self, expr: thir.Expr, pats: list[thir.Pat]) -> tuple[Place | None, Span]:
        self._walk_place(expr, mutable=any(map(_binds_mutably, pats)))
        return self._place(expr), expr.span

    def _nested(self, def_: Def) -> None:
        """The captures of a closure within, as far as they are from outside of this one."""
        owners = self.fcx.results.local_owner
        for capture in self.fcx.results.closures[def_].captures:
            if owners.get(capture.local) is self.closure:
                continue
            base = self.fcx.resolve(self.fcx.results.local_tys[capture.local])
            place = Place(capture.local, base, list(capture.projections))
            if capture.by_ref is None:
                self._consume_place(place, capture.use_span)
            else:
                self._use(place, capture.by_ref, capture.use_span)

    # -------------------------------------------------------------------------------------------- patterns

    def _pat(self, scrutinee: tuple[Place | None, Span], pat: thir.Pat) -> None:
        """Bindings borrow or move their places; a refutable pattern reads what it looks at."""
        place, span = scrutinee
        if place is None:
            return
        match pat:
            case thir.BindingPat(by_ref=by_ref, sub=sub):
                if by_ref is None:
                    self._consume_place(place, span)
                else:
                    self._use(place, by_ref, span)
                if sub is not None:
                    self._pat(scrutinee, sub)
            case thir.DerefPat(sub=sub):
                self._pat((place.project("deref", sub.ty), span), sub)
            case thir.LeafPat(subpatterns=subs):
                for index, inner in subs:
                    self._pat((place.project("field", index, self._field_name(pat.ty, 0, index), inner.ty), span), inner)
            case thir.VariantPat(subpatterns=subs, variant=variant):
                self._use(place, BorrowKind.SHARED, span)
                for index, inner in subs:
                    self._pat((place.project("field", index, self._field_name(pat.ty, variant, index), inner.ty), span), inner)
            case thir.ConstantPat() | thir.RangePat():
                self._use(place, BorrowKind.SHARED, span)
            case thir.SlicePat(prefix=prefix, slice=middle, suffix=suffix):
                if isinstance(pat.ty, t.Slice):
                    self._use(place, BorrowKind.SHARED, span)
                for inner in (*prefix, *([middle] if middle is not None else []), *suffix):
                    self._pat((place.project("index", inner.ty), span), inner)
            case thir.OrPat(alts=alts):
                for alt in alts:
                    self._pat(scrutinee, alt)
            case _:
                pass

    def _field_name(self, ty: t.Ty, variant: int, index: int) -> str:
        if isinstance(ty, t.Adt):
            return self.fcx.tcx.adt_def(ty.def_).variants[variant].fields[index].name
        return str(index)


def _binds_mutably(pat: thir.Pat) -> bool:
    """Whether a pattern borrows a part mutably."""
    match pat:
        case thir.BindingPat(by_ref=by_ref, sub=sub):
            return by_ref is BorrowKind.MUT or (sub is not None and _binds_mutably(sub))
        case thir.DerefPat(sub=sub):
            return _binds_mutably(sub)
        case thir.LeafPat(subpatterns=subs) | thir.VariantPat(subpatterns=subs):
            return any(_binds_mutably(inner) for _, inner in subs)
        case thir.SlicePat(prefix=prefix, slice=middle, suffix=suffix):
            return any(map(_binds_mutably, (*prefix, *([middle] if middle is not None else []), *suffix)))
        case thir.OrPat(alts=alts):
            return any(map(_binds_mutably, alts))
    return False
