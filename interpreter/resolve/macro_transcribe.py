"""What a call of a macro by example becomes: the body of the rule that matches, with the marks of hygiene."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Any, Final
from interpreter.resolve.macro_match import Matcher, MatchFailure, bindings
from interpreter.resolve.macro_rules import SEQ, VAR, BodyItem, Group, MacroDef, MacroError, Repeat, Rule, Var, macro_error
from interpreter.resolve.suggest import best_match
from interpreter.source import Span
from interpreter.syntax.ast import Delimited, Fragment, Token, TokenTree
from interpreter.syntax.words import describe

_MISSING: Final = object()


class Hygiene:
    """Numbers for the tokens of macro bodies, and what a number stands for.

    `parent(n)` = the number that such a token has where the macro is defined, and the macro: a local variable or label that is
    not found under `n` may be one under the parent's number that was in scope where the macro is defined (mixed-site hygiene).
    """

    def __init__(self) -> None:
        self._parents: list[tuple[int, MacroDef] | None] = [None]

    def fresh(self, parent: int, macro: MacroDef) -> int:
        self._parents.append((parent, macro))
        return len(self._parents) - 1

    def parent(self, number: int) -> tuple[int, MacroDef] | None:
        return self._parents[number]


def expand_macro_rules(
    macro: MacroDef, trees: list[TokenTree], call_span: Span, hygiene: Hygiene
) -> tuple[list[TokenTree], Span]:
    """What a call becomes, as token trees, and where the body of the rule is that it fits.

    Raises: `MacroError` when no rule matches, or repetitions don't agree.
    """
    end = trees[-1].span.shrink_to_hi() if trees else call_span
    for rule in macro.rules:
        try:
            log = Matcher(macro, call_span, explain=False).match(rule.matcher, trees, None, end)
        except MatchFailure:
            continue
        rule.used = True
        return _Transcriber(macro, call_span, hygiene, rule).items(rule.body, bindings(log)), rule.arm
    raise _no_rule(macro, trees, call_span, end)


def _no_rule(macro: MacroDef, trees: list[TokenTree], call_span: Span, end: Span) -> MacroError:
    """rustc_expand::mbe::diagnostics::failed_to_match_macro: the failure that got furthest."""
    best: MatchFailure | None = None
    for rule in macro.rules:
        try:
            Matcher(macro, call_span, explain=True).match(rule.matcher, trees, None, end)
        except MatchFailure as failure:
            if best is None or failure.position > best.position:
                best = failure
    assert best is not None
    if best.tree is None:
        message, label, span = "unexpected end of macro invocation", "missing tokens in macro arguments", end
    else:
        message, label, span = (
            f"no rules expected {describe(best.tree)}",
            "no rules expected this token in macro call",
            best.tree.span,
        )
        if isinstance(best.tree, Delimited):
            span = best.tree.open.span
        elif isinstance(best.tree, Fragment) and best.tree.at is not None:
            span = best.tree.at
    secondary = () if macro.item.span.file.is_std else (Label(macro.head_span, "when calling this macro"),)
    notes = (f"while trying to match {best.wanted.describe()}",) if best.wanted is not None else ()
    return MacroError(Diagnostic(None, message, (Label(span, label),), secondary, notes), fatal=True)


class _Transcriber:
    def __init__(self, macro: MacroDef, call_span: Span, hygiene: Hygiene, rule: Rule) -> None:
        self.macro = macro
        self.kinds = rule.kinds
        self.matcher = rule.matcher
        self.call_span = call_span
        self.hygiene = hygiene
        self.marks: dict[int, int] = {}
        self.is_std = macro.item.span.file.is_std
        """A macro of std; where its variables stand is of no use to anyone."""

    def token(self, token: Token, *, joint: bool = False) -> Token:
        """A token of the body, marked as coming from this expansion. How it was spaced is lost, as in rustc."""
        old = token[4]
        mark = self.marks.get(old)
        if mark is None:
            mark = self.marks[old] = self.hygiene.fresh(old, self.macro)
        return Token(token[0], token[1], self.span(token[2]), joint, mark)

    def span(self, span: Span) -> Span:
        return Span(span.file, span.lo, span.hi, self.call_span)

    def items(self, items: list[BodyItem], scope: dict[str, Any]) -> list[TokenTree]:
        out: list[TokenTree] = []
        for item in items:
            if type(item) is Token:
                out.append(self.token(item))
            elif type(item) is Var:
                out.append(self._variable(item, scope))
            elif type(item) is Fragment:
                out.append(item)
            elif type(item) is Group:
                tree = item.tree
                trees = self.items(item.items, scope)
                opening = self.token(tree.open, joint=tree.open.joint)
                closing = self.token(tree.close, joint=tree.close.joint)
                out.append(Delimited(tree.delim, opening, closing, trees, self.span(tree.span)))
            else:
                assert type(item) is Repeat
                self._repeat(item, scope, out)
        return out

    def _variable(self, item: Var, scope: dict[str, Any]) -> TokenTree:
        """What a variable holds, put where the body has it."""
        value: TokenTree | list[Any] = scope[item.name]
        if isinstance(value, list):
            at = self.span(item.dollar.span.to(item.token.span))
            raise macro_error(f"variable `{item.name}` is still repeating at this depth", at)
        if self.kinds[item.name] == "tt":
            return value if self.is_std else self._tree(value, self.span(item.dollar.span.to(item.token.span)))
        if type(value) is Token:
            if value[2].file.is_std:
                return Token(value[0], value[1], value[2], False, value[4]) if value[3] else value
            at = self.span(item.dollar.span.to(item.token.span))
            name = value[5] or value[2]
            name.file.metavars.setdefault(name, at)
            return Token(value[0], value[1], at, False, value[4], name)
        assert type(value) is Fragment
        at = self.span(item.dollar.span.to(item.token.span))
        if not self.is_std:
            value.span.file.metavars.setdefault(value.span, at)
        if value.at is not None:
            return Fragment(value.kind, value.node, value.span, value.trees, False, at, value.first or value)
        value.at = at
        return value

    def _tree(self, tree: TokenTree, at: Span) -> TokenTree:
        """A `$x:tt`. One that the program has in several places stands from the second on where the variable does (rustc:
        `maybe_use_metavar_location`)."""
        parts = [tree.span] if not isinstance(tree, Delimited) else [tree.open.span, tree.close.span, tree.span]
        if all(part.file.metavars.setdefault(part, at) == at for part in parts):
            return tree
        moved = [Span(at.file, at.lo, at.hi, part.call_site) for part in parts]
        for part in moved:
            part.file.metavars.setdefault(part, at)
        if isinstance(tree, Token):
            return tree._replace(span=moved[0])
        if isinstance(tree, Delimited):
            opening, closing = tree.open._replace(span=moved[0]), tree.close._replace(span=moved[1])
            return Delimited(tree.delim, opening, closing, tree.trees, moved[2])
        return tree

    def _nothing_repeats(self, item: Repeat, scope: dict[str, Any]) -> MacroError:
        """A repetition without a variable that repeats; one of a name like that of a variable that doesn't may be meant."""
        labels: tuple[Label, ...] = ()
        repeating = {name for loc in self.matcher if loc.kind == SEQ for name in loc.names}
        names = [loc.token for loc in self.matcher if loc.kind == VAR and loc.name not in repeating]
        single = {name.text: name.span for name in names if name is not None}
        before: BodyItem | None = None
        for part in item.items:
            name = part.token if type(part) is Var else part if type(before) is Token and before[0] == "$" else None
            before = part
            if type(name) is not Token or best_match(repeating, name.text) is not None:
                continue
            similar = best_match(single, name.text)
            if similar is not None:
                unrepeatable = Label(single[similar], "this similarly named macro metavariable is unrepeatable")
                labels = (Label(self.span(name.span), "argument not found"), unrepeatable)
            elif not repeating:
                words = "this macro metavariable is not repeatable and there are no other repeatable metavariables"
                labels = (Label(self.span(name.span), words),)
        message = "attempted to repeat an expression containing no syntax variables matched as repeating at this depth"
        return macro_error(message, self.span(item.span), secondary=labels)

    def _repeat(self, item: Repeat, scope: dict[str, Any], out: list[TokenTree]) -> None:
        counted: tuple[str, int] | None = None
        repeated = []
        for name in sorted(item.names, key=lambda n: list(scope).index(n) if n in scope else 0):
            value = scope.get(name, _MISSING)
            if not isinstance(value, list):
                continue
            repeated.append(name)
            if counted is None:
                counted = (name, len(value))
            elif counted[1] != len(value):
                first, second = sorted((counted, (name, len(value))), key=lambda pair: pair[0])
                times = [f"{count} {'time' if count == 1 else 'times'}" for _, count in (first, second)]
                message = f"meta-variable `{first[0]}` repeats {times[0]}, but `{second[0]}` repeats {times[1]}"
                raise macro_error(message, self.span(item.span))
        if counted is None:
            raise self._nothing_repeats(item, scope)
        only = item.items[0] if len(item.items) == 1 and item.separator is None else None
        undelimited = only.name if isinstance(only, Var) and self.kinds[only.name] == "tt" else ""
        for index in range(counted[1]):
            if index and item.separator is not None:
                out.append(self.token(item.separator))
            inner = dict(scope)
            for name in repeated:
                inner[name] = scope[name][index]
            if undelimited:
                out.append(inner[undelimited])
            else:
                out.extend(self.items(item.items, inner))
