"""What follows from predicates: supertraits spelt out, parameter environments (rustc: `elaborate`,
`normalize_param_env_or_error`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from interpreter.hints import TYPE_CHECKING
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.defs import EMPTY_ENV, ParamEnv

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def merge_binders(predicate: t.Binder, outer: Sequence[str]) -> t.Binder:
    """A Binder that stands within another binder of `outer` as one Binder over both: the outer names come first."""
    n = len(outer)
    if not n:
        return t.Binder(_pull(predicate.value, n), predicate.bound)  # type: ignore[no-any-return]
    return t.Binder(_pull(predicate.value, n), (*outer, *predicate.bound))  # type: ignore[no-any-return]


def _pull(value: object, n: int) -> object:
    def pulled(part: t.ReBound, depth: int) -> t.ReBound:
        if part.depth == depth:
            return t.ReBound(depth, part.index + n, part.name)  # type: ignore[no-any-return]
        return t.ReBound(part.depth - 1, part.index, part.name) if part.depth > depth else part

    return t.fold(value, t.HAS_BOUND, t.BOUND, pulled, {})


def subst_supertrait(predicate: t.Predicate, trait_ref: t.TraitRef, bound: Sequence[str]) -> t.Predicate:
    """A super predicate of a trait for `for<bound> trait_ref` (rustc: `instantiate_supertrait`)."""
    return merge_binders(t.subst(predicate, trait_ref.args), bound)


def elaborate(tcx: TyCtxt, predicates: Iterable[t.Predicate]) -> list[t.Predicate]:
    """The predicates and all that their traits' supertrait bounds imply, each once."""
    seen: dict[t.Predicate, None] = dict.fromkeys(predicates)
    queue = list(seen)
    for predicate in queue:
        kind = predicate.value
        if not isinstance(kind, t.TraitPredicate):
            continue
        for above, _ in tcx.super_predicates_of(kind.trait_ref.trait):
            implied = subst_supertrait(above, kind.trait_ref, predicate.bound)
            if implied not in seen:
                seen[implied] = None
                queue.append(implied)
    return queue


def object_region_bounds(tcx: TyCtxt, principal: t.ExistentialTraitRef) -> dict[t.Region, None]:
    """What the trait's own bounds say how long its objects live: `'static` for `trait Any: 'static` (rustc:
    `object_region_bounds`)."""
    self_ty = t.Param(1 << 20, "Self")
    trait_ref = t.TraitRef(principal.trait, (self_ty, *principal.args))
    regions: dict[t.Region, None] = {}
    for predicate in elaborate(tcx, [t.Binder(t.TraitPredicate(trait_ref), ())]):
        if isinstance(kind := predicate.value, t.TypeOutlives) and kind.ty is self_ty:
            region = kind.region
            if isinstance(region, t.ReBound):
                # The trait's arguments stand within the binder of `dyn for<..> Trait`, the bound outside of it.
                if not region.depth:
                    continue
                region = t.ReBound(region.depth - 1, region.index, region.name)
            regions[region] = None
    return regions


def supertrait_refs(tcx: TyCtxt, poly_trait_ref: t.Binder) -> list[t.Binder]:
    """Binders of TraitRef: the given one and its supertraits, each once."""
    found = [poly_trait_ref]
    for here in found:
        for above, _ in tcx.super_predicates_of(here.value.trait):
            if isinstance(above.value, t.TraitPredicate):
                implied = subst_supertrait(above, here.value, here.bound)
                up = t.Binder(implied.value.trait_ref, implied.bound)
                if up not in found:
                    found.append(up)
    return found


def normalized_param_env(tcx: TyCtxt, predicates: Sequence[t.Predicate], span: Span) -> ParamEnv:
    """The environment of an item with these predicates: elaborated, with projections in them normalised."""
    from interpreter.typeck.traits import project
    from interpreter.typeck.traits.obligation import Obligation, ObligationCause

    elaborated = elaborate(tcx, predicates)
    if not elaborated:
        return EMPTY_ENV
    env = ParamEnv(tuple(elaborated))
    if not any(_has_alias(p.value) for p in elaborated):
        return env
    infcx = tcx.infer_ctxt(env)
    cause = ObligationCause(span)
    result: dict[t.Predicate, None] = {}
    for predicate in elaborated:
        if not _has_alias(predicate.value):
            result[predicate] = None
            continue
        nested: list[Obligation] = []
        normal = project.normalize(infcx, predicate, cause, env, nested)
        infcx.register_obligations(nested)
        infcx.select_where_possible()
        normal = infcx.resolve_vars_if_possible(normal)
        result[predicate if normal.flags & t.HAS_INFER else normal] = None
    return ParamEnv(tuple(result))


def _has_alias(kind: t.PredicateKind) -> bool:
    if isinstance(kind, t.ProjectionPredicate):
        return bool((t._flags_of(kind.alias.args) | kind.term.flags) & t.HAS_ALIAS)
    return bool(kind.flags & t.HAS_ALIAS)
