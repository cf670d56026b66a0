"""Source text or tokens to AST: drives the LALR tables that Lark made of `rust.lark`.

`parse_source` is the front door. Macro expansion uses `parse_tokens` (all of a list of token trees as one start symbol) and
`parse_fragment` (the longest prefix that is a `$x:kind`). A token of several characters that fits nowhere is split and tried
again (`>>` closes two generics, `&&x` borrows twice, `||` opens and closes a closure's parameters), as rustc's `break_and_eat`
does.

Raises: `UnsupportedError` for what parses but lies outside of the subset (trait aliases, ...).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from interpreter.diagnostics import Diagnostic, UnsupportedError
from interpreter.hints import TYPE_CHECKING, Any, Final, cast
from interpreter.records import replace
from interpreter.source import SourceFile, Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Token, TokenTree
from interpreter.syntax.build import Builder
from interpreter.syntax.lexer import lex
from interpreter.syntax.stream import Stream, token_trees
from interpreter.syntax.tables import ACCEPT, END, Tables, load_tables

if TYPE_CHECKING:
    from interpreter.syntax.explained import Explained

_SPLITS: Final = {
    ">>": (">", ">"), ">=": (">", "="), ">>=": (">", ">="), "&&": ("&", "&"), "||": ("|", "|"), "<<": ("<", "<"), "<-": ("<",
    "-"),
    "<<=": ("<", "<="), "&=": ("&", "="), "+=": ("+", "="),
}  # fmt: skip
_METHOD_NAMES: Final = {"while": "while_", "for": "for_"}

_Rule = tuple[str, int, Callable[..., Any] | None]


class ParseError(Exception):
    """The tokens are no such syntax; `diagnostics` say why, in rustc's words. The last is about where parsing ended."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(diagnostics[-1].message)
        self.diagnostics = diagnostics


@cache
def _unbound_rules() -> list[tuple[str, int, Callable[..., Any] | None]]:
    """The rules with the `Builder` functions that make their nodes."""
    return [(lhs, n, getattr(Builder, _METHOD_NAMES.get(name, name)) if name else None) for lhs, n, name in load_tables().rules]


class Machine:
    """One LALR parse: the stacks, and the terminals seen so far.

    After a failed `feed`, `states` and `values` are as they were when the token that does not fit was seen (but for the
    reductions that it allowed), and `previous` is the last token that did.
    """

    __slots__ = ("builder", "previous", "split_rest", "start", "states", "tables", "values")

    def __init__(self, start: str, builder: Builder) -> None:
        self.start = start
        self.tables: Tables = load_tables()
        self.builder = builder
        self.states = [self.tables.starts[start]]
        self.values: list[Any] = []
        self.split_rest: Token | None = None
        self.previous: Any = None

    def feed(self, kinds: list[str], values: list[Any], begin: int = 0) -> int:
        """Shift all terminals from `begin` on; gives the index of the first that does not fit, or the number of terminals.

        `split_rest` is set when the second half of the terminal at that index is what does not fit.
        """
        action, goto = self.tables.action, self.tables.goto
        rules, builder = _unbound_rules(), self.builder
        states, stack = self.states, self.values
        self.split_rest = None
        state = states[-1]
        for index in range(begin, len(kinds)):
            kind, value = kinds[index], values[index]
            splittable = kind in _SPLITS and type(value) is Token
            before = (list(states), list(stack)) if splittable else None
            while True:
                act = action[state].get(kind)
                if act is None:
                    if before is None:
                        return index
                    # The whole token may have called for reductions (of `Option` in `Option<<T as A>::B>`) that its half does
                    # not.
                    if not self.accepts(_SPLITS[kind][0]):
                        states[:], stack[:] = before
                    first, second = split_token(value)
                    if self._shift(first):
                        self.previous = first
                        if self.feed([second[0]], [second]):
                            self.split_rest = None
                            state = states[-1]
                            break
                        self.split_rest = self.split_rest or second
                    return index
                if act >= 0:
                    if act == ACCEPT:
                        return index
                    states.append(act)
                    stack.append(value)
                    state = act
                    break
                lhs, n, make = rules[~act]
                if n == 1:
                    if make is not None:
                        stack[-1] = make(builder, stack[-1])
                    state = states[-1] = goto[states[-2]][lhs]
                    continue
                assert make is not None
                if n:
                    result = make(builder, *stack[-n:])
                    del stack[-n:]
                    del states[-n:]
                    stack.append(result)
                else:
                    stack.append(make(builder))
                state = goto[states[-1]][lhs]
                states.append(state)
            self.previous = value
        return len(kinds)

    def _shift(self, token: Token) -> bool:
        """Try one token; False leaves it out."""
        if not self.accepts(token[0]):
            return False
        return self.feed([token[0]], [token]) == 1

    def accepts(self, *kinds: str) -> bool:
        """Whether these terminals could come next: runs the reductions they call for on a copy of the states."""
        return self._accepts(list(self.states), kinds)

    def accepts_associated(self, *before: str) -> bool:
        """Whether an item of an impl or trait could come next, and none of a module (after some terminals)."""
        return self.accepts(*before, "DEFAULT", "fn") and not self.accepts(*before, "unsafe", "impl")

    def accepted_after(self, index: int, *kinds: str) -> bool:
        """Whether these terminals could have come after `values[index]`."""
        return self._accepts(self.states[: index + 2], kinds)

    def _accepts(self, states: list[int], kinds: Iterable[str]) -> bool:
        action, goto, rules = self.tables.action, self.tables.goto, self.tables.rules
        for kind in kinds:
            while True:
                act = action[states[-1]].get(kind)
                if act is None:
                    return False
                if act >= 0:
                    states.append(act)
                    break
                lhs, n, _ = rules[~act]
                if n:
                    del states[-n:]
                states.append(goto[states[-1]][lhs])
        return True

    def finish(self) -> bool:
        """Try to end the parse here; then the result is `values[0]`."""
        if not self.accepts(END):
            return False
        self.feed([END], [None])
        return True


