"""Values as bytes: what unions, `transmute` and pointers cast to another type see of a value of another type.

In: values as types.py describes them, and the `Shape` of their types: plain data, so that it may be part of a state. Out: bytes
in rustc's layout (little endian), and values of another shape made of them. A byte is an int; None where nothing was ever
written; `(value, k)` the k-th byte of something whose bits have no numbers here: a pointer, or an enum that hides its tag in
one. (Miri calls that provenance.)

`Memory` is a container that shows cells of one type as cells of another; writing to it writes through.
"""

from __future__ import annotations

import struct

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import TYPE_CHECKING, Any, TypeAlias
from interpreter.machine.numeric import f32
from interpreter.machine.state import Value
from interpreter.machine.termination import RustPanic
from interpreter.typeck import ty as t
from interpreter.typeck.layout import niche_value

if TYPE_CHECKING:
    from interpreter.machine.types import Types
    from interpreter.typeck.defs import Layout

Shape: TypeAlias = tuple[Any, ...]
"""(kind, size, ...): "int" (signed), "float", "bool", "char", "unit", "fields" ((offset, shape) of each), "array" (count, shape
of an element), "enum" (offset and size of the tag, the tag and fields of each variant, and the variant that has no tag of its
own), "union" (shape of each field), "whole" (a key: only values with the same key are alike)."""
Bytes: TypeAlias = list[Any]

NOTHING: Shape = ("unit", 0)
WRITTEN_AS_BYTES = -1
"""The field of a union value that was last written in parts: its payload is `Bytes`."""


def shape_of(types: Types, ty: t.Ty) -> Shape:
    """How a value of a monomorphic, sized type lies in memory."""
    known: dict[t.Ty, Shape] = types.shapes
    if ty not in known:
        known[ty] = _shape_of(types, ty)
    return known[ty]


def _shape_of(types: Types, ty: t.Ty) -> Shape:
    program = types.program
    layout = program.layout(ty)
    size = layout.size
    match ty:
        case t.Prim(name=name) if name in t.INT_BITS:
            return ("int", size, t.is_signed(ty))
        case t.Prim(name="bool" | "char" as name):
            return (name, size)
        case t.Prim(name="f32" | "f64"):
            return ("float", size)
        case t.Array():
            return ("array", size, types.array_len(ty), shape_of(types, ty.elem))
        case t.FnDef() | t.Tuple(elems=()):
            return ("unit", 0)
        case t.Tuple() | t.Closure():
            parts = program.fields(ty)
        case t.Adt() if types.is_heap_ptr(ty):
            return ("whole", size, "heap pointer")
        case t.Adt() if program.is_enum(ty):
            if size and layout.tag is None:
                return ("whole", size, program.type_name(ty))
            return _shape_of_enum(types, ty, layout)
        case t.Adt() if types.is_union(ty):
            return ("union", size, tuple(shape_of(types, part) for part in program.fields(ty)))
        case t.Adt() if not layout.opaque:
            parts = program.fields(ty)
        case t.FnPtr():
            return ("whole", size, "function pointer")
        case _:
            return ("whole", size, "pointer" if isinstance(ty, (t.Ref, t.RawPtr)) else program.type_name(ty))
    return ("fields", size, tuple((o, shape_of(types, part)) for o, part in zip(layout.offsets, parts, strict=True)))


def _shape_of_enum(types: Types, ty: t.Adt, layout: Layout) -> Shape:
    variants = []
    tags = types.program.discriminants(ty.def_)
    for i, variant in enumerate(layout.variants):
        absent = variant.uninhabited and not variant.size
        fields = () if absent else zip(variant.offsets, types.program.fields(ty, i), strict=True)
        tag: int | None = tags[i]
        if layout.niche_encoded:
            tag = None if i == layout.untagged_variant or absent else niche_value(layout, i)
        variants.append((tag, tuple((offset, shape_of(types, part)) for offset, part in fields)))
    return ("enum", layout.size, *(layout.tag or (0, 0)), tuple(variants), layout.untagged_variant)


class Undefined(UnsupportedError):
    """The program does what has no meaning in Rust; `what` says it as the evaluation of a constant does."""

    def __init__(self, what: str) -> None:
        super().__init__(f"undefined behaviour ({what})", None)
        self.what = what


