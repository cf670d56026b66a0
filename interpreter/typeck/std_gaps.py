"""Where rustc's std has a method or an impl that crabwalk's has not: such a program is not supported, rather than wrong.

Asked before an error about a missing method (E0599) or trait impl (E0277, E0369) is told. The lists are those of
`resolve.std_names`.
"""

from __future__ import annotations

from collections.abc import Iterable

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve import std_names
from interpreter.resolve.defs import Def, Feature
from interpreter.source import Span
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_FAMILIES: dict[type, tuple[str, ...]] = {
    t.Slice: ("slice",),
    t.Array: ("array", "slice"),
    t.Tuple: ("tuple",),
    t.RawPtr: ("pointer",),
    t.Ref: ("reference",),
    t.FnPtr: ("fn",),
}


def _defaulted(ty: t.Ty) -> t.Ty:
    """For the type of a literal that is still open, its default."""
    if isinstance(ty, t.Infer) and ty.kind != "ty":
        return t.PRIM["i32" if ty.kind == "int" else "f64"]
    return ty


def std_paths(ty: t.Ty) -> tuple[str, ...]:
    """Under what names std's documentation has the type's own items: "vec::Vec", "i32", "slice"."""
    ty = _defaulted(ty)
    if isinstance(ty, t.Prim):
        return (ty.name,)
    if isinstance(ty, t.Adt):
        return (_within_std(ty.def_),) if ty.def_.is_std else ()
    if ty is t.UNIT:
        return ("unit",)
    return _FAMILIES.get(type(ty), ())


def _within_std(def_: Def) -> str:
    return def_.path().removeprefix("std::")


def missing_item(tys: Iterable[t.Ty], traits: Iterable[Def], name: str, span: Span) -> Feature | None:
    """No item of that name was found for a receiver that dereferences to `tys`, with these traits of std implemented for it. The
    feature behind which rustc's std has one; None if it has none.

    Raises: UnsupportedError if rustc's std has one for everyone.
    """
    owners = [path for ty in tys for path in std_paths(ty)] + [_within_std(trait) for trait in traits if trait.is_std]
    found: Feature | None = None
    for owner in owners:
        if std_names.has_assoc_item(owner, name):
            feature = std_names.unstable(f"{owner}::{name}")
            if feature is None:
                raise UnsupportedError(f"`{owner.rpartition('::')[2]}::{name}`", span)
            found = found or feature
    return found


def require_known_impl(tcx: TyCtxt, trait_ref: t.TraitRef, span: Span) -> None:
    """A type of std does not implement a trait of std here, and crabwalk's std has no impl of it for any arguments at all.

    Raises: UnsupportedError if rustc's std has such an impl.
    """
    self_ty = _defaulted(trait_ref.self_ty)
    if not trait_ref.trait.is_std or tcx.trait_def(trait_ref.trait).auto:
        return
    name = trait_ref.trait.name
    if any(std_names.has_impl(path, name) for path in std_paths(self_ty)):
        if not any(tcx.impls.same_constructor(impl, self_ty) for impl in tcx.relevant_impls(trait_ref.trait, self_ty)):
            raise UnsupportedError(f"`{name}` of `{tcx.format_ty(trait_ref.self_ty)}`", span)
