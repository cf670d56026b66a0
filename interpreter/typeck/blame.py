"""Which part of an argument is to blame for a bound that it doesn't meet (rustc: `blame_specific_expr_if_possible`).

A bound on the argument's type that comes down, by way of impls, to one on a part of that type is blamed on the expression of that
part, as far as the argument is written out: `need(Some(x))` where the impl for `Option<T>` wants something of `T` is about `x`.
"""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.traits.obligation import CauseCode, ImplDerived, WhereClause

if TYPE_CHECKING:
    from interpreter.typeck.defs import VariantDef
    from interpreter.typeck.fn_ctxt import FnCtxt


class _NoFurther(Exception):
    """The innermost expression that could be told from the others."""

    def __init__(self, expr: ast.Expr) -> None:
        super().__init__()
        self.expr = expr


def blamed_part(fcx: FnCtxt, code: CauseCode, argument: ast.Expr) -> ast.Expr:
    """The part of an argument that an obligation with this cause is about."""
    try:
        return _by_cause(fcx, code, argument)
    except _NoFurther as end:
        return end.expr


def _by_cause(fcx: FnCtxt, code: CauseCode, expr: ast.Expr) -> ast.Expr:
    """What the outermost requirement is about is looked for first, then what each impl makes of it."""
    if isinstance(code, WhereClause):
        return expr
    if not isinstance(code, ImplDerived):
        raise _NoFurther(expr)
    expr = _by_cause(fcx, code.parent_cause.code, expr)
    header = fcx.tcx.impl_trait_ref(code.impl)
    broken = fcx.tcx.predicates_of(code.impl)[code.index][0].value
    if header is None or not isinstance(broken, t.TraitPredicate):
        raise _NoFurther(expr)
    return _drill(fcx, broken.trait_ref.args[0], expr, header.args[0])


def _drill(fcx: FnCtxt, part: t.GenericArg, expr: ast.Expr, ty: t.GenericArg) -> ast.Expr:
    """The part of `expr` that has the type `part` where `expr` has the type `ty`."""
    if ty is part:
        return expr
    inner = expr
    while isinstance(inner, ast.Paren):
        inner = inner.expr
    match inner, ty:
        case ast.AddrOf(raw=False), t.Ref():
            return _drill(fcx, part, inner.expr, ty.ty)
        case ast.Tuple(), t.Tuple() if len(inner.elems) == len(ty.elems):
            mentioning = [i for i, elem in enumerate(ty.elems) if mentions(elem, part)]
            if len(mentioning) == 1:
                return _drill(fcx, part, inner.elems[mentioning[0]], ty.elems[mentioning[0]])
        case ast.StructExpr(), t.Adt():
            return _drill_struct(fcx, part, expr, inner, ty)
        case ast.Call(func=ast.PathExpr()), t.Adt():
            return _drill_constructor(fcx, part, expr, inner, ty)
    raise _NoFurther(expr)


def _own_param(fcx: FnCtxt, part: t.GenericArg, ty: t.Adt) -> tuple[t.GenericArg, t.GenericArg] | None:
    """The parameter of a type for which an argument stands that mentions `part`, and that argument."""
    mentioning = [i for i, arg in enumerate(ty.args) if mentions(arg, part)]
    if len(mentioning) != 1:
        return None
    return fcx.tcx.identity_args(ty.def_)[mentioning[0]], ty.args[mentioning[0]]


def _drill_struct(fcx: FnCtxt, part: t.GenericArg, expr: ast.Expr, node: ast.StructExpr, ty: t.Adt) -> ast.Expr:
    info = fcx.results.structs.get(node)
    own = _own_param(fcx, part, ty)
    if info is None or own is None or not isinstance(info.adt, t.Adt) or info.adt.def_ is not ty.def_:
        raise _NoFurther(expr)
    found = field_of(fcx, fcx.tcx.adt_def(ty.def_).variants[info.variant], ty.def_, own[0], node)
    if found is None:
        raise _NoFurther(expr)
    value, field_ty = found
    return _drill(fcx, part, _drill(fcx, own[0], value, field_ty), own[1])


def field_of(
    fcx: FnCtxt, variant: VariantDef, adt: Def, param: t.GenericArg, node: ast.StructExpr
) -> tuple[ast.Expr, t.Ty] | None:
    """The value in a struct expression of the only field whose type mentions a parameter, and that type (rustc:
    `point_at_field_if_possible`)."""
    identity = fcx.tcx.identity_args(adt)
    fields = [(f.name, f.ty(fcx.tcx, identity)) for f in variant.fields]
    mentioning = [(name, ty) for name, ty in fields if mentions(ty, param)]
    if len(mentioning) != 1:
        return None
    name, ty = mentioning[0]
    return next(((field.expr, ty) for field in node.fields if field.ident.name == name), None)


def _drill_constructor(fcx: FnCtxt, part: t.GenericArg, expr: ast.Expr, node: ast.Call, ty: t.Adt) -> ast.Expr:
    callee = fcx.results.paths.get(node.func.path) if isinstance(node.func, ast.PathExpr) else None
    own = _own_param(fcx, part, ty)
    if callee is None or own is None or callee.def_.kind not in (DefKind.STRUCT, DefKind.VARIANT):
        raise _NoFurther(expr)
    if ty.def_ is not (callee.def_ if callee.def_.kind is DefKind.STRUCT else callee.def_.parent):
        raise _NoFurther(expr)
    tys = [f.ty(fcx.tcx, ty.args) for f in fcx.tcx.adt_def(callee.def_).variant_of(callee.def_).fields]
    mentioning = [i for i, field_ty in enumerate(tys) if mentions(field_ty, part)]
    if len(mentioning) != 1 or mentioning[0] >= len(node.args):
        raise _NoFurther(expr)
    at = mentioning[0]
    return _drill(fcx, part, _drill(fcx, own[0], node.args[at], tys[at]), own[1])


def mentions(ty: object, part: object) -> bool:
    """Whether a parameter (or another type) occurs in a type, not counting the arguments of projections."""
    stack: list[object] = [ty]
    while stack:
        here = stack.pop()
        if here is part:
            return True
        if isinstance(here, tuple):
            stack.extend(here)
        elif isinstance(here, t._Interned) and not (isinstance(here, t.Alias) and here.def_.kind is DefKind.ASSOC_TY):
            stack += here.parts
    return False
