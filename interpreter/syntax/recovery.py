"""How rustc's parser goes on after a syntax error: what it takes to be there, or passes over.

In: the state of the parser, the stream of terminals, where it stopped and what was said about it (errors.py). The stream is
mended in place, so that parsing it once more goes further as rustc does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from interpreter.diagnostics import Diagnostic, Label, Suggestion
from interpreter.source import Span
from interpreter.syntax.ast import Attribute, Token
from interpreter.syntax.brackets import opening_of
from interpreter.syntax.errors import NO_DOCUMENTATION
from interpreter.syntax.resume import omitted_separator, resume, statement_start
from interpreter.syntax.stream import Stream

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.syntax.parser import Machine


def recover(
    machine: Machine, fresh: Callable[[], Machine], stream: Stream, at: int, diagnostic: Diagnostic, found: object
) -> tuple[Label, ...] | None:
    """Mend the stream where rustc's parser goes on after `diagnostic`, which is about terminal `at`.

    Gives the labels that are added to it on the way. None: the parser stops.
    """
    if machine.split_rest is not None:
        seen_through = _reinterpret(stream, at, diagnostic.message)
    elif diagnostic.message.startswith("expected expression, found") and stream.kinds[at - 1] == "}":
        seen_through = _operand_of(fresh, stream, at)
    else:
        seen_through = (
            _reinterpret(stream, at, diagnostic.message)
            or _meant(machine, stream, at, diagnostic, found)
            or _expected(machine, stream, at, diagnostic, found)
            or omitted_separator(fresh, stream, at)
        )
    return () if seen_through else resume(fresh, stream, at)


_MEANT: Final = {
    "expected field pattern, found `...`": "..",
    "expected `:`, found `=`": ":",
    "struct fields are separated by `,`": ",",
    "return types are denoted using `->`": "->",
    "can't reassign to an uninitialized variable": "=",
    "`~` cannot be used as a unary operator": "!",
    "`and` is not a logical operator": "&&",
    "`or` is not a logical operator": "||",
}
"""Errors after which one token is taken for another."""

_PASSED_OVER: Final = {
    "expected item, found `;`": (0, 1),
    "leading `+` is not supported": (0, 1),
    "a trailing `|` is not allowed in an or-pattern": (-1, 0),
    "invalid comparison operator `===`": (0, 1),
    "invalid comparison operator `!==`": (0, 1),
    "invalid comparison operator `<=>`": (0, 1),
}
"""Errors after which terminals (counted from where the parser stopped) are passed over."""

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


def _meant(machine: Machine, stream: Stream, at: int, diagnostic: Diagnostic, found: object) -> bool:
    """Put the token that is taken for what stands there."""
    if not isinstance(found, Token):
        return False
    kind = _MEANT.get(diagnostic.message)
    if found.kind in ("=", "->") and machine.accepts("=>") and machine.accepts("if"):
        kind = "=>"
    if kind is None:
        return False
    stream.kinds[at], stream.values[at] = kind, Token(kind, kind, diagnostic.span)
    return True


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


def _reinterpret(stream: Stream, at: int, message: str) -> bool:
    """Pass over what was said to be wrong, or take it for what must have been meant."""
    if message in ("expected item, found `import`", "expected item, found `using`") and stream.kinds[at - 1] == "IDENT":
        stream.kinds[at - 1] = "use"
        return True
    if message.startswith("unexpected token: ") and stream.kinds[at - 1] == ".":
        _delete(stream, at - 1)
        return True
    if message == "invalid comparison operator `<>`":
        stream.kinds[at - 1] = "!="
        _delete(stream, at)
        return True
    if message == "unexpected token `||` in pattern" and stream.kinds[at] == "||":
        stream.kinds[at] = "|"
        return True
    begin, end = _PASSED_OVER.get(message, (0, 0))
    del stream.kinds[at + begin : at + end], stream.values[at + begin : at + end]
    return begin != end


def _expected(machine: Machine, stream: Stream, at: int, diagnostic: Diagnostic, found: object) -> bool:
    """Mend what rustc's parser knows how to go on from as if it had been written right."""
    if isinstance(found, Attribute):
        return _attribute(machine, stream, at, diagnostic, found)
    if diagnostic.message in (NO_DOCUMENTATION, "expected statement after outer attribute"):
        if any(label.text == "while parsing this enum" for label in diagnostic.secondary):
            return False
        while stream.kinds[at - 1] == "ATTR":
            at -= 1
            _delete(stream, at)
        return True
    if diagnostic.code == "E0704":
        # What stands in the brackets after `pub` is passed over.
        after = stream.kinds.index(")", at) + 1
        del stream.kinds[at:after], stream.values[at:after]
        return True
    if diagnostic.code == "E0561" and isinstance(found, Token):
        # The pattern is passed over: `mut` alone, or all of `&name:`.
        first = at if found.kind == "mut" else at - 2
        del stream.kinds[first : at + 1], stream.values[first : at + 1]
        return True
    if diagnostic.message.startswith(("expected identifier, found keyword", "expected identifier, found reserved")):
        # It is taken for an identifier.
        if machine.accepts("IDENT") and isinstance(found, Token) and not _names_a_field(stream, at, machine):
            stream.kinds[at] = "IDENT"
            stream.values[at] = Token("IDENT", f"r#{found.text}", found.span)
            return True
        if stream.kinds[at] == "let":
            # It is passed over before a field, with `mut`.
            stop = at + 1 + (stream.kinds[at + 1] == "mut")
            del stream.kinds[at:stop], stream.values[at:stop]
            return True
        return False
    if diagnostic.message == "expected type, found `=`" and machine.previous.kind == ":" and machine.accepts("_", "=", "{"):
        stream.kinds.insert(at, "_")
        stream.values.insert(at, Token("_", "", machine.previous.span))
        return True
    if diagnostic.message == "invalid variable declaration":
        if stream.kinds[at] == "mut":
            _insert(stream, at, machine.previous.span, "let")
        else:
            stream.kinds[at - 1] = "let"
        return True
    if diagnostic.message == "visibility `pub` is not followed by an item":
        _delete(stream, at - 1)
        return True
    if diagnostic.message == "missing `in` in `for` loop" and isinstance(found, Token) and diagnostic.span == found.span:
        stream.kinds[at] = "in"
        return True
    missing = _missing_tokens(diagnostic)
    if not missing or not machine.accepts(*missing):
        return False
    _insert(stream, at, machine.previous.span, *missing)
    return True


