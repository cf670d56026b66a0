"""Borrow checking of one body: all the passes in turn (rustc: `mir_borrowck`, `do_mir_borrowck`).

In: a body and the results of the closures made in it. Out: a BorrowckResult. The order is rustc's: region variables and
constraints, liveness, region inference, loans in scope, then the walk over all accesses; errors are held back and sorted by
place.
"""

from __future__ import annotations

from interpreter.borrowck.borrow_set import BorrowData, collect_borrows
from interpreter.borrowck.check import Action, Checker, IllegalMove
from interpreter.borrowck.constraints import Category
from interpreter.borrowck.facts import BodyFacts
from interpreter.borrowck.in_scope import compute_loans_in_scope
from interpreter.borrowck.infer import BorrowckInferCtxt
from interpreter.borrowck.liveness import add_liveness, regions_outliving_universals
from interpreter.borrowck.mutability import NotMutable
from interpreter.borrowck.rare import opaque_types
from interpreter.borrowck.region_context import RegionContext
from interpreter.borrowck.region_infer import RegionInference
from interpreter.borrowck.report import ReportContext
from interpreter.borrowck.result import BorrowckResult
from interpreter.borrowck.type_check import TypeChecker
from interpreter.borrowck.universal_regions import UniversalRegions, typeck_root
from interpreter.borrowck.unsized_locals import unsized_locals
from interpreter.borrowck.words import (
    explain_conflicts,
    explain_illegal_moves,
    explain_lifetimes,
    explain_moves,
    explain_mutability,
    explain_regions,
)
from interpreter.dataflow.cfg import Cfg
from interpreter.dataflow.initialized import (
    compute_ever_initialized,
    compute_maybe_initialized,
    compute_maybe_uninitialized,
)
from interpreter.dataflow.move_paths import Init, MoveData
from interpreter.hints import TYPE_CHECKING
from interpreter.mir import body as mir
from interpreter.mir.body import Location, Place
from interpreter.records import replace
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck.thir import BorrowKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interpreter.typeck.context import TyCtxt


def check_borrows(tcx: TyCtxt, body: mir.Body, closures: Mapping[Def, BorrowckResult]) -> BorrowckResult:
    """Borrow-check `body`. `closures`: the results for the closures created in it."""
    body = _as_rustc_has_it(body)
    cfg = Cfg(body)
    root = typeck_root(body.owner)
    context = RegionContext(tcx, body.span)
    universal = UniversalRegions(tcx, body, context)
    infcx = BorrowckInferCtxt(tcx, tcx.param_env(root), context)
    context.category = Category.BORING_NO_LOCATION
    universal.finish(infcx)
    requirements = {def_: result.requirements for def_, result in closures.items() if result.requirements is not None}
    checker = TypeChecker(tcx, cfg, context, universal, infcx, requirements)
    checker.run()
    moves = MoveData(tcx, body)
    maybe_init = compute_maybe_initialized(cfg, moves)
    everywhere = regions_outliving_universals(context, len(universal))
    add_liveness(tcx, infcx, cfg, context, checker.local_tys, moves, maybe_init, everywhere)
    checker.meet_closure_requirements()
    regions = RegionInference(cfg, context, universal)
    hidden = checker.relation.hidden
    capture_errors: list[opaque_types.CaptureError] = []
    if hidden:
        added, capture_errors = opaque_types.constrain_hidden_types(tcx, regions, hidden)
        if added:
            regions = RegionInference(cfg, context, universal)
    borrows = collect_borrows(tcx, cfg, checker.borrow_regions)
    in_scope = compute_loans_in_scope(tcx, cfg, borrows, regions)
    facts = BodyFacts(
        tcx=tcx,
        cfg=cfg,
        moves=moves,
        maybe_init=maybe_init,
        maybe_uninit=compute_maybe_uninitialized(cfg, moves),
        ever_init=compute_ever_initialized(cfg, moves),
        local_tys=checker.local_tys,
        borrows=borrows,
        regions=regions,
        universal=universal,
        in_scope=in_scope,
        infcx=infcx,
    )
    cx = ReportContext(facts)
    errors, own_requirements = regions.check(propagate=universal.is_closure)
    if errors:
        explain_regions.report_region_errors(cx, errors)
    elif capture_errors:
        explain_regions.report_capture_errors(cx, capture_errors)
    reporter = _Reporter(cx)
    used_mut = {def_: result.used_mut_upvars for def_, result in closures.items()}
    access = Checker(facts, reporter, used_mut)
    cx.access_reported = access.access_error_reported
    access.run()
    if reporter.illegal_moves:
        explain_illegal_moves.report_illegal_moves(cx, reporter.illegal_moves)
    diagnostics = (*unsized_locals(tcx, body, tcx.param_env(root)), *cx.buffer.finish())
    used_upvars, used_locals = tuple(access.used_mut_upvars), frozenset(access.used_mut)
    return BorrowckResult(body.owner, diagnostics, own_requirements, used_upvars, used_locals, facts)


