"""Syntax errors in rustc's words, from the state of the parser and the token that does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interpreter.diagnostics import Diagnostic, Label
from interpreter.source import Span

if TYPE_CHECKING:
    from interpreter.syntax.parser import Machine


def syntax_error(machine: Machine, found: Any, end: Span) -> Diagnostic:
    """What rustc says about `found` (None: the end of the input, at `end`) in this state."""
    span = end if found is None else found.span
    return Diagnostic(None, "syntax error", (Label(span),))
