"""The drops pane's data: what has been dropped, in order and why, and what is still due at the closing braces ahead."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from interpreter.debugger.events import EventLog
from interpreter.debugger.flow import user_name
from interpreter.debugger.memory import Memory, TypeNames
from interpreter.debugger.phrases import place_text
from interpreter.debugger.recorder import Recorder
from interpreter.debugger.stack import node_scope
from interpreter.debugger.steps import StepKind
from interpreter.debugger.view import Change, DropDue, DropRow, DueItem
from interpreter.machine.inspect import FrameInfo
from interpreter.machine.machine import Machine
from interpreter.mir import body as mir
from interpreter.mir.body import Reason
from interpreter.typeck import ty as t

_REASONS = {
    Reason.DROP_SCOPE_END: "end of scope",
    Reason.DROP_PARAMETER: "parameter, at the end of its function",
    Reason.DROP_TEMPORARY: "temporary at the end of its statement",
    Reason.DROP_OVERWRITTEN: "overwritten",
    Reason.DROP_UNWIND: "unwinding",
}


class DropLog:
    """The drops of all known steps in order; made as far as they are asked for."""

    def __init__(self, machine: Machine, recorder: Recorder, events: EventLog, names: TypeNames) -> None:
        self.machine = machine
        self.recorder = recorder
        self.events = events
        self.names = names
        self._rows: list[DropRow] = []
        self._built = 0

    def until(self, step: int, limit: int) -> tuple[DropRow, ...]:
        """The newest `limit` drops done when the run stands at `step`."""
        self._build()
        end = bisect_left(self._rows, step + 1, key=lambda row: row.step)
        rows = self._rows[max(end - limit, 0) : end]
        return tuple(_marked(row) if row.step == step else row for row in rows)

    def _build(self) -> None:
        for step in range(self._built + 1, len(self.recorder)):
            self._add_step(step)
            self._built = step

    def _add_step(self, step: int) -> None:
        pc = self.recorder.pcs[step - 1]
        kind = self.recorder.kinds.get(pc)
        line = self.recorder.lines[step - 1]
        happened = self.events.machine_events(step)
        frees = tuple(f"H{e[2]}" for e in happened if e[1] == "free")
        executed = self.events.executed(step)
        if kind is StepKind.DROP and executed is not None:
            code, op = executed
            terminator = op.terminator
            assert isinstance(terminator, mir.Drop) and code.body is not None
            name = place_text(code.body, terminator.place) or "a temporary"
            ty = self.machine.code.types.place_ty(code.body, terminator.place)
            reason = _REASONS.get(terminator.info.reason, "end of scope")
            self._append(step, f"{name}: {self.names.text(ty)}", reason, line, frees)
            return
        for event in happened:
            if event[1] == "drop":
                ty_text = self.names.text(self.machine.code.type_list[event[2]])
                self._append(
                    step, ty_text, "inside of what is dropped" if kind is not StepKind.CALL else "in the call", line, frees
                )
                frees = ()

    def _append(self, step: int, what: str, reason: str, line: int, frees: tuple[str, ...]) -> None:
        order = len(self._rows) + 1
        self._rows.append(DropRow(f"D{order}", order, step, what, reason, line, frees, subjects=frozenset(frees)))


def _marked(row: DropRow) -> DropRow:
    return DropRow(
        row.subject, row.order, row.step, row.what, row.reason, row.line, row.frees, Change.NEW, row.skipped, row.subjects
    )


def drops_due(memory: Memory, frames: list[FrameInfo], needs_drop: Callable[[t.Ty], bool]) -> tuple[DropDue, ...]:
    """What each scope that is open will drop at its end, innermost first: variables in the reverse order of declaration."""
    due = []
    for info in reversed(frames):
        body = info.body
        scope = node_scope(body, info.location)
        leaving = _leaving(info, scope, needs_drop)
        if leaving:
            block = body.blocks[info.location.block]
            line = block.terminator.info.span.source_callsite().line
            items = [_due_item(memory, info, local) for local in reversed(leaving)]
            due.append(DropDue(line, info.index, tuple(item for item in items if item is not None)))
        while scope is not None:
            data = body.scopes[scope]
            items = [_due_item(memory, info, local) for local in reversed(data.locals) if needs_drop(body.locals[local].ty)]
            shown = [item for item in items if item is not None]
            if shown:
                due.append(DropDue(data.span.source_callsite().end[0], info.index, tuple(shown)))
            scope = data.parent
    return tuple(_merged(due))


def _leaving(info: FrameInfo, scope: int | None, needs_drop: Callable[[t.Ty], bool]) -> list[int]:
    """Variables that hold a value though their scope has ended: their drops come next."""
    body = info.body
    inside: set[int] = set()
    while scope is not None:
        inside.update(body.scopes[scope].locals)
        scope = body.scopes[scope].parent
    return [
        local
        for local, decl in enumerate(body.locals)
        if user_name(decl) is not None and local not in inside and info.locals[local] is not None and needs_drop(decl.ty)
    ]


def _merged(due: list[DropDue]) -> list[DropDue]:
    """Scopes of one frame that end at the same line, as one row."""
    merged: list[DropDue] = []
    for row in due:
        if merged and merged[-1].line == row.line and merged[-1].frame == row.frame:
            last = merged.pop()
            row = DropDue(row.line, row.frame, last.items + row.items)
        merged.append(row)
    return merged


def _due_item(memory: Memory, info: FrameInfo, local: int) -> DueItem | None:
    decl = info.body.locals[local]
    name = user_name(decl)
    if name is None:
        return None
    subject = memory.variable_subject(info.thread, info.index, local)
    value = info.locals[local]
    if value is None:
        return DueItem(subject, name, "nothing in it", skipped=True)
    number = memory.owned_allocation(value, decl.ty)
    return DueItem(subject, name, f"frees H{number}" if number is not None else "")
