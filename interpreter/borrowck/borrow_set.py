"""The loans of a body: every borrow that has to be tracked, where it is made and, if it is two-phase, activated.

(rustc_borrowck::borrow_set, path_utils, place_ext)
"""

from __future__ import annotations

from dataclasses import dataclass, field

from interpreter.dataflow.cfg import Cfg
from interpreter.dataflow.place_ty import LangItems, prefix_tys
from interpreter.mir import body as mir
from interpreter.mir.body import Local, Location, Place
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind


@dataclass(slots=True)
class BorrowData:
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


@dataclass(slots=True)
class BorrowSet:
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
    if borrows.storage_dead_or_moved is not None and not place.projection:
        decl = body.locals[place.local]
        if place.local not in borrows.storage_dead_or_moved and not decl.mutable:
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
        self.set = BorrowSet()
        self.pending: dict[Local, BorrowData] = {}
        """Two-phase borrows not yet activated, by the temporary that holds them."""

    def run(self) -> BorrowSet:
        for block_id in self.cfg.reverse_postorder:
            block = self.body.blocks[block_id]
            for i, statement in enumerate(block.statements):
                location = Location(block_id, i)
                self._activate(statement, location)
                if isinstance(statement, mir.Assign) and isinstance(statement.rvalue, mir.Ref):
                    self._borrow(statement.place, statement.rvalue, location)
            self._activate(block.terminator, Location(block_id, len(block.statements)))
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


def used_locals(node: mir.Statement | mir.Terminator) -> list[Local]:
    """The locals that a statement or terminator reads, borrows or writes through (not those it merely assigns, drops or
    marks)."""
    found: list[Local] = []

    def place(p: Place) -> None:
        found.append(p.local)
        for elem in p.projection:
            if isinstance(elem, mir.Index):
                found.append(elem.local)

    def target(p: Place) -> None:
        if p.projection:
            place(p)

    def operand(o: mir.Operand) -> None:
        if not isinstance(o, mir.Constant):
            place(o.place)

    match node:
        case mir.Assign():
            rvalue = node.rvalue
            match rvalue:
                case mir.Use() | mir.Cast() | mir.UnaryOp() | mir.Repeat():
                    operand(rvalue.operand)
                case mir.BinaryOp():
                    operand(rvalue.lhs)
                    operand(rvalue.rhs)
                case mir.Aggregate():
                    for o in rvalue.operands:
                        operand(o)
                case mir.Ref() | mir.RawPtrTo() | mir.Len() | mir.Discriminant():
                    place(rvalue.place)
            target(node.place)
        case mir.FakeRead() | mir.PlaceMention() | mir.AscribeUserType():
            place(node.place)
        case mir.SwitchInt():
            operand(node.operand)
        case mir.Call():
            operand(node.func)
            for o in node.args:
                operand(o)
            target(node.destination)
        case mir.Assert():
            operand(node.cond)
            for o in node.operands:
                operand(o)
        case mir.Return():
            found.append(mir.RETURN_PLACE)
        case mir.Drop():
            target(node.place)
    return found


def defined_local(node: mir.Statement | mir.Terminator) -> Local | None:
    """The local that is wholly assigned, or whose storage begins or ends."""
    match node:
        case mir.Assign():
            return node.place.local if not node.place.projection else None
        case mir.StorageLive() | mir.StorageDead():
            return node.local
        case mir.Call():
            return node.destination.local if not node.destination.projection else None
    return None


def dropped_local(node: mir.Statement | mir.Terminator) -> Local | None:
    """The local of a dropped place."""
    return node.place.local if isinstance(node, mir.Drop) else None
