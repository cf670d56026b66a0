"""Built-in implementations: Sized, Copy, Clone, Tuple, the Fn traits, and the parts that auto traits look at.

Reference: special types and traits; rustc: `sizedness_conditions`, `copy_clone_conditions`, `constituent_types_for_auto_trait`,
`assemble_closure_candidates`, `assemble_fn_pointer_candidates`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind
from interpreter.typeck import ty as t
from interpreter.typeck.defs import ImplSourceKind
from interpreter.typeck.thir import ClosureKind
from interpreter.typeck.traits import project, unsize
from interpreter.typeck.traits.obligation import ErrorKind, Obligation, ObligationCause

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.traits.select import Candidate, Selected, SelectionContext, SelectionError


class Unknown:
    """It can't be said yet: an inference variable or a closure still being checked decides."""


UNKNOWN = Unknown()
Conditions = "Candidate | Unknown | None"
_KIND_OF = {"fn": ClosureKind.FN, "fn_mut": ClosureKind.FN_MUT, "fn_once": ClosureKind.FN_ONCE}
_ORDER = {ClosureKind.FN: 0, ClosureKind.FN_MUT: 1, ClosureKind.FN_ONCE: 2}


def lang_name(tcx: TyCtxt, trait: Def) -> str:
    """Which of the traits with built-in implementations this is; "" for others."""
    return next((name for name in BUILTIN_TRAITS if tcx.lang_item_or_none(name) is trait), "")


def _builtin(parts: Sequence[t.Ty]) -> Candidate:
    from interpreter.typeck.traits.select import Candidate

    return Candidate(ImplSourceKind.BUILTIN, tuple(parts))


def sized_conditions(selcx: SelectionContext, ty: t.Ty, _trait_ref: t.TraitRef) -> Candidate | Unknown | None:
    """Unsized: str, slices, trait objects, and what ends in them."""
    if isinstance(ty, (t.Slice, t.Dynamic)) or ty is t.STR:
        return None
    if isinstance(ty, (t.Param, t.Alias)):
        return None
    if isinstance(ty, t.Tuple):
        return _builtin(ty.elems[-1:])
    if isinstance(ty, t.Adt):
        return _builtin([t.subst(tail, ty.args) for tail in sized_constraint(selcx.tcx, ty.def_)])
    return _builtin(())


def is_plainly_sized(tcx: TyCtxt, ty: t.Ty) -> bool:
    """Whether a type has a known size whatever its parts are."""
    if isinstance(ty, t.Adt):
        return not sized_constraint(tcx, ty.def_)
    return (isinstance(ty, t.Prim) and ty is not t.STR) or isinstance(ty, _PLAINLY_SIZED)


_PLAINLY_SIZED = (t.Ref, t.RawPtr, t.Closure, t.FnPtr, t.FnDef, t.Array, t.ErrorTy)


def sized_constraint(tcx: TyCtxt, def_: Def) -> list[t.Ty]:
    """What must be Sized for an ADT to be so."""
    return tcx.query("sized_constraint", def_, lambda: _sized_constraint(tcx, def_), lambda _chain: [])


def _sized_constraint(tcx: TyCtxt, def_: Def) -> list[t.Ty]:
    """The types of the last fields that decide whether an ADT is Sized; known ones are left out (rustc:
    `adt_sized_constraint`)."""
    adt = tcx.adt_def(def_)
    found: list[t.Ty] = []
    for variant in adt.variants if adt.is_struct else ():
        if variant.fields:
            ty = tcx.type_of(variant.fields[-1].def_)
            while isinstance(ty, t.Tuple) and ty.elems:
                ty = ty.elems[-1]
            if isinstance(ty, t.Adt):
                found.extend(t.subst(x, ty.args) for x in sized_constraint(tcx, ty.def_))
            elif isinstance(ty, (t.Param, t.Alias, t.Slice, t.Dynamic)) or ty is t.STR:
                found.append(ty)
    return found


