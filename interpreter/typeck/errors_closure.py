"""Errors of closures in rustc's words: E0593."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.traits.errors_callable import closure_args, count_args, expected_args
from interpreter.typeck.words import errors_infer

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt


def _cause_span(fcx: FnCtxt, node: ast.Closure) -> Span:
    """The call that expects another closure."""
    if fcx.closure_cause_span is None:
        return node.head_span
    return errors_infer.call_of(fcx, fcx.closure_cause_span)


def report_arg_count(fcx: FnCtxt, node: ast.Closure, expected: tuple[t.Ty, ...]) -> None:
    """E0593: the context calls the closure with another number of arguments."""
    wanted, had = expected_args(fcx.resolve(expected)), closure_args(node)
    want, have = count_args(wanted, had), count_args(had, wanted)
    span = _cause_span(fcx, node)
    primary: tuple[Label, ...] = (Label(span, f"expected closure that takes {want}"),)
    secondary: tuple[Label, ...] = (Label(node.head_span, f"takes {have}"),)
    if span == node.head_span:
        primary, secondary = (*primary, *secondary), ()
    fcx.emit(
        Diagnostic(
            "E0593", f"closure is expected to take {want}, but it takes {have}",
            primary,
            secondary,
        )
    )  # fmt: skip
