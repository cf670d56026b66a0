"""`unused_mut` (rustc_borrowck)."""

from __future__ import annotations

from interpreter.borrowck.crate import borrowck_of
from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.resolve.defs import Def
from interpreter.syntax import ast
from interpreter.typeck.check_body import user_bodies

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check(tcx: TyCtxt, emit: Emit) -> None:
    """Variables declared `mut` that are never changed."""
    for def_ in user_bodies(tcx):
        body = tcx.thir_body(def_)
        if body is not None and not body.has_errors:
            _check_mut_in(tcx, def_, emit)
            for closure in _closures_within(tcx, def_):
                _check_mut_in(tcx, closure, emit)


def _closures_within(tcx: TyCtxt, def_: Def) -> list[Def]:
    body = tcx.thir_body(def_)
    found = list(body.closures) if body is not None else []
    for closure in found:
        found += tcx.closure_info(closure).body.closures
    return found


def _check_mut_in(tcx: TyCtxt, def_: Def, emit: Emit) -> None:
    result = borrowck_of(tcx, def_)
    if result.facts is None or result.diagnostics:
        return
    seen: set[object] = set()
    for local, decl in enumerate(result.facts.body.locals):
        node = decl.var.node if decl.var is not None else None
        if not decl.mutable or local in result.used_mut or node in seen:
            continue
        if isinstance(node, ast.SelfParam) and node.mutable and not node.by_ref:
            seen.add(node)
            span = node.span._replace(hi=node.span.lo + node.span.text.index("self") + len("self"))
            emit("unused_mut", Label(span), "variable does not need to be mutable")
        elif not isinstance(node, ast.IdentPat):
            continue
        elif node.mutable and node.ident.span.text == decl.name and not node.span.file.is_std:
            seen.add(node)
            emit("unused_mut", Label(node.span), "variable does not need to be mutable")