class InvalidTag(RustPanic):
    """The bytes of an enum have the tag of no variant, `width` bytes wide; rustc checks that in debug builds."""

    def __init__(self, number: int, width: int) -> None:
        super().__init__(f"trying to construct an enum from an invalid value {number:#x}", aborts=True)
        self.number = number
        self.width = width


class InvalidValue(Undefined):
    """Bytes were read as a value of a type that has no such value: `kind` is the kind of its shape, `number` what they are."""

    def __init__(self, what: str, kind: str, number: int, size: int) -> None:
        super().__init__(what)
        self.kind = kind
        self.number = number
        self.size = size


# ------------------------------------------------------------------------------------------------ values to bytes and back


def encode(value: Value, shape: Shape) -> Bytes:
    """The bytes of a value; of None, that nothing was written."""
    kind, size = shape[0], shape[1]
    if value is None:
        return [None] * size
    if kind == "int":
        return list((value & ((1 << 8 * size) - 1)).to_bytes(size, "little"))
    if kind == "bool" or kind == "char":
        return list(int(value).to_bytes(size, "little"))
    if kind == "float":
        return list(struct.pack("<f" if size == 4 else "<d", value))
    if kind == "whole":
        if size == 8 and value.__class__ is tuple and value[0] is None:
            # A pointer made from a number.
            return list((value[1] & (1 << 64) - 1).to_bytes(8, "little"))
        return [(value, k) for k in range(size)]
    if kind == "union":
        payload, field = value
        written: Bytes = payload if field == WRITTEN_AS_BYTES else encode(payload, shape[2][field])
        return written + [None] * (size - len(written))
    if kind == "array":
        return [byte for part in value for byte in encode(part, shape[3])]
    if kind == "unit":
        return []
    data: Bytes = [None] * size
    parts, fields = value, shape[2]
    if kind == "enum":
        variant, *parts = value
        tag, fields = shape[4][variant]
    for part, (offset, inner) in zip(parts, fields, strict=True):
        data[offset : offset + inner[1]] = encode(part, inner)
    if kind == "enum" and tag is not None:
        offset, width = shape[2:4]
        data[offset : offset + width] = list((tag & ((1 << 8 * width) - 1)).to_bytes(width, "little"))
    return data


_POINTERS = ("function pointer", "heap pointer")
"""Shapes of pointers that no number is."""


def decode(data: Bytes, shape: Shape) -> Value:
    """The value that bytes are; None if a byte of a scalar in it was never written.

    Raises: UnsupportedError if they are no value of the type, or one that has no bits here.
    """
    kind, size = shape[0], shape[1]
    if kind == "union":
        return [data, WRITTEN_AS_BYTES]
    if kind == "fields":
        return _whole([decode(data[o : o + inner[1]], inner) for o, inner in shape[2]])
    if kind == "unit":
        return ()
    if kind == "array":
        stride = shape[3][1]
        return _whole([decode(data[i * stride : i * stride + stride], shape[3]) for i in range(shape[2])])
    if kind == "enum":
        index = variant_of(data, shape)
        if index is None:
            return None
        return _whole([index, *(decode(data[o : o + inner[1]], inner) for o, inner in shape[4][index][1])])
    if any(byte is None for byte in data):
        return None
    if kind == "whole":
        value = data[0][0] if isinstance(data[0], tuple) else None
        if value is None or any(not isinstance(b, tuple) or b[0] is not value or b[1] != k for k, b in enumerate(data)):
            if size == 8 and shape[2] == "pointer" and all(isinstance(b, int) for b in data):
                return (None, int.from_bytes(bytes(data), "little"))
            if all(b == 0 for b in data) and shape[2] == "pointer":
                return (None, 0)
            if size == 8 and all(isinstance(b, int) for b in data) and shape[2] in _POINTERS:
                number = int.from_bytes(bytes(data), "little")
                got = f"{number:#x}[noalloc]" if number else "null pointer"
                what = f"encountered {got}, but expected a function pointer"
                if shape[2] == "heap pointer":
                    what = f"encountered a dangling box ({got} has no provenance)" if number else "encountered a null box"
                raise InvalidValue(what, shape[2], number, size)
            raise UnsupportedError("a value with hidden bits made from bytes", None)
        return value
    number = _number(data)
    if kind == "int":
        return number - (1 << 8 * size) if shape[2] and number >> 8 * size - 1 else number
    if kind == "float":
        packed = number.to_bytes(size, "little")
        return f32(struct.unpack("<f", packed)[0]) if size == 4 else struct.unpack("<d", packed)[0]
    if kind == "bool":
        if number > 1:
            raise InvalidValue(f"encountered {number:#04x}, but expected a boolean", kind, number, size)
        return number == 1
    if number > 0x10FFFF or 0xD800 <= number < 0xE000:
        wanted = "a valid unicode scalar value (in `0..=0x10FFFF` but not in `0xD800..=0xDFFF`)"
        raise InvalidValue(f"encountered {number:#010x}, but expected {wanted}", kind, number, size)
    return number


