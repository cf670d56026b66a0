"""Macros by example: parsing their rules, matching an invocation, and transcribing the body (Reference: Macros By Example).

In: a `MacroRules` item and the token trees of a call. Out: the token trees that the call becomes. The matcher is rustc's
(rustc_expand::mbe::macro_parser): all ways to match are followed at once, token by token; a fragment is parsed when it is the
only way on, and then for good. Bindings are kept as a linked log of events, so that following several ways costs nothing.
"""

from __future__ import annotations

from typing import Any, Final

from interpreter.diagnostics import Diagnostic, Label
from interpreter.records import dataclass, field
from interpreter.source import Span
from interpreter.syntax.ast import Delimited, Fragment, MacroRules, Token, TokenTree
from interpreter.syntax.fragments import FRAGMENT_KINDS, is_ident, may_begin, parse_fragment
from interpreter.syntax.parser import ParseError
from interpreter.syntax.stream import is_doc_comment
from interpreter.syntax.words import describe

# Kinds of matcher positions (rustc's MatcherLoc).
_TOKEN, _DELIM, _SEQ, _SEQ_END, _SEP, _AFTER_SEP, _VAR, _EOF = range(8)
# Events of a binding log.
_BIND, _OPEN, _ITER, _CLOSE = range(4)

_Log = Any
"""None, or (the log before, event, ...)."""


@dataclass(slots=True)
class Loc:
    """A position in a matcher. `sub` of a group; `after`: where a repetition goes on; `first`: where it begins again.

    `names`: the variables in a repetition.
    """

    kind: int
    token: Token | None = None
    name: str = ""
    fragment: str = ""
    span: Span | None = None
    sub: list[Loc] = field(default_factory=list)
    op: str = ""
    first: int = 0
    after: int = 0
    names: frozenset[str] = frozenset()

    def describe(self) -> str:
        if self.kind in (_TOKEN, _SEP):
            assert self.token is not None
            return f"`{self.token.text}`"
        if self.kind == _VAR:
            return f"meta-variable `${self.name}:{self.fragment}`"
        return {_DELIM: "delimiter", _SEQ: "sequence start", _EOF: "end of macro"}.get(self.kind, "sequence end")


@dataclass(slots=True)
class Var:
    """`$name` in a body."""

    name: str
    token: Token
    dollar: Token


@dataclass(slots=True)
class Group:
    """A bracketed part of a body."""

    tree: Delimited
    items: list[BodyItem]


@dataclass(slots=True)
class Repeat:
    """`$( items ) separator op` in a body; `names` are the variables in it."""

    items: list[BodyItem]
    separator: Token | None
    span: Span
    names: set[str]


BodyItem = Token | Var | Group | Repeat | Fragment
"""A `Fragment` stands there when a macro's body defines the macro."""


@dataclass(slots=True)
class Rule:
    """`kinds`: the fragment kind of each variable."""

    matcher: list[Loc]
    body: list[BodyItem]
    kinds: dict[str, str]


class MacroError(Exception):
    """A macro can't be defined or called so; `diagnostics` say why. After a `fatal` one rustc stops early."""

    def __init__(self, *diagnostics: Diagnostic, fatal: bool = False) -> None:
        super().__init__(diagnostics[0].message)
        self.diagnostics = diagnostics
        self.fatal = fatal


def _fatal(message: str, span: Span) -> MacroError:
    return MacroError(Diagnostic(None, message, (Label(span),)), fatal=True)


def _fail(message: str, span: Span, label: str = "", **more: Any) -> MacroError:
    return MacroError(Diagnostic(None, message, (Label(span, label),), **more))


@dataclass(eq=False, slots=True)
class MacroDef:
    """A macro by example. `rules` are parsed when it is first called; `builtin` = the compiler expands it by its name."""

    name: str
    item: MacroRules
    builtin: bool = False
    exported: bool = False
    edition: int = 2021
    _rules: list[Rule] | None = None

    @property
    def head_span(self) -> Span:
        """`macro_rules! name`."""
        return self.item.span.shrink_to_lo().to(self.item.ident.span)

    @property
    def rules(self) -> list[Rule]:
        if self._rules is None:
            self._rules = _parse_rules(self.item, self.edition)
        return self._rules


# ------------------------------------------------------------------------------------------------ definitions


