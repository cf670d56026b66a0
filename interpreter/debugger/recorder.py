"""The steps of a run as far as it is known: where in machine time each stands.

`Recorder` is handed to `Machine.run_forward` as its `stops`: the machine asks it before every step whether to stop there, and
it notes the stops on the way, so that a run of a million statements is recorded without leaving the machine's loop.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from operator import length_hint

from interpreter.debugger.flow import Flows
from interpreter.debugger.steps import StepKind, is_user_code, stops_of
from interpreter.hints import Any
from interpreter.machine.code import InstanceCode
from interpreter.machine.machine import Machine
from interpreter.machine.state import FRAME_LOCALS
from interpreter.machine.types import Types
from interpreter.mir import body as mir
from interpreter.resolve.defs import Def
from interpreter.typeck import ty as t
from interpreter.typeck.context import TyCtxt

_UNKNOWN, _NO, _YES, _DROP = 0, 1, 2, 3


def frame_index(depth: int) -> int:
    """The index of a thread's innermost frame when there are `depth`: the lowest, the thread's end, isn't counted."""
    return depth - 2


class Recorder:
    """Step k: `positions[k]` machine steps were executed; `pcs[k]` is the machine step that comes next (-1 at the end of the
    run), `depths[k]` the
    number of frames of thread `threads[k]`, `lines[k]` the line of what comes next. Step 0 is the first stop of the program."""

    def __init__(self, machine: Machine, tcx: TyCtxt) -> None:
        self.machine = machine
        self.positions = array("q")
        self.pcs = array("i")
        self.depths = array("i")
        self.threads = array("i")
        self.lines = array("i")
        self.kinds: dict[int, StepKind] = {}
        self.mains: dict[int, int] = {}
        self.flows = Flows(machine.code.program.lang)
        self._destructor = tcx.adt_destructor
        self._flags = bytearray()
        self._line_of: dict[int, int] = {}
        self.wanted: Callable[[int], bool] = lambda step: True
        """Whether to stop at a step just recorded."""

    def __len__(self) -> int:
        return len(self.positions)

    def __bool__(self) -> bool:
        return True

    def __contains__(self, pc: object) -> bool:
        assert isinstance(pc, int)
        flags = self._flags
        flag = flags[pc] if pc < len(flags) else _UNKNOWN
        if flag == _NO:
            return False
        if flag == _UNKNOWN:
            flag = self._classify(pc)
            if flag == _NO:
                return False
        state = self.machine.state
        if flag == _DROP and not self._drops_something(pc):
            return False
        position = state.end - length_hint(state.iterator)
        if self.positions and position <= self.positions[-1]:
            return False
        self._append(position, pc)
        return self.wanted(len(self.positions) - 1)

    def _append(self, position: int, pc: int) -> None:
        state = self.machine.state
        self.positions.append(position)
        self.pcs.append(pc)
        self.depths.append(len(state.frames))
        self.threads.append(state.current)
        line = self._line_of.get(pc)
        if line is None:
            span = self.machine.code.span_of(self.main_pc(pc))
            line = self._line_of[pc] = span.source_callsite().line if span is not None else 0
        self.lines.append(line)

    def forget_from(self, step: int) -> None:
        """Another future begins at a step: it and what came after are no longer known."""
        for column in (self.positions, self.pcs, self.depths, self.threads, self.lines):
            del column[step:]

    def record_end(self) -> None:
        """The run has ended: the last step."""
        state = self.machine.state
        if not self.positions or self.pcs[-1] != -1:
            self.positions.append(max(state.position, self.positions[-1] + 1 if self.positions else 0))
            self.pcs.append(-1)
            self.depths.append(0)
            self.threads.append(state.current)
            self.lines.append(self.lines[-1] if self.lines else 0)

    @property
    def complete(self) -> bool:
        """Whether the end of the run is known."""
        return bool(self.pcs) and self.pcs[-1] == -1

    def is_stop(self, pc: int) -> bool:
        """Whether the walk may stop before a machine step."""
        flag = self._flags[pc] if pc < len(self._flags) else _UNKNOWN
        return (flag if flag != _UNKNOWN else self._classify(pc)) != _NO

    def _classify(self, pc: int) -> int:
        found = self.machine.code.location_of(pc) if pc < len(self.machine.code.place_of) else None
        if found is not None and is_user_code(found[0]):
            self._classify_body(found[0])
        else:
            self._set(pc, _NO)
        return self._flags[pc]

    def _classify_body(self, code: InstanceCode) -> None:
        """Decide for each step of a body. What only prepares a step (borrows for an operator, a macro's inside) belongs to it:
        the stop is before the first of that."""
        stops = stops_of(code, self.flows.of_code(code))
        for offset in range(len(code.ops)):
            self._set(code.first + offset, _NO)
        for stop in stops:
            pc = code.first + stop.first
            self.kinds[pc] = stop.kind
            self.mains[pc] = code.first + stop.main
            self._set(pc, _DROP if stop.kind is StepKind.DROP else _YES)

    def _set(self, pc: int, flag: int) -> None:
        flags = self._flags
        if pc >= len(flags):
            flags.extend(bytes(pc + 1 - len(flags)))
        flags[pc] = flag

    def main_pc(self, pc: int) -> int:
        """The machine step that a stop is about: that before which it stops, or one that this prepares."""
        return self.mains.get(pc, pc)

    def _drops_something(self, pc: int) -> bool:
        """False if the place of a Drop holds nothing (it was moved away or never set), or its type has nothing to drop."""
        found = self.machine.code.location_of(pc)
        assert found is not None
        code = found[0]
        terminator = code.ops[pc - code.first].terminator
        assert isinstance(terminator, mir.Drop) and code.body is not None
        types = self.machine.code.types
        place = terminator.place
        ty = types.place_ty(code.body, place)
        if not types.needs_drop(ty):
            return False
        if place.projection:
            return True
        return holds_something(types, self._destructor, self.machine.state.frames[-1][FRAME_LOCALS][place.local], ty)


def holds_something(types: Types, destructor: Callable[[Def], Def | None], value: Any, ty: t.Ty) -> bool:
    """Whether a value has anything to drop: not if it was moved out with all its parts, or is a variant without such."""
    if value is None or not types.needs_drop(ty):
        return False
    if isinstance(ty, t.Adt):
        if ty.def_.is_std and not types.is_enum(ty):
            return True
        if destructor(ty.def_) is not None:
            return True
        variant, fields = (value[0], value[1:]) if types.is_enum(ty) else (0, value)
        return any(
            holds_something(types, destructor, v, f) for v, f in zip(fields, types.program.fields(ty, variant), strict=True)
        )
    if isinstance(ty, t.Tuple):
        return any(holds_something(types, destructor, v, f) for v, f in zip(value, ty.elems, strict=True))
    return True


def stand_at(machine: Machine, recorder: Recorder, step: int) -> None:
    """Bring the machine to a known step."""
    if recorder.pcs[step] == -1:
        machine.run()
        return
    position = recorder.positions[step]
    if machine.termination is not None and machine.position <= position:
        machine.run_back(1)
    machine.seek(position)
