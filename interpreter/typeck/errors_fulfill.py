"""Obligations that don't hold: which expression is to blame (rustc: adjust_fulfillment_errors.rs), then worded by
traits/errors.py.

A bound of a called function is blamed on the argument whose type mentions the parameter that the bound is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.diagnostics import Label
from interpreter.records import replace
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import errors_infer, errors_try
from interpreter.typeck import ty as t
from interpreter.typeck.traits import errors
from interpreter.typeck.traits.obligation import (
    BuiltinDerived,
    ErrorKind,
    FnArgument,
    FulfillmentError,
    ImplDerived,
    ObligationCause,
    WhereClause,
)

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt


def report(fcx: FnCtxt, found: list[FulfillmentError]) -> None:
    """Report failed obligations; an ambiguous one only if nothing else is wrong."""
    definite = [e for e in found if e.kind is not ErrorKind.AMBIGUITY]
    definite = [e for e in definite if not errors_try.report(fcx, e)]
    for error in definite:
        if error.kind is not ErrorKind.SIGNATURE_MISMATCH:
            _blame(fcx, error)
        else:
            error.obligation.cause = replace(error.obligation.cause, span=errors_infer.call_of(fcx, error.obligation.cause.span))
    if definite:
        with fcx.catching_errors():
            errors.report_fulfillment_errors(fcx.infcx, definite)
        _label_placeholders(fcx, definite)
        fcx.tainted = True
    ambiguous = [e for e in found if e.kind is ErrorKind.AMBIGUITY]
    ambiguous.sort(key=lambda e: _is_sized(fcx, e))
    for error in ambiguous:
        if fcx.tainted:
            return
        errors_infer.report_ambiguous(fcx, error)


def _is_sized(fcx: FnCtxt, error: FulfillmentError) -> bool:
    kind = error.obligation.predicate.value
    return isinstance(kind, t.TraitPredicate) and fcx.tcx.is_lang_item(kind.trait_ref.trait, "sized")


def _label_placeholders(fcx: FnCtxt, found: list[FulfillmentError]) -> None:
    """ "required by this formatting parameter"."""
    spans = {e.obligation.cause.span for e in found}
    for i, item in enumerate(fcx.sink.items):
        placeholder = fcx.format_pieces.get(item.primary[0].span)
        if placeholder is not None and item.primary[0].span in spans and placeholder != item.primary[0].span:
            label = Label(placeholder, "required by this formatting parameter")
            if label not in item.secondary:
                fcx.sink.items[i] = replace(item, secondary=(*item.secondary, label))


# ------------------------------------------------------------------------------------------------ whom to blame


def _blame(fcx: FnCtxt, error: FulfillmentError) -> None:
    code = error.obligation.cause.root_code()
    if not isinstance(code, WhereClause):
        return
    call = fcx.call_sites.get(error.obligation.cause.span)
    if call is None or call.def_ is not code.item or call.node in fcx.try_nodes:
        return
    params = _params_to_point_at(fcx, code)
    written = _written_argument(fcx, call.node, code.item, params[0]) if params else None
    if written is not None:
        error.obligation.cause = _at(error.obligation.cause, written)
        return
    if isinstance(call.node, ast.MethodCall):
        # Only the method's own parameters are looked for in its inputs.
        params = [p for p in params if p >= fcx.tcx.generics_of(code.item).parent_count]
    inputs = fcx.tcx.fn_sig(code.item).value.inputs
    args: list[ast.Expr] = list(call.args)
    if isinstance(call.node, ast.MethodCall):
        args.insert(0, call.node.receiver)
    for param in params:
        mentioning = [i for i, ty in enumerate(inputs) if _mentions(ty, param)]
        if len(mentioning) == 1 and mentioning[0] < len(args):
            span = args[mentioning[0]].span
            error.obligation.cause = _moved(error.obligation.cause, span, call.callee_span)
            return
        if mentioning:
            return


def _written_argument(fcx: FnCtxt, node: ast.Expr, item: Def, param: int) -> Span | None:
    """Where the generic argument for one of the function's own parameters was written (`f::<S>(..)`)."""
    if isinstance(node, ast.MethodCall):
        segment = node.segment
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.PathExpr):
        segment = node.func.path.segments[-1]
    else:
        return None
    if segment.args is None:
        return None
    own = [p.index for p in fcx.tcx.generics_of(item).params if p.kind is not ast.ParamKind.LIFETIME and not p.synthetic]
    given = [a.span for a in segment.args.args if not isinstance(a, ast.Lifetime)]
    return dict(zip(own, given, strict=False)).get(param)


def _at(cause: ObligationCause, span: Span) -> ObligationCause:
    """The same cause at another place."""
    code = cause.code
    if isinstance(code, (ImplDerived, BuiltinDerived)):
        return replace(cause, span=span, code=replace(code, parent_cause=_at(code.parent_cause, span)))
    return replace(cause, span=span)


def _params_to_point_at(fcx: FnCtxt, code: WhereClause) -> list[int]:
    """The indices of the parameters that a bound is about: the function's own, then those of the impl, then Self."""
    predicates = fcx.tcx.predicates_of(code.item)
    if code.index >= len(predicates):
        return []
    kind = predicates[code.index][0].value
    if isinstance(kind, t.TraitPredicate):
        parts = list(t.walk(kind.trait_ref.args))
    elif isinstance(kind, t.ProjectionPredicate):
        parts = list(t.walk(kind.alias.args))
    else:
        return []
    params = [p for p in parts if isinstance(p, t.Param)]
    generics = fcx.tcx.generics_of(code.item)
    own = next((p.index for p in params if p.index >= generics.parent_count), None)
    of_parent = next((p.index for p in params if p.index < generics.parent_count and p.name != "Self"), None)
    of_self = next((p.index for p in params if p.name == "Self"), None)
    return [i for i in (own, of_parent, of_self) if i is not None]


def _mentions(ty: t.Ty, param: int) -> bool:
    """Whether a parameter occurs in a type, not counting projections."""
    stack: list[object] = [ty]
    while stack:
        part = stack.pop()
        if isinstance(part, tuple):
            stack.extend(part)
        elif isinstance(part, t.Param):
            if part.index == param:
                return True
        elif isinstance(part, t._Interned) and not (isinstance(part, t.Alias) and part.def_.kind is DefKind.ASSOC_TY):
            stack += part.parts
    return False


def _moved(cause: ObligationCause, span: Span, callee_span: Span) -> ObligationCause:
    """The same cause, blamed on an argument."""
    code = cause.code
    if isinstance(code, (ImplDerived, BuiltinDerived)):
        return replace(cause, span=span, code=replace(code, parent_cause=_moved(code.parent_cause, span, callee_span)))
    return replace(cause, span=span, code=FnArgument(callee_span, code))
