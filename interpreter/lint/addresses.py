"""Comparisons of addresses that say nothing: `useless_ptr_null_checks`, `unpredictable_function_pointer_comparisons`,
`ambiguous_wide_pointer_comparisons` (rustc_lint: ptr_nulls.rs, types.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies
from interpreter.resolve.defs import Def
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.results import peel

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.results import BodyTypes

_COMPARISONS = (ast.BinOp.EQ, ast.BinOp.NE, ast.BinOp.LT, ast.BinOp.LE, ast.BinOp.GT, ast.BinOp.GE)
_METHODS = {
    "PartialEq": ("eq", "ne"), "PartialOrd": ("lt", "le", "gt", "ge", "partial_cmp"), "Ord": ("cmp", "max", "min"),
}  # fmt: skip
_NEVER_NULL = ("as_ptr", "as_mut_ptr", "from_ref", "from_mut")
"""Methods and functions of std whose pointers are never null."""


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All bodies."""
    for def_, types, found in bodies(tcx):
        body = _Body(tcx, def_, types, emit)
        for node in found:
            body.check(node)


class _Body:
    def __init__(self, tcx: TyCtxt, def_: Def, types: BodyTypes, emit: Emit) -> None:
        self.tcx = tcx
        self.param_env = tcx.param_env(def_)
        self.types = types
        self.emit = emit

    def check(self, node: ast.Node) -> None:
        match node:
            case ast.Binary() if node.op in _COMPARISONS:
                self._compared(node, node.lhs, node.rhs)
                if node.op is ast.BinOp.EQ:
                    self._null_comparison(node)
            case ast.MethodCall():
                callee = self.types.results.callees.get(node)
                if callee is not None and len(node.args) == 1 and self._is_comparison(callee.def_):
                    self._compared(node, node.receiver, node.args[0])
                elif callee is not None and _is_null_check(callee.def_):
                    self._null_check(node, node.receiver)
            case ast.Call(func=ast.PathExpr(path=path)):
                def_ = self.types.path_def(path)
                if def_ is not None and len(node.args) == 2 and self._is_comparison(def_):
                    self._compared(node, node.args[0], node.args[1])
                elif def_ is not None and _is_null_check(def_):
                    self._null_check(node, node.args[0])
            case _:
                pass

    def _is_comparison(self, method: Def) -> bool:
        trait = self.tcx.trait_of_item(method)
        return trait is not None and trait.is_std and method.name in _METHODS.get(trait.name, ())

    # ------------------------------------------------------------------------------------------------ comparisons

    def _compared(self, node: ast.Expr, lhs: ast.Expr, rhs: ast.Expr) -> None:
        sides = [_without_refs(self.types.type_of(_unborrowed(side))) for side in (lhs, rhs)]
        if all(isinstance(side, (t.FnPtr, t.FnDef)) or _is_optional_pointer(side) for side in sides):
            message = "function pointer comparisons do not produce meaningful results since their addresses are not guaranteed"
            self.emit("unpredictable_function_pointer_comparisons", Label(node.span), f"{message} to be unique")
        elif all(self._is_wide(side) for side in sides):
            message = "ambiguous wide pointer comparison, the comparison includes metadata which may not be expected"
            self.emit("ambiguous_wide_pointer_comparisons", Label(node.span), message)

    def _is_wide(self, ty: t.Ty | None) -> bool:
        if isinstance(ty, t.Adt) and ty.def_.is_std and ty.def_.name == "NonNull":
            return not self.tcx.is_sized(ty.args[0], self.param_env)  # type: ignore[arg-type]
        return isinstance(ty, t.RawPtr) and not self.tcx.is_sized(ty.ty, self.param_env)

    # ------------------------------------------------------------------------------------------------ null

    def _null_comparison(self, node: ast.Binary) -> None:
        for side, other in ((node.lhs, node.rhs), (node.rhs, node.lhs)):
            if self._never_null(side) is not None and self._is_null(other):
                self._null_check(node, side)
                return

    def _is_null(self, expr: ast.Expr) -> bool:
        expr = _block_value(expr)
        if isinstance(expr, ast.Cast):
            inner = _block_value(expr.expr)
            return isinstance(inner, ast.Lit) and inner.kind is ast.LitKind.INT and inner.value == 0
        def_ = self.types.path_def(expr.func.path) if isinstance(expr, ast.Call) and isinstance(expr.func, ast.PathExpr) else None
        return def_ is not None and def_.path() in ("std::ptr::null", "std::ptr::null_mut")

    def _null_check(self, node: ast.Expr, pointer: ast.Expr) -> None:
        found = self._never_null(pointer)
        if found is None:
            return
        if isinstance(found, str):
            message = f"returned pointer of `{found}` call is never null, so checking it for null will always return false"
            self.emit("useless_ptr_null_checks", Label(node.span), message)
            return
        ty = self.types.type_of(found)
        what = "references" if isinstance(ty, t.Ref) else "function pointers"
        message = f"{what} are not nullable, so checking them for null will always return false"
        label = (Label(found.span, f"expression has type `{self.tcx.format_ty(ty)}`"),)
        self.emit("useless_ptr_null_checks", Label(node.span), message, secondary=label)

    def _never_null(self, expr: ast.Expr) -> ast.Expr | str | None:
        """The reference or function that a pointer is cast from, or the name of a function that gives no null."""
        cast = False
        while True:
            expr = _block_value(expr)
            if isinstance(expr, ast.MethodCall) and not expr.args:
                callee = self.types.results.callees.get(expr)
                if callee is None or not callee.def_.is_std:
                    return None
                if callee.def_.name in _NEVER_NULL:
                    return callee.def_.name
                receiver = self.types.adjusted(expr.receiver)
                named = "cast" if isinstance(receiver, t.RawPtr) and receiver.mutable else "cast_mut"
                if not isinstance(receiver, t.RawPtr) or callee.def_.name != named:
                    return None
                cast, expr = True, expr.receiver
            elif isinstance(expr, ast.Call) and isinstance(expr.func, ast.PathExpr):
                def_ = self.types.path_def(expr.func.path)
                return def_.name if def_ is not None and def_.is_std and def_.name in _NEVER_NULL else None
            elif isinstance(expr, ast.Cast) and isinstance(expr.ty, ast.PtrTy):
                cast, expr = True, expr.expr
            else:
                ty = self.types.type_of(expr)
                return expr if cast and isinstance(ty, (t.Ref, t.FnPtr, t.FnDef)) else None


def _is_null_check(def_: Def) -> bool:
    return def_.is_std and def_.name == "is_null"


def _block_value(expr: ast.Expr) -> ast.Expr:
    expr = peel(expr)
    while isinstance(expr, ast.BlockExpr) and not expr.block.stmts and expr.block.expr is not None and not expr.unsafe:
        expr = peel(expr.block.expr)
    return expr


def _unborrowed(expr: ast.Expr) -> ast.Expr:
    expr = peel(expr)
    while isinstance(expr, ast.AddrOf):
        expr = peel(expr.expr)
    return expr


def _without_refs(ty: t.Ty | None) -> t.Ty | None:
    while isinstance(ty, t.Ref):
        ty = ty.ty
    return ty


def _is_optional_pointer(ty: t.Ty | None) -> bool:
    if isinstance(ty, t.Adt) and ty.def_.path() == "std::option::Option":
        inner = _without_refs(ty.args[0])  # type: ignore[arg-type]
        return isinstance(inner, (t.FnPtr, t.FnDef))
    return False
