"""Looking at a paused machine: frames, allocations, and what a pointer points to. Reads only; computed when something is
drawn.

In: a Machine that isn't running. Out: frozen descriptions with types, for the debugger to put into words. `MemoryMap` walks
the visible state once and then answers, for any pointer, whose part it points to.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.hints import Any
from interpreter.machine.bytes import seen_through
from interpreter.machine.code import InstanceCode
from interpreter.machine.machine import Machine
from interpreter.machine.names import field_name, is_dangling
from interpreter.machine.state import FRAME_INSTANCE, FRAME_LOCALS, FRAME_PC
from interpreter.mir.body import Body, LocalKind, Location
from interpreter.records import Record
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.transform.instance import Instance
from interpreter.typeck import ty as t

__all__ = [
    "AllocationView", "FrameInfo", "HeapRoot", "LocalRoot", "MemoryMap", "Root", "StaticRoot", "Target", "allocations",
    "field_name", "frames", "is_dangling", "next_step", "path_names", "pc_of", "root_value", "step_span", "steps_of",
]  # fmt: skip


class FrameInfo(Record, frozen=True):
    """A call in progress. `index` counts from 0 = the thread's outermost function; `locals[k]` is the value of `_k` (None:
    nothing there).

    `location`: of the step that comes next in the innermost frame, of the call in the others; `pc` its number.
    """

    index: int
    thread: int
    instance: Instance | None
    body: Body
    location: Location
    pc: int
    locals: list[Any]
    code: InstanceCode

    @property
    def is_std(self) -> bool:
        return self.body.span.file.is_std

    @property
    def is_shim(self) -> bool:
        """Made by the compiler: drop glue, clones, the start of the program."""
        return self.body.shim is not None


class AllocationView(Record, frozen=True):
    """A living allocation: `ty` is the type of each of its `cells`."""

    number: int
    kind: str
    ty: t.Ty
    cells: list[Any]
    address: int
    born: int


def frames(machine: Machine, thread: int | None = None) -> list[FrameInfo]:
    """The frames of a thread (of the one whose turn it is), outermost first. Includes shims and std's."""
    state = machine.state
    number = state.current if thread is None else thread
    found: list[FrameInfo] = []
    for frame in state.threads[number].frames:
        if frame[FRAME_INSTANCE] < 0:
            continue
        code = machine.code.instances[frame[FRAME_INSTANCE]]
        place = machine.code.location_of(frame[FRAME_PC])
        assert code.body is not None
        location = place[1] if place is not None else Location(0, 0)
        found.append(
            FrameInfo(len(found), number, code.instance, code.body, location, frame[FRAME_PC], frame[FRAME_LOCALS], code)
        )
    return found


def next_step(machine: Machine) -> int:
    """The number of the step that comes next."""
    return int(machine.state.frames[-1][FRAME_PC])


def step_span(machine: Machine, pc: int) -> Span | None:
    """The text that a step comes from; None for those outside of any body."""
    return machine.code.span_of(pc)


def pc_of(code: InstanceCode, location: Location) -> int | None:
    """The step that covers a place of a linked body; None if it has none of its own (storage marks, gotos)."""
    return code.locations.get(location)


def steps_of(code: InstanceCode) -> Iterator[tuple[int, Location]]:
    """All steps of a linked body."""
    for offset, op in enumerate(code.ops):
        yield code.first + offset, op.location


def allocations(machine: Machine) -> list[AllocationView]:
    """The living allocations by number."""
    state = machine.state
    types = machine.code.type_list
    return [
        AllocationView(number, info.kind, types[info.type_number], state.heap[number], info.address, info.born)
        for number, info in sorted(state.info.items())
    ]


# ------------------------------------------------------------------------------------------------ pointers


class LocalRoot(Record, frozen=True):
    """Local `local` of frame `frame` of a thread."""

    thread: int
    frame: int
    local: int


class HeapRoot(Record, frozen=True):
    """Cell `cell` of an allocation."""

    number: int
    cell: int


class StaticRoot(Record, frozen=True):
    def_: Def


Root = LocalRoot | HeapRoot | StaticRoot


class Target(Record, frozen=True):
    """What a pointer points to: `path` leads from the root's value by field, element or (for enums, after the variant) payload
    indices as they stand in the value lists. `start` and `length` of a slice's elements; `vtable` type of a trait object."""

    root: Root
    path: tuple[int, ...]
    start: int | None = None
    length: int | None = None


