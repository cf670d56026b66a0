"""Errors of closures in rustc's words: E0593."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.diagnostics import Diagnostic, Label
from interpreter.syntax import ast

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt


def _arguments(n: int) -> str:
    return f"{n} argument{'' if n == 1 else 's'}"


def report_arg_count(fcx: FnCtxt, node: ast.Closure, expected: int) -> None:
    """E0593: the context calls the closure with another number of arguments."""
    found = len(node.params)
    fcx.emit(
        Diagnostic(
            "E0593", f"closure is expected to take {_arguments(expected)}, but it takes {_arguments(found)}",
            (Label(fcx.closure_cause_span or node.head_span, f"expected closure that takes {_arguments(expected)}"),),
            (Label(node.head_span, f"takes {_arguments(found)}"),),
        )
    )  # fmt: skip
