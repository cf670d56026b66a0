"""Panic-mode recovery: where rustc's parser goes on after an error that it has no better idea about.

An error travels outwards, through the constructs that are being parsed, to the first that takes it: a block (the rest of it is
passed over), a `match` (the rest of its arms), a call's arguments or a parenthesis (an erroneous expression), the fields of a
struct or of its literal, the parameters of a function, the items of an impl or a trait. What rustc passes over is taken out of
the stream of terminals, which is then parsed once more. (rustc_parse::parser: `parse_block_tail` and `recover_stmt_`,
`parse_match_block`, `recover_seq_parse_error`, `parse_expr_struct_fields`, `parse_record_struct_body`, `parse_fn_params`,
`parse_item_list`.)
"""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING, Any, Final
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Fragment, Token
from interpreter.syntax.brackets import CLOSERS, nesting, open_brackets

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.hints import TypeAlias
    from interpreter.syntax.parser import Machine
    from interpreter.syntax.stream import Stream

    _Taker: TypeAlias = Callable[["_Error"], bool]

_LIKE_A_COMMA: Final = frozenset((";", ".", "<"))
_GOES_ON: Final = frozenset(("else", ".", "?"))
"""What goes on with a block that could be a whole statement."""


def resume(fresh: Callable[[], Machine], stream: Stream, at: int) -> tuple[Label, ...] | None:
    """Take out of the stream what rustc passes over after an error at terminal `at`; `fresh` makes a machine to read it.

    Gives the labels that are added to the error where it is taken. None: nothing takes it, and parsing ends.
    """
    machine = fresh()
    open_at = open_brackets(stream.kinds, at)
    takers: list[tuple[_Taker, int]] = []
    done = 0
    for position in open_at:
        machine.feed(stream.kinds[done : position + 1], stream.values[done : position + 1])
        done = position + 1
        taker = _taker(machine, stream.kinds[position])
        if taker is not None:
            takers.append((taker, position))
    for taker, position in reversed(takers):
        error = _Error(fresh, stream, at, position)
        labels = error.labels(taker)
        if taker(error):
            return labels
    return None


def enum_around(fresh: Callable[[], Machine], stream: Stream, at: int) -> tuple[Label, ...]:
    """The label that an error among the variants of an enum gets on its way outwards."""
    open_at = open_brackets(stream.kinds, at)
    if not open_at:
        return ()
    for opening in reversed(open_at[-2:]):
        machine = fresh()
        machine.feed(stream.kinds[: opening + 1], stream.values[: opening + 1])
        if (name := enum_name(machine)) is not None:
            return (Label(name.span, "while parsing this enum"),)
        if stream.kinds[opening] != "(":
            break
    return ()


def statement_start(fresh: Callable[[], Machine], stream: Stream, at: int) -> int | None:
    """Where the statement begins that ends before terminal `at`; None outside of blocks."""
    for opening in reversed(open_brackets(stream.kinds, at)):
        machine = fresh()
        machine.feed(stream.kinds[: opening + 1], stream.values[: opening + 1])
        if stream.kinds[opening] == "{" and machine.accepts("let"):
            return _Error(fresh, stream, at - 1, opening).beginnings("struct")[-1]
    return None


def omitted_separator(fresh: Callable[[], Machine], stream: Stream, at: int) -> bool:
    """Put in the `,` that was left out before terminal `at` in a list (or take what stands there for one), if an element of the
    list follows (`parse_seq_to_before_tokens`)."""
    kinds, values = stream.kinds, stream.values
    open_at = open_brackets(kinds, at)
    if not open_at:
        return False
    opening, bracket = open_at[-1], kinds[open_at[-1]]
    closing = CLOSERS[bracket]
    machine = fresh()
    machine.feed(kinds[: opening + 1], values[: opening + 1])
    in_enum = enum_name(machine) is not None
    if bracket == "{" and (not machine.accepts("IDENT", ",") or machine.accepts("IDENT", ":") or machine.accepts("let")):
        return False
    if bracket == "[" and machine.accepts("loop") and "," not in kinds[opening:at]:
        return False  # After the first element of an array only `,`, `;` and `]` are known.
    params = bracket == "(" and machine.accepts("_", ":") and not machine.accepts("dyn")
    machine.feed(kinds[opening + 1 : at], values[opening + 1 : at])
    if not (machine.accepts(",") and machine.accepts(closing)):
        return False
    similar = kinds[at] in _LIKE_A_COMMA
    here = at + similar
    comma = Token(",", "", machine.previous.span.shrink_to_hi())
    machine.feed([","], [comma])
    reached = here + machine.feed(kinds[here:], values[here:])
    depth = 0
    for index in range(here, reached):
        if not depth and kinds[index] in (",", closing):
            break
        depth += nesting(kinds[index])
    else:
        # What is wrong with a parameter is told of this one, and it is taken for one.
        if not params and (reached == here or depth or not machine.accepts(",")):
            if in_enum and kinds[at] != ":":
                # The variants are taken to end here.
                kinds.insert(at, closing)
                values.insert(at, Token(closing, "", comma.span))
            return in_enum and kinds[at] == closing
    kinds[at:here] = [","]
    values[at:here] = [comma]
    return True


