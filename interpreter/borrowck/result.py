"""What borrowck found out about a body, for display: loans and where and why they are in force, initialisation, permissions.

All of it is worked out only when it is asked for. Locations are those of the checked body; the running body has the same.
"""

from __future__ import annotations

from functools import cached_property

from interpreter.borrowck.borrow_set import BorrowData
from interpreter.borrowck.constraints import ClosureRequirements
from interpreter.borrowck.facts import BodyFacts
from interpreter.borrowck.mutability import LocalMutation, RootPlace, is_mutable
from interpreter.borrowck.places_conflict import AccessDepth, borrow_conflicts_with_place
from interpreter.borrowck.report import ReportContext
from interpreter.dataflow.cfg import bits
from interpreter.dataflow.engine import FlowResult
from interpreter.dataflow.storage import compute_storage_ended
from interpreter.diagnostics import Diagnostic
from interpreter.mir import body as mir
from interpreter.mir.body import Local, Location, Place
from interpreter.records import Record, field
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind


class Loan(Record, frozen=True):
    """Loan number `id` of the body: a borrow of `place` made at `issued_at` (`span`).

    `place_text` is what the user calls the place. `two_phase`: reserved first, and active from `activated_at` on. `holders`: the
    variables whose types have a region that holds the loan. `parent`: the loan that it reborrows through, if it does.
    """

    id: int
    kind: BorrowKind
    place: Place
    place_text: str | None
    issued_at: Location
    span: Span
    region: int
    holders: tuple[Local, ...]
    parent: int | None
    two_phase: bool
    activated_at: Location | None


class Why(Record, frozen=True):
    """Why a loan is in force: `text` ("used here", "`x` is dropped here", "must last for `'a`") and the place to show."""

    span: Span
    text: str


class InitState:
    """Names of the states of a place: initialised on all ways to a point, on some, or on none."""

    YES = "initialised"
    MAYBE = "maybe initialised"
    PARTLY = "partly moved"
    NO = "uninitialised"


class PlacePermissions(Record, frozen=True):
    """Read, write and own, as Aquascope has them."""

    read: bool
    write: bool
    own: bool


