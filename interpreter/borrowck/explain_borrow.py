"""Why a loan is still alive at a location: the later use, drop or lifetime that needs it
(rustc_borrowck::diagnostics::explain_borrow)."""

from __future__ import annotations

from interpreter.borrowck.borrow_set import BorrowData
from interpreter.borrowck.constraints import Category, Origin
from interpreter.borrowck.describe import ClosureUse, FnSelfUse, UseSpans
from interpreter.borrowck.diag import DiagBuilder
from interpreter.borrowck.find_use import find_use
from interpreter.borrowck.region_infer import Blame
from interpreter.borrowck.report import ReportContext
from interpreter.borrowck.suggest import body_root, path_to_expr
from interpreter.dataflow.place_ty import is_box
from interpreter.diagnostics import Label
from interpreter.enums import Enum
from interpreter.hints import TYPE_CHECKING
from interpreter.mir import body as mir
from interpreter.mir.body import Local, Location, Place
from interpreter.records import Record
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.pretty_ty import visible_path
from interpreter.typeck.thir import CoercionKind

if TYPE_CHECKING:
    from interpreter.borrowck.region_names import RegionName


class LaterUse(Enum):
    """How a loan is used later: the words for it, and the words if it is in a later iteration of a loop."""

    TRAIT_CAPTURE = ("captured here by trait object", "borrow captured here by trait object, in later iteration of loop")
    CLOSURE_CAPTURE = ("captured here by closure", "borrow captured here by closure, in later iteration of loop")
    CALL = ("used by call", "borrow used by call, in later iteration of loop")
    FAKE_LET_READ = ("stored here", "borrow later stored here")
    OTHER = ("used here", "borrow used here, in later iteration of loop")


class UsedLater(Record, frozen=True):
    """`path_span`: of a capture, where the closure first uses the place, if it isn't what makes it be captured so."""

    kind: LaterUse
    span: Span
    in_loop: bool
    path_span: Span | None = None
    of_if_let: bool = False
    """What is borrowed is a temporary of an `if let` that used to live longer."""


class UsedLaterWhenDropped(Record, frozen=True):
    """`dropped` is dropped at `location`; `note_order`: say in which order values are dropped."""

    location: Location
    dropped: Local
    note_order: bool


class MustBeValidFor(Record, frozen=True):
    """The loan must last for a universal region, because of a constraint."""

    blame: Blame
    region: RegionName
    place: str | None

    @property
    def category(self) -> Category:
        return self.blame.category

    @property
    def span(self) -> Span:
        return self.blame.span

    @property
    def from_closure(self) -> bool:
        return self.blame.constraint.from_closure


class Unexplained(Record, frozen=True):
    pass


Explanation = UsedLater | UsedLaterWhenDropped | MustBeValidFor | Unexplained


def explain_why_borrow_contains_point(
    cx: ReportContext, location: Location, borrow: BorrowData, dropped: Place | None = None
) -> Explanation:
    """Why `borrow` is alive at `location`; `dropped`: the place whose end there is in question."""
    facts = cx.facts
    regions = facts.regions
    region = regions.find_sub_region_live_at(borrow.region, location)
    start, in_loop = location, False
    if region == borrow.region:
        # The borrow itself is what it conflicts with: that is in a loop, so look for a use from the loop's head on.
        head = regions.find_loop_head(borrow.region)
        if head is not None:
            region = regions.find_sub_region_live_at(borrow.region, head)
            start, in_loop = head, True
    cause = find_use(facts, region, start)
    if cause is None:
        upper = regions.to_error_region(borrow.region)
        if upper is None or upper == borrow.region:
            return Unexplained()
        blame = regions.best_blame(borrow.region, upper)
        name = cx.names.name_of(upper)
        if name is None:
            return Unexplained()
        return MustBeValidFor(blame, name, cx.describe.place(borrow.place))
    if cause.drop:
        note = False
        if dropped is not None and not dropped.projection and cause.local != dropped.local:
            body = facts.body
            note = body.locals[cause.local].name is not None and body.locals[dropped.local].name is not None
        return UsedLaterWhenDropped(cause.location, cause.local, note)
    span = facts.span_at(cause.location)
    spans = cx.describe.use_spans(Place(cause.local), span, cause.location)
    kind, use_span = _later_use_kind(cx, borrow, spans, start if in_loop else cause.location)
    path_span = spans.path_span if isinstance(spans, ClosureUse) and spans.path_span != use_span else None
    return UsedLater(kind, use_span, in_loop, path_span, facts.body.locals[borrow.place.local].of_if_let)


