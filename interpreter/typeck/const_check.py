"""What may be called while a constant is evaluated (rustc: check_consts): E0015.

Told are calls of the user's functions that aren't `const`, of trait methods, closures and `for` loops. Of std's own functions
it is not known here which are `const`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from interpreter.resolve.defs import DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import pretty_ty, thir
from interpreter.typeck import ty as t
from interpreter.typeck.traits.errors import item_path
from interpreter.typeck.unsafety import parts

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt

_CONTEXTS = {
    DefKind.CONST: "constants",
    DefKind.ASSOC_CONST: "constants",
    DefKind.ANON_CONST: "constants",
    DefKind.STATIC: "statics",
}


def check_constness(fcx: FnCtxt, body: thir.Body) -> None:
    """Report calls that can't be evaluated at compile time, if the body is a constant's, a static's or a `const fn`'s."""
    owner = fcx.owner
    if owner.is_std:
        return
    context = _CONTEXTS.get(owner.kind)
    if isinstance(owner.node, ast.Fn) and owner.node.const:
        context = "constant functions"
    if context is None:
        return
    for expr in _walk(body.value):
        if isinstance(expr, thir.Call):
            _check_call(fcx, expr, context)


def _walk(expr: thir.Expr) -> Iterator[thir.Expr]:
    stack = [expr]
    while stack:
        here = stack.pop()
        yield here
        stack.extend(reversed(parts(here)))


def _check_call(fcx: FnCtxt, expr: thir.Call, context: str) -> None:
    ty = expr.fun.ty
    if not isinstance(ty, t.FnDef) or ty.def_.kind not in (DefKind.FN, DefKind.ASSOC_FN):
        return
    node = ty.def_.node
    if not isinstance(node, ast.Fn) or node.const:
        return
    trait = fcx.tcx.trait_of_item(ty.def_)
    if trait is None and ty.def_.is_std:
        return
    span = expr.fn_span if expr.fn_span is not None else expr.span
    if trait is not None:
        if _report_sugar(fcx, expr, ty, context):
            return
        if expr.from_overloaded:
            return
        self_ty = ty.args[0]
        name = f"<{fcx.fmt(self_ty)} as {pretty_ty.trait_path(fcx.tcx, _trait_ref(ty))}>::{ty.def_.name}"
    else:
        name = item_path(fcx.infcx, ty.def_)
    what = "function"
    if ty.def_.kind is DefKind.ASSOC_FN:
        what = "method" if node.self_param is not None else "associated function"
    _report(fcx, f"cannot call non-const {what} `{name}` in {context}", span, context)


def _trait_ref(ty: t.FnDef) -> t.TraitRef:
    trait = ty.def_.parent
    assert trait is not None
    return t.TraitRef(trait, ty.args)  # type: ignore[no-any-return]


def _report_sugar(fcx: FnCtxt, expr: thir.Call, ty: t.FnDef, context: str) -> bool:
    """`for` loops and calls of closures, whose trait methods nobody wrote."""
    tcx = fcx.tcx
    if any(tcx.is_lang_item(ty.def_, name) for name in ("call_fn", "call_mut_fn", "call_once_fn")):
        _report(fcx, f"cannot call non-const closure in {context}", expr.span, context)
        return True
    in_for = any(loop.span.file is expr.span.file and loop.iter.span == expr.span for loop in fcx.for_loops())
    if in_for and (tcx.is_lang_item(ty.def_, "into_iter") or tcx.is_lang_item(ty.def_, "next")):
        _report(fcx, f"cannot use `for` loop on `{fcx.fmt(ty.args[0])}` in {context}", expr.span, context)
        return True
    return False


def _report(fcx: FnCtxt, message: str, span: Span, context: str) -> None:
    note = f"calls in {context} are limited to constant functions, tuple structs and tuple variants"
    fcx.error("E0015", message, span, notes=(note,))
