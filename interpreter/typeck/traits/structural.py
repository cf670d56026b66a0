"""Trait questions after typeck: no inference variables, regions erased (rustc: `codegen_select_candidate`, `needs_drop`,
`is_copy`, ...)."""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING, Any, TypeVar
from interpreter.resolve.defs import Def, DefKind
from interpreter.typeck import ty as t
from interpreter.typeck.defs import ImplSource, ImplSourceKind, ParamEnv
from interpreter.typeck.traits import project
from interpreter.typeck.traits.obligation import Obligation, ObligationCause
from interpreter.typeck.traits.select import EvaluationResult, Selected

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

T = TypeVar("T")


def _cause(tcx: TyCtxt) -> ObligationCause:
    return ObligationCause(tcx.resolution.root.span)


def type_implements_trait(tcx: TyCtxt, trait: Def, args: t.Args, param_env: ParamEnv) -> bool:
    predicate = t.dummy_binder(t.TraitPredicate(t.TraitRef(trait, args)))
    key = (param_env, t.erase_regions(predicate), False)
    found = tcx.evaluation_cache.get(key)
    if found is None:
        infcx = tcx.infer_ctxt(param_env)
        found = infcx.selection.evaluate_root_obligation(Obligation(predicate, _cause(tcx), param_env))
    return found is EvaluationResult.OK


def resolve_impl(tcx: TyCtxt, trait_ref: t.TraitRef, param_env: ParamEnv) -> ImplSource | None:
    trait_ref = t.erase_regions(trait_ref)

    def compute() -> ImplSource | None:
        infcx = tcx.infer_ctxt(param_env)
        infcx.reveal = True
        cause = _cause(tcx)
        wanted = infcx.normalize(trait_ref, cause)
        infcx.select_where_possible()
        wanted = infcx.resolve_vars_if_possible(wanted)
        predicate = t.dummy_binder(t.TraitPredicate(wanted))
        selected = infcx.selection.select(Obligation(predicate, cause, param_env))
        if not isinstance(selected, Selected):
            return None
        infcx.register_obligations(selected.nested)
        infcx.select_where_possible()
        args = t.erase_regions(infcx.resolve_vars_if_possible(selected.args))
        return ImplSource(selected.kind, selected.impl, args)

    return tcx.query("resolve_impl", (trait_ref, param_env), compute, lambda _chain: None)


def resolve_assoc_item(tcx: TyCtxt, def_: Def, args: t.Args, param_env: ParamEnv) -> tuple[Def, t.Args] | ImplSource | None:
    trait = tcx.trait_of_item(def_)
    if trait is None:
        return def_, args
    n = tcx.generics_of(trait).count
    source = resolve_impl(tcx, t.TraitRef(trait, args[:n]), param_env)
    if source is None or source.kind in (ImplSourceKind.PARAM, ImplSourceKind.PROJECTION):
        return None
    if source.kind is not ImplSourceKind.IMPL:
        item = tcx.associated_item(def_)
        if source.kind is ImplSourceKind.BUILTIN and item is not None and item.has_value:
            return def_, args
        return source
    assert source.impl is not None
    item = tcx.impl_item_implementing(source.impl, def_)
    if item is not None:
        return item.def_, (*source.args, *args[n:])
    return def_, args


def normalize_erasing_regions(tcx: TyCtxt, value: T, param_env: ParamEnv, *, reveal: bool) -> T:
    value = t.erase_regions(value)
    if not t._flags_of(value) & t.HAS_ALIAS:
        return value
    key = (param_env, ("reveal", value) if reveal else ("erase", value))
    cache: dict[Any, Any] = tcx.normalize_cache
    found = cache.get(key)
    if found is None:
        infcx = tcx.infer_ctxt(param_env)
        infcx.reveal = reveal
        nested: list[Obligation] = []
        found = project.normalize(infcx, value, _cause(tcx), param_env, nested)
        infcx.register_obligations(nested)
        infcx.select_where_possible()
        found = t.erase_regions(infcx.resolve_vars_if_possible(found))
        if t._flags_of(found) & t.HAS_INFER:
            found = value
        cache[key] = found
    return found


