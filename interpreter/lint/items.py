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
from interpreter.typeck.traits.elaborate import supertrait_refs

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_MISTAKEN = "consider instead using `std::mem::needs_drop` to detect whether a type"


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All items."""
    for def_ in user_items(tcx):
        match def_.node:
            case ast.Fn():
                _mangled(def_, def_.node, emit)
                _internal_eq(tcx, def_, emit)
                if def_.node.async_ and def_.parent is not None and def_.parent.kind is DefKind.TRAIT:
                    _async_in_trait(tcx, def_, emit)
            case ast.Impl():
                _deref_to_supertrait(tcx, def_, def_.node, emit)
            case ast.Enum_():
                _variant_sizes(tcx, def_, def_.node, emit)
                _too_large_for_c(tcx, def_, def_.node, emit)
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
    used = item.ident.name == "std" or item in tcx.resolution.used_extern_crates
    used = used or any(attr.name == "macro_use" for attr in item.attrs)
    if used or item.vis.kind is ast.VisKind.PUBLIC or (item.rename or item.ident).name.startswith("_"):
        return
    emit("unused_extern_crates", Label(whole(item), "unused"), "unused extern crate")


def _mangled(def_: Def, item: ast.Fn, emit: Emit) -> None:
    around = def_.parent.node if def_.parent is not None else None
    params = [*item.generics.params, *(around.generics.params if isinstance(around, ast.Impl) else ())]
    if any(param.kind is not ast.ParamKind.LIFETIME for param in params):
        if has_attribute(def_, "no_mangle") or has_attribute(def_, "export_name"):
            emit("no_mangle_generic_items", Label(head(def_)), "functions generic over types or consts must be mangled")


def _internal_eq(tcx: TyCtxt, def_: Def, emit: Emit) -> None:
    """A method of `Eq` that only derives define."""
    impl = tcx.impl_of_item(def_)
    if impl is None or def_.name != "assert_receiver_is_total_eq" or "automatically_derived" in impl.attrs:
        return
    trait_ref = tcx.impl_trait_ref(impl)
    if trait_ref is not None and trait_ref.trait.is_std and isinstance(def_.node, ast.Node):
        message = "`Eq::assert_receiver_is_total_eq` should never be implemented by hand"
        emit("internal_eq_trait_method_impls", Label(whole(def_.node)), message)


def _deref_to_supertrait(tcx: TyCtxt, def_: Def, impl: ast.Impl, emit: Emit) -> None:
    """`impl Deref for dyn Trait` whose target is a trait object of a supertrait, to which it could be coerced."""
    trait_ref = tcx.impl_trait_ref(def_)
    if trait_ref is None or not tcx.is_lang_item(trait_ref.trait, "deref"):
        return
    target = next((item for item in def_.children if item.kind is DefKind.ASSOC_TY), None)
    if target is None or not isinstance(target.node, ast.TypeAlias_):
        return
    of, to = (t.erase_regions(ty) for ty in (trait_ref.args[0], tcx.type_of(target)))
    if not isinstance(of, t.Dynamic) or not isinstance(to, t.Dynamic) or of.principal is None or to.principal is None:
        return
    whole = t.TraitRef(of.principal.value.trait, (of, *of.principal.value.args))
    wanted = t.TraitRef(to.principal.value.trait, (of, *to.principal.value.args))
    above = [bound.value for bound in supertrait_refs(tcx, t.Binder(whole, of.principal.bound))]
    if any(t.erase_regions(bound) == wanted and bound.trait is not whole.trait for bound in above):
        names = [tcx.format_ty(of), tcx.format_ty(to)]
        message = "this `Deref` implementation is covered by an implicit supertrait coercion"
        shown = f"`{names[0]}` implements `Deref<Target = {names[1]}>` which conflicts with supertrait"
        supertrait = names[1].removeprefix("dyn ")
        at = target.node.span
        label = Label(at._replace(hi=target.node.ident.span.hi), f"target type is a supertrait of `{names[0]}`")
        emit(
            "deref_into_dyn_supertrait", Label(impl.head_span, f"{shown} `{supertrait}`"), message, secondary=(label,)
        )  # fmt: skip


def _too_large_for_c(tcx: TyCtxt, def_: Def, item: ast.Enum_, emit: Emit) -> None:
    """A `repr(C)` enum whose discriminants don't all fit into one of C's types for them."""
    repr_ = tcx.adt_def(def_).repr
    if not repr_.c or repr_.int_ is not None:
        return
    of_int = of_unsigned = True
    for variant, value in zip(item.variants, tcx.discriminants(def_), strict=True):
        fits_int, fits_unsigned = -(1 << 31) <= value < 1 << 31, 0 <= value < 1 << 32
        of_int, of_unsigned = of_int and fits_int, of_unsigned and fits_unsigned
        if not of_int and not of_unsigned:
            fails, other = ("int", "unsigned int") if fits_unsigned else ("unsigned int", "int")
            rest = f", and a previous discriminant does not fit into C `{other}`"
            if not fits_int and not fits_unsigned:
                fails, rest = "int", " nor into C `unsigned int`"
            message = f"`repr(C)` enum discriminant does not fit into C `{fails}`{rest}"
            emit("repr_c_enums_larger_than_int", Label(variant.ident.span), message)


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
