"""The words for accesses that conflict with a loan: E0499, E0500, E0501, E0502, E0503, E0505, E0506, E0510, E0524
(rustc_borrowck::diagnostics::conflict_errors)."""

from __future__ import annotations

from interpreter.borrowck.borrow_set import BorrowData
from interpreter.borrowck.describe import ClosureUse, args_or_use, label_capture, label_use_in_closure, var_or_use
from interpreter.borrowck.diag import DiagBuilder
from interpreter.borrowck.explain_borrow import (
    Explanation,
    Unexplained,
    add_explanation,
    explain_why_borrow_contains_point,
    suggest_using_local,
)
from interpreter.borrowck.facts import declared_at
from interpreter.borrowck.report import ReportContext
from interpreter.borrowck.suggest import names_no_place, suggest_cloning_borrowed, suggest_split_at_mut
from interpreter.dataflow.place_ty import prefix_tys
from interpreter.mir import body as mir
from interpreter.mir.body import Location, Place
from interpreter.resolve.defs import DefKind
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind


def _explain(cx: ReportContext, location: Location, borrow: BorrowData) -> Explanation:
    return explain_why_borrow_contains_point(cx, location, borrow)


# -------------------------------------------------------------------------------------------- moves and uses


def move_out_while_borrowed(cx: ReportContext, location: Location, place: Place, span: Span, borrow: BorrowData) -> None:
    """E0505."""
    describe = cx.describe
    value = describe.any_place(place)
    borrowed = describe.any_place(borrow.place)
    borrow_spans = describe.retrieve_borrow_spans(borrow)
    borrow_span = args_or_use(borrow_spans)
    move_spans = describe.move_spans(place, location)
    diag = DiagBuilder("E0505", f"cannot move out of {value} because it is borrowed", args_or_use(move_spans))
    diag.label(borrow_span, f"borrow of {borrowed} occurs here")
    diag.label(diag.span, f"move out of {value} occurs here")
    label_use_in_closure(diag, borrow_spans, "borrow occurs due to use")
    label_capture(diag, move_spans, None, "move occurs due to use")
    if not isinstance(borrow_spans, ClosureUse) and not names_no_place(cx, borrow):
        _add_binding_label(cx, diag, place)
    add_explanation(cx, diag, _explain(cx, location, borrow), "", borrow_span)
    suggest_cloning_borrowed(cx, diag, borrow, borrow_span)
    cx.buffer.add(diag)


def _add_binding_label(cx: ReportContext, diag: DiagBuilder, place: Place) -> None:
    """Point at the declaration of the variable that is moved out of."""
    decl = cx.facts.body.locals[place.local]
    field = next((f for n in range(len(place.projection), 0, -1) if (f := cx.facts.upvar_field(place, n)) is not None), None)
    if field is not None:
        local = cx.facts.captures[field].local
        diag.label(declared_at(local), f"binding `{local.name}` declared here")
    elif decl.name is not None:
        diag.label(cx.facts.declaration(place.local), f"binding `{decl.name}` declared here")


def use_while_mutably_borrowed(cx: ReportContext, location: Location, place: Place, span: Span, borrow: BorrowData) -> None:
    """E0503."""
    describe = cx.describe
    borrow_spans = describe.retrieve_borrow_spans(borrow)
    borrow_span = args_or_use(borrow_spans)
    use_span = var_or_use(describe.move_spans(place, location))
    borrowed = describe.any_place(borrow.place)
    diag = DiagBuilder("E0503", f"cannot use {describe.any_place(place)} because it was mutably borrowed", use_span)
    diag.label(borrow_span, f"{borrowed} is borrowed here")
    diag.label(use_span, f"use of borrowed {borrowed}")
    label_capture(diag, borrow_spans, borrow.kind, f"borrow occurs due to use of {borrowed}")
    add_explanation(cx, diag, _explain(cx, location, borrow))
    cx.buffer.add(diag)