def copy_clone_conditions(selcx: SelectionContext, ty: t.Ty, trait_ref: t.TraitRef) -> Candidate | Unknown | None:
    """Tuples, arrays, closures, function items and pointers; everything else has impls in std's text."""
    if isinstance(ty, (t.FnDef, t.FnPtr)):
        return _builtin(())
    if isinstance(ty, t.Tuple):
        return _builtin(ty.elems)
    if isinstance(ty, t.Array):
        return _builtin((ty.elem,))
    if isinstance(ty, t.Closure):
        upvars = selcx.infcx.closure(ty.def_, ty.args).upvar_tys
        return UNKNOWN if upvars is None else _builtin(upvars)
    return None


def tuple_conditions(_selcx: SelectionContext, ty: t.Ty, _trait_ref: t.TraitRef) -> Candidate | Unknown | None:
    return _builtin(()) if isinstance(ty, t.Tuple) else None


def fn_ptr_conditions(_selcx: SelectionContext, ty: t.Ty, _trait_ref: t.TraitRef) -> Candidate | Unknown | None:
    return _builtin(()) if isinstance(ty, t.FnPtr) else None


def callable_conditions(selcx: SelectionContext, ty: t.Ty, trait_ref: t.TraitRef) -> Candidate | Unknown | None:
    """Closures by their kind; safe function items and pointers always."""
    from interpreter.typeck.traits.select import Candidate

    if isinstance(ty, t.Closure):
        kind = selcx.infcx.closure(ty.def_, ty.args).kind
        wanted = _KIND_OF[selcx._lang_name(trait_ref.trait)]
        if kind is None:
            return Candidate(ImplSourceKind.CLOSURE, ty) if wanted is ClosureKind.FN_ONCE else UNKNOWN
        return Candidate(ImplSourceKind.CLOSURE, ty) if _ORDER[kind] <= _ORDER[wanted] else None
    if isinstance(ty, t.FnPtr):
        return Candidate(ImplSourceKind.FN_POINTER, ty) if ty.sig.value.is_fn_trait_compatible else None
    if isinstance(ty, t.FnDef):
        sig = selcx.tcx.fn_sig(ty.def_).value
        callable_ = sig.is_fn_trait_compatible and "target_feature" not in ty.def_.attrs
        return Candidate(ImplSourceKind.FN_POINTER, ty) if callable_ else None
    return None


def unsize_conditions(selcx: SelectionContext, ty: t.Ty, trait_ref: t.TraitRef) -> Candidate | Unknown | None:
    from interpreter.typeck.traits.select import Candidate

    target = selcx.infcx.shallow_resolve(trait_ref.args[1])  # type: ignore[arg-type]
    if isinstance(target, t.Infer):
        return UNKNOWN
    found = unsize.assemble(selcx, ty, target)
    return Candidate(ImplSourceKind.UNSIZE, found) if found is not None else None


BUILTIN_TRAITS: dict[str, Callable[[SelectionContext, t.Ty, t.TraitRef], Candidate | Unknown | None]] = {
    "sized": sized_conditions,
    "copy": copy_clone_conditions,
    "clone": copy_clone_conditions,
    "tuple_trait": tuple_conditions,
    "fn_ptr_trait": fn_ptr_conditions,
    "fn": callable_conditions,
    "fn_mut": callable_conditions,
    "fn_once": callable_conditions,
    "unsize": unsize_conditions,
}
NEVER_OF_OBJECT = frozenset(("sized", "copy", "clone"))
"""Traits that a trait object doesn't have for having them as supertraits."""
ONLY_BUILTIN = frozenset(("sized", "tuple_trait", "fn_ptr_trait", "unsize"))
"""Traits without impls in text."""


