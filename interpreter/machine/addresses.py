"""Made-up addresses for pointers that a program prints or compares: the same in every run, of the right alignment and
distance.

Found by looking through the visible state for the container, only when asked for. Heap cells lie at their allocation's
address, locals below the top of the stack, anything else in a region of its own by type of container.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interpreter.machine.bytes import Memory
from interpreter.machine.state import State
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.machine.code import CodeStore

STACK_TOP = 0x7FFF_FFFF_E000
STATICS = 0x5555_5555_4000 - 0x10_0000
CONSTANTS = 0x5555_5550_0000
STACK_BYTES_PER_FRAME = 0x100


def address_of(store: CodeStore, state: State, pointer: tuple[Any, ...]) -> int:
    """The address that a pointer shows as; 0 for null."""
    container, index = pointer[0], pointer[1]
    if container is None:
        return int(index)
    if isinstance(container, Memory):
        cell, offset = divmod(container.position(index), container.source[1] or 1)
        return address_of(store, state, (container.cells, cell)) + offset
    for number, cells in state.heap.items():
        info = state.info.get(number)
        if info is None:
            continue
        size = _size(store, store.type_list[info.type_number])
        if cells is container:
            return int(info.address + index * size)
        for i, cell in enumerate(cells):
            inside = _within(cell, container)
            if inside is not None:
                return int(info.address + i * size + 8 * (inside + index))
    for thread in state.threads:
        for depth, frame in enumerate(thread.frames):
            base = local_address(thread.number, depth, 0)
            if frame[0] is container:
                return int(base + 8 * index)
            for i, value in enumerate(frame[0]):
                inside = _within(value, container)
                if inside is not None:
                    return int(base + 8 * (i + inside + index))
    for key, cells in state.statics.items():
        inside = 0 if cells is container else _within(cells[0], container)
        if inside is not None:
            return int(STATICS + key * 64 + 8 * (inside + index))
    return int(CONSTANTS + 16 * index)


def local_address(thread: int, depth: int, local: int) -> int:
    """Where a local of the frame at a depth (0: the thread's end) lies."""
    return STACK_TOP - (thread << 32) - (depth + 1) * STACK_BYTES_PER_FRAME + 8 * local


def _size(store: CodeStore, ty: t.Ty) -> int:
    return store.program.layout(ty).size


def _within(value: Any, container: list[Any]) -> int | None:
    """How many scalars come before `container` in an aggregate that holds it by value; None if it doesn't."""
    if value is container:
        return 0
    if value.__class__ is not list:
        return None
    before = 0
    for part in value:
        found = _within(part, container)
        if found is not None:
            return before + found
        before += len(part) if part.__class__ is list else 1
    return None


def pointer_from_address(address: int) -> tuple[None, int]:
    """A pointer made from a number: it points to nothing."""
    return (None, address)
