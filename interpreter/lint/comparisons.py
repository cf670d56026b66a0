"""`unused_comparisons` and `invalid_nan_comparisons` (rustc_lint: types.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.syntax.ast import BinOp
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.results import BodyTypes


_ORDERINGS = {BinOp.LT: BinOp.GT, BinOp.LE: BinOp.GE, BinOp.GT: BinOp.LT, BinOp.GE: BinOp.LE}
_EQUALITIES = (BinOp.EQ, BinOp.NE)
_BITS = {"8": 8, "16": 16, "32": 32, "64": 64, "size": 64, "128": 128}


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All comparisons in bodies."""
    for _, types, found in bodies(tcx):
        for node in found:
            if isinstance(node, ast.Binary) and (node.op in _ORDERINGS or node.op in _EQUALITIES):
                _limits(types, node, emit)
                _nan(tcx, types, node, emit)


def _literal(expr: ast.Expr) -> int | None:
    """An integer literal; rustc looks at none that is negated."""
    if isinstance(expr, ast.Paren):
        return _literal(expr.expr)
    return expr.value if isinstance(expr, ast.Lit) and expr.kind is ast.LitKind.INT and isinstance(expr.value, int) else None


def _range(ty: t.Ty | None) -> tuple[int, int] | None:
    if not isinstance(ty, t.Prim) or ty.name[0] not in "iu" or ty.name[1:] not in _BITS:
        return None
    bits = _BITS[ty.name[1:]]
    return (-(1 << bits - 1), (1 << bits - 1) - 1) if ty.name[0] == "i" else (0, (1 << bits) - 1)


def _limits(types: BodyTypes, node: ast.Binary, emit: Emit) -> None:
    """rustc: `check_limits`."""
    lhs, rhs = _literal(node.lhs), _literal(node.rhs)
    if (lhs is None) == (rhs is None):
        return
    swapped = rhs is None
    value = rhs if rhs is not None else lhs
    limits = _range(types.type_of(node.lhs if swapped is False else node.rhs))
    if limits is None or value is None:
        return
    low, high = limits
    # As if the literal stood on the right.
    op = _ORDERINGS.get(node.op, node.op) if swapped else node.op
    if op in (BinOp.LT, BinOp.GE):
        sensible = low < value <= high
    elif op in (BinOp.GT, BinOp.LE):
        sensible = low <= value < high
    else:
        sensible = low <= value <= high
    if not sensible:
        emit("unused_comparisons", Label(node.span), "comparison is useless due to type limits")


def _nan(tcx: TyCtxt, types: BodyTypes, node: ast.Binary, emit: Emit) -> None:
    if any(_is_nan(tcx, types, side) for side in (node.lhs, node.rhs)):
        why = "NaN is not orderable" if node.op in _ORDERINGS else "NaN cannot be directly compared to itself"
        emit("invalid_nan_comparisons", Label(node.span), f"incorrect NaN comparison, {why}")


def _is_nan(tcx: TyCtxt, types: BodyTypes, expr: ast.Expr) -> bool:
    while isinstance(expr, (ast.Paren, ast.AddrOf)):
        expr = expr.expr
    if not isinstance(expr, ast.PathExpr) or expr.path.segments[-1].ident.name != "NAN":
        return False
    def_: Def | None = types.path_def(expr.path)
    return def_ is not None and def_.is_std and def_.kind is DefKind.ASSOC_CONST