def auto_trait_parts(selcx: SelectionContext, ty: t.Ty, trait: Def) -> tuple[t.Ty, ...] | Unknown | None:
    """The types that must implement an auto trait for `ty` to do so; None if it never does by itself."""
    tcx = selcx.tcx
    if isinstance(ty, (t.Prim, t.FnDef, t.FnPtr)) or (isinstance(ty, t.Infer) and ty.kind != "ty"):
        return ()
    if isinstance(ty, (t.Ref, t.RawPtr)):
        return (ty.ty,)
    if isinstance(ty, (t.Array, t.Slice)):
        return (ty.elem,)
    if isinstance(ty, t.Tuple):
        return ty.elems
    if isinstance(ty, t.Adt):
        if tcx.is_lang_item(ty.def_, "phantom_data"):
            return tuple(a for a in ty.args if not isinstance(a, _REGIONS))  # type: ignore[misc]
        if tcx.is_lang_item(ty.def_, "async_block_type"):
            return async_block_parts(selcx, ty)
        return tuple(f.ty(tcx, ty.args) for f in tcx.adt_def(ty.def_).all_fields())
    if isinstance(ty, t.Closure):
        upvars = selcx.infcx.closure(ty.def_, ty.args).upvar_tys
        return UNKNOWN if upvars is None else tuple(upvars)
    if isinstance(ty, t.Alias) and ty.def_.kind is DefKind.OPAQUE_TY:
        hidden = selcx.infcx.hidden_type_of(ty)
        if hidden is None:
            hidden = t.subst(tcx.type_of(ty.def_), ty.args)
        return (hidden,)
    return None


def async_block_parts(selcx: SelectionContext, ty: t.Adt) -> tuple[t.Ty, ...]:
    """What an `async` block has captured and what it keeps at its `.await`s. That is left for later within the body around it:
    it is checked when the body is done (`InferCtxt.stalled`)."""
    closure = selcx.infcx.shallow_resolve(ty.args[0])  # type: ignore[arg-type]
    if not isinstance(closure, t.Closure):
        return (closure,)
    if closure.def_ in selcx.infcx.closures:
        return ()
    return (closure, *t.subst(selcx.tcx.coroutine_witness(closure.def_), closure.args))


_REGIONS = (t.ReStatic, t.ReErased, t.ReError, t.ReEarlyParam, t.ReLateParam, t.ReBound, t.ReVar, t.RePlaceholder)


def callable_sig(selcx: SelectionContext, ty: t.Ty) -> t.Binder:
    """Binder of the FnSig of a closure, function item or pointer, with separate parameters."""
    if isinstance(ty, t.Closure):
        return selcx.infcx.closure(ty.def_, ty.args).sig
    if isinstance(ty, t.FnPtr):
        return ty.sig
    assert isinstance(ty, t.FnDef)
    return t.subst(selcx.tcx.fn_sig(ty.def_), ty.args)


def confirm_callable(
    selcx: SelectionContext, candidate: Candidate, obligation: Obligation, trait_ref: t.TraitRef
) -> Selected | SelectionError:
    """`F: Fn*(Args)`: the arguments must equal the parameters, as one tuple."""
    from interpreter.typeck.traits.select import Selected, SelectionError

    infcx = selcx.infcx
    cause: ObligationCause = obligation.cause
    nested: list[Obligation] = []
    binder = callable_sig(selcx, candidate.data)
    sig: t.FnSig = infcx.instantiate_binder_with_fresh_vars(binder, cause.span)
    sig = project.normalize(infcx, sig, cause, obligation.param_env, nested, obligation.depth + 1)
    given = project.normalize(infcx, trait_ref.args[1], cause, obligation.param_env, nested, obligation.depth + 1)
    given = infcx.shallow_resolve(given)  # type: ignore[arg-type]
    error = infcx.eq(given, t.Tuple(sig.inputs), cause)
    if error is not None:
        return SelectionError(ErrorKind.SIGNATURE_MISMATCH, error, (given, t.Tuple(sig.inputs), candidate.data))
    return Selected(candidate.kind, nested=tuple(nested), sig=sig)
