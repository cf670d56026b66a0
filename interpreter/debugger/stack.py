"""The stack pane's data: the user's frames with their variables, each with its state, its value and what may be done with it."""

from __future__ import annotations

from interpreter.borrowck import BorrowckResult
from interpreter.debugger.describe import node_of
from interpreter.debugger.flow import operands_of, user_name
from interpreter.debugger.memory import Memory, function_name, hides_fields
from interpreter.debugger.phrases import Phrases, capture_text
from interpreter.debugger.recorder import Recorder
from interpreter.debugger.values import ValueRenderer
from interpreter.debugger.view import (
    NO_PERMISSIONS,
    Change,
    FrameView,
    LoanRow,
    Permissions,
    TextRange,
    Value,
    Variable,
    VariableState,
)
from interpreter.hints import Any
from interpreter.machine.addresses import address_of, local_address
from interpreter.machine.inspect import FrameInfo
from interpreter.machine.machine import Machine
from interpreter.machine.plan import Op
from interpreter.mir import body as mir
from interpreter.mir.body import LocalKind, Place
from interpreter.records import Record, replace
from interpreter.source import Span
from interpreter.typeck import ty as t

_GONE = (VariableState.DROPPED, VariableState.ENDED)
_WITHOUT_VALUE = (*_GONE, VariableState.UNINITIALISED, VariableState.MOVED)
_WITHOUT_VALUE_TEXTS = tuple(state.value for state in _WITHOUT_VALUE)

LOOK_BACK = 20_000
"""Steps searched for the move that emptied a variable."""


def text_range(span: Span | None) -> TextRange | None:
    """A span of the user's text, as the screen needs it."""
    if span is None:
        return None
    span = span.source_callsite()
    if span.file.is_std:
        return None
    return TextRange(*span.start, *span.end)


class MoveFound(Record, frozen=True):
    """Where a variable's value went, and at which step; `to` is empty when it has ended with its scope."""

    to: str
    step: int


