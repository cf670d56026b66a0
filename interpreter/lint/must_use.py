"""`unused_must_use` and `path_statements` (rustc_lint: unused.rs)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.diagnostics import Label, UnsupportedError
from interpreter.lint.emit import Emit
from interpreter.resolve.defs import DefKind
from interpreter.typeck import pretty_ty, thir
from interpreter.typeck import ty as t
from interpreter.typeck.check_body import user_bodies
from interpreter.typeck.exhaustiveness import children

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

LINTS = ("unused_must_use", "path_statements")


def check(tcx: TyCtxt, emit: Emit) -> None:
    """Statements whose value should be used."""
    for def_ in user_bodies(tcx):
        body = tcx.thir_body(def_)
        if body is None or body.has_errors:
            continue
        bodies = [body]
        for inner in bodies:
            bodies += [closure.body for closure in inner.closures.values()]
            for stmt in _statements(inner.value):
                _statement(tcx, stmt, emit)


def _statements(root: object) -> list[thir.ExprStmt]:
    found: list[thir.ExprStmt] = []
    stack = [root]
    while stack:
        here = stack.pop()
        if isinstance(here, thir.ExprStmt):
            found.append(here)
        stack += children(here)
    return found


def _statement(tcx: TyCtxt, stmt: thir.ExprStmt, emit: Emit) -> None:
    expr = stmt.expr
    while isinstance(expr, thir.Use | thir.Ascribe):
        expr = expr.arg
    span = stmt.expr.span
    if isinstance(expr, thir.VarRef):
        emit("path_statements", Label(stmt.span, ""), "path statement with no effect")
        return
    what = _must_use_type(tcx, expr.ty)
    if what is not None:
        emit("unused_must_use", Label(span), f"unused {what} that must be used")
        return
    if isinstance(expr, thir.Binary):
        kind = "comparison" if expr.ty is t.BOOL else "arithmetic operation"
        emit("unused_must_use", Label(span, f"the {kind} produces a value"), f"unused {kind} that must be used")
    elif isinstance(expr, thir.Unary):
        emit("unused_must_use", Label(span, "the unary operation produces a value"), "unused unary operation that must be used")
    elif isinstance(expr, thir.Call) and isinstance(expr.fun.ty, t.FnDef) and not expr.from_overloaded:
        callee = expr.fun.ty.def_
        if "must_use" in callee.attrs:
            name = pretty_ty.visible_path(tcx, callee)
            emit("unused_must_use", Label(span), f"unused return value of `{name}` that must be used")
        elif callee.parent is not None and callee.parent.is_fn_trait:
            return
        elif callee.is_std and expr.ty not in (t.UNIT, t.NEVER) and tcx.resolution.lints.names("unused_must_use"):
            raise UnsupportedError(f"whether the value of `{callee.name}` must be used", span)


def _must_use_type(tcx: TyCtxt, ty: t.Ty) -> str | None:
    """The type, or one within it, that must be used."""
    if isinstance(ty, t.Adt):
        if ty.def_.name == "Box" and ty.def_.is_std and ty.args and isinstance(ty.args[0], t.Adt | t.Dynamic):
            return _boxed(_must_use_type(tcx, ty.args[0]))
        marked = "must_use" in ty.def_.attrs or ty.def_.path().startswith("std::iter::")
        return f"`{pretty_ty.visible_path(tcx, ty.def_)}`" if marked else None
    if isinstance(ty, t.Closure):
        return "closure"
    if isinstance(ty, t.Alias) and ty.def_.kind is DefKind.OPAQUE_TY:
        for predicate, _ in tcx.item_bounds(ty.def_):
            if isinstance(predicate.value, t.TraitPredicate) and "must_use" in predicate.value.trait_ref.trait.attrs:
                return f"implementer of `{predicate.value.trait_ref.trait.name}`"
    return None


def _boxed(what: str | None) -> str | None:
    return f"boxed {what}" if what is not None else None
