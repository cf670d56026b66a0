"""The stack pane: frames with the newest first, and in each its variables with type, value, state and permissions."""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.debugger.view import Change, FrameView, MachineView, ThreadState, Variable, VariableState, Zoom
from tui.panes.values import fold_mark, part_rows, value_bits
from tui.rows import Bit, Row, fit, short_type, visible, width_of, wrap
from tui.widgets.lines import RowList


def stack_rows(view: MachineView, width: int, zoom: Zoom = Zoom.IDEA) -> list[Row]:
    """The rows of the stack pane for a text width; below some 50 cells the types are left out."""
    rows: list[Row] = []
    several = len(view.threads) > 1
    thread = None
    for frame in view.frames:
        if several and frame.thread != thread:
            thread = frame.thread
            rows += _thread_rows(view, thread, width)
        rows += _frame_rows(frame, width, zoom)
    if several:
        shown = {frame.thread for frame in view.frames}
        for item in view.threads:
            if item.index not in shown:
                rows += _thread_rows(view, item.index, width)
    if view.statics:
        rows.append(Row((Bit("statics", "function"),), (Bit("as long as the program", "dim"),)))
        rows += _variables_rows(view.statics, width, zoom)
    if not rows:
        rows.append(Row((Bit("no frame: the program has ended" if view.end else "nothing runs yet", "dim"),)))
    return rows


def thread_label(name: str) -> str:
    """A thread's name as it is shown: "thread main", "thread 1"."""
    return visible(name if name.startswith("thread ") else f"thread {name}")


def _thread_rows(view: MachineView, index: int, width: int) -> list[Row]:
    thread = next((item for item in view.threads if item.index == index), None)
    if thread is None:
        return [Row((Bit(f"thread {index}", "title"),))]
    style = {ThreadState.BLOCKED: "warning", ThreadState.PANICKED: "error"}.get(thread.state, "dim")
    word = "ready" if thread.state is ThreadState.RUNNING and not thread.current else thread.state.value
    state = f"{word}: {visible(thread.waits_for)}" if thread.waits_for else word
    bits = [
        Bit("» " if thread.current else "  ", "accent"),
        Bit(thread_label(thread.name), "title"),
        Bit(f"  {state}", style),
    ]
    elsewhere = thread.line and not thread.current and thread.state in (ThreadState.RUNNING, ThreadState.BLOCKED)
    tail = (Bit(f"{visible(thread.function)}  line {thread.line}", "dim"),) if elsewhere else ()
    if not thread.waits_for:
        return [Row(tuple(bits), tail, f"T{index}")]
    lines = wrap(bits, width, "      ")
    return [Row(line, () if at else tail, f"T{index}") for at, line in enumerate(lines)]


def _frame_rows(frame: FrameView, width: int, zoom: Zoom) -> list[Row]:
    style = "dim" if frame.is_std else "function"
    place = f"line {frame.line}" if frame.line and not frame.is_std else "std"
    head = Row((Bit(visible(frame.function), style),), (Bit(place, "dim"),), change=frame.change, line=frame.line or None)
    shown = [variable for variable in frame.variables if not (variable.is_temporary and variable.state is not VariableState.LIVE)]
    if not shown:
        return [head, Row((Bit("    no variables in scope", "dim"),))]
    return [head, *_variables_rows(shown, width, zoom)]


def _variables_rows(shown: Sequence[Variable], width: int, zoom: Zoom) -> list[Row]:
    rows: list[Row] = []
    name_width = min(max((len(variable.name) for variable in shown), default=0), 14)
    type_width = min(max((len(short_type(variable.type_text)) for variable in shown), default=0), 16 if width < 70 else 22)
    if width < 50:
        type_width = 0
    for variable in shown:
        rows += _variable_rows(variable, width, name_width, type_width, zoom)
    return rows


_MOST_LINES = 3
"""Lines that the value of a folded variable may take."""


def _variable_rows(variable: Variable, width: int, name_width: int, type_width: int, zoom: Zoom) -> list[Row]:
    gone = variable.state in (VariableState.MOVED, VariableState.DROPPED, VariableState.ENDED, VariableState.UNINITIALISED)
    bits = [
        Bit(f"{fold_mark(variable.value)} ", "dim"),
        Bit(fit(visible(variable.name), name_width), "moved" if gone or variable.shadowed else "name"),
    ]
    if type_width:
        bits.append(Bit(f"  {fit(short_type(variable.type_text), type_width)}", "dim" if gone else "type"))
    bits.append(Bit("  "))
    bits += _state_bits(variable)
    if zoom is Zoom.BYTES:
        bits.append(Bit(f"  {variable.size} B at {variable.address:#x}", "dim"))
    tail: list[Bit] = []
    if variable.loans:
        tail.append(Bit(" ".join(variable.loans) + " ", "loan"))
    tail.append(Bit(str(variable.permissions), "dim" if gone else "perm"))
    fold = variable.subject if variable.value is not None and variable.value.foldable else None
    around = variable.subjects | frozenset(variable.loans)
    rows: list[Row] = []
    for line in _lines(bits, width - width_of(tail) - 2):
        at, change = (tuple(tail), variable.change) if not rows else ((), Change.NONE)
        place = variable.line or None
        rows.append(Row(line, at, variable.subject, around, change, variable.moved_step, place, None if rows else fold))
    if variable.value is None:
        return rows
    return [*rows, *part_rows(variable.value, variable.subjects | {variable.subject}, "    ")]


def _lines(bits: list[Bit], width: int) -> list[tuple[Bit, ...]]:
    """A variable in one line, or in a few where it is too long."""
    if width_of(bits) <= width:
        return [tuple(bits)]
    lines = wrap(bits, width, "      ")
    if len(lines) > _MOST_LINES:
        rest = lines[_MOST_LINES - 1]
        lines = [*lines[: _MOST_LINES - 1], (*rest, Bit(" …", "dim"))]
    return lines


def _state_bits(variable: Variable) -> list[Bit]:
    state = variable.state
    bits: list[Bit] = []
    if state is VariableState.MOVED:
        where = f" to {visible(variable.moved_to.replace('`', ''))}" if variable.moved_to else ""
        step = f" (step {variable.moved_step})" if variable.moved_step is not None else ""
        return [Bit(f"moved{where}{step}", "moved")]
    if state in (VariableState.UNINITIALISED, VariableState.DROPPED, VariableState.ENDED) or variable.value is None:
        return [Bit(state.value, "moved")]
    if state is VariableState.PARTLY_MOVED:
        bits.append(Bit(f"partly moved: {', '.join(map(visible, variable.moved_fields))} gone  ", "warning"))
    bits += value_bits(variable.value)
    if variable.change is Change.CHANGED and variable.old_text:
        bits.append(Bit(f"  was {visible(variable.old_text)}", "changed"))
    if variable.shadowed:
        bits.append(Bit("  shadowed", "dim"))
    return bits


class StackPane(RowList):
    """The frames and their variables."""

    heading = "Stack"

    def __init__(self, *, id: str | None = None, corner: str | None = None) -> None:
        super().__init__(id=id, corner=corner)
        self.view: MachineView | None = None
        self.zoom_level = Zoom.IDEA

    def show(self, view: MachineView) -> None:
        self.view = view
        count = len(view.frames)
        self.title_note = "" if count < 2 else f"{count} frames"
        self.rebuild()

    def build(self) -> list[Row]:
        return stack_rows(self.view, self.text_width, self.zoom_level) if self.view else []