class MemoryMap:
    """Where every container of the visible state lies. Made anew for each drawing.

    A slot that needs no drop may still hold what was moved out of it. So what is reached from a user's variable, the heap or
    a static lies there, and only else in a temporary or in one of the locals `gone` (thread, frame, local).
    """

    def __init__(self, machine: Machine, gone: frozenset[tuple[int, int, int]] = frozenset()) -> None:
        self.machine = machine
        self.gone = gone
        self._places: dict[int, tuple[Root | None, tuple[int, ...], Any]] = {}
        """id of a list -> (root, path of the list within the root's value, what makes the root from an index when path is
        empty)."""
        self._walk()

    def _walk(self) -> None:
        state = self.machine.state
        doubtful: list[tuple[LocalRoot, list[Any]]] = []
        for thread in state.threads:
            index = 0
            for frame in thread.frames:
                if frame[FRAME_INSTANCE] < 0:
                    continue
                number, depth = thread.number, index
                body = self.machine.code.instances[frame[FRAME_INSTANCE]].body
                self._places[id(frame[FRAME_LOCALS])] = (None, (), lambda i, n=number, d=depth: LocalRoot(n, d, i))
                for i, value in enumerate(frame[FRAME_LOCALS]):
                    if value.__class__ is not list:
                        continue
                    root = LocalRoot(number, depth, i)
                    if body is None or body.locals[i].kind is LocalKind.TEMP or (number, depth, i) in self.gone:
                        doubtful.append((root, value))
                    else:
                        self._inside(root, (), value)
                index += 1
        for number, cells in state.heap.items():
            if number == 0:
                continue  # the empty buffer, which is no allocation
            self._places[id(cells)] = (None, (), lambda i, n=number: HeapRoot(n, i))
            for i, value in enumerate(cells):
                if value.__class__ is list:
                    self._inside(HeapRoot(number, i), (), value)
        for key, cells in state.statics.items():
            if key < 0:
                continue
            static = StaticRoot(self.machine.code.static_defs[key])
            self._places[id(cells)] = (None, (), lambda i, r=static: r)
            if cells[0].__class__ is list:
                self._inside(static, (), cells[0])
        for place, value in doubtful:
            self._inside(place, (), value)

    def _inside(self, root: Root, path: tuple[int, ...], value: list[Any]) -> None:
        stack = [(path, value)]
        while stack:
            here, item = stack.pop()
            if id(item) in self._places:
                continue
            self._places[id(item)] = (root, here, None)
            for i, part in enumerate(item):
                if part.__class__ is list:
                    stack.append(((*here, i), part))

    def target(self, pointer: tuple[Any, ...], is_slice: bool = False) -> Target | None:
        """What a pointer (of a reference or raw pointer type) points to; None for constants and what is gone."""
        pointer = seen_through(pointer)
        found = self._places.get(id(pointer[0]))
        if found is None:
            return None
        root, path, make = found
        index = pointer[1]
        if is_slice:
            if root is None:
                return Target(make(index), (), index, pointer[2])
            return Target(root, path, index, pointer[2])
        if root is None:
            return Target(make(index), ())
        return Target(root, (*path, index))


def root_value(machine: Machine, root: Root) -> tuple[Any, t.Ty]:
    """The value that stands at a root, and its type."""
    state = machine.state
    match root:
        case LocalRoot():
            frame = [f for f in state.threads[root.thread].frames if f[FRAME_INSTANCE] >= 0][root.frame]
            body = machine.code.instances[frame[FRAME_INSTANCE]].body
            assert body is not None
            return frame[FRAME_LOCALS][root.local], body.locals[root.local].ty
        case HeapRoot():
            ty = machine.code.type_list[state.info[root.number].type_number]
            return state.heap[root.number][root.cell], ty
        case StaticRoot():
            code = machine.code
            return state.statics[root.def_.index][0], code.static_ty(root.def_)


def path_names(machine: Machine, value: Any, ty: t.Ty, path: tuple[int, ...]) -> tuple[str, t.Ty]:
    """A path within a value as text (".name", ".0", "[2]"), and the type of what it leads to."""
    types = machine.code.types
    text = ""
    for index in path:
        if isinstance(ty, (t.Array, t.Slice)):
            text += f"[{index}]"
            ty = ty.elem
        else:
            number = 0
            if types.is_enum(ty):
                number = value[0] if value is not None else 0
                index -= 1
                value = value[1:] if value is not None else None
            text += f".{field_name(ty, number, index)}"
            ty = types.program.fields(ty, number)[index]
        value = value[index] if value is not None else None
    return text, ty
