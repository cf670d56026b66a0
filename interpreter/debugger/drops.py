"""The drops pane's data: what has been dropped, in order and why, and what is still due at the closing braces ahead."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from interpreter.debugger.events import EventLog
from interpreter.debugger.flow import user_name
from interpreter.debugger.memory import Memory, TypeNames, hides_fields
from interpreter.debugger.phrases import path_text, place_text
from interpreter.debugger.recorder import Recorder, frame_index
from interpreter.debugger.stack import node_scope
from interpreter.debugger.steps import is_user_code
from interpreter.debugger.view import Change, DropDue, DropRow, DueItem
from interpreter.hints import Any
from interpreter.machine.code import InstanceCode
from interpreter.machine.inspect import FrameInfo
from interpreter.machine.machine import Machine
from interpreter.machine.state import Event
from interpreter.mir import body as mir
from interpreter.mir.body import Reason
from interpreter.records import Record, replace
from interpreter.typeck import ty as t

_REASONS = {
    Reason.DROP_SCOPE_END: "end of scope",
    Reason.DROP_PARAMETER: "parameter, at the end of its function",
    Reason.DROP_TEMPORARY: "temporary at the end of its statement",
    Reason.DROP_OVERWRITTEN: "overwritten",
    Reason.DROP_UNWIND: "unwinding",
}


_UNLOCKS = {
    "MutexGuard": "unlocks",
    "RwLockReadGuard": "unlocks",
    "RwLockWriteGuard": "unlocks",
    "RefCellRef": "ends its borrow",
    "RefCellRefMut": "ends its borrow",
}
"""What the drop of a guard does."""
_KINDS = {"Box": "owned_box", "Rc": "Rc", "Arc": "Arc", "Vec": "Vec", "slice": "Vec", "VecDeque": "VecDeque"}
"""The kind of an allocation -> the lang item whose drop frees it."""


class _Open(Record):
    """A drop under way: number of frames below its glue, the path of the value, its type, and its row's number (None: not
    shown)."""

    depth: int
    path: str
    ty: t.Ty
    row: int | None
    elements: int = 0
    """Elements dropped so far, for an array or a collection."""


class DropLog:
    """The drops of all known steps in order; made as far as they are asked for.

    The machine logs each drop with its place in the code. A drop in the user's code has the name of its variable; one in the
    glue of a type, or
    in std on behalf of a type, gets a row of its own below, named by the path to it: `pair.left`, `items[0]`.
    """

    def __init__(self, machine: Machine, recorder: Recorder, events: EventLog, names: TypeNames) -> None:
        self.machine = machine
        self.recorder = recorder
        self.events = events
        self.names = names
        self._rows: list[DropRow] = []
        self._frees: dict[int, list[tuple[int, str]]] = {}
        """By row: (step, label) of what it freed."""
        self._built = 0
        self._open: dict[int, list[_Open]] = {}
        """By thread: the drops under way, outermost first."""

    def until(self, step: int, limit: int) -> tuple[DropRow, ...]:
        """The newest `limit` drops done when the run stands at `step`."""
        self._build()
        end = bisect_left(self._rows, step + 1, key=lambda row: row.step)
        return tuple(self._at(number, step) for number in range(max(end - limit, 0), end))

    def _at(self, number: int, step: int) -> DropRow:
        """A row as it is at a step: with what has been freed by then."""
        row = self._rows[number]
        frees = tuple(label for at, label in self._frees.get(number, ()) if at <= step)
        change = Change.NEW if row.step == step else Change.NONE
        return (
            replace(row, frees=frees, subjects=row.subjects.union(frees), change=change) if frees or change is Change.NEW else row
        )

    def find(self, subject: str) -> DropRow | None:
        """The row with a subject."""
        self._build()
        number = int(subject[1:]) if subject.startswith("D") and subject[1:].isdigit() else 0
        return self._rows[number - 1] if 0 < number <= len(self._rows) else None

    def _build(self) -> None:
        self.events.count()
        for step in range(self._built + 1, len(self.recorder)):
            line = self.recorder.lines[step - 1]
            stack = self._open.get(self.recorder.threads[step - 1], [])
            while stack and stack[-1].depth >= self.recorder.depths[step - 1]:
                stack.pop()
            for event in self.events.machine_events(step):
                if event[1] == "drop":
                    self._drop(event, step, line)
                elif event[1] == "free":
                    self._free(event, self.recorder.threads[step - 1], step)
            self._built = step

    def _drop(self, event: Event, step: int, line: int) -> None:
        ty, (thread, depth, pc) = self.machine.code.type_list[event[2]], event[3:6]
        found = self.machine.code.location_of(pc)
        if found is None or found[0].body is None:
            return
        code = found[0]
        assert code.body is not None
        terminator = code.ops[pc - code.first].terminator
        assert isinstance(terminator, mir.Drop)
        stack = self._open.setdefault(thread, [])
        while stack and stack[-1].depth >= depth:
            stack.pop()
        if is_user_code(code):
            if self.recorder.main_pc(self.recorder.pcs[step - 1]) != pc:
                stack.append(_Open(depth, "", ty, None))
                return
            reason = _REASONS.get(terminator.info.reason, "end of scope")
            text = place_text(code.body, terminator.place)
            if text is None:
                text = self.events.phrases.place(code.body, terminator.place).replace("`", "").removeprefix("the temporary ")
            subject = f"{thread}/{frame_index(depth)}/{code.entry[2]}/{terminator.place.local}"
            self._append(stack, depth, text, ty, step, reason, line, subject)
            return
        if code.body.shim is not None:
            self._part(stack, depth, code, terminator.place, ty, step, line)
        else:
            self._in_std(stack, depth, code, terminator.place, ty, step, line)

    def _part(self, stack: list[_Open], depth: int, code: InstanceCode, place: mir.Place, ty: t.Ty, step: int, line: int) -> None:
        """A field, element or box content, dropped by the glue of its owner."""
        owner = code.instance.ty if code.instance is not None else None
        parent = stack[-1].path if stack else self._subject_of_call(step)
        hidden = owner is not None and hides_fields(owner) and not self._is_content(owner, ty)
        path = parent
        if isinstance(owner, (t.Array, t.Slice)):
            path = f"{parent}[{stack[-1].elements if stack else '..'}]"
            if stack:
                stack[-1].elements += 1
        elif owner is not None and not hides_fields(owner):
            assert code.body is not None
            path = path_text(code.body, parent, owner, place.projection[1:])
        if hidden:
            stack.append(_Open(depth, parent, ty, None))
        else:
            self._append(stack, depth, path, ty, step, "part of it" if stack else "in the call", line, "")

    def _in_std(
        self, stack: list[_Open], depth: int, code: InstanceCode, place: mir.Place, ty: t.Ty, step: int, line: int
    ) -> None:
        """A variable of a function of std: shown if that is an argument of the user's call, `drop(x)`."""
        executed = self.events.executed(step)
        call = executed[1].terminator if executed is not None else None
        if stack or not isinstance(call, mir.Call) or place.projection or executed is None or executed[0].body is None:
            stack.append(_Open(depth, stack[-1].path if stack else self._subject_of_call(step), ty, None))
            return
        index = place.local - 1
        arg = call.args[index] if index < len(call.args) else None
        user = executed[0].body
        source = self.recorder.flows.of(user).source_of(arg.place.local) if isinstance(arg, mir.Move) else None
        text = place_text(user, source) if source is not None else None
        direct = code.body is not None and self.events.phrases.callee_def(call) is code.body.owner
        if not direct or arg is None:
            stack.append(_Open(depth, self._subject_of_call(step), ty, None))
            return
        explicit = code.body is not None and code.body.owner.name == "drop"
        if not explicit and self.machine.code.types.is_enum(ty):
            # Its payload may have been moved out (`unwrap`): what is really dropped has a row of its own.
            stack.append(_Open(depth, text or "a temporary", ty, None))
            return
        reason = "explicit drop" if explicit else f"by `{self.events.phrases.callee(call)}`"
        self._append(stack, depth, text or "a temporary", ty, step, reason, line, "")

    def _subject_of_call(self, step: int) -> str:
        """What a method of std works on: `lists` in `lists.clear()`."""
        executed = self.events.executed(step)
        call = executed[1].terminator if executed is not None else None
        if executed is not None and executed[0].body is not None and isinstance(call, mir.Call) and call.args:
            first = call.args[0]
            if isinstance(first, mir.Move):
                source = self.recorder.flows.of(executed[0].body).source_of(first.place.local)
                return (place_text(executed[0].body, source) if source is not None else None) or "a value"
        return "a value"

    def _is_content(self, owner: t.Ty, ty: t.Ty) -> bool:
        """Something that a std type holds for the user: a box's content, an Option's payload, an element."""
        return isinstance(owner, t.Adt) and any(arg is ty for arg in owner.args)

    def _append(
        self, stack: list[_Open], depth: int, path: str, ty: t.Ty, step: int, reason: str, line: int, subject: str
    ) -> None:
        order = len(self._rows) + 1
        outer = next((item.row for item in reversed(stack) if item.row is not None), None)
        line = self._rows[outer].line if outer is not None and not subject else line
        related = frozenset((subject,)) if subject else frozenset()
        self._rows.append(DropRow(f"D{order}", order, step, f"{path}: {self.names.text(ty)}", reason, line, subjects=related))
        stack.append(_Open(depth, path, ty, order - 1))

    def _free(self, event: Event, thread: int, step: int) -> None:
        """A free belongs to the innermost drop under way of a type that frees such."""
        lang = "String" if self.events.kind_of_allocation(event[2]) == "String buffer" else _KINDS.get(event[3])
        for item in reversed(self._open.get(thread, ())):
            found = self.names.lang(item.ty)
            if item.row is not None and (found or "").removesuffix("Weak") == lang:
                self._frees.setdefault(item.row, []).append((step, f"H{event[2]}"))
                return