def add_explanation(
    cx: ReportContext,
    diag: DiagBuilder,
    explanation: Explanation,
    borrow_desc: str = "",
    borrow_span: Span | None = None,
    multiple: tuple[Span, Span] | None = None,
) -> None:
    """Say it. `borrow_desc` tells which of two borrows: "first ", "immutable "; `borrow_span`: a use within it goes
    unmentioned."""
    match explanation:
        case UsedLater(of_if_let=True):
            diag.note(
                "lifetimes for temporaries generated in `if let`s have been shortened in Edition 2024 so that they are dropped"
                " here instead"
            )
        case UsedLater(kind, span, in_loop, path_span):
            if in_loop or borrow_span is None or not overlaps(borrow_span, span):
                diag.label(span, f"{borrow_desc}{kind.value[1] if in_loop else f'borrow later {kind.value[0]}'}")
                if path_span is not None:
                    diag.label(path_span, "used here by closure")
        case UsedLaterWhenDropped():
            _explain_drop(cx, diag, explanation, borrow_desc, multiple)
        case MustBeValidFor():
            explanation.region.highlight(diag)
            description = explanation.category.description
            if explanation.place is not None:
                text = f"{description}requires that `{explanation.place}` is borrowed for `{explanation.region}`"
            else:
                text = f"{description}requires that {borrow_desc}borrow lasts for `{explanation.region}`"
            diag.label(explanation.span, text)
            note_limitation(cx, diag, explanation.blame)
            _note_requirement(diag, explanation)


def _note_requirement(diag: DiagBuilder, explanation: MustBeValidFor) -> None:
    """Point at the bound that asks for a lifetime."""
    for constraint in explanation.blame.path:
        if constraint.category is Category.PREDICATE and isinstance(constraint.detail, Span):
            text = f"requirement that the value outlives `{explanation.region}` introduced here"
            diag.note(text, Label(constraint.detail))
            return


def note_limitation(cx: ReportContext, diag: DiagBuilder, blame: Blame) -> None:
    """A bound for all lifetimes asks for `'static` (rustc: `add_placeholder_from_predicate_note`)."""
    for constraint in blame.path:
        if constraint.category is Category.PREDICATE and isinstance(constraint.detail, Span):
            if cx.facts.regions.definitions[constraint.sub].origin is Origin.PLACEHOLDER:
                text = "due to a current limitation of the type system, this implies a `'static` lifetime"
                diag.note(text, Label(constraint.detail))
                return


def _explain_drop(
    cx: ReportContext, diag: DiagBuilder, drop: UsedLaterWhenDropped, borrow_desc: str, multiple: tuple[Span, Span] | None
) -> None:
    facts = cx.facts
    decl = facts.body.locals[drop.dropped]
    ty = decl.ty
    destructor, kind = "destructor", f"type `{cx.describe.ty(ty)}`"
    if isinstance(ty, t.Adt) and facts.tcx.is_lang_item(ty.def_, "async_block_type"):
        kind = "coroutine"
    elif isinstance(ty, t.Adt) and facts.tcx.adt_destructor(ty.def_) is not None and not is_box(facts.tcx, ty):
        destructor, kind = "`Drop` code", f"type `{visible_path(facts.tcx, ty.def_)}`"
    elif isinstance(ty, t.Closure):
        kind = "closure"
    drop_span = facts.span_at(drop.location)
    if decl.name is not None:
        diag.label(
            drop_span,
            f"{borrow_desc}borrow might be used here, when `{decl.name}` is dropped and runs the {destructor} for {kind}",
        )
        if drop.note_order:
            diag.note("values in a scope are dropped in the opposite order they are defined")
        return
    diag.label(decl.span, f"a temporary with access to the {borrow_desc}borrow is created here ...")
    runs = f"when that temporary is dropped and runs the {destructor} for {kind}"
    diag.label(drop_span, f"... and the {borrow_desc}borrow might be used here, {runs}")
    found = _block_tail(cx, decl.span)
    if found is None:
        return
    tail, ignored = found
    if ignored:
        if multiple is None or not (multiple[0].lo <= multiple[1].lo and multiple[1].hi <= tail.hi):
            message = (
                "consider adding semicolon after the expression so its temporaries are dropped sooner, before the local "
                "variables declared by the block are dropped"
            )
            diag.suggest(message, (tail.shrink_to_hi(), ";"))
        return
    diag.note(
        "the temporary is part of an expression at the end of a block;\n"
        "consider forcing this temporary to be dropped sooner, before the block's local variables are dropped"
    )
    diag.suggest(
        "for example, you could save the expression's value in a new local variable `x` and then make `x` be the expression "
        "at the end of the block",
        (tail.shrink_to_lo(), "let x = "),
        (tail.shrink_to_hi(), "; x"),
    )