def _parse_rules(item: MacroRules, edition: int) -> list[Rule]:
    trees, rules, at = item.trees, [], 0
    errors: list[Diagnostic] = []
    if not trees:
        raise _fail("macros must contain at least one rule", item.span)
    while at < len(trees):
        matcher = trees[at]
        if not isinstance(matcher, Delimited):
            raise _fail(f"no rules expected {describe(matcher)}" if at else "expected macro matcher", matcher.span)
        arrow = trees[at + 1] if at + 1 < len(trees) else None
        if not (type(arrow) is Token and arrow[0] == "=>"):
            where = arrow.span if arrow is not None else item.span.shrink_to_hi()
            raise _fail(f"expected `=>`, found {describe(arrow)}", where, "expected `=>`")
        body = trees[at + 2] if at + 2 < len(trees) else None
        if not isinstance(body, Delimited):
            raise _fail("macro rhs must be delimited", body.span if body else arrow.span)
        kinds: dict[str, str] = {}
        locs: list[Loc] = []
        try:
            _compile(matcher.trees, locs, kinds)
            locs.append(Loc(_EOF))
            check_follow(locs)
        except MacroError as error:
            errors += error.diagnostics
        rules.append(Rule(locs, _parse_body(body.trees, kinds), kinds))
        at += 3
        if at < len(trees):
            semi = trees[at]
            if not (type(semi) is Token and semi[0] == ";"):
                raise _fail(f"expected `;`, found {describe(semi)}", semi.span, "expected `;`")
            at += 1
    if errors:
        raise MacroError(*errors)
    return rules


def _is(tree: TokenTree | None, kind: str) -> bool:
    return type(tree) is Token and tree[0] == kind


def _compile(trees: list[TokenTree], locs: list[Loc], names: dict[str, str]) -> None:
    """A matcher's trees as positions; a repetition is laid out flat, with jumps."""
    at = 0
    while at < len(trees):
        tree = trees[at]
        at += 1
        if is_doc_comment(tree):
            at += 2 if _is(trees[at], "!") else 1
            continue
        if isinstance(tree, Delimited):
            sub: list[Loc] = []
            _compile(tree.trees, sub, names)
            sub.append(Loc(_EOF))
            check_follow(sub)
            locs.append(Loc(_DELIM, token=tree.open, sub=sub, span=tree.span))
            continue
        if _is(tree, "$") and at < len(trees):
            assert type(tree) is Token
            after = trees[at]
            if isinstance(after, Delimited) and after.delim == "(":
                separator, op, at = _repetition(trees, at + 1, after.span)
                if separator is None and _may_be_empty(after.trees):
                    raise _fail("repetition matches empty token tree", after.span)
                start = Loc(_SEQ, op=op, span=after.span)
                locs.append(start)
                first, before = len(locs), set(names)
                _compile(after.trees, locs, names)
                start.names = frozenset(names.keys() - before)
                if separator is None:
                    locs.append(Loc(_SEQ_END, op=op, first=first))
                else:
                    locs.append(Loc(_SEP, token=separator, op=op, span=separator.span))
                    locs.append(Loc(_AFTER_SEP, op=op, first=first))
                start.after = len(locs)
                continue
            if _is_name(after) and not _is(after, "crate"):
                assert type(after) is Token
                at = _variable(trees, at, tree, after, locs, names)
                continue
            if _is(after, "crate"):
                assert type(after) is Token
                locs.append(Loc(_TOKEN, token=Token("$crate", "$crate", after.span), span=after.span))
                at += 1
                continue
        if isinstance(tree, Fragment):
            # What a macro around this one substituted is no token: nothing that is written matches it.
            tree = Token("FRAGMENT", tree.span.text, tree.span)
        locs.append(Loc(_TOKEN, token=tree, span=tree.span))


def _may_be_empty(trees: list[TokenTree]) -> bool:
    """Whether what a repetition repeats may take no tokens, and so match without end (rustc: `check_lhs_no_empty_seq`)."""
    at = 0
    while at < len(trees):
        tree = trees[at]
        at += 1
        if not _is(tree, "$") or at == len(trees):
            return False
        after = trees[at]
        if isinstance(after, Delimited) and after.delim == "(":
            _, op, at = _repetition(trees, at + 1, after.span)
            if op == "+":
                return False
        elif at + 2 < len(trees) and _is(trees[at + 1], ":") and trees[at + 2].span.text == "vis":
            at += 3
        else:
            return False
    return True


def _is_name(tree: TokenTree) -> bool:
    return is_ident(tree) or _is(tree, "_")


