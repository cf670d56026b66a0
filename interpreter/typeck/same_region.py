"""When a shared reference is coerced to a reference of the very same lifetime.

A shared reference is reborrowed wherever one is expected (`f(x)` is `f(&*x)`), unless the two types are the same down to their
lifetimes: then the coercion does nothing (rustc: the special case of `coerce_borrowed_pointer`). The expressions for which that
holds are collected in `FnCtxt.same_region`.
"""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.expr_regions import values_of
from interpreter.typeck.fn_ctxt import FnCtxt, peel


def note_returned(fcx: FnCtxt, expr: ast.Expr) -> None:
    """`expr` is the function's value: remember the places in it that are returned unchanged."""
    output = fcx.expr_regions.output
    if fcx.frame.is_closure or not isinstance(output, t.Ref):
        return
    for value in values_of(expr):
        if fcx.expr_regions.ty_of(value) is output:
            fcx.same_region.add(value)


def note_annotated(fcx: FnCtxt, let: ast.Let, ty: t.Ty) -> None:
    """`let pat: ty = value` is checked next."""
    for value in values_of(let.init):
        if fcx.expr_regions.ty_of(value) is ty:
            fcx.same_region.add(value)


def note_assigned(fcx: FnCtxt, lhs: ast.Expr, rhs: ast.Expr) -> None:
    """`lhs = rhs` is checked next."""
    ty = fcx.expr_regions.ty_of(lhs)
    if ty is not None and ty is fcx.expr_regions.ty_of(rhs):
        fcx.same_region.add(peel(rhs))


def note_arguments(fcx: FnCtxt, args: Sequence[ast.Expr], formals: Sequence[t.Ty]) -> None:
    """The arguments of a call are checked next: in `replace(&mut place, value)` the type of the place, down to its lifetimes, is
    that of the value."""
    known: dict[t.Ty, t.Ty] = {}
    regions = fcx.expr_regions
    for arg, formal in zip(args, formals, strict=False):
        if formal in known:
            fcx.same_region.update(value for value in values_of(arg) if regions.ty_of(value) is known[formal])
        elif isinstance(formal, t.Ref) and formal.mutable and formal.flags & t.HAS_INFER:
            ty = regions.ty_of(arg)
            if ty is not None:
                regions.match(formal, ty, known)