def is_sized(tcx: TyCtxt, ty: t.Ty, param_env: ParamEnv) -> bool:
    sized = tcx.lang_item_or_none("sized")
    return sized is None or type_implements_trait(tcx, sized, (ty,), param_env)


_TRIVIALLY_COPY = (t.FnDef, t.FnPtr, t.RawPtr)


def is_copy(tcx: TyCtxt, ty: t.Ty, param_env: ParamEnv) -> bool:
    if isinstance(ty, t.Prim):
        return ty is not t.STR
    if isinstance(ty, _TRIVIALLY_COPY):
        return True
    if isinstance(ty, t.Ref):
        return not ty.mutable
    if isinstance(ty, (t.Slice, t.Dynamic, t.ErrorTy)):
        return isinstance(ty, t.ErrorTy)
    if isinstance(ty, t.Tuple):
        return all(is_copy(tcx, e, param_env) for e in ty.elems)
    if isinstance(ty, t.Array):
        return is_copy(tcx, ty.elem, param_env)
    copy = tcx.lang_item_or_none("copy")
    return copy is not None and type_implements_trait(tcx, copy, (ty,), param_env)


def is_freeze(tcx: TyCtxt, ty: t.Ty, param_env: ParamEnv) -> bool:
    if isinstance(ty, (t.Prim, t.Ref, t.RawPtr, t.FnDef, t.FnPtr)):
        return True
    freeze = tcx.lang_item_or_none("freeze")
    return freeze is None or type_implements_trait(tcx, freeze, (ty,), param_env)


def adt_destructor(tcx: TyCtxt, def_: Def) -> Def | None:
    drop = tcx.lang_item_or_none("drop")
    if drop is None:
        return None
    for impl in tcx.relevant_impls(drop, tcx.type_of(def_)):
        self_ty = tcx.type_of(impl)
        if isinstance(self_ty, t.Adt) and self_ty.def_ is def_ and tcx.associated_items(impl):
            return impl
    return None


def needs_drop(tcx: TyCtxt, ty: t.Ty, param_env: ParamEnv) -> bool:
    if isinstance(ty, (t.Prim, t.Ref, t.RawPtr, t.FnDef, t.FnPtr, t.ErrorTy, t.Infer)):
        return False
    ty = t.erase_regions(ty)
    return tcx.query("needs_drop", (ty, param_env), lambda: _needs_drop(tcx, ty, param_env), lambda _chain: False)


def _needs_drop(tcx: TyCtxt, ty: t.Ty, param_env: ParamEnv) -> bool:
    if ty.flags & t.HAS_ALIAS:
        ty = normalize_erasing_regions(tcx, ty, param_env, reveal=False)
    if isinstance(ty, t.Tuple):
        return any(needs_drop(tcx, e, param_env) for e in ty.elems)
    if isinstance(ty, t.Array):
        length = ty.len
        return not (isinstance(length, t.ConstValue) and length.value == 0) and needs_drop(tcx, ty.elem, param_env)
    if isinstance(ty, t.Slice):
        return needs_drop(tcx, ty.elem, param_env)
    if isinstance(ty, t.Dynamic):
        return True
    if isinstance(ty, t.Closure):
        infcx = tcx.infer_ctxt(param_env)
        return any(needs_drop(tcx, u, param_env) for u in infcx.closure(ty.def_, ty.args).upvar_tys or ())
    if isinstance(ty, t.Adt):
        if tcx.is_lang_item(ty.def_, "manually_drop"):
            return False
        if tcx.is_lang_item(ty.def_, "owned_box") or tcx.adt_destructor(ty.def_) is not None:
            return True
        adt = tcx.adt_def(ty.def_)
        if adt.is_union:
            return False
        return any(needs_drop(tcx, f.ty(tcx, ty.args), param_env) for f in adt.all_fields())
    if isinstance(ty, (t.Param, t.Alias)):
        return not is_copy(tcx, ty, param_env)
    return False


def is_opaque(ty: t.Ty) -> bool:
    """`impl Trait` not yet seen through."""
    return isinstance(ty, t.Alias) and ty.def_.kind is DefKind.OPAQUE_TY
