"""From the method picked to the call of it: adjust the receiver, make the arguments, register what must hold (rustc:
method/confirm.rs)."""

from __future__ import annotations

from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import lower_body, place_op
from interpreter.typeck import ty as t
from interpreter.typeck.autoderef import Autoderef
from interpreter.typeck.fn_ctxt import FnCtxt
from interpreter.typeck.method.probe import CandidateKind, Pick, upcast_refs
from interpreter.typeck.results import AdjustKind, Adjustment, MethodCallee
from interpreter.typeck.thir import CoercionKind, UserType
from interpreter.typeck.traits import elaborate
from interpreter.typeck.words import errors_method


def confirm_method(
    fcx: FnCtxt, span: Span, receiver: ast.Expr, receiver_ty: t.Ty, pick: Pick, segment: ast.PathSegment
) -> MethodCallee | None:
    """The call of the picked method on `receiver`; None after reporting that no object can have it called."""
    self_ty = _adjust_self(fcx, receiver, receiver_ty, pick)
    receiver_args = fresh_receiver_args(fcx, span, self_ty, pick)
    method = pick.item.def_
    if pick.candidate.kind is CandidateKind.TRAIT and not fcx.owner.is_std:
        fcx.tcx.traits_called.add(pick.item.container)
    written = lower_body.lower_segment_args(fcx, method, segment, receiver_args, of_method_call=True)
    args = t.erase_regions(written)
    binder = t.subst(fcx.tcx.fn_sig(method), args)
    sig = fcx.normalize(span, fcx.infcx.instantiate_binder_with_fresh_vars(binder, span))
    error = fcx.infcx.sup(sig.inputs[0], self_ty, fcx.cause(receiver.span))
    if error is not None:
        fcx.error("E0308", "mismatched types", receiver.span, f"expected `{fcx.fmt(sig.inputs[0])}`, found `{fcx.fmt(self_ty)}`")
    if _needs_sized_object(fcx, method, args):
        errors_method.report_not_on_object(fcx, segment, method, receiver_ty)
        return None
    if fcx.tcx.is_lang_item(method, "drop_fn"):
        errors_method.report_explicit_drop(fcx, span)
    fcx.add_item_predicates(method, args, segment.ident.span)
    for ty in (*args, *sig.inputs, sig.output):
        fcx.require_wf(ty, segment.ident.span)
    if pick.autoref == "&mut":
        place_op.convert_place_derefs_to_mutable(fcx, receiver)
    user = UserType(t.FnDef(method, written), segment.ident.span) if written is not args and segment.args is not None else None
    return MethodCallee(method, args, sig, user)


def _needs_sized_object(fcx: FnCtxt, method: Def, args: t.Args) -> bool:
    """Whether `where Self: Sized` keeps the method from trait objects (rustc: `predicates_require_illegal_sized_bound`)."""
    if not args or not isinstance(args[0], t.Dynamic):
        return False
    for predicate in elaborate.elaborate(fcx.tcx, [t.subst(p, args) for p, _ in fcx.tcx.own_predicates_of(method)]):
        kind = predicate.value
        if isinstance(kind, t.TraitPredicate) and fcx.tcx.is_lang_item(kind.trait_ref.trait, "sized"):
            if isinstance(kind.trait_ref.args[0], t.Dynamic):
                return True
    return False


def _adjust_self(fcx: FnCtxt, receiver: ast.Expr, receiver_ty: t.Ty, pick: Pick) -> t.Ty:
    steps = Autoderef(fcx, receiver.span, receiver_ty, include_raw=True)
    target = receiver_ty
    for ty, n in steps:
        target = ty
        if n == pick.derefs:
            break
    adjustments = steps.adjustments(pick.derefs)
    if pick.autoref in ("&", "&mut"):
        mutable = pick.autoref == "&mut"
        base = fcx.shallow(target)
        target = t.Ref(t.RE_ERASED, base, mutable)
        adjustments.append(Adjustment(AdjustKind.BORROW, target, mutable=mutable, two_phase=mutable))
        if pick.unsize:
            assert isinstance(base, t.Array)
            target = t.Ref(t.RE_ERASED, t.Slice(base.elem), mutable)
            adjustments.append(Adjustment(AdjustKind.POINTER, target, coercion=CoercionKind.UNSIZE))
    elif pick.autoref == "*const":
        pointer = fcx.shallow(target)
        assert isinstance(pointer, t.RawPtr)
        target = t.RawPtr(pointer.ty, False)
        adjustments.append(Adjustment(AdjustKind.POINTER, target, coercion=CoercionKind.MUT_TO_CONST_PTR))
    fcx.apply_adjustments(receiver, adjustments)
    return target


def fresh_receiver_args(fcx: FnCtxt, span: Span, self_ty: t.Ty, pick: Pick) -> t.Args:
    """The arguments of the impl or trait that the method belongs to."""
    candidate = pick.candidate
    if candidate.kind is CandidateKind.INHERENT_IMPL:
        assert candidate.impl is not None
        return fcx.infcx.fresh_args_for(candidate.impl, span)
    if candidate.kind is CandidateKind.TRAIT:
        return fcx.infcx.fresh_args_for(candidate.item.container, span)
    assert candidate.trait_ref is not None
    if candidate.kind is CandidateKind.OBJECT:
        for upcast in upcast_refs(fcx, candidate.trait_ref):
            if upcast.value.trait is candidate.item.container:
                return t.erase_regions(fcx.infcx.instantiate_binder_with_fresh_vars(upcast, span)).args  # type: ignore[no-any-return]
    return t.erase_regions(fcx.infcx.instantiate_binder_with_fresh_vars(candidate.trait_ref, span)).args  # type: ignore[no-any-return]
