"""The bytes of a value as rustc lays it out: fields at their offsets, the tag or niche of an enum, padding.

In: a machine value and its type. Out: `LayoutPart`s for the bytes zoom. Layouts are typeck's (rustc_abi); pointers show the
addresses that the program itself would print.
"""

from __future__ import annotations

from struct import pack

from interpreter.debugger.memory import Memory
from interpreter.debugger.view import LayoutPart, PartKind
from interpreter.hints import Any
from interpreter.machine.addresses import address_of
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Layout
from interpreter.typeck.layout import niche_value

Byte = int | None
"""None: a byte that has no value (padding, not initialised, moved out)."""
_POINTER = 8
_SHOWN = 32
"""Bytes of one part that are written out."""
VTABLES, FUNCTIONS = 0x5555_5540_0000, 0x5555_5530_0000
"""Where made-up addresses of vtables and functions begin."""


class LayoutRenderer:
    """Lays out the values of one moment."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.machine = memory.machine
        self.types = memory.machine.code.types
        self.program = memory.machine.code.program

    def parts(self, value: Any, ty: t.Ty) -> tuple[LayoutPart, ...]:
        """The runs of bytes of a value, in order; () for what has no size known or takes no room."""
        if self.types.unsized_tail(ty) is not None:
            return ()
        if self.memory.lang(ty) == "String" and value is not None:
            value, ty = value[0], self._fields(ty)[0]
        layout = self.memory.layout(ty)
        if not layout.size:
            return ()
        raw = self.bytes_of(value, ty)
        fields = self._field_parts(value, ty, layout, raw)
        found = [*fields, *self._tag_parts(value, ty, layout, raw)]
        if not found:
            found = [LayoutPart(0, layout.size, PartKind.FIELD, "", _text(raw))]
        covered = bytearray(layout.size)
        for part in found:
            covered[part.offset : part.offset + part.size] = b"\1" * part.size
        for start, end in _gaps(covered):
            found.append(LayoutPart(start, end - start, PartKind.PADDING, "", _text(raw[start:end])))
        found.sort(key=lambda part: (part.offset, part.kind is PartKind.NICHE))
        niche = layout.niche
        if niche is not None and niche.available > 1:
            many = f"{niche.available} " if niche.available < 1 << 16 else ""
            found.append(LayoutPart(niche.offset, niche.size, PartKind.NICHE, f"{many}bit patterns to spare"))
        return tuple(found)

    # -------------------------------------------------------------------------------------------- parts

    def _field_parts(self, value: Any, ty: t.Ty, layout: Layout, raw: list[Byte]) -> list[LayoutPart]:
        """The fields that a struct, tuple, closure or the variant at hand has."""
        if isinstance(ty, (t.Ref, t.RawPtr)) and layout.size == 2 * _POINTER:
            second = "vtable" if self._is_dyn(ty) else "length"
            return [_field(0, _POINTER, "address", raw), _field(_POINTER, _POINTER, second, raw)]
        if value is None or layout.opaque or not isinstance(ty, (t.Adt, t.Tuple, t.Closure)):
            return []
        if self.memory.lang(ty) == "heap_ptr":
            return []
        variant = value[0] if self.types.is_enum(ty) else 0
        tys, offsets = self._fields(ty, variant), self.memory.offsets(ty, variant)
        names = self._names(ty, variant, len(tys))
        sizes = [self.memory.layout(part).size for part in tys]
        return [_field(at, size, name, raw) for name, at, size in zip(names, offsets, sizes, strict=True) if size]

    def _names(self, ty: t.Ty, variant: int, count: int) -> tuple[str, ...]:
        if isinstance(ty, t.Closure):
            captures = self.memory.names.captures(ty)
            return captures if len(captures) == count else tuple(map(str, range(count)))
        if isinstance(ty, t.Tuple):
            return tuple(map(str, range(count)))
        return self.memory.names.fields(ty, variant, count)

    def _tag_parts(self, value: Any, ty: t.Ty, layout: Layout, raw: list[Byte]) -> list[LayoutPart]:
        """What tells the variants of an enum apart."""
        if not isinstance(ty, t.Adt) or not self.types.is_enum(ty) or layout.tag is None or value is None:
            return []
        at, size = layout.tag
        name = self.memory.variant_name(ty, value[0])
        if not layout.niche_encoded:
            return [LayoutPart(at, size, PartKind.TAG, name, _text(raw[at : at + size]))]
        means = f"any other value: {name}" if value[0] == layout.untagged_variant else f"this value: {name}"
        return [LayoutPart(at, size, PartKind.NICHE, means, _text(raw[at : at + size]))]

    def _is_dyn(self, ty: t.Ref | t.RawPtr) -> bool:
        return isinstance(self.types.unsized_tail(ty.ty), t.Dynamic)

    # -------------------------------------------------------------------------------------------- bytes

    def bytes_of(self, value: Any, ty: t.Ty) -> list[Byte]:
        """All bytes of a value, least first within numbers."""
        layout = self.memory.layout(ty)
        size = layout.size
        empty: list[Byte] = [None] * size
        if value is None or not size or layout.opaque:
            return empty
        match ty:
            case t.Prim() if isinstance(value, float):
                return list(pack("<f" if size == 4 else "<d", value))
            case t.Prim():
                return _number(int(value), size)
            case t.FnPtr():
                return _number(FUNCTIONS + 16 * value, size)
            case t.Ref() | t.RawPtr():
                return self._pointer(value, ty, size)
            case t.Array():
                inner = [byte for item in value for byte in self.bytes_of(item, ty.elem)]
                return inner if len(inner) == size else empty
            case t.Tuple() | t.Closure():
                return self._placed(empty, value, self._fields(ty), layout.offsets)
            case t.Adt() if self.memory.lang(ty) == "heap_ptr":
                return self._heap_pointer(value, ty, size)
            case t.Adt() if self.types.is_enum(ty):
                variant = value[0]
                offsets = self.memory.offsets(ty, variant)
                return self._tagged(self._placed(empty, value[1:], self._fields(ty, variant), offsets), ty, variant, layout)
            case t.Adt() if isinstance(value, list):
                return self._placed(empty, value, self._fields(ty), layout.offsets)
        return empty

    def _fields(self, ty: t.Ty, variant: int = 0) -> tuple[t.Ty, ...]:
        return self.memory.names.field_types(self.program, ty, variant)

    def _placed(self, raw: list[Byte], values: Any, tys: tuple[t.Ty, ...], offsets: tuple[int, ...]) -> list[Byte]:
        """`raw` with fields put at their offsets."""
        for value, ty, offset in zip(values, tys, offsets, strict=True):
            part = self.bytes_of(value, ty)
            raw[offset : offset + len(part)] = part
        return raw

    def _tagged(self, raw: list[Byte], ty: t.Adt, variant: int, layout: Layout) -> list[Byte]:
        """`raw` with the tag, or the value of the niche that stands for the variant."""
        if layout.tag is None or (layout.niche_encoded and variant == layout.untagged_variant):
            return raw
        at, size = layout.tag
        number = niche_value(layout, variant) if layout.niche_encoded else self.program.discriminants(ty.def_)[variant]
        raw[at : at + size] = _number(number, size)
        return raw

    def _pointer(self, value: Any, ty: t.Ref | t.RawPtr, size: int) -> list[Byte]:
        raw = _number(address_of(self.machine.code, self.machine.state, value[:2]), _POINTER)
        if size == 2 * _POINTER and len(value) > 2:
            raw += _number(VTABLES + 64 * value[2] if self._is_dyn(ty) else value[2], _POINTER)
        return raw + [None] * (size - len(raw))

    def _heap_pointer(self, value: Any, ty: t.Adt, size: int) -> list[Byte]:
        number, extra = (value[0], value[1]) if isinstance(value, tuple) else (value, 0)
        info = self.machine.state.info.get(number)
        raw = _number(info.address if info is not None else max(self.memory.layout(ty.args[0]).align, 1), _POINTER)  # type: ignore[arg-type]
        if size == 2 * _POINTER:
            tail = self.types.unsized_tail(ty.args[0])  # type: ignore[arg-type]
            raw += _number(VTABLES + 64 * extra if isinstance(tail, t.Dynamic) else extra, _POINTER)
        return raw


def _field(offset: int, size: int, name: str, raw: list[Byte]) -> LayoutPart:
    return LayoutPart(offset, size, PartKind.FIELD, name, _text(raw[offset : offset + size]))


def _number(value: int, size: int) -> list[Byte]:
    return list((value & ((1 << 8 * size) - 1)).to_bytes(size, "little"))


def _text(raw: list[Byte]) -> str:
    """Bytes in hexadecimal; `..` for one without a value."""
    shown = " ".join(".." if byte is None else f"{byte:02x}" for byte in raw[:_SHOWN])
    return shown if len(raw) <= _SHOWN else f"{shown} …"


def _gaps(covered: bytearray) -> list[tuple[int, int]]:
    """The runs of zeros."""
    found = []
    start = None
    for at, flag in enumerate([*covered, 1]):
        if not flag and start is None:
            start = at
        elif flag and start is not None:
            found.append((start, at))
            start = None
    return found