def variant_of(data: Bytes, shape: Shape) -> int | None:
    """Which variant the bytes of an enum hold; None if the tag was never written."""
    offset, width, variants, untagged = shape[2:]
    place = data[offset : offset + width]
    if any(byte is None for byte in place):
        return None
    if untagged is None or not any(isinstance(byte, tuple) for byte in place):
        number = _number(place)
        for index, (tag, _) in enumerate(variants):
            if tag is not None and number == tag & ((1 << 8 * width) - 1):
                return index
        if untagged is None:
            raise invalid_tag(number, width)
    return int(untagged)


def invalid_tag(number: int, width: int) -> InvalidValue:
    """The tag of no variant."""
    shown = f"{number:#0{2 + 2 * width}x}"
    return InvalidValue(f"encountered {shown}, but expected a valid enum tag", "enum", number, width)


def _invalid_tag(data: Bytes, shape: Shape) -> int | None:
    """The tag in the bytes of an enum whose variants all have one, if it is that of none of them."""
    offset, width, variants, untagged = shape[2:]
    place = data[offset : offset + width]
    if untagged is not None or not all(isinstance(byte, int) for byte in place):
        return None
    number = _number(place)
    tags = [tag & ((1 << 8 * width) - 1) for tag, _ in variants if tag is not None]
    return None if number in tags else number


def _whole(parts: list[Value]) -> Value:
    """An aggregate, if all of its parts are there."""
    return None if any(part is None for part in parts) else parts


def _number(data: Bytes) -> int:
    if any(isinstance(byte, tuple) for byte in data):
        raise Undefined("unable to turn pointer into integer")
    return int.from_bytes(bytes(data), "little")


def reinterpret(value: Value, source: Shape, target: Shape) -> Value:
    """The value of another type with the same bytes."""
    data = encode(value, source)
    data += [None] * (target[1] - len(data))
    if target[0] == "enum" and (invalid := _invalid_tag(data, target)) is not None:
        raise InvalidTag(invalid, target[3])
    return decode(data, target)


# ------------------------------------------------------------------------------------------------ memory seen otherwise


