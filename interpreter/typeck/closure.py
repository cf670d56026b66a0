"""Closure expressions: what their context says of their signature and kind, and the check of their bodies (rustc: closure.rs)."""

from __future__ import annotations

from collections.abc import Iterable

from interpreter.resolve.defs import Def
from interpreter.syntax import ast
from interpreter.typeck import check_control, lower_body, pattern, same_region
from interpreter.typeck import ty as t
from interpreter.typeck.coerce import CoerceMany
from interpreter.typeck.fn_ctxt import Expectation, FnCtxt, FnFrame, is_ty_var
from interpreter.typeck.infer import InferClosure
from interpreter.typeck.rare import opaque
from interpreter.typeck.results import ClosureData
from interpreter.typeck.thir import ClosureKind
from interpreter.typeck.traits.obligation import MiscCause
from interpreter.typeck.words import errors_closure

_ORDER = [ClosureKind.FN, ClosureKind.FN_MUT, ClosureKind.FN_ONCE]


def fn_trait_kind(fcx: FnCtxt, trait: Def) -> ClosureKind | None:
    """Which of the Fn traits a trait is."""
    for name, kind in (("fn", ClosureKind.FN), ("fn_mut", ClosureKind.FN_MUT), ("fn_once", ClosureKind.FN_ONCE)):
        if fcx.tcx.is_lang_item(trait, name):
            return kind
    return None


def check_closure(fcx: FnCtxt, node: ast.Closure, expected: Expectation) -> t.Ty:
    """`|params| body`."""
    wanted = expected.to_option(fcx)
    sig: t.Binder | None = None
    kind: ClosureKind | None = None
    fcx.closure_cause_span = None
    if wanted is not None:
        sig, kind = _deduce(fcx, fcx.try_structurally_resolve(wanted))
    supplied, user_sig = _supplied_sig(fcx, node)
    bound = _sig_of_closure(fcx, node, supplied, sig)
    liberated = t.instantiate_bound(bound, lambda _i, _n: t.RE_ERASED) if bound.bound else bound.value
    if len(liberated.inputs) != len(node.params):
        liberated = t.safe_sig(tuple([t.ERROR for _ in node.params]), t.ERROR)
    if node in fcx.async_outputs:
        fcx.infcx.eq(fcx.async_outputs[node], liberated.output)
    if isinstance(node.body, ast.AsyncBlock) and node.body.closure.takes_params and node.body.closure.output is None:
        resolved = _future_output(fcx, wanted, liberated.output)
        if resolved is not None:
            fcx.async_outputs[node.body.closure] = resolved
    def_ = fcx.tcx.resolution.defs[node]
    parent = fcx.frame.owner
    data = ClosureData(def_, node, parent, bound, user_sig, liberated, mentions_outer=False, kind=kind)
    fcx.results.closures[def_] = data
    fcx.infcx.closures[def_] = InferClosure(kind, bound, None)
    ty = t.Closure(def_, t.erase_regions(fcx.tcx.identity_args(fcx.owner)))
    _check_closure_body(fcx, data, same_region.closure_output(fcx, node, user_sig.value.output))
    fcx.closures_in_order.append(def_)
    return ty  # type: ignore[no-any-return]


def _check_closure_body(fcx: FnCtxt, data: ClosureData, declared: t.Ty | None) -> None:
    node, sig = data.node, data.liberated
    before = fcx.diverges
    fcx.diverges = False
    frame = FnFrame(
        data.def_, CoerceMany(sig.output), sig.output, node.output.span if node.output is not None else None, is_closure=True
    )
    frame.declared_output = declared
    fcx.frames.append(frame)
    for param, ty in zip(node.params, sig.inputs, strict=True):
        # Where no type is written, the parameter stands for it.
        written = param.ty.span if param.ty is not None else param.pat.span
        fcx.param_types[param.pat] = written
        pattern.check_pat_top(fcx, param.pat, ty, written, annotation=True)
        if param.ty is not None:
            fcx.require_wf(ty, param.ty.span)
        if param.ty is not None:
            fcx.require_sized_param(ty, param.ty.span)
        else:
            fcx.require_sized(ty, param.pat.span, MiscCause.SIZED_ARGUMENT)
    check_control.check_return_value(fcx, node.body, is_tail=True)
    assert frame.ret_coercion is not None
    actual = frame.ret_coercion.complete(fcx)
    if not (actual is t.NEVER and not frame.ret_coercion.pushed):
        fcx.infcx.sup(sig.output, actual)
    fcx.frames.pop()
    data.mentions_outer = frame.mentions_outer
    fcx.diverges = before


