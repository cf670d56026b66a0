"""Borrow checking of a whole crate: which bodies, in which order (rustc: `BorrowCheckRootCtxt`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from interpreter.borrowck.dropck import dropck_overflows
from interpreter.borrowck.mir_borrowck import check_borrows
from interpreter.borrowck.result import BorrowckResult
from interpreter.diagnostics import Diagnostic
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_BODY_KINDS = frozenset((DefKind.FN, DefKind.ASSOC_FN, DefKind.CONST, DefKind.STATIC, DefKind.ASSOC_CONST, DefKind.ANON_CONST))


def borrowck_of(tcx: TyCtxt, def_: Def) -> BorrowckResult:
    """The result for a function, constant or closure; closures within it are checked first."""

    def compute() -> BorrowckResult:
        thir = tcx.body_of(def_)
        assert thir is not None
        closures = {closure: borrowck_of(tcx, closure) for closure in thir.closures}
        return check_borrows(tcx, tcx.mir_built(def_), closures)

    return tcx.query("mir_borrowck", def_, compute)


def borrowck_crate(tcx: TyCtxt) -> list[Diagnostic]:
    """The errors of all bodies of the user's crate that type-checked, in rustc's order: bodies that define an `impl Trait`
    type come first, as others ask for it."""
    owners = checkable_bodies(tcx)
    first = [def_ for def_ in owners if _defines_opaque(tcx, def_)]
    diagnostics: list[Diagnostic] = []
    for def_ in dict.fromkeys((*first, *owners)):
        diagnostics.extend(_diagnostics_of(tcx, def_))
    return list(dict.fromkeys(diagnostics))


def checkable_bodies(tcx: TyCtxt) -> list[Def]:
    """The bodies of the user's crate that type-checked, in source order."""
    return [def_ for def_ in body_owners(tcx.resolution.root) if _is_checkable(tcx, def_)]


def body_owners(root: Def) -> Iterator[Def]:
    """All functions and constants at or below `root`, in source order."""
    stack = [root]
    while stack:
        def_ = stack.pop()
        if def_.kind in _BODY_KINDS:
            yield def_
        stack.extend(reversed(def_.children))


def _is_checkable(tcx: TyCtxt, def_: Def) -> bool:
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
