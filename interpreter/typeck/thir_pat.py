"""Patterns of the second pass (rustc_mir_build::thir::pattern): implicit derefs explicit, constants evaluated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interpreter.diagnostics import UnsupportedError
from interpreter.resolve.defs import Def, DefKind, DefRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import pattern, thir
from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import peel
from interpreter.typeck.words import errors_pat

if TYPE_CHECKING:
    from interpreter.typeck.thir_build import ThirBuilder

_KINDS = {False: thir.BorrowKind.SHARED, True: thir.BorrowKind.MUT}


def build_pat(b: ThirBuilder, pat: ast.Pat) -> thir.Pat:
    """A pattern as THIR."""
    while isinstance(pat, ast.ParenPat):
        pat = pat.pat
    made = _build(b, pat)
    for ty in reversed(b.results.pat_adjustments.get(pat, ())):
        made = thir.DerefPat(ty=b.resolve(ty, pat.span), span=pat.span, sub=made, implicit=True)
    return made


def _ty(b: ThirBuilder, pat: ast.Pat) -> t.Ty:
    return b.resolve(b.results.node_types.get(pat, t.ERROR), pat.span)  # type: ignore[no-any-return]


def _build(b: ThirBuilder, pat: ast.Pat) -> thir.Pat:
    ty, span = _ty(b, pat), pat.span
    match pat:
        case ast.WildPat() | ast.RestPat():
            return thir.WildPat(ty=ty, span=span)
        case ast.IdentPat():
            return _ident(b, pat, ty)
        case ast.LitPat(expr=expr):
            return _constant(b, b.expr(expr), ty, span)
        case ast.RangePat():
            return _range(b, pat, ty)
        case ast.RefPat(pat=sub):
            return thir.DerefPat(ty=ty, span=span, sub=build_pat(b, sub), implicit=False)
        case ast.TuplePat(elems=elems):
            total = len(ty.elems) if isinstance(ty, t.Tuple) else len(elems)
            subs = [(i, build_pat(b, e)) for i, e in pattern.enumerate_and_adjust(elems, total)]
            return thir.LeafPat(ty=ty, span=span, subpatterns=subs)
        case ast.SlicePat():
            return _slice(b, pat, ty)
        case ast.PathPat(path=path):
            found = b.results.paths.get(path)
            if found is None:
                return thir.WildPat(ty=t.ERROR, span=span)
            return _named(b, pat, found.def_, found.args, ty)
        case ast.TupleStructPat(elems=elems):
            info = b.results.structs.get(pat)
            if info is None or isinstance(ty, t.ErrorTy):
                return _error(b, pat, elems)
            assert isinstance(ty, t.Adt)
            n = len(b.fcx.tcx.adt_def(ty.def_).variants[info.variant].fields)
            subs = [(i, build_pat(b, e)) for i, e in pattern.enumerate_and_adjust(elems, n)]
            return _adt_pat(b, ty, info.variant, subs, span)
        case ast.StructPat(fields=fields):
            info = b.results.structs.get(pat)
            if info is None or isinstance(ty, t.ErrorTy):
                return _error(b, pat, [f.pat for f in fields])
            subs = [(b.results.fields[f], build_pat(b, f.pat)) for f in fields if f in b.results.fields]
            return _adt_pat(b, ty, info.variant, subs, span)
        case ast.OrPat(alts=alts):
            return thir.OrPat(ty=ty, span=span, alts=[build_pat(b, a) for a in alts])
        case _:
            raise UnsupportedError("this kind of pattern", span)


def _error(b: ThirBuilder, pat: ast.Pat, subs: list[ast.Pat]) -> thir.Pat:
    """The bindings of a pattern with an error are still there."""
    made = [(i, build_pat(b, p)) for i, p in enumerate(subs) if not isinstance(p, ast.RestPat)]
    return thir.LeafPat(ty=t.ERROR, span=pat.span, subpatterns=made)


def _adt_pat(b: ThirBuilder, ty: t.Ty, variant: int, subs: list[tuple[int, thir.Pat]], span: Span) -> thir.Pat:
    assert isinstance(ty, t.Adt)
    adt = b.fcx.tcx.adt_def(ty.def_)
    if adt.is_enum and len(adt.variants) > 1:
        return thir.VariantPat(ty=ty, span=span, adt=adt.def_, variant=variant, subpatterns=subs)
    return thir.LeafPat(ty=ty, span=span, subpatterns=subs)


def _ident(b: ThirBuilder, pat: ast.IdentPat, ty: t.Ty) -> thir.Pat:
    res = b.fcx.ident_pat_res(pat)
    if isinstance(res, DefRes):
        return _named(b, pat, res.def_, (), ty)
    info = b.results.bindings[pat]
    var_ty = b.resolve(b.results.local_tys.get(res.local, t.ERROR), pat.span)
    place_ty = var_ty
    if info.by_ref is not None and isinstance(var_ty, t.Ref):
        place_ty = var_ty.ty
    sub = build_pat(b, pat.sub) if pat.sub is not None and not isinstance(pat.sub, ast.RestPat) else None
    span = pat.span._replace(hi=pat.ident.span.hi)
    return thir.BindingPat(
        ty=place_ty, span=span, local=res.local, var_ty=var_ty, sub=sub, is_primary=res.local.node is pat,
        by_ref=None if info.by_ref is None else _KINDS[info.by_ref], implicit_ref=info.implicit,
    )  # fmt: skip


def _named(b: ThirBuilder, pat: ast.Pat, def_: Def, args: t.Args, ty: t.Ty) -> thir.Pat:
    """A unit struct or variant, or a constant."""
    if def_.kind in (DefKind.STRUCT, DefKind.VARIANT):
        if not isinstance(ty, t.Adt):
            return thir.WildPat(ty=t.ERROR, span=pat.span)
        return _adt_pat(b, ty, b.fcx.tcx.adt_def(def_).variant_of(def_).index, [], pat.span)
    if def_.kind in (DefKind.FN, DefKind.ASSOC_FN):
        return thir.WildPat(ty=t.ERROR, span=pat.span)
    value = b.fcx.tcx.const_eval(def_, b.args(args, pat.span)) if isinstance(ty, t.Prim) and not t.is_float(ty) else None
    if isinstance(value, t.ConstValue):
        return thir.ConstantPat(ty=ty, span=pat.span, value=value.value)
    target = def_
    if def_.kind is DefKind.CONST_PARAM or any(a.flags & t.HAS_PARAM for a in args):
        if b.final:
            errors_pat.report_generic_constant(b.fcx, pat.span, def_, args)
        return thir.WildPat(ty=t.ERROR, span=pat.span)
    if def_.kind is DefKind.ASSOC_CONST:
        resolved = b.fcx.tcx.resolve_assoc_item(def_, b.args(args, pat.span), b.fcx.param_env)
        if isinstance(resolved, tuple):
            target = resolved[0]
    body = b.fcx.tcx.thir_body(target)
    if body is None:
        return thir.WildPat(ty=t.ERROR, span=pat.span)
    return _of_value(b, body.value, ty, pat.span)


def _of_value(b: ThirBuilder, expr: thir.Expr, ty: t.Ty, span: Span) -> thir.Pat:
    """The pattern that matches just the value of a constant expression."""
    match expr:
        case thir.Use(arg=arg) | thir.Ascribe(arg=arg) | thir.NeverToAny(arg=arg):
            return _of_value(b, arg, ty, span)
        case thir.Block(stmts=[], expr=inner) if inner is not None:
            return _of_value(b, inner, ty, span)
        case thir.Literal(value=bytes() as value) if isinstance(ty, t.Ref):
            return thir.DerefPat(ty=ty, span=span, sub=_of_bytes(value, ty.ty, span), implicit=False)
        case thir.Literal(value=bytes() as value):
            return _of_bytes(value, ty, span)
        case thir.Literal(value=int() | float() | str() as value):
            return thir.ConstantPat(ty=ty, span=span, value=value)
        case thir.Borrow(arg=thir.Deref(arg=inner), explicit=False):
            return _of_value(b, inner, ty, span)
        case thir.Coercion(arg=inner, kind=thir.CoercionKind.UNSIZE):
            return _of_value(b, inner, ty, span)
        case thir.Borrow(arg=inner) if isinstance(ty, t.Ref):
            return thir.DerefPat(ty=ty, span=span, sub=_of_value(b, inner, ty.ty, span), implicit=False)
        case thir.TupleExpr(elems=elems):
            return thir.LeafPat(ty=ty, span=span, subpatterns=[(i, _of_value(b, e, e.ty, span)) for i, e in enumerate(elems)])
        case thir.ArrayExpr(elems=elems):
            prefix = [_of_value(b, e, e.ty, span) for e in elems]
            return thir.SlicePat(ty=ty, span=span, prefix=prefix, slice=None, suffix=[])
        case thir.AdtExpr(variant=variant, fields=fields, base=None):
            return _adt_pat(b, expr.ty, variant, [(i, _of_value(b, e, e.ty, span)) for i, e in fields], span)
        case thir.NamedConst(const=t.ConstUnevaluated(def_=def_, args=args)):
            known = b.fcx.tcx.const_eval(def_, args) if isinstance(ty, t.Prim) and not t.is_float(ty) else None
            if isinstance(known, t.ConstValue):
                return thir.ConstantPat(ty=ty, span=span, value=known.value)
            body = b.fcx.tcx.thir_body(def_)
            if body is not None:
                return _of_value(b, body.value, ty, span)
        case _:
            pass
    raise UnsupportedError("a computed constant in a pattern", span)


def _of_bytes(value: bytes, ty: t.Ty, span: Span) -> thir.Pat:
    """The slice pattern that a byte string is."""
    prefix: list[thir.Pat] = [thir.ConstantPat(ty=t.U8, span=span, value=byte) for byte in value]
    return thir.SlicePat(ty=ty, span=span, prefix=prefix, slice=None, suffix=[])


def _constant(b: ThirBuilder, expr: thir.Expr, ty: t.Ty, span: Span) -> thir.Pat:
    return _of_value(b, expr, ty, span)


def _range_end(b: ThirBuilder, node: ast.Expr | None, ty: t.Ty) -> Any:
    if node is None:
        return None
    node = peel(node)
    if isinstance(node, ast.PathExpr):
        found = b.results.paths.get(node.path)
        if found is not None:
            value = b.fcx.tcx.const_eval(found.def_, b.args(found.args, node.span))
            if isinstance(value, t.ConstValue):
                return value.value
    made = b.expr(node)
    if isinstance(made, thir.Literal):
        return made.value
    raise UnsupportedError("this end of a range pattern", node.span)


def _range(b: ThirBuilder, pat: ast.RangePat, ty: t.Ty) -> thir.Pat:
    lo, hi = _range_end(b, pat.lo, ty), _range_end(b, pat.hi, ty)
    return thir.RangePat(ty=ty, span=pat.span, lo=lo, hi=hi, inclusive=pat.inclusive)


def _slice(b: ThirBuilder, pat: ast.SlicePat, ty: t.Ty) -> thir.Pat:
    prefix: list[thir.Pat] = []
    suffix: list[thir.Pat] = []
    middle: thir.Pat | None = None
    for elem in pat.elems:
        if pattern.is_rest(elem):
            middle = build_pat(b, elem)
        elif middle is None:
            prefix.append(build_pat(b, elem))
        else:
            suffix.append(build_pat(b, elem))
    return thir.SlicePat(ty=ty, span=pat.span, prefix=prefix, slice=middle, suffix=suffix)
