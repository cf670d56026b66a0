"""A copy of a piece of AST with nodes of its own: for a macro fragment that is substituted more than once."""

from __future__ import annotations

from interpreter.hints import Any
from interpreter.records import fields
from interpreter.syntax.ast import Delimited, Fragment, Node

_FIELDS: dict[type, tuple[str, ...]] = {}


def clone(value: Any) -> Any:
    """A copy in which every `Node` is new; tokens, names, spans and other immutable parts are shared."""
    kind = type(value)
    if kind is list:
        return [clone(item) for item in value]
    if isinstance(value, Node):
        names = _FIELDS.get(kind)
        if names is None:
            names = _FIELDS[kind] = tuple(field.name for field in fields(kind))
        return kind(**{name: clone(getattr(value, name)) for name in names})
    if kind is Delimited:
        return Delimited(value.delim, value.open, value.close, [clone(tree) for tree in value.trees], value.span)
    if kind is tuple:
        return tuple(clone(item) for item in value)
    return value


def take_node(fragment: Fragment) -> Any:
    """The node of a fragment for use in a tree: a copy if it stands in one already, as nodes are told apart by identity."""
    owner = fragment.first or fragment
    if owner.used:
        return clone(fragment.node)
    owner.used = True
    return fragment.node
