"""What coherence may rely on: whether all impls that could ever apply to a goal are known (rustc: `trait_ref_is_knowable`).

Reference: trait implementation coherence. An upstream crate may add impls of its traits for its own types; a downstream crate may
implement our traits for its types.
"""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.infer import InferCtxt

_REGIONS_AND_CONSTS = (
    t.ReStatic, t.ReErased, t.ReError, t.ReEarlyParam, t.ReLateParam, t.ReBound, t.ReVar, t.RePlaceholder, t.ConstValue,
    t.ConstParam, t.ConstInfer, t.ConstUnevaluated, t.ConstError,
)  # fmt: skip


def is_local(ty: Any) -> bool:
    """A type of the user's crate."""
    if isinstance(ty, t.Adt):
        return not ty.def_.is_std
    if isinstance(ty, t.Dynamic):
        return ty.principal is not None and not ty.principal.value.trait.is_std
    return isinstance(ty, (t.Closure, t.ErrorTy))


def uncover_fundamental(tcx: TyCtxt, ty: Any) -> Any:
    """What is within `&T`, `&mut T`, `Box<T>`, `Pin<T>`."""
    while True:
        if isinstance(ty, t.Ref):
            ty = ty.ty
        elif isinstance(ty, t.Adt) and (tcx.is_lang_item(ty.def_, "owned_box") or "fundamental" in ty.def_.attrs):
            ty = ty.args[0]
        else:
            return ty


def is_knowable(infcx: InferCtxt, trait_ref: t.TraitRef) -> bool:
    """Whether no other crate can have an impl for this goal that isn't seen here."""
    tcx = infcx.tcx
    types = [infcx.resolve_vars_if_possible(a) for a in trait_ref.args if not isinstance(a, _REGIONS_AND_CONSTS)]
    uncovered = [uncover_fundamental(tcx, ty) for ty in types]
    for ty in uncovered:
        if isinstance(ty, t.Infer) and ty.kind == "ty":
            return False
        if is_local(ty):
            break
    trait = trait_ref.trait
    fundamental = not trait.is_std or "fundamental" in trait.attrs or _is_fundamental_lang(tcx, trait)
    return fundamental or any(is_local(ty) for ty in uncovered)


def _is_fundamental_lang(tcx: TyCtxt, trait: object) -> bool:
    return any(tcx.lang_item_or_none(name) is trait for name in ("sized", "fn", "fn_mut", "fn_once"))
