"""Regions in the types that `impl Trait` hides: each must be one of those that the opaque type captures (rustc: member
constraints, RFC 2289).

After the first solution, a region of a hidden type is made to outlive the smallest captured one that fits between what it
must outlive and what must outlive it. Where none fits, the hidden type captures a lifetime that it may not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from interpreter.borrowck.constraints import STATIC, Category, OutlivesConstraint, RegionVid
from interpreter.borrowck.region_context import free_regions
from interpreter.borrowck.region_infer import RegionInference
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Variance

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

Hidden: TypeAlias = list[tuple[t.Alias, t.Ty]]
CaptureError: TypeAlias = tuple[t.Alias, t.Ty, RegionVid]
"""An opaque type, the type it hides, and a universal region in that which it does not capture."""


def constrain_hidden_types(tcx: TyCtxt, regions: RegionInference, hidden: Hidden) -> tuple[bool, list[CaptureError]]:
    """Add the constraints of the choices; whether there were any, and the regions for which there was no choice."""
    added = False
    errors: list[CaptureError] = []
    sups = _sups(regions)
    for opaque, ty in hidden:
        choices = _captured(tcx, opaque)
        for region in dict.fromkeys(free_regions(ty)):
            above = _universals_above(regions, sups, region)
            if any(c in above and regions.contains_universal(region, c) for c in choices):
                continue
            choice = _choose(regions, region, choices, above)
            if choice is None:
                named = [u for u in (*above, *regions.universals_in(region)) if u not in (STATIC, regions.universal.fn_body)]
                if named:
                    errors.append((opaque, ty, named[0]))
            elif not regions.contains_universal(region, choice):
                constraint = OutlivesConstraint(region, choice, None, opaque.def_.span, Category.OPAQUE_TYPE)
                regions.constraints.append(constraint)
                added = True
    return added, errors


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
