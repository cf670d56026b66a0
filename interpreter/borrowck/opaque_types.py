"""Regions in the types that `impl Trait` hides: each must be one of those that the opaque type captures (rustc: member
constraints, RFC 2289).

After the first solution, a region of a hidden type that is not captured itself is made equal to the smallest captured one
that outlives all it must outlive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.borrowck.constraints import STATIC, Category, OutlivesConstraint, RegionVid
from interpreter.borrowck.region_context import free_regions
from interpreter.borrowck.region_infer import RegionInference
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Variance

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

Hidden = list[tuple[t.Alias, t.Ty]]


def _captured(tcx: TyCtxt, opaque: t.Alias) -> list[RegionVid]:
    """The regions that the opaque type may name."""
    variances = tcx.variances_of(opaque.def_)
    found = [STATIC]
    for i, arg in enumerate(opaque.args):
        if isinstance(arg, t.ReVar) and (i >= len(variances) or variances[i] is not Variance.BIVARIANT):
            found.append(arg.vid)
    return found


def constrain_hidden_types(tcx: TyCtxt, regions: RegionInference, hidden: Hidden) -> bool:
    """Add the constraints of the choices; whether there were any."""
    added = False
    for opaque, ty in hidden:
        choices = _captured(tcx, opaque)
        for region in dict.fromkeys(free_regions(ty)):
            if regions.is_universal(region):
                continue
            choice = _choose(regions, region, choices)
            if choice is None or regions.contains_universal(region, _universal_of(regions, choice)):
                continue
            span = opaque.def_.span
            regions.constraints.append(OutlivesConstraint(region, choice, None, span, Category.OPAQUE_TYPE))
            added = True
    return added


def _universal_of(regions: RegionInference, vid: RegionVid) -> RegionVid:
    return vid if regions.is_universal(vid) else regions.universal_upper_bound(vid)


def _choose(regions: RegionInference, region: RegionVid, choices: list[RegionVid]) -> RegionVid | None:
    """The smallest captured region that outlives all universal regions in `region`."""
    universals = [u for u in regions.universals_in(region) if u != regions.universal.fn_body]
    known = regions.universal
    able = [c for c in choices if all(known.outlives(_universal_of(regions, c), u) for u in universals)]
    for candidate in able:
        own = _universal_of(regions, candidate)
        if all(known.outlives(_universal_of(regions, other), own) for other in able):
            return candidate
    return None


def capture_errors(tcx: TyCtxt, regions: RegionInference, hidden: Hidden) -> list[tuple[t.Alias, t.Ty, RegionVid, Span]]:
    """The hidden types that mention a universal region which their opaque type doesn't capture."""
    errors: list[tuple[t.Alias, t.Ty, RegionVid, Span]] = []
    seen: set[tuple[object, RegionVid]] = set()
    for opaque, ty in hidden:
        captured = {_universal_of(regions, c) for c in _captured(tcx, opaque)}
        for region in free_regions(ty):
            for universal in regions.universals_in(region):
                if universal == regions.universal.fn_body or universal in captured:
                    continue
                if any(regions.universal.outlives(c, universal) and c != STATIC for c in captured):
                    continue
                if (opaque.def_, universal) not in seen:
                    seen.add((opaque.def_, universal))
                    errors.append((opaque, ty, universal, regions.cfg.body.span))
    return errors
