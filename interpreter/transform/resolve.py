"""Which instance a call runs, and what a vtable holds (rustc: `Instance::resolve`, `vtable_entries`)."""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.transform.instance import Instance, InstanceKind
from interpreter.typeck import ty as t
from interpreter.typeck.defs import AssocKind, ImplSource, ImplSourceKind
from interpreter.typeck.thir import ClosureKind

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

FN_TRAITS = {"fn_once": ClosureKind.FN_ONCE, "fn_mut": ClosureKind.FN_MUT, "fn": ClosureKind.FN}


def resolve_instance(tcx: TyCtxt, def_: Def, args: t.Args) -> Instance:
    """What a call of the function, method or constructor `def_` runs. `args` are monomorphic; a trait's method has Self first."""
    args = tcx.normalize_erasing_regions(t.erase_regions(args), reveal=True)
    key = (def_, args)
    return tcx.query("resolve_instance", key, lambda: _resolve(tcx, def_, args))


def resolve_fn_once(tcx: TyCtxt, ty: t.Ty, inputs: tuple[t.Ty, ...]) -> Instance:
    """`<ty as FnOnce<inputs>>::call_once`."""
    method = tcx.associated_items(tcx.lang_item("fn_once"))
    call_once = next(item.def_ for item in method if item.kind is AssocKind.FN)
    return resolve_instance(tcx, call_once, (ty, t.Tuple(inputs)))


def _resolve(tcx: TyCtxt, def_: Def, args: t.Args) -> Instance:
    if def_.kind in (DefKind.STRUCT, DefKind.VARIANT):
        return Instance(InstanceKind.CTOR_SHIM, def_, args)
    trait = tcx.trait_of_item(def_)
    if trait is None:
        return _function(tcx, def_, args)
    self_ty = args[0]
    fn_kind = fn_trait_kind(tcx, trait)
    if fn_kind is not None:
        shim = _resolve_fn_trait(tcx, def_, args, fn_kind)
        if shim is not None:
            return shim
    if isinstance(self_ty, t.Dynamic):
        slot = vtable_slot(tcx, self_ty, def_)
        if slot is not None:
            return Instance(InstanceKind.VIRTUAL, def_, args, self_ty, slot)
    found = tcx.resolve_assoc_item(def_, args)
    if isinstance(found, ImplSource):
        if found.kind is ImplSourceKind.OBJECT and isinstance(self_ty, t.Dynamic):
            slot = vtable_slot(tcx, self_ty, def_)
            if slot is not None:
                return Instance(InstanceKind.VIRTUAL, def_, args, self_ty, slot)
        if tcx.is_lang_item(trait, "clone") and def_.name == "clone":
            return Instance(InstanceKind.CLONE_SHIM, def_, args, self_ty)  # type: ignore[arg-type]
        return _function(tcx, def_, args)
    assert found is not None, f"no implementation of {def_.path()} for {tcx.format_ty(self_ty)}"
    return _function(tcx, *found)


def _function(tcx: TyCtxt, def_: Def, args: t.Args) -> Instance:
    if isinstance(def_.node, ast.Fn) and def_.node.foreign:
        from interpreter.transform.foreign import foreign_function

        def_, args = foreign_function(tcx, def_)
    kind = InstanceKind.INTRINSIC if "intrinsic" in def_.attrs else InstanceKind.ITEM
    return Instance(kind, def_, args)


def tracks_caller(tcx: TyCtxt, function: Def) -> bool:
    """Whether panics in a function are put down to its call: `#[track_caller]`, on the trait's item as well (rustc:
    `should_inherit_track_caller`)."""
    if "track_caller" in function.attrs or function.kind is not DefKind.ASSOC_FN:
        return "track_caller" in function.attrs
    item = tcx.associated_item(function)
    return item is not None and item.trait_item is not None and "track_caller" in item.trait_item.attrs


def reify(tcx: TyCtxt, instance: Instance) -> Instance:
    """What a fn pointer to an instance, or its slot in a vtable, runs (rustc: `Instance::resolve_for_fn_ptr`)."""
    def_ = instance.def_
    if instance.kind is InstanceKind.ITEM and def_ is not None and not def_.is_std and tracks_caller(tcx, def_):
        return Instance(InstanceKind.REIFY_SHIM, def_, instance.args)
    return instance


# ------------------------------------------------------------------------------------------------ closures and fn pointers


def fn_trait_kind(tcx: TyCtxt, trait: Def) -> ClosureKind | None:
    """Which of the Fn traits `trait` is."""
    for name, kind in FN_TRAITS.items():
        if tcx.is_lang_item(trait, name):
            return kind
    return None


