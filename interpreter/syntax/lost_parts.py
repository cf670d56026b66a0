"""Mistakes after which rustc's parser gives up what it has read of an expression or pattern, with an error in its place.

In: the stream of terminals, where the parser stopped, and parsers to begin anew with. Out: the error, with the stream mended in
place; None if it is no mistake of these kinds.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Any, Final
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Fragment, Token
from interpreter.syntax.brackets import CLOSERS, OPENERS, closing_of, opening_of
from interpreter.syntax.stream import Stream

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.syntax.parser import Machine

_LITERALS: Final = ("INT", "STR", "FLOAT", "CHAR", "BYTE", "BYTE_STR", "C_STR", "true", "false")
_PATH_WORDS: Final = ("IDENT", "self", "super", "crate", "Self")
_TRAILING: Final = ("+", "-", "*", "/", "%", "^", "&", "<<", ">>", ".", "?", "[", "as")
_AFTER_PATTERN: Final = ("|", "=>", "=", "if", ",", ":", "in", ")", "]", "}", "..=", "..", "...")
_RANGES: Final = ("..=", "..", "...")
_BEFORE_RANGE: Final = (
    "=", "(", ",", "{", "}", ";", "[", "in", "return", "break", "if", "while", "match", "=>", "&&", "||", "else",
)  # fmt: skip


def lost_part(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """The mistake that made the parser stop at terminal `at`."""
    if not 0 < at < len(stream.kinds):
        return None
    return (
        _range_without_end(fresh, stream, at)
        or _ambiguous_range_pattern(fresh, stream, at)
        or _expression_for_pattern(fresh, stream, at)
    )


def _span(stream: Stream, first: int, last: int) -> Span:
    values: list[Any] = stream.values
    return values[first].span.to(values[last].span)  # type: ignore[no-any-return]


def _replace(stream: Stream, start: int, end: int, kind: str, value: Any) -> None:
    stream.kinds[start:end] = [kind]
    stream.values[start:end] = [value]


def _accepts(fresh: Callable[..., Machine], stream: Stream, at: int, *kinds: str) -> bool:
    """Whether each of these terminals could stand at `at`."""
    machine = fresh()
    machine.feed(stream.kinds[:at], stream.values[:at])
    return all(machine.accepts(kind) for kind in kinds)


def _range_without_end(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`a..=;`"""
    kinds = stream.kinds
    if kinds[at - 1] != "..=" or not _accepts(fresh, stream, at, "loop", "INT"):
        return None
    start = at - 1
    while start > 0 and kinds[start - 1] not in _BEFORE_RANGE:
        start = opening_of(kinds, start - 1) if kinds[start - 1] in OPENERS.values() else start - 1
    span = _span(stream, at - 1, at - 1)
    whole = _span(stream, start, at - 1)
    _replace(stream, start, at, "FRAGMENT_EXPR", Fragment("expr", ast.ErrExpr(span=whole), whole))
    note = "inclusive ranges must be bounded at the end (`..=b` or `a..=b`)"
    return Diagnostic("E0586", "inclusive range with no end", (Label(span),), notes=(note,))


def _primary(kinds: list[str], end: int) -> int | None:
    """Where the literal or path begins that ends before `end`."""
    start = end - 1
    if kinds[start] in _LITERALS:
        return start - 1 if kinds[start - 1] == "-" else start
    if kinds[start] not in _PATH_WORDS:
        return None
    while kinds[start - 1] == "::" and kinds[start - 2] in _PATH_WORDS:
        start -= 2
    return start


def _ambiguous_range_pattern(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`&1..=2`"""
    kinds = stream.kinds
    start = _primary(kinds, at)
    if kinds[at] not in _RANGES or start is None or kinds[start - 1] not in ("&", "&&", "mut"):
        return None
    end = at + 1
    if kinds[end] == "-":
        end += 1
    end += kinds[end] in _LITERALS or kinds[end] in _PATH_WORDS
    if not _accepts(fresh, stream, start, "ref"):
        return None
    span = _span(stream, start, end - 1)
    _replace(stream, start, end, "_", Token("_", "_", span))
    return Diagnostic(None, "the range pattern here has ambiguous interpretation", (Label(span),))


def _expression_for_pattern(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`x + 1`, `x.y` where a pattern must stand (`maybe_recover_trailing_expr`)."""
    kinds = stream.kinds
    start = _primary(kinds, at)
    if kinds[at] not in _TRAILING or start is None:
        return None
    bound = kinds[start - 1] in _RANGES
    first = _primary(kinds, start - 1) if bound else start
    if first is None or not _accepts(fresh, stream, first, "ref", "_"):
        return None
    stop = at
    while stop < len(kinds) and kinds[stop] not in _AFTER_PATTERN:
        stop = (closing_of(kinds, stop) if kinds[stop] in CLOSERS else stop) + 1
    if fresh("expression").feed(kinds[start:stop], stream.values[start:stop]) < stop - start:
        return None
    span = _span(stream, start, stop - 1)
    what = "a pattern range bound" if bound else "a pattern"
    _replace(stream, first, stop, "_", Token("_", "_", _span(stream, first, stop - 1)))
    note = "arbitrary expressions are not allowed in patterns: <https://doc.rust-lang.org/book/ch19-00-patterns.html>"
    return Diagnostic(None, f"expected {what}, found an expression", (Label(span, "not a pattern"),), notes=(note,))
