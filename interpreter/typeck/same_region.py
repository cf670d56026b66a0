"""When a shared reference is coerced to a reference of the very same lifetime.

A shared reference is reborrowed wherever one is expected (`f(x)` is `f(&*x)`), unless the two types are the same down to their
lifetimes: then the coercion does nothing (rustc: the special case of `coerce_borrowed_pointer`). Regions in bodies are erased, so
that the signature is asked: a parameter may be returned just as it came in. Or a place is assigned to itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.resolve.defs import LocalDef, LocalRes
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import FnCtxt, peel


def params_like_output(fcx: FnCtxt, node: ast.Fn, sig: t.FnSig) -> frozenset[LocalDef]:
    """The parameters whose type is the function's `&T` with the same lifetime."""
    if not isinstance(sig.output, t.Ref):
        return frozenset()
    found: list[LocalDef] = []
    inputs = list(sig.inputs)
    if node.self_param is not None and inputs.pop(0) is sig.output:
        found.append(fcx.tcx.resolution.self_params[node.self_param])
    for param, ty in zip(node.params, inputs, strict=True):
        if ty is sig.output and isinstance(param.pat, ast.IdentPat):
            res = fcx.ident_pat_res(param.pat)
            if isinstance(res, LocalRes):
                found.append(res.local)
    return frozenset(found)


def has_region_of_target(fcx: FnCtxt, expr: ast.Expr) -> bool:
    """Whether `expr` has the region of the type that it is coerced to; the value of a block or of branches was coerced before."""
    return isinstance(expr, (ast.BlockExpr, ast.If, ast.Match)) or expr in fcx.same_region


def note_returned(fcx: FnCtxt, expr: ast.Expr) -> None:
    """`expr` is the function's value: remember the parameters in it that are returned unchanged."""
    if fcx.frame.is_closure or not fcx.params_like_output:
        return
    for value in _values(expr):
        if _local_of(fcx, value) in fcx.params_like_output:
            fcx.same_region.add(value)


def note_assigned(fcx: FnCtxt, lhs: ast.Expr, rhs: ast.Expr) -> None:
    """`lhs = rhs` is checked next."""
    if _same_place(fcx, lhs, rhs):
        fcx.same_region.add(peel(rhs))


def _local_of(fcx: FnCtxt, expr: ast.Expr) -> LocalDef | None:
    if isinstance(expr, ast.PathExpr):
        base = fcx.path_res(expr.path).base
        if isinstance(base, LocalRes):
            return base.local
    return None


def _same_place(fcx: FnCtxt, a: ast.Expr, b: ast.Expr) -> bool:
    a, b = peel(a), peel(b)
    match a, b:
        case ast.PathExpr(), ast.PathExpr():
            return _local_of(fcx, a) is not None and _local_of(fcx, a) is _local_of(fcx, b)
        case ast.FieldExpr(), ast.FieldExpr():
            return a.ident.name == b.ident.name and _same_place(fcx, a.expr, b.expr)
        case ast.Unary(op=ast.UnOp.DEREF), ast.Unary(op=ast.UnOp.DEREF):
            return _same_place(fcx, a.expr, b.expr)
    return False


def _values(expr: ast.Expr | None) -> Iterator[ast.Expr]:
    """The expressions that an expression's value may come from."""
    expr = peel(expr)
    match expr:
        case None:
            return
        case ast.BlockExpr():
            yield from _values(expr.block.expr)
        case ast.If():
            yield from _values(expr.then.expr)
            yield from _values(expr.else_)
        case ast.Match():
            for arm in expr.arms:
                yield from _values(arm.body)
        case _:
            yield expr
