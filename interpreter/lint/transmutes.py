"""`integer_to_ptr_transmutes`, `unnecessary_transmutes`, `ptr_to_integer_transmute_in_consts` (rustc_lint: transmute.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.layout import LayoutError
from interpreter.typeck.results import peel

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_SAME_SIZED = (
    ("char", "u32"), ("char", "i32"), ("u32", "char"), ("i32", "char"), ("bool", "u8"), ("bool", "i8"),
    ("f32", "u32"), ("f32", "i32"), ("u32", "f32"), ("i32", "f32"),
    *((a, b) for x in ("u64", "i64", "usize", "isize") for a, b in (("f64", x), (x, "f64"))),
)  # fmt: skip


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All calls of `transmute`."""
    for def_, types, found in bodies(tcx):
        for node in found:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.PathExpr) and len(node.args) == 1:
                callee = types.path_def(node.func.path)
                if callee is not None and callee.is_std and callee.name == "transmute":
                    source, target = types.type_of(node.args[0]), types.type_of(node)
                    if source is not None and target is not None:
                        _check(tcx, def_, node, source, target, emit)


def _check(tcx: TyCtxt, def_: Def, call: ast.Call, source: t.Ty, target: t.Ty, emit: Emit) -> None:
    if isinstance(source, t.Prim) and source.name in t.INT_BITS and isinstance(target, (t.RawPtr, t.Ref)):
        arg = peel(call.args[0])
        zero = isinstance(arg, ast.Lit) and arg.value == 0
        if not zero and not _is_empty(tcx, target.ty):
            message = "transmuting an integer to a pointer creates a pointer without provenance"
            emit("integer_to_ptr_transmutes", Label(call.span), message)
    elif isinstance(source, t.RawPtr) and isinstance(target, t.Prim) and target.name in t.INT_BITS:
        of_const_fn = isinstance(def_.node, ast.Fn) and def_.node.const
        if of_const_fn or def_.kind is DefKind.ASSOC_CONST:
            message = "pointers cannot be transmuted to integers during const eval"
            emit("ptr_to_integer_transmute_in_consts", Label(call.span), message)
    elif _is_needless(source, target):
        emit("unnecessary_transmutes", Label(call.span), "unnecessary transmute")


def _is_empty(tcx: TyCtxt, ty: t.Ty) -> bool:
    try:
        layout = tcx.layout_of(t.erase_regions(ty))
    except LayoutError:
        return True
    return layout.size == 0 and layout.align == 1 and not layout.unsized


def _is_needless(source: t.Ty, target: t.Ty) -> bool:
    if isinstance(source, t.Array) or isinstance(target, t.Array):
        array, number = (source, target) if isinstance(source, t.Array) else (target, source)
        numeric = isinstance(number, t.Prim) and (number.name in t.INT_BITS or t.is_float(number))
        return isinstance(array, t.Array) and isinstance(array.elem, t.Prim) and array.elem.name == "u8" and numeric
    if not isinstance(source, t.Prim) or not isinstance(target, t.Prim):
        return False
    a, b = source.name, target.name
    return (a, b) in _SAME_SIZED or (a in t.INT_BITS and b in t.INT_BITS and a[0] != b[0])