# ------------------------------------------------------------------------------------------------ expected signatures


def _deduce(fcx: FnCtxt, wanted: t.Ty) -> tuple[t.Binder | None, ClosureKind | None]:
    """The signature and kind that the expected type asks of a closure."""
    if isinstance(wanted, t.FnPtr):
        pointee = t.erase_regions(wanted.sig)
        return t.Binder(t.safe_sig(pointee.value.inputs, pointee.value.output), pointee.bound), ClosureKind.FN
    if isinstance(wanted, t.Dynamic):
        sig = None
        for projection in wanted.projections:
            value = projection.value
            if fcx.tcx.is_lang_item(value.assoc, "fn_once_output"):
                sig = _sig_from(fcx, value.args[0], value.term, projection.bound) or sig
        kind = fn_trait_kind(fcx, wanted.principal.value.trait) if wanted.principal is not None else None
        return sig, kind
    if isinstance(wanted, t.Alias):
        return _deduce_from(fcx, [t.subst(p, wanted.args) for p, _ in fcx.tcx.item_bounds(wanted.def_)])
    if is_ty_var(wanted):
        assert isinstance(wanted, t.Infer)
        obligations = fcx.infcx.obligations_for_self_ty(wanted)
        fcx.closure_cause_span = obligations[0].cause.span if obligations else None
        return _deduce_from(fcx, [o.predicate for o in obligations])
    return None, None


def _future_output(fcx: FnCtxt, wanted: t.Ty | None, returned: t.Ty) -> t.Ty | None:
    """What the future is expected to resolve to that an `async` closure returns, of which `wanted` is expected (rustc:
    `deduce_future_output_from_obligations`)."""
    values = [returned]
    for kind in _kinds_about(fcx, wanted):
        if isinstance(kind, t.ProjectionPredicate) and fcx.tcx.is_lang_item(kind.alias.def_, "fn_once_output"):
            values.append(kind.term)
    for value in values:
        for kind in _kinds_about(fcx, value):
            if isinstance(kind, t.ProjectionPredicate) and fcx.tcx.is_lang_item(kind.alias.def_, "future_output"):
                return kind.term
    return None


def _kinds_about(fcx: FnCtxt, ty: t.Ty | None) -> list[t.PredicateKind]:
    """What must hold of an unknown type."""
    var = fcx.shallow(ty) if ty is not None else None
    if var is None or not is_ty_var(var):
        return []
    assert isinstance(var, t.Infer)
    return [obligation.predicate.value for obligation in fcx.infcx.obligations_for_self_ty(var)]


def _deduce_from(fcx: FnCtxt, predicates: Iterable[t.Predicate]) -> tuple[t.Binder | None, ClosureKind | None]:
    sig: t.Binder | None = None
    kind: ClosureKind | None = None
    queue = list(predicates)
    seen: set[t.Predicate] = set()
    for predicate in queue:
        if predicate in seen:
            continue
        seen.add(predicate)
        value = predicate.value
        if isinstance(value, t.ProjectionPredicate) and fcx.tcx.is_lang_item(value.alias.def_, "fn_once_output"):
            found = _sig_from(fcx, value.alias.args[1], value.term, predicate.bound)
            if found is not None and sig is None:
                sig = found
        elif isinstance(value, t.TraitPredicate):
            trait_ref = value.trait_ref
            found_kind = fn_trait_kind(fcx, trait_ref.trait)
            if found_kind is not None:
                if kind is None or _ORDER.index(found_kind) < _ORDER.index(kind):
                    kind = found_kind
                if sig is None and found_kind is not None and not _has_projection(fcx, queue):
                    sig = _sig_from(fcx, trait_ref.args[1], None, predicate.bound)
            elif not trait_ref.trait.is_std or fcx.tcx.super_predicates_of(trait_ref.trait):
                for above, _ in fcx.tcx.super_predicates_of(trait_ref.trait):
                    inner = t.subst(above, trait_ref.args)
                    queue.append(inner)
    return sig, kind


