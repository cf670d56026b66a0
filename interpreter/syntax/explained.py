"""A syntax error as data: what is said, and how rustc's parser goes on after it."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TypeAlias
from interpreter.records import NamedTuple
from interpreter.source import Span


class Splice(NamedTuple):
    """The terminals from `begin` up to `end`, counted from the one that doesn't fit, are taken for others, of these kinds."""

    begin: int
    end: int
    taken_for: tuple[str, ...]


class BlockIsOperand(NamedTuple):
    """A block that is a statement is taken for an operand all the same (`error_found_expr_would_be_stmt`)."""


class Braces(NamedTuple):
    """The expression that begins here is taken for the value of a block."""


Recovery: TypeAlias = Splice | BlockIsOperand | Braces


class Explained(NamedTuple):
    """`travels`: it goes outwards through the constructs that are being parsed, each of which says so.

    `also`: what is told beside it.
    """

    diagnostic: Diagnostic
    recovery: Recovery | None = None
    travels: bool = True
    also: tuple[Diagnostic, ...] = ()


def splice(begin: int, end: int, *taken_for: str) -> Splice:
    return Splice(begin, end, taken_for)


def error(
    message: str,
    span: Span,
    label: str = "",
    *secondary: Label,
    notes: tuple[str, ...] = (),
    code: str | None = None,
    recovery: Recovery | None = None,
    travels: bool = True,
) -> Explained:
    return Explained(Diagnostic(code, message, (Label(span, label),), secondary, notes), recovery, travels)
