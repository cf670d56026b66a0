"""`unused_variables` for what is never mentioned, or only assigned to (rustc: liveness), and `unused_mut` (rustc_borrowck)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.borrowck.crate import borrowck_of
from interpreter.diagnostics import Label
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import nodes
from interpreter.resolve.defs import Def, LocalDef, LocalRes
from interpreter.syntax import ast
from interpreter.typeck.check_body import user_bodies

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check_unused(tcx: TyCtxt, emit: Emit) -> None:
    """Variables that nothing reads."""
    resolution = tcx.resolution
    mentioned: dict[LocalDef, list[ast.Path]] = {}
    for path, meant in resolution.path_res.items():
        if isinstance(meant.base, LocalRes):
            mentioned.setdefault(meant.base.local, []).append(path)
    targets = _assigned(tcx)
    declared: dict[LocalDef, list[ast.IdentPat]] = {}
    for pat, res in resolution.ident_pats.items():
        if isinstance(res, LocalRes) and not pat.span.file.is_std:
            declared.setdefault(res.local, []).append(pat)
    bodiless = _patterns_without_body(tcx)
    for local, pats in declared.items():
        if local.name.startswith("_") or pats[0] in bodiless or local.name == "self":
            continue
        uses = mentioned.get(local, ())
        spans = [pat.ident.span if pat.sub is not None else pat.span for pat in pats]
        more = tuple(Label(span) for span in spans[1:])
        if not uses:
            emit("unused_variables", Label(spans[0]), f"unused variable: `{local.name}`", *more)
        elif all(path in targets for path in uses):
            emit("unused_variables", Label(spans[0]), f"variable `{local.name}` is assigned to, but never used", *more)


def _assigned(tcx: TyCtxt) -> set[ast.Path]:
    """The paths that are only assigned to."""
    found: set[ast.Path] = set()
    for def_ in user_bodies(tcx):
        for node in nodes(def_.node):
            if isinstance(node, ast.ExprStmt) and isinstance(node.expr, ast.Assign | ast.AssignOp):
                target = node.expr.lhs
                if isinstance(target, ast.PathExpr):
                    found.add(target.path)
    return found


def _patterns_without_body(tcx: TyCtxt) -> set[ast.IdentPat]:
    return {
        param.pat
        for node in tcx.resolution.defs
        if isinstance(node, ast.Fn) and node.body is None
        for param in node.params
        if isinstance(param.pat, ast.IdentPat)
    }


def check_mut(tcx: TyCtxt, emit: Emit) -> None:
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