def _variable(trees: list[TokenTree], at: int, dollar: Token, name: Token, locs: list[Loc], names: dict[str, str]) -> int:
    """`$name:kind`; `at` is the index of the name. Gives the index after it."""
    kind = trees[at + 2] if at + 2 < len(trees) else None
    if not _is(trees[at + 1] if at + 1 < len(trees) else None, ":") or not (type(kind) is Token and is_ident(kind)):
        raise _fail("missing fragment specifier", dollar.span.to(name.span), notes=("fragment specifiers must be provided",))
    assert type(kind) is Token
    if kind.text not in FRAGMENT_KINDS:
        known = (
            "valid fragment specifiers are `ident`, `block`, `stmt`, `expr`, `pat`, `ty`, `lifetime`, `literal`, `path`,"
            " `meta`, `tt`, `item` and `vis`, along with `expr_2021` and `pat_param` for edition compatibility"
        )
        raise _fail(f"invalid fragment specifier `{kind.text}`", dollar.span.to(kind.span), helps=(known,))
    if name.text in names:
        before = next((loc.span for loc in locs if loc.name == name.text and loc.span is not None), None)
        previous = (Label(before, "previous binding"),) if before is not None else ()
        raise _fail("duplicate matcher binding", dollar.span.to(kind.span), "duplicate binding", secondary=previous)
    names[name.text] = kind.text
    locs.append(Loc(_VAR, name=name.text, fragment=kind.text, span=dollar.span.to(kind.span)))
    return at + 3


def _repetition(trees: list[TokenTree], at: int, span: Span) -> tuple[Token | None, str, int]:
    """The separator and operator after `$( )`, and the index after them."""
    first = trees[at] if at < len(trees) else None
    if type(first) is Token:
        if first[0] in ("*", "+", "?"):
            second = trees[at + 1] if at + 1 < len(trees) else None
            # `$(..)+*`: a separator that is an operator itself.
            if first[0] != "?" and type(second) is Token and second[0] in ("*", "+") and first[3]:
                return first, second[0], at + 2
            return None, first[0], at + 1
        second = trees[at + 1] if at + 1 < len(trees) else None
        if type(second) is Token and second[0] in ("*", "+"):
            return first, second[0], at + 2
        if type(second) is Token and second[0] == "?":
            raise _fail("the `?` macro repetition operator does not take a separator", first.span)
    raise _fail("expected one of: `*`, `+`, or `?`", first.span if first is not None else span)


def _parse_body(trees: list[TokenTree], bound: dict[str, str]) -> list[BodyItem]:
    items: list[BodyItem] = []
    at = 0
    while at < len(trees):
        tree = trees[at]
        at += 1
        if isinstance(tree, Delimited):
            items.append(Group(tree, _parse_body(tree.trees, bound)))
            continue
        if type(tree) is Fragment:
            items.append(tree)
            continue
        assert type(tree) is Token, tree
        if tree[0] == "$" and at < len(trees):
            after = trees[at]
            if isinstance(after, Delimited) and after.delim == "(":
                inner = _parse_body(after.trees, bound)
                separator, _op, at = _repetition(trees, at + 1, after.span)
                items.append(Repeat(inner, separator, after.span, _names_in(inner)))
                continue
            if _is(after, "crate"):
                assert type(after) is Token
                items.append(Token("$crate", "$crate", after.span, after.joint))
                at += 1
                continue
            if _is_name(after):
                assert type(after) is Token
                if after.text in bound:
                    items.append(Var(after.text, after, tree))
                    at += 1
                    continue
        items.append(tree)
    return items


def _names_in(items: list[BodyItem]) -> set[str]:
    names: set[str] = set()
    for item in items:
        if isinstance(item, Var):
            names.add(item.name)
        elif isinstance(item, Group):
            names |= _names_in(item.items)
        elif isinstance(item, Repeat):
            names |= item.names
    return names


# ------------------------------------------------------------------------------------------------ follow sets

_AFTER_EXPR: Final = ("=>", ",", ";")
_AFTER_TYPE: Final = ("{", "[", "=>", ",", ">", "=", ":", ";", "|", "as", "where")
_AFTER_VIS: Final = (",", "an ident", "a type")
_FOLLOW: Final = {
    "vis": _AFTER_VIS,
    "expr": _AFTER_EXPR, "expr_2021": _AFTER_EXPR, "stmt": _AFTER_EXPR, "ty": _AFTER_TYPE, "path": _AFTER_TYPE,
    "pat": ("=>", ",", "=", "if", "in"), "pat_param": ("=>", ",", "=", "|", "if", "in"),
}  # fmt: skip


