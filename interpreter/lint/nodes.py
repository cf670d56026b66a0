"""All that stands within a piece of syntax."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from interpreter.records import fields
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.typeck.check_body import user_bodies

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
        if isinstance(here, list | tuple):
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
    have bodies of their own, but those of closures. What derives make is left out."""
    for def_ in user_bodies(tcx):
        parent = def_.parent
        if parent is not None and parent.kind is DefKind.IMPL and "automatically_derived" in parent.attrs:
            continue
        body = tcx.thir_body(def_)
        types: BodyTypes | None = tcx.query("body_types", def_, lambda: None)
        if body is not None and not body.has_errors and types is not None:
            node = def_.node
            assert isinstance(node, ast.Fn | ast.Const | ast.Static | ast.AnonConst)
            parts = (
                [node.params, node.body]
                if isinstance(node, ast.Fn)
                else [node.value if isinstance(node, ast.AnonConst) else node.expr]
            )
            yield def_, types, nodes(parts, (ast.ItemStmt, ast.AnonConst))
