"""The names that `std::any::type_name` gives: full paths with the crates and modules of the real standard library.

In: a monomorphic type. Out: its name (rustc: const_eval/type_name.rs). std's text here has all of core, alloc and std under
one roof and in fewer modules; MODULES and ITEMS say where things really stand.
"""

from __future__ import annotations

from interpreter.hints import Any
from interpreter.resolve.defs import Def, DefKind
from interpreter.typeck import ty as t

MODULES = {
    "alloc": "alloc::alloc",
    "borrow": "alloc::borrow",
    "boxed": "alloc::boxed",
    "collections::binary_heap": "alloc::collections::binary_heap",
    "collections::btree_map": "alloc::collections::btree::map",
    "collections::btree_set": "alloc::collections::btree::set",
    "collections::hash_map": "std::collections::hash::map",
    "collections::hash_set": "std::collections::hash::set",
    "collections::linked_list": "alloc::collections::linked_list",
    "collections::vec_deque": "alloc::collections::vec_deque",
    "env": "std::env",
    "io": "std::io",
    "io::buffered": "std::io::buffered",
    "io::cursor": "std::io::cursor",
    "io::error": "std::io::error",
    "io::util": "std::io::util",
    "process": "std::process",
    "rc": "alloc::rc",
    "string": "alloc::string",
    "sync": "std::sync",
    "sync::arc": "alloc::sync",
    "sync::atomic": "core::sync::atomic",
    "sync::condvar": "std::sync::poison::condvar",
    "sync::mpsc": "std::sync::mpsc",
    "sync::mutex": "std::sync::poison::mutex",
    "sync::once": "std::sync::poison::once",
    "sync::rwlock": "std::sync::poison::rwlock",
    "thread": "std::thread",
    "time::clock": "std::time",
    "vec": "alloc::vec",
}
ITEMS = {
    "num::ParseFloatError": "core::num::dec2flt::ParseFloatError",
    "num::ParseIntError": "core::num::error::ParseIntError",
    "num::TryFromIntError": "core::num::error::TryFromIntError",
    "num::wrapping::Saturating": "core::num::saturating::Saturating",
    "iter::flatten::FlatMap": "core::iter::adapters::flatten::FlatMap",
    "iter::flatten::Flatten": "core::iter::adapters::flatten::Flatten",
    "ops::Fn": "core::ops::function::Fn",
    "ops::FnMut": "core::ops::function::FnMut",
    "ops::FnOnce": "core::ops::function::FnOnce",
    "slice::Iter": "core::slice::iter::Iter",
    "slice::IterMut": "core::slice::iter::IterMut",
    "str::Chars": "core::str::iter::Chars",
    "sync::condvar::Barrier": "std::sync::barrier::Barrier",
    "sync::once::LazyLock": "std::sync::lazy_lock::LazyLock",
    "sync::once::OnceLock": "std::sync::once_lock::OnceLock",
    "vec::parts::IntoIter": "alloc::vec::into_iter::IntoIter",
}


def type_name(ty: t.Ty) -> str:
    """The name of a type with all its paths in full."""
    match ty:
        case t.Prim():
            return ty.name
        case t.Adt():
            return _path(ty.def_) + _arguments(_without_default(ty.args))
        case t.Ref():
            lifetime = "'_ " if isinstance(ty.region, t.ReBound) else ""
            return f"&{lifetime}{'mut ' if ty.mutable else ''}{_grouped(ty.ty)}"
        case t.RawPtr():
            return f"*{'mut' if ty.mutable else 'const'} {_grouped(ty.ty)}"
        case t.Tuple():
            inner = ", ".join(map(type_name, ty.elems))
            return f"({inner},)" if len(ty.elems) == 1 else f"({inner})"
        case t.Array():
            return f"[{type_name(ty.elem)}; {_const(ty.len)}]"
        case t.Slice():
            return f"[{type_name(ty.elem)}]"
        case t.FnPtr():
            return _signature("fn", ty.sig.value.inputs, ty.sig.value.output)
        case t.FnDef():
            return _path(ty.def_) + _arguments(ty.args)
        case t.Closure():
            return _path(ty.def_)
        case t.Dynamic():
            return _dynamic(ty)
        case _:
            raise AssertionError(ty)


def _grouped(ty: t.Ty) -> str:
    """A pointer's target; trait objects of several bounds in parentheses."""
    name = type_name(ty)
    return f"({name})" if isinstance(ty, t.Dynamic) and " + " in name else name


def _const(const: t.Const) -> str:
    if not isinstance(const, t.ConstValue):
        return "_"
    if const.ty is t.BOOL:
        return "true" if const.value else "false"
    return repr(chr(const.value)) if const.ty is t.CHAR else str(const.value)


def _arguments(args: t.Args) -> str:
    shown = []
    for arg in args:
        if isinstance(arg, t.ConstValue):
            shown.append(_const(arg))
        elif isinstance(arg, (t.ReErased, t.ReStatic, t.ReBound, t.ReEarlyParam, t.ReLateParam)):
            shown.append("'_")
        else:
            shown.append(type_name(arg))  # type: ignore[arg-type]
    return f"<{', '.join(shown)}>" if shown else ""


def _without_default(args: t.Args) -> t.Args:
    """Without the hasher of maps and sets, where it is the default one."""
    last = args[-1] if args else None
    return args[:-1] if isinstance(last, t.Adt) and last.def_.is_std and last.def_.name == "RandomState" else args


def _signature(head: str, inputs: tuple[t.Ty, ...], output: t.Ty) -> str:
    result = "" if output is t.UNIT else f" -> {type_name(output)}"
    return f"{head}({', '.join(map(type_name, inputs))}){result}"


def _dynamic(ty: t.Dynamic) -> str:
    bounds: list[str] = []
    if ty.principal is not None:
        existential: Any = ty.principal.value
        output = {p.value.assoc.name: p.value.term for p in ty.projections}
        path = _path(existential.trait)
        if path.startswith("core::ops::function::Fn") and existential.args and isinstance(existential.args[0], t.Tuple):
            bounds.append(_signature(path, existential.args[0].elems, output.get("Output", t.UNIT)))
        else:
            shown = _arguments(existential.args)[1:-1]
            parts = [shown] if shown else []
            parts += [f"{name} = {type_name(term)}" for name, term in output.items()]
            bounds.append(path + (f"<{', '.join(parts)}>" if parts else ""))
    bounds += [_path(auto) for auto in ty.autos]
    return f"dyn {' + '.join(bounds)}"


def _path(def_: Def) -> str:
    names: list[str] = []
    here: Def | None = def_
    while here is not None and here.parent is not None:
        if here.kind is DefKind.CLOSURE:
            names.append("{{closure}}")
        elif here.kind is DefKind.IMPL:
            names.append("{impl}")
        else:
            names.append(here.name)
        here = here.parent
    names.reverse()
    if not def_.is_std:
        return "::".join([_crate_name(def_), *names])
    path = "::".join(names)
    if path in ITEMS:
        return ITEMS[path]
    module, _, name = path.rpartition("::")
    if module == "iter" and def_.kind is DefKind.TRAIT:
        return f"core::iter::traits::iterator::{name}" if name == "Iterator" else f"core::iter::traits::{name}"
    if module in ("iter::adapters", "iter::sources"):
        return f"core::{module}::{_snake(name)}::{name}"
    return f"{MODULES.get(module, f'core::{module}')}::{name}"


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(name))


def _crate_name(def_: Def) -> str:
    """The crate is named after its file."""
    stem = def_.span.file.name.replace("\\", "/").rpartition("/")[2].removesuffix(".rs")
    return stem.replace("-", "_") or "main"
