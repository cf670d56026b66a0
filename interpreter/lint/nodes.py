"""All that stands within a piece of syntax."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from interpreter.deferred import pattern
from interpreter.hints import TYPE_CHECKING
from interpreter.records import fields
from interpreter.resolve.defs import Def, DefKind, LocalDef, LocalRes
from interpreter.syntax import ast
from interpreter.typeck.check_body import DENIED_ANYWAY, user_bodies

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.results import BodyTypes


def nodes(root: object, without: tuple[type, ...] = ()) -> list[ast.Node]:
    """The nodes within `root` and itself, outside in, in the order of the text; those of the types `without` are left out with
    all within them."""
    found: list[ast.Node] = []
    stack = [root]
    while stack:
        here = stack.pop()
        if isinstance(here, (list, tuple)):
            stack.extend(reversed(here))
        elif isinstance(here, ast.Node) and not isinstance(here, without):
            found.append(here)
            stack.extend(getattr(here, field.name) for field in reversed(fields(here)))
    return found


def crate_nodes(tcx: TyCtxt) -> list[ast.Node]:
    """Those of the whole crate, after expansion."""
    return tcx.query("lint_nodes", None, lambda: nodes(tcx.resolution.root.node))


def bodies(tcx: TyCtxt) -> Iterator[tuple[Def, BodyTypes, list[ast.Node]]]:
    """Each body of the user's that type-checked, what its nodes mean, and these: not those of items and constants within, which
    have bodies of their own, but those of closures. What derives make is left out; where no attribute denies anything, so are the
    bodies without a word of what is denied by default."""
    text = tcx.resolution.root.span.file.text
    asked_for = tcx.resolution.lints.denies or "macro_rules" in text
    worth_it = pattern("|".join(of_body for words, of_body in DENIED_ANYWAY.items() if any(word in text for word in words)))
    for def_ in user_bodies(tcx):
        if def_ in tcx.judged_elsewhere:
            continue
        parent, node = def_.parent, def_.node
        assert isinstance(node, (ast.Fn, ast.Const, ast.Static, ast.AnonConst))
        if parent is not None and parent.kind is DefKind.IMPL and "automatically_derived" in parent.attrs:
            continue
        if not asked_for and not worth_it.search(node.span.text):
            continue
        body = tcx.thir_body(def_)
        types: BodyTypes | None = tcx.query("body_types", def_, lambda: None)
        if body is not None and not body.has_errors and types is not None:
            yield def_, types, tcx.query("body_nodes", def_, partial(_body_nodes, node))


def initial_values(tcx: TyCtxt, found: list[ast.Node]) -> dict[LocalDef, ast.Expr]:
    """What variables that never change stand for (rustc: `expr_or_init`)."""
    values: dict[LocalDef, ast.Expr] = {}
    for node in found:
        if isinstance(node, ast.Let) and node.init is not None and isinstance(node.pat, ast.IdentPat) and not node.pat.mutable:
            meant = tcx.resolution.ident_pats.get(node.pat)
            if isinstance(meant, LocalRes):
                values[meant.local] = node.init
    return values


def _body_nodes(node: ast.Fn | ast.Const | ast.Static | ast.AnonConst) -> list[ast.Node]:
    if isinstance(node, ast.Fn):
        return nodes([node.params, node.body], _WITH_BODIES)
    return nodes(node.value if isinstance(node, ast.AnonConst) else node.expr, _WITH_BODIES)


_WITH_BODIES = (ast.ItemStmt, ast.AnonConst)
