"""`ffi_unwind_calls`: calls that may bring an unwinding of another language's (rustc_mir_transform: ffi_unwind_calls.rs)."""

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
    """All calls of functions that aren't Rust's, or of pointers to such."""
    for _, types, found in bodies(tcx):
        for node in found:
            ty = types.adjusted(node.func) if isinstance(node, ast.Call) else None
            if isinstance(ty, t.FnDef) and isinstance(ty.def_.node, ast.Fn) and ty.def_.node.foreign:
                abi, what = tcx.fn_sig(ty.def_).value.abi, "foreign function"
            elif isinstance(ty, t.FnPtr):
                abi, what = ty.sig.value.abi, "function pointer"
            else:
                continue
            if abi.endswith("-unwind"):
                message = f"call to {what} with FFI-unwind ABI"
                emit("ffi_unwind_calls", Label(node.span, message), message)