def _block_tail(cx: ReportContext, temporary: Span) -> tuple[Span, bool] | None:
    """The expression at the end of a block that a temporary belongs to, and whether its value is ignored (rustc:
    `BlockTailInfo`)."""
    chain = path_to_expr(body_root(cx.facts.owner), temporary)
    for i in range(len(chain) - 1, 0, -1):
        block, node = chain[i - 1], chain[i]
        if isinstance(node, (ast.ExprStmt, ast.Let)):
            return None
        if isinstance(block, ast.Block) and block.expr is node:
            assert isinstance(node, ast.Node)
            is_body = not any(isinstance(outer, (ast.Block, ast.Closure)) for outer in chain[1 : i - 1])
            ignored = is_body and cx.facts.local_tys[mir.RETURN_PLACE] is t.UNIT
            return node.span, ignored or any(isinstance(outer, ast.ExprStmt) for outer in chain[max(0, i - 3) : i])
    return None


def suggest_using_local(
    cx: ReportContext, diag: DiagBuilder, location: Location, borrow: BorrowData, explanation: Explanation
) -> None:
    """For a borrow within the arguments of a call that needs the other one (rustc: `suggest_using_local_if_applicable`)."""
    if not isinstance(explanation, UsedLater) or explanation.kind not in (LaterUse.CALL, LaterUse.OTHER):
        return
    of_use = explanation.kind is LaterUse.OTHER
    inner = cx.facts.statement_at(location)
    if not isinstance(inner, mir.Assign):
        return
    outer = explanation.span if of_use else cx.facts.span_at(borrow.activated or borrow.reserved)
    for block in cx.facts.body.blocks:
        call = block.terminator
        if isinstance(call, mir.Call) and any(
            not isinstance(arg, mir.Constant) and arg.place.local == inner.place.local for arg in call.args
        ):
            within = call.info.span
            if outer != within and outer.lo <= within.lo and within.hi <= outer.hi:
                diag.help(f"try adding a local storing this{'' if of_use else ' argument'}...", Label(within))
                diag.help(f"...and then using that local {'here' if of_use else 'as the argument to this call'}", Label(outer))
            return


def overlaps(a: Span, b: Span) -> bool:
    a, b = a.source_callsite(), b.source_callsite()
    return a.file is b.file and a.lo < b.hi and b.lo < a.hi


def _later_use_kind(cx: ReportContext, borrow: BorrowData, spans: UseSpans, location: Location) -> tuple[LaterUse, Span]:
    """How the loan is used at `location`, and where to point."""
    if isinstance(spans, ClosureUse):
        return LaterUse.CLOSURE_CAPTURE, spans.kind_span
    span = spans.var_span if isinstance(spans, FnSelfUse) else spans.span
    node = cx.facts.node_at(location)
    if isinstance(node, mir.FakeRead) and node.cause == "let":
        if not node.place.projection and isinstance(cx.facts.body.locals[node.place.local].ty, t.Closure):
            return LaterUse.CLOSURE_CAPTURE, span
        return LaterUse.FAKE_LET_READ, span
    if _was_captured_by_trait_object(cx, borrow):
        return LaterUse.TRAIT_CAPTURE, span
    if isinstance(node, mir.Call) and not node.from_overloaded:
        if isinstance(node.func, mir.Constant):
            return LaterUse.CALL, node.func.span
        place = node.func.place
        if not place.projection and cx.describe.local_name(place.local) is None:
            return LaterUse.CALL, cx.facts.body.locals[place.local].span
        return LaterUse.CALL, span
    return LaterUse.OTHER, span


def _was_captured_by_trait_object(cx: ReportContext, borrow: BorrowData) -> bool:
    """Whether the reference made is turned into a trait object, following it forwards."""
    facts = cx.facts
    location = borrow.reserved
    if borrow.assigned.projection:
        return False
    target = borrow.assigned.local
    seen: set[Location] = set()
    while location not in seen:
        seen.add(location)
        node = facts.node_at(location)
        if isinstance(node, mir.Assign):
            place = node.place
            into = place.local if not place.projection or place.projection == (mir.Deref(),) else None
            match node.rvalue:
                case mir.Use(operand=mir.Copy(place=source) | mir.Move(place=source)):
                    if into is not None and source == Place(target):
                        target = into
                case mir.Cast(operand=mir.Copy(place=source) | mir.Move(place=source), coercion=CoercionKind.UNSIZE):
                    if into is not None:
                        return source == Place(target) and _is_object(cx, node.rvalue.ty)
        elif isinstance(node, mir.Call):
            if node.destination.projection or node.target is None:
                return False
            if not any(isinstance(arg, mir.Move) and arg.place == Place(target) for arg in node.args):
                return False
            target = node.destination.local
            location = Location(node.target, 0)
            continue
        elif location.statement >= len(facts.body.blocks[location.block].statements):
            return False
        location = Location(location.block, location.statement + 1)
    return False


def _is_object(cx: ReportContext, ty: t.Ty) -> bool:
    if isinstance(ty, t.Ref):
        return isinstance(ty.ty, t.Dynamic)
    return is_box(cx.facts.tcx, ty) and isinstance(ty.args[0], t.Dynamic)  # type: ignore[union-attr]