def split_token(token: Token) -> tuple[Token, Token]:
    """The two tokens that one of several characters can stand for."""
    first, second = _SPLITS[token[0]]
    file, lo, hi, call_site = token[2]
    middle = lo + len(first)
    return (
        Token(first, first, Span(file, lo, middle, call_site), True, token[4]),
        Token(second, second, Span(file, middle, hi, call_site), token[3], token[4]),
    )


def parse_source(file: SourceFile, edition: int = 2021) -> tuple[ast.Crate | None, list[Diagnostic]]:
    """The AST of a file, or the errors that it has (both, when rustc's parser would report them and go on)."""
    lexed = lex(file, edition)
    if lexed.fatal:
        return None, lexed.diagnostics
    trees, bad_delimiters = token_trees(file, lexed.tokens)
    if bad_delimiters:
        last = bad_delimiters[-1]
        ends = last.span.lo if last.message.startswith("unexpected closing") else len(file.text)  # It ends the lexer's work.
        return None, [*(d for d in lexed.diagnostics if d.span.lo < ends), *bad_delimiters]
    machine, recovered = _parse_file(trees, edition, Span(file, len(file.text), len(file.text)))
    builder = machine.builder
    late, builder.late = builder.late, []
    recovered = [found for found in recovered if not any(found is other for other in late)]
    diagnostics = [*lexed.diagnostics, *recovered]
    diagnostics += [found for found in builder.finish() if found not in recovered]
    if builder.fatal:
        return None, [found for found in diagnostics if found not in builder.gated]
    if builder.unsupported and not diagnostics:
        raise UnsupportedError(*builder.unsupported[0])
    attrs, items = machine.values[0]
    span = Span(file, 0, len(file.text))
    return ast.Crate(span=span, file=file, attrs=attrs, items=items, late_errors=late), diagnostics


def _parse_file(trees: list[TokenTree], edition: int, end: Span) -> tuple[Machine, list[Diagnostic]]:
    """The items of a file, with the errors that were found. The builder is `fatal` after one that rustc's parser doesn't go on
    from."""
    stream = Stream()
    stream.add(trees)
    machine, found, at = _parse("crate", stream, edition, end, all_of=True)
    machine.builder.fatal = machine.builder.fatal or at is None
    return machine, found


def _parse(start: str, stream: Stream, edition: int, end: Span, *, all_of: bool) -> tuple[Machine, list[Diagnostic], int | None]:
    """Parse terminals; errors that rustc's parser goes on from are mended in the stream, all of which is then parsed once more.

    Gives the errors, and the terminal that nothing was made of, with which a prefix ends (None: the last error ends parsing).
    """
    of_attributes = [error for attr, errors in stream.attribute_errors.items() if _usable(stream, attr) for error in errors]
    found = list(of_attributes)
    left = -1

    def fresh(start: str = start) -> Machine:
        return Machine(start, Builder(edition))

    while True:
        machine = fresh()
        at = machine.feed(stream.kinds, stream.values)
        ends = at == len(stream.kinds) or not (all_of or machine.split_rest is not None)
        if machine.builder.given_up_at is None and ends and machine.finish():
            mistake = _after_pattern(fresh, stream, at) if start == "pattern" and at < len(stream.kinds) else None
            if mistake is None:
                return machine, found, at
            found.append(mistake)
            continue
        # What the builder found on the way may stand in what is passed over.
        new, gone_on = _mend(machine, fresh, stream, at, end)
        # A macro's body may bring the same error again, further on.
        left, before = len(stream.kinds) - at, left
        gone_on = gone_on and (new[-1] not in found or left != before)
        found += [diagnostic for diagnostic in new if diagnostic not in found]
        if not gone_on:
            last = new[-1].span.lo
            return machine, [error for error in found if error not in of_attributes or error.span.lo <= last], None


