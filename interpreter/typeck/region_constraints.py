"""Region constraints outside of bodies: collected from an InferCtxt, then solved (rustc_infer: `lexical_region_resolve`,
`leak_check`).

    constraints = RegionConstraints(tcx)
    infcx = InferCtxt(tcx, env, constraints)
    ...                                             # relate, prove
    for conflict in constraints.conflicts(free): ...
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.records import Record
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.outlives import Component, components_of

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.defs import ParamEnv
    from interpreter.typeck.free_regions import FreeRegions
    from interpreter.typeck.traits.obligation import ObligationCause


class RegionConstraint(Record, frozen=True):
    """`longer: shorter`. `longer` may be a type parameter or an alias."""

    longer: Component
    shorter: t.Region
    cause: ObligationCause


class RegionConflict(Record, frozen=True):
    """`longer: shorter` must hold and isn't known to. `lower` made a variable outlive `shorter`, `upper` made it be outlived
    by `longer`; they are one and the same constraint if there is no variable in between."""

    longer: Component
    shorter: t.Region
    lower: RegionConstraint
    upper: RegionConstraint

    @property
    def is_direct(self) -> bool:
        return self.lower is self.upper


class RegionConstraints:
    """A RegionSink. `universe_of[vid]`: what a region variable may name."""

    def __init__(self, tcx: TyCtxt) -> None:
        self.tcx = tcx
        self.universe_of: list[int] = []
        self.universes = 0
        self.constraints: list[RegionConstraint] = []

    def next_region_var(self, universe: int, span: Span | None = None) -> t.ReVar:
        self.universe_of.append(universe)
        return t.ReVar(len(self.universe_of) - 1)  # type: ignore[no-any-return]

    def next_universe(self) -> int:
        self.universes += 1
        return self.universes

    def push_outlives(self, longer: t.Region, shorter: t.Region, cause: ObligationCause) -> None:
        if longer is not shorter and not isinstance(longer, t.ReStatic):
            self.constraints.append(RegionConstraint(longer, shorter, cause))

    def push_type_outlives(self, ty: t.Ty, region: t.Region, cause: ObligationCause) -> None:
        for component in components_of(self.tcx, ty):
            self.push_outlives(component, region, cause)  # type: ignore[arg-type]

    def conflicts(self, free: FreeRegions) -> Iterator[RegionConflict]:
        """What can't be met by any choice for the variables, given what is known of the free regions."""
        for constraint in self.constraints:
            if isinstance(constraint.longer, t.ReVar):
                continue
            for shorter, lower in self._lower_bounds(constraint):
                if not free.holds(constraint.longer, shorter):
                    yield RegionConflict(constraint.longer, shorter, lower, constraint)
                    break

    def _lower_bounds(self, upper: RegionConstraint) -> Iterator[tuple[t.Region, RegionConstraint]]:
        """The regions, other than variables, that must be outlived for `upper` to hold, each with the constraint that says so."""
        seen = {upper}
        stack = [upper]
        while stack:
            here = stack.pop()
            if not isinstance(here.shorter, t.ReVar):
                yield here.shorter, here
                continue
            for other in self.constraints:
                if other.longer is here.shorter and other not in seen:
                    seen.add(other)
                    stack.append(other)

    def leaks(self) -> bool:
        """Whether a placeholder must outlive something that can't name it, or another placeholder."""
        for start in {c.longer for c in self.constraints if isinstance(c.longer, t.RePlaceholder)}:
            upper = [c for c in self.constraints if c.longer is start]
            seen: set[Any] = {start}
            while upper:
                region = upper.pop().shorter
                if region in seen:
                    continue
                seen.add(region)
                if not isinstance(region, t.ReVar) or self.universe_of[region.vid] < start.universe:
                    return True
                upper += [c for c in self.constraints if c.longer is region]
        return False


def is_less_general(tcx: TyCtxt, env: ParamEnv, found: t.Ty, expected: t.Ty, cause: ObligationCause) -> bool:
    """Whether `found`, equal to `expected` but for lifetimes, serves only for some of those for which `expected` must
    (rustc: `leak_check`). Lifetimes from outside, which may be erased, are taken as unknown to what is bound within."""
    flags = expected.flags | found.flags
    if not flags & t.HAS_BOUND or flags & t.HAS_ERROR:
        return False
    constraints = RegionConstraints(tcx)
    infcx = tcx.infer_ctxt(env, constraints)

    def known(part: Any) -> Any:
        if isinstance(part, t.ReErased):
            return constraints.next_region_var(0)
        return t.ERROR if isinstance(part, t.Infer) else t.map_parts(part, known)

    infcx.sub(known(found), known(expected), cause)
    return constraints.leaks()