def drops_due(memory: Memory, frames: list[FrameInfo], needs_drop: Callable[[t.Ty], bool]) -> tuple[DropDue, ...]:
    """What each scope that is open will drop at its end, innermost first: variables in the reverse order of declaration."""
    due = []
    forecast = _Forecast(memory)
    for info in reversed(frames):
        body = info.body
        scope = node_scope(body, info.location)
        under_way = _under_way(memory, info)
        leaving = [local for local in _leaving(info, scope, needs_drop) if local != under_way]
        if leaving:
            block = body.blocks[info.location.block]
            line = block.terminator.info.span.source_callsite().line
            items = [forecast.item(info, local) for local in reversed(leaving)]
            due.append(DropDue(line, info.index, tuple(item for item in items if item is not None)))
        while scope is not None:
            data = body.scopes[scope]
            locals_ = [n for n in reversed(data.locals) if n != under_way and needs_drop(body.locals[n].ty)]
            items = [forecast.item(info, local) for local in locals_]
            shown = [item for item in items if item is not None]
            if shown:
                due.append(DropDue(data.span.source_callsite().end[0], info.index, tuple(shown)))
            scope = data.parent
    return tuple(_merged(due))


def _under_way(memory: Memory, info: FrameInfo) -> int | None:
    """The variable whose drop a frame waits for: `Drop::drop` or something inside of it runs above."""
    terminator = info.body.blocks[info.location.block].terminator
    if info is memory.frames[info.thread][-1] or not isinstance(terminator, mir.Drop) or terminator.place.projection:
        return None
    return terminator.place.local


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


