"""The lints of `#[diagnostic::..]` attributes, which never are errors by themselves (Reference: the diagnostic attribute
namespace; rustc_attr_parsing: diagnostic)."""

from __future__ import annotations

from collections.abc import Callable

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.resolve.attribute_args import is_string, parts
from interpreter.resolve.attributes import Attributed, target_of
from interpreter.resolve.format_string import FormatError, FormatSource, parse_pieces
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.literals import make_literal
from interpreter.syntax.stream import split_meta

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_NAMESPACE = "diagnostic::"
_OPTIONS = ("message", "label", "note")


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All attributes that expansion met."""
    for place in tcx.resolution.attributed:
        declared: dict[str, Span] = {}
        for attr in place.attrs:
            if attr.name.startswith(_NAMESPACE):
                look = _KNOWN.get(attr.name.removeprefix(_NAMESPACE))
                if look is not None:
                    look(attr, place, declared, emit)
                else:
                    segment = attr.name.split("::")[1]
                    at = attr.span.file.text.index(segment, attr.span.lo + len("#[diagnostic"))
                    span = attr.span._replace(lo=at, hi=at + len(segment))
                    emit("unknown_diagnostic_attributes", Label(span), "unknown diagnostic attribute")


def _do_not_recommend(attr: ast.Attribute, place: Attributed, declared: dict[str, Span], emit: Emit) -> None:
    if attr.args:
        message = "`#[diagnostic::do_not_recommend]` does not expect any arguments"
        emit("malformed_diagnostic_attributes", Label(attr.span), message)
    if target_of(place.node, place.parent) != "trait impl blocks":
        message = "`#[diagnostic::do_not_recommend]` can only be placed on trait implementations"
        emit("misplaced_diagnostic_attributes", Label(attr.span), message)


def _on_unimplemented(attr: ast.Attribute, place: Attributed, declared: dict[str, Span], emit: Emit) -> None:
    if not isinstance(place.node, ast.Trait):
        message = "`#[diagnostic::on_unimplemented]` can only be applied to trait definitions"
        emit("misplaced_diagnostic_attributes", Label(attr.span), message)
        return
    options = [(*split_meta(part), part) for part in parts(attr)]
    if attr.args and not isinstance(attr.args[0], ast.Delimited):
        _invalid(attr.span, emit)
    elif not options or any(not _is_meta(name, rest) for name, rest, _ in options):
        emit("malformed_diagnostic_attributes", Label(attr.span), "missing options for `on_unimplemented` attribute")
    else:
        for name, rest, part in options:
            span = _within(part)
            if name not in _OPTIONS or len(rest) != 2 or not is_string(rest[1]):
                _invalid(span, emit)
            elif name in declared and name != "note":
                message = f"`{name}` is ignored due to previous definition of `{name}`"
                first = Label(declared[name], f"`{name}` is first declared here")
                later = Label(span, f"`{name}` is later redundantly declared here")
                emit("malformed_diagnostic_attributes", later, message, secondary=(first,))
            else:
                declared[name] = span
                assert isinstance(rest[1], ast.Token)
                _format(rest[1], place.node, emit)


def _is_meta(name: str, rest: list[ast.TokenTree]) -> bool:
    """Whether an argument is one of an attribute: `name`, `name(..)`, `name = literal`, or a literal."""
    if not name:
        return len(rest) == 1
    if len(rest) == 2:
        return isinstance(rest[0], ast.Token) and rest[0].kind == "=" and isinstance(rest[1], ast.Token)
    return not rest or (len(rest) == 1 and isinstance(rest[0], ast.Delimited))


def _within(part: list[ast.TokenTree]) -> Span:
    return part[0].span._replace(hi=part[-1].span.hi)


def _invalid(span: Span, emit: Emit) -> None:
    label = Label(span, "invalid option found here")
    emit("malformed_diagnostic_attributes", label, "malformed `on_unimplemented` attribute")


def _format(token: ast.Token, trait: ast.Trait, emit: Emit) -> None:
    """What is wrong with a format string, whose placeholders are the trait's parameters."""
    lint = "malformed_diagnostic_format_literals"
    value = make_literal(token).value
    assert isinstance(value, str)
    source = FormatSource(value, token.span, direct=not token.text.startswith("r"))
    try:
        pieces = parse_pieces(source)
    except FormatError as error:
        found = error.diagnostics[0]
        where = Label(found.primary[0].span, found.primary[0].text.removesuffix(" in format string"))
        emit(lint, Label(token.span), found.message.removeprefix("invalid format string: "), secondary=(where,))
        return
    known = {"Self", *(p.ident.name for p in trait.generics.params if p.kind is ast.ParamKind.TYPE)}
    for piece in pieces:
        if isinstance(piece, str):
            continue
        arg = piece.arg
        if piece.spec_lo is not None:
            emit(lint, Label(source.span(piece.spec_lo, piece.hi - 1)), "invalid format specifier")
        if arg.name is None:
            lo, hi = (arg.lo + 1, arg.lo + 1) if arg.implicit else (arg.lo, arg.hi)
            emit(lint, Label(source.span(lo, hi)), "positional format arguments are not allowed here")
        elif arg.name not in known:
            message = f"there is no parameter `{arg.name}` on trait `{trait.ident.name}`"
            emit(lint, Label(source.span(arg.lo, arg.hi)), message)


_KNOWN: dict[str, Callable[[ast.Attribute, Attributed, dict[str, Span], Emit], None]] = {
    "do_not_recommend": _do_not_recommend, "on_unimplemented": _on_unimplemented, "on_const": lambda *_: None,
}  # fmt: skip
