"""The region variables and constraints of a body while they are being collected (rustc: `MirTypeckRegionConstraints`).

It is the RegionSink of the inference context that borrowck asks about traits. What is pushed goes by the current location and
category, which the type checker sets before it relates anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from interpreter.borrowck.constraints import (
    STATIC,
    Category,
    Origin,
    OutlivesConstraint,
    RegionDefinition,
    RegionVid,
    TypeTest,
    VarianceInfo,
)
from interpreter.hints import TYPE_CHECKING, TypeAlias
from interpreter.mir.body import Location
from interpreter.records import Record, replace
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Variance
from interpreter.typeck.outlives import components_of

if TYPE_CHECKING:
    from interpreter.borrowck.universal_regions import UniversalRegions
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.traits.obligation import ObligationCause


_UNTRACKED = frozenset((t.ReErased, t.ReError))
_Why: TypeAlias = tuple[Location | None, Span, Category, object, bool]


class UniverseCause(Record, frozen=True):
    """A predicate that had to hold for all lifetimes; None: a type had to be a subtype of a higher-ranked one. `clause`: the type
    that was written and asks for the predicate, and where it does."""

    predicate: t.Predicate | None
    location: Location | None
    span: Span
    clause: tuple[Def, Span] | None = None


class RegionContext:
    """Tables indexed by region variable; `liveness[vid]` is the set of points at which the variable itself must be alive."""

    def __init__(self, tcx: TyCtxt, span: Span) -> None:
        self.tcx = tcx
        self.definitions: list[RegionDefinition] = []
        self.constraints: list[OutlivesConstraint] = []
        self.liveness: list[int] = []
        self.type_tests: list[TypeTest] = []
        self.universal: UniversalRegions | None = None
        self.universes = 0
        self.universe_causes: dict[int, UniverseCause] = {}
        """Why the universes were entered."""
        self.proving: t.Predicate | None = None
        self.clause: tuple[Def, Span] | None = None
        self._placeholders: dict[t.RePlaceholder, RegionVid] = {}
        self._seen: set[tuple[RegionVid, RegionVid, Location | None, Category]] = set()
        self.location: Location | None = None
        self.point_mask = 0
        """The point of `location` as a set: where region variables made now are live."""
        self.span = span
        self.category = Category.BORING
        self.detail: object = None
        self.from_closure = False
        self.variance: VarianceInfo | None = None
        self.desugared = False

    # -------------------------------------------------------------------------------------------- variables

    def new_region(self, origin: Origin = Origin.EXISTENTIAL, universe: int = 0, name: t.Region | None = None) -> RegionVid:
        vid = len(self.definitions)
        self.definitions.append(RegionDefinition(origin, universe, name))
        self.liveness.append(0)
        return vid

    def next_region_var(self, universe: int, span: Span | None) -> t.ReVar:
        """For the inference context (RegionSink)."""
        return t.ReVar(self.new_region(universe=universe))  # type: ignore[no-any-return]

    def next_universe(self) -> int:
        self.universes += 1
        self.universe_causes[self.universes] = UniverseCause(self.proving, self.location, self.span, self.clause)
        return self.universes

    def fresh(self, _: t.Region | None = None) -> t.Region:
        """A fresh variable that is live at the current location."""
        vid = self.new_region()
        self.liveness[vid] = self.point_mask
        return t.ReVar(vid)  # type: ignore[no-any-return]

    def add_live(self, value: object, points: int) -> None:
        """All regions that `value` may hold on to are alive at `points`."""
        has_alias = t._flags_of(value) & t.HAS_ALIAS
        for vid in self._captured(value) if has_alias else free_regions(value):
            self.liveness[vid] |= points

    def _captured(self, value: object) -> Iterator[RegionVid]:
        """The regions in `value`; an associated or opaque type has but those that it outlives, if there is only one of these,
        and of its arguments not those that it doesn't capture (rustc: `FreeRegionsVisitor`)."""
        if isinstance(value, tuple):
            for part in value:
                yield from self._captured(part)
        elif not isinstance(value, t.Alias):
            parts = value.parts if isinstance(value, t._Interned) and value.flags & t.HAS_ALIAS else ()
            yield from self._captured(parts) if parts else free_regions(value)
        elif value.flags & t.HAS_REGION_VAR:
            assert self.universal is not None
            bounds = {*self.declared_alias_bounds(value), *self.universal.region_bounds_of(value)}
            if len(bounds) == 1 and STATIC not in bounds:
                yield from bounds
            elif STATIC not in bounds:
                variances = self.tcx.variances_of(value.def_) if value.def_.kind is DefKind.OPAQUE_TY else ()
                for i, arg in enumerate(value.args):
                    if i >= len(variances) or variances[i] is not Variance.BIVARIANT:
                        yield from self._captured(arg)

    def vid_of(self, region: t.Region) -> RegionVid:
        """The number of a region."""
        if type(region) is t.ReVar:
            return region.vid
        if type(region) is t.ReStatic:
            return STATIC
        if type(region) is t.RePlaceholder:
            found = self._placeholders.get(region)
            if found is None:
                found = self._placeholders[region] = self.new_region(Origin.PLACEHOLDER, region.universe, region)
            return found
        assert self.universal is not None
        return self.universal.vid_of(region)

    # -------------------------------------------------------------------------------------------- constraints

    def at(
        self, location: Location | None, span: Span, category: Category, detail: object = None, *, from_closure: bool = False
    ) -> _At:
        """As a context: what is pushed within arises at this location for this reason."""
        return _At(self, (location, span, category, detail, from_closure))

    def push_outlives(self, longer: t.Region, shorter: t.Region, cause: ObligationCause | None = None) -> None:
        """`longer: shorter` (RegionSink); with a cause if the answer to a question about traits or well-formedness needs it."""
        if type(longer) in _UNTRACKED or type(shorter) in _UNTRACKED:
            return
        self.add(self.vid_of(longer), self.vid_of(shorter), self._category_for(cause))

    def _category_for(self, cause: ObligationCause | None) -> Category:
        """What a question needs is blamed on the place that asked only if there is a word for that (rustc: `add_outlives`)."""
        return Category.BORING_NO_LOCATION if cause is not None and self.category is Category.BORING else self.category

    def add(self, sup: RegionVid, sub: RegionVid, category: Category | None = None) -> None:
        """`sup: sub`; nothing is added for what holds anyway."""
        if sup in (sub, STATIC):
            return
        category = category or self.category
        key = (sup, sub, self.location, category)
        if key in self._seen:
            return
        self._seen.add(key)
        self.constraints.append(
            OutlivesConstraint(
                sup, sub, self.location, self.span, category, self.detail, self.from_closure, self.variance, self.desugared
            )
        )

    def mark(self) -> tuple[int, int, int]:
        """What there is before a question is asked, for `unify_since`."""
        return len(self.definitions), len(self.constraints), len(self.type_tests)

    def unify_since(self, mark: tuple[int, int, int], value: t.T) -> t.T:
        """`value`, the answer to a question, with the regions made on the way put down to those that they were made equal to
        (rustc: an answer is canonical)."""
        n_variables, n_constraints, n_tests = mark
        if len(self.definitions) == n_variables:
            return value
        news = self.constraints[n_constraints:]
        root: dict[RegionVid, RegionVid] = {}

        def find(vid: RegionVid) -> RegionVid:
            while vid in root:
                vid = root[vid]
            return vid

        for one, other in pairwise(news):
            if one.sup == other.sub and one.sub == other.sup:
                for high, low in ((find(one.sup), find(one.sub)), (find(one.sub), find(one.sup))):
                    made, kept_for = self.definitions[high], self.definitions[low]
                    is_new = high >= n_variables and made.origin is Origin.EXISTENTIAL
                    if is_new and high != low and made.universe >= kept_for.universe:
                        root[high] = low
                        break
        if not root:
            return value

        def renamed(region: t.Region) -> t.Region:
            return t.ReVar(find(region.vid)) if isinstance(region, t.ReVar) else region

        kept: dict[tuple[RegionVid, RegionVid], OutlivesConstraint] = {}
        for constraint in news:
            sup, sub = find(constraint.sup), find(constraint.sub)
            if sup not in (sub, STATIC):
                kept.setdefault((sup, sub), replace(constraint, sup=sup, sub=sub))
        self.constraints[n_constraints:] = kept.values()
        for index in range(n_tests, len(self.type_tests)):
            test = self.type_tests[index]
            kind, bound = t.map_regions(test.kind, renamed), find(test.lower_bound)
            self.type_tests[index] = TypeTest(kind, bound, test.location, test.span)
        return t.map_regions(value, renamed)

    def push_type_outlives(self, ty: t.Ty, region: t.Region, cause: ObligationCause | None = None) -> None:
        """`ty: region`, by the components of the type (RegionSink)."""
        if isinstance(region, (t.ReErased, t.ReError)):
            return
        self._components_outlive(ty, self.vid_of(region), self._category_for(cause))

    def _components_outlive(self, value: object, sub: RegionVid, category: Category) -> None:
        for component in components_of(self.tcx, value):
            if isinstance(component, t.Param):
                self.type_tests.append(TypeTest(component, sub, self.location, self.span))
            elif isinstance(component, t.Alias):
                self._alias_outlives(component, sub, category)
            elif not isinstance(component, (t.ReErased, t.ReBound, t.ReError)):
                self.add(self.vid_of(component), sub, category)

    def _alias_outlives(self, alias: t.Alias, sub: RegionVid, category: Category) -> None:
        """An associated or opaque type outlives what its only bound outlives; one without bounds if all its arguments do; else it
        is seen in the end whether any bound is enough (rustc: `alias_ty_must_outlive`)."""
        assert self.universal is not None
        declared = self.declared_alias_bounds(alias)
        known = self.universal.region_bounds_of(alias)
        opaque = alias.def_.kind is DefKind.OPAQUE_TY
        if not declared and not known and (opaque or alias.flags & t.HAS_REGION_VAR):
            variances = self.tcx.variances_of(alias.def_) if opaque else ()
            for i, arg in enumerate(alias.args):
                if i >= len(variances) or variances[i] is not Variance.BIVARIANT:
                    self._components_outlive(arg, sub, category)
        elif declared and all(bound == declared[0] for bound in (*declared, *known)):
            self.add(declared[0], sub, category)
        else:
            self.type_tests.append(TypeTest(alias, sub, self.location, self.span))

    def declared_alias_bounds(self, alias: t.Alias) -> list[RegionVid]:
        """The regions that an associated or opaque type is declared to outlive."""
        found = []
        for predicate, _ in self.tcx.item_bounds(alias.def_):
            kind = t.subst(predicate, alias.args).value
            if isinstance(kind, t.TypeOutlives) and not isinstance(kind.region, t.ReErased):
                found.append(self.vid_of(kind.region))
        return found


class _At:
    """Sets where and why, and puts back what was set before (a class of its own, as it is entered at every statement)."""

    __slots__ = ("context", "own", "saved")

    def __init__(self, context: RegionContext, own: _Why) -> None:
        self.context = context
        self.own = own

    def __enter__(self) -> None:
        c = self.context
        self.saved: _Why = (c.location, c.span, c.category, c.detail, c.from_closure)
        c.location, c.span, c.category, c.detail, c.from_closure = self.own

    def __exit__(self, *_: object) -> None:
        c = self.context
        c.location, c.span, c.category, c.detail, c.from_closure = self.saved


def free_regions(value: object) -> Iterator[RegionVid]:
    """The region variables that occur in `value`."""
    if not t._flags_of(value) & t.HAS_REGION_VAR:
        return
    stack: list[object] = [value]
    while stack:
        part = stack.pop()
        if type(part) is t.ReVar:
            yield part.vid
        elif type(part) is tuple:
            stack += part
        elif isinstance(part, t._Interned) and part.flags & t.HAS_REGION_VAR:
            stack += part.parts
