"""Macros by example: what their rules say (Reference: Macros By Example).

In: a `MacroRules` item. Out: its rules, the matchers laid out for macro_match.py, the bodies for macro_transcribe.py.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Any, Final
from interpreter.records import Record, field
from interpreter.source import Span
from interpreter.syntax.ast import Delimited, ErrExpr, Fragment, MacroRules, Token, TokenTree
from interpreter.syntax.fragments import FRAGMENT_KINDS, is_ident, may_begin
from interpreter.syntax.stream import is_doc_comment
from interpreter.syntax.words import describe

# Kinds of matcher positions (rustc's MatcherLoc).
TOKEN, DELIM, SEQ, SEQ_END, SEP, AFTER_SEP, VAR, EOF = range(8)


class Loc(Record):
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
        if self.kind in (TOKEN, SEP):
            assert self.token is not None
            return f"`{self.token.text}`"
        if self.kind == VAR:
            return f"meta-variable `${self.name}:{self.fragment}`"
        return {DELIM: "delimiter", SEQ: "sequence start", EOF: "end of macro"}.get(self.kind, "sequence end")


class Var(Record):
    """`$name` in a body."""

    name: str
    token: Token
    dollar: Token


class Group(Record):
    """A bracketed part of a body."""

    tree: Delimited
    items: list[BodyItem]


class Repeat(Record):
    """`$( items ) separator op` in a body; `names` are the variables in it."""

    items: list[BodyItem]
    separator: Token | None
    span: Span
    names: set[str]


BodyItem = Token | Var | Group | Repeat | Fragment
"""A `Fragment` stands there when a macro's body defines the macro."""


class Rule(Record):
    """`kinds`: the fragment kind of each variable; `lhs` and `arm`: where its matcher and its body stand; `used`: some call
    fitted it."""

    matcher: list[Loc]
    body: list[BodyItem]
    kinds: dict[str, str]
    lhs: Span
    arm: Span
    used: bool = False


class MacroError(Exception):
    """A macro can't be defined or called so; `diagnostics` say why. After a `fatal` one rustc stops early."""

    def __init__(self, *diagnostics: Diagnostic, fatal: bool = False) -> None:
        super().__init__(diagnostics[0].message)
        self.diagnostics = diagnostics
        self.fatal = fatal


def fatal_error(message: str, span: Span) -> MacroError:
    return MacroError(Diagnostic(None, message, (Label(span),)), fatal=True)


def macro_error(message: str, span: Span, label: str = "", **more: Any) -> MacroError:
    return MacroError(Diagnostic(None, message, (Label(span, label),), **more))


class MacroDef(Record, eq=False):
    """A macro by example. `rules` are parsed when it is first called; `builtin` = the compiler expands it by its name.
    `errors`: of bodies that can be used all the same.
    """

    name: str
    item: MacroRules
    builtin: bool = False
    exported: bool = False
    edition: int = 2021
    _rules: list[Rule] | None = None
    errors: list[Diagnostic] = field(default_factory=list)

    @property
    def head_span(self) -> Span:
        """`macro_rules! name`."""
        return self.item.span.shrink_to_lo().to(self.item.ident.span)

    @property
    def rules(self) -> list[Rule]:
        if self._rules is None:
            self._rules, self.errors = _parse_rules(self.item, self.edition)
        return self._rules


