"""What is known of how an item's free regions and parameters outlive each other (rustc: `OutlivesEnvironment`,
`FreeRegionMap`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind
from interpreter.typeck import ty as t
from interpreter.typeck.outlives import Component, OutlivesPair, adt_outlives, components_of, implied_outlives, predicate_outlives

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.defs import ParamEnv

_ADTS = frozenset((DefKind.STRUCT, DefKind.ENUM, DefKind.UNION))
_FNS = frozenset((DefKind.FN, DefKind.ASSOC_FN))
_FREE = (t.ReStatic, t.ReEarlyParam, t.ReLateParam, t.RePlaceholder)


class FreeRegions:
    """`pairs`: `component: region`, as they were declared or follow from a type's being well-formed."""

    def __init__(self, pairs: Iterable[OutlivesPair]) -> None:
        self.pairs = frozenset(pairs)

    def holds(self, component: Component, region: t.Region) -> bool:
        """Whether `component: region`; where it isn't known to be wrong, too."""
        if isinstance(component, t.Alias) or not isinstance(region, _FREE):
            return True
        if isinstance(component, t.Param):
            return any(c is component and self.region_outlives(r, region) for c, r in self.pairs)
        if not isinstance(component, _FREE):
            return True
        return self.region_outlives(component, region)

    def alias_holds(self, tcx: TyCtxt, alias: t.Alias, region: t.Region) -> bool:
        """Whether `alias: region` for an associated type that stays one: by what is known of it, by its own bounds, or as all in
        its arguments lives long enough (rustc: `alias_ty_must_outlive`)."""
        if any(c is alias and self.region_outlives(r, region) for c, r in self.pairs):
            return True
        if any(self.region_outlives(bound, region) for bound in alias_bounds(tcx, alias)):
            return True
        return all(
            self.alias_holds(tcx, part, region) if isinstance(part, t.Alias) else self.holds(part, region)
            for part in components_of(tcx, alias.args)
        )

    def region_outlives(self, longer: object, shorter: t.Region) -> bool:
        """Whether `longer: shorter` is known of two regions."""
        seen = {longer}
        stack = [longer]
        while stack:
            region = stack.pop()
            if region is shorter or isinstance(region, t.ReStatic):
                return True
            for sup, sub in self.pairs:
                if sup is region and sub not in seen:
                    seen.add(sub)
                    stack.append(sub)
        return False


def alias_bounds(tcx: TyCtxt, alias: t.Alias) -> list[t.Region]:
    """The regions that the trait says its associated type outlives."""
    found: list[t.Region] = []
    for predicate, _ in tcx.item_bounds(alias.def_):
        bound = t.subst(predicate, alias.args).value
        if isinstance(bound, t.TypeOutlives) and bound.ty is alias:
            found.append(bound.region)
    return found


def free_regions_of(tcx: TyCtxt, item: Def) -> FreeRegions:
    """From the item's where clauses, from the bounds that a struct infers from its own fields (RFC 2093), and from the types of
    an impl's header and a function's signature (implied bounds)."""
    known = [*env_outlives(tcx, tcx.param_env(item)), *_of_fields(tcx, item), *implied_by_header(tcx, item)]
    if item.kind in _FNS:
        sig = tcx.liberated_fn_sig(item)
        known.extend(pair for ty in (*sig.inputs, sig.output) for pair in implied_outlives(tcx, ty))
    return FreeRegions(known)


def env_outlives(tcx: TyCtxt, env: ParamEnv) -> Iterator[OutlivesPair]:
    for predicate in env.outlives:
        yield from predicate_outlives(tcx, predicate)


def _of_fields(tcx: TyCtxt, item: Def) -> Iterator[OutlivesPair]:
    if item.kind in _ADTS:
        yield from (pair for pair in adt_outlives(tcx, item) if not isinstance(pair[1], t.ReStatic))


def implied_by_header(tcx: TyCtxt, item: Def) -> Iterator[OutlivesPair]:
    """What the well-formedness of an impl's header implies, for the impl and its items."""
    impl = item if item.kind is DefKind.IMPL else item.parent
    if impl is not None and impl.kind is DefKind.IMPL:
        trait_ref = tcx.impl_trait_ref(impl)
        for part in trait_ref.args if trait_ref is not None else (tcx.type_of(impl),):
            if not isinstance(part, (t.ReStatic, t.ReEarlyParam)):
                yield from implied_outlives(tcx, part)  # type: ignore[arg-type]
