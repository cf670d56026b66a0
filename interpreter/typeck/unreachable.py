"""Whether control comes past an expression, and the lint `unreachable_code` for what it can't come to (rustc: diverges.rs,
`warn_if_unreachable`).

`FnCtxt.diverges` is False, or a label for the expression that gives no control back, or WARNED once that was told.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, TypeAlias
from interpreter.source import Span
from interpreter.syntax import ast

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt

Diverges: TypeAlias = "Label | bool"
WARNED = True
LINT = "unreachable_code"


def always(span: Span, what: str = "expression is unreachable") -> Label:
    """Nothing comes past what stands at `span`."""
    return Label(span, f"any code following this {what}")


def either(a: Diverges, b: Diverges) -> Diverges:
    """One of two parts that are both evaluated diverges."""
    return WARNED if a is WARNED or b is WARNED else a or b


def both(a: Diverges, b: Diverges) -> Diverges:
    """Both of two branches diverge."""
    return (a if a is not WARNED else b) if a and b else False


def warn_if_unreachable(fcx: FnCtxt, span: Span, kind: str) -> None:
    """Tell, once, of what comes after something that diverges."""
    origin = fcx.diverges
    if not isinstance(origin, Label) or not fcx.denies_unreachable:
        return
    fcx.diverges = WARNED
    if fcx.tcx.resolution.lints.denied(LINT, span):
        fcx.lints.append(Diagnostic(LINT, f"unreachable {kind}", (Label(span, f"unreachable {kind}"),), (origin,)))


def warn_of_call(fcx: FnCtxt, expr: ast.Expr) -> None:
    """An expression whose parts diverge is not evaluated itself."""
    if isinstance(expr, ast.Call):
        warn_if_unreachable(fcx, expr.func.span, "call")
    elif isinstance(expr, ast.MethodCall):
        warn_if_unreachable(fcx, expr.segment.ident.span, "call")
    elif not isinstance(expr, _BLOCK_LIKE):
        warn_if_unreachable(fcx, expr.span, "expression")


_BLOCK_LIKE = (
    ast.BlockExpr,
    ast.If,
    ast.LetExpr,
    ast.Loop,
    ast.While,
    ast.For,
    ast.Match,
    ast.Paren,
    ast.MacroExpansion,
    ast.Try,
)