def _parse_rules(item: MacroRules, edition: int) -> tuple[list[Rule], list[Diagnostic]]:
    """The rules, and what is wrong with their bodies.

    Raises: `MacroError` if the macro can't be used.
    """
    trees, rules, at = item.trees, [], 0
    errors: list[Diagnostic] = []
    unstable: list[Diagnostic] = []
    if not trees:
        raise macro_error("macros must contain at least one rule", item.span)
    while at < len(trees):
        matcher = trees[at]
        if not isinstance(matcher, Delimited):
            wanted = "invalid macro matcher; matchers must be contained in balanced delimiters"
            errors.append(Diagnostic(None, wanted, (Label(matcher.span),)))
        arrow = trees[at + 1] if at + 1 < len(trees) else None
        if not (type(arrow) is Token and arrow[0] == "=>"):
            where = arrow.span if arrow is not None else trees[-1].span.shrink_to_hi()
            found = describe(arrow) if arrow is not None else "end of macro arguments"
            errors.append(Diagnostic(None, f"expected `=>`, found {found}", (Label(where, "expected `=>`"),)))
            break
        body = trees[at + 2] if at + 2 < len(trees) else None
        if body is None:
            label = Label(arrow.span.shrink_to_hi(), "expected right-hand side of macro rule")
            errors.append(Diagnostic(None, "macro definition ended unexpectedly", (label,)))
            break
        if not isinstance(body, Delimited):
            errors.append(Diagnostic(None, "macro rhs must be delimited", (Label(body.span),)))
        if not isinstance(matcher, Delimited) or not isinstance(body, Delimited):
            break
        kinds: dict[str, str] = {}
        locs: list[Loc] = []
        try:
            _compile(matcher.trees, locs, kinds, unstable)
            locs.append(Loc(EOF))
            check_follow(locs)
        except MacroError as error:
            errors += error.diagnostics
        rules.append(Rule(locs, _parse_body(body.trees, kinds, unstable), kinds, matcher.span, body.span))
        at += 3
        if at < len(trees):
            semi = trees[at]
            if not (type(semi) is Token and (semi[0] == ";" or (semi[0] == "," and item.modern))):
                at_semi = semi.open.span if isinstance(semi, Delimited) else semi.span
                raise macro_error(f"expected `;`, found {describe(semi)}", at_semi, "expected `;`")
            at += 1
    if errors:
        raise MacroError(*unstable, *errors)
    return rules, unstable


def _is(tree: TokenTree | None, kind: str) -> bool:
    return type(tree) is Token and tree[0] == kind


def _compile(trees: list[TokenTree], locs: list[Loc], names: dict[str, str], mild: list[Diagnostic]) -> None:
    """A matcher's trees as positions; a repetition is laid out flat, with jumps. `mild`: errors that leave the macro usable."""
    at = 0
    while at < len(trees):
        tree = trees[at]
        at += 1
        if is_doc_comment(tree):
            at += 2 if _is(trees[at], "!") else 1
            continue
        if isinstance(tree, Delimited):
            sub: list[Loc] = []
            _compile(tree.trees, sub, names, mild)
            sub.append(Loc(EOF))
            check_follow(sub)
            locs.append(Loc(DELIM, token=tree.open, sub=sub, span=tree.span))
            continue
        if _is(tree, "$") and at < len(trees):
            assert type(tree) is Token
            after = trees[at]
            if isinstance(after, Delimited) and after.delim == "(":
                separator, op, at = _repetition(trees, at + 1, after.span)
                if separator is None and _may_be_empty(after.trees):
                    raise macro_error("repetition matches empty token tree", after.span)
                start = Loc(SEQ, op=op, span=after.span)
                locs.append(start)
                first, before = len(locs), set(names)
                _compile(after.trees, locs, names, mild)
                start.names = frozenset(names.keys() - before)
                if separator is None:
                    locs.append(Loc(SEQ_END, op=op, first=first))
                else:
                    locs.append(Loc(SEP, token=separator, op=op, span=separator.span))
                    locs.append(Loc(AFTER_SEP, op=op, first=first))
                start.after = len(locs)
                continue
            if _is_name(after) and not _is(after, "crate"):
                assert type(after) is Token
                at = _variable(trees, at, tree, after, locs, names, mild)
                continue
            if _is(after, "crate"):
                assert type(after) is Token
                locs.append(Loc(TOKEN, token=Token("$crate", "$crate", after.span), span=after.span))
                at += 1
                continue
            if type(after) is Token and after[0] != "$":
                unnamed = Diagnostic(None, f"expected identifier, found `{after.text}`", (Label(after.span),))
                if at + 1 < len(trees) and _is(trees[at + 1], ":"):
                    raise MacroError(unnamed)
                mild.append(unnamed)
                notes = ("fragment specifiers must be provided",)
                raise macro_error("missing fragment specifier", after.span, notes=notes, helps=(_VALID,))
        if isinstance(tree, Fragment):
            # What a macro around this one substituted is no token: nothing that is written matches it.
            tree = Token("FRAGMENT", tree.span.text, tree.span)
        locs.append(Loc(TOKEN, token=tree, span=tree.span))


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


