"""The borrows pane's data: the borrow checker's loans in force at the place where each frame stands, and why."""

from __future__ import annotations

from interpreter.borrowck import BorrowckResult, Loan, borrowck_of
from interpreter.debugger.flow import Flow, Flows, Role, in_std_macro, source_text, user_name
from interpreter.debugger.memory import Memory, function_name, name_of
from interpreter.debugger.stack import text_range
from interpreter.debugger.view import Change, LoanKind, LoanPhase, LoanRow
from interpreter.diagnostics import Diagnostic
from interpreter.machine.inspect import FrameInfo
from interpreter.mir import body as mir
from interpreter.resolve.defs import Def, DefKind
from interpreter.typeck.context import TyCtxt
from interpreter.typeck.thir import BorrowKind

_BODIES = (DefKind.FN, DefKind.ASSOC_FN, DefKind.CLOSURE)


class LoanNumbers:
    """Labels of loans: numbered over all bodies of the program in source order, so that they are the same in every run."""

    def __init__(self, tcx: TyCtxt) -> None:
        self.tcx = tcx
        self._base: dict[Def, int] = {}
        self.results: list[tuple[Def, BorrowckResult]] = []
        """Of each body of the program, in source order."""
        count = 0
        stack = [tcx.resolution.root]
        while stack:
            def_ = stack.pop()
            stack.extend(reversed(def_.children))
            result = self.result(def_)
            if result is not None:
                for owner, found in _with_closures(self, def_, result):
                    self._base[owner] = count
                    self.results.append((owner, found))
                    count += len(found.loans)

    def result(self, def_: Def) -> BorrowckResult | None:
        """Borrowck's result of a function or closure of the user; None where there is none."""
        if def_.is_std or def_.kind not in _BODIES:
            return None
        if def_.kind is not DefKind.CLOSURE and self.tcx.thir_body(def_) is None:
            return None
        return borrowck_of(self.tcx, def_)

    def issued_at(self, owner: Def, location: mir.Location) -> str | None:
        """The label of the loan that is taken at a place of a body."""
        result = self.result(owner)
        loans = result.loans if result is not None else ()
        return next((self.label(owner, loan.id) for loan in loans if loan.issued_at == location), None)

    def label(self, owner: Def, loan: int) -> str:
        return f"L{self._base.get(owner, 0) + loan + 1}"


def _with_closures(numbers: LoanNumbers, def_: Def, result: BorrowckResult) -> list[tuple[Def, BorrowckResult]]:
    found = [(def_, result)]
    body = numbers.tcx.closure_info(def_).body if def_.kind is DefKind.CLOSURE else numbers.tcx.thir_body(def_)
    for closure in body.closures if body is not None else ():
        found += _with_closures(numbers, closure, borrowck_of(numbers.tcx, closure))
    return found


def gutter_letter(loan: int) -> str:
    """The letter of a loan in its function."""
    return chr(ord("A") + loan % 26)


def loan_rows(
    memory: Memory,
    numbers: LoanNumbers,
    thread: int,
    results: dict[int, BorrowckResult | None],
    before: dict[str, str],
    step: int,
) -> list[LoanRow]:
    """The loans in force in all user frames of a thread, newest frame first; reborrows under their parents."""
    rows: list[LoanRow] = []
    for info in reversed(memory.frames.get(thread, [])):
        result = results.get(info.index)
        if result is None or result.facts is None:
            continue
        rows += _frame_rows(memory, numbers, info, result, before, step)
    return rows


def _frame_rows(
    memory: Memory, numbers: LoanNumbers, info: FrameInfo, result: BorrowckResult, before: dict[str, str], step: int
) -> list[LoanRow]:
    flow = memory.flows.of(info.body)
    in_force = {i for i in result.loans_in_scope(info.location) if not is_silent(flow, info.body, result.loans[i])}
    by_parent: dict[int | None, list[Loan]] = {}
    for loan in result.loans:
        if loan.id in in_force:
            by_parent.setdefault(loan.parent if loan.parent in in_force else None, []).append(loan)
    rows: list[LoanRow] = []

    def add(loan: Loan, depth: int) -> None:
        children = by_parent.get(loan.id, [])
        rows.append(_row(memory, numbers, info, result, loan, depth, bool(children), before, step))
        for child in children:
            add(child, depth + 1)

    for loan in by_parent.get(None, []):
        add(loan, 0)
    return rows