class _Forecast:
    """Says what each drop will do, in the order in which they will happen: of several handles the last one frees."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self._strong: dict[int, int] = {}
        """The strong counts of allocations after the drops that were looked at."""

    def item(self, info: FrameInfo, local: int) -> DueItem | None:
        decl = info.body.locals[local]
        name = user_name(decl)
        if name is None:
            return None
        subject = self.memory.variable_subject(info.thread, info.index, local)
        value = info.locals[local]
        if value is None:
            return DueItem(subject, name, "not set, or moved away", skipped=True)
        return DueItem(subject, name, self._note(value, decl.ty))

    def _note(self, value: Any, ty: t.Ty) -> str:
        lang = self.memory.lang(ty)
        number = self.memory.owned_allocation(value, ty)
        if lang in _UNLOCKS:
            return _UNLOCKS[lang]
        if number is None:
            return ""
        if lang in ("RcWeak", "ArcWeak"):
            return f"weak count of H{number} falls"
        if lang not in ("Rc", "Arc"):
            return f"frees H{number}"
        before = self._strong.get(number, strong_count(self.memory, number))
        self._strong[number] = before - 1
        return f"frees H{number}" if before <= 1 else f"strong count of H{number}: {before} -> {before - 1}"


def strong_count(memory: Memory, number: int) -> int:
    """The strong count of an Rc's or Arc's allocation."""
    cells = memory.machine.state.heap.get(number, ())
    return int(cells[0][0][0][0]) if cells and cells[0] is not None else 0
