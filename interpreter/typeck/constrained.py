"""Which generic parameters other types determine (rustc_hir_analysis::constrained_generic_params)."""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_PARAMS = (t.Param, t.ReEarlyParam, t.ConstParam)


def constrained_params(value: object) -> Iterator[object]:
    """The parameters that a type determines: those outside of projections."""
    stack: list[object] = [value]
    while stack:
        part = stack.pop()
        if isinstance(part, tuple):
            stack.extend(part)
        elif isinstance(part, _PARAMS):
            yield part
        elif isinstance(part, (t.Alias, t.ConstUnevaluated)):
            continue
        elif isinstance(part, t._Interned):
            stack.extend(getattr(part, name) for name in part.fields)


def with_projections(tcx: TyCtxt, owner: Def, constrained: set[object]) -> set[object]:
    """The parameters given, and those that `owner`'s clauses `<A as Trait>::Item == B` determine through them (rustc:
    `identify_constrained_generic_params`)."""
    found = set(constrained)
    projections = [p.value for p, _ in tcx.predicates_of(owner) if isinstance(p.value, t.ProjectionPredicate)]
    changed = True
    while changed:
        changed = False
        for projection in projections:
            if {part for part in t.walk(projection.alias.args) if isinstance(part, _PARAMS)} <= found:
                new = set(constrained_params((projection.term,))) - found
                changed = changed or bool(new)
                found |= new
    return found
