"""The source pane: the text, the expression that the next step evaluates, and the gutter.

In the gutter from left to right: a breakpoint or a diagnostic, the line being executed, the line's number, and a bar for
each loan in force with its letter on the line where it was taken.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message

from interpreter.debugger.elision import Insertion
from interpreter.debugger.view import LoanRow, MachineView, TextRange
from interpreter.diagnostics import Diagnostic, Severity
from interpreter.source import SourceFile
from tui.highlight import display, highlight
from tui.panes.errors import Station
from tui.rows import Bit, Row, visible
from tui.widgets.lines import Lines

_BREAKPOINT, _ERROR, _WARNING, _LABEL, _HERE = "●", "✗", "!", "-", "▶"


def paint(bits: Sequence[Bit], start: int, end: int, style: str) -> tuple[Bit, ...]:
    """The bits with `style` put on top of the characters [start, end)."""
    out: list[Bit] = []
    at = 0
    for bit in bits:
        size = len(bit.text)
        low, high = max(start - at, 0), min(end - at, size)
        if low >= high:
            out.append(bit)
        else:
            if low:
                out.append(Bit(bit.text[:low], bit.style))
            out.append(Bit(bit.text[low:high], f"{bit.style} {style}".strip()))
            if high < size:
                out.append(Bit(bit.text[high:], bit.style))
        at += size
    return tuple(out)


def insert(bits: Sequence[Bit], insertion: Insertion) -> tuple[Bit, ...]:
    """The bits with a text written into them."""
    at = insertion.column - 1
    out: list[Bit] = []
    start = 0
    placed = False
    for bit in bits:
        end = start + len(bit.text)
        if not placed and (start <= at < end or (at == end and bit is bits[-1])):
            out += [Bit(bit.text[: at - start], bit.style), Bit(insertion.text, "lifetime new")]
            out.append(Bit(bit.text[at - start + insertion.replaces :], bit.style))
            placed = True
        else:
            out.append(bit)
        start = end
    return tuple(bit for bit in out if bit.text)


def columns_in_line(where: TextRange, line: int, length: int, indent: int = 0) -> tuple[int, int]:
    """The 0-based half-open columns of a line of `length` characters that a range covers; (0, 0) when none.

    Of the range's later lines the first `indent` columns are left out.
    """
    if not where.line <= line <= where.end_line:
        return 0, 0
    start = where.column - 1 if line == where.line else indent
    end = where.end_column - 1 if line == where.end_line else length
    return start, min(max(end, start), length)


def loan_columns(loans: Sequence[LoanRow]) -> list[LoanRow]:
    """The loans that get a bar in the gutter, in the order of their bars: those that say at which lines they are in force."""
    return [loan for loan in loans if loan.lines][:6]


class SourcePane(Lines):
    """The user's program with marks."""

    heading = "Source"
    marks = False

    class BreakpointClicked(Message):
        """The gutter of a line was clicked."""

        def __init__(self, line: int) -> None:
            super().__init__()
            self.line = line

    def __init__(self, source: SourceFile, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.source = source
        self.view: MachineView | None = None
        self._lines = highlight(source.text)
        if len(self._lines) > 1 and not self._lines[-1]:
            self._lines.pop()
        self._marks: dict[int, Severity] = {}
        self._flagged: dict[int, list[tuple[TextRange, str]]] = {}
        self._told: dict[int, list[Station]] = {}
        """By line: the places of the diagnostic that is being visited, with what it says there."""
        self._visited: Station | None = None
        self._disputed: list[LoanRow] = []
        self.insertions: dict[int, list[Insertion]] = {}
        """By line: text that is written into it, in the order of the columns."""
        self.has_shown_any = False
        self._loans: list[LoanRow] = []
        self._bars = 2
        self._breakpoints: frozenset[int] = frozenset()

    def show_diagnostics(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Mark the lines and places that diagnostics point at."""
        self._marks.clear()
        self._flagged.clear()
        for diagnostic in diagnostics:
            span = diagnostic.span
            if span.file is not self.source and span.file.name != self.source.name:
                continue
            (line, column), (end_line, end_column) = span.start, span.end
            if self._marks.get(line) is not Severity.ERROR:
                self._marks[line] = diagnostic.severity
            where = TextRange(line, column, end_line, end_column)
            for number in range(line, end_line + 1):
                self._flagged.setdefault(number, []).append((where, "flagged"))
            for label in diagnostic.secondary:
                span = label.span.source_callsite()
                if span.file.name == self.source.name and span.start[0] == span.end[0]:
                    where = TextRange(*span.start, *span.end)
                    self._flagged.setdefault(where.line, []).append((where, "previous"))
        self.update_lines()

    def show_insertions(self, insertions: Sequence[Insertion]) -> None:
        """Show text that the source might have besides what it has; () for none."""
        self.has_shown_any |= bool(insertions)
        self.insertions.clear()
        for insertion in insertions:
            self.insertions.setdefault(insertion.line, []).append(insertion)
        self.update_lines()

    def visit(self, stations: Sequence[Station], at: Station | None, loans: Sequence[LoanRow]) -> None:
        """Show what a diagnostic says beside the lines it points at, and the loans that it is about; `at` is where we are."""
        self._told.clear()
        for station in stations:
            self._told.setdefault(station.where.line, []).append(station)
        self._visited = at
        self._disputed = loan_columns(loans)
        self._bars = max(self._bars, len(self._disputed))
        if at is not None:
            self.reveal_line(at.where.line)
        self.update_lines()

    def show(self, view: MachineView) -> None:
        """Show a moment, and bring the line of the next step into view."""
        self.view = view
        self._loans = loan_columns(view.loans)
        self._bars = max(self._bars, len(self._loans))
        self._breakpoints = frozenset(view.breakpoints)
        if view.current is not None:
            self.reveal(view.current.line - 1, margin=4)
        elif view.frames and not view.end:
            self.reveal(view.frames[0].line - 1, margin=4)
        self.update_lines()

    def reveal_line(self, line: int) -> None:
        """Put the cursor on a line and bring it into view."""
        self.cursor = max(0, min(line - 1, self.row_count() - 1))
        self.cursor_shown = True
        self.reveal(self.cursor, margin=4)
        self.update_lines()

    @property
    def cursor_line(self) -> int:
        """The line that commands about "this line" mean: the cursor's, before there is one the current one."""
        if self.cursor_shown:
            return self.cursor + 1
        return self.view.current.line if self.view and self.view.current else 1

    def row_count(self) -> int:
        return len(self._lines)

    def row_at(self, index: int) -> Row:
        line = index + 1
        view = self.view
        bits = self._lines[index]
        source_text = "".join(bit.text for bit in bits)
        length = len(source_text)
        indent = length - len(source_text.lstrip())
        for where, style in self._flagged.get(line, ()):
            start, end = columns_in_line(where, line, length, indent)
            bits = paint(bits, start, max(end, start + 1), style)
        here = False
        if self._visited is not None:
            bits = paint(bits, *columns_in_line(self._visited.where, line, length, indent), "current")
        elif view is not None:
            if view.previous is not None and view.previous != view.current:
                bits = paint(bits, *columns_in_line(view.previous, line, length, indent), "previous")
            if view.current is not None:
                here = view.current.line == line
                bits = paint(bits, *columns_in_line(view.current, line, length, indent), "current")
        for insertion in reversed(self.insertions.get(line, ())):
            bits = insert(bits, insertion)
        text: list[Bit] = []
        column = 0
        for bit in bits:
            shown = display(bit.text, column)
            text.append(Bit(shown, bit.style))
            column += len(shown)
        for station in self._told.get(line, ()):
            sign, style = ("^", "error") if station.primary else ("-", "pointer")
            text.append(Bit(f"   {sign} {visible(station.text)}", style))
        gutter = self._gutter(line, here)
        return Row(
            (*gutter, *text), subject=f"line{line}", subjects=self._subjects(line), line=line, strong=here, pinned=len(gutter)
        )

    def _gutter(self, line: int, here: bool) -> tuple[Bit, ...]:
        if line in self._breakpoints:
            sign = Bit(_BREAKPOINT, "breakpoint")
        elif line in self._marks:
            error = self._marks[line] is Severity.ERROR
            sign = Bit(_ERROR if error else _WARNING, "error" if error else "warning")
        elif line in self._flagged:
            sign = Bit(_LABEL, "pointer")
        else:
            sign = Bit(" ")
        digits = max(2, len(str(len(self._lines))))
        bars = [self._bar(loan, line) for loan in (self._disputed if self._told else self._loans)]
        return (
            Bit(" "),
            sign,
            Bit(_HERE if here else " ", "accent"),
            Bit(f"{line:>{digits}} ", "" if here else "dim"),
            *bars,
            Bit(" " * (self._bars - len(bars) + 1)),
        )

    @staticmethod
    def _bar(loan: LoanRow, line: int) -> Bit:
        if line == loan.start_line:
            return Bit(loan.gutter, "loan")
        if line not in loan.lines:
            return Bit(" ")
        return Bit("╵" if line == loan.lines[-1] else "│", "loan")

    def _subjects(self, line: int) -> frozenset[str]:
        return frozenset(loan.label for loan in self._loans if line in loan.lines)

    def on_click(self, event: events.Click) -> None:
        index = self.index_at(event.y)
        if index is not None and event.x < 8:
            self.post_message(self.BreakpointClicked(index + 1))
        else:
            super().on_click(event)
