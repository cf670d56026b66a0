"""`meta_variable_misuse`: variables of macros that are used in another way than they were declared (rustc_expand:
mbe::macro_check).

A rule's left side declares variables, each within some repetitions; its right side must use each within the same ones, also in
the rules of macros that it defines.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING, TypeAlias
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import crate_nodes
from interpreter.records import NamedTuple
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.fragments import is_ident

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_LINT = "meta_variable_misuse"
_Ops: TypeAlias = tuple[ast.Token, ...]
"""The operators of the repetitions around, the outermost first."""
_Binders: TypeAlias = dict[str, _Ops]


class _Macro(NamedTuple):
    """A macro around the one looked at: its variables, and the repetitions that the inner one stands in."""

    binders: _Binders
    ops: _Ops


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All macros that the crate defines."""
    for node in crate_nodes(tcx):
        if isinstance(node, ast.MacroRules):
            _Rules(emit).rules(node.trees, ())


class _Rules:
    def __init__(self, emit: Emit) -> None:
        self.emit = emit

    def rules(self, trees: list[ast.TokenTree], macros: tuple[_Macro, ...]) -> None:
        """`(matcher) => { body }; ..`; `macros`: those around, the innermost first."""
        groups = [tree for tree in trees if isinstance(tree, ast.Delimited)]
        for matcher, body in zip(groups[::2], groups[1::2], strict=False):
            binders: _Binders = {}
            self.declare(matcher.trees, (), binders)
            self.uses(body.trees, binders, (), macros)

    def declare(self, trees: list[ast.TokenTree], ops: _Ops, binders: _Binders) -> None:
        for name, token, group, op in _parts(trees):
            if group is not None:
                self.declare(group.trees, ops if op is None else (*ops, op), binders)
            elif token is not None:
                binders[name] = ops

    def uses(self, trees: list[ast.TokenTree], binders: _Binders, ops: _Ops, macros: tuple[_Macro, ...]) -> None:
        nested = _nested_macros(trees)
        for name, token, group, op in _parts(trees):
            if group is not None and group in nested:
                self.rules(group.trees, (_Macro(binders, ops), *macros))
            elif group is not None:
                self.uses(group.trees, binders, ops if op is None else (*ops, op), macros)
            elif token is not None:
                self.use(name, token, (_Macro(binders, ops), *macros))

    def use(self, name: str, token: Span, macros: tuple[_Macro, ...]) -> None:
        around: _Ops = ()
        for macro in macros:
            around = (*macro.ops, *around)
            if name in macro.binders:
                self.compare(name, token, macro.binders[name], around)
                return
        self.emit(_LINT, Label(token), f"unknown macro variable `{name}`")

    def compare(self, name: str, token: Span, declared: _Ops, used: _Ops) -> None:
        for i, op in enumerate(declared):
            expected = Label(op.span, "expected repetition")
            if i >= len(used):
                message = f"variable `{name}` is still repeating at this depth"
                self.emit(_LINT, Label(token), message, secondary=(expected,))
                return
            if used[i].text != op.text:
                conflict = Label(used[i].span, "conflicting repetition")
                message = "meta-variable repeats with different Kleene operator"
                self.emit(_LINT, Label(token), message, secondary=(expected, conflict))
                return


def _parts(trees: list[ast.TokenTree]) -> Iterator[tuple[str, Span | None, ast.Delimited | None, ast.Token | None]]:
    """The variables (name and place) and groups of a list; of a repetition with its operator."""
    at = 0
    while at < len(trees):
        tree = trees[at]
        at += 1
        if isinstance(tree, ast.Delimited):
            yield "", None, tree, None
        elif isinstance(tree, ast.Token) and tree.kind == "$" and at < len(trees):
            following = trees[at]
            if isinstance(following, ast.Delimited) and following.delim == "(":
                ends = (i for i in (at + 1, at + 2) if i < len(trees) and _is_operator(trees[i]))
                end = next(ends, at)
                op = trees[end]
                at = end + 1
                yield "", None, following, op if isinstance(op, ast.Token) else None
            elif isinstance(following, ast.Token) and is_ident(following) and following.text != "crate":
                at += 1
                yield following.text, tree.span._replace(hi=following.span.hi), None, None


def _is_operator(tree: ast.TokenTree) -> bool:
    return isinstance(tree, ast.Token) and tree.text in ("*", "+", "?")


def _nested_macros(trees: list[ast.TokenTree]) -> list[ast.Delimited]:
    """The bodies of `macro_rules! name { .. }`."""
    texts = [tree.text if isinstance(tree, ast.Token) else "" for tree in trees]
    found: list[ast.Delimited] = []
    for i, text in enumerate(texts):
        if text == "macro_rules" and texts[i + 1 : i + 2] == ["!"]:
            body = next((tree for tree in trees[i + 2 : i + 5] if isinstance(tree, ast.Delimited)), None)
            if body is not None:
                found.append(body)
    return found
