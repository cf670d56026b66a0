"""Errors of closures in rustc's words: E0593."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.diagnostics import Diagnostic, Label
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck.words import errors_infer

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt


def _arguments(n: int) -> str:
    return f"{n} argument{'' if n == 1 else 's'}"


def _cause_span(fcx: FnCtxt, node: ast.Closure) -> Span:
    """The call that expects another closure."""
    if fcx.closure_cause_span is None:
        return node.head_span
    return errors_infer.call_of(fcx, fcx.closure_cause_span)


def report_arg_count(fcx: FnCtxt, node: ast.Closure, expected: int) -> None:
    """E0593: the context calls the closure with another number of arguments."""
    found = len(node.params)
    span = _cause_span(fcx, node)
    primary: tuple[Label, ...] = (Label(span, f"expected closure that takes {_arguments(expected)}"),)
    secondary: tuple[Label, ...] = (Label(node.head_span, f"takes {_arguments(found)}"),)
    if span == node.head_span:
        primary, secondary = (*primary, *secondary), ()
    fcx.emit(
        Diagnostic(
            "E0593", f"closure is expected to take {_arguments(expected)}, but it takes {_arguments(found)}",
            primary,
            secondary,
        )
    )  # fmt: skip