class StackBuilder:
    """Builds the frames of one moment. `before`: subject -> text of the step before, for marking changes."""

    def __init__(
        self, memory: Memory, renderer: ValueRenderer, recorder: Recorder, phrases: Phrases, step: int, before: dict[str, str]
    ) -> None:
        self.memory = memory
        self.renderer = renderer
        self.recorder = recorder
        self.phrases = phrases
        self.step = step
        self.before = before
        self.texts: dict[str, str] = {}
        """The variables' texts at this step, for the next one to compare with."""

    def frames(self, thread: int, results: dict[int, BorrowckResult | None], loans: list[LoanRow]) -> tuple[FrameView, ...]:
        """The user's frames of a thread, newest first. `results`: borrowck's result by frame index."""
        infos = [f for f in self.memory.frames.get(thread, []) if not f.is_std and not f.is_shim]
        return tuple(self._frame(info, info is infos[-1], results.get(info.index), loans) for info in reversed(infos))

    def _frame(self, info: FrameInfo, top: bool, result: BorrowckResult | None, loans: list[LoanRow]) -> FrameView:
        span = self.memory.machine.code.span_of(self.recorder.main_pc(info.pc) if top else info.pc)
        line = span.source_callsite().line if span is not None else info.body.end_span.line
        subject = frame_subject(info)
        change = Change.NONE if subject in self.before else Change.NEW
        self.texts[subject] = ""
        return FrameView(
            index=info.index,
            function=function_name(info),
            thread=info.thread,
            line=line,
            current=text_range(span) if top else None,
            variables=(*self._captures(info), *self._variables(info, span, result, loans)),
            change=change if self.step > 0 else Change.NONE,
        )

    def _variables(
        self, info: FrameInfo, span: Span | None, result: BorrowckResult | None, loans: list[LoanRow]
    ) -> list[Variable]:
        body = info.body
        named = [n for n, decl in enumerate(body.locals) if user_name(decl) is not None]
        in_scope = {n for n in named if self._is_visible(info, n, span)}
        shown = [n for n in named if n in in_scope or self._had_value(info, n)]
        names = [body.locals[n].name for n in shown]
        rows = []
        for at, local in enumerate(shown):
            row = self._variable(info, local, local in in_scope, names[at] in names[at + 1 :], result, loans)
            if row.state not in _GONE or row.change is Change.GONE:
                rows.append(row)
        return rows

    def _captures(self, info: FrameInfo) -> list[Variable]:
        """What a closure has captured, by the names that it has in there."""
        captures = info.body.captures
        if not captures or len(info.locals) < 2 or info.locals[1] is None:
            return []
        value, ty = info.locals[1], info.body.locals[1].ty
        if isinstance(ty, t.Ref):
            container, index = value[0], value[1]
            value, ty = container[index] if index < len(container) else None, ty.ty
        if not isinstance(value, list):
            return []
        base = self.memory.variable_subject(info.thread, info.index, 1)
        rows = []
        for number, (part, part_ty) in enumerate(zip(value, self.memory.machine.code.program.fields(ty), strict=True)):
            subject = f"{base}.{number}"
            shown = self.renderer.value(part, part_ty, subject) if part is not None else None
            text = shown.text if shown is not None else ""
            self.texts[subject] = text
            old = self.before.get(subject)
            change = (
                Change.NONE if self.step == 0 else Change.NEW if old is None else Change.CHANGED if old != text else Change.NONE
            )
            rows.append(
                Variable(
                    subject=subject,
                    name=capture_text(info.body, number),
                    type_text=self.memory.type_text(part_ty),
                    state=VariableState.LIVE if part is not None else VariableState.MOVED,
                    value=shown,
                    permissions=self._capture_permissions(part, part_ty, captures[number].local.mutable),
                    change=change,
                    old_text=old if change is Change.CHANGED and old is not None else "",
                    moved_to="" if part is not None else "the closure's body",
                    is_argument=True,
                    line=captures[number].use_span.source_callsite().line,
                    size=self.renderer.size(part_ty),
                    address=stack_address(self.memory.machine, info, 1) + 8 * number,
                    subjects=self._subjects(shown, ()),
                )
            )
        return rows

    def _capture_permissions(self, part: object, ty: t.Ty, mutable: bool) -> Permissions:
        if part is None:
            return NO_PERMISSIONS
        return Permissions(True, ty.mutable, False) if isinstance(ty, t.Ref) else Permissions(True, mutable, True)

    def _is_visible(self, info: FrameInfo, local: int, span: Span | None) -> bool:
        """A variable whose scope has begun, or whose `let` is being carried out."""
        body = info.body
        decl = body.locals[local]
        if decl.kind is LocalKind.ARG or info.locals[local] is not None:
            return True
        scope = next((i for i, s in enumerate(body.scopes) if local in s.locals), None)
        if scope is None or span is None:
            return False
        chain = scope_chain(body, info.location)
        if scope in chain:
            return True
        at = span.source_callsite()
        declared = decl.span.source_callsite()
        return body.scopes[scope].parent in chain and declared.lo <= at.lo and declared.line == at.line

    def _had_value(self, info: FrameInfo, local: int) -> bool:
        """A variable that held a value at the step before: where its scope has ended, it is shown once more."""
        if frame_subject(info) not in self.before:
            return False
        before = self.before.get(self.memory.variable_subject(info.thread, info.index, local))
        return before is not None and before not in _WITHOUT_VALUE_TEXTS

    def _variable(
        self,
        info: FrameInfo,
        local: int,
        in_scope: bool,
        shadowed: bool,
        result: BorrowckResult | None,
        loans: list[LoanRow],
    ) -> Variable:
        body, value = info.body, info.locals[local]
        decl = body.locals[local]
        subject = self.memory.variable_subject(info.thread, info.index, local)
        state, value = self._state(info, local, value, result)
        if state is VariableState.UNINITIALISED and not in_scope:
            state = VariableState.ENDED
        move = self._find_move(info, local) if state in (VariableState.UNINITIALISED, VariableState.ENDED) else None
        if move is not None and not move.to:
            state = VariableState.DROPPED
        elif move is not None and state is VariableState.UNINITIALISED:
            state = VariableState.MOVED
        shown = self.renderer.value(value, decl.ty, subject) if value is not None else None
        if shown is not None and shown.children and result is not None and result.facts is not None:
            shown = self._with_permissions(shown, Place(local), decl.ty, info, result)
        text = shown.text if shown is not None else state.value
        self.texts[subject] = text
        old = self.before.get(subject)
        change = Change.NONE
        if self.step > 0 and old is None:
            change = Change.NEW
        elif old is not None and old != text:
            unset = old == VariableState.UNINITIALISED.value
            if shown is None:
                change = Change.NONE if old in _WITHOUT_VALUE_TEXTS else Change.GONE
            else:
                change = Change.NEW if unset else Change.CHANGED
        label = f"{function_name(info)}.{decl.name}"
        on_it = tuple(row.label for row in loans if row.frame == info.index and _is_on(row.place, label))
        return Variable(
            subject=subject,
            name=decl.name or "",
            type_text=self.memory.type_text(decl.ty),
            state=state,
            value=shown,
            mutable=decl.mutable,
            permissions=self._permissions(info, local, state, result),
            loans=on_it,
            change=change,
            old_text=old if change is Change.CHANGED and old is not None else "",
            moved_to=move.to if move is not None else "",
            moved_step=move.step if move is not None and move.to else None,
            moved_fields=self._moved_fields(value, decl.ty) if state is VariableState.PARTLY_MOVED else (),
            shadowed=shadowed,
            is_argument=decl.kind is LocalKind.ARG,
            line=decl.span.source_callsite().line,
            size=self.renderer.size(decl.ty),
            address=stack_address(self.memory.machine, info, local),
            subjects=self._subjects(shown, on_it),
        )

    def _subjects(self, shown: Any, loans: tuple[str, ...]) -> frozenset[str]:
        found = set(loans)
        if shown is not None and shown.pointee is not None:
            found.add(shown.pointee)
        return frozenset(found)

    def _state(self, info: FrameInfo, local: int, value: Any, result: BorrowckResult | None) -> tuple[VariableState, Any]:
        """Whether there is a value, by the checker's analysis where it knows, else by what is in memory."""
        if result is not None and result.facts is not None:
            known = result.init_state(local, info.location)
            if known == "uninitialised":
                ended = result.storage_ended(local, info.location)
                return VariableState.ENDED if ended else VariableState.UNINITIALISED, None
            if known == "partly moved" and value is not None:
                return VariableState.PARTLY_MOVED, value
        if value is None:
            return VariableState.UNINITIALISED, None
        return VariableState.LIVE, value

    def _moved_fields(self, value: Any, ty: Any) -> tuple[str, ...]:
        return tuple(name for name, part, _, _ in self.renderer.parts(value, ty) if part is None)

    def _permissions(self, info: FrameInfo, local: int, state: VariableState, result: BorrowckResult | None) -> Permissions:
        if result is None or result.facts is None or state in _WITHOUT_VALUE:
            return NO_PERMISSIONS
        found = result.permissions(Place(local), info.location)
        return Permissions(found.read, found.write, found.own)

    def _with_permissions(self, value: Value, place: Place, ty: t.Ty, info: FrameInfo, result: BorrowckResult) -> Value:
        """An unfolded value whose fields say what may be done with each."""
        if not isinstance(ty, (t.Tuple, t.Adt)) or self.memory.machine.code.types.is_enum(ty) or hides_fields(ty):
            return value
        tys = self.memory.machine.code.program.fields(ty)
        children = []
        for index, child in enumerate(value.children):
            part = Place(place.local, (*place.projection, mir.Field(index, tys[index])))
            found = result.permissions(part, info.location)
            inner = self._with_permissions(child.value, part, tys[index], info, result) if child.value.children else child.value
            gone = child.state is not VariableState.LIVE
            may = NO_PERMISSIONS if gone else Permissions(found.read, found.write, found.own)
            children.append(replace(child, permissions=may, value=inner))
        return replace(value, children=tuple(children))

    def statics(self) -> tuple[Variable, ...]:
        """The program's statics that have been reached."""
        machine = self.memory.machine
        rows = []
        for number, def_ in sorted(machine.code.static_defs.items()):
            if def_.is_std or number not in machine.state.statics:
                continue
            subject, ty, value = f"static/{number}", machine.code.static_ty(def_), machine.state.statics[number][0]
            shown = self.renderer.value(value, ty, subject)
            self.texts[subject] = shown.text
            old = self.before.get(subject)
            change = (
                Change.NONE
                if self.step == 0
                else Change.NEW
                if old is None
                else Change.NONE
                if old == shown.text
                else Change.CHANGED
            )
            mutable = bool(getattr(def_.node, "mutable", False))
            rows.append(
                Variable(
                    subject=subject,
                    name=def_.name,
                    type_text=self.memory.type_text(ty),
                    state=VariableState.LIVE,
                    value=shown,
                    mutable=mutable,
                    permissions=Permissions(True, mutable, False),
                    change=change,
                    old_text=old if change is Change.CHANGED and old is not None else "",
                    line=def_.span.source_callsite().line,
                    size=self.renderer.size(ty),
                    address=address_of(machine.code, machine.state, (machine.state.statics[number], 0)),
                    subjects=self._subjects(shown, ()),
                )
            )
        return tuple(rows)

    def _find_move(self, info: FrameInfo, local: int) -> MoveFound | None:
        """The step of this call at which the variable's value was moved out."""
        recorder, code, body = self.recorder, info.code, info.body
        depth = info_depth(self.memory.machine, info)
        scope = next((i for i, s in enumerate(body.scopes) if local in s.locals), None)
        under_way = info.pc if info is not self.memory.frames[info.thread][-1] else -1
        for step in range(self.step - 1, max(self.step - LOOK_BACK, -1), -1):
            if recorder.threads[step] != info.thread or recorder.depths[step] > depth:
                continue
            if recorder.depths[step] < depth:
                return None
            pc = recorder.main_pc(recorder.pcs[step])
            if not code.first <= pc < code.first + len(code.ops):
                return None
            op = code.ops[pc - code.first]
            if pc == under_way:
                under_way = -1
                if op.terminator is not None and not self._moved_to(body, op, local):
                    continue
            to = self._moved_to(body, op, local)
            if to is None and (assigns(op, local) or (scope is not None and scope not in scope_chain(body, op.location))):
                return None
            if to is not None:
                return MoveFound(to, step + 1)
        return None

    def _moved_to(self, body: mir.Body, op: Op, local: int) -> str | None:
        """Where a step moves the whole of a variable to; "" if it drops it, None if it does neither."""
        node = node_of(op)
        if isinstance(node, mir.Drop):
            return "" if node.place == Place(local) else None
        if not isinstance(node, (mir.Assign, mir.Call)):
            return None
        for index, operand in enumerate(operands_of(node)):
            if isinstance(operand, mir.Move) and operand.place == Place(local):
                if isinstance(node, mir.Call):
                    return self.phrases.parameter(node, index)
                if isinstance(node.rvalue, mir.Aggregate):
                    to = self.phrases.destination(body, node.place)
                    return to if to.startswith("`") else self.phrases.part_of_new(node, index)
                return self.phrases.destination(body, node.place)
        return None


