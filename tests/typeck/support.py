"""A type context of a program given as text, for the tests of types and traits."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic
from interpreter.resolve.defs import Def
from interpreter.resolve.pipeline import resolve_crate
from interpreter.resolve.std_loader import StdLoader
from interpreter.source import SourceFile, Span
from interpreter.syntax.parser import parse_source
from interpreter.typeck import ty as t
from interpreter.typeck.context import TyCtxt
from interpreter.typeck.items import typeck_items
from interpreter.typeck.traits.obligation import ObligationCause


def context(text: str, edition: int = 2021) -> TyCtxt:
    """The type context of a program whose names all resolve."""
    crate, errors = parse_source(SourceFile("src/main.rs", text), edition)
    assert crate is not None and not errors, errors
    std = StdLoader()
    resolution, errors = resolve_crate(crate, std, edition)
    assert not errors, [(e.code, e.message) for e in errors]
    return TyCtxt(resolution, std, edition=edition)


def item(tcx: TyCtxt, name: str) -> Def:
    """The item of the crate's root with this name."""
    return next(d for d in tcx.resolution.root.children if d.name == name)


def alias(tcx: TyCtxt, name: str) -> t.Ty:
    """The type that `type name = ..;` stands for."""
    return tcx.type_of(item(tcx, name))


def cause(tcx: TyCtxt) -> ObligationCause:
    """A reason for obligations of tests."""
    span: Span = tcx.resolution.root.span
    return ObligationCause(span)


def item_errors(text: str, edition: int = 2021) -> list[Diagnostic]:
    """What the checks of items say of a program."""
    return typeck_items(context(text + "\nfn main() {}\n", edition))