def _mend(machine: Machine, fresh: Callable[[], Machine], stream: Stream, at: int, end: Span) -> tuple[list[Diagnostic], bool]:
    """The errors up to where the parser stopped, and whether the stream could be mended so that it goes further."""
    from interpreter.syntax.lost_casts import cast_without_parentheses
    from interpreter.syntax.lost_parts import generics_of_call, lost_part
    from interpreter.syntax.mistakes import see_through
    from interpreter.syntax.recovery import bad_qpath, recover
    from interpreter.syntax.resume import enum_around, resume

    builder, values = machine.builder, cast(list[Any], stream.values)
    if builder.given_up_at is not None:
        file, lo, _, _ = builder.given_up_at
        at = next(index for index, value in enumerate(values) if value.span.lo >= lo and value.span.file is file)
        known = [found for found in builder.diagnostics if found.span.lo <= lo or found.span.file is not file]
        if builder.given_up_from is not None and generics_of_call(fresh, stream, builder.given_up_from, at):
            return known, True
        return known, resume(fresh, stream, at) is not None
    if stream.kinds[at : at + 1] == ["BAD_ATTR"]:
        return [*builder.diagnostics, *stream.attribute_errors[values[at]]], resume(fresh, stream, at) is not None
    mistake = (see_through(stream, at) if machine.split_rest is None else None) or bad_qpath(fresh, stream, at)
    if mistake is None and machine.split_rest is None:
        mistake = lost_part(fresh, stream, at) or cast_without_parentheses(fresh, stream, at)
    if mistake is not None:
        return [*builder.diagnostics, mistake], True
    if at and stream.kinds[at - 1] == "::" and machine.accepts("<") and not machine.accepts("IDENT"):
        at -= 1  # It was taken for what begins generic arguments, the only one that needs two tokens to be told.
        machine = fresh()
        machine.feed(stream.kinds[:at], stream.values[:at])
    explained = explain(machine, stream, at, end)
    labels = recover(machine, fresh, stream, at, explained)
    diagnostic = explained.diagnostic
    added = enum_around(fresh, stream, at) if labels is None else labels
    if added:
        new = tuple(label for label in added if label not in diagnostic.secondary)
        diagnostic = replace(diagnostic, secondary=(*diagnostic.secondary, *new))
    return [*builder.diagnostics, *explained.also, diagnostic], labels is not None


def _after_pattern(fresh: Callable[[], Machine], stream: Stream, at: int) -> Diagnostic | None:
    """What makes an expression of a pattern that ends before terminal `at`; it is mended."""
    from interpreter.syntax.lost_parts import lost_part

    return lost_part(fresh, stream, at)


def _usable(stream: Stream, attr: ast.Attribute) -> bool:
    return stream.kinds[next(i for i, value in enumerate(stream.values) if value is attr)] != "BAD_ATTR"


def explain(machine: Machine, stream: Stream, at: int, end: Span) -> Explained:
    """The error for terminal `at` (the end of the input, if there is none), which `machine` didn't take.

    What fits is judged by the state before that terminal made the machine reduce (LALR reduces before it sees an error): all up
    to it is parsed once more.
    """
    from interpreter.syntax.errors import syntax_error
    from interpreter.syntax.explained import Explained

    replay = Machine(machine.start, Builder(machine.builder.edition))
    replay.feed(stream.kinds[:at], stream.values[:at])
    found: Any = stream.values[at] if at < len(stream.values) else None
    if found is not None and stream.kinds[at] == "BAD_ATTR":
        return Explained(stream.attribute_errors[found][-1])
    if machine.split_rest is not None:
        first, found = split_token(found)
        replay.feed([first[0]], [first])
    return syntax_error(replay, found, end, stream.kinds[at:], stream.values[at:])


def parse_tokens(start: str, trees: list[TokenTree], edition: int, end: Span) -> tuple[Any, list[Diagnostic]]:
    """All of `trees` as one of the start symbols of the grammar; `end` is where an error at the end points.

    `crate` gives (attributes, items), `stmts` (statements, tail expression or None), the others a node or a list of them.
    The diagnostics are those that rustc's parser reports and goes on from.

    Raises: `ParseError` where rustc's parser doesn't go on, `UnsupportedError`.
    """
    result, diagnostics, following = parse_prefix(start, trees, edition, end, all_of=True)
    assert following is None
    return result, diagnostics


def parse_prefix(
    start: str, trees: list[TokenTree], edition: int, end: Span, *, all_of: bool = False
) -> tuple[Any, list[Diagnostic], Any]:
    """As `parse_tokens`, but what is left over (unless it must be `all_of` them) is no error: its first token is given too."""
    stream = Stream()
    stream.add(trees)
    machine, found, at = _parse(start, stream, edition, end, all_of=all_of)
    if at is None:
        raise ParseError(*found)
    builder = machine.builder
    found += [late for late in builder.finish() if late not in found]
    if builder.unsupported and not found:
        raise UnsupportedError(*builder.unsupported[0])
    return machine.values[0], found, stream.values[at] if at < len(stream.kinds) else None
