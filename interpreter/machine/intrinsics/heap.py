"""The heap: what Box, Rc, Arc, Vec and String do with their allocations (the intrinsics of std::alloc and its users)."""

from __future__ import annotations

from collections.abc import Callable

from interpreter.hints import Any
from interpreter.machine.addresses import allocation_of
from interpreter.machine.intrinsics import Context, effect, effect_for, inline, text_of
from interpreter.machine.memory import Effects
from interpreter.machine.numeric import deep
from interpreter.machine.state import Value
from interpreter.machine.termination import RustPanic
from interpreter.typeck import ty as t

Pointer = tuple[Any, ...]


def _content(cx: Context) -> tuple[int, int]:
    """The number of the content's type (generic argument 0) and its size in bytes."""
    ty = cx.ty()
    return cx.store.type_number(ty), cx.types.program.layout(ty).size


@effect_for("heap_new")
def _heap_new(cx: Context) -> Callable[..., int]:
    number, size = _content(cx)

    def heap_new(e: Effects, value: Value, kind: Pointer) -> int:
        return e.alloc([value], text_of(kind), number, size)

    return heap_new


def _check_capacity(size: int) -> None:
    """No allocation is larger than `isize::MAX` bytes (Reference: std::alloc::Layout)."""
    if size >= 1 << 63:
        raise RustPanic("capacity overflow")


@effect_for("heap_buffer")
def _heap_buffer(cx: Context) -> Callable[..., int]:
    number, size = _content(cx)

    def heap_buffer(e: Effects, count: int, kind: Pointer) -> int:
        _check_capacity(size * count)
        return e.alloc([None] * count, text_of(kind), number, size * count) if count else 0

    return heap_buffer


@effect_for("heap_grow")
def _heap_grow(cx: Context) -> Callable[..., int]:
    number, size = _content(cx)

    def heap_grow(e: Effects, pointer: int, count: int, kind: Pointer) -> int:
        if count == 0:
            if pointer:
                e.free(pointer)
            return 0
        _check_capacity(size * count)
        return e.grow(pointer, count, text_of(kind), number, size * count)

    return heap_grow


@effect("heap_free")
def _heap_free(e: Effects, pointer: int | Pointer) -> None:
    number = pointer if isinstance(pointer, int) else pointer[0]
    if number:
        e.free(number)


@inline("heap_ref")
def _heap_ref(cx: Context) -> str:
    return "(H[{0}], 0)" if cx.types.unsized_tail(cx.ty()) is None else "(H[{0}[0]], 0, {0}[1])"


@inline("heap_slice")
def _heap_slice(cx: Context) -> str:
    return "(H[{0}], {1}, {2})"


@effect("heap_take")
def _heap_take(e: Effects, pointer: int, index: int) -> Value:
    cells = e.state.heap[pointer]
    value = cells[index]
    e.write(cells, index, None)
    return value


@effect("heap_put")
def _heap_put(e: Effects, pointer: int, index: int, value: Value) -> None:
    e.write(e.state.heap[pointer], index, value)


@effect("heap_move")
def _heap_move(e: Effects, pointer: int, source: int, target: int, count: int) -> None:
    cells = e.state.heap[pointer]
    low, high = min(source, target), max(source, target) + count
    moved = cells[source : source + count]
    if high - low <= 2 * count:
        # What lies between is left behind by the move itself.
        gap: list[Value] = [None] * (high - low - count)
        e.write_cells(cells, low, high, gap + moved if source < target else moved + gap)
        return
    region = cells[low:high]
    region[source - low : source - low + count] = [None] * count
    region[target - low : target - low + count] = moved
    e.write_cells(cells, low, high, region)


@effect("heap_move_to")
def _heap_move_to(e: Effects, pointer: int, start: int, target: int, at: int, count: int) -> None:
    if count:
        heap = e.state.heap
        values = heap[pointer][start : start + count]
        e.write_cells(heap[pointer], start, start + count, [None] * count)
        e.write_cells(heap[target], at, at + count, values)


