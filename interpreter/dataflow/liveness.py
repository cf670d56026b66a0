"""Which locals are used, defined and dropped where, and where they are live (rustc_mir_dataflow::impls::liveness,
rustc_borrowck::def_use).

A local is live at a point if it may be used later on some way without being assigned before.
"""

from __future__ import annotations

from interpreter.dataflow.cfg import Cfg
from interpreter.mir import body as mir
from interpreter.mir.body import Local, Place


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
    return node.place.local if type(node) is mir.Drop else None


class LocalUses:
    """The points at which each local is used, defined and dropped, in rising order."""

    def __init__(self, cfg: Cfg, wanted: set[Local] | None = None) -> None:
        self.uses: dict[Local, list[int]] = {}
        self.definitions: dict[Local, list[int]] = {}
        self.drops: dict[Local, list[int]] = {}
        for block_id, block in enumerate(cfg.body.blocks):
            point = cfg.first_point[block_id]
            for node in (*block.statements, block.terminator):
                for local in used_locals(node):
                    if wanted is None or local in wanted:
                        self.uses.setdefault(local, []).append(point)
                defined = defined_local(node)
                if defined is not None and (wanted is None or defined in wanted):
                    self.definitions.setdefault(defined, []).append(point)
                dropped = dropped_local(node)
                if dropped is not None and (wanted is None or dropped in wanted):
                    self.drops.setdefault(dropped, []).append(point)
                point += 1

    def use_live_points(self, cfg: Cfg, local: Local) -> int:
        """The points on entry to which the local may still be used, as a set."""
        return live_points(cfg, self.uses.get(local, ()), self.definitions.get(local, ()))


def live_points(cfg: Cfg, uses: list[int] | tuple[int, ...], definitions: list[int] | tuple[int, ...]) -> int:
    """All points from which a use can be reached without passing a definition (a use at the same point comes first)."""
    if not uses:
        return 0
    by_block: dict[int, list[int]] = {}
    for point in definitions:
        by_block.setdefault(cfg.location(point).block, []).append(point)
    live = 0
    entered: set[int] = set()
    stack: list[int] = []
    for use in uses:
        block = cfg.location(use).block
        low = cfg.first_point[block]
        before = [d for d in by_block.get(block, ()) if d < use]
        if before:
            low = before[-1] + 1
        else:
            stack.extend(cfg.predecessors[block])
        live |= ((1 << use - low + 1) - 1) << low
    while stack:
        block = stack.pop()
        if block in entered:
            continue
        entered.add(block)
        low, high = cfg.first_point[block], cfg.last_point(block)
        inside = by_block.get(block)
        if inside:
            low = inside[-1] + 1
        else:
            stack.extend(cfg.predecessors[block])
        if low <= high:
            live |= ((1 << high - low + 1) - 1) << low
    return live
