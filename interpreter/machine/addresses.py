"""Made-up addresses for pointers that a program prints or compares: the same in every run, of the right alignment and
distance.

Found by looking through the visible state for the container, only when asked for. Heap cells lie at their allocation's
address, locals below the top of the stack, anything else in a region of its own by type of container. Where something lies within
a value, its layout says.
"""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.machine.bytes import WRITTEN_AS_BYTES, Block, Memory, Shape, UnionField, Window, in_nothing, shape_of
from interpreter.machine.state import FRAME_INSTANCE, FRAME_LOCALS, State, Thread
from interpreter.machine.termination import NoValueError
from interpreter.typeck import ty as t
from interpreter.typeck.layout import LayoutError

if TYPE_CHECKING:
    from interpreter.machine.code import CodeStore, InstanceCode

STACK_TOP = 0x7FFF_FFFF_E000
STATICS = 0x5555_5555_4000 - 0x10_0000
CONSTANTS = 0x5555_5550_0000
TEXTS = 0x5555_5540_0000
STACK_BYTES_PER_FRAME = 0x100
_STATIC_BYTES = 0x40


def allocation_of(heap: dict[int, Any], pointer: tuple[Any, ...]) -> int | tuple[Any, ...]:
    """The owning pointer to the allocation whose content a pointer leads to.

    Raises: NoValueError if it leads elsewhere.
    """
    container = pointer[0].cells if isinstance(pointer[0], Memory) else pointer[0]
    for number, cells in heap.items():
        if cells is container or (cells and cells[0] is container):
            return number if len(pointer) == 2 else (number, pointer[2])
    raise NoValueError("the pointer doesn't point to the content of an allocation")


def address_of(store: CodeStore, state: State, pointer: tuple[Any, ...]) -> int:
    """The address that a pointer shows as; 0 for null."""
    container, index = pointer[0], pointer[1]
    if container is None:
        return int(index)
    if isinstance(container, Memory):
        cell, offset = divmod(container.position(index), container.source[1] or 1)
        return address_of(store, state, (container.cells, cell)) + offset
    if isinstance(container, Window):
        return address_of(store, state, (container.memory, container.cell)) + _part(_shape_of_window(container), container, index)
    if isinstance(container, UnionField):
        return address_of(store, state, (container.value, 0))
    if isinstance(container, bytes):
        return store.text_place(container) + int(index)
    types = store.types
    for number, cells in state.heap.items():
        info = state.info.get(number)
        if info is None:
            continue
        shape = shape_of(types, store.type_list[info.type_number])
        if isinstance(cells, Block):
            shape = cells.shape or shape
        if cells is container:
            return int(info.address + index * shape[1])
        for i, cell in enumerate(cells):
            inside = _within(cell, shape, container, index)
            if inside is not None:
                return int(info.address + i * shape[1] + inside)
    for thread in state.threads:
        for depth, frame in enumerate(thread.frames):
            if frame[FRAME_LOCALS] is container:
                return local_address(store, thread, depth, index)
            if frame[FRAME_INSTANCE] < 0:
                continue
            body = store.instances[frame[FRAME_INSTANCE]].body
            assert body is not None
            for local, value in enumerate(frame[FRAME_LOCALS]):
                if value.__class__ is list and local < len(body.locals):
                    inside = _within(value, shape_of(types, body.locals[local].ty), container, index)
                    if inside is not None:
                        return local_address(store, thread, depth, local) + inside
    return _static_address(store, state, container, index)