def _variable(
    trees: list[TokenTree],
    at: int,
    dollar: Token,
    name: Token,
    locs: list[Loc],
    names: dict[str, str],
    mild: list[Diagnostic],
) -> int:
    """`$name:kind`; `at` is the index of the name. Gives the index after it. Without a kind that there is, it is a `tt`."""
    colon = trees[at + 1] if at + 1 < len(trees) else None
    kind = trees[at + 2] if at + 2 < len(trees) and _is(colon, ":") else None
    span, fragment = dollar.span.to(name.span), "tt"
    if type(kind) is Token and is_ident(kind):
        span = dollar.span.to(kind.span)
        if kind.text in FRAGMENT_KINDS:
            fragment = kind.text
        else:
            mild.append(Diagnostic(None, f"invalid fragment specifier `{kind.text}`", (Label(span),), helps=(_VALID,)))
    else:
        nothing = dollar.span.to(colon.span) if type(colon) is Token and _is(colon, ":") else span
        place = nothing if kind is None else kind.open.span if isinstance(kind, Delimited) else kind.span
        notes = ("fragment specifiers must be provided",)
        mild.append(Diagnostic(None, "missing fragment specifier", (Label(place),), notes=notes, helps=(_VALID,)))
    if name.text in names:
        before = next((loc.span for loc in locs if loc.name == name.text and loc.span is not None), None)
        previous = (Label(before, "previous binding"),) if before is not None else ()
        raise macro_error("duplicate matcher binding", span, "duplicate binding", secondary=previous)
    names[name.text] = fragment
    locs.append(Loc(VAR, token=name, name=name.text, fragment=fragment, span=span))
    return at + 1 + (colon is not None and _is(colon, ":")) + (kind is not None)


_VALID: Final = (
    "valid fragment specifiers are `ident`, `block`, `stmt`, `expr`, `pat`, `ty`, `lifetime`, `literal`, `path`,"
    " `meta`, `tt`, `item` and `vis`, along with `expr_2021` and `pat_param` for edition compatibility"
)


def _repetition(trees: list[TokenTree], at: int, span: Span) -> tuple[Token | None, str, int]:
    """The separator and operator after `$( )`, and the index after them."""
    first = trees[at] if at < len(trees) else None
    if type(first) is Token:
        if first[0] in ("*", "+", "?"):
            return None, first[0], at + 1
        second = trees[at + 1] if at + 1 < len(trees) else None
        if type(second) is Token and second[0] in ("*", "+"):
            return first, second[0], at + 2
        if type(second) is Token and second[0] == "?":
            raise macro_error("the `?` macro repetition operator does not take a separator", first.span)
    raise macro_error("expected one of: `*`, `+`, or `?`", first.span if first is not None else span)


def _unstable_variable(tree: TokenTree) -> Diagnostic:
    """E0658 of `$$` and `${count($x)}`."""
    first = tree.trees[0] if isinstance(tree, Delimited) and tree.trees else None
    what = "meta-variable expressions are unstable"
    issue = 83527
    if type(first) is Token and first.text == "concat":
        what, issue = "the `concat` meta-variable expression is unstable", 124225
    note = f"see issue #{issue} <https://github.com/rust-lang/rust/issues/{issue}> for more information"
    return Diagnostic("E0658", what, (Label(tree.span),), notes=(note,))