def check_follow(locs: list[Loc]) -> None:
    """That no fragment is followed by what might be part of it in a later edition (Reference: Follow-set Ambiguity Restrictions).

    Raises: `MacroError`.
    """
    errors: list[Diagnostic] = []
    for index, loc in enumerate(locs):
        allowed = _FOLLOW.get(loc.fragment) if loc.kind == _VAR else None
        if allowed is None:
            continue
        following = _next_locs(locs, index + 1)
        for after in following:
            if after.kind == _VAR:
                if after.fragment == "block" and allowed is _AFTER_TYPE:
                    continue
                if after.fragment == "vis" and allowed is not _AFTER_VIS:
                    continue
                if after.fragment in ("ident", "ty", "path") and allowed is _AFTER_VIS:
                    continue
                shown = f"`${after.name}:{after.fragment}`"
            elif after.kind == _EOF:
                continue
            else:
                assert after.token is not None
                if after.token.kind in allowed or (after.token.kind == ">>" and allowed is _AFTER_TYPE):
                    continue
                if allowed is _AFTER_VIS and may_begin("vis", after.token, 2021):
                    continue
                shown = f"`{after.token.text}`"
            verb = "is" if len(following) == 1 else "may be"
            message = (
                f"`${loc.name}:{loc.fragment}` {verb} followed by {shown}, which is not allowed for `{loc.fragment}` fragments"
            )
            quoted = [word if word.startswith("a") and word != "as" else f"`{word}`" for word in allowed]
            note = f"allowed there are: {', '.join(quoted[:-1])} or {quoted[-1]}"
            assert after.span is not None
            label = Label(after.span, f"not allowed after `{loc.fragment}` fragments")
            errors.append(Diagnostic(None, message, (label,), notes=(note,)))
    if errors:
        raise MacroError(*errors)


def _next_locs(locs: list[Loc], start: int) -> list[Loc]:
    """The positions that match something, and may be next from `start` on."""
    out: list[Loc] = []
    work, seen = [start], set()
    while work:
        index = work.pop()
        if index in seen:
            continue
        seen.add(index)
        loc = locs[index]
        if loc.kind == _SEQ:
            work += [loc.after, index + 1] if loc.op != "+" else [index + 1]
        elif loc.kind == _SEQ_END:
            # What follows within the next repetition isn't looked at (rustc: `check_matcher_core`).
            work.append(index + 1)
        elif loc.kind == _SEP:
            out.append(loc)
            work.append(index + 2)
        elif loc.kind == _AFTER_SEP:
            work.append(loc.first)
        else:
            out.append(loc)
    return out


# ------------------------------------------------------------------------------------------------ matching


class _Failure(Exception):
    """No way to match goes on at `tree` (None: the end)."""

    def __init__(self, position: int, tree: TokenTree | None, wanted: Loc | None) -> None:
        self.position = position
        self.tree = tree
        self.wanted = wanted


