"""The errors pane: the diagnostics as rustc lays them out; each line that shows a label leads to its place in the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from interpreter.debugger.view import TextRange
from interpreter.diagnostics import Diagnostic, UnsupportedError
from tui.rows import Bit, Row, prose, visible, wrap
from tui.widgets.lines import RowList


def error_rows(diagnostics: Sequence[Diagnostic], unsupported: UnsupportedError | None, problem: str, width: int) -> list[Row]:
    """All diagnostics one below the other, or what is in the way of compiling."""
    from tui.render_diagnostics import render

    rows: list[Row] = []
    if problem:
        rows += [Row(line) for line in wrap([Bit(visible(problem), "error")], width)]
    if unsupported is not None:
        words = [Bit("not supported by crabwalk: ", "warning"), *prose(unsupported.construct)]
        line = unsupported.span.source_callsite().line if unsupported.span is not None else None
        if line is not None:
            words.append(Bit(f" (line {line})", "dim"))
        rows += [Row(piece, line=line) for piece in wrap(words, width)]
    for diagnostic in diagnostics:
        if rows:
            rows.append(Row())
        for item in render(diagnostic):
            bits = tuple(Bit(visible(bit.text), bit.style) for bit in item.bits)
            if item.is_prose:
                rows += [Row(piece, line=item.line) for piece in wrap(list(bits), width, "   ")]
            else:
                rows.append(Row(bits, line=item.line))
    return rows or [Row((Bit("no errors: the checker accepts the program", "ok"),))]


@dataclass(frozen=True, slots=True)
class Station:
    """A place that a diagnostic points at: a label of it, or the place of the error itself."""

    diagnostic: Diagnostic
    where: TextRange
    text: str
    primary: bool


def stations_of(diagnostic: Diagnostic, source_name: str) -> list[Station]:
    """The places of one diagnostic in the order of the text: where the loan is taken, what conflicts, where it is used later;
    then those of its notes."""
    found = []
    for labels, primary in ((diagnostic.primary, True), (diagnostic.secondary, False)):
        for label in labels:
            span = label.span.as_written()
            if span.file.name == source_name:
                where = TextRange(*span.start, *span.end)
                found.append(Station(diagnostic, where, label.text or (diagnostic.message if primary else ""), primary))
    stations = sorted((station for station in found if station.text), key=lambda station: station.where)
    for note in diagnostic.spanned_notes:
        span = note.primary[0].span.as_written()
        if span.file.name == source_name:
            stations.append(Station(diagnostic, TextRange(*span.start, *span.end), f"note: {note.text}", False))
    return stations


class ErrorsPane(RowList):
    """The verdict, in rustc's words."""

    heading = "Errors"
    marks = False

    def __init__(self, *, id: str | None = None, corner: str | None = None) -> None:
        super().__init__(id=id, corner=corner)
        self._diagnostics: tuple[Diagnostic, ...] = ()
        self._unsupported: UnsupportedError | None = None
        self._problem = ""
        self._waiting = True

    def show_verdict(self, diagnostics: tuple[Diagnostic, ...], unsupported: UnsupportedError | None, problem: str) -> None:
        self._diagnostics, self._unsupported, self._problem = diagnostics, unsupported, problem
        self._waiting = False
        self.title_note = str(len(diagnostics)) if diagnostics else ""
        self.rebuild()

    def build(self) -> list[Row]:
        if self._waiting:
            return [Row((Bit(" checking…", "dim"),))]
        rows = error_rows(self._diagnostics, self._unsupported, self._problem, self.text_width - 2)
        return [replace(row, bits=(Bit(" "), *row.bits)) for row in rows]

    def reveal_line(self, line: int) -> None:
        """Bring the first row about a line of the source into view and put the cursor there."""
        here = [index for index, row in enumerate(self.rows) if row.line == line]
        index = next((index for index in here if index >= self.top), here[0] if here else None)
        if index is not None:
            self.cursor, self.cursor_shown = index, True
            self.reveal(index, margin=2)
            self.update_lines()
