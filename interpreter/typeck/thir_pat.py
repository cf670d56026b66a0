"""Patterns of the second pass (rustc_mir_build::thir::pattern): implicit derefs explicit, constants evaluated."""

from __future__ import annotations

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind, DefRes, LocalRes
from interpreter.syntax import ast
from interpreter.typeck import const_to_pat, pattern, thir
from interpreter.typeck import ty as t
from interpreter.typeck.const_to_pat import adt_pat
from interpreter.typeck.fn_ctxt import peel

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
        case ast.NeverPat():
            return thir.NeverPat(ty=ty, span=span)
        case ast.IdentPat():
            return _ident(b, pat, ty)
        case ast.LitPat(expr=expr):
            return const_to_pat.literal(b, b.expr(expr), ty, span)
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
            return _named(b, pat, found.def_, found.args, ty, b.user_adt(path, span))
        case ast.TupleStructPat(elems=elems):
            info = b.results.structs.get(pat)
            if info is None or isinstance(ty, t.ErrorTy):
                return _error(b, pat, elems)
            assert isinstance(ty, t.Adt)
            n = len(b.fcx.tcx.adt_def(ty.def_).variants[info.variant].fields)
            subs = [(i, build_pat(b, e)) for i, e in pattern.enumerate_and_adjust(elems, n)]
            return adt_pat(b.fcx.tcx, ty, info.variant, subs, span, b.user_adt(pat.path, span))
        case ast.StructPat(fields=fields):
            info = b.results.structs.get(pat)
            if info is None or isinstance(ty, t.ErrorTy):
                return _error(b, pat, [f.pat for f in fields])
            assert isinstance(ty, t.Adt)
            subs = [(b.results.fields[f], build_pat(b, f.pat)) for f in fields if f in b.results.fields]
            return adt_pat(b.fcx.tcx, ty, info.variant, subs, span, b.user_adt(pat.path, span))
        case ast.OrPat(alts=alts):
            return thir.OrPat(ty=ty, span=span, alts=[build_pat(b, a) for a in alts])
        case _:
            raise UnsupportedError("this kind of pattern", span)


def _error(b: ThirBuilder, pat: ast.Pat, subs: list[ast.Pat]) -> thir.Pat:
    """The bindings of a pattern with an error are still there."""
    made = [(i, build_pat(b, p)) for i, p in enumerate(subs) if not isinstance(p, ast.RestPat)]
    return thir.LeafPat(ty=t.ERROR, span=pat.span, subpatterns=made)


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


def _named(
    b: ThirBuilder, pat: ast.Pat, def_: Def, args: t.Args, ty: t.Ty, user_ty: thir.UserType | None = None
) -> thir.Pat:
    """A unit struct or variant, or a constant."""
    if def_.kind in (DefKind.STRUCT, DefKind.VARIANT):
        if not isinstance(ty, t.Adt):
            return thir.WildPat(ty=t.ERROR, span=pat.span)
        return adt_pat(b.fcx.tcx, ty, b.fcx.tcx.adt_def(def_).variant_of(def_).index, [], pat.span, user_ty)
    if def_.kind in (DefKind.FN, DefKind.ASSOC_FN):
        return thir.WildPat(ty=t.ERROR, span=pat.span)
    return const_to_pat.named(b, pat.span, def_, b.args(args, pat.span), ty)


def _range_end(b: ThirBuilder, node: ast.Expr | None, ty: t.Ty) -> Any:
    if node is None:
        return None
    node = peel(node)
    if isinstance(node, ast.PathExpr):
        found = b.results.paths.get(node.path)
        if found is not None:
            return const_to_pat.range_end(b, node.span, found.def_, b.args(found.args, node.span))
        if isinstance(b.fcx.path_res(node.path).base, LocalRes):
            if b.judges_constants:
                message = "runtime values cannot be referenced in patterns"
                b.fcx.error("E0080", message, node.span, "references a runtime value")
            return None
    made = b.expr(node)
    if isinstance(made, thir.Literal):
        return made.value
    if b.fcx.tainted:
        return None
    raise UnsupportedError("this end of a range pattern", node.span)


def _range(b: ThirBuilder, pat: ast.RangePat, ty: t.Ty) -> thir.Pat:
    if b.fcx.tainted and not (t.is_integral(ty) or t.is_float(ty) or ty is t.CHAR):
        return thir.WildPat(ty=t.ERROR, span=pat.span)
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
