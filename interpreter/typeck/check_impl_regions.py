"""The lifetimes of impl items against those of their traits (rustc: the regions part of `compare_impl_item`): E0308 "not
compatible with trait", E0276 by lifetimes, and signatures whose lifetimes don't correspond."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.defs import AssocItem, ParamEnv
from interpreter.typeck.free_regions import FreeRegions, env_outlives, implied_by_header
from interpreter.typeck.outlives import implied_outlives
from interpreter.typeck.region_constraints import RegionConflict, RegionConstraints
from interpreter.typeck.traits.obligation import Obligation, ObligationCause
from interpreter.typeck.wf_regions import describe_region

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def compare_method(tcx: TyCtxt, impl: Def, item: AssocItem, theirs: ast.Fn, args: t.Args, env: ParamEnv) -> None:
    """The impl's method, whose types fit, must serve for all lifetimes that the trait's does. `args`: the trait method's
    arguments in terms of the impl's method; `env`: what the trait lets it assume."""
    assert item.trait_item is not None
    node = item.def_.node
    assert isinstance(node, ast.Fn)
    constraints = RegionConstraints(tcx)
    infcx = tcx.infer_ctxt(env, constraints)
    cause = ObligationCause(node.sig_span)
    required: dict[ObligationCause, t.Predicate] = {}
    for predicate, span in tcx.own_predicates_of(item.def_):
        why = ObligationCause(span)
        required[why] = predicate
        infcx.register_obligation(Obligation(infcx.normalize(predicate, why), why, env))
    impl_sig = infcx.normalize(infcx.instantiate_binder_with_fresh_vars(tcx.fn_sig(item.def_)), cause)
    declared = t.subst(tcx.fn_sig(item.trait_item), args)
    trait_sig = infcx.normalize(t.instantiate_bound(declared, lambda i, name: t.ReLateParam(item.def_, i, name)), cause)
    infcx.select_where_possible()
    impl_sig, trait_sig = infcx.resolve_vars_if_possible((impl_sig, trait_sig))
    if infcx.sub(impl_sig, trait_sig, cause) is not None:
        return
    infcx.select_where_possible()
    implied = [pair for ty in (*trait_sig.inputs, trait_sig.output) for pair in implied_outlives(tcx, ty)]
    free = FreeRegions((*env_outlives(tcx, env), *implied_by_header(tcx, impl), *implied))
    for conflict in constraints.conflicts(free):
        cause = conflict.upper.cause
        if cause in required:
            tcx.emit(stricter_requirement(tcx, item, theirs.span, required[cause], cause.span))
        elif conflict.is_direct:
            tcx.emit(_not_compatible(tcx, "method", "signature", trait_sig, impl_sig, conflict))
            if _is_less_general(conflict):
                return
        else:
            tcx.emit(_does_not_correspond(tcx, item, theirs, trait_sig, impl_sig, cause.span))


def compare_const(tcx: TyCtxt, impl: Def, found: t.Ty, expected: t.Ty, span: Span) -> None:
    """The constant's type, which fits but for its lifetimes, must be a subtype of the trait's."""
    constraints = RegionConstraints(tcx)
    env = tcx.param_env(impl)
    infcx = tcx.infer_ctxt(env, constraints)
    cause = ObligationCause(span)
    found, expected = infcx.normalize(found, cause), infcx.normalize(expected, cause)
    infcx.select_where_possible()
    infcx.sub(*infcx.resolve_vars_if_possible((found, expected)), cause)
    for conflict in constraints.conflicts(FreeRegions((*env_outlives(tcx, env), *implied_by_header(tcx, impl)))):
        tcx.emit(_not_compatible(tcx, "const", "type", expected, found, conflict))


def stricter_requirement(tcx: TyCtxt, item: AssocItem, declared: Span, predicate: t.Predicate, span: Span) -> Diagnostic:
    """E0276."""
    assert item.trait_item is not None
    labels = () if item.trait_item.is_std else (Label(declared, f"definition of `{item.name}` from trait"),)
    label = Label(span, f"impl has extra requirement `{tcx.format_ty(predicate)}`")
    return Diagnostic("E0276", "impl has stricter requirements than trait", (label,), labels)


def _not_compatible(
    tcx: TyCtxt, what: str, kind: str, expected: t.Ty | t.FnSig, found: t.Ty | t.FnSig, conflict: RegionConflict
) -> Diagnostic:
    label = "lifetime mismatch"
    notes = [f"expected {kind} `{tcx.format_ty(expected)}`\n   found {kind} `{tcx.format_ty(found)}`"]
    if _is_less_general(conflict):
        label = "one type is more general than the other"
    else:
        notes.append(f"{describe_region(conflict.longer)}...")
        notes.append(f"...does not necessarily outlive {describe_region(conflict.shorter)}")
    at = Label(conflict.upper.cause.span, label)
    return Diagnostic("E0308", f"{what} not compatible with trait", (at,), notes=tuple(notes))


def _is_less_general(conflict: RegionConflict) -> bool:
    """Whether it is about what holds for all lifetimes in one of the types only."""
    return isinstance(conflict.longer, t.RePlaceholder) or isinstance(conflict.shorter, t.RePlaceholder)


def _does_not_correspond(
    tcx: TyCtxt, item: AssocItem, theirs: ast.Fn, expected: t.FnSig, found: t.FnSig, span: Span
) -> Diagnostic:
    def shown(sig: t.FnSig) -> str:
        """With the regions without a name numbered as they come."""
        names: dict[t.Region, t.Region] = {}

        def named(region: t.Region) -> t.Region:
            if isinstance(region, t.ReVar) or (isinstance(region, t.ReLateParam) and not region.name[1:2].isalpha()):
                return names.setdefault(region, t.ReEarlyParam(0, f"'{len(names) + 1}"))
            return region

        return tcx.format_ty(t.map_regions(sig, named))

    texts = [shown(expected), shown(found)]
    assert item.trait_item is not None
    return Diagnostic(
        None,
        "`impl` item signature doesn't match `trait` item signature",
        (Label(span, f"found `{texts[1]}`"),),
        () if item.trait_item.is_std else (Label(theirs.span, f"expected `{texts[0]}`"),),
        notes=(f"expected signature `{texts[0]}`\n   found signature `{texts[1]}`",),
        helps=(
            "the lifetime requirements from the `impl` do not correspond to the requirements in the `trait`",
            "verify the lifetime relationships in the `trait` and `impl` between the `self` argument, the other inputs and its"
            " output",
        ),
    )