class Memory:
    """Cells of shape `source`, from byte `start` on, as cells of shape `target`. Without `cells`, `start` is an address, and the
    target has no size."""

    __slots__ = ("cells", "source", "start", "target")

    def __init__(self, cells: Any, source: Shape, start: int, target: Shape) -> None:
        self.cells = cells
        self.source = source
        self.start = start
        self.target = target

    def __reduce__(self) -> tuple[Any, ...]:
        return (Memory, (self.cells, self.source, self.start, self.target))

    def __len__(self) -> int:
        size = self.target[1]
        stride: int = self.source[1]
        return (len(self.cells) * stride - self.start) // size if size else 1

    def position(self, index: int) -> int:
        """At which byte of the cells our cell `index` begins."""
        size: int = self.target[1]
        return self.start + index * size

    def _run(self, index: int) -> tuple[int, int, int]:
        """The first and the last but one of the cells that hold ours, and at which byte of the first it begins."""
        stride, begin = self.source[1], self.position(index)
        end = begin + self.target[1]
        if stride == 0 or begin < 0 or end > len(self.cells) * stride:
            raise Undefined("memory access failed: a pointer leaves its allocation")
        return begin // stride, -(-end // stride), begin % stride

    def holds_elements(self) -> bool:
        """Ours are arrays of the cells themselves."""
        source, target = self.source, self.target
        return bool(target[0] == "array" and target[3] == source and source[1] and self.start % source[1] == 0 and target[1])

    def _bytes(self, first: int, last: int) -> Bytes:
        return [byte for cell in self.cells[first:last] for byte in encode(cell, self.source)]

    def __getitem__(self, index: int | slice) -> Value:
        if isinstance(index, slice):
            return [self[i] for i in range(index.start, index.stop)]
        if self.holds_elements():
            return Window(self, index, self.now(index))
        return _windows(self, index, self.now(index))

    def now(self, index: int) -> Value:
        """What our cell `index` holds, by value."""
        if self.target[1] == 0:
            return decode([], self.target)
        first, last, offset = self._run(index)
        if self.holds_elements():
            return self.cells[first:last]
        data = self._bytes(first, last)
        return decode(data[offset : offset + self.target[1]], self.target)

    def __setitem__(self, index: int | slice, value: Value) -> None:
        if isinstance(index, slice):
            for i, part in zip(range(index.start, index.stop), value, strict=True):
                self[i] = part
            return
        if self.target[1] == 0:
            return
        first, last, offset = self._run(index)
        if self.holds_elements():
            self.cells[first:last] = list(value) if value is not None else [None] * self.target[2]
            return
        data = self._bytes(first, last)
        data[offset : offset + self.target[1]] = encode(value, self.target)
        stride = self.source[1]
        for k in range(first, last):
            part = data[(k - first) * stride : (k - first + 1) * stride]
            self.cells[k] = None if all(byte is None for byte in part) else decode(part, self.source)


class Block(list[Value]):
    """The cells of memory that was asked for by its size: what they hold shows at the first cast, which gives their `shape`."""

    __slots__ = ("shape", "size")

    def __init__(self, size: int, cells: list[Value] | None = None, shape: Shape | None = None) -> None:
        super().__init__(cells if cells is not None else [None] * size)
        self.size = size
        self.shape = shape

    def __reduce__(self) -> tuple[Any, ...]:
        return (Block, (self.size, list(self), self.shape))

    @property
    def is_untouched(self) -> bool:
        """Nothing was written, and the cells are bytes as yet."""
        return len(self) == self.size and all(cell is None for cell in self)


class Window(list[Value]):
    """An aggregate read from cells that show another's bytes: what is written to its parts is written there, and who asks for a
    part gets what is there now. As a whole it stays what it was when it was read."""

    __slots__ = ("cell", "memory")

    def __init__(self, memory: Any, cell: int, values: list[Value]) -> None:
        super().__init__(values)
        self.memory = memory
        self.cell = cell

    def __reduce__(self) -> tuple[Any, ...]:
        return (Window, (self.memory, self.cell, list(self)))

    def now(self, index: int) -> Value:
        """What part `index` is, by value."""
        return self.memory.now(self.cell)[index]

    def _refresh(self) -> None:
        parts = self.memory.now(self.cell)
        has_cells = isinstance(self.memory, Memory) and self.memory.holds_elements()
        for i, part in enumerate(parts if parts is not None else [None] * len(self)):
            super().__setitem__(i, part if has_cells else _windows(self, i, part))

    def __getitem__(self, index: Any) -> Any:
        self._refresh()
        return super().__getitem__(index)

    def __setitem__(self, index: Any, value: Any) -> None:
        self._refresh()
        super().__setitem__(index, value)
        self.memory[self.cell] = self


def _windows(memory: Any, index: int, value: Value) -> Value:
    """`value`, just made, as the cell `index` of `memory`."""
    if value.__class__ is not list:
        return value
    window = Window(memory, index, value)
    for i, part in enumerate(value):
        if part.__class__ is list:
            list.__setitem__(window, i, _windows(window, i, part))
    return window


