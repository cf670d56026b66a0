"""Pointers, slices, sizes: the intrinsics of std::ptr, mem, alloc, slice, array, any."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import Any
from interpreter.machine.addresses import offset_within
from interpreter.machine.bytes import Block, Memory, Undefined, decode, seen_through, settled, shape_of, variant_of
from interpreter.machine.coroutines import FRAME_BELOW_CONTEXT
from interpreter.machine.intrinsics import Context, bytes_of, effect, effect_for, inline, pure, pure_for, static_str
from interpreter.machine.memory import Effects
from interpreter.machine.numeric import deep
from interpreter.machine.state import Value
from interpreter.machine.termination import NoValueError, RustPanic
from interpreter.machine.type_names import type_name
from interpreter.machine.types import Types
from interpreter.typeck import ty as t

Pointer = tuple[Any, ...]

# ------------------------------------------------------------------------------------------------ pointers and places


@inline("ptr_read")
def _ptr_read(cx: Context) -> str:
    return cx.types.copied(cx.ty(), "{0}[0][{0}[1]]")


@effect("ptr_write")
def _ptr_write(e: Effects, pointer: Pointer, value: Value) -> None:
    e.put(pointer[0], pointer[1], value)


@effect("ptr_take")
def _ptr_take(e: Effects, pointer: Pointer) -> Value:
    container, index = pointer
    value = settled(container[index])
    e.write(container, index, None)
    return value


@inline("ptr_eq")
def _ptr_eq(cx: Context) -> str:
    return "pointer_eq({0}, {1})"


@inline("ptr_addr_eq")
def _ptr_addr_eq(cx: Context) -> str:
    same = cx.args[0] == cx.args[1]
    return "pointer_eq({0}[:2], {1}[:2])" if same else "ADDRESS({0}) == ADDRESS({1})"


@inline("ptr_null")
def _ptr_null(cx: Context) -> str:
    return "(None, 0)"


@inline("ptr_is_null")
def _ptr_is_null(cx: Context) -> str:
    return "{0}[:2] == (None, 0)"


@inline("ptr_address")
def _ptr_address(cx: Context) -> str:
    return "ADDRESS({0})"


@inline("fn_address")
def _fn_address(cx: Context) -> str:
    """Function pointers are numbers; shown, they lie where programs do."""
    return "0x5555_5555_0000 + 16 * {0}"


@inline("ptr_offset")
def _ptr_offset(cx: Context) -> str:
    return "({0}[0], {0}[1] + {1})"


@pure("ptr_offset_from")
def _ptr_offset_from(pointer: Pointer, origin: Pointer) -> int:
    if pointer[0] is not origin[0]:
        one, other = (p[0].cells if isinstance(p[0], Memory) else p[0] for p in (pointer, origin))
        if one is not other and isinstance(one, list) and isinstance(other, list):
            what = "two different pointers that are not both derived from the same allocation"
            raise Undefined(f"`ptr_offset_from` called on {what}")
    return pointer[1] - origin[1]  # type: ignore[no-any-return]


@inline("slice_from_parts")
def _slice_from_parts(cx: Context) -> str:
    return "({0}[0], {0}[1], {1})"


@pure("ptr_overlap")
def _ptr_overlap(source: Pointer, target: Pointer, count: int) -> bool:
    """Whether so many cells of one container that two pointers lead to overlap."""
    (a, i), (b, j) = seen_through(source), seen_through(target)
    return a is b and abs(i - j) < count


@effect("ptr_copy")
def _ptr_copy(e: Effects, source: Pointer, target: Pointer, count: int) -> None:
    """`ptr::copy`: the cells may overlap; what was copied stays."""
    if count:
        (a, i), (b, j) = source, target
        values = [deep(v) if isinstance(v, list) else v for v in a[i : i + count]]
        e.put_cells(b, j, j + count, values)


@effect_for("ptr_write_bytes")
def _ptr_write_bytes(cx: Context) -> Callable[[Effects, Pointer, int, int], None]:
    """Each of so many cells is made of the same bytes."""
    shape = shape_of(cx.types, cx.ty())

    def write_bytes(e: Effects, target: Pointer, byte: int, count: int) -> None:
        container, index = target
        if count:
            e.write_cells(container, index, index + count, [decode([byte] * shape[1], shape) for _ in range(count)])

    return write_bytes


@inline("uninit")
def _uninit(cx: Context) -> str:
    return "None"


@pure_for("uninit_parts")
def _uninit_parts(cx: Context) -> Callable[[], Value]:
    types = cx.types
    return lambda: _unset(types, cx.output)


def _unset(types: Types, ty: t.Ty) -> Value:
    """A value of which nothing was written: its parts are there, so that pointers can lead to them."""
    match ty:
        case t.Array():
            return [_unset(types, ty.elem) for _ in range(types.array_len(ty))]
        case t.Adt() if types.is_heap_ptr(ty) or types.is_enum(ty):
            return None
        case t.Adt() if types.is_union(ty):
            sizes = [types.program.layout(field).size for field in types.program.fields(ty)]
            largest = max(range(len(sizes)), key=lambda i: (sizes[i], i))
            return [_unset(types, types.program.fields(ty)[largest]), largest]
        case t.Tuple(elems=()) | t.FnDef():
            return ()
        case t.Tuple() | t.Closure() | t.Adt():
            return [_unset(types, part) for part in types.program.fields(ty)]
        case _:
            return None


@pure_for("offset_within")
def _offset_within(cx: Context) -> Callable[[Pointer, Pointer], int]:
    shape = shape_of(cx.types, cx.ty())
    return lambda base, place: offset_within(base[0][base[1]], shape, place)


@inline("forget")
def _forget(cx: Context) -> str:
    return "()"


@effect("mem_replace")
def _mem_replace(e: Effects, dest: Pointer, value: Value) -> Value:
    container, index = dest
    old = e.leaving(container[index])
    if old is None:
        raise NoValueError("the place to be replaced holds nothing")
    e.put(container, index, value)
    return old


@effect("mem_swap")
def _mem_swap(e: Effects, a: Pointer, b: Pointer) -> None:
    first = e.leaving(a[0][a[1]])
    e.put(a[0], a[1], e.leaving(b[0][b[1]]))
    e.put(b[0], b[1], first)


@inline("retype")
def _retype(cx: Context) -> str:
    """Between types of the same representation."""
    return "{0}"


@inline("transmute")
def _transmute(cx: Context) -> str:
    """The bytes of one type as a value of another; pointers and what differs only in lifetimes stay what they are."""
    source, target = cx.inputs[0], cx.output
    sizes = [cx.types.program.layout(ty).size for ty in (source, target)]
    if sizes[0] != sizes[1]:
        shown = " -> ".join(f"`{cx.types.program.type_name(ty)}`" for ty in (source, target))
        return f"undefined('transmuting from {sizes[0]}-byte type to {sizes[1]}-byte type: {shown}')"
    if source == target or (isinstance(source, _POINTERS) and isinstance(target, _POINTERS)):
        return "{0}"
    if cx.types.is_box(source) and isinstance(target, _POINTERS):
        return "(H[{0}[0]], 0)" if cx.types.unsized_tail(target.ty) is None else "(H[{0}[0][0]], 0, {0}[0][1])"
    if cx.types.is_box(target) and isinstance(source, _POINTERS):
        return "[allocation_of(H, {0})]"
    if source in _ADDRESS_SIZED and isinstance(target, _POINTERS):
        return "POINTER({0})"
    if target is t.USIZE and isinstance(source, _POINTERS):
        return "ADDRESS({0})"
    if isinstance(source, t.FnPtr) or isinstance(target, t.FnPtr):
        if {source, target} & _ADDRESS_SIZED or (isinstance(source, t.FnPtr) and isinstance(target, t.FnPtr)):
            return "{0}"
        if isinstance(source, t.RawPtr):
            return "ADDRESS({0})"
        if isinstance(target, t.RawPtr):
            return "(None, {0})"
    return f"defined(reinterpret({{0}}, {shape_of(cx.types, source)!r}, {shape_of(cx.types, target)!r}))"


_POINTERS = (t.Ref, t.RawPtr)
_ADDRESS_SIZED = {t.USIZE, t.PRIM["u64"]}


@inline("zeroed")
def _zeroed(cx: Context) -> str:
    shape = shape_of(cx.types, cx.output)
    return f"decode([0] * {shape[1]}, {shape!r})"


@pure_for("assert_zero_valid")
def _assert_zero_valid(cx: Context) -> Callable[[], None]:
    """That zeros are a value of a type (rustc: `ValidityRequirement::Zero`)."""
    ty = cx.ty()
    program = cx.types.program
    message = ""
    if program.layout(ty).uninhabited:
        message = f"attempted to instantiate uninhabited type `{type_name(ty)}`"
    elif not _zeros_are_valid(cx.types, ty):
        message = f"attempted to zero-initialize type `{type_name(ty)}`, which is invalid"

    def check() -> None:
        if message:
            raise RustPanic(message, aborts=True)

    return check


def _zeros_are_valid(types: Types, ty: t.Ty) -> bool:
    program = types.program
    if isinstance(ty, (t.Ref, t.FnPtr)) or types.is_heap_ptr(ty):
        return False
    if isinstance(ty, t.Array):
        return not types.array_len(ty) or _zeros_are_valid(types, ty.elem)
    if isinstance(ty, t.Adt) and program.is_enum(ty):
        shape = shape_of(types, ty)
        if shape[0] != "enum" or not shape[1]:
            return True
        try:
            variant = variant_of([0] * shape[1], shape)
        except UnsupportedError:
            return False
        return variant is not None and all(_zeros_are_valid(types, field) for field in program.fields(ty, variant))
    if isinstance(ty, t.Adt):
        starts_above = "rustc_layout_scalar_valid_range_start" in ty.def_.attrs
        return not starts_above and (types.is_union(ty) or all(_zeros_are_valid(types, field) for field in program.fields(ty)))
    return not isinstance(ty, (t.Tuple, t.Closure)) or all(_zeros_are_valid(types, field) for field in program.fields(ty))


@inline("discriminant_value")
def _discriminant_value(cx: Context) -> str:
    ty = cx.ty()
    if not cx.types.is_enum(ty):
        return "0"
    assert isinstance(ty, t.Adt)
    values = tuple(cx.types.program.discriminants(ty.def_))
    index = "{0}[0][{0}[1]][0]"
    return index if values == tuple(range(len(values))) else f"{values!r}[{index}]"


@inline("discriminant_size")
def _discriminant_size(cx: Context) -> str:
    ty = cx.ty()
    number = cx.types.program.discriminant_ty(ty.def_) if isinstance(ty, t.Adt) else t.ISIZE
    return str(cx.types.program.layout(number).size)


@effect_for("alloc_bytes")
def _alloc_bytes(cx: Context) -> Callable[..., Pointer]:
    number = cx.store.type_number(t.U8)
    return lambda e, size: (e.state.heap[e.alloc(Block(size), "alloc", number, size)], 0)


@effect_for("alloc_zeroed_bytes")
def _alloc_zeroed_bytes(cx: Context) -> Callable[..., Pointer]:
    number = cx.store.type_number(t.U8)
    return lambda e, size: (e.state.heap[e.alloc([0] * size, "alloc", number, size)], 0)


def _block_of(e: Effects, pointer: Pointer) -> int:
    """The allocation that a pointer, maybe a cast one, points to the start of."""
    container = pointer[0].cells if isinstance(pointer[0], Memory) else pointer[0]
    for number, cells in e.state.heap.items():
        if cells is container:
            return number
    raise Undefined("the pointer is not one to an allocation")


@effect("dealloc_bytes")
def _dealloc_bytes(e: Effects, pointer: Pointer) -> None:
    e.free(_block_of(e, pointer))


@effect_for("realloc_bytes")
def _realloc_bytes(cx: Context) -> Callable[..., Pointer]:
    bytes_ = cx.store.type_number(t.U8)

    def realloc(e: Effects, pointer: Pointer, size: int) -> Pointer:
        """The cells keep their type; the pointer is cast as the old one was."""
        old = _block_of(e, pointer)
        container = pointer[0]
        stride = container.source[1] if isinstance(container, Memory) else 1
        new = e.state.heap[e.grow(old, size // stride, "alloc", bytes_, size)]
        if isinstance(container, Memory):
            return (Memory(new, container.source, container.start, container.target), pointer[1])
        return (new, pointer[1])

    return realloc


@inline("coroutine_context")
def _coroutine_context(cx: Context) -> str:
    return f"M.frames[-2][0][{FRAME_BELOW_CONTEXT}]"


# ------------------------------------------------------------------------------------------------ slices and arrays


@inline("slice_from_ref")
def _slice_from_ref(cx: Context) -> str:
    return "({0}[0], {0}[1], 1)"


@inline("slice_len")
def _slice_len(cx: Context) -> str:
    return "{0}[2]"


@inline("slice_sub")
def _slice_sub(cx: Context) -> str:
    return "({0}[0], {0}[1] + {1}, {2} - {1})"


@inline("slice_element")
def _slice_element(cx: Context) -> str:
    return "({0}[0], {0}[1] + {1})"


@inline("slice_as_ptr")
def _slice_as_ptr(cx: Context) -> str:
    return "{0}[:2]"


@inline("slice_read")
def _slice_read(cx: Context) -> str:
    return cx.types.copied(cx.ty(), "{0}[0][{0}[1] + {1}]")


@effect("slice_swap")
def _slice_swap(e: Effects, s: Pointer, a: int, b: int) -> None:
    cells, start, _ = s
    first = e.leaving(cells[start + a])
    e.put(cells, start + a, e.leaving(cells[start + b]))
    e.put(cells, start + b, first)


@effect("slice_reverse")
def _slice_reverse(e: Effects, s: Pointer) -> None:
    cells, start, count = s
    if count:
        e.put_cells(cells, start, start + count, cells[start : start + count][::-1])


@effect("slice_rotate_left")
def _slice_rotate_left(e: Effects, s: Pointer, middle: int) -> None:
    cells, start, count = s
    if count:
        values = cells[start : start + count]
        e.put_cells(cells, start, start + count, values[middle:] + values[:middle])


@effect("slice_permute")
def _slice_permute(e: Effects, s: Pointer, order: Pointer) -> None:
    """Element `order[k]` comes to place k."""
    cells, start, count = s
    values = cells[start : start + count]
    if count:
        e.put_cells(cells, start, start + count, [values[k] for k in order[0][order[1] : order[1] + order[2]]])


@inline("array_uninit")
def _array_uninit(cx: Context) -> str:
    assert isinstance(cx.output, t.Array)
    return f"[None] * {cx.types.array_len(cx.output)}"


@effect("array_put")
def _array_put(e: Effects, array: Pointer, index: int, value: Value) -> None:
    e.write(array[0][array[1]], index, value)


@effect("array_take")
def _array_take(e: Effects, array: Pointer, index: int) -> Value:
    elements = array[0][array[1]]
    value = elements[index]
    e.write(elements, index, None)
    return value


@inline("array_length")
def _array_length(cx: Context) -> str:
    ty = cx.ty()
    array = ty.ty if isinstance(ty, t.Ref) else ty
    return f"[1, {cx.types.array_len(array)}]" if isinstance(array, t.Array) else "[0]"


# ------------------------------------------------------------------------------------------------ types


@inline("size_of")
def _size_of(cx: Context) -> str:
    return str(cx.types.program.layout(cx.ty()).size)


@inline("align_of")
def _align_of(cx: Context) -> str:
    return str(cx.types.program.layout(cx.ty()).align)


@pure_for("size_of_val")
def _size_of_val(cx: Context) -> Callable[[Pointer], int]:
    ty = cx.ty()
    return lambda pointer: _size_and_align(cx, ty, pointer)[0]


@pure_for("align_of_val")
def _align_of_val(cx: Context) -> Callable[[Pointer], int]:
    ty = cx.ty()
    return lambda pointer: _size_and_align(cx, ty, pointer)[1]


def _size_and_align(cx: Context, ty: t.Ty, pointer: Pointer) -> tuple[int, int]:
    """Of a value behind a pointer, which carries what the type doesn't say (rustc: `size_and_align_of_val`)."""
    program = cx.types.program
    tail = cx.types.unsized_tail(ty)
    if tail is None:
        layout = program.layout(ty)
        return layout.size, layout.align
    if ty is tail:
        if isinstance(ty, t.Dynamic):
            layout = program.layout(cx.store.vtable_types[pointer[2]][0])
            return layout.size, layout.align
        layout = program.layout(cx.types.element(ty))
        return layout.size * pointer[2], layout.align
    prefix = program.layout(ty)
    size, align = _size_and_align(cx, program.fields(ty)[-1], pointer)
    align = max(align, prefix.align)
    return -(-(-(-prefix.size // align) * align + size) // align) * align, align


def _implements(cx: Context, trait: str) -> str:
    """Whether the type implements the trait that is this lang item: what rustc's std asks by specialisation."""
    return str(cx.types.program.implements(cx.ty(), trait))


for _name, _trait in (("is_fused_iterator", "fused_iterator"), ("is_random_access", "trusted_random_access")):
    inline(_name)(partial(_implements, trait=_trait))


@inline("needs_drop")
def _needs_drop(cx: Context) -> str:
    return str(cx.types.needs_drop(cx.ty()))


@pure_for("type_name")
def _type_name(cx: Context) -> Callable[[], Pointer]:
    name = static_str(type_name(cx.ty()))
    return lambda: name


@inline("type_number")
def _type_number(cx: Context) -> str:
    return str(cx.store.type_number(cx.ty()))


@inline("downcast_ref")
def _downcast_ref(cx: Context) -> str:
    return "{0}[:2]"


# ------------------------------------------------------------------------------------------------ hashing

_MASK = (1 << 64) - 1


@pure("siphash13")
def siphash13(data: Pointer) -> int:
    """What std's DefaultHasher makes of these bytes."""
    return _siphash13(bytes_of(data))


@lru_cache(maxsize=1 << 14)
def _siphash13(message: bytes) -> int:
    """SipHash-1-3 with keys of zero (Aumasson and Bernstein). Tables ask for the same keys over and over."""
    v0, v1, v2, v3 = 0x736F6D6570736575, 0x646F72616E646F6D, 0x6C7967656E657261, 0x7465646279746573
    end = len(message) & ~7
    words = [int.from_bytes(message[i : i + 8], "little") for i in range(0, end, 8)]
    words.append(int.from_bytes(message[end:], "little") | (len(message) & 0xFF) << 56)
    for word in words:
        v3 ^= word
        v0, v1, v2, v3 = _sip_round(v0, v1, v2, v3)
        v0 ^= word
    v2 ^= 0xFF
    for _ in range(3):
        v0, v1, v2, v3 = _sip_round(v0, v1, v2, v3)
    return v0 ^ v1 ^ v2 ^ v3


def _sip_round(v0: int, v1: int, v2: int, v3: int) -> tuple[int, int, int, int]:
    v0 = (v0 + v1) & _MASK
    v1 = ((v1 << 13) | (v1 >> 51)) & _MASK ^ v0
    v0 = ((v0 << 32) | (v0 >> 32)) & _MASK
    v2 = (v2 + v3) & _MASK
    v3 = ((v3 << 16) | (v3 >> 48)) & _MASK ^ v2
    v0 = (v0 + v3) & _MASK
    v3 = ((v3 << 21) | (v3 >> 43)) & _MASK ^ v0
    v2 = (v2 + v1) & _MASK
    v1 = ((v1 << 17) | (v1 >> 47)) & _MASK ^ v2
    v2 = ((v2 << 32) | (v2 >> 32)) & _MASK
    return v0, v1, v2, v3
