"""What a closure looks at without capturing it (rustc: `ClosureFakeReads`).

`let _ = x;` and `match x { _ => .. }` within a closure read nothing of `x`, so that nothing is captured; but `x` must be
initialised where the closure is made, as it must be for such a statement outside of a closure.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.mir.body import Deref, Field, Projection
from interpreter.resolve.defs import Def, LocalDef
from interpreter.source import Span
from interpreter.typeck import thir
from interpreter.typeck.thir_walk import children


def looked_at(closure: thir.ClosureInfo) -> Iterator[tuple[Def, LocalDef, tuple[Projection, ...], str, Span]]:
    """The places that the `let`s and matches of a closure, and of closures within it, look at: (closure, variable, projections,
    "let" or "match", where). A variable may be one of the closure around."""
    stack: list[object] = [closure.body.value]
    while stack:
        node = stack.pop()
        if isinstance(node, thir.ClosureExpr):
            yield from looked_at(closure.body.closures[node.def_])
            continue
        scrutinee: thir.Expr | None = None
        cause = "match"
        if isinstance(node, thir.LetStmt):
            scrutinee, cause = node.init, "let"
        elif isinstance(node, thir.Match):
            scrutinee = node.scrutinee
        elif isinstance(node, thir.Let):
            scrutinee = node.expr
        place = _place_of(scrutinee)
        if place is not None and scrutinee is not None:
            yield (closure.def_, *place, cause, scrutinee.span)
        stack += children(node)[::-1]


def _place_of(expr: thir.Expr | None) -> tuple[LocalDef, tuple[Projection, ...]] | None:
    """The variable from outside and the fields and derefs that a place expression goes through; None for other expressions."""
    steps: list[Projection] = []
    while True:
        match expr:
            case thir.UpvarRef():
                return expr.local, tuple(reversed(steps))
            case thir.Field():
                steps.append(Field(expr.index, expr.ty))
                expr = expr.arg
            case thir.Deref():
                steps.append(Deref())
                expr = expr.arg
            case _:
                return None