def mutation_of_borrowed(cx: ReportContext, location: Location, place: Place, span: Span, borrow: BorrowData) -> None:
    """E0506, or E0510 within a match guard."""
    describe = cx.describe
    loan_spans = describe.retrieve_borrow_spans(borrow)
    loan_span = args_or_use(loan_spans)
    name = describe.any_place(place)
    section = _immutable_section(cx, borrow) if borrow.kind is BorrowKind.FAKE else None
    if section is not None:
        diag = DiagBuilder("E0510", f"cannot assign {name} in {section}", span)
        diag.label(span, "cannot assign").label(loan_span, f"value is immutable in {section}")
        cx.buffer.add(diag)
        return
    diag = DiagBuilder("E0506", f"cannot assign to {name} because it is borrowed", span)
    diag.label(loan_span, f"{name} is borrowed here")
    diag.label(span, f"{name} is assigned to here but it was already borrowed")
    label_capture(diag, loan_spans, borrow.kind, "borrow occurs due to use")
    add_explanation(cx, diag, _explain(cx, location, borrow))
    cx.buffer.add(diag)


def _immutable_section(cx: ReportContext, borrow: BorrowData) -> str | None:
    """What a fake borrow protects: its FakeRead tells."""
    for block in cx.facts.body.blocks:
        for statement in block.statements:
            if isinstance(statement, mir.FakeRead) and statement.place == borrow.assigned:
                return {"guard": "match guard", "index": "indexing expression"}.get(statement.cause)
    return None


# -------------------------------------------------------------------------------------------- borrows


_MUT = frozenset((BorrowKind.MUT, BorrowKind.TWO_PHASE))
_SHARED = frozenset((BorrowKind.SHARED, BorrowKind.FAKE))


def conflicting_borrow(
    cx: ReportContext, location: Location, place: Place, span: Span, kind: BorrowKind, issued: BorrowData
) -> None:
    """E0499, E0502, E0500, E0501, E0524, E0510: a borrow of `kind` while `issued` is alive."""
    describe = cx.describe
    issued_spans = describe.retrieve_borrow_spans(issued)
    issued_span = args_or_use(issued_spans)
    new_spans = describe.borrow_spans(span, location)
    new_span = args_or_use(new_spans)
    names = _names_for_conflict(cx, place, issued.place)
    desc, via_new, via_old, union = names
    explanation = _explain(cx, location, issued)
    first = "first "
    if kind in _SHARED and issued.kind in _MUT:
        first = "mutable "
        diag = _reborrow_conflict(names, new_span, "immutable", issued_span, "mutable")
        suggest_split_at_mut(cx, diag, (place, new_span), (issued.place, issued_span))
    elif kind in _MUT and issued.kind is BorrowKind.SHARED:
        first = "immutable "
        diag = _reborrow_conflict(names, new_span, "mutable", issued_span, "immutable")
        suggest_split_at_mut(cx, diag, (place, new_span), (issued.place, issued_span))
    elif kind in _MUT and issued.kind in _MUT:
        diag = _two_mutable(names, new_span, issued_span)
        suggest_split_at_mut(cx, diag, (place, new_span), (issued.place, issued_span))
    elif kind is BorrowKind.UNIQUE and issued.kind is BorrowKind.UNIQUE:
        diag = _two_closures(desc, new_span, issued_span)
    elif issued.kind is BorrowKind.FAKE:
        section = _immutable_section(cx, issued)
        if section is not None:
            diag = DiagBuilder("E0510", f"cannot mutably borrow {desc} in {section}", new_span)
            diag.label(new_span, "cannot mutably borrow").label(issued_span, f"value is immutable in {section}")
            label_capture(diag, new_spans, kind, f"borrow occurs due to use of {desc}")
            cx.buffer.add(diag)
            return
        first = "immutable "
        diag = _reborrow_conflict(names, new_span, "mutable", issued_span, "immutable")
    elif kind is BorrowKind.UNIQUE:
        diag = DiagBuilder("E0500", f"closure requires unique access to {desc} but it is already borrowed", new_span)
        diag.label(new_span, "closure construction occurs here").label(issued_span, "borrow occurs here")
    else:
        new_kind = "immutable" if kind in _SHARED else "mutable"
        message = f"cannot borrow {desc} as {new_kind} because previous closure requires unique access"
        second = "" if isinstance(explanation, Unexplained) else "second "
        diag = DiagBuilder("E0501", message, new_span)
        diag.label(issued_span, "closure construction occurs here").label(new_span, f"{second}borrow occurs here")
    if issued_spans == new_spans:
        label_capture(diag, new_spans, kind, f"borrows occur due to use of {desc}")
    else:
        label_capture(diag, issued_spans, issued.kind, f"first borrow occurs due to use of {describe.any_place(issued.place)}")
        label_capture(diag, new_spans, kind, f"second borrow occurs due to use of {desc}")
    if union:
        diag.note(f"{via_new} is a field of the union `{union}`, so it overlaps the field {via_old}")
    add_explanation(cx, diag, explanation, first, None, (issued_span, new_span))
    suggest_using_local(cx, diag, location, issued, explanation)
    cx.buffer.add(diag)