def _static_address(store: CodeStore, state: State, container: Any, index: int) -> int:
    """Of what isn't on the heap or the stack: statics, and constants that references point into. They lie in the order in which
    they were first used, so that none moves when another one is."""
    statics = {number: store.static_ty(def_) for number, def_ in store.static_defs.items()}
    for start, types in ((STATICS, statics), (CONSTANTS, store.shared_types)):
        place = start
        for number, ty in types.items():
            cells = state.statics.get(number)
            shape = shape_of(store.types, ty)
            if cells is not None:
                inside = 0 if cells is container else _within(cells[0], shape, container, index)
                if inside is not None:
                    return place + inside
            place += _STATIC_BYTES * (1 + shape[1] // _STATIC_BYTES)
    return CONSTANTS + 16 * index


def local_address(store: CodeStore, thread: Thread, depth: int, local: int) -> int:
    """Where a local of the frame at a depth (0: the thread's end) lies."""
    place = STACK_TOP - (thread.number << 32)
    slots: tuple[int, ...] = ()
    for frame in thread.frames[: depth + 1]:
        slots = _slots(store, store.instances[frame[FRAME_INSTANCE]]) if frame[FRAME_INSTANCE] >= 0 else ()
        size = slots[-1] if slots else 0
        place -= max(STACK_BYTES_PER_FRAME, -(-size // STACK_BYTES_PER_FRAME) * STACK_BYTES_PER_FRAME)
    return place + (slots[local] if local < len(slots) else 8 * local)


def _slots(store: CodeStore, code: InstanceCode) -> tuple[int, ...]:
    """Where each local of a body begins within its frame, and at the end the frame's size."""
    if code.slots is None:
        places, at = [], 0
        assert code.body is not None
        for decl in code.body.locals:
            try:
                layout = store.program.layout(decl.ty)
            except LayoutError:
                # A local that no value is put into.
                layout = store.program.layout(t.USIZE)
            at = -(-at // max(8, layout.align)) * max(8, layout.align)
            places.append(at)
            at += max(8, layout.size)
        code.slots = (*places, at)
    return code.slots


# ------------------------------------------------------------------------------------------------ within values


def offset_within(value: Any, shape: Shape, place: tuple[Any, ...]) -> int:
    """At which byte of a value a place in it lies."""
    container, index = place[:2]
    if isinstance(container, UnionField):
        container, index = container.value, 0
    inside = _within(value, shape, container, index)
    return 0 if inside is None else inside


def _within(value: Any, shape: Shape | None, container: Any, index: int) -> int | None:
    """At which byte of `value` cell `index` of `container` begins, which is a part of it; None if it isn't one."""
    if value is container:
        return _part(shape, value, index)
    if value.__class__ is not list:
        return None
    for i, part in enumerate(value):
        if part.__class__ is list:
            found = _within(part, _shape_of_part(shape, value, i), container, index)
            if found is not None:
                return _part(shape, value, i) + found
    return None


def _part(shape: Shape | None, value: Any, index: int) -> int:
    """At which byte of an aggregate its part `index` begins."""
    found = _field(shape, value, index)
    return found[0] if found is not None else 8 * index


def _shape_of_part(shape: Shape | None, value: Any, index: int) -> Shape | None:
    found = _field(shape, value, index)
    return found[1] if found is not None else None


def _field(shape: Shape | None, value: Any, index: int) -> tuple[int, Shape] | None:
    """Offset and shape of a part; None where the layout is hidden."""
    if shape is None:
        return None
    kind = shape[0]
    if kind == "array":
        return index * shape[3][1], shape[3]
    if kind == "union":
        return None if value[1] == WRITTEN_AS_BYTES else (0, shape[2][value[1]])
    if kind == "enum":
        fields, index = shape[4][value[0]][1], index - 1
    elif kind == "fields":
        fields = shape[2]
    else:
        return None
    return fields[index] if 0 <= index < len(fields) else None


def _shape_of_window(window: Window) -> Shape | None:
    memory = window.memory
    if isinstance(memory, Memory):
        return memory.target
    return _shape_of_part(_shape_of_window(memory), memory, window.cell) if isinstance(memory, Window) else None


def pointer_from_address(address: int, shape: Shape | None = None) -> tuple[Any, int]:
    """A pointer made from a number: it points to nothing. To a value without a size, of this shape, nothing is enough."""
    return (None, address) if shape is None else in_nothing(address, shape)
