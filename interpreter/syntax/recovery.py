"""How rustc's parser goes on after a syntax error: what it takes to be there, or passes over.

In: the state of the parser, the stream of terminals, where it stopped and what was said about it (errors.py). The stream is
mended in place, so that parsing it once more goes further as rustc does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.diagnostics import Diagnostic
from interpreter.syntax.ast import Attribute, Token
from interpreter.syntax.errors import NO_DOCUMENTATION
from interpreter.syntax.resume import omitted_separator, resume
from interpreter.syntax.stream import Stream

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.syntax.parser import Machine


def recover(
    machine: Machine, fresh: Callable[[], Machine], stream: Stream, at: int, diagnostic: Diagnostic, found: object
) -> bool:
    """Mend the stream where rustc's parser goes on after `diagnostic`, which is about terminal `at`. False: it stops."""
    if machine.split_rest is None and (_expected(machine, stream, at, diagnostic, found) or omitted_separator(fresh, stream, at)):
        return True
    return resume(fresh, stream, at)


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
            stream.values[at] = Token("IDENT", found.text, found.span)
            return True
        return False
    if diagnostic.message == "expected type, found `=`" and machine.previous.kind == ":" and machine.accepts("_", "=", "{"):
        stream.kinds.insert(at, "_")
        stream.values.insert(at, Token("_", "", machine.previous.span))
        return True
    if diagnostic.message == "missing `in` in `for` loop" and isinstance(found, Token) and diagnostic.span == found.span:
        stream.kinds[at] = "in"
        return True
    missing = _missing_tokens(diagnostic)
    if not missing or not machine.accepts(*missing):
        return False
    span = machine.previous.span.shrink_to_hi()
    stream.kinds[at:at] = missing
    stream.values[at:at] = [Token(kind, "", span) for kind in missing]
    return True


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
