"""The borrows pane: one entry for each loan in force, reborrows under their parents, with why it lives and what it forbids."""

from __future__ import annotations

from interpreter.debugger.view import Change, LoanPhase, LoanRow, MachineView
from tui.rows import Bit, Row, prose, visible, wrap
from tui.widgets.lines import RowList


def ranges_text(lines: tuple[int, ...]) -> str:
    """Lines as ranges: (7, 8, 9, 12) is "7 to 9, 12"."""
    parts: list[tuple[int, int]] = []
    for line in lines:
        if parts and parts[-1][1] == line - 1:
            parts[-1] = (parts[-1][0], line)
        else:
            parts.append((line, line))
    return ", ".join(str(low) if low == high else f"{low} to {high}" for low, high in parts)


def borrow_rows(view: MachineView, width: int) -> list[Row]:
    """The rows of the borrows pane for a text width."""
    rows: list[Row] = []
    for loan in view.loans:
        rows += _loan_rows(loan, width)
    return rows or [Row((Bit("no loan is in force", "dim"),))]


def _loan_rows(loan: LoanRow, width: int) -> list[Row]:
    indent = "  " * loan.depth
    gone = loan.change is Change.GONE
    subjects = loan.subjects | {loan.label} | ({loan.parent} if loan.parent else set())
    head = [
        Bit(f"{indent}{loan.gutter or ' '} ", "loan"),
        Bit("" if loan.kind.is_guard else f"{loan.label} ", "dim"),
        Bit(f"{loan.kind.value} ", "keyword gone" if gone else "keyword"),
        Bit(visible(loan.place), "name gone" if gone else "name"),
        Bit(f"  {'was held' if gone else 'held'} by ", "dim"),
        Bit(visible(loan.holder), "pointer"),
    ]
    lines = wrap(head, width, indent + "  ")
    phase = "ended" if gone else (loan.phase.value if loan.phase is not LoanPhase.ACTIVE else "")
    details: list[tuple[Bit, ...]] = []
    facts = [Bit(f"{indent}  ")]
    if phase:
        facts.append(Bit(f"{phase}; ", "warning"))
    if loan.lines:
        facts.append(
            Bit(f"line {ranges_text(loan.lines)}; " if len(loan.lines) == 1 else f"lines {ranges_text(loan.lines)}; ", "dim")
        )
    elif loan.start_line:
        facts.append(Bit(f"since line {loan.start_line}; ", "dim"))
    facts += prose(loan.why, "dim")
    if len(facts) > 1:
        details += wrap(facts, width, indent + "  ")
    if loan.forbids and not gone:
        details += wrap([Bit(f"{indent}  "), *prose(loan.forbids, "")], width, indent + "  ")
    if loan.waiting:
        details += wrap(
            [Bit(f"{indent}  waited for by {', '.join(map(visible, loan.waiting))}", "warning")], width, indent + "  "
        )
    line = loan.why_range.line if loan.why_range else loan.start_line
    rows = [
        Row(bits, (), loan.label, subjects, loan.change if not index else Change.NONE, step=loan.born_step or None)
        for index, bits in enumerate(lines)
    ]
    step = loan.born_step or None
    return rows + [Row(bits, (), loan.label, subjects, step=step, line=line) for bits in details]


class BorrowsPane(RowList):
    """The loans in force."""

    heading = "Borrows"

    def __init__(self, *, id: str | None = None, corner: str | None = None) -> None:
        super().__init__(id=id, corner=corner)
        self.view: MachineView | None = None

    def show(self, view: MachineView) -> None:
        self.view = view
        self.title_note = str(len(view.loans)) if view.loans else ""
        self.rebuild()

    def build(self) -> list[Row]:
        return borrow_rows(self.view, self.text_width) if self.view else []
