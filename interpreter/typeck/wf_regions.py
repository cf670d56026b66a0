"""Whether the regions in an item's types outlive each other as the types need: E0309, E0310, E0478, E0491 (rustc: the regions
part of `wfcheck`).

What holds is known from the item's where clauses, from the bounds that a struct infers from its own fields (RFC 2093), and in an
impl from the types of its header (implied bounds).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.records import Record, replace
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.free_regions import FreeRegions, alias_bounds, free_regions_of
from interpreter.typeck.outlives import Component, predicate_outlives, wf_needs
from interpreter.typeck.region_constraints import RegionConstraints
from interpreter.typeck.traits.obligation import Obligation, ObligationCause, WhereClause
from interpreter.typeck.traits.project import trait_ref_of

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


class RegionFailure(Record, frozen=True):
    """What should outlive `region` and doesn't: `subject` (a type, or a region). `of_parameter`: it is a type parameter, or
    is because of one."""

    subject: object
    region: t.Region
    of_parameter: bool
    diagnostic: Diagnostic


def report(tcx: TyCtxt, failures: Iterable[RegionFailure]) -> None:
    """Report what an item lacks, the same thing once; type parameters only if nothing else is wrong (rustc:
    `report_region_errors`)."""
    found: dict[tuple[object, t.Region, str | None], RegionFailure] = {}
    for failure in failures:
        found.setdefault((failure.subject, failure.region, failure.diagnostic.code), failure)
    others = [failure for failure in found.values() if not failure.of_parameter]
    for failure in sorted(others or found.values(), key=lambda failure: failure.diagnostic.primary[0].span.lo):
        tcx.emit(failure.diagnostic)


def check_type(tcx: TyCtxt, item: Def, ty: t.GenericArg, span: Span) -> Iterator[RegionFailure]:
    """A type that stands in the item."""
    known = free_regions_of(tcx, item)
    for need in wf_needs(tcx, ty):
        lacking = _lacking(tcx, item, known, need.component, need.region)
        if lacking is not None:
            yield _failure(tcx, item, lacking, need.region, need.part, need.subject, span)
    for part in t.walk(ty):
        if isinstance(part, t.Adt) and not part.flags & t.HAS_BOUND:
            for index, (predicate, written) in enumerate(tcx.predicates_of(part.def_)):
                if predicate.bound:
                    cause = ObligationCause(span, WhereClause(part.def_, written, index), item)
                    yield from check_bound(tcx, item, t.subst(predicate, part.args), cause)
        elif isinstance(part, t.Alias) and not part.flags & t.HAS_BOUND and part.def_.kind is DefKind.ASSOC_TY:
            yield from _check_projection(tcx, item, part, ObligationCause(span))


def _lacking(tcx: TyCtxt, item: Def, known: FreeRegions, component: Component, region: t.Region) -> Component | None:
    """What doesn't live as long as it should for `component: region`, if anything: of an associated type that has but one bound
    that is a lifetime, this lifetime."""
    if not isinstance(component, t.Alias):
        return None if known.holds(component, region) else component
    if not _is_rigid(tcx, item, component) or isinstance(region, t.ReBound) or known.alias_holds(tcx, component, region):
        return None
    bounds = set(alias_bounds(tcx, component))
    return bounds.pop() if len(bounds) == 1 and not any(c is component for c, _ in known.pairs) else component


def _is_rigid(tcx: TyCtxt, item: Def, alias: t.Alias) -> bool:
    """`<T as Trait>::X` of which no where clause says what it is, or a part of such a one."""
    if alias.def_.kind is not DefKind.ASSOC_TY or alias.flags & t.HAS_BOUND:
        return False
    for clause in tcx.param_env(item).projections.get(alias.def_, ()):
        if clause.value.alias is alias:
            return False
    self_ty = alias.args[0]
    return isinstance(self_ty, t.Param) or (isinstance(self_ty, t.Alias) and _is_rigid(tcx, item, self_ty))


def check_bound(tcx: TyCtxt, item: Def, predicate: t.Predicate, cause: ObligationCause) -> Iterator[RegionFailure]:
    """A bound that holds apart from its lifetimes."""
    for component, region in predicate_outlives(tcx, predicate):
        lacking = _lacking(tcx, item, free_regions_of(tcx, item), component, region)
        if lacking is not None:
            subject = predicate.value.ty if isinstance(predicate.value, t.TypeOutlives) else None
            yield _failure(tcx, item, lacking, region, None, subject, cause.span)
    if predicate.bound and isinstance(predicate.value, t.TraitPredicate):
        constraints = RegionConstraints(tcx)
        infcx = tcx.infer_ctxt(tcx.param_env(item), constraints)
        infcx.register_obligation(Obligation(infcx.normalize(predicate, cause), cause, infcx.param_env))
        infcx.select_where_possible()
        for conflict in constraints.conflicts(free_regions_of(tcx, item)):
            if isinstance(conflict.longer, t.RePlaceholder) or isinstance(conflict.shorter, t.RePlaceholder):
                text = f"implementation of `{predicate.value.trait_ref.trait.name}` is not general enough"
                yield RegionFailure(predicate, t.RE_STATIC, False, Diagnostic(None, text, (Label(cause.span, text),)))
                return


def _check_projection(tcx: TyCtxt, item: Def, alias: t.Alias, cause: ObligationCause) -> Iterator[RegionFailure]:
    """What the impl that `<T as Trait>::X` means asks of type parameters."""
    constraints = RegionConstraints(tcx)
    infcx = tcx.infer_ctxt(tcx.param_env(item), constraints)
    predicate = t.dummy_binder(t.TraitPredicate(trait_ref_of(infcx, alias)))
    infcx.register_obligation(Obligation(predicate, cause, infcx.param_env))
    infcx.select_where_possible()
    for conflict in constraints.conflicts(free_regions_of(tcx, item)):
        if isinstance(conflict.longer, t.Param):
            yield _failure(tcx, item, conflict.longer, conflict.shorter, alias, None, cause.span)


def check_impl_predicate(
    tcx: TyCtxt, impl: Def, predicate: t.Predicate, trait_span: Span, self_span: Span
) -> Iterator[RegionFailure]:
    """A bound on the trait that an impl implements. A lifetime that isn't long enough is found twice: on proving the trait's
    reference well-formed, and on looking for lifetimes with which the impl would be right (E0803); a type parameter each time
    for the type and for itself."""
    known = free_regions_of(tcx, impl)
    for component, region in predicate_outlives(tcx, predicate):
        if known.holds(component, region):
            continue
        if isinstance(component, t.Param):
            assert isinstance(predicate.value, t.TypeOutlives)
            for at, dots in ((trait_span, "..."), (self_span, "")):
                for subject in dict.fromkeys((predicate.value.ty, component)):
                    told = _parameter(tcx, impl, component, region, at, f"{_needing(tcx, subject)}{dots}")
                    yield RegionFailure((component, subject, at), region, True, told)
        else:
            yield _failure(tcx, impl, component, region, None, None, trait_span)
            if isinstance(component, t.ReEarlyParam) and isinstance(predicate.value, t.TypeOutlives):
                parameter = f"lifetime parameter `{component.name}`"
                message = f"cannot infer an appropriate lifetime for {parameter} due to conflicting requirements"
                yield RegionFailure(component, region, False, Diagnostic("E0803", message, (Label(self_span),)))


def report_assoc_ty_bounds(tcx: TyCtxt, item: Def, trait_item: Def, args: t.Args, span: Span, declared: Span) -> None:
    """The bounds on lifetimes that a generic associated type has must follow from those of the impl's (rustc:
    `compare_impl_ty`)."""
    known = free_regions_of(tcx, item)
    for predicate, _ in tcx.own_predicates_of(trait_item):
        if not isinstance(predicate.value, (t.TypeOutlives, t.RegionOutlives)):
            continue
        wanted = t.subst(predicate, args)
        subject = wanted.value.ty if isinstance(wanted.value, t.TypeOutlives) else None
        for component, region in predicate_outlives(tcx, wanted):
            if known.holds(component, region):
                continue
            if isinstance(component, (t.Param, t.Alias)):
                tcx.emit(_parameter(tcx, item, component, region, span, _needing(tcx, subject or component)))
            else:
                told = _told(tcx, item, component, region, None, subject, span)
                tcx.emit(replace(told, secondary=(Label(declared, f"definition of `{trait_item.name}` from trait"),)))
            break


def _failure(
    tcx: TyCtxt, item: Def, component: Component, region: t.Region, part: object, subject: t.Ty | None, span: Span
) -> RegionFailure:
    told = _told(tcx, item, component, region, part, subject, span)
    return RegionFailure(component if subject is None else subject, region, isinstance(component, (t.Param, t.Alias)), told)


def _told(
    tcx: TyCtxt, item: Def, component: Component, region: t.Region, part: object, subject: t.Ty | None, span: Span
) -> Diagnostic:
    if isinstance(component, (t.Param, t.Alias)):
        needs = _needing(tcx, component if subject is None else subject)
        if isinstance(part, t.Ref):
            needs = f"the reference type `{tcx.format_ty(part)}` does not outlive the data it points at"
        elif not isinstance(part, t.Alias):
            needs += "..."
        return _parameter(tcx, item, component, region, span, needs)
    if isinstance(part, t.Ref):
        message = f"in type `{tcx.format_ty(part)}`, reference has a longer lifetime than the data it references"
        return Diagnostic("E0491", message, (Label(span),))
    if subject is not None:
        return Diagnostic("E0477", f"the type `{tcx.format_ty(subject)}` does not fulfill the required lifetime", (Label(span),))
    notes = (
        f"lifetime parameter instantiated with {describe_region(component)}",
        f"but lifetime parameter must outlive {describe_region(region)}",
    )
    return Diagnostic("E0478", "lifetime bound not satisfied", (Label(span),), notes=notes)


def _needing(tcx: TyCtxt, ty: t.Ty) -> str:
    return f"the type `{tcx.format_ty(ty)}` will meet its required lifetime bounds"


def _parameter(tcx: TyCtxt, item: Def, ty: t.Param | t.Alias, region: t.Region, span: Span, needs: str) -> Diagnostic:
    """E0309, E0310."""
    what = f"the {'parameter' if isinstance(ty, t.Param) else 'associated'} type `{tcx.format_ty(ty)}`"
    message = f"{what} may not live long enough"
    required = f"{what} must be valid for"
    because, helps = Label(span, f"...so that {needs}"), ("consider adding an explicit lifetime bound",)
    if isinstance(region, t.ReEarlyParam):
        defined = tcx.generics_of(item).param_at(region.index).def_.span
        declared = Label(defined, f"{required} the lifetime `{region.name}` as defined here...")
        return Diagnostic("E0309", message, (because,), (declared,), helps=helps)
    return Diagnostic("E0310", message, (Label(span, f"{required} the static lifetime..."), because), helps=helps)


def describe_region(region: object) -> str:
    """A free region in a note."""
    if isinstance(region, t.ReStatic):
        return "the static lifetime"
    name = getattr(region, "name", "")
    return f"the lifetime `{name}` as defined here" if name[1:2].isalpha() else "the anonymous lifetime defined here"
