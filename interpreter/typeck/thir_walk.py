"""What stands directly within a THIR node, for all that walk through a body."""

from __future__ import annotations

from interpreter.hints import Any, Final
from interpreter.records import fields

_FORMS: Final = {
    "Expr": lambda value: (value,),
    "Expr | None": lambda value: () if value is None else (value,),
    "list[Expr]": lambda value: value,
    "list[Arm]": lambda value: value,
    "list[Stmt]": lambda value: value,
    "list[tuple[int, Expr]]": lambda value: [part for _, part in value],
}
"""What nodes a field holds, by its type as thir.py writes it. (The loop that a `break` leaves isn't within it.)"""
_fields: dict[type[Any], list[tuple[str, Any]]] = {}


def children(node: object) -> list[Any]:
    """The expressions, arms and statements directly within a node, in order (not the bodies of closures)."""
    kind = type(node)
    within = _fields.get(kind)
    if within is None:
        within = _fields[kind] = [(item.name, _FORMS[item.type]) for item in fields(kind) if item.type in _FORMS]
    found: list[Any] = []
    for name, nodes_of in within:
        found += nodes_of(getattr(node, name))
    return found
