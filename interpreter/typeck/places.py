"""Which expressions are places, and when an expression reads a value of type `!` (rustc:
`expr_guaranteed_to_constitute_read_for_never`)."""

from __future__ import annotations

from interpreter.resolve.defs import DefKind, DefRes, ErrRes, LocalRes
from interpreter.syntax import ast
from interpreter.typeck.fn_ctxt import FnCtxt, peel


def is_syntactic_place(fcx: FnCtxt, expr: ast.Expr) -> bool:
    """The expression denotes a place: a variable, static, deref, field or element."""
    expr = peel(expr)
    match expr:
        case ast.PathExpr(path=path):
            res = fcx.path_res(path)
            if res.unresolved:
                return False
            base = res.base
            return isinstance(base, (LocalRes, ErrRes)) or (isinstance(base, DefRes) and base.def_.kind is DefKind.STATIC)
        case ast.Unary(op=ast.UnOp.DEREF) | ast.FieldExpr() | ast.Index():
            return True
        case _:
            return False


def is_read_for_never(fcx: FnCtxt, expr: ast.Expr) -> bool:
    """An expression of type `!` that is used as a value: everything but places (whose value may not be read)."""
    expr = peel(expr)
    return not (isinstance(expr, (ast.FieldExpr, ast.Index)) or (isinstance(expr, ast.Unary) and expr.op is ast.UnOp.DEREF))
