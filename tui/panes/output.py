"""The output pane: what the program has written, each line with the step that wrote it, and how the run ended."""

from __future__ import annotations

from interpreter.debugger.view import Change, EndKind, MachineView
from tui.rows import Bit, Row, prose, visible, wrap
from tui.widgets.lines import RowList


def output_rows(view: MachineView, width: int) -> list[Row]:
    """The rows of the output pane: one for each line written, marked "err" where it went to stderr."""
    rows: list[Row] = []
    text, step, stream, change = "", 0, "out", Change.NONE

    def flush() -> None:
        bits = (Bit("err ", "warning"), Bit(visible(text), "")) if stream == "err" else (Bit(visible(text)),)
        rows.append(Row(bits, (Bit(f"step {step}", "dim"),), f"O{step}", change=change, step=step))

    for chunk in view.output:
        if text and chunk.stream != stream:
            flush()
            text = ""
        *whole, rest = chunk.text.split("\n")
        for index, piece in enumerate(whole):
            if index or not text:
                step, stream, change = chunk.step, chunk.stream, chunk.change
            text += piece
            flush()
            text = ""
        if rest:
            if not text:
                step, stream, change = chunk.step, chunk.stream, chunk.change
            text += rest
    if text:
        flush()
    if view.end is not None:
        rows += end_rows(view, width)
    return rows or [Row((Bit("no output yet", "dim"),))]


def end_rows(view: MachineView, width: int) -> list[Row]:
    """How the run ended, in a line or a few."""
    end = view.end
    if end is None:
        return []
    style = "ok" if end.kind is EndKind.EXIT and not end.exit_code else "error"
    words = {EndKind.EXIT: "the program ended", EndKind.PANIC: "panic", EndKind.DEADLOCK: "deadlock", EndKind.FAULT: "fault"}
    bits = [Bit(f"■ {words[end.kind]}, exit code {end.exit_code}", style)]
    if end.message:
        bits += [Bit(": ", style), *prose(end.message)]
    return [Row(line, line=end.place.line if end.place else None) for line in wrap(bits, width, "  ")]


class OutputPane(RowList):
    """What the program has written."""

    heading = "Output"

    def __init__(self, *, id: str | None = None, corner: str | None = None) -> None:
        super().__init__(id=id, corner=corner)
        self.view: MachineView | None = None

    def show(self, view: MachineView) -> None:
        self.view = view
        self.rebuild()

    def build(self) -> list[Row]:
        return output_rows(self.view, self.text_width) if self.view else []

    def follow(self) -> int | None:
        return len(self.rows) - 1 if self.rows else None
