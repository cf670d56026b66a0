"""`trivial_casts` and `trivial_numeric_casts` (rustc_hir_typeck: cast.rs): casts that a coercion does as well."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies
from interpreter.syntax import ast
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All casts in bodies."""
    for _, types, found in bodies(tcx):
        for cast in found:
            if not isinstance(cast, ast.Cast) or cast not in types.results.coercion_casts:
                continue
            source, target = types.type_of(cast.expr), types.type_of(cast)
            if source is None or target is None:
                continue
            numeric = _is_numeric(source) and _is_numeric(target)
            what = "trivial numeric cast" if numeric else "trivial cast"
            message = f"{what}: `{tcx.format_ty(source)}` as `{tcx.format_ty(target)}`"
            emit("trivial_numeric_casts" if numeric else "trivial_casts", Label(cast.span), message)


def _is_numeric(ty: t.Ty) -> bool:
    return isinstance(ty, t.Prim) and ty.name not in ("bool", "char", "str")
