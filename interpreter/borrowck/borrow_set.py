"""The loans of a body: every borrow that has to be tracked, where it is made and, if it is two-phase, activated.

(rustc_borrowck::borrow_set, path_utils, place_ext)
"""

from __future__ import annotations

from interpreter.dataflow.cfg import Cfg
from interpreter.dataflow.liveness import used_locals
from interpreter.dataflow.place_ty import LangItems, prefix_tys
from interpreter.mir import body as mir
from interpreter.mir.body import Local, Location, Place
from interpreter.records import Record, field
from interpreter.resolve.defs import DefKind
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind


class BorrowData(Record):
    """Loan number `index`: `assigned = &kind place` at `reserved`. `region` is the borrow's region variable.

    `activated`: where a two-phase borrow is first used; None if it is not two-phase, or never activated (`two_phase` tells).
    """

    index: int
    kind: BorrowKind
    place: Place
    assigned: Place
    reserved: Location
    region: int
    two_phase: bool = False
    activated: Location | None = None

    @property
    def is_mutable(self) -> bool:
        return self.kind in MUTABLE_KINDS


MUTABLE_KINDS = frozenset((BorrowKind.MUT, BorrowKind.TWO_PHASE, BorrowKind.UNIQUE))


class BorrowSet(Record):
    """All tracked borrows, in the order of their locations."""

    borrows: list[BorrowData] = field(default_factory=list)
    at: dict[Location, BorrowData] = field(default_factory=dict)
    activations: dict[Location, list[BorrowData]] = field(default_factory=dict)
    of_local: dict[Local, list[BorrowData]] = field(default_factory=dict)
    """By the local of the borrowed place."""
    storage_dead_or_moved: set[Local] | None = None
    """In a constant's body, where locals may outlive it: those whose storage ends; None elsewhere (all end)."""


def ignore_borrow(tcx: LangItems, body: mir.Body, borrows: BorrowSet, place: Place) -> bool:
    """Whether a borrow of `place` can never conflict: it lies behind a shared reference or raw pointer (rustc:
    `ignore_borrow`)."""
    if borrows.storage_dead_or_moved is not None:
        if place.local not in borrows.storage_dead_or_moved and not body.locals[place.local].mutable:
            return True
    if not place.projection:
        return False
    tys = prefix_tys(body, place)
    for i, elem in enumerate(place.projection):
        if isinstance(elem, mir.Deref):
            base = tys[i]
            if isinstance(base, t.RawPtr):
                return True
            if isinstance(base, t.Ref) and not base.mutable:
                if i == 0 and body.locals[place.local].static is not None and _is_thread_local(body, place.local):
                    continue
                return True
            if i == 0 and body.locals[place.local].static is not None:
                return True
    return False


def _is_thread_local(body: mir.Body, local: Local) -> bool:
    static = body.locals[local].static
    return static is not None and "thread_local" in static.attrs


def collect_borrows(tcx: LangItems, cfg: Cfg, regions: dict[Location, int]) -> BorrowSet:
    """The borrows of a body. `regions`: the region variable of each Ref rvalue, by location."""
    return _Collector(tcx, cfg, regions).run()


class _Collector:
    def __init__(self, tcx: LangItems, cfg: Cfg, regions: dict[Location, int]) -> None:
        self.tcx = tcx
        self.cfg = cfg
        self.body = cfg.body
        self.regions = regions
        is_fn = self.body.owner.kind in (DefKind.FN, DefKind.ASSOC_FN, DefKind.CLOSURE)
        self.set = BorrowSet(storage_dead_or_moved=None if is_fn else _storage_dead_or_moved(self.body))
        self.pending: dict[Local, BorrowData] = {}
        """Two-phase borrows not yet activated, by the temporary that holds them."""

    def run(self) -> BorrowSet:
        for block_id in self.cfg.preorder:
            block = self.body.blocks[block_id]
            locations = self.cfg.locations_of(block_id)
            for statement, location in zip(block.statements, locations):
                self._activate(statement, location)
                if type(statement) is mir.Assign and type(statement.rvalue) is mir.Ref:
                    self._borrow(statement.place, statement.rvalue, location)
            self._activate(block.terminator, locations[-1])
        return self.set

    def _borrow(self, assigned: Place, ref: mir.Ref, location: Location) -> None:
        if ignore_borrow(self.tcx, self.body, self.set, ref.place):
            return
        borrow = BorrowData(len(self.set.borrows), ref.kind, ref.place, assigned, location, self.regions[location])
        self.set.borrows.append(borrow)
        self.set.at[location] = borrow
        self.set.of_local.setdefault(ref.place.local, []).append(borrow)
        if ref.kind is BorrowKind.TWO_PHASE and not assigned.projection:
            borrow.two_phase = True
            self.pending[assigned.local] = borrow

    def _activate(self, node: mir.Statement | mir.Terminator, location: Location) -> None:
        if not self.pending:
            return
        for local in used_locals(node):
            borrow = self.pending.get(local)
            if borrow is None or borrow.reserved == location:
                continue
            del self.pending[local]
            borrow.activated = location
            self.set.activations.setdefault(location, []).append(borrow)


def _storage_dead_or_moved(body: mir.Body) -> set[Local]:
    """The locals whose storage ends within the body, or that are moved out of."""
    found: set[Local] = set()
    for block in body.blocks:
        for statement in block.statements:
            if type(statement) is mir.StorageDead:
                found.add(statement.local)
            elif type(statement) is mir.Assign:
                found.update(o.place.local for o in mir.operands_of(statement.rvalue) if type(o) is mir.Move)
        if type(block.terminator) is mir.Call:
            found.update(o.place.local for o in block.terminator.args if type(o) is mir.Move)
    return found
