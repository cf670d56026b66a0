"""Regions in the types that `impl Trait` hides: each must be one of those that the opaque type captures (rustc: member
constraints, RFC 2289).

After the first solution, a region of a hidden type is made to outlive the smallest captured one that fits between what it
must outlive and what must outlive it. Where none fits, the hidden type captures a lifetime that it may not.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.borrowck.constraints import STATIC, Category, OutlivesConstraint, RegionVid
from interpreter.borrowck.region_context import free_regions
from interpreter.borrowck.region_infer import RegionInference
from interpreter.hints import TYPE_CHECKING, Any, TypeAlias
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Variance

if TYPE_CHECKING:
    from interpreter.resolve.defs import Def
    from interpreter.typeck.context import TyCtxt

Hidden: TypeAlias = list[tuple[t.Alias, t.Ty]]
CaptureError: TypeAlias = tuple[t.Alias, t.Ty, RegionVid | None]
"""An opaque type, the type it hides, and a region in that which it doesn't capture, if it has a name."""


def constrain_hidden_types(tcx: TyCtxt, regions: RegionInference, hidden: Hidden, span: Span) -> tuple[bool, list[CaptureError]]:
    """Add the constraints of the choices, which `span` is blamed for; whether there were any, and the regions for which there was
    no choice."""
    added = False
    errors: list[CaptureError] = []
    sups = _sups(regions)
    for opaque, ty in hidden:
        choices = _captured(tcx, opaque)
        chosen: list[tuple[RegionVid, RegionVid]] = []
        for region in dict.fromkeys(free_regions(ty)):
            above = _universals_above(regions, sups, region)
            if any(c in above and regions.contains_universal(region, c) for c in choices):
                continue
            choice = _choose(regions, region, choices, above)
            if choice is None:
                errors.append((opaque, ty, _name_of(regions, region, above)))
                break
            if not regions.contains_universal(region, choice):
                chosen.append((region, choice))
        else:
            added = added or bool(chosen)
            for region, choice in chosen:
                regions.constraints.append(OutlivesConstraint(region, choice, None, span, Category.OPAQUE_TYPE))
    return added, errors


def _name_of(regions: RegionInference, region: RegionVid, above: list[RegionVid]) -> RegionVid | None:
    """The universal region to call a region by: one that it outlives, or the only one that outlives it."""
    unnamed = (STATIC, regions.universal.fn_body)
    inner = [u for u in regions.universals_in(region) if u not in unnamed]
    outer = [u for u in above if u not in unnamed]
    if inner:
        return inner[0]
    return outer[0] if len(outer) == 1 else None


def _captured(tcx: TyCtxt, opaque: t.Alias) -> list[RegionVid]:
    """The universal regions that the opaque type may name."""
    variances = tcx.variances_of(opaque.def_)
    found = [STATIC]
    for i, arg in enumerate(opaque.args):
        if isinstance(arg, t.ReVar) and (i >= len(variances) or variances[i] is not Variance.BIVARIANT):
            found.append(arg.vid)
    return found


def _sups(regions: RegionInference) -> dict[RegionVid, list[RegionVid]]:
    table: dict[RegionVid, list[RegionVid]] = {}
    for constraint in regions.constraints:
        table.setdefault(constraint.sub, []).append(constraint.sup)
    return table


def _universals_above(regions: RegionInference, sups: dict[RegionVid, list[RegionVid]], region: RegionVid) -> list[RegionVid]:
    """The universal regions that must outlive `region`."""
    seen = {region}
    stack = [region]
    found = []
    while stack:
        vid = stack.pop()
        if regions.is_universal(vid):
            found.append(vid)
        for sup in sups.get(vid, ()):
            if sup not in seen:
                seen.add(sup)
                stack.append(sup)
    return sorted(found)


def _choose(regions: RegionInference, region: RegionVid, choices: list[RegionVid], above: list[RegionVid]) -> RegionVid | None:
    """The smallest choice that outlives what `region` must outlive, and is outlived by what must outlive `region`."""
    known = regions.universal
    below = [u for u in regions.universals_in(region) if u != known.fn_body]
    able = [c for c in choices if all(known.outlives(c, u) for u in below) and all(known.outlives(u, c) for u in above)]
    for candidate in able:
        if all(known.outlives(other, candidate) for other in able):
            return candidate
    return None


def hidden_types(declared: Any, ty: Any, defining: frozenset[Def]) -> Iterator[tuple[t.Alias, t.Ty]]:
    """The opaque types in `declared` with what stands for them in `ty`, which is the same but for those."""
    if isinstance(declared, t.Alias):
        if declared.def_ in defining:
            yield declared, ty
    elif type(declared) is type(ty) and t._flags_of(declared) & t.HAS_ALIAS:
        for one, other in zip(*(here if isinstance(here, tuple) else here.parts for here in (declared, ty)), strict=False):
            yield from hidden_types(one, other, defining)