def _lost(span: Span) -> Fragment:
    """Stands for what only nightly makes something of."""
    return Fragment("expr", ErrExpr(span=span), span)


def _parse_body(trees: list[TokenTree], bound: dict[str, str], errors: list[Diagnostic]) -> list[BodyItem]:
    """The body of a rule with these variables; `errors`: what is wrong with it, which doesn't keep it from being used."""
    items: list[BodyItem] = []
    at = 0
    while at < len(trees):
        tree = trees[at]
        at += 1
        if isinstance(tree, Delimited):
            items.append(Group(tree, _parse_body(tree.trees, bound, errors)))
            continue
        if type(tree) is Fragment:
            items.append(tree)
            continue
        assert type(tree) is Token, tree
        if tree[0] == "$" and at < len(trees):
            after = trees[at]
            if _is(after, "$") or (isinstance(after, Delimited) and after.delim == "{"):
                errors.append(_unstable_variable(after))
                items.append(after if type(after) is Token else _lost(after.span))
                at += 1
                continue
            if isinstance(after, Delimited) and after.delim == "[":
                errors.append(Diagnostic(None, "expected `(` or `{`, found `[`", (Label(after.span),)))
            elif type(after) is Token and not _is_name(after):
                errors.append(Diagnostic(None, f"expected identifier, found `{after.text}`", (Label(after.span),)))
            if isinstance(after, Delimited) and after.delim == "(":
                inner = _parse_body(after.trees, bound, errors)
                separator, _op, at = _repetition(trees, at + 1, after.span)
                items.append(Repeat(inner, separator, after.span, _names_in(inner)))
                continue
            if _is(after, "crate"):
                assert type(after) is Token
                items.append(Token("$crate", "$crate", tree.span.to(after.span), after.joint))
                at += 1
                continue
            if _is_name(after):
                assert type(after) is Token
                if after.text in bound:
                    items.append(Var(after.text, after, tree))
                    at += 1
                    continue
                tree = tree._replace(span=tree.span.to(after.span))
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
        allowed = _FOLLOW.get(loc.fragment) if loc.kind == VAR else None
        if allowed is None:
            continue
        following = _next_locs(locs, index + 1)
        for after in following:
            if after.kind == VAR:
                if after.fragment == "block" and allowed is _AFTER_TYPE:
                    continue
                if after.fragment == "vis" and allowed is not _AFTER_VIS:
                    continue
                if after.fragment in ("ident", "ty", "path") and allowed is _AFTER_VIS:
                    continue
                shown = f"`${after.name}:{after.fragment}`"
            elif after.kind == EOF:
                continue
            else:
                assert after.token is not None
                if after.token.kind in allowed or (after.token.kind == ">>" and allowed is _AFTER_TYPE):
                    continue
                if allowed is _AFTER_VIS and may_begin("vis", after.token, 2021):
                    continue
                shown = f"`{after.token.text}`"
            verb = "is" if len([loc for loc in following if loc.kind != EOF]) == 1 else "may be"
            message = (
                f"`${loc.name}:{loc.fragment}` {verb} followed by {shown}, which is not allowed for `{loc.fragment}` fragments"
            )
            quoted = [word if word.startswith("a") and word != "as" else f"`{word}`" for word in allowed]
            note = f"allowed there are: {', '.join(quoted[:-1])} or {quoted[-1]}"
            assert after.span is not None
            at = after.token.span if after.kind == DELIM and after.token is not None else after.span
            label = Label(at, f"not allowed after `{loc.fragment}` fragments")
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
        if loc.kind == SEQ:
            work += [loc.after, index + 1] if loc.op != "+" else [index + 1]
        elif loc.kind == SEQ_END:
            # What follows within the next repetition isn't looked at (rustc: `check_matcher_core`).
            work.append(index + 1)
        elif loc.kind == SEP:
            out.append(loc)
            work.append(index + 2)
        elif loc.kind == AFTER_SEP:
            work.append(loc.first)
        else:
            out.append(loc)
    return out
