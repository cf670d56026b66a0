"""`#![recursion_limit = ".."]`: how deep macros, auto-dereferencing and proofs about traits may go (Reference: Limits)."""

from __future__ import annotations

from interpreter.hints import Final
from interpreter.syntax import ast

RECURSION_LIMIT: Final = 128
_MOST: Final = 1000
"""What Python's own stack allows."""


def recursion_limit(crate: ast.Crate) -> int:
    """The limit that a crate sets, or rustc's own."""
    for attr in crate.attrs:
        value = attr.args[1] if attr.name == "recursion_limit" and len(attr.args) == 2 else None
        if isinstance(value, ast.Token) and value.text.strip('"').isdecimal():
            return min(int(value.text.strip('"')), _MOST)
    return RECURSION_LIMIT


def raise_limit(limit: int, crate_name: str) -> str:
    """The help where the limit was reached."""
    attribute = f'`#![recursion_limit = "{2 * limit or 2}"]`'
    return f"consider increasing the recursion limit by adding a {attribute} attribute to your crate (`{crate_name}`)"
