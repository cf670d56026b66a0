"""Constants as patterns (rustc: `thir::pattern::const_to_pat`): a constant's value as a tree, and the pattern that matches it.

The value is read off the constant's own expression where that is made of literals and constructors; else the machine runs it
(the provider "const_to_valtree").
"""

from __future__ import annotations

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import TYPE_CHECKING, Any, TypeAlias
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import const_cycles, thir
from interpreter.typeck import ty as t
from interpreter.typeck.constants import ConstEvalFailure, report_failure
from interpreter.typeck.words import errors_const_pat

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.thir_build import ThirBuilder

Valtree: TypeAlias = Any
"""A number, bool, char (as int) or text; of a reference what it refers to; of a struct, tuple, array or slice the tuple of its
parts; of an enum `(variant, *fields)`."""


class NotValtree(Exception):
    """A value in the constant can't be a tree; `ty` is its type (rustc: `ValTreeCreationError::NonSupportedType`)."""

    def __init__(self, ty: t.Ty) -> None:
        super().__init__()
        self.ty = ty


class _NotLiteral(Exception):
    """The machine must run the expression."""


class _Refused(Exception):
    """The constant is no pattern, which was reported."""


def named(b: ThirBuilder, span: Span, def_: Def, args: t.Args, ty: t.Ty) -> thir.Pat:
    """The pattern that a constant's name is."""
    fcx = b.fcx
    if def_.kind in (DefKind.CONST_PARAM, DefKind.STATIC):
        if b.judges_constants and not ty.flags & t.HAS_ERROR:
            errors_const_pat.report_no_constant(fcx, span, def_)
        return thir.WildPat(ty=t.ERROR, span=span)
    if any(a.flags & t.HAS_PARAM for a in args):
        if b.judges_constants and not ty.flags & t.HAS_ERROR:
            errors_const_pat.report_generic_constant(fcx, span, def_, args)
        return thir.WildPat(ty=t.ERROR, span=span)
    try:
        tree = _of_const(fcx.tcx, def_, args)
        return _Converter(b, span, def_).pattern(tree, ty)
    except NotValtree as found:
        if b.judges_constants:
            errors_const_pat.report_no_valtree(fcx, span, found.ty, def_)
    except _Refused:
        pass
    return thir.WildPat(ty=t.ERROR, span=span)


def literal(b: ThirBuilder, expr: thir.Expr, ty: t.Ty, span: Span) -> thir.Pat:
    """The pattern that a literal (or `const` block) is."""
    try:
        return _Converter(b, span, None).pattern(_of_expr(b.fcx.tcx, expr), ty)
    except _NotLiteral:
        if b.fcx.tainted:
            return thir.WildPat(ty=t.ERROR, span=span)
        raise UnsupportedError("this constant in a pattern", span) from None
    except _Refused:
        return thir.WildPat(ty=t.ERROR, span=span)


def range_end(b: ThirBuilder, span: Span, def_: Def, args: t.Args) -> int | float | None:
    """The value of a constant at an end of a range; None if it is in error."""
    made = named(b, span, def_, args, b.fcx.tcx.type_of(def_))
    return made.value if isinstance(made, thir.ConstantPat) and not isinstance(made.value, str) else None


# ------------------------------------------------------------------------------------------------ values


def _of_const(tcx: TyCtxt, def_: Def, args: t.Args) -> Valtree:
    """The value of a constant without parameters.

    Raises: NotValtree; _Refused."""
    ty = t.subst(tcx.type_of(def_), args)
    if isinstance(ty, t.Prim) and not t.is_float(ty) and ty is not t.STR:
        value = tcx.const_eval(def_, args)
        if not isinstance(value, t.ConstValue):
            raise _Refused
        return value.value
    if def_.kind is DefKind.ASSOC_CONST:
        resolved = tcx.resolve_assoc_item(def_, args)
        if isinstance(resolved, tuple):
            def_, args = resolved
    body = tcx.body_of(def_)
    if body is None or body.has_errors or const_cycles.needs_itself(tcx, def_, args):
        raise _Refused
    try:
        return _of_expr(tcx, body.value)
    except _NotLiteral:
        pass
    try:
        return tcx.providers["const_to_valtree"](tcx, def_, args)
    except ConstEvalFailure as failure:
        report_failure(tcx, def_, failure)
        raise _Refused from failure


def _of_expr(tcx: TyCtxt, expr: thir.Expr) -> Valtree:
    """The value of an expression that only puts together literals and constants."""
    match expr:
        case (
            thir.Use(arg=inner)
            | thir.Ascribe(arg=inner)
            | thir.Coercion(arg=inner, kind=thir.CoercionKind.UNSIZE)
            | thir.Block(stmts=[], expr=thir.ExprBase() as inner)
        ):
            if isinstance(expr.ty, t.Ref) and isinstance(expr.ty.ty, t.Dynamic):
                raise NotValtree(expr.ty.ty)
            return _of_expr(tcx, inner)
        case thir.Literal(value=bytes() as value):
            return tuple(value)
        case thir.Literal(value=int() | float() | str() as value):
            return value
        case thir.Borrow(arg=inner) if isinstance(expr.ty, t.Ref):
            return _of_expr(tcx, inner.arg if isinstance(inner, thir.Deref) else inner)
        case thir.TupleExpr(elems=elems) | thir.ArrayExpr(elems=elems):
            return tuple([_of_expr(tcx, e) for e in elems])
        case thir.AdtExpr(variant=variant, fields=fields, base=None) if isinstance(expr.ty, t.Adt):
            if expr.ty.def_.kind is DefKind.UNION:
                raise NotValtree(expr.ty)
            parts = [_of_expr(tcx, e) for _, e in sorted(fields, key=lambda field: field[0])]
            return (variant, *parts) if expr.ty.def_.kind is DefKind.ENUM else tuple(parts)
        case thir.NamedConst(const=t.ConstUnevaluated(def_=def_, args=args)) if not t._flags_of(args) & t.HAS_PARAM:
            return _of_const(tcx, def_, args)
        case _:
            raise _NotLiteral


