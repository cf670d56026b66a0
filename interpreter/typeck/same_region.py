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
from interpreter.typeck.fn_ctxt import FnCtxt


def note_expected(fcx: FnCtxt, expr: ast.Expr | None, ty: t.Ty | None) -> None:
    """A value of type `ty`, down to its lifetimes, is expected of `expr`, which is checked next."""
    if ty is None:
        return
    for value in values_of(expr):
        if isinstance(value, ast.Tuple) and isinstance(ty, t.Tuple):
            for elem, elem_ty in zip(value.elems, ty.elems, strict=False):
                note_expected(fcx, elem, elem_ty)
        elif isinstance(value, ast.Array) and isinstance(ty, (t.Array, t.Slice)):
            for elem in value.elems:
                note_expected(fcx, elem, ty.elem)
        elif isinstance(ty, t.Ref) and fcx.expr_regions.ty_of(value) is ty:
            fcx.same_region.add(value)


def note_arguments(fcx: FnCtxt, args: Sequence[ast.Expr], formals: Sequence[t.Ty]) -> None:
    """The arguments of a call are checked next: in `replace(&mut place, value)` the type of the place, down to its lifetimes, is
    that of the value."""
    known: dict[t.Ty, t.Ty] = {}
    regions = fcx.expr_regions
    for arg, formal in zip(args, formals, strict=False):
        if formal in known:
            note_expected(fcx, arg, known[formal])
        elif isinstance(formal, t.Ref) and formal.mutable and formal.flags & t.HAS_INFER:
            ty = regions.ty_of(arg)
            if ty is not None:
                regions.match(formal, ty, known)
