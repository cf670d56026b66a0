"""How rustc's parser goes on after a syntax error: what it takes to be there, or passes over.

In: the state of the parser, the stream of terminals, where it stopped and what was said about it (errors.py). The stream is
mended in place, so that parsing it once more goes further as rustc does.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label, Suggestion
from interpreter.hints import TYPE_CHECKING, Any, Final
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Attribute, Fragment, Token
from interpreter.syntax.brackets import opening_of
from interpreter.syntax.explained import Braces, Explained, Splice
from interpreter.syntax.resume import omitted_separator, resume, statement_start
from interpreter.syntax.stream import Stream

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.syntax.parser import Machine


def recover(
    machine: Machine, fresh: Callable[..., Machine], stream: Stream, at: int, explained: Explained
) -> tuple[Label, ...] | None:
    """Mend the stream where rustc's parser goes on after an error, which is about terminal `at`.

    Gives the labels that are added to it on the way. None: the parser stops.
    """
    if machine.split_rest is not None:
        stream.split(at, machine.previous, machine.split_rest)
        at += 1
    recovery = explained.recovery
    if isinstance(recovery, Splice):
        _splice(machine, stream, at, recovery)
        return ()
    if isinstance(recovery, Braces):
        _braces(fresh, stream, at)
        return ()
    if _operand_of(fresh, stream, at) if recovery is not None else omitted_separator(fresh, stream, at):
        return ()
    labels = resume(fresh, stream, at)
    return labels if labels is None or explained.travels else ()


def _splice(machine: Machine, stream: Stream, at: int, splice: Splice) -> None:
    begin, end, kinds = at + splice.begin, at + splice.end, splice.taken_for
    replaced: list[Any] = stream.values[begin:end]
    if not replaced:
        span = machine.previous.span.shrink_to_hi()
        lost = Fragment("ty", ast.ErrTy(span=span), span)
        new = [lost if kind == "FRAGMENT_TY" else Token(kind, "", span) for kind in kinds]
    elif isinstance(replaced[0], Attribute):
        new = replaced[: len(kinds)]
    else:
        span = replaced[0].span.to(replaced[-1].span)
        text = {"IDENT": f"r#{replaced[0].text}", "LIFETIME": f"'{replaced[0].text}"}
        lost = Fragment("ty", ast.ErrTy(span=span), span)
        new = [lost if kind == "FRAGMENT_TY" else Token(kind, text.get(kind, kind), span) for kind in kinds]
    stream.kinds[begin:end] = kinds
    stream.values[begin:end] = new


_OPERATORS: Final = (
    "as",
    "<=",
    ">",
    ">=",
    "/",
    "%",
    "^",
    ">>",
    "=",
    "+=",
    "-=",
    "*=",
    "/=",
    "%=",
    "&=",
    "|=",
    "^=",
    "<<=",
    ">>=",
)
"""rustc's `can_continue_expr_unambiguously`."""


def _operand_of(fresh: Callable[[], Machine], stream: Stream, at: int) -> bool:
    """A block that is a statement is taken for an operand all the same (`error_found_expr_would_be_stmt`)."""
    start = statement_start(fresh, stream, at)
    if stream.kinds[at] not in _OPERATORS or start is None:
        return False
    values: list[Any] = stream.values
    stream.kinds.insert(at, ")")
    stream.values.insert(at, Token(")", ")", values[at - 1].span.shrink_to_hi()))
    stream.kinds.insert(start, "(")
    stream.values.insert(start, Token("(", "(", values[start].span.shrink_to_lo()))
    return True


def _braces(fresh: Callable[..., Machine], stream: Stream, at: int) -> None:
    """Put braces around the expression that begins at terminal `at`."""
    end = fresh("expression").feed(stream.kinds, stream.values, at)
    values: list[Any] = stream.values
    stream.kinds.insert(end, "}")
    stream.values.insert(end, Token("}", "}", values[end - 1].span.shrink_to_hi()))
    stream.kinds.insert(at, "{")
    stream.values.insert(at, Token("{", "{", values[at].span.shrink_to_lo()))


def bad_qpath(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`[T]::f` and `(A, B)::f` are taken for `<[T]>::f` and `<(A, B)>::f` where an expression or a type stands, and so is what a
    macro's variable holds."""
    kinds, values = stream.kinds, stream.values
    if kinds[at : at + 2] == ["FRAGMENT_TY", "::"]:
        at += 1
    if kinds[at : at + 1] != ["::"] or not at or kinds[at - 1] not in (")", "]", "_", "FRAGMENT_TY", "FRAGMENT_PATH"):
        return None
    start = opening_of(kinds, at - 1) if kinds[at - 1] in (")", "]") else at - 1
    before, ty = fresh(), fresh("ty")
    before.feed(kinds[:start], values[:start])
    wants_expr = before.accepts("loop") and kinds[start] not in ("FRAGMENT_PATH", "_")
    wants_pat = before.accepts("_") and kinds[start] == "FRAGMENT_TY"
    if not (wants_expr or wants_pat or before.accepts("dyn")):
        return None
    if ty.feed(kinds[start:at], values[start:at]) < at - start or not ty.finish():
        return None
    span = _place(values[start]).to(_place(values[at - 1]))
    kinds[start:at] = ["<", *kinds[start:at], ">"]
    values[start:at] = [Token("<", "", span.shrink_to_lo()), *values[start:at], Token(">", "", span.shrink_to_hi())]
    suggestion = Suggestion(
        "types that don't start with an identifier need to be surrounded with angle brackets in qualified paths",
        ((span.shrink_to_lo(), "<"), (span.shrink_to_hi(), ">")),
    )
    return Diagnostic(None, "missing angle brackets in associated item path", (Label(span, ""),), suggestions=(suggestion,))


def _place(value: Any) -> Span:
    """Where a terminal stands: what a variable holds, where the variable does."""
    span: Span = value.span
    return value.at or span if isinstance(value, Fragment) else span