def frame_subject(info: FrameInfo) -> str:
    """The name that a frame has from step to step."""
    return f"{info.thread}/{info.index}/{info.code.entry[2]}"


def info_depth(machine: Machine, info: FrameInfo) -> int:
    """The number of frames of the thread (of any kind) when this one runs."""
    seen = -1
    for depth, frame in enumerate(machine.state.threads[info.thread].frames):
        if frame[2] >= 0:
            seen += 1
        if seen == info.index:
            return depth + 1
    return 0


def assigns(op: Op, local: int) -> bool:
    """Whether a step gives the whole of a variable a value."""
    places = [op.result] if op.result is not None else [op.statement.place] if op.statement is not None else []
    if isinstance(op.terminator, mir.Call):
        places.append(op.terminator.destination)
    return Place(local) in places


def node_scope(body: mir.Body, location: mir.Location) -> int | None:
    """The lexical scope of a place of the body."""
    block = body.blocks[location.block]
    nodes = (*block.statements, block.terminator)
    return nodes[min(location.statement, len(nodes) - 1)].info.scope


def scope_chain(body: mir.Body, location: mir.Location) -> set[int]:
    """The lexical scopes that a place of the body lies in."""
    chain = set()
    here = node_scope(body, location)
    while here is not None:
        chain.add(here)
        here = body.scopes[here].parent
    return chain


def stack_address(machine: Machine, info: FrameInfo, local: int) -> int:
    """The address that the program itself would print."""
    return local_address(machine.code, machine.state.threads[info.thread], info.index + 1, local)


def _is_on(place: str, label: str) -> bool:
    """Whether a loan's place is a variable or a part of it."""
    bare = place.lstrip("*")
    return bare == label or bare.startswith((f"{label}.", f"{label}["))
