"""Lints, denied by default, of what the fallback of the never type decides (rustc: fallback.rs): obligations that hold of `()`
but not of `!`, and values made by `unsafe` operations."""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Diagnostic, Label
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import FnCtxt
from interpreter.typeck.results import peel
from interpreter.typeck.traits.fulfill import FulfillmentContext
from interpreter.typeck.traits.obligation import FulfillmentError

_GUIDE = "for more information, see <https://doc.rust-lang.org/edition-guide/rust-2024/never-type-fallback.html>"
_ANNOTATE = "specify the types explicitly"


def lint_fallback(fcx: FnCtxt, variables: list[t.Infer]) -> None:
    """Look at the diverging `variables`, which nothing else decides."""
    if fcx.tcx.edition < 2024:
        _depends_on_unit(fcx, variables)
    _flows_into_unsafe(fcx, variables)


def _depends_on_unit(fcx: FnCtxt, variables: list[t.Infer]) -> None:
    """The lint `dependency_on_unit_never_type_fallback`."""
    node = fcx.owner.node
    if not isinstance(node, ast.Fn) or _errors_if(fcx, variables, t.UNIT):
        return
    errors = _errors_if(fcx, variables, t.NEVER)
    if errors:
        requirement = f"in edition 2024, the requirement `{fcx.fmt(errors[0].root.predicate)}` will fail"
        message = "this function depends on never type fallback being `()`"
        _report(fcx, "dependency_on_unit_never_type_fallback", message, node.sig_span, requirement)


def _report(fcx: FnCtxt, lint: str, message: str, span: Span, *notes: str) -> None:
    if not fcx.tcx.resolution.lints.allowed(lint, span):
        by_default = f"`#[deny({lint})]` (part of `#[deny(rust_2024_compatibility)]`) on by default"
        fcx.lints.append(Diagnostic(lint, message, (Label(span),), notes=(*notes, _GUIDE, by_default), helps=(_ANNOTATE,)))


def _errors_if(fcx: FnCtxt, variables: list[t.Infer], ty: t.Ty) -> list[FulfillmentError]:
    """What can't be proved any more if the variables are `ty`."""
    infcx = fcx.infcx
    with infcx.probe():
        context = FulfillmentContext(infcx)
        for obligation in infcx.fulfillment.pending_obligations():
            context.register(obligation)
        for var in variables:
            infcx.eq(ty, var)
        return context.select_where_possible()


def _flows_into_unsafe(fcx: FnCtxt, variables: list[t.Infer]) -> None:
    """The lint `never_type_fallback_flowing_into_unsafe`: variables of unsafe operations that nothing but
    the fallback decides."""
    told: set[Span] = set()
    for ty, span, what in _unsafe_uses(fcx):
        for var in t.walk(fcx.resolve(ty)):
            if var in variables and span not in told:
                told.add(span)
                _report(fcx, "never_type_fallback_flowing_into_unsafe", f"never type fallback affects this {what}", span)


def _unsafe_uses(fcx: FnCtxt) -> Iterator[tuple[t.GenericArg, Span, str]]:
    """The types that unsafe operations of the body depend on."""
    results = fcx.results
    for node, callee in results.callees.items():
        if isinstance(node, ast.MethodCall) and callee.sig.unsafe:
            for arg in callee.args:
                yield arg, node.span, "call to an `unsafe` method"
    calls: dict[object, ast.Call] = {peel(node.func): node for node in results.node_types if isinstance(node, ast.Call)}
    for node, ty in results.node_types.items():
        if isinstance(node, ast.PathExpr) and isinstance(ty, t.FnDef) and fcx.tcx.fn_sig(ty.def_).value.unsafe:
            call = calls.get(node)
            for arg in ty.args:
                yield arg, (call or node).span, "call to an `unsafe` function" if call is not None else "`unsafe` function"
        elif isinstance(node, ast.Unary) and node.op is ast.UnOp.DEREF:
            pointer = fcx.shallow(fcx.node_ty(node.expr))
            if isinstance(pointer, t.RawPtr):
                yield pointer.ty, node.span, "raw pointer dereference"
        elif isinstance(node, ast.FieldExpr):
            base = fcx.shallow(fcx.node_ty(node.expr))
            if isinstance(base, t.Adt) and fcx.tcx.adt_def(base.def_).is_union:
                yield ty, node.span, "union access"