def enum_name(machine: Machine) -> Token | None:
    """The name of an enum, if the last terminal that `machine` has read opens its variants."""
    opening = machine.values[-1] if machine.values else None
    if getattr(opening, "kind", "") != "{" or not machine.accepts("IDENT", ",") or not machine.accepts("pub"):
        return None
    if machine.accepts("IDENT", ":"):
        return None
    return next((value for value in reversed(machine.values) if getattr(value, "kind", "") == "IDENT"), None)


def _taker(machine: Machine, bracket: str) -> _Taker | None:
    """What takes the errors between this bracket, the last terminal that `machine` has read, and the one that closes it."""
    accepts = machine.accepts
    if bracket == "{":
        if accepts("let"):
            return _Error.in_block
        if accepts("("):
            return _Error.in_match if accepts("ref") else None
        if accepts("fn"):
            return _Error.in_item_list if machine.accepts_associated() else None
        if accepts("IDENT", ":"):
            if accepts("pub"):
                return _Error.in_fields
            return _Error.in_field_patterns if accepts("ref") else _Error.in_struct_expr
    elif bracket == "(":
        if accepts("loop"):
            return None if _is_method_call(machine.values) else _Error.in_arguments
        if accepts("_", ":") and not accepts("dyn"):
            return _Error.in_params
        if accepts("pub") and accepts(")", ","):
            return _Error.in_variant
    return None


def _is_method_call(values: list[Any]) -> bool:
    return any(len(values) >= back and isinstance(values[-back], Token) and values[-back].kind == "." for back in (3, 5))