@inline("heap_slice_to_buffer")
def _slice_to_buffer(cx: Context) -> str:
    return "{0}[0]"


@inline("heap_buffer_to_slice")
def _buffer_to_slice(cx: Context) -> str:
    return "({0}, {1})"


@inline("heap_len")
def _heap_len(cx: Context) -> str:
    return "{0}[1]"


@inline("heap_ptr_eq")
def _heap_ptr_eq(cx: Context) -> str:
    return "{0} == {1}" if cx.types.unsized_tail(cx.ty()) is None else "{0}[0] == {1}[0]"


@inline("heap_is_empty")
def _heap_is_empty(cx: Context) -> str:
    return "{0} == 0" if cx.types.unsized_tail(cx.ty()) is None else "{0}[0] == 0"


@inline("heap_empty")
def _heap_empty(cx: Context) -> str:
    return "0"


@inline("heap_thin")
def _heap_thin(cx: Context) -> str:
    return "{0}" if cx.types.unsized_tail(cx.ty()) is None else "{0}[0]"


@effect("heap_of_ref")
def _heap_of_ref(e: Effects, pointer: Pointer) -> int | Pointer:
    return allocation_of(e.state.heap, pointer)


@effect("count_event")
def _count_event(e: Effects, pointer: int | Pointer, strong: int, weak: int) -> None:
    e.event("count", pointer if isinstance(pointer, int) else pointer[0], strong, weak)


@effect_for("rc_from_box")
def _rc_from_box(cx: Context) -> Callable[..., Value]:
    """The content moves into a new allocation that begins with two counts of 1."""
    program = cx.types.program
    pointer_ty = program.fields(cx.output)[0]
    assert isinstance(pointer_ty, t.Adt)
    inner = pointer_ty.args[0]
    number = cx.store.type_number(inner)  # type: ignore[arg-type]
    counter = _filled(cx, program.fields(inner)[0], 1)  # type: ignore[arg-type]
    rest = [_filled(cx, ty, 0) for ty in program.fields(cx.output)[1:]]
    is_slice = cx.types.is_slice(cx.ty())
    kind = cx.output.def_.name if isinstance(cx.output, t.Adt) else "Rc"

    def rc_from_box(e: Effects, box: list[Any]) -> Value:
        pointer = box[0]
        old = pointer if isinstance(pointer, int) else pointer[0]
        cells = e.state.heap[old]
        value = list(cells) if is_slice else cells[0]
        if old:
            e.free(old)
        new = e.alloc([[deep(counter), deep(counter), value]], kind, number, 16)
        return [new if isinstance(pointer, int) else (new, pointer[1]), *rest]

    return rc_from_box


def _filled(cx: Context, ty: t.Ty, value: int) -> Any:
    """A value of a struct type with `value` as its only number."""
    if isinstance(ty, t.Adt):
        return [_filled(cx, part, value) for part in cx.types.program.fields(ty)]
    return value


@inline("type_is_plain")
def _type_is_plain(cx: Context) -> str:
    return str(isinstance(cx.ty(), t.Prim))


@effect("heap_append_plain")
def _heap_append_plain(e: Effects, pointer: int, at: int, elements: Pointer) -> None:
    source, start, count = elements
    if count:
        e.write_cells(e.state.heap[pointer], at, at + count, list(source[start : start + count]))


@effect("heap_fill_plain")
def _heap_fill_plain(e: Effects, pointer: int, count: int, value: Value) -> None:
    if count:
        e.write_cells(e.state.heap[pointer], 0, count, [value] * count)


@effect_for("heap_take_array")
def _heap_take_array(cx: Context) -> Callable[..., list[Any]]:
    assert isinstance(cx.output, t.Array)
    count = cx.types.array_len(cx.output)

    def heap_take_array(e: Effects, pointer: int) -> list[Any]:
        cells = e.state.heap[pointer]
        values = cells[:count]
        if count:
            e.write_cells(cells, 0, count, [None] * count)
        return values

    return heap_take_array
