"""Errors of `?` in rustc's words: where it can't be used, and errors that it can't convert (rustc: `FromResidual`'s
`rustc_on_unimplemented`, `try_conversion_context`)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.records import replace
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.pretty_ty import is_async_closure
from interpreter.typeck.traits import errors
from interpreter.typeck.traits.obligation import ErrorKind, FulfillmentError

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt


def report(fcx: FnCtxt, error: FulfillmentError) -> bool:
    """Report an obligation that arose from the return that `?` stands for; False if it is none."""
    if _is_implied(fcx, error):
        return True
    node = _try_at(fcx, error.obligation.cause.span)
    if node is None or error.kind is not ErrorKind.UNIMPLEMENTED:
        return False
    kind = fcx.resolve(error.obligation.predicate).value
    if not isinstance(kind, t.TraitPredicate):
        return False
    ref = kind.trait_ref
    if fcx.tcx.is_lang_item(ref.trait, "FromResidual"):
        _report_wrong_return(fcx, node, error.obligation.cause.span, ref)
        return True
    if fcx.tcx.is_lang_item(ref.trait, "From"):
        return _report_conversion(fcx, node, error, ref)
    return False


def _is_implied(fcx: FnCtxt, error: FulfillmentError) -> bool:
    """`T: FromResidual` of `Try::branch` with a T that isn't even Try, which is told by itself."""
    kind = error.obligation.predicate.value
    if not isinstance(kind, t.TraitPredicate) or not fcx.tcx.is_lang_item(kind.trait_ref.trait, "FromResidual"):
        return False
    site = fcx.call_sites.get(error.obligation.cause.span)
    return site is not None and site.node in fcx.try_nodes and _try_at(fcx, error.obligation.cause.span) is None


def _try_at(fcx: FnCtxt, span: Span) -> ast.Try | None:
    for made, node in fcx.try_nodes.items():
        if isinstance(made, ast.Return) and made.span == span:
            return node
    return None


def _named(fcx: FnCtxt, ty: object) -> str | None:
    """Whether a type is `Option` or `Result`."""
    if isinstance(ty, t.Adt):
        for name in ("Option", "Result"):
            if fcx.tcx.is_lang_item(ty.def_, name):
                return name
    return None


def _context(fcx: FnCtxt) -> str:
    frame = fcx.frames[-1]
    if frame.is_closure:
        return "closure"
    return "method" if frame.owner.kind is DefKind.ASSOC_FN else "function"


def _head(fcx: FnCtxt, node: ast.Try) -> tuple[str, Span]:
    """What the `?` stands in, and where its head is."""
    around = [
        data
        for data in fcx.results.closures.values()
        if data.node.span.lo <= node.span.lo and node.span.hi <= data.node.span.hi
    ]
    if around:
        data = min(around, key=lambda data: data.node.span.hi - data.node.span.lo)
        return _closure_words(fcx, data.def_, data.node)
    return f"a {_context(fcx)}", fcx.tcx.item_span(fcx.owner)


def _closure_words(fcx: FnCtxt, def_: Def, node: ast.Closure) -> tuple[str, Span]:
    """As _head, in a closure or in an `async` block, which may be the body of a function or of a closure."""
    if not node.async_:
        return ("an async closure", node.body.span) if is_async_closure(def_) else ("a closure", node.head_span)
    if node.takes_params:
        return "an async closure", node.span
    owner = fcx.owner.node
    if isinstance(owner, ast.Fn) and owner.async_ and owner.body is not None and owner.body.span == node.span:
        return "an async function", node.span
    return "an async block", node.head_span


def _report_wrong_return(fcx: FnCtxt, node: ast.Try, span: Span, ref: t.TraitRef) -> None:
    returned, residual = _named(fcx, ref.args[0]), _named(fcx, ref.args[1])
    what, head = _head(fcx, node)
    if returned == "Result" and residual == "Option":
        message = f"the `?` operator can only be used on `Result`s, not `Option`s, in {what} that returns `Result`"
        label = f"use `.ok_or(...)?` to provide an error compatible with `{fcx.fmt(ref.args[0])}`"
        parent = "this function returns a `Result`"
    elif returned == "Option" and residual == "Result":
        message = f"the `?` operator can only be used on `Option`s, not `Result`s, in {what} that returns `Option`"
        label = f"use `.ok()?` if you want to discard the `{fcx.fmt(ref.args[1])}` error information"
        parent = "this function returns an `Option`"
    else:
        message = (
            f"the `?` operator can only be used in {what} that returns `Result` or `Option`"
            " (or another type that implements `FromResidual`)"
        )
        label = f"cannot use the `?` operator in {what} that returns `{fcx.fmt(ref.args[0])}`"
        parent = "this function should return `Result` or `Option` to accept `?`"
    fcx.emit(Diagnostic("E0277", message, (Label(span, label),), (Label(head, parent),)))


def _report_conversion(fcx: FnCtxt, node: ast.Try, error: FulfillmentError, ref: t.TraitRef) -> bool:
    diagnostic = errors.describe(fcx.infcx, error)
    if diagnostic is None:
        return False
    target, source = fcx.fmt(ref.args[0]), fcx.fmt(ref.args[1])
    secondary: list[Label] = []
    what, _ = _head(fcx, node)
    if fcx.frame.output_span is not None and not what.endswith(("closure", "block")):
        secondary.append(Label(fcx.frame.output_span, f"expected `{target}` because of this"))
    inner = node.expr
    span = inner.span
    if isinstance(inner, ast.MethodCall):
        span = inner.segment.ident.span.to(inner.span.shrink_to_hi())
    words = f"this can't be annotated with `?` because it has type `Result<_, {source}>`"
    secondary.append(Label(span, words))
    fcx.emit(replace(diagnostic, message=f"`?` couldn't convert the error to `{target}`", secondary=tuple(secondary)))
    return True