# ------------------------------------------------------------------------------------------------ patterns


class _Converter:
    """Makes the pattern for a value (rustc: `ConstToPat`). `const`: where it was defined; None for a literal."""

    def __init__(self, b: ThirBuilder, span: Span, const: Def | None) -> None:
        self.b = b
        self.tcx = b.fcx.tcx
        self.span = span
        self.const = const

    def pattern(self, tree: Valtree, ty: t.Ty) -> thir.Pat:
        """The pattern of a value of type `ty`.

        Raises: _Refused."""
        made = self._pattern(tree, ty)
        if self.const is not None and not self._is_partial_eq(ty):
            parts = [part for part in t.walk(ty) if isinstance(part, t.Adt) and not partial_eq_impls(self.tcx, part)[0]]
            self._refuse(errors_const_pat.report_not_partial_eq, ty, parts)
        return made

    def _pattern(self, tree: Valtree, ty: t.Ty) -> thir.Pat:
        span = self.span
        match ty:
            case t.Adt():
                return self._adt(tree, ty)
            case t.Tuple(elems=elems):
                subs = [(i, self._pattern(part, e)) for i, (part, e) in enumerate(zip(tree, elems, strict=True))]
                return thir.LeafPat(ty=ty, span=span, subpatterns=subs)
            case t.Array(elem=elem) | t.Slice(elem=elem):
                prefix = [self._pattern(part, elem) for part in tree]
                return thir.SlicePat(ty=ty, span=span, prefix=prefix, slice=None, suffix=[])
            case t.Ref(ty=inner) if inner is not t.STR:
                return thir.DerefPat(ty=ty, span=span, sub=self._pattern(tree, inner), implicit=False)
            case _ if isinstance(tree, tuple):
                self._refuse(errors_const_pat.report_no_valtree, ty)
        if tree != tree:
            self._refuse(errors_const_pat.report_nan)
        return thir.ConstantPat(ty=ty, span=span, value=tree)

    def _adt(self, tree: Valtree, ty: t.Adt) -> thir.Pat:
        derived, manual = partial_eq_impls(self.tcx, ty)
        if not derived:
            self._refuse(errors_const_pat.report_not_structural, ty, manual)
        adt = self.tcx.adt_def(ty.def_)
        variant, parts = (tree[0], tree[1:]) if adt.is_enum else (0, tree)
        fields = [self.b.fcx.normalize(self.span, field.ty(self.tcx, ty.args)) for field in adt.variants[variant].fields]
        subs = [(i, self._pattern(part, field)) for i, (part, field) in enumerate(zip(parts, fields, strict=True))]
        return adt_pat(self.tcx, ty, variant, subs, self.span)

    def _is_partial_eq(self, ty: t.Ty) -> bool:
        trait = self.tcx.lang_item("eq")
        return self.tcx.type_implements_trait(trait, (ty, ty), self.b.fcx.param_env)

    def _refuse(self, report: Any, *details: Any) -> None:
        if self.b.judges_constants:
            report(self.b.fcx, self.span, *details, self.const)
        raise _Refused


def partial_eq_impls(tcx: TyCtxt, ty: t.Adt) -> tuple[bool, Def | None]:
    """Whether a type's equality is that of its parts (PartialEq is derived, or it says so by StructuralPartialEq), and the impl
    of PartialEq somebody wrote, if any."""
    manual: Def | None = None
    eq, structural = tcx.lang_item("eq"), tcx.lang_item("structural_peq")
    for impl in tcx.relevant_impls(eq, ty):
        node = impl.node
        if not isinstance(node, ast.Impl):
            continue
        if any(attr.name == "automatically_derived" for attr in node.attrs):
            return True, None
        manual = impl
    return bool(tcx.relevant_impls(structural, ty)), manual


def adt_pat(
    tcx: TyCtxt, ty: t.Adt, variant: int, subs: list[tuple[int, thir.Pat]], span: Span, user_ty: thir.UserType | None = None
) -> thir.Pat:
    """The pattern of a struct, or of a variant with these fields."""
    adt = tcx.adt_def(ty.def_)
    if adt.is_enum and len(adt.variants) > 1:
        return thir.VariantPat(ty=ty, span=span, adt=adt.def_, variant=variant, subpatterns=subs, user_ty=user_ty)
    return thir.LeafPat(ty=ty, span=span, subpatterns=subs, user_ty=user_ty)
