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
        elif isinstance(value, (ast.Call, ast.Closure)):
            if ty.flags & t.HAS_FREE_REGION:
                fcx.expected_regions[value] = ty
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


def note_inputs(fcx: FnCtxt, args: Sequence[ast.Expr], formals: Sequence[t.Ty], output: t.Ty, wanted: t.Ty) -> None:
    """The arguments of a call are checked next, whose result is to be a `wanted`."""
    known: dict[t.Ty, t.Ty] = {}
    fcx.expr_regions.match(output, wanted, known)
    for arg, formal in zip(args, formals, strict=False):
        note_expected(fcx, arg, known.get(formal))


def closure_output(fcx: FnCtxt, node: ast.Closure, written: t.Ty) -> t.Ty | None:
    """What a closure returns, down to its lifetimes, as it says itself (`written`) or as is expected of it."""
    if node.output is not None:
        return written
    wanted = fcx.expected_regions.get(node)
    predicates: Sequence[t.Binder] = ()
    if isinstance(wanted, t.FnPtr):
        return wanted.sig.value.output  # type: ignore[no-any-return]
    if isinstance(wanted, t.Dynamic):
        predicates = wanted.projections
    elif isinstance(wanted, t.Alias):
        predicates = [t.subst(predicate, wanted.args) for predicate, _ in fcx.tcx.item_bounds(wanted.def_)]
    for predicate in predicates:
        kind = predicate.value
        if isinstance(kind, (t.ProjectionPredicate, t.ExistentialProjection)):
            assoc = kind.assoc if isinstance(kind, t.ExistentialProjection) else kind.alias.def_
            if fcx.tcx.is_lang_item(assoc, "fn_once_output"):
                return kind.term
    return None
