"""E0220: there is no associated type of that name (rustc: `complain_about_assoc_item_not_found`)."""

from __future__ import annotations

from collections.abc import Iterable

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Final
from interpreter.resolve.defs import Def, DefKind
from interpreter.resolve.suggest import best_match
from interpreter.syntax import ast
from interpreter.typeck.assoc_paths import assoc_ty_named
from interpreter.typeck.rare import pretty_ty

if TYPE_CHECKING:
    from interpreter.typeck.lower import ItemCtxt

_OF_ONE_TRAIT: Final = {
    "AtomicInner": "AtomicPrimitive", "Bits": "SimdFloat", "CallOnceFuture": "AsyncFnOnce", "CallRefFuture": "AsyncFnMut",
    "CastPtr": "SimdConstPtr", "Discriminant": "DiscriminantKind", "Err": "FromStr", "Hasher": "BuildHasher",
    "IntoAsyncIter": "IntoAsyncIterator", "IntoFuture": "IntoFuture", "IntoIter": "IntoIterator", "Iter": "ToSocketAddrs",
    "Metadata": "Pointee", "NonZeroInner": "ZeroablePrimitive", "Residual": "Try", "Return": "Coroutine",
    "Searcher": "Pattern", "TryType": "std::ops::Residual", "Yield": "Coroutine",
}  # fmt: skip
"""The associated types of std that a single trait has, with the trait."""
_OF_SEVERAL: Final = frozenset((
    "Bytes", "Cast", "ConstPtr", "Error", "Isize", "Item", "Mask", "MutPtr", "Output", "Owned", "Scalar", "Target", "Unsigned",
    "Usize",
))  # fmt: skip


def report_not_found(ctxt: ItemCtxt, shown: str, near: Iterable[Def], ident: ast.Ident, *, is_param: bool = False) -> None:
    """E0220 of an associated type of `shown`. `near`: the traits whose items it may have been (those of a parameter's other
    bounds aren't known, rustc says)."""
    name, label = ident.name, ""
    helps: tuple[str, ...] = ()
    of_near = [child.name for trait in near for child in trait.children if child.kind is DefKind.ASSOC_TY]
    if best_match(of_near, name) is not None:
        _emit(ctxt, shown, ident, "", ("there is an associated type with a similar name",))
        return
    own = [d for d in ctxt.tcx.resolution.defs.values() if d.kind is DefKind.TRAIT and not d.is_std]
    names = [child.name for trait in own for child in trait.children if child.kind is DefKind.ASSOC_TY]
    similar = best_match([*names, *_OF_SEVERAL, *_OF_ONE_TRAIT], name)
    having = [pretty_ty.visible_path(ctxt.tcx, d) for d in own if similar is not None and assoc_ty_named(d, similar) is not None]
    having += [_OF_ONE_TRAIT[similar]] if similar in _OF_ONE_TRAIT else [""] * 2 if similar in _OF_SEVERAL else []
    if len(having) == 1:
        is_similar = "is an" if similar == name else "is a similarly named"
        label = f"there {is_similar} associated type `{similar}` in the trait `{having[0]}`"
        if is_param:
            helps = (f"consider restricting type parameter `{shown}` with trait `{having[0]}`",)
    elif len(of_near) == 1:
        helps = (f"`{shown}` has the following associated type",)
    else:
        label = f"associated type `{name}` not found"
    _emit(ctxt, shown, ident, label, helps)


def _emit(ctxt: ItemCtxt, shown: str, ident: ast.Ident, label: str, helps: tuple[str, ...]) -> None:
    message = f"associated type `{ident.name}` not found for `{shown}`"
    ctxt.tcx.emit(Diagnostic("E0220", message, (Label(ident.span, label),), helps=helps))