def _has_projection(fcx: FnCtxt, predicates: list[t.Predicate]) -> bool:
    return any(
        isinstance(p.value, t.ProjectionPredicate) and fcx.tcx.is_lang_item(p.value.alias.def_, "fn_once_output")
        for p in predicates
    )


def _sig_from(fcx: FnCtxt, inputs: object, output: object, bound: tuple[str, ...]) -> t.Binder | None:
    tupled = fcx.resolve(inputs)
    if not isinstance(tupled, t.Tuple):
        return None
    span = fcx.frame.owner.span
    term: t.Ty = fcx.resolve(output) if output is not None else fcx.infcx.next_ty_var(span)  # type: ignore[assignment]
    return fcx.normalize(span, t.Binder(t.safe_sig(tupled.elems, term), bound))  # type: ignore[no-any-return]


# ------------------------------------------------------------------------------------------------ signatures


def _sig_of_closure(fcx: FnCtxt, node: ast.Closure, supplied: t.Binder, expected: t.Binder | None) -> t.Binder:
    """The closure's signature: what is written, completed by what is expected."""
    if expected is None:
        return supplied
    if len(expected.value.inputs) != len(node.params):
        errors_closure.report_arg_count(fcx, node, expected.value.inputs)
        error_inputs = tuple([t.ERROR for _ in expected.value.inputs])
        return t.Binder(t.safe_sig(error_inputs, t.ERROR), ())  # type: ignore[no-any-return]
    wanted = _erased(expected)
    written = _erased(supplied)
    for index, param in enumerate(node.params):
        error = fcx.infcx.eq(wanted.inputs[index], written.inputs[index], fcx.cause(param.span))
        if error is not None:
            # Found out where the closure is used, in better words.
            return supplied
    error = fcx.infcx.eq(wanted.output, written.output, fcx.cause(node.span))
    if error is not None:
        return supplied
    return expected


def _erased(sig: t.Binder) -> t.FnSig:
    return t.instantiate_bound(sig, lambda _i, _n: t.RE_ERASED) if sig.bound else sig.value  # type: ignore[no-any-return]


def _supplied_sig(fcx: FnCtxt, node: ast.Closure) -> tuple[t.Binder, t.Binder]:
    """The signature that is written, as inference takes it (named lifetimes erased, bound ones kept), and as written."""
    ctxt = lower_body.BodyCtxt(fcx)
    with ctxt.binder([]) as scope:
        written: list[t.Ty] = []
        for param in node.params:
            if param.ty is None:
                written.append(fcx.infcx.next_ty_var(param.span))
                continue
            with ctxt.eliding(scope.fresh), ctxt.banning_impl_trait("closure parameters"):
                written.append(ctxt.lower_ty(param.ty))
        with ctxt.banning_impl_trait("closure return types"):
            output = ctxt.lower_ty(node.output) if node.output is not None else fcx.infcx.next_ty_var(node.body.span)
    inputs = [fcx.normalize(p.ty.span, ty) if p.ty is not None else ty for p, ty in zip(node.params, written, strict=True)]
    normal = fcx.normalize(node.output.span, output) if node.output is not None else output
    if node.async_ and node.output is not None and not node.takes_params:
        # The body of an `async fn`: the lifetimes left out in the return type are the function's.
        output = opaque.async_output(fcx.tcx, fcx.owner) or output
    bound = tuple(scope.names)
    return t.Binder(t.safe_sig(tuple(inputs), normal), bound), t.Binder(t.safe_sig(tuple(written), output), bound)
