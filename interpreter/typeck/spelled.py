"""The types of expressions with the lifetimes that messages show.

rustc's types in bodies have regions: those of the signature keep their names, `'static` is `'static`, and what inference makes
up isn't shown. Ours are erased, so that an error works out once more what rustc would show: a parameter, a static, a literal or a
part of one has the regions that were written; a variable those of its annotation, else, as its type was generalised, those of its
value that stand where no other lifetime could (behind `&mut`, in invariant parameters).
"""

from __future__ import annotations

from typing import Any

from interpreter.resolve.defs import DefKind, DefRes, LocalDef, LocalRes
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Variance
from interpreter.typeck.fn_ctxt import FnCtxt, peel
from interpreter.typeck.same_region import field_of


def spelled(fcx: FnCtxt, expr: Any) -> t.Ty | None:
    """The type of an expression before adjustments; regions that have no name are erased. None if there is nothing to add to what
    inference knows."""
    expr = peel(expr)
    match expr:
        case ast.Lit():
            ty = fcx.node_ty(expr)
            return t.Ref(t.RE_STATIC, ty.ty, ty.mutable) if isinstance(ty, t.Ref) else None
        case ast.PathExpr():
            return _of_path(fcx, expr)
        case ast.FieldExpr():
            base = spelled(fcx, expr.expr)
            while isinstance(base, t.Ref):
                base = base.ty
            return field_of(fcx, base, expr.ident.name) if base is not None else None
        case ast.Index():
            base = spelled(fcx, expr.expr)
            while isinstance(base, t.Ref):
                base = base.ty
            return base.elem if isinstance(base, (t.Array, t.Slice)) else None
        case ast.Unary(op=ast.UnOp.DEREF):
            base = spelled(fcx, expr.expr)
            if isinstance(base, t.Adt) and fcx.tcx.is_lang_item(base.def_, "owned_box"):
                return base.args[0]  # type: ignore[return-value]
            return base.ty if isinstance(base, t.Ref) else None
        case ast.AddrOf(raw=False):
            base = spelled(fcx, expr.expr)
            return t.Ref(t.RE_ERASED, base, expr.mutable) if base is not None else None
        case ast.Tuple():
            parts = [spelled(fcx, elem) for elem in expr.elems]
            if any(part is not None for part in parts):
                known = [fcx.resolve(fcx.node_ty(elem)) for elem in expr.elems]
                return t.Tuple(tuple(part or ty for part, ty in zip(parts, known, strict=True)))  # type: ignore[no-any-return]
        case ast.Call(func=ast.PathExpr() as callee):
            return _returned(fcx, callee)
    return None


def _of_path(fcx: FnCtxt, expr: ast.PathExpr) -> t.Ty | None:
    res = fcx.path_res(expr.path)
    if isinstance(res.base, LocalRes):
        return _local(fcx, res.base.local)
    if isinstance(res.base, DefRes) and not res.unresolved and res.base.def_.kind in (DefKind.STATIC, DefKind.CONST):
        ty: t.Ty = fcx.tcx.type_of(res.base.def_)
        return ty
    return None


def _local(fcx: FnCtxt, local: LocalDef) -> t.Ty | None:
    regions = fcx.place_regions
    param = regions.param(local) if regions is not None else None
    if param is not None:
        return t.map_regions(param, lambda r: r if isinstance(r, t.ReBound) or _has_name(r) else t.RE_ERASED)
    let = fcx.let_of_local.get(local)
    if let is None or not isinstance(let.pat, ast.IdentPat) or let.pat.by_ref:
        return None
    if let.ty is not None:
        user = fcx.results.user_tys.get(let)
        return _objects_open(user.ty) if user is not None else None
    value = spelled(fcx, let.init) if let.init is not None else None
    return _generalised(fcx, value, fixed=False) if value is not None else None


def _has_name(region: t.Region) -> bool:
    return region is t.RE_STATIC or (isinstance(region, (t.ReEarlyParam, t.ReLateParam)) and region.name[1:2].isalpha())


def _returned(fcx: FnCtxt, callee: ast.PathExpr) -> t.Ty | None:
    """A function without generics gives `'static` as it says; other lifetimes are made up for each call."""
    res = fcx.path_res(callee.path)
    if not isinstance(res.base, DefRes) or res.unresolved or res.base.def_.kind is not DefKind.FN:
        return None
    if fcx.tcx.generics_of(res.base.def_).count:
        return None
    output: t.Ty = t.instantiate_bound(t.Binder(fcx.tcx.fn_sig(res.base.def_).value.output, ()), lambda _i, _n: t.RE_ERASED)
    return output


def _objects_open(ty: t.Ty) -> t.Ty:
    """In a body the lifetime of a trait object is inferred, where no reference gives it."""

    def fold(part: t.Ty) -> t.Ty:
        if isinstance(part, t.Ref):
            return part if isinstance(part.ty, t.Dynamic) else t.map_parts(part, fold)
        if isinstance(part, t.Dynamic) and part.region is t.RE_STATIC:
            return t.Dynamic(part.principal, part.projections, part.autos, t.RE_ERASED)  # type: ignore[no-any-return]
        return t.map_parts(part, fold)  # type: ignore[no-any-return]

    return fold(ty)


def _generalised(fcx: FnCtxt, part: Any, *, fixed: bool) -> Any:
    """`part` without the regions that may differ in a subtype or supertype; `fixed`: it stands where nothing may."""
    if fixed:
        return part
    if isinstance(part, t.Ref):
        return t.Ref(t.RE_ERASED, _generalised(fcx, part.ty, fixed=part.mutable), part.mutable)
    if isinstance(part, t.Adt):
        variances = fcx.tcx.variances_of(part.def_)
        args = [
            arg if variance is Variance.INVARIANT else _generalised(fcx, arg, fixed=False)
            for arg, variance in zip(part.args, variances, strict=True)
        ]
        return t.Adt(part.def_, tuple(args))
    if isinstance(part, t.Tuple):
        return t.Tuple(tuple(_generalised(fcx, elem, fixed=False) for elem in part.elems))
    return t.erase_regions(part)
