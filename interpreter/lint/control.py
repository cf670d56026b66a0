"""Lints of single pieces of syntax: `unused_labels`, `while_true`, `unsafe_code`, `unused_unsafe`, `unsafe_op_in_unsafe_fn`
(rustc_lint: builtin.rs; rustc_resolve; check_unsafety.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import nodes
from interpreter.lint.spans import whole
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck.unsafety import unsafe_fn_operations, unused_unsafe_blocks

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check(tcx: TyCtxt, emit: Emit) -> None:
    """The user's items, and all that stands in them."""
    targets = set(tcx.resolution.label_targets.values())
    for node, def_ in tcx.resolution.defs.items():
        if def_.is_std or not isinstance(node, (ast.Fn, ast.Const, ast.Static, ast.Trait, ast.Impl)):
            continue
        _unsafe_item(def_, node, emit)
        if not isinstance(node, (ast.Trait, ast.Impl)):
            for inner in nodes(node.body if isinstance(node, ast.Fn) else node.expr, (ast.ItemStmt,)):
                _expression(inner, targets, emit)
    for foreign in tcx.resolution.extern_blocks:
        if foreign.unsafe:
            emit("unsafe_code", Label(foreign.span), "usage of an `unsafe extern` block")
    for what, label in unsafe_fn_operations(tcx):
        message = f"{what} is unsafe and requires unsafe block"
        emit("unsafe_op_in_unsafe_fn", label, message, code="E0133")
    for block, around in unused_unsafe_blocks(tcx):
        message = "unnecessary `unsafe` block"
        because = "because it's nested under this `unsafe` block"
        secondary = (Label(_keyword(around), because),) if around is not None else ()
        emit("unused_unsafe", Label(_keyword(block), message), message, secondary=secondary)


def _keyword(block: Span) -> Span:
    """The `unsafe` before a block's braces."""
    at = block.file.text.rindex("unsafe", 0, block.lo + 1)
    return block._replace(lo=at, hi=at + len("unsafe"))


def _expression(node: object, targets: set[ast.Node], emit: Emit) -> None:
    label = getattr(node, "label", None)
    if isinstance(node, (ast.Loop, ast.While, ast.For, ast.BlockExpr)) and label is not None:
        if node not in targets and not label.name.startswith("'_"):
            emit("unused_labels", Label(label.span), "unused label")
    if isinstance(node, ast.While):
        cond = node.cond
        while isinstance(cond, ast.Paren):
            cond = cond.expr
        if isinstance(cond, ast.Lit) and cond.value is True and cond.span.call_site is None:
            emit("while_true", Label(node.span._replace(hi=node.cond.span.hi)), "denote infinite loops with `loop { ... }`")
    elif isinstance(node, ast.BlockExpr) and node.unsafe:
        emit("unsafe_code", Label(node.span), "usage of an `unsafe` block")


def _symbol(def_: Def, node: ast.Fn | ast.Static, emit: Emit) -> None:
    """A symbol that may be another one's."""
    what = "static" if isinstance(node, ast.Static) else "function" if def_.kind is DefKind.FN else "method"
    for attr in node.attrs:
        names = [attr.name, *_within_unsafe(attr)]
        if "no_mangle" in names:
            emit("unsafe_code", Label(attr.span), f"declaration of a `no_mangle` {what}")
        for name in ("export_name", "link_section"):
            if name in names:
                emit("unsafe_code", Label(attr.span), f"declaration of a {what} with `{name}`")


def _within_unsafe(attr: ast.Attribute) -> list[str]:
    group = attr.args[0] if attr.name == "unsafe" and attr.args else None
    return [tree.text for tree in group.trees[:1] if isinstance(tree, ast.Token)] if isinstance(group, ast.Delimited) else []


def _unsafe_item(def_: Def, node: ast.Fn | ast.Const | ast.Static | ast.Trait | ast.Impl, emit: Emit) -> None:
    if isinstance(node, (ast.Fn, ast.Static)):
        _symbol(def_, node, emit)
    if isinstance(node, (ast.Const, ast.Static)) or not node.unsafe or (isinstance(node, ast.Fn) and node.foreign):
        return
    if isinstance(node, ast.Fn):
        what = "function" if def_.kind is DefKind.FN else "method"
        done = "implementation" if what == "method" and node.body is not None else "declaration"
        span = whole(node)
    else:
        what, done = "trait", "declaration" if isinstance(node, ast.Trait) else "implementation"
        span = whole(node)
    emit("unsafe_code", Label(span), f"{done} of an `unsafe` {what}")
