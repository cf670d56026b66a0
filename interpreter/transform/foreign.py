"""What a function that is declared in an `extern` block stands for: one of the program's own that has this symbol, or one of the
C library's that std's `libc.rs` has.
"""

from __future__ import annotations

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def
from interpreter.syntax import ast
from interpreter.transform.instance import attribute_value
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def foreign_function(tcx: TyCtxt, def_: Def) -> tuple[Def, t.Args]:
    """The function that a declared one is, and its type arguments.

    Raises: UnsupportedError if there is none, or one of another signature.
    """
    symbol = attribute_value(def_, "link_name") if "link_name" in def_.attrs else def_.name
    found = _own(tcx, symbol) or tcx.lang_item_or_none(f"c::{symbol}")
    if found is None or not isinstance(def_.node, ast.Fn) or def_.node.variadic is not None:
        raise UnsupportedError(f"a call of the foreign function `{def_.name}`", def_.span)
    declared, real = (_signature(tcx, function) for function in (def_, found))
    args: dict[int, t.Ty] = {}
    if len(declared) != len(real) or not all(_fits(a, b, args) for a, b in zip(real, declared)):
        raise UnsupportedError(f"the foreign function `{def_.name}` with this signature", def_.span)
    return found, tuple(args[i] for i in range(len(args)))


def _own(tcx: TyCtxt, symbol: str) -> Def | None:
    """The program's function that is known to the linker by this name."""
    for def_ in tcx.resolution.defs.values():
        if isinstance(def_.node, ast.Fn) and not def_.node.foreign and _symbol(def_) == symbol:
            return def_
    return None


def _symbol(function: Def) -> str | None:
    """The name that `#[no_mangle]` or `#[export_name = ".."]` gives a function, also within `#[unsafe(..)]`."""
    for name in ("no_mangle", "export_name", "unsafe"):
        attr = function.attrs.get(name)
        if attr is not None and "export_name" in attr.span.text:
            return attr.span.text.split('"')[1]
        if attr is not None and "no_mangle" in attr.span.text:
            return function.name
    return None


def _signature(tcx: TyCtxt, function: Def) -> list[t.Ty]:
    sig = tcx.fn_sig(function).value
    return [tcx.normalize_erasing_regions(t.erase_regions(ty), reveal=True) for ty in (*sig.inputs, sig.output)]


def _fits(real: t.Ty, declared: t.Ty, args: dict[int, t.Ty]) -> bool:
    """Whether a declared type has the form of the real one; its parameters, which stand behind pointers, become known."""
    if isinstance(real, t.RawPtr) and isinstance(declared, t.RawPtr):
        return _fits(real.ty, declared.ty, args)
    if isinstance(real, t.FnPtr) and isinstance(declared, t.FnPtr):
        a, b = real.sig.value, declared.sig.value
        same = a.abi == b.abi and len(a.inputs) == len(b.inputs)
        return same and all(_fits(x, y, args) for x, y in zip((*a.inputs, a.output), (*b.inputs, b.output)))
    if isinstance(real, t.Param):
        return args.setdefault(real.index, declared) is declared
    return real is declared
