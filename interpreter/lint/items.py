"""Items that aren't what they seem: `no_mangle_generic_items`, `async_fn_in_trait`, `unused_extern_crates`, `drop_bounds`,
`dyn_drop`, `variant_size_differences`, `uninhabited_static` (rustc_lint: nonstandard items in builtin.rs, async_fn_in_trait.rs,
traits.rs, types.rs; rustc_resolve: check_unused.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.live import has_attribute
from interpreter.lint.nodes import crate_nodes
from interpreter.lint.spans import head, whole
from interpreter.lint.visibility import reachable
from interpreter.resolve.defs import Def, DefKind, DefRes
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.items import user_items
from interpreter.typeck.layout import LayoutError

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_MISTAKEN = "consider instead using `std::mem::needs_drop` to detect whether a type"


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All items."""
    for def_ in user_items(tcx):
        match def_.node:
            case ast.Fn():
                _mangled(def_, def_.node, emit)
                if def_.node.async_ and def_.parent is not None and def_.parent.kind is DefKind.TRAIT:
                    _async_in_trait(tcx, def_, emit)
            case ast.Enum_():
                _variant_sizes(tcx, def_, def_.node, emit)
            case _:
                pass
        if isinstance(def_.node, ast.Node) and def_.kind is not DefKind.ASSOC_TY:
            _drop_bounds(tcx, def_, def_.node, emit)
    for node in crate_nodes(tcx):
        if isinstance(node, ast.ExternCrate):
            _extern_crate(tcx, node, emit)
        elif isinstance(node, ast.DynTy):
            for bound in node.bounds:
                if isinstance(bound, ast.TraitBound) and _is_drop(tcx, bound):
                    message = f"types that do not implement `Drop` can still have drop glue, {_MISTAKEN} is trivially dropped"
                    emit("dyn_drop", Label(bound.span), message)


def _extern_crate(tcx: TyCtxt, item: ast.ExternCrate, emit: Emit) -> None:
    used = item in tcx.resolution.used_extern_crates or any(attr.name == "macro_use" for attr in item.attrs)
    if used or item.vis.kind is ast.VisKind.PUBLIC or (item.rename or item.ident).name.startswith("_"):
        return
    emit("unused_extern_crates", Label(whole(item), "unused"), "unused extern crate")


def _mangled(def_: Def, item: ast.Fn, emit: Emit) -> None:
    around = def_.parent.node if def_.parent is not None else None
    params = [*item.generics.params, *(around.generics.params if isinstance(around, ast.Impl) else ())]
    if any(param.kind is not ast.ParamKind.LIFETIME for param in params):
        if has_attribute(def_, "no_mangle") or has_attribute(def_, "export_name"):
            emit("no_mangle_generic_items", Label(head(def_)), "functions generic over types or consts must be mangled")


def _async_in_trait(tcx: TyCtxt, def_: Def, emit: Emit) -> None:
    if def_ in reachable(tcx):
        at = head(def_)
        lo = at.lo + at.text.index("async")
        message = "use of `async fn` in public traits is discouraged as auto trait bounds cannot be specified"
        emit("async_fn_in_trait", Label(at._replace(lo=lo, hi=lo + len("async"))), message)


def _is_drop(tcx: TyCtxt, bound: ast.TraitBound) -> bool:
    meant = tcx.resolution.path_res.get(bound.path)
    return meant is not None and isinstance(meant.base, DefRes) and tcx.is_lang_item(meant.base.def_, "drop") and not bound.maybe


def _drop_bounds(tcx: TyCtxt, def_: Def, node: ast.Node, emit: Emit) -> None:
    for bound, span in tcx.own_predicates_of(def_):
        predicate = bound.value
        if isinstance(predicate, t.TraitPredicate) and tcx.is_lang_item(predicate.trait_ref.trait, "drop"):
            if node.span.lo <= span.lo < node.span.hi:
                what = f"bounds on `{tcx.format_ty(predicate.trait_ref.args[0])}: Drop` are most likely incorrect"
                emit("drop_bounds", Label(span), f"{what}, {_MISTAKEN} can be trivially dropped")


def _variant_sizes(tcx: TyCtxt, def_: Def, item: ast.Enum_, emit: Emit) -> None:
    """An enum whose largest variant is more than three times as large as the next."""
    if any(param.kind is not ast.ParamKind.LIFETIME for param in item.generics.params):
        return
    try:
        layout = tcx.layout_of(tcx.type_of(def_))
    except LayoutError:
        return
    if len(layout.variants) < 2 or layout.tag is None or layout.niche_encoded:
        return
    sizes = [max(variant.size - layout.tag[1], 0) for variant in layout.variants]
    next_largest, largest = sorted(sizes)[-2:]
    if largest > 3 * next_largest > 0:
        message = f"enum variant is more than three times larger ({largest} bytes) than the next largest"
        emit("variant_size_differences", Label(item.variants[sizes.index(largest)].span), message)
