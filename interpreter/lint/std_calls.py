"""Calls of std that are wrong whatever happens, and denied by default: `invalid_from_utf8_unchecked`, `invalid_atomic_ordering`,
`enum_intrinsics_non_enums` (rustc_lint: files named like these)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies
from interpreter.resolve.defs import DefRes
from interpreter.syntax import ast
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.results import BodyTypes


_FROM_UTF8 = ("from_utf8", "from_utf8_mut", "from_utf8_unchecked", "from_utf8_unchecked_mut")
_FAILURES = {"compare_exchange": 3, "compare_exchange_weak": 3, "fetch_update": 1}
"""Methods of atomics, and which of their arguments is the order when nothing is written."""


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All bodies."""
    for _, types, found in bodies(tcx):
        for node in found:
            if isinstance(node, ast.MethodCall):
                _atomic(tcx, types, node, emit)
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.PathExpr):
                callee = types.path_def(node.func.path)
                if callee is not None and callee.is_std:
                    _call(tcx, types, node, callee.path(), emit)


def _call(tcx: TyCtxt, types: BodyTypes, call: ast.Call, path: str, emit: Emit) -> None:
    name = path.rsplit("::", 1)[-1]
    if path in ("std::sync::atomic::fence", "std::sync::atomic::compiler_fence"):
        if _ordering(tcx, call.args[0]) == "Relaxed":
            emit("invalid_atomic_ordering", Label(call.args[0].span), "memory fences cannot have `Relaxed` ordering")
    elif path == "std::mem::discriminant":
        ty = types.type_of(call.args[0])
        inner = ty.ty if isinstance(ty, t.Ref) else None
        if isinstance(inner, (t.Prim, t.Ref, t.Tuple, t.Array)) or (
            isinstance(inner, t.Adt) and not tcx.adt_def(inner.def_).is_enum
        ):
            message = "the return value of `mem::discriminant` is unspecified when called with a non-enum type"
            emit("enum_intrinsics_non_enums", Label(call.span), message)
    elif path == f"std::str::{name}" and name in _FROM_UTF8:
        _utf8(call, path, emit)


def _utf8(call: ast.Call, path: str, emit: Emit) -> None:
    literal = call.args[0]
    data = _bytes(literal)
    literal = literal.expr if isinstance(literal, ast.AddrOf) else literal
    if data is None:
        return
    try:
        data.decode()
    except UnicodeDecodeError as error:
        unchecked = "unchecked" in path
        what = "are undefined behavior" if unchecked else "always return an error"
        label = (Label(literal.span, f"the literal was valid UTF-8 up to the {error.start} bytes"),)
        lint = "invalid_from_utf8_unchecked" if unchecked else "invalid_from_utf8"
        emit(lint, Label(call.span), f"calls to `{path}` with an invalid literal {what}", secondary=label)


def _bytes(expr: ast.Expr) -> bytes | None:
    """The bytes of a byte string or a borrowed array of literals."""
    while isinstance(expr, ast.Paren):
        expr = expr.expr
    if isinstance(expr, ast.Lit) and isinstance(expr.value, bytes):
        return expr.value
    if not isinstance(expr, ast.AddrOf) or not isinstance(expr.expr, ast.Array):
        return None
    values = [elem.value if isinstance(elem, ast.Lit) else None for elem in expr.expr.elems]
    numbers = [value for value in values if isinstance(value, int) and 0 <= value < 256]
    return bytes(numbers) if len(numbers) == len(values) else None


def _ordering(tcx: TyCtxt, expr: ast.Expr) -> str:
    """The name of the order that is written there."""
    meant = tcx.resolution.path_res.get(expr.path) if isinstance(expr, ast.PathExpr) else None
    def_ = meant.base.def_ if meant is not None and isinstance(meant.base, DefRes) and not meant.unresolved else None
    return def_.name if def_ is not None and def_.path().startswith("std::sync::atomic::Ordering::") else ""


def _atomic(tcx: TyCtxt, types: BodyTypes, call: ast.MethodCall, emit: Emit) -> None:
    callee = types.results.callees.get(call)
    name = call.segment.ident.name
    if callee is None or not callee.def_.path().startswith("std::sync::atomic::"):
        return
    if name == "load" and _ordering(tcx, call.args[0]) in ("Release", "AcqRel"):
        message = "atomic loads cannot have `Release` or `AcqRel` ordering"
        emit("invalid_atomic_ordering", Label(call.args[0].span), message)
    elif name == "store" and _ordering(tcx, call.args[1]) in ("Acquire", "AcqRel"):
        message = "atomic stores cannot have `Acquire` or `AcqRel` ordering"
        emit("invalid_atomic_ordering", Label(call.args[1].span), message)
    elif name in _FAILURES and _ordering(tcx, call.args[_FAILURES[name]]) in ("Release", "AcqRel"):
        at = Label(call.args[_FAILURES[name]].span, "invalid failure ordering")
        why = f"since a failed `{name}` does not result in a write"
        message = f"`{name}`'s failure ordering may not be `Release` or `AcqRel`, {why}"
        emit("invalid_atomic_ordering", at, message)