def _reborrow_conflict(names: tuple[str, str, str, str], new: Span, new_kind: str, old: Span, old_kind: str) -> DiagBuilder:
    desc, via_new, via_old, _ = names
    new_via = f" (via {via_new})" if via_new else ""
    old_via = f" (via {via_old})" if via_old else ""
    message = f"cannot borrow {desc}{new_via} as {new_kind} because it is also borrowed as {old_kind}{old_via}"
    diag = DiagBuilder("E0502", message, new)
    if via_new:
        diag.label(new, f"{new_kind} borrow of {via_new} -- which overlaps with {via_old} -- occurs here")
        diag.label(old, f"{old_kind} borrow occurs here{old_via}")
    else:
        diag.label(new, f"{new_kind} borrow occurs here")
        diag.label(old, f"{old_kind} borrow occurs here")
    return diag


def _two_mutable(names: tuple[str, str, str, str], new: Span, old: Span) -> DiagBuilder:
    desc, via_new, via_old, _ = names
    new_via = f" (via {via_new})" if via_new else ""
    diag = DiagBuilder("E0499", f"cannot borrow {desc}{new_via} as mutable more than once at a time", new)
    if new == old:
        diag.label(new, f"{desc}{new_via} was mutably borrowed here in the previous iteration of the loop")
    else:
        old_via = f" (via {via_old})" if via_old else ""
        diag.label(old, f"first mutable borrow occurs here{old_via}")
        diag.label(new, f"second mutable borrow occurs here{new_via}")
    return diag


def _two_closures(desc: str, new: Span, old: Span) -> DiagBuilder:
    diag = DiagBuilder("E0524", f"two closures require unique access to {desc} at the same time", new)
    if new == old:
        diag.label(old, "closures are constructed here in different iterations of loop")
    else:
        diag.label(old, "first closure is constructed here").label(new, "second closure is constructed here")
    return diag


def _names_for_conflict(cx: ReportContext, first: Place, second: Place) -> tuple[str, str, str, str]:
    """What is borrowed; for two fields of one union: the union's place, both fields and the union's type."""
    describe = cx.describe
    if first != second:
        base = _union_field(cx, first)
        other = _union_field(cx, second)
        if base is not None and other is not None and base[0] == other[0] and base[1] != other[1]:
            ty = describe.ty(base[2])
            return describe.any_place(base[0]), describe.any_place(first), describe.any_place(second), ty
    return describe.any_place(first), "", "", ""


def _union_field(cx: ReportContext, place: Place) -> tuple[Place, int, t.Ty] | None:
    tys = prefix_tys(cx.facts.body, place)
    for i in range(len(place.projection) - 1, -1, -1):
        elem, base = place.projection[i], tys[i]
        if isinstance(elem, mir.Field) and isinstance(base, t.Adt) and base.def_.kind is DefKind.UNION:
            return Place(place.local, place.projection[:i]), elem.index, base
    return None
