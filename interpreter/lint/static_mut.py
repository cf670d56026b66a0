"""`static_mut_refs` (rustc_lint: static_mut_refs.rs): references to mutable statics. Edition 2024 denies them by default."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies
from interpreter.resolve.defs import DefRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck.results import AdjustKind

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All bodies."""
    for _, types, found in bodies(tcx):
        allowed = {node.expr for node in found if isinstance(node, ast.AddrOf) and node.raw}
        for node in found:
            match node:
                case ast.AddrOf() if not node.raw and node not in allowed:
                    _reference(tcx, node.expr, node.span, node.mutable, emit)
                case ast.MethodCall():
                    steps = types.results.adjustments.get(node.receiver, ())
                    borrow = next((step for step in steps if step.kind is AdjustKind.BORROW), None)
                    if borrow is not None:
                        _reference(tcx, node.receiver, node.span, borrow.mutable, emit)
                case ast.Let(pat=ast.IdentPat(by_ref=True) as pat) if node.init is not None:
                    _reference(tcx, node.init, node.init.span, pat.ref_mutable, emit)
                case ast.FormatArgs():
                    for arg in node.args:
                        _reference(tcx, arg, arg.span, False, emit)
                case _:
                    pass


def _reference(tcx: TyCtxt, expr: ast.Expr, span: Span, mutable: bool, emit: Emit) -> None:
    place = expr
    while isinstance(place, (ast.FieldExpr, ast.Paren)):
        place = place.expr
    meant = tcx.resolution.path_res.get(place.path) if isinstance(place, ast.PathExpr) else None
    static = meant.base.def_.node if meant is not None and isinstance(meant.base, DefRes) else None
    if isinstance(static, ast.Static) and static.mutable:
        what = f"{'mutable' if mutable else 'shared'} reference to mutable static"
        at = span if span.call_site is None else expr.span
        emit("static_mut_refs", Label(at, what), f"creating a {what}")