def _resolve_fn_trait(tcx: TyCtxt, method: Def, args: t.Args, asked: ClosureKind) -> Instance | None:
    """The call* method of a closure, fn item or fn pointer; None for types that implement the trait by an impl."""
    self_ty = args[0]
    if isinstance(self_ty, t.Closure):
        kind = tcx.closure_info(self_ty.def_).kind
        if asked is ClosureKind.FN_ONCE and kind is not ClosureKind.FN_ONCE:
            return Instance(InstanceKind.CLOSURE_ONCE_SHIM, method, self_ty.args, self_ty)
        return Instance(InstanceKind.CLOSURE, self_ty.def_, self_ty.args)
    if isinstance(self_ty, (t.FnDef, t.FnPtr)):
        by_ref = asked is not ClosureKind.FN_ONCE
        return Instance(InstanceKind.FN_PTR_SHIM, method, args, self_ty, by_ref=by_ref)
    return None


def closure_signature(tcx: TyCtxt, ty: t.Closure) -> t.FnSig:
    """The closure's parameters, one by one, and its result; monomorphic."""
    sig = t.instantiate_bound(tcx.closure_info(ty.def_).sig, lambda _i, _name: t.RE_ERASED)
    return tcx.normalize_erasing_regions(t.erase_regions(t.subst(sig, ty.args)), reveal=True)  # type: ignore[no-any-return]


def closure_captures(tcx: TyCtxt, ty: t.Closure) -> tuple[t.Ty, ...]:
    """The types of a closure's fields; monomorphic."""
    tys: list[t.Ty] = []
    for capture in tcx.closure_info(ty.def_).captures:
        field: t.Ty = capture.ty
        if capture.by_ref is not None:
            field = t.Ref(t.RE_ERASED, capture.ty, capture.by_ref.value != "&")
        tys.append(field)
    return tcx.normalize_erasing_regions(t.erase_regions(t.subst(tuple(tys), ty.args)), reveal=True)


# ------------------------------------------------------------------------------------------------ vtables


def vtable_entries(tcx: TyCtxt, dyn: t.Dynamic) -> tuple[tuple[Def, t.Args], ...]:
    """The methods of a trait object type by slot, as (the trait's method, the trait's arguments without Self): those of
    supertraits first, each trait once."""
    return tcx.query("vtable_entries", dyn, lambda: _vtable_entries(tcx, dyn))


def _vtable_entries(tcx: TyCtxt, dyn: t.Dynamic) -> tuple[tuple[Def, t.Args], ...]:
    if dyn.principal is None:
        return ()
    existential = t.erase_regions(t.instantiate_bound(dyn.principal, lambda _i, _name: t.RE_ERASED))
    entries: list[tuple[Def, t.Args]] = []
    seen: set[tuple[Def, t.Args]] = set()

    def visit(trait: Def, args: t.Args) -> None:
        """`args`: with the object type as Self."""
        if (trait, args) in seen:
            return
        seen.add((trait, args))
        for predicate, _ in tcx.super_predicates_of(trait):
            kind = predicate.value
            if isinstance(kind, t.TraitPredicate) and isinstance(kind.trait_ref.args[0], t.Param):
                super_args = t.erase_regions(t.subst(kind.trait_ref.args, args))
                visit(kind.trait_ref.trait, tcx.normalize_erasing_regions(super_args, reveal=True))
        for item in tcx.associated_items(trait):
            if item.kind is AssocKind.FN and item.has_self and not _needs_sized_self(tcx, item.def_):
                entries.append((item.def_, args[1:]))

    visit(existential.trait, (dyn, *existential.args))
    return tuple(entries)


def _needs_sized_self(tcx: TyCtxt, method: Def) -> bool:
    """`where Self: Sized`, or own type parameters: the method can't be called on an object."""
    sized = tcx.lang_item("sized")
    for predicate, _ in tcx.own_predicates_of(method):
        kind = predicate.value
        if isinstance(kind, t.TraitPredicate) and kind.trait_ref.trait is sized:
            self_ty = kind.trait_ref.args[0]
            if isinstance(self_ty, t.Param) and self_ty.index == 0:
                return True
    return any(isinstance(param.to_arg(), (t.Param, t.ConstParam)) for param in tcx.generics_of(method).params)


def vtable_slot(tcx: TyCtxt, dyn: t.Dynamic, method: Def) -> int | None:
    """The slot of a trait's method in the vtables of `dyn`."""
    for slot, (entry, _) in enumerate(vtable_entries(tcx, dyn)):
        if entry is method:
            return slot
    return None


def vtable_methods(tcx: TyCtxt, ty: t.Ty, dyn: t.Dynamic) -> tuple[Instance | None, ...]:
    """The instances in the vtable of `ty` as `dyn`; None for a method whose bounds don't hold for `ty`."""

    def compute() -> tuple[Instance | None, ...]:
        slots: list[Instance | None] = []
        for method, args in vtable_entries(tcx, dyn):
            # Late-bound lifetimes are erased; a method in a vtable has no other parameters of its own.
            own = tuple(t.RE_ERASED for _ in tcx.generics_of(method).params)
            instance = resolve_instance(tcx, method, (ty, *args, *own))
            slots.append(instance if "track_caller" in method.attrs else reify(tcx, instance))
        return tuple(slots)

    return tcx.query("vtable_methods", (ty, dyn), compute)
