"""Borrow checking of a whole crate: which bodies, in which order (rustc: `BorrowCheckRootCtxt`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interpreter.borrowck.dropck import dropck_overflows
from interpreter.borrowck.mir_borrowck import check_borrows
from interpreter.borrowck.rare import drop_cycles
from interpreter.borrowck.result import BorrowckResult
from interpreter.diagnostics import Diagnostic
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.check_adt import has_recursive_types

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def borrowck_of(tcx: TyCtxt, def_: Def) -> BorrowckResult:
    """The result for a function, constant or closure; closures within it are checked first."""

    def compute() -> BorrowckResult:
        thir = tcx.body_of(def_)
        assert thir is not None
        closures = {closure: borrowck_of(tcx, closure) for closure in thir.closures}
        return check_borrows(tcx, tcx.mir_built(def_), closures)

    return tcx.query("mir_borrowck", def_, compute)


def borrowck_bodies(tcx: TyCtxt, owners: Sequence[Def]) -> list[Diagnostic]:
    """The errors of bodies that type-checked, in rustc's order: bodies that define an `impl Trait` type come first, as others ask
    for it."""
    first = [def_ for def_ in owners if _defines_opaque(tcx, def_)]
    diagnostics: list[Diagnostic] = []
    for def_ in dict.fromkeys((*first, *owners)):
        diagnostics.extend(_diagnostics_of(tcx, def_))
    return list(dict.fromkeys(diagnostics))


def is_checkable(tcx: TyCtxt, def_: Def) -> bool:
    """Whether a body type-checked."""
    body = tcx.thir_body(def_)
    if body is None or body.has_errors:
        return False
    declared = tcx.fn_sig(def_) if isinstance(def_.node, ast.Fn) else tcx.type_of(def_)
    return not declared.flags & t.HAS_ERROR


def _defines_opaque(tcx: TyCtxt, def_: Def) -> bool:
    if def_.kind not in (DefKind.FN, DefKind.ASSOC_FN):
        return False
    output = tcx.liberated_fn_sig(def_).output
    return any(isinstance(part, t.Alias) and part.def_.kind is DefKind.OPAQUE_TY for part in t.walk(output))


def _diagnostics_of(tcx: TyCtxt, def_: Def) -> Iterator[Diagnostic]:
    """Those of the closures within come first."""
    if has_recursive_types(tcx):
        yield from drop_cycles.drop_cycles(tcx, tcx.mir_built(def_))
    overflows = dropck_overflows(tcx, tcx.mir_built(def_))
    if overflows:
        yield from overflows
        return
    result = borrowck_of(tcx, def_)
    thir = tcx.body_of(def_)
    assert thir is not None
    for closure in thir.closures:
        yield from _diagnostics_of(tcx, closure)
    yield from result.diagnostics