class BorrowckResult(Record, frozen=True, slots=False):
    """The outcome for one body. `requirements` and `used_mut_upvars` are what a closure leaves to its creator."""

    owner: Def
    diagnostics: tuple[Diagnostic, ...]
    requirements: ClosureRequirements | None = None
    used_mut_upvars: tuple[int, ...] = ()
    used_mut: frozenset[int] = frozenset()
    """The locals for which being `mut` matters."""
    facts: BodyFacts | None = field(default=None, repr=False)

    # -------------------------------------------------------------------------------------------- loans

    @cached_property
    def loans(self) -> tuple[Loan, ...]:
        """All loans of the body, in the order of their borrows (those behind a shared reference aren't tracked)."""
        if self.facts is None:
            return ()
        facts = self.facts
        describe = ReportContext(facts).describe
        return tuple(
            Loan(
                borrow.index,
                borrow.kind,
                borrow.place,
                describe.place(borrow.place),
                borrow.reserved,
                facts.span_at(borrow.reserved),
                borrow.region,
                self._holders(borrow),
                self._parent(borrow),
                borrow.two_phase,
                borrow.activated,
            )
            for borrow in facts.borrows.borrows
            if borrow.kind is not BorrowKind.FAKE
        )

    def _holders(self, borrow: BorrowData) -> tuple[Local, ...]:
        """The variables that may hold the reference: a region of their type must be outlived by the loan's."""
        facts = self.facts
        assert facts is not None
        reached = {borrow.region}
        stack = [borrow.region]
        while stack:
            for constraint in facts.regions.outgoing(stack.pop()):
                if constraint.sub not in reached:
                    reached.add(constraint.sub)
                    stack.append(constraint.sub)
        found = []
        for local, ty in enumerate(facts.local_tys):
            if ty.flags & t.HAS_REGION_VAR and facts.local_regions(local) & reached:
                found.append(local)
        return tuple(found)

    def _parent(self, borrow: BorrowData) -> int | None:
        """A borrow through `*x` reborrows from a loan that `x` holds at that point."""
        facts = self.facts
        assert facts is not None
        if not any(isinstance(elem, mir.Deref) for elem in borrow.place.projection):
            return None
        regions = facts.local_regions(borrow.place.local)
        for index in reversed(list(bits(facts.in_scope.at(borrow.reserved)))):
            other = facts.borrows.borrows[index]
            reached = facts.regions.path_to(other.region, lambda r: r in regions)
            if other is not borrow and reached is not None:
                return index
        return None

    def loans_in_scope(self, location: Location) -> frozenset[int]:
        """The loans in force just before a location, by id."""
        if self.facts is None:
            return frozenset()
        borrows = self.facts.borrows.borrows
        return frozenset(i for i in bits(self.facts.in_scope.at(location)) if borrows[i].kind is not BorrowKind.FAKE)

    def is_active(self, loan: int, location: Location) -> bool:
        """False while a two-phase loan is only reserved."""
        assert self.facts is not None
        borrow = self.facts.borrows.borrows[loan]
        if not borrow.two_phase:
            return True
        return borrow.activated is not None and self.facts.cfg.dominates(borrow.activated, location)

    def why_live(self, loan: int, location: Location) -> Why | None:
        """The later use, drop or lifetime that keeps a loan in force at a location."""
        from interpreter.borrowck.explain_borrow import (
            MustBeValidFor,
            UsedLater,
            UsedLaterWhenDropped,
            explain_why_borrow_contains_point,
        )

        if self.facts is None:
            return None
        cx = ReportContext(self.facts)
        explanation = explain_why_borrow_contains_point(cx, location, self.facts.borrows.borrows[loan])
        match explanation:
            case UsedLater():
                again = " in the next iteration of the loop" if explanation.in_loop else ""
                return Why(explanation.span, f"{explanation.kind.value[0]}{again}")
            case UsedLaterWhenDropped():
                decl = self.facts.body.locals[explanation.dropped]
                what = "a temporary" if decl.name is None else f"`{decl.name}`"
                return Why(self.facts.span_at(explanation.location), f"{what} is dropped here")
            case MustBeValidFor():
                return Why(explanation.span, f"must last for `{explanation.region}`")
        return None

    def lines_of(self, loan: int) -> frozenset[int]:
        """The lines of the source at which a loan is in force (unwinding aside); a whole block's value is made at its end."""
        return self._lines.get(loan, frozenset())

    @cached_property
    def _lines(self) -> dict[int, frozenset[int]]:
        lines: dict[int, set[int]] = {}
        if self.facts is None:
            return {}
        cfg, body = self.facts.cfg, self.facts.body
        for borrow in self.facts.borrows.borrows:
            lines.setdefault(borrow.index, set()).add(self.facts.span_at(borrow.reserved).source_callsite().line)
        for block_id in cfg.reverse_postorder:
            block = body.blocks[block_id]
            if block.is_cleanup:
                continue
            states = self.facts.in_scope.along(block_id)
            for state, node in zip(states, (*block.statements, block.terminator), strict=True):
                if state and not isinstance(node, (mir.StorageDead, mir.StorageLive, mir.Goto)):
                    span = node.info.span.source_callsite()
                    line = span.end[0] if span.text.startswith("{") else span.line
                    for index in bits(state):
                        lines[index].add(line)
        return {index: frozenset(found) for index, found in lines.items()}

    # -------------------------------------------------------------------------------------------- initialisation, permissions

    def init_state(self, local: Local, location: Location) -> str:
        """Whether a local holds a value just before a location (see InitState)."""
        assert self.facts is not None
        moves = self.facts.moves
        path = moves.local_path[local]
        subtree = moves.subtree[path]
        maybe = self.facts.maybe_init.at(location) & subtree
        gone = self.facts.maybe_uninit.at(location) & subtree
        if not maybe:
            return InitState.NO
        if not gone:
            return InitState.YES
        if gone & 1 << path:
            return InitState.MAYBE
        return InitState.PARTLY

    def storage_ended(self, local: Local, location: Location) -> bool:
        """Whether the scope of a local has ended just before a location."""
        return bool(self._storage_ended.at(location) >> local & 1)

    @cached_property
    def _storage_ended(self) -> FlowResult:
        assert self.facts is not None
        return compute_storage_ended(self.facts.cfg)

    def permissions(self, place: Place, location: Location) -> PlacePermissions:
        """What may be done with a user variable's place just before a location: loans in force take permissions away."""
        facts = self.facts
        assert facts is not None
        path, _ = facts.moves.find(place)
        gone = facts.maybe_uninit.at(location)
        if gone & facts.moves.subtree[path] or gone >> path & 1:
            return PlacePermissions(False, False, False)
        read = True
        write = isinstance(is_mutable(facts, place, len(place.projection), LocalMutation.NO), RootPlace)
        own = self._is_owned(place)
        for index in bits(facts.in_scope.at(location)):
            borrow = facts.borrows.borrows[index]
            if not borrow_conflicts_with_place(facts.tcx, facts.body, borrow.place, borrow.kind, place, AccessDepth.DEEP):
                continue
            own = write = False
            if borrow.is_mutable and self.is_active(index, location):
                read = False
        return PlacePermissions(read, write, own)

    def _is_owned(self, place: Place) -> bool:
        """Not behind a reference or raw pointer."""
        assert self.facts is not None
        ty = self.facts.body.locals[place.local].ty
        for i, elem in enumerate(place.projection):
            if isinstance(elem, mir.Deref) and isinstance(ty, (t.Ref, t.RawPtr)):
                return False
            ty = self.facts.ty(Place(place.local, place.projection[: i + 1]))
        return True
