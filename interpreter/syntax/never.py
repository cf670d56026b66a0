"""Patterns that say that there is no value (rustc_ast: `Pat::is_never_pattern`)."""

from __future__ import annotations

from interpreter.syntax import ast


def is_never_pattern(pat: ast.Pat) -> bool:
    """Whether only a type without values can be matched: `!`, or a pattern that has one within."""
    match pat:
        case ast.NeverPat():
            return True
        case ast.OrPat(alts=alts):
            return all(map(is_never_pattern, alts))
        case ast.IdentPat(sub=ast.Node() as sub):
            return is_never_pattern(sub)
        case ast.ParenPat(pat=inner) | ast.RefPat(pat=inner):
            return is_never_pattern(inner)
        case ast.TuplePat(elems=elems) | ast.TupleStructPat(elems=elems) | ast.SlicePat(elems=elems):
            return any(map(is_never_pattern, elems))
        case ast.StructPat(fields=fields):
            return any(is_never_pattern(field.pat) for field in fields)
        case _:
            return False
