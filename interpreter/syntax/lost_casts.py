"""What follows a cast without parentheses around it: a comparison, an index, a call, a field, `?`.

In: the stream of terminals, where the parser stopped, and parsers to begin anew with. Out: the error, with parentheses put
around the cast (or its type), as rustc's parser goes on; None if it is no mistake of these kinds.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label, Suggestion
from interpreter.hints import TYPE_CHECKING, Any, Final
from interpreter.syntax.ast import Token
from interpreter.syntax.operators import Chain
from interpreter.syntax.stream import Stream

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.syntax.parser import Machine

_POSTFIX: Final = {"[": "indexing", "?": "`?`", ".": "a field access"}
_WITHIN_TYPE: Final = ("IDENT", "::", "self", "Self", "super", "crate")


def cast_without_parentheses(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """The mistake that made the parser stop at terminal `at`."""
    return _postfix(fresh, stream, at) or _comparison(fresh, stream, at)


def _surround(stream: Stream, start: int, end: int) -> None:
    """Put parentheses around the terminals from `start` up to `end`."""
    values: list[Any] = stream.values
    after, before = values[end - 1].span.shrink_to_hi(), values[start].span.shrink_to_lo()
    for index, bracket, span in ((end, ")", after), (start, "(", before)):
        stream.kinds.insert(index, bracket)
        stream.values.insert(index, Token(bracket, "", span))


def _postfix(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`x as T[0]` (`parse_and_disallow_postfix_after_cast`)."""
    kinds, values = stream.kinds, stream.values
    if at >= len(kinds) or kinds[at] not in _POSTFIX or "as" not in kinds[max(at - 12, 0) : at]:
        return None
    machine = fresh()
    machine.feed(kinds[:at], values[:at])
    keyword = next((index for index in range(len(machine.values) - 1, 0, -1) if _is_as(machine.values[index])), None)
    if keyword is None or not machine.accepts("%"):
        return None
    chain: Any = machine.values[keyword - 1]
    cast = chain.operands[-1] if isinstance(chain, Chain) else chain
    span = getattr(cast, "span", None)
    start = next((i for i, value in enumerate(values) if span is not None and value.span[:2] == span[:2]), None)  # type: ignore[attr-defined]
    if start is None:
        return None
    what = _POSTFIX[kinds[at]]
    if kinds[at] == ".":
        what = "`.await`" if kinds[at + 1] == "await" else "a method call" if kinds[at + 2] in ("(", "::") else what
    whole = values[start].span.to(values[at - 1].span)  # type: ignore[attr-defined]
    _surround(stream, start, at)
    edits = ((whole.shrink_to_lo(), "("), (whole.shrink_to_hi(), ")"))
    suggestions = (Suggestion("try surrounding the expression in parentheses", edits),)
    return Diagnostic(None, f"cast cannot be followed by {what}", (Label(whole),), suggestions=suggestions)


def _is_as(value: object) -> bool:
    return isinstance(value, Token) and value.kind == "as"


def _comparison(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`x as T < y` (`parse_assoc_op_cast`)."""
    kinds, values = stream.kinds, stream.values
    less = at - 1
    if at < 3 or "as" not in kinds[max(at - 40, 0) : at]:
        return None
    while less > 0 and kinds[less] != "<" and kinds[less] not in (";", "{", "}"):
        less -= 1
    name = less - 1
    while name > 0 and kinds[name] in _WITHIN_TYPE:
        name -= 1
    if kinds[less] != "<" or kinds[name] != "as" or name == less - 1:
        return None
    machine = fresh()
    machine.feed(kinds[:name], values[:name])
    operand = fresh("expression")
    length = operand.feed(kinds[less + 1 :], values[less + 1 :])
    if not machine.accepts("as", "dyn") or not machine.accepts("%") or not length:
        return None
    path = values[name + 1].span.to(values[less - 1].span)  # type: ignore[attr-defined]
    arguments = values[less + 1].span.to(values[min(at, len(values) - 1)].span)  # type: ignore[attr-defined]
    message = f"`<` is interpreted as a start of generic arguments for `{path.text}`, not a comparison"
    labels = (Label(values[less].span, "not interpreted as comparison"),)  # type: ignore[attr-defined]
    _surround(stream, name + 1, less)
    return Diagnostic(None, message, labels, (Label(arguments, "interpreted as generic arguments"),))