def _insert(stream: Stream, at: int, previous: Span, *kinds: str) -> None:
    span = previous.shrink_to_hi()
    stream.kinds[at:at] = kinds
    stream.values[at:at] = [Token(kind, "", span) for kind in kinds]


def bad_qpath(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`[T]::f` and `(A, B)::f` are taken for `<[T]>::f` and `<(A, B)>::f` where an expression or a type stands."""
    kinds, values = stream.kinds, stream.values
    if kinds[at : at + 1] != ["::"] or not at or kinds[at - 1] not in (")", "]"):
        return None
    start = opening_of(kinds, at - 1)
    before, ty = fresh(), fresh("ty")
    before.feed(kinds[:start], values[:start])
    if not (before.accepts("loop") or before.accepts("dyn")):
        return None
    if ty.feed(kinds[start:at], values[start:at]) < at - start or not ty.finish():
        return None
    first, last = values[start], values[at - 1]
    assert isinstance(first, Token) and isinstance(last, Token)
    span = first.span.to(last.span)
    kinds[start:at] = ["<", *kinds[start:at], ">"]
    values[start:at] = [Token("<", "", first.span), *values[start:at], Token(">", "", last.span)]
    suggestion = Suggestion(
        "types that don't start with an identifier need to be surrounded with angle brackets in qualified paths",
        ((span.shrink_to_lo(), "<"), (span.shrink_to_hi(), ">")),
    )
    return Diagnostic(None, "missing angle brackets in associated item path", (Label(span, ""),), suggestions=(suggestion,))


def _delete(stream: Stream, at: int) -> None:
    del stream.kinds[at]
    del stream.values[at]


def _attribute(machine: Machine, stream: Stream, at: int, diagnostic: Diagnostic, attr: Attribute) -> bool:
    """An inner attribute in the wrong place is taken for an outer one; one before a type is passed over."""
    if attr.inner and machine.accepts("ATTR"):
        stream.kinds[at] = "ATTR"
        return True
    if diagnostic.message.endswith("cannot be applied to a function parameter's type"):
        _delete(stream, at)
        return True
    return False


def _missing_tokens(diagnostic: Diagnostic) -> tuple[str, ...]:
    """The tokens to go on with as if they stood there, where rustc does so."""
    message = diagnostic.message
    if message.startswith("expected `;`, found") and diagnostic.secondary:
        return (";",)
    if message == "expected `,` following `match` arm" or message.startswith("expected `,`, or `}`"):
        return (",",)
    if message == "missing `in` in `for` loop":
        return ("in",)
    if message == "missing parameters for function definition":
        return ("(", ")")
    return ()


def _names_a_field(stream: Stream, at: int, machine: Machine) -> bool:
    """Whether terminal `at` stands where a struct's definition has the name of a field, for which a keyword isn't taken."""
    return stream.kinds[at - 1] in ("{", ",", "pub", ")", "ATTR") and machine.accepts("IDENT", ":") and machine.accepts("pub")
