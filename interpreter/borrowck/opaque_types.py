"""Regions in the types that `impl Trait` hides: each must be one of those that the opaque type captures
(rustc_borrowck::region_infer::opaque_types; RFC 2289, member constraints).

After the first solution, a region of a hidden type grows to the smallest captured one that fits between what it must outlive
and what must outlive it. Where it is equal to none then, the hidden type captures a lifetime that it may not. Else it is made
equal to that one for good, and all regions are inferred once more.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.borrowck.constraints import STATIC, Category, OutlivesConstraint, RegionVid
from interpreter.borrowck.region_infer import RegionInference
from interpreter.hints import TYPE_CHECKING, Any, TypeAlias
from interpreter.resolve.defs import DefKind
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Variance

if TYPE_CHECKING:
    from interpreter.borrowck.relate import HiddenType
    from interpreter.resolve.defs import Def
    from interpreter.typeck.context import TyCtxt

CaptureError: TypeAlias = "tuple[t.Alias, HiddenType, RegionVid | None]"
"""An opaque type, the type it hides, and a region in that which it doesn't capture, if it has a name."""


def constrain_hidden_types(
    tcx: TyCtxt, regions: RegionInference, hidden: dict[t.Alias, HiddenType]
) -> tuple[bool, list[CaptureError]]:
    """Add the constraints that make the regions of hidden types equal to captured ones; whether there are any, and the first
    region of each type that can't be."""
    graph = _Graph(regions)
    members = {opaque: list(dict.fromkeys(_member_regions(tcx, found.ty))) for opaque, found in hidden.items()}
    choices = {opaque: _captured(tcx, opaque) for opaque in hidden}
    wanted = {region: choices[opaque] for opaque, own in members.items() for region in own}
    solved = list(regions.values)
    for region in sorted(wanted, key=lambda r: len(graph.below(r))):
        choice = _choose(regions, graph, region, wanted[region])
        if choice is not None:
            regions.grow(region, choice)
    added = False
    unequal: list[tuple[t.Alias, HiddenType, RegionVid]] = []
    for opaque, found in hidden.items():
        pairs: list[tuple[RegionVid, RegionVid]] = []
        for region in members[opaque]:
            equal = next((c for c in choices[opaque] if regions.eval_equal(region, c)), None)
            if equal is None:
                unequal.append((opaque, found, region))
                break
            pairs.append((region, equal))
        else:
            for one, other in pairs:
                for sup, sub in ((one, other), (other, one)):
                    if sup != sub:
                        added = True
                        regions.constraints.append(OutlivesConstraint(sup, sub, None, found.span, Category.OPAQUE_TYPE))
    regions.values = solved
    return added, [(opaque, found, _name_of(regions, graph, region)) for opaque, found, region in unequal]


def _name_of(regions: RegionInference, graph: _Graph, region: RegionVid) -> RegionVid | None:
    """The universal region to call a region by: one that it outlives, or the only one that outlives it (rustc:
    `name_regions_for_member_constraint`)."""
    names = regions.universal.names
    upper = regions.approx_universal_upper_bound(region)
    if names[upper] is not None:
        return upper
    outer = [u for u in graph.universals_above(region) if u != STATIC and names[u] is not None]
    return outer[0] if len(outer) == 1 else None


def _captured(tcx: TyCtxt, opaque: t.Alias) -> list[RegionVid]:
    """The universal regions that the opaque type may name."""
    variances = tcx.variances_of(opaque.def_)
    found = [STATIC]
    for i, arg in enumerate(opaque.args):
        if isinstance(arg, t.ReVar) and (i >= len(variances) or variances[i] is not Variance.BIVARIANT):
            found.append(arg.vid)
    return found


def _member_regions(tcx: TyCtxt, value: Any) -> Iterator[RegionVid]:
    """The regions that must be captured: not those that closures have of the function around them, nor those that opaque types
    don't capture."""
    if isinstance(value, t.ReVar):
        yield value.vid
    elif isinstance(value, tuple):
        for part in value:
            yield from _member_regions(tcx, part)
    elif isinstance(value, t._Interned) and value.flags & t.HAS_REGION_VAR:
        if isinstance(value, t.Closure):
            yield from _member_regions(tcx, value.args[tcx.generics_of(value.def_).count :])
        elif isinstance(value, t.Alias):
            variances = tcx.variances_of(value.def_) if value.def_.kind is DefKind.OPAQUE_TY else ()
            for i, arg in enumerate(value.args):
                if i >= len(variances) or variances[i] is not Variance.BIVARIANT:
                    yield from _member_regions(tcx, arg)
        else:
            yield from _member_regions(tcx, value.parts)


class _Graph:
    """The outlives constraints, both ways."""

    def __init__(self, regions: RegionInference) -> None:
        self.regions = regions
        self._sups: dict[RegionVid, list[RegionVid]] = {}
        for constraint in regions.constraints:
            self._sups.setdefault(constraint.sub, []).append(constraint.sup)

    def below(self, region: RegionVid) -> set[RegionVid]:
        """All that `region` must outlive."""
        seen = {region}
        stack = [region]
        while stack:
            for constraint in self.regions.outgoing(stack.pop()):
                if constraint.sub not in seen:
                    seen.add(constraint.sub)
                    stack.append(constraint.sub)
        return seen

    def universals_above(self, region: RegionVid) -> list[RegionVid]:
        """The universal regions that must outlive `region`."""
        seen = {region}
        stack = [region]
        while stack:
            for sup in self._sups.get(stack.pop(), ()):
                if sup not in seen:
                    seen.add(sup)
                    stack.append(sup)
        return sorted(vid for vid in seen if self.regions.is_universal(vid))


def _choose(regions: RegionInference, graph: _Graph, region: RegionVid, choices: list[RegionVid]) -> RegionVid | None:
    """The smallest choice that outlives what `region` must outlive, and is outlived by what must outlive `region`."""
    known = regions.universal
    below = regions.universals_in(region)
    above = graph.universals_above(region)
    able = [c for c in choices if all(known.outlives(c, u) for u in below) and all(known.outlives(u, c) for u in above)]
    ordered = [c for c in able if all(known.outlives(c, other) or known.outlives(other, c) for other in able)]
    return next((c for c in ordered if all(known.outlives(other, c) for other in ordered)), None)


def defined_in(tcx: TyCtxt, output: t.Ty, owner: Def) -> frozenset[Def]:
    """The opaque types that stand for something in the return type of `owner`, and those in their bounds."""
    found: set[Def] = set()
    stack: list[Any] = [output]
    while stack:
        for part in t.walk(stack.pop()):
            if isinstance(part, t.Alias) and part.def_.parent is owner and part.def_ not in found:
                found.add(part.def_)
                stack.extend(predicate for predicate, _ in tcx.item_bounds(part.def_))
    return frozenset(found)


def bounds_of_hidden(tcx: TyCtxt, opaque: t.Alias, hidden: t.Ty) -> Iterator[t.Predicate]:
    """What the bounds of an opaque type say of the type that it hides."""

    def fold(part: Any) -> Any:
        if part is opaque:
            return hidden
        return t.map_parts(part, fold) if part.flags & t.HAS_ALIAS else part

    for predicate, _ in tcx.item_bounds(opaque.def_):
        yield fold(t.subst(predicate, opaque.args))