def _row(
    memory: Memory,
    numbers: LoanNumbers,
    info: FrameInfo,
    result: BorrowckResult,
    loan: Loan,
    depth: int,
    has_reborrow: bool,
    before: dict[str, str],
    step: int,
) -> LoanRow:
    function = function_name(info)
    label = numbers.label(info.body.owner, loan.id)
    place = f"{function}.{loan.place_text}" if loan.place_text is not None else "a temporary"
    why = result.why_live(loan.id, info.location)
    active = result.is_active(loan.id, info.location)
    shared = loan.kind is BorrowKind.SHARED
    phase = LoanPhase.SUSPENDED if has_reborrow and not shared else LoanPhase.ACTIVE if active else LoanPhase.RESERVED
    kind = LoanKind.SHARED if shared else LoanKind.TWO_PHASE if loan.two_phase else LoanKind.UNIQUE
    subject = f"{info.thread}/{info.index}/{info.code.entry[2]}"
    related = {f"{subject}/{loan.place.local}", *(f"{subject}/{local}" for local in loan.holders)}
    return LoanRow(
        label=label,
        gutter=gutter_letter(loan.id),
        kind=kind,
        place=place,
        holder=_holder(memory, info, loan),
        start_line=loan.span.source_callsite().line,
        lines=tuple(sorted(result.lines_of(loan.id))),
        parent=numbers.label(info.body.owner, loan.parent) if depth and loan.parent is not None else None,
        depth=depth,
        phase=phase,
        why=_why(why.text, why.span.source_callsite().line) if why is not None else "",
        why_range=text_range(why.span) if why is not None else None,
        forbids=_forbids(kind, phase, place),
        change=Change.NEW if step > 0 and f"loan {label}/{info.index}" not in before else Change.NONE,
        frame=info.index,
        subjects=frozenset(related),
    )


def is_silent(flow: Flow, body: mir.Body, loan: Loan) -> bool:
    """A loan that says nothing to the user: of a temporary, or taken by a macro or a loop for a moment."""
    block, index = loan.issued_at
    statements = body.blocks[block].statements
    node = statements[index] if index < len(statements) else None
    if isinstance(node, mir.Assign):
        if in_std_macro(node.info.span) or flow.is_formatted(node) or flow.role(node) is Role.INNER:
            return True
    return loan.place_text is None and not any(user_name(body.locals[local]) for local in loan.holders)


def _holder(memory: Memory, info: FrameInfo, loan: Loan) -> str:
    labels = [
        memory.local_label(info, n)
        for n in loan.holders
        if user_name(info.body.locals[n]) or n in memory.flows.of(info.body).loops
    ]
    if labels:
        return ", ".join(labels)
    block, index = loan.issued_at
    statements = info.body.blocks[block].statements
    node = statements[index] if index < len(statements) else None
    argument = memory.flows.of(info.body).argument(node.place.local) if isinstance(node, mir.Assign) else None
    if argument is not None:
        return f"the call `{source_text(argument[0].info.span, 24)}`"
    return "a temporary"


def _why(text: str, line: int) -> str:
    """ "used next in line 9", "`x` is dropped in line 9", "must last for `'a`"."""
    if text.endswith(" in the next iteration of the loop"):
        return f"used in line {line} when the loop goes round again"
    if "used" in text:
        return f"used next in line {line}"
    if text.startswith("captured here"):
        return f"captured by {'a closure' if 'closure' in text else 'a trait object'} in line {line}"
    if text.endswith(" here"):
        return f"{text.removesuffix(' here')} in line {line}"
    return text


def _forbids(kind: LoanKind, phase: LoanPhase, place: str) -> str:
    if kind is LoanKind.SHARED or phase is LoanPhase.RESERVED:
        return f"no write, no move, no `&mut` of `{place}`"
    return f"no use of `{place}` but through it"


def disputed_loans(numbers: LoanNumbers, flows: Flows, diagnostic: Diagnostic) -> tuple[LoanRow, ...]:
    """The loans that a diagnostic points at: where each is taken, and the lines at which it is in force."""
    spans = {label.span.source_callsite() for label in (*diagnostic.primary, *diagnostic.secondary)}
    rows = []
    for owner, result in numbers.results:
        for loan in result.loans:
            span = loan.span.source_callsite()
            if span not in spans or result.facts is None or is_silent(flows.of(result.facts.body), result.facts.body, loan):
                continue
            kind = LoanKind.SHARED if loan.kind is BorrowKind.SHARED else LoanKind.UNIQUE
            place = f"{name_of(owner)}.{loan.place_text}" if loan.place_text is not None else "a temporary"
            lines = tuple(sorted(result.lines_of(loan.id)))
            label = numbers.label(owner, loan.id)
            rows.append(LoanRow(label, gutter_letter(loan.id), kind, place, "", span.line, lines))
    return tuple(rows)
