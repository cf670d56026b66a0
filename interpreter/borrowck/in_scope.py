"""Which loans are in scope at each location (rustc_borrowck::dataflow; RFC 2094, computing loans in scope).

A loan begins after its borrow and goes on along all ways while its region contains the point; assigning to its place or
ending the storage of the place's local ends it.
"""

from __future__ import annotations

from interpreter.borrowck.borrow_set import BorrowSet
from interpreter.borrowck.places_conflict import places_conflict
from interpreter.borrowck.region_infer import RegionInference
from interpreter.dataflow.cfg import Cfg
from interpreter.dataflow.engine import Effect, FlowProblem, FlowResult, compose, solve_forward
from interpreter.dataflow.move_paths import Types
from interpreter.mir import body as mir
from interpreter.mir.body import Location, Place, local_place


def compute_loans_in_scope(tcx: Types, cfg: Cfg, borrows: BorrowSet, regions: RegionInference) -> FlowResult:
    """The set of loans (by index) in scope at each location, before its own effect."""
    before: dict[int, Effect] = {}
    for borrow in borrows.borrows:
        bit = 1 << borrow.index
        for point in _leaving_points(cfg, regions.points(borrow.region), borrow.reserved):
            kill, gen = before.get(point, (0, 0))
            before[point] = (kill | bit, gen)
    effects: dict[int, Effect] = {}
    for block_id, block in enumerate(cfg.body.blocks):
        point = cfg.first_point[block_id]
        for i, (statement, location) in enumerate(zip(block.statements, cfg.locations_of(block_id))):
            effect: Effect | None = None
            if type(statement) is mir.Assign:
                made = borrows.at.get(location)
                begins: Effect = (0, 0 if made is None else 1 << made.index)
                kill = _killed_by(tcx, cfg.body, borrows, statement.place)
                effect = compose(begins, (kill, 0))
            elif type(statement) is mir.StorageDead:
                effect = (_killed_by(tcx, cfg.body, borrows, local_place(statement.local)), 0)
            if effect is not None and effect != (0, 0):
                effects[point + i] = effect
    return solve_forward(cfg, FlowProblem(effects, before=before))


def _leaving_points(cfg: Cfg, region: int, reserved: Location) -> list[int]:
    """The points where a loan made at `reserved` is no longer within its region, first on their way."""
    leaving: list[int] = []
    stack: list[tuple[int, int]] = []
    seen: set[int] = set()

    def scan(block: int, first: int) -> None:
        last = cfg.last_point(block)
        segment = region >> first
        length = last - first + 1
        outside = ~segment & (1 << length) - 1
        if outside:
            leaving.append(first + (outside & -outside).bit_length() - 1)
            return
        for target in cfg.successors[block]:
            if target not in seen:
                seen.add(target)
                stack.append((target, cfg.first_point[target]))

    start = cfg.point(reserved) + 1
    scan(reserved.block, start)
    while stack:
        scan(*stack.pop())
    return leaving


def _killed_by(tcx: Types, body: mir.Body, borrows: BorrowSet, place: Place) -> int:
    """The loans that an assignment to `place` ends: of the local itself or of what is reached through it."""
    candidates = borrows.of_local.get(place.local)
    if not candidates:
        return 0
    killed = 0
    if not place.projection:
        if body.locals[place.local].static is None:
            for borrow in candidates:
                killed |= 1 << borrow.index
        return killed
    for borrow in candidates:
        if places_conflict(tcx, body, borrow.place, place):
            killed |= 1 << borrow.index
    return killed
