"""What the parts of the AST builder share: joining spans, lists, and where errors found while building go."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Any, TypeVar
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.clone import take_node

T = TypeVar("T")

_new = tuple.__new__


def to(first: Span, last: Span) -> Span:
    """`first.to(last)`, fast where both stand in the same text."""
    if first[0] is last[0] and first[3] is last[3]:
        return _new(Span, (first[0], first[1], last[2], first[3]))
    return first.to(last)


def ident(token: ast.Token) -> ast.Ident:
    return _new(ast.Ident, (token[1], token[5] or token[2], token[4]))


def inherited(span: Span) -> ast.Visibility:
    return ast.Visibility(span=span.shrink_to_lo(), kind=ast.VisKind.INHERITED)


def nameless(span: Span) -> ast.Ident:
    return ast.Ident("", span.shrink_to_lo())


class Builder_:
    """State and list rules. Each method of a builder is called with the values of all symbols of its alternative, in order.

    A node begins and ends where its first and last tokens stand; for what a macro's variable holds that is where the variable
    does (rustc: `Parser::token.span`), as `places` tells of nodes.

    `diagnostics` are errors that rustc's parser reports and goes on from; `unsupported` what parses but lies outside of the
    subset.
    `gated`: what needs a feature, told when all parses. `late`: errors of what is still there after `cfg`.
    `given_up_at`: where one of the errors is that ends the statement, as what follows would be guesses.
    `given_up_from`: the expression there of which nothing is made, if rustc's parser can tell what is meant by the rest.
    `fatal`: one of the errors is one that rustc's parser doesn't go on from.
    """

    def __init__(self, edition: int) -> None:
        self.edition = edition
        self.diagnostics: list[Diagnostic] = []
        self.gated: list[Diagnostic] = []
        self.late: list[Diagnostic] = []
        self.unsupported: list[tuple[str, Span]] = []
        self.unclaimed_lets: list[ast.LetExpr] = []
        self.given_up_at: Span | None = None
        self.given_up_from: Span | None = None
        self.places: dict[Any, Span] = {}
        self.fatal = False

    def error(self, message: str, span: Span, label: str = "", code: str | None = None, **more: Any) -> None:
        self.diagnostics.append(Diagnostic(code, message, (Label(span, label),), **more))

    def gate(self, message: str, span: Span, issue: int, *, late: bool = False) -> None:
        """What only a feature of nightly allows; std may have it. `late`: what `cfg` takes away may have it, too."""
        if not span.file.is_std:
            note = f"see issue #{issue} <https://github.com/rust-lang/rust/issues/{issue}> for more information"
            (self.late if late else self.gated).append(Diagnostic("E0658", message, (Label(span),), notes=(note,)))

    def none(self) -> None:
        return None

    def empty(self) -> list[object]:
        return []

    def single(self, value: T) -> list[T]:
        return [value]

    def append(self, values: list[T], value: T) -> list[T]:
        values.append(value)
        return values

    def append_sep(self, values: list[T], _sep: ast.Token, value: T) -> list[T]:
        values.append(value)
        return values

    def pair_sep(self, first: T, _sep: ast.Token, second: T) -> list[T]:
        return [first, second]

    def trailing(self, values: list[T], _sep: ast.Token) -> list[T]:
        return values

    def first(self, value: T, _token: object) -> T:
        return value

    def second(self, _token: object, value: T) -> T:
        return value

    def fragment(self, fragment: ast.Fragment) -> object:
        """The node of a fragment."""
        node: object = take_node(fragment)
        if fragment.at is not None:
            self.places[node] = fragment.at
        return node

    def place(self, node: Any) -> Span:
        """Where a node begins, for what begins with it."""
        span: Span = node.span
        return self.places.get(node, span) if self.places else span

    def with_attrs(self, attrs: list[ast.Attribute], node: Any) -> Any:
        if hasattr(node, "attrs"):
            node.attrs = attrs
        return node
