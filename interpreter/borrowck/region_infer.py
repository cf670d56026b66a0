"""Region inference: the least solution of the outlives constraints, and its check against what is known of the universal regions.

In: constraints, liveness, universal regions. Out: the value of each region, as a set of points of the body and of ends of
universal regions and placeholders; the errors; for a closure, the requirements to be met by its creator.
(rustc_borrowck::region_infer; RFC 2094)

A value is an int: bit p (p < n_points) for point p, then one bit per universal region, then one per placeholder.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from interpreter.borrowck.constraints import (
    STATIC,
    Category,
    ClosureRequirement,
    ClosureRequirements,
    Origin,
    OutlivesConstraint,
    RegionVid,
    TypeTest,
)
from interpreter.borrowck.desugaring import is_desugared
from interpreter.borrowck.region_context import RegionContext
from interpreter.borrowck.universal_regions import UniversalRegions
from interpreter.dataflow.cfg import Cfg, bits
from interpreter.mir import body as mir
from interpreter.mir.body import Location
from interpreter.records import Record
from interpreter.source import Span
from interpreter.typeck import ty as t

_INTEREST: dict[Category, int] = {
    Category.RETURN: 0,
    Category.GENERIC_ARG: 3,
    Category.PREDICATE: 4,
    Category.OPAQUE_TYPE: 4,
    Category.BORING: 5,
    Category.BORING_NO_LOCATION: 6,
    Category.INTERNAL: 7,
    Category.UNNAMEABLE_PLACEHOLDER: 8,
}
"""How little a category of constraint is worth blaming; 2 for those not named."""


class RegionError(Record, frozen=True):
    """`longer: shorter` is needed, but not known to hold."""

    longer: RegionVid
    shorter: RegionVid


class TypeTestError(Record, frozen=True):
    test: TypeTest


class PlaceholderError(Record, frozen=True):
    """The placeholder `longer` must outlive something of which nothing is known: `shorter`, or a point at which that is alive."""

    longer: RegionVid
    shorter: RegionVid


class Blame(Record, frozen=True):
    """The constraint to blame for an outlives relation, and the whole path it was chosen from."""

    constraint: OutlivesConstraint
    category: Category
    path: tuple[OutlivesConstraint, ...]

    @property
    def span(self) -> Span:
        return self.constraint.span


class RegionInference:
    """The solution for one body."""

    def __init__(self, cfg: Cfg, context: RegionContext, universal: UniversalRegions) -> None:
        self.cfg = cfg
        self.context = context
        self.universal = universal
        self.definitions = context.definitions
        self.constraints = context.constraints
        self.liveness = context.liveness
        self.n_points = cfg.n_points
        self.all_points = (1 << cfg.n_points) - 1
        self._universal_shift = cfg.n_points
        self._placeholder_bit: dict[RegionVid, int] = {}
        self._outgoing: list[list[OutlivesConstraint]] | None = None
        self.values: list[int] = []
        self._solve()

    # -------------------------------------------------------------------------------------------- solving

    def _solve(self) -> None:
        n_universal = len(self.universal)
        values = []
        next_bit = self._universal_shift + n_universal
        for vid, definition in enumerate(self.definitions):
            value = self.liveness[vid]
            if definition.origin is Origin.FREE:
                value |= self.all_points | 1 << self._universal_shift + vid
            elif definition.origin is Origin.PLACEHOLDER:
                self._placeholder_bit[vid] = next_bit
                value |= 1 << next_bit
                next_bit += 1
            values.append(value)
        values[STATIC] |= (1 << n_universal) - 1 << self._universal_shift
        self.values = values
        self._propagate(self.constraints, range(len(values)))
        if self._placeholder_bit and self._bound_unnameable():
            self._outgoing = None
            self._propagate(self.constraints, range(len(values)))

    def _propagate(self, constraints: list[OutlivesConstraint], start: range) -> None:
        """Grow each region to include what it must outlive, until nothing changes."""
        sups_of: dict[RegionVid, list[RegionVid]] = {}
        for constraint in constraints:
            sups_of.setdefault(constraint.sub, []).append(constraint.sup)
        values = self.values
        queue = deque(vid for vid in start if values[vid] and vid in sups_of)
        queued = set(queue)
        while queue:
            sub = queue.popleft()
            queued.discard(sub)
            value = values[sub]
            for sup in sups_of[sub]:
                old = values[sup]
                new = old | value
                if new != old:
                    values[sup] = new
                    if sup in sups_of and sup not in queued:
                        queued.add(sup)
                        queue.append(sup)

    def _bound_unnameable(self) -> bool:
        """A region that must outlive a placeholder it can't name must outlive 'static; whether there is one. The placeholder of
        the largest universe stands for all (rustc: `rewrite_placeholder_outlives`)."""
        definitions = self.definitions
        least = self._least_universes()
        largest_first = sorted(self._placeholder_bit.items(), key=lambda item: (-definitions[item[0]].universe, item[0]))
        wrong = {self.values[p] for p, bit in largest_first if self.values[p] != 1 << bit}
        """What placeholders must outlive that they can't: an error already, for all regions that are equal to them."""
        found = False
        for vid, value in enumerate(self.values):
            unnameable = next((p for p, bit in largest_first if value >> bit & 1), None)
            if unnameable is None or vid in (unnameable, STATIC) or least[vid] >= definitions[unnameable].universe:
                continue
            if not self.is_universal(vid) and value in wrong:
                continue
            found = True
            category = Category.UNNAMEABLE_PLACEHOLDER
            self.constraints.append(OutlivesConstraint(vid, STATIC, None, self.cfg.body.span, category, detail=unnameable))
        return found

    def _least_universes(self) -> list[int]:
        """For each region the least universe of all that it must outlive: it can name no more than that."""
        least = [definition.universe for definition in self.definitions]
        high = [constraint for constraint in self.constraints if least[constraint.sup]]
        changed = True
        while changed:
            changed = False
            for constraint in high:
                if least[constraint.sub] < least[constraint.sup]:
                    least[constraint.sup] = least[constraint.sub]
                    changed = True
        return least

    # -------------------------------------------------------------------------------------------- values

    def points(self, vid: RegionVid) -> int:
        """The points of the body at which the region is alive."""
        return self.values[vid] & self.all_points

    def universals_in(self, vid: RegionVid) -> list[RegionVid]:
        """The universal regions that the region outlives, itself included, in order."""
        return list(bits(self.values[vid] >> self._universal_shift & (1 << len(self.universal)) - 1))

    def contains_universal(self, vid: RegionVid, universal: RegionVid) -> bool:
        return bool(self.values[vid] >> self._universal_shift + universal & 1)

    def placeholders_in(self, vid: RegionVid) -> list[RegionVid]:
        return [p for p, bit in self._placeholder_bit.items() if self.values[vid] >> bit & 1]

    def is_universal(self, vid: RegionVid) -> bool:
        return vid < len(self.universal)

    def eval_outlives(self, sup: RegionVid, sub: RegionVid) -> bool:
        """Whether `sup: sub` follows from the values and from what is known of universal regions."""
        if sup == sub:
            return True
        sup_universals = self.universals_in(sup)
        for wanted in self.universals_in(sub):
            if not any(self.universal.outlives(have, wanted) for have in sup_universals):
                return False
        if any(p not in self.placeholders_in(sup) for p in self.placeholders_in(sub)):
            return False
        return self.is_universal(sup) or not self.points(sub) & ~self.points(sup)

    def eval_equal(self, one: RegionVid, other: RegionVid) -> bool:
        """Whether each outlives the other."""
        return self.eval_outlives(one, other) and self.eval_outlives(other, one)

    def grow(self, region: RegionVid, other: RegionVid) -> None:
        """Let `region` outlive `other` in the values, as if there were a constraint."""
        self.values[region] |= self.values[other]
        self._propagate(self.constraints, range(region, region + 1))

    def universal_upper_bound(self, vid: RegionVid) -> RegionVid:
        """The smallest universal region known to outlive all that are in the region."""
        lub = self.universal.fn_body
        for universal in self.universals_in(vid):
            lub = self.universal.postdom_upper_bound(lub, universal)
        return lub

    def approx_universal_upper_bound(self, vid: RegionVid) -> RegionVid:
        """As universal_upper_bound, but one of several incomparable regions rather than 'static where possible (for messages)."""
        lub = self.universal.fn_body
        for universal in self.universals_in(vid):
            new = self.universal.postdom_upper_bound(lub, universal)
            if universal != STATIC and lub != STATIC and new == STATIC:
                # (rustc: `external_name`, which the anonymous ones of the signature have, too.)
                if self.universal.names[universal] is not None:
                    lub = universal
                elif self.universal.names[lub] is None:
                    lub = min(universal, lub)
            else:
                lub = new
        return lub

    def to_error_region(self, vid: RegionVid) -> RegionVid | None:
        """A universal region to speak of instead of this one; None if it is merely some part of the body."""
        if self.is_universal(vid):
            return vid
        upper = self.approx_universal_upper_bound(vid)
        return upper if self.contains_universal(vid, upper) else None

    # -------------------------------------------------------------------------------------------- checks

    def check(self, propagate: bool) -> tuple[list[RegionError | TypeTestError | PlaceholderError], ClosureRequirements | None]:
        """The errors; with `propagate` (a closure) what can be left to the creator is a requirement instead."""
        requirements: list[ClosureRequirement] | None = [] if propagate else None
        errors: list[RegionError | TypeTestError | PlaceholderError] = []
        self._check_type_tests(requirements, errors)
        for vid in range(len(self.universal)):
            self._check_universal(vid, requirements, errors)
        for vid, bit in self._placeholder_bit.items():
            rest = self.values[vid] & ~(1 << bit)
            if rest:
                point = next(bits(rest & self.all_points), None)
                if point is not None:
                    shorter = self.find_sub_region_live_at(vid, self.cfg.location(point))
                else:
                    shorter = next(u for u in (*self.universals_in(vid), *self.placeholders_in(vid)) if u != vid)
                errors.append(PlaceholderError(vid, shorter))
        if requirements is None:
            return errors, None
        return errors, ClosureRequirements(self.universal.n_external, tuple(requirements))

    def _check_universal(
        self,
        longer: RegionVid,
        requirements: list[ClosureRequirement] | None,
        errors: list[RegionError | TypeTestError | PlaceholderError],
    ) -> None:
        mates = [u for u in self.universals_in(longer) if self.contains_universal(u, longer)]
        representative = min(mates)
        if representative != longer:
            if not self._relation_holds(longer, representative, requirements):
                errors.append(RegionError(longer, representative))
            return
        reported = False
        for shorter in self.universals_in(longer):
            if not self._relation_holds(longer, shorter, requirements) and not reported:
                reported = True
                errors.append(RegionError(longer, shorter))

    def _relation_holds(self, longer: RegionVid, shorter: RegionVid, requirements: list[ClosureRequirement] | None) -> bool:
        """Whether `longer: shorter` is known, or can be required of the closure's creator."""
        if longer == shorter or self.universal.outlives(longer, shorter):
            return True
        if requirements is None:
            return False
        lower = self.universal.non_local_lower_bound(longer)
        if lower is None:
            return False
        blame = self.best_blame(longer, shorter)
        for upper in self.universal.non_local_upper_bounds(shorter):
            detail, desugared = blame.constraint.detail, self._is_desugared(blame.constraint)
            requirements.append(ClosureRequirement(lower, upper, blame.span, blame.category, detail, desugared))
        return True

    def _check_type_tests(
        self, requirements: list[ClosureRequirement] | None, errors: list[RegionError | TypeTestError | PlaceholderError]
    ) -> None:
        seen: set[tuple[t.Ty, RegionVid, Span]] = set()
        for test in self.context.type_tests:
            if self._type_outlives(test.kind, test.lower_bound):
                continue
            if requirements is not None and self._promote_type_test(test, requirements):
                continue
            key = (test.kind, test.lower_bound, test.span)
            if key not in seen:
                seen.add(key)
                errors.append(TypeTestError(test))

    def _type_outlives(self, kind: t.Ty, lower: RegionVid) -> bool:
        if self.eval_outlives(self.universal.fn_body, lower):
            return True
        for bound in self.universal.region_bounds_of(kind):
            if self.eval_outlives(bound, lower):
                return True
        if isinstance(kind, t.Alias):
            for bound in self.context.declared_alias_bounds(kind):
                if self.eval_outlives(bound, lower):
                    return True
            parts = [arg for arg in kind.args if isinstance(arg, t.ReVar) or t._flags_of(arg) & (t.HAS_PARAM | t.HAS_FREE_REGION)]
            if parts and all(self._component_outlives(part, lower) for part in parts):
                return True
            return not parts
        return False

    def _component_outlives(self, part: object, lower: RegionVid) -> bool:
        if isinstance(part, t.ReVar):
            return self.eval_outlives(part.vid, lower)
        for leaf in t.walk(part):
            if isinstance(leaf, t.ReVar) and not self.eval_outlives(leaf.vid, lower):
                return False
            if isinstance(leaf, t.Param) and not self._type_outlives(leaf, lower):
                return False
        return True

    def _promote_type_test(self, test: TypeTest, requirements: list[ClosureRequirement]) -> bool:
        """Leave `T: 'r` to the closure's creator, with each external region that 'r outlives."""
        subject = self.external_ty(test.kind)
        if subject is None:
            return False
        uppers = [
            upper
            for shorter in self.universals_in(test.lower_bound)
            if not any(self.eval_outlives(bound, shorter) for bound in self.universal.region_bounds_of(test.kind))
            for upper in self.universal.non_local_upper_bounds(shorter)
        ]
        for upper in uppers:
            requirements.append(ClosureRequirement(subject, upper, test.span, Category.BORING))
        return True

    def external_ty(self, ty: t.Ty) -> t.Ty | None:
        """The type in terms of external regions equal to its own; None if one of its regions has no such equal."""
        failed = False

        def replace(region: t.Region) -> t.Region:
            nonlocal failed
            if not isinstance(region, t.ReVar):
                return region
            for universal in self.universals_in(region.vid):
                if universal < self.universal.n_external and self.eval_outlives(universal, region.vid):
                    return t.ReVar(universal)  # type: ignore[no-any-return]
            failed = True
            return region

        result = t.map_regions(ty, replace)
        return None if failed else result

    # -------------------------------------------------------------------------------------------- blame

    def outgoing(self, vid: RegionVid) -> list[OutlivesConstraint]:
        """The constraints `vid: x`, in the order in which they arose."""
        if self._outgoing is None:
            table: list[list[OutlivesConstraint]] = [[] for _ in self.definitions]
            for constraint in self.constraints:
                table[constraint.sup].append(constraint)
            self._outgoing = table
        return self._outgoing[vid]

    def path_to(
        self, start: RegionVid, wanted: Callable[[RegionVid], bool], include_placeholder_static: bool = True
    ) -> tuple[list[OutlivesConstraint], RegionVid] | None:
        """A shortest chain of constraints from `start` to a region that is wanted."""
        for ignore_opaque in (True, False):
            found = self._path(start, wanted, include_placeholder_static, ignore_opaque)
            if found is not None:
                return found
        return None

    def _path(
        self, start: RegionVid, wanted: Callable[[RegionVid], bool], include_placeholder_static: bool, ignore_opaque: bool
    ) -> tuple[list[OutlivesConstraint], RegionVid] | None:
        came_by: dict[RegionVid, OutlivesConstraint | None] = {start: None}
        queue = deque([start])
        while queue:
            vid = queue.popleft()
            if wanted(vid):
                path: list[OutlivesConstraint] = []
                step = came_by[vid]
                while step is not None:
                    path.append(step)
                    step = came_by[step.sup]
                path.reverse()
                return path, vid
            if vid == STATIC:
                for sub in range(len(self.definitions)):
                    if sub not in came_by:
                        came_by[sub] = OutlivesConstraint(STATIC, sub, None, self.cfg.body.span, Category.INTERNAL)
                        queue.append(sub)
                continue
            for constraint in self.outgoing(vid):
                if constraint.category is Category.UNNAMEABLE_PLACEHOLDER and not include_placeholder_static:
                    continue
                if constraint.category is Category.OPAQUE_TYPE and ignore_opaque:
                    continue
                if constraint.sub not in came_by:
                    came_by[constraint.sub] = constraint
                    queue.append(constraint.sub)
        return None

    def find_sub_region_live_at(self, vid: RegionVid, location: Location) -> RegionVid:
        """A region that `vid` must outlive and that is itself live at the location."""
        point = self.cfg.point(location)
        found = self.path_to(
            vid,
            lambda r: self.is_universal(r) or bool(self.liveness[r] >> point & 1),
        )
        return vid if found is None else found[1]

    def find_loop_head(self, vid: RegionVid) -> Location | None:
        """The first point of the region that is in a block which begins a loop."""
        for point in bits(self.points(vid)):
            location = self.cfg.location(point)
            if isinstance(self.cfg.body.blocks[location.block].terminator, mir.FalseUnwind):
                return location
        return None

    def best_blame(self, longer: RegionVid, shorter: RegionVid) -> Blame:
        """The most telling constraint on the way by which `longer: shorter` came about (rustc: `best_blame_constraint`)."""
        found = self.path_to(longer, lambda r: r == shorter)
        assert found is not None
        path = found[0]
        unnameable = next((c.detail for c in path if c.category is Category.UNNAMEABLE_PLACEHOLDER), None)
        if isinstance(unnameable, int) and unnameable != longer:
            again = self.path_to(longer, lambda r: r == unnameable, include_placeholder_static=False)
            if again is not None:
                path = again[0]
        blame_source = self.definitions[longer].origin is not Origin.PLACEHOLDER

        def interest(constraint: OutlivesConstraint) -> int:
            category = Category.BORING if self._is_desugared(constraint) else constraint.category
            if category is Category.COERCION and shorter == STATIC and _mentions_trait_object(constraint.detail):
                if not any(c.category is Category.TYPE_ANNOTATION for c in path):
                    return 1
            return _INTEREST.get(category, 2)

        order = range(len(path) - 1, -1, -1) if blame_source else range(len(path))
        best = min(order, key=lambda i: interest(path[i]))
        chosen = path[best]
        if chosen.category is Category.RETURN and best + 1 < len(path) and path[best + 1].category is Category.OPAQUE_TYPE:
            chosen = path[best + 1]
        return Blame(chosen, chosen.category, tuple(path))

    def _is_desugared(self, constraint: OutlivesConstraint) -> bool:
        return is_desugared(self.context.tcx, self.cfg.body, constraint)


def _mentions_trait_object(ty: object) -> bool:
    return isinstance(ty, t.Adt) and any(isinstance(arg, t.Dynamic) for arg in ty.args)
