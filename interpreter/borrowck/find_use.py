"""Finds the later use that keeps a region alive (rustc_borrowck::diagnostics::find_use)."""

from __future__ import annotations

from collections import deque

from interpreter.borrowck.constraints import RegionVid
from interpreter.borrowck.facts import BodyFacts
from interpreter.dataflow.liveness import defined_local, dropped_local, used_locals
from interpreter.mir.body import Local, Location
from interpreter.records import Record


class Cause(Record, frozen=True):
    """`local`, in whose type the region is, is used (or dropped) at `location`."""

    local: Local
    location: Location
    drop: bool


def find_use(facts: BodyFacts, region: RegionVid, start: Location) -> Cause | None:
    """The first use or drop, going forwards from `start` within the region, of a variable whose type has the region."""
    if facts.regions.is_universal(region):
        return None
    locals_ = {local for local in range(len(facts.local_tys)) if region in facts.local_regions(local)}
    if not locals_:
        return None
    cfg = facts.cfg
    points = facts.regions.points(region)
    queue = deque([start])
    seen = {start}
    while queue:
        location = queue.popleft()
        if not points >> cfg.point(location) & 1:
            continue
        node = facts.node_at(location)
        found = next((local for local in used_locals(node) if local in locals_), None)
        if found is not None:
            return Cause(found, location, drop=False)
        dropped = dropped_local(node)
        if dropped is not None and dropped in locals_:
            return Cause(dropped, location, drop=True)
        defined = defined_local(node)
        if defined is not None and defined in locals_:
            continue
        unwind = getattr(node, "unwind", None)
        for successor in cfg.successor_locations(location):
            if successor.block == unwind and successor.block != location.block:
                continue
            if successor not in seen:
                seen.add(successor)
                queue.append(successor)
    return None