class UnionField:
    """The cell of a field of a union value `[payload, field]` in which another was written last."""

    __slots__ = ("field", "shape", "value")

    def __init__(self, value: list[Value], field: int, shape: Shape) -> None:
        self.value = value
        self.field = field
        self.shape = shape

    def __reduce__(self) -> tuple[Any, ...]:
        return (UnionField, (self.value, self.field, self.shape))

    def __len__(self) -> int:
        return 1

    def __getitem__(self, index: int) -> Value:
        return self.value[0] if self.value[1] == self.field else _windows(self, 0, self.now(0))

    def now(self, index: int) -> Value:
        """What the field holds, by value."""
        if self.value[1] == self.field:
            return self.value[0]
        inner = self.shape[2][self.field]
        return decode(encode(self.value, self.shape)[: inner[1]], inner)

    def __setitem__(self, index: int, value: Value) -> None:
        inner = self.shape[2][self.field]
        if inner[1] == self.shape[1] or self.value[1] == self.field:
            self.value[:] = [value, self.field]
            return
        data = encode(self.value, self.shape)
        data[: inner[1]] = encode(value, inner)
        self.value[:] = [data, WRITTEN_AS_BYTES]


def seen_through(pointer: tuple[Any, ...]) -> tuple[Any, ...]:
    """A pointer into a view that shows cells one by one as one to those cells; a pointer to a part of such a cell leads to all
    of it."""
    container, index, *rest = pointer
    while True:
        if isinstance(container, Window) and not rest:
            container, index = container.memory, container.cell
        elif isinstance(container, Memory) and container.source[1] == container.target[1] != 0:
            container, index = container.cells, container.position(index) // container.source[1]
        else:
            return (container, index, *rest)


def settled(value: Value) -> Value:
    """A value that is moved out of where it was read, whatever is written there later."""
    return list(map(settled, value)) if isinstance(value, Window) else value


def union_field(value: list[Value], field: int, shape: Shape) -> Any:
    """The container whose cell 0 is the field of a union."""
    return value if value[1] == field else UnionField(value, field, shape)


def defined(value: Value) -> Value:
    """A value read from memory that `unsafe` code may have left unwritten."""
    if value is None:
        raise Undefined("memory is read that was never written")
    return value


def undefined(what: str) -> Value:
    """Raises: Undefined, where the program does what has no meaning whatever its values are."""
    raise Undefined(what)


def recast(pointer: tuple[Any, ...], source: Shape, target: Shape) -> tuple[Any, ...]:
    """A thin pointer to cells of shape `source` as one to cells of shape `target`."""
    container, index = pointer
    if container is None and not target[1]:
        return in_nothing(index, target)
    if container is None or source == target or not (source[1] or isinstance(container, Memory)):
        return pointer
    if isinstance(container, Block) and source[1] == 1 and index == 0 and target[1] > 1 and container.is_untouched:
        container[:] = [None] * (container.size // target[1])
        container.shape = target
        return pointer
    if isinstance(container, Memory):
        begin, cells, source = container.position(index), container.cells, container.source
        if cells is None and target[1]:
            return (None, begin)
    else:
        begin, cells = index * source[1], container
    if source == target and source[1] and begin % source[1] == 0:
        return (cells, begin // source[1])
    size = target[1]
    if not size:
        return (Memory(cells, source, begin, target), 0)
    return (Memory(cells, source, begin % size, target), begin // size)


def in_nothing(address: int, shape: Shape) -> tuple[Any, int]:
    """A pointer that was made of a number, to a value without a size."""
    return (Memory(None, NOTHING, address, shape), 0) if address else (None, 0)


def pointer_eq(a: tuple[Any, ...], b: tuple[Any, ...]) -> bool:
    """Whether two pointers lead to the same place of the same cells, with the same length or vtable."""
    x, y = a[0], b[0]
    if x.__class__ is Memory or y.__class__ is Memory:
        return a[2:] == b[2:] and _same_memory(a[:2], b[:2])
    return a[1:] == b[1:] and (x is y or (type(x) is bytes and type(y) is bytes and x == y))


def _same_memory(a: tuple[Any, ...], b: tuple[Any, ...]) -> bool:
    """Whether two thin pointers, of which at least one was cast, point to the same byte."""
    places = []
    for container, index in (a, b):
        if isinstance(container, Memory):
            places.append((container.cells, container.position(index)))
        elif container is None:
            places.append((None, index))
        else:
            other = b[0] if container is a[0] else a[0]
            places.append((container, index * other.target[1]))
    return places[0][0] is places[1][0] and places[0][1] == places[1][1]
