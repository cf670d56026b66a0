"""Assignments of the form `a += b`, which read `a` for nothing but to assign it (rustc: liveness.rs, `find_self_assignments`)."""

from __future__ import annotations

from interpreter.lint.places import CheckedPlaces, Indirect
from interpreter.mir import body as mir


def self_assignments(body: mir.Body, places: CheckedPlaces) -> set[tuple[int, int]]:
    """The statements that belong to one, as (block, statement)."""
    found: set[tuple[int, int]] = set()
    for number, block in enumerate(body.blocks):
        for i, statement in enumerate(block.statements):
            if not isinstance(statement, mir.Assign) or not isinstance(statement.rvalue, mir.BinaryOp):
                continue
            lhs = statement.rvalue.lhs
            if not isinstance(lhs, mir.Copy) or _is_indirect(places, lhs.place):
                continue
            if not statement.rvalue.checked:
                if lhs.place == statement.place:
                    found |= _straight(body, number, i, statement.rvalue.op)
            elif i + 1 == len(block.statements) and isinstance(block.terminator, mir.Assert):
                found |= _checked(body, number, statement.place, lhs.place, block.terminator)
    return found


def _is_indirect(places: CheckedPlaces, place: mir.Place) -> bool:
    known = places.get(place)
    return known is not None and Indirect.any(known[1])


def _straight(body: mir.Body, number: int, i: int, op: mir.BinOp) -> set[tuple[int, int]]:
    found = {(number, i)}
    before = [n for n, block in enumerate(body.blocks) if getattr(block.terminator, "target", None) == number]
    if op in (mir.BinOp.DIV, mir.BinOp.REM) and i == 0 and len(before) == 1:
        earlier = body.blocks[before[0]]
        count = len(earlier.statements)
        if isinstance(earlier.terminator, mir.Assert) and earlier.terminator.kind is mir.AssertKind.OVERFLOW and count >= 2:
            found |= {(before[0], count - 1), (before[0], count - 2)}
    return found


def _checked(
    body: mir.Body, number: int, temp: mir.Place, lhs: mir.Place, check: mir.Assert
) -> set[tuple[int, int]]:
    """The operation with its overflow, the check, and the assignment of the result."""
    rest = body.blocks[check.target].statements
    if check.kind is not mir.AssertKind.OVERFLOW or not rest:
        return set()
    result = rest[0]
    if not isinstance(result, mir.Assign) or result.place != lhs or not isinstance(result.rvalue, mir.Use):
        return set()
    value = result.rvalue.operand
    if isinstance(value, mir.Constant) or value.place.local != temp.local or len(value.place.projection) != 1:
        return set()
    count = len(body.blocks[number].statements)
    return {(number, count - 1), (number, count), (check.target, 0)}
