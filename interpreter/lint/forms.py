"""Forms that mislead: `break_with_label_and_loop`, `ambiguous_negative_literals`, `closure_returning_async_block`,
`unused_visibilities`, `missing_abi`, `missing_unsafe_on_extern`, `unsafe_attr_outside_unsafe`, `macro_use_extern_crate`,
`deprecated_where_clause_location` (rustc_parse; rustc_lint: precedence.rs, async_closures.rs, builtin.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import crate_nodes
from interpreter.lint.spans import whole
from interpreter.resolve.attribute_names import UNSAFE
from interpreter.source import Span
from interpreter.syntax import ast

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

LINTS = (
    "break_with_label_and_loop", "ambiguous_negative_literals", "closure_returning_async_block", "unused_visibilities",
    "missing_abi", "missing_unsafe_on_extern", "unsafe_attr_outside_unsafe", "macro_use_extern_crate",
    "deprecated_where_clause_location",
)  # fmt: skip


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All of the crate's syntax."""
    for node in crate_nodes(tcx):
        match node:
            case ast.Break() if node.label is not None and _is_unlabeled_loop(node.expr):
                message = "this labeled break expression is easy to confuse with an unlabeled break with a labeled value"
                emit("break_with_label_and_loop", Label(node.span), f"{message} expression")
            case ast.Unary() if node.op is ast.UnOp.NEG:
                _negative_literal(node, emit)
            case ast.Closure() if not node.async_:
                _async_block(node, emit)
            case ast.Const() if node.ident.name == "_" and node.vis.kind is not ast.VisKind.INHERITED:
                message = "visibility qualifiers have no effect on `const _` declarations"
                emit("unused_visibilities", Label(node.vis.span), message)
            case ast.Fn() if node.extern_abi is not None and node.abi is None and not node.foreign:
                _missing_abi(node.sig_span, emit)
            case ast.FnPtrTy() if node.extern and node.abi is None:
                _missing_abi(node.span, emit)
            case ast.Impl():
                for item in node.items:
                    if isinstance(item, ast.TypeAlias_) and item.ty is not None:
                        _where_clause(item, emit)
            case _:
                pass
    for block in tcx.resolution.extern_blocks:
        if not block.unsafe and tcx.edition < 2024:
            emit("missing_unsafe_on_extern", Label(whole(block)), "extern blocks should be unsafe")
        if block.abi is None:
            _missing_abi(block.head_span, emit)
    for place in tcx.resolution.attributed:
        for attr in place.attrs:
            if attr.name in UNSAFE and tcx.edition < 2024:
                lo = attr.span.text.find(attr.name) + attr.span.lo
                at = attr.span._replace(lo=lo, hi=lo + len(attr.name))
                label = "usage of unsafe attribute"
                emit("unsafe_attr_outside_unsafe", Label(at, label), "unsafe attribute used without unsafe")
            elif attr.name == "macro_use" and isinstance(place.node, ast.ExternCrate):
                message = "applying the `#[macro_use]` attribute to an `extern crate` item is deprecated"
                emit("macro_use_extern_crate", Label(attr.span), message)


def _is_unlabeled_loop(expr: ast.Expr | None) -> bool:
    return isinstance(expr, (ast.While, ast.For, ast.Loop, ast.BlockExpr)) and expr.label is None


def _negative_literal(node: ast.Unary, emit: Emit) -> None:
    """A minus before a number whose method is called."""
    inner = node.expr
    while isinstance(inner, ast.MethodCall):
        inner = inner.receiver
    if inner is not node.expr and isinstance(inner, ast.Lit) and inner.kind in (ast.LitKind.INT, ast.LitKind.FLOAT):
        message = "`-` has lower precedence than method calls, which might be unexpected"
        emit("ambiguous_negative_literals", Label(node.span), message)


def _async_block(closure: ast.Closure, emit: Emit) -> None:
    body = closure.body
    while isinstance(body, ast.BlockExpr) and not body.block.stmts and body.block.expr is not None and body.label is None:
        body = body.block.expr
    if not isinstance(body, ast.AsyncBlock) or body.closure.takes_params or closure.output is not None:
        return
    head = body.span._replace(hi=body.closure.head_span.hi)
    label = (Label(head, "this async block can be removed, and the closure can be turned into an async closure"),)
    message = "closure returning async block can be made into an async closure"
    emit("closure_returning_async_block", Label(closure.head_span), message, secondary=label)


def _missing_abi(within: Span, emit: Emit) -> None:
    lo = within.text.find("extern")
    if lo >= 0:
        at = within._replace(lo=within.lo + lo, hi=within.lo + lo + len("extern"))
        emit("missing_abi", Label(at), "`extern` declarations without an explicit ABI are deprecated")


def _where_clause(item: ast.TypeAlias_, emit: Emit) -> None:
    assert item.ty is not None
    before = [predicate for predicate in item.generics.predicates if predicate.span.lo < item.ty.span.lo]
    if before:
        text = item.span.text
        lo = item.span.lo + text.rfind("where", 0, before[0].span.lo - item.span.lo)
        at = item.span._replace(lo=lo, hi=before[-1].span.hi)
        emit("deprecated_where_clause_location", Label(at), "where clause not allowed here")