class _Matcher:
    def __init__(self, macro: MacroDef, call_span: Span, *, explain: bool) -> None:
        self.name = macro.name
        self.edition = macro.edition
        self.call_span = call_span
        self.explain = explain
        self.position = 0
        self.wanted: Loc | None = None

    def match(self, locs: list[Loc], trees: list[TokenTree], log: _Log, end: Span) -> _Log:
        """The log of the one way in which `locs` matches all of `trees`.

        Raises: `_Failure`, `MacroError`.
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
                    raise _Failure(self.position, None, self.wanted)
                if len(ended) > 1:
                    raise _fail("ambiguity: multiple successful parses", self.call_span)
                return ended[0]
            if not waiting and not fragments and not groups:
                raise _Failure(self.position, tree, self.wanted)
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
                failure: _Failure | None = None
                before = self.position
                for index, log in groups:
                    self.position = before
                    try:
                        current.append((index + 1, self.match(locs[index].sub, tree.trees, log, tree.close.span)))
                    except _Failure as error:
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
            if self.explain and (self.wanted is None or (not current and kind != _EOF)):
                self.wanted = loc
            if kind == _TOKEN:
                token = loc.token
                assert token is not None
                if type(tree) is Token and tree[0] == token[0] and tree[1] == token[1]:
                    waiting.append((index + 1, log))
            elif kind == _VAR:
                if may_begin(loc.fragment, tree, self.edition):
                    fragments.append((index, log))
            elif kind == _SEQ:
                opened = (log, _OPEN, loc)
                if loc.op != "+":
                    current.append((loc.after, (opened, _CLOSE)))
                current.append((index + 1, (opened, _ITER)))
            elif kind == _SEQ_END:
                if loc.op != "?":
                    current.append((loc.first, (log, _ITER)))
                current.append((index + 1, (log, _CLOSE)))
            elif kind == _SEP:
                current.append((index + 2, (log, _CLOSE)))
                token = loc.token
                assert token is not None
                if type(tree) is Token and tree[0] == token[0] and tree[1] == token[1]:
                    waiting.append((index + 1, log))
            elif kind == _AFTER_SEP:
                current.append((loc.first, (log, _ITER)))
            elif kind == _DELIM:
                assert loc.token is not None
                if isinstance(tree, Delimited) and tree.delim == loc.token.kind:
                    groups.append((index, log))
            elif tree is None:
                ended.append(log)

    def _fragment(self, loc: Loc, trees: list[TokenTree], at: int, end: Span) -> tuple[TokenTree, list[TokenTree], int]:
        try:
            return parse_fragment(loc.fragment, trees, at, self.edition, end)
        except ParseError as error:
            found = error.diagnostic
            assert loc.span is not None
            label = Label(loc.span, f"while parsing argument for this `{loc.fragment}` macro fragment")
            secondary = (*found.secondary, label)
            raise MacroError(
                Diagnostic(found.code, found.message, found.primary, secondary, found.notes, found.helps), fatal=True
            ) from None

    def _ambiguity(self, locs: list[Loc], fragments: list[tuple[int, _Log]], others: bool, tree: TokenTree) -> MacroError:
        choices = [f"{locs[index].fragment} ('{locs[index].name}')" for index, _ in fragments]
        options = f"built-in NTs {' or '.join(choices)}" + (" or 1 other option." if others else ".")
        return _fatal(f"local ambiguity when calling macro `{self.name}`: multiple parsing options: {options}", tree.span)


_MISSING: Final = object()


def _bindings(log: _Log) -> dict[str, Any]:
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


# ------------------------------------------------------------------------------------------------ transcription


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


def expand_macro_rules(macro: MacroDef, trees: list[TokenTree], call_span: Span, hygiene: Hygiene) -> list[TokenTree]:
    """What a call becomes, as token trees.

    Raises: `MacroError` when no rule matches, or repetitions don't agree.
    """
    end = trees[-1].span.shrink_to_hi() if trees else call_span
    for rule in macro.rules:
        try:
            log = _Matcher(macro, call_span, explain=False).match(rule.matcher, trees, None, end)
        except _Failure:
            continue
        return _Transcriber(macro, call_span, hygiene, rule.kinds).items(rule.body, _bindings(log))
    raise _no_rule(macro, trees, call_span, end)


def _no_rule(macro: MacroDef, trees: list[TokenTree], call_span: Span, end: Span) -> MacroError:
    """rustc_expand::mbe::diagnostics::failed_to_match_macro: the failure that got furthest."""
    best: _Failure | None = None
    for rule in macro.rules:
        try:
            _Matcher(macro, call_span, explain=True).match(rule.matcher, trees, None, end)
        except _Failure as failure:
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
    def __init__(self, macro: MacroDef, call_span: Span, hygiene: Hygiene, kinds: dict[str, str]) -> None:
        self.macro = macro
        self.kinds = kinds
        self.call_span = call_span
        self.hygiene = hygiene
        self.marks: dict[int, int] = {}

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
        value = scope[item.name]
        if isinstance(value, list):
            raise _fail(
                f"variable `{item.name}` is still repeating at this depth", self.span(item.dollar.span.to(item.token.span))
            )
        if type(value) is Token and value[3] and self.kinds[item.name] != "tt":
            return Token(value[0], value[1], value[2], False, value[4])
        if type(value) is Fragment:
            value.at = self.span(item.dollar.span.to(item.token.span))
        assert isinstance(value, Token | Delimited | Fragment)
        return value

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
                raise _fail(message, self.span(item.span))
        if counted is None:
            raise _fail(
                "attempted to repeat an expression containing no syntax variables matched as repeating at this depth",
                self.span(item.span),
            )
        for index in range(counted[1]):
            if index and item.separator is not None:
                out.append(self.token(item.separator))
            inner = dict(scope)
            for name in repeated:
                inner[name] = scope[name][index]
            out.extend(self.items(item.items, inner))
