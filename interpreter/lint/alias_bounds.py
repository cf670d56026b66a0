"""`type_alias_bounds` (rustc_lint: builtin.rs): bounds that nobody checks."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.resolve.defs import DefKind
from interpreter.source import Span
from interpreter.syntax import ast

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All type aliases, not the associated ones."""
    for node, def_ in tcx.resolution.defs.items():
        if isinstance(node, ast.TypeAlias_) and def_.kind is DefKind.TY_ALIAS and not def_.is_std:
            _tell("where clauses on type aliases", [predicate.span for predicate in node.generics.predicates], emit)
            inline = [bound.span for param in node.generics.params for bound in param.bounds]
            _tell("bounds on generic parameters in type aliases", inline, emit)


def _tell(what: str, spans: list[Span], emit: Emit) -> None:
    if spans:
        labels = [*map(Label, spans[:-1]), Label(spans[-1], "will not be checked at usage sites of the type alias")]
        emit("type_alias_bounds", labels[0], f"{what} are not enforced", *labels[1:])