def _as_rustc_has_it(body: mir.Body) -> mir.Body:
    """The body with the names and spans that messages rely on: no name for the variables that a desugaring declared (they are
    temporaries to the user); a guard's reference to a variable is called like it; an assignment that drops the old value has
    the span of its left side, as the drop has; an overloaded index that of its brackets."""

    def is_made_up(decl: mir.LocalDecl) -> bool:
        return decl.var is not None and isinstance(decl.var.node, ast.IdentPat) and decl.var.span.text != decl.name

    def renamed(decl: mir.LocalDecl) -> mir.LocalDecl:
        if decl.guard_ref is not None:
            return replace(decl, name=decl.guard_ref.name)
        return replace(decl, name=None) if is_made_up(decl) else decl

    locals_ = tuple(renamed(decl) for decl in body.locals)
    blocks = list(body.blocks)
    for number, block in enumerate(body.blocks):
        drop = block.terminator
        if isinstance(drop, mir.Call) and drop.from_overloaded and drop.fn_span.text.startswith("["):
            blocks[number] = replace(block, terminator=replace(drop, info=replace(drop.info, span=drop.fn_span)))
        if not isinstance(drop, mir.Drop) or not drop.replace:
            continue
        for target in (drop.target, drop.unwind):
            if target is None or not blocks[target].statements:
                continue
            first = blocks[target].statements[0]
            if isinstance(first, mir.Assign) and first.place == drop.place and first.info.span != drop.info.span:
                assign = replace(first, info=replace(first.info, span=drop.info.span))
                blocks[target] = replace(blocks[target], statements=(assign, *blocks[target].statements[1:]))
    return replace(body, locals=locals_, blocks=tuple(blocks))


class _Reporter:
    """Hands each violation to the module that has the words for it."""

    def __init__(self, cx: ReportContext) -> None:
        self.cx = cx
        self.illegal_moves: list[explain_illegal_moves.IllegalMoveError] = []

    def conflicting_borrow(self, location: Location, place: Place, span: Span, kind: BorrowKind, borrow: BorrowData) -> None:
        explain_conflicts.conflicting_borrow(self.cx, location, place, span, kind, borrow)

    def use_while_mutably_borrowed(self, location: Location, place: Place, span: Span, borrow: BorrowData) -> None:
        explain_conflicts.use_while_mutably_borrowed(self.cx, location, place, span, borrow)

    def not_living_long_enough(self, location: Location, borrow: BorrowData, place: Place, span: Span, drops: bool) -> None:
        explain_lifetimes.not_living_long_enough(self.cx, location, borrow, place, span, drops)

    def mutation_of_borrowed(self, location: Location, place: Place, span: Span, borrow: BorrowData) -> None:
        explain_conflicts.mutation_of_borrowed(self.cx, location, place, span, borrow)

    def move_out_while_borrowed(self, location: Location, place: Place, span: Span, borrow: BorrowData) -> None:
        explain_conflicts.move_out_while_borrowed(self.cx, location, place, span, borrow)

    def moved_or_uninitialized(
        self, location: Location, action: Action, moved: Place, used: Place, span: Span, path: int
    ) -> None:
        explain_moves.moved_or_uninitialized(self.cx, location, action, moved, used, span, path)

    def reassignment(self, place: Place, span: Span, init: Init) -> None:
        explain_mutability.reassignment(self.cx, place, span, init)

    def mutability(self, place: Place, span: Span, error: NotMutable, mutates: bool, location: Location) -> None:
        explain_mutability.mutability(self.cx, place, span, error, mutates, location)

    def illegal_move(self, place: Place, location: Location, why: IllegalMove, index: int, is_index: bool) -> None:
        error = explain_illegal_moves.IllegalMoveError(place, location, why, index, is_index)
        self.illegal_moves.append(error)
