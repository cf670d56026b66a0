"""All that stands within a piece of syntax."""

from __future__ import annotations

from interpreter.records import fields
from interpreter.syntax import ast


def nodes(root: object) -> list[ast.Node]:
    """The nodes within `root` and itself, in no particular order."""
    found: list[ast.Node] = []
    stack = [root]
    while stack:
        here = stack.pop()
        if isinstance(here, list | tuple):
            stack.extend(here)
        elif isinstance(here, ast.Node):
            found.append(here)
            stack.extend(getattr(here, field.name) for field in fields(here))
    return found
