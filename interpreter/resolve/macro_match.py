"""Matching the call of a macro by example against a rule.

The matcher is rustc's (rustc_expand::mbe::macro_parser): all ways to match are followed at once, token by token; a fragment is
parsed when it is the only way on, and then for good. Bindings are kept as a linked log of events, so that following several ways
costs nothing.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Any
from interpreter.resolve.macro_rules import (
    AFTER_SEP,
    DELIM,
    EOF,
    SEP,
    SEQ,
    SEQ_END,
    TOKEN,
    VAR,
    Loc,
    MacroDef,
    MacroError,
    fatal_error,
    macro_error,
)  # fmt: skip
from interpreter.source import Span
from interpreter.syntax.ast import Delimited, Token, TokenTree
from interpreter.syntax.fragments import may_begin, parse_fragment
from interpreter.syntax.parser import ParseError

# Events of a binding log.
_BIND, _OPEN, _ITER, _CLOSE = range(4)

_Log = Any
"""None, or (the log before, event, ...)."""


class MatchFailure(Exception):
    """No way to match goes on at `tree` (None: the end)."""

    def __init__(self, position: int, tree: TokenTree | None, wanted: Loc | None) -> None:
        self.position = position
        self.tree = tree
        self.wanted = wanted


class Matcher:
    def __init__(self, macro: MacroDef, call_span: Span, *, explain: bool) -> None:
        self.name = macro.name
        self.edition = macro.edition
        self.call_span = call_span
        self.explain = explain
        self.position = 0
        self.wanted: Loc | None = None

    def match(self, locs: list[Loc], trees: list[TokenTree], log: _Log, end: Span) -> _Log:
        """The log of the one way in which `locs` matches all of `trees`.

        Raises: `MatchFailure`, `MacroError`.
        """
        current: list[tuple[int, _Log]] = [(0, log)]
        at = 0
        while True:
            tree = trees[at] if at < len(trees) else None
            waiting: list[tuple[int, _Log]] = []
            fragments: list[tuple[int, _Log]] = []
            groups: list[tuple[int, _Log]] = []
            ended: list[_Log] = []
            self._step(locs, tree, current, waiting, fragments, groups, ended)
            if tree is None:
                if not ended:
                    raise MatchFailure(self.position, None, self.wanted)
                if len(ended) > 1:
                    raise macro_error("ambiguity: multiple successful parses", self.call_span)
                return ended[0]
            if not waiting and not fragments and not groups:
                raise MatchFailure(self.position, tree, self.wanted)
            if fragments:
                if waiting or groups or len(fragments) > 1:
                    raise self._ambiguity(locs, fragments, bool(waiting or groups), tree)
                index, log = fragments[0]
                value, trees, following = self._fragment(locs[index], trees, at, end)
                current = [(index + 1, (log, _BIND, locs[index].name, value))]
                self.position += max(following - at, 1)
                at = following
                continue
            self.position += 1
            current = waiting
            if groups:
                assert isinstance(tree, Delimited)
                failure: MatchFailure | None = None
                before = self.position
                for index, log in groups:
                    self.position = before
                    try:
                        current.append((index + 1, self.match(locs[index].sub, tree.trees, log, tree.close.span)))
                    except MatchFailure as error:
                        failure = error if failure is None or error.position > failure.position else failure
                if not current and failure is not None:
                    raise failure
            at += 1

    def _step(
        self, locs: list[Loc], tree: TokenTree | None, current: list[tuple[int, _Log]], waiting: list[tuple[int, _Log]],
        fragments: list[tuple[int, _Log]], groups: list[tuple[int, _Log]], ended: list[_Log],
    ) -> None:  # fmt: skip
        """Follow all ways up to the next tree (rustc's parse_tt_inner), noting what rustc says was tried, if asked to explain."""
        while current:
            index, log = current.pop()
            loc = locs[index]
            kind = loc.kind
            if self.explain and (self.wanted is None or (not current and kind != EOF)):
                self.wanted = loc
            if kind == TOKEN:
                token = loc.token
                assert token is not None
                if type(tree) is Token and tree[0] == token[0] and tree[1] == token[1]:
                    waiting.append((index + 1, log))
            elif kind == VAR:
                if may_begin(loc.fragment, tree, self.edition):
                    fragments.append((index, log))
            elif kind == SEQ:
                opened = (log, _OPEN, loc)
                if loc.op != "+":
                    current.append((loc.after, (opened, _CLOSE)))
                current.append((index + 1, (opened, _ITER)))
            elif kind == SEQ_END:
                if loc.op != "?":
                    current.append((loc.first, (log, _ITER)))
                current.append((index + 1, (log, _CLOSE)))
            elif kind == SEP:
                current.append((index + 2, (log, _CLOSE)))
                token = loc.token
                assert token is not None
                if type(tree) is Token and tree[0] == token[0] and tree[1] == token[1]:
                    waiting.append((index + 1, log))
            elif kind == AFTER_SEP:
                current.append((loc.first, (log, _ITER)))
            elif kind == DELIM:
                assert loc.token is not None
                if isinstance(tree, Delimited) and tree.delim == loc.token.kind:
                    groups.append((index, log))
            elif tree is None:
                ended.append(log)

    def _fragment(self, loc: Loc, trees: list[TokenTree], at: int, end: Span) -> tuple[TokenTree, list[TokenTree], int]:
        try:
            return parse_fragment(loc.fragment, trees, at, self.edition, end)
        except ParseError as error:
            found = error.diagnostics[0]
            assert loc.span is not None
            label = Label(loc.span, f"while parsing argument for this `{loc.fragment}` macro fragment")
            secondary = (*found.secondary, label)
            raise MacroError(
                Diagnostic(found.code, found.message, found.primary, secondary, found.notes, found.helps), fatal=True
            ) from None

    def _ambiguity(self, locs: list[Loc], fragments: list[tuple[int, _Log]], others: bool, tree: TokenTree) -> MacroError:
        choices = [f"{locs[index].fragment} ('{locs[index].name}')" for index, _ in fragments]
        options = f"built-in NTs {' or '.join(choices)}" + (" or 1 other option." if others else ".")
        return fatal_error(f"local ambiguity when calling macro `{self.name}`: multiple parsing options: {options}", tree.span)


def bindings(log: _Log) -> dict[str, Any]:
    """The values of the variables: a tree, or for what stands in a repetition a list with one value per iteration."""
    events: list[Any] = []
    while log is not None:
        events.append(log)
        log = log[0]
    scope: dict[str, Any] = {}
    stack: list[tuple[Loc, dict[str, Any], list[dict[str, Any]]]] = []
    for event in reversed(events):
        kind = event[1]
        if kind == _BIND:
            scope[event[2]] = event[3]
        elif kind == _OPEN:
            stack.append((event[2], scope, []))
        elif kind == _ITER:
            scope = {}
            stack[-1][2].append(scope)
        else:
            loc, outer, iterations = stack.pop()
            for name in loc.names:
                outer[name] = [iteration[name] for iteration in iterations]
            scope = outer
    return scope