class _Error:
    """An error at terminal `at`, within the bracket at terminal `opening`."""

    def __init__(self, fresh: Callable[[], Machine], stream: Stream, at: int, opening: int) -> None:
        self.fresh = fresh
        self.stream = stream
        self.at = at
        self.opening = opening

    def labels(self, taker: _Taker) -> tuple[Label, ...]:
        """What is being parsed, as the one that takes the error says."""
        if taker is _Error.in_item_list:
            opening, closing = self._span(self.opening, self.opening), self._skip("}")
            end = Label(self._span(closing, closing), "the item list ends here")
            return Label(opening, "while parsing this item list starting here"), end
        if taker is _Error.in_variant:
            return enum_around(self.fresh, self.stream, self.opening)
        what = _PARSING.get(taker)
        if what is None:
            return ()
        machine = self.fresh()
        machine.feed(self.stream.kinds[: self.opening], self.stream.values[: self.opening])
        owner = next((v for v in reversed(machine.values) if isinstance(v, ast.Path) or getattr(v, "kind", "") == "IDENT"), None)
        return (Label(owner.span, what),) if owner is not None else ()

    def beginnings(self, *first: str) -> list[int]:
        """Where the elements of the list in the bracket begin: the places where it could end, and an element begin with `first`.

        The last one is that of the element that is wrong.
        """
        kinds, values = self.stream.kinds, self.stream.values
        machine = self.fresh()
        machine.feed(kinds[: self.opening + 1], values[: self.opening + 1])
        closing = CLOSERS[kinds[self.opening]]
        found, depth = [], 0
        for index in range(self.opening + 1, self.at):
            kind = kinds[index]
            if not depth and kind not in _GOES_ON and machine.accepts(closing) and machine.accepts(*first):
                found.append(index)
            machine.feed([kind], [values[index]])
            depth += nesting(kind)
        if not depth and machine.accepts(closing) and machine.accepts(*first):
            found.append(self.at)
        return found

    def _skip(self, stop: str, start: int = -1) -> int:
        """The first terminal from the error (or `start`) on that is one of the characters in `stop` and in no pair of brackets.

        As in `recover_stmt_`, only brackets of the kinds in `stop` count: a bracket that was open before the error does not.
        """
        kinds = self.stream.kinds
        pairs = {")": "(", "}": "{"}
        opening = {pairs[kind] for kind in stop if kind in pairs}
        depth = 0
        for index in range(self.at if start < 0 else start, len(kinds)):
            kind = kinds[index]
            if not depth and kind in stop:
                return index
            if kind in opening:
                depth += 1
            elif kind in pairs and pairs[kind] in opening:
                depth -= 1
        return len(kinds)

    def _replace(self, start: int, stop: int, *pieces: tuple[str, object]) -> bool:
        stream = self.stream
        stream.kinds[start:stop] = [kind for kind, _ in pieces]
        stream.values[start:stop] = [value for _, value in pieces]
        return True

    def _span(self, start: int, stop: int) -> Span:
        values: list[Any] = self.stream.values
        return values[start].span.to(values[stop].span) if stop > start else values[start].span  # type: ignore[no-any-return]

    def _expr(self, start: int, stop: int) -> tuple[str, Fragment]:
        """An erroneous expression in place of the terminals from `start` to before `stop`."""
        span = self._span(start, stop - 1) if stop > start else self._span(self.at - 1, self.at - 1)
        return "FRAGMENT_EXPR", Fragment("expr", ast.ErrExpr(span=span), span)

    def in_block(self) -> bool:
        start = self.beginnings("struct")[-1]
        stop = self._skip("}")
        return self._replace(start, stop, self._expr(start, stop))

    def in_match(self) -> bool:
        start = self.beginnings("ref")[-1]
        stop = self._skip("}")
        span = self._span(self.at - 1, self.at - 1)
        return self._replace(start, stop, ("_", Token("_", "", span)), ("=>", Token("=>", "", span)), self._expr(start, stop))

    def in_item_list(self) -> bool:
        return self._replace(self.beginnings("fn")[-1], self._skip("}"))

    def in_fields(self) -> bool:
        """The fields so far; the `}` that is left has no text, which tells that there may have been more."""
        start, stop = self.beginnings("pub")[-1], self._skip("}")
        if stop == len(self.stream.kinds):
            return False
        return self._replace(start, stop + 1, ("}", Token("}", "", self._span(stop, stop))))

    def in_struct_expr(self) -> bool:
        beginnings = self.beginnings("IDENT", ":")
        if not beginnings:
            return False
        start, stop = beginnings[-1], self._skip(",}")
        kinds = self.stream.kinds
        if kinds[start] == "IDENT" and kinds[start + 1] == ":":
            if self._is_complete():
                return self._replace(self.at, stop)
            if kinds[self.at] == ",":
                return self._replace(start + 2, stop, self._expr(start, stop))
        return self._replace(start, stop + (kinds[stop] == ","))

    def _is_complete(self) -> bool:
        """Whether what stands before the error could be all of the list."""
        machine = self.fresh()
        machine.feed(self.stream.kinds[: self.at], self.stream.values[: self.at])
        return machine.accepts(CLOSERS[self.stream.kinds[self.opening]])

    def in_field_patterns(self) -> bool:
        """All of the fields are taken for `..`."""
        start, stop = self.opening + 1, self._skip("}")
        return self._replace(start, stop, ("..", Token("..", "", self._span(start, start))))

    def in_variant(self) -> bool:
        """A variant whose fields are wrong has none; where they have names, parsing ends."""
        if self.stream.kinds[self.at] == ":":
            return False
        return self._replace(self.opening + 1, self._skip(")"))

    def in_arguments(self) -> bool:
        """A parenthesis, or a call with the function that it calls, is an erroneous expression."""
        stop = self._skip(")")
        if stop == len(self.stream.kinds):
            return False
        start = self._callee()
        return self._replace(start, stop + 1, self._expr(start, stop + 1))

    def _callee(self) -> int:
        """Where the called expression begins; the parenthesis itself if it is no call's."""
        kinds, values = self.stream.kinds, self.stream.values
        machine = self.fresh()
        machine.feed(kinds[: self.opening], values[: self.opening])
        if not machine.accepts("?"):
            return self.opening
        machine = self.fresh()
        starts: list[int] = []
        for index in range(self.opening + 1):
            machine.feed([kinds[index]], [values[index]])
            del starts[len(machine.values) - 1 :]
            starts += [index] * (len(machine.values) - len(starts))
        return starts[-2]

    def in_params(self) -> bool:
        """A parameter of any type stands for one that is none; it keeps its name (`parameter_without_type`)."""
        start = self.beginnings("_", ":")[-1]
        stop = self._skip(",)", start)
        if stop == start and start == self.at and self.stream.kinds[stop] == ")":
            return False
        span = self._span(self.at - 1, self.at - 1)
        ty = Fragment("ty", ast.ErrTy(span=span), span)
        kinds = self.stream.kinds
        name: tuple[str, object] = ("_", Token("_", "", span))
        untyped = self.at == stop and [kind for kind in kinds[start:stop] if kind not in ("&", "mut", "ref")] == ["IDENT"]
        typed_first = self.at == stop - 1 and start < self.at and kinds[self.at] == "IDENT"
        if untyped or typed_first:
            name = ("IDENT", self.stream.values[stop - 1])
        return self._replace(start, stop, name, (":", Token(":", "", span)), ("FRAGMENT_TY", ty))


_PARSING: Final[dict[Callable[[_Error], bool], str]] = {
    _Error.in_fields: "while parsing this struct",
    _Error.in_struct_expr: "while parsing this struct",
    _Error.in_field_patterns: "while parsing the fields for this pattern",
}
