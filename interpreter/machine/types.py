"""How values of a type are represented, and the type of every place: the questions that code generation asks over and over,
answered once.

Representation (ARCHITECTURE.md, memory model): integers, chars and bools are ints and bools, floats are floats; structs,
tuples, closures and arrays are lists; an enum is `[variant, *fields]`; unit and fn items are `()`. None is the absence of a
value. A union is `[payload, field last written]`. A pointer to a sized value is `(container, index)`, to a slice or str
`(elements, start, length)`, and so to a struct with nothing but a slice in it, to a trait object or
a struct that ends in one `(container, index, vtable)`, to a struct that ends in a slice `(container, index, length)`. A
HeapPtr is an allocation's id, or `(id, length or vtable)`.
"""

from __future__ import annotations

from interpreter.hints import Any
from interpreter.machine.program import Program
from interpreter.mir.body import Body, ConstantIndex, Deref, Downcast, Field, Index, Place, Subslice
from interpreter.resolve.defs import DefKind
from interpreter.typeck import ty as t


class Types:
    """Facts about monomorphic types, remembered."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._copy: dict[t.Ty, str] = {}
        self._tail: dict[t.Ty, t.Ty | None] = {}
        self._wrappers: dict[t.Ty, int | None] = {}
        self._needs_drop: dict[t.Ty, bool] = {}
        self._is_copy: dict[t.Ty, bool] = {}
        self.shapes: dict[t.Ty, Any] = {}
        """How types lie in memory: see bytes.py."""
        self.box = program.lang("owned_box")
        self.heap_ptr = program.lang("heap_ptr")

    def is_box(self, ty: t.Ty) -> bool:
        return isinstance(ty, t.Adt) and ty.def_ is self.box

    def is_heap_ptr(self, ty: t.Ty) -> bool:
        return isinstance(ty, t.Adt) and ty.def_ is self.heap_ptr

    def is_enum(self, ty: t.Ty) -> bool:
        return isinstance(ty, t.Adt) and self.program.is_enum(ty)

    def is_union(self, ty: t.Ty) -> bool:
        return isinstance(ty, t.Adt) and ty.def_.kind is DefKind.UNION

    def is_copy(self, ty: t.Ty) -> bool:
        known = self._is_copy.get(ty)
        if known is None:
            known = self._is_copy[ty] = isinstance(ty, t.Prim) or self.program.is_copy(ty)
        return known

    def needs_drop(self, ty: t.Ty) -> bool:
        known = self._needs_drop.get(ty)
        if known is None:
            known = self._needs_drop[ty] = self.program.needs_drop(ty)
        return known

    def copying(self, ty: t.Ty) -> str:
        """How a value is copied: "" (immutable, shared), "flat" (a list of immutables) or "deep"."""
        known = self._copy.get(ty)
        if known is None:
            known = self._copy[ty] = self._copying(ty)
        return known

    def _copying(self, ty: t.Ty) -> str:
        if self.is_union(ty):
            return "deep"
        match ty:
            case t.Tuple(elems=()):
                return ""
            case t.Tuple() | t.Closure():
                parts: tuple[t.Ty, ...] = self.program.fields(ty)
            case t.Array():
                parts = (ty.elem,)
            case t.Adt():
                if ty.def_ is self.heap_ptr:
                    return ""
                if self.program.is_enum(ty):
                    count = self.program.variant_count(ty)
                    parts = tuple(f for v in range(count) for f in self.program.fields(ty, v))
                else:
                    parts = self.program.fields(ty)
            case _:
                return ""
        return "deep" if any(self.copying(p) for p in parts) else "flat"

    def copied(self, ty: t.Ty, expr: str) -> str:
        """Source for a copy of the value of `expr`."""
        how = self.copying(ty)
        if not how:
            return expr
        return f"{expr}[:]" if how == "flat" else f"deep({expr})"

    def unsized_tail(self, ty: t.Ty) -> t.Ty | None:
        """The str, slice or trait object that an unsized type is or ends in; None for sized types."""
        if ty not in self._tail:
            here: t.Ty | None = ty
            while here is not None:
                if isinstance(here, (t.Slice, t.Dynamic)) or here is t.STR:
                    break
                if isinstance(here, t.Adt) and here.def_ is not self.heap_ptr and not self.program.is_enum(here):
                    parts = self.program.fields(here)
                elif isinstance(here, t.Tuple):
                    parts = here.elems
                else:
                    parts = ()
                here = parts[-1] if parts else None
            self._tail[ty] = here
        return self._tail[ty]

    def is_slice(self, ty: t.Ty) -> bool:
        """A slice or str, or a struct with nothing but one in it: its place is a run of elements."""
        return self.slice_wrappers(ty) is not None

    def slice_wrappers(self, ty: t.Ty) -> int | None:
        """In how many structs of one field the slice or str is; None if `ty` is neither."""
        if isinstance(ty, t.Slice) or ty is t.STR:
            return 0
        if not isinstance(ty, t.Adt):
            return None
        if ty not in self._wrappers:
            self._wrappers[ty] = self._slice_wrappers(ty)
        return self._wrappers[ty]

    def _slice_wrappers(self, ty: t.Adt) -> int | None:
        if self.unsized_tail(ty) is None:
            return None
        parts = self.program.fields(ty)
        inner = self.slice_wrappers(parts[0]) if len(parts) == 1 else None
        return None if inner is None else inner + 1

    def pointee(self, ty: t.Ty) -> t.Ty:
        """What a built-in deref of `ty` gives."""
        if isinstance(ty, (t.Ref, t.RawPtr)):
            return ty.ty
        assert self.is_box(ty), ty
        return ty.args[0]  # type: ignore[union-attr, return-value]

    def element(self, ty: t.Ty) -> t.Ty:
        """The element type of an array, slice or str."""
        if isinstance(ty, (t.Array, t.Slice)):
            return ty.elem
        if isinstance(ty, t.Adt):
            return self.element(self.program.fields(ty)[0])
        assert ty is t.STR, ty
        return t.U8

    def array_len(self, ty: t.Array) -> int:
        value = self.program.const_value(ty.len)
        assert value is not None
        return int(value)

    def place_ty(self, body: Body, place: Place) -> t.Ty:
        """The type of a place."""
        ty = body.locals[place.local].ty
        for elem in place.projection:
            match elem:
                case Deref():
                    ty = self.pointee(ty)
                case Field():
                    ty = elem.ty
                case Index() | ConstantIndex():
                    ty = self.element(ty)
                case Subslice():
                    if isinstance(ty, t.Array):
                        count = self.array_len(ty) - elem.end - elem.start if elem.from_end else elem.end - elem.start
                        ty = t.Array(ty.elem, t.ConstValue(count, t.USIZE))
                case Downcast():
                    pass
        return ty

    def dyn_path(self, ty: t.Ty) -> tuple[int, ...]:
        """The fields to follow in a receiver (`&dyn T`, `Box<dyn T>`, `Rc<dyn T>`, `Pin<Box<dyn T>>`) to its fat pointer."""
        if isinstance(ty, (t.Ref, t.RawPtr)) or self.is_heap_ptr(ty):
            return ()
        for i, part in enumerate(self.program.fields(ty)):
            if self._holds_fat_pointer(part):
                return (i, *self.dyn_path(part))
        raise AssertionError(f"no trait object pointer in {ty!r}")

    def _holds_fat_pointer(self, ty: t.Ty) -> bool:
        if isinstance(ty, (t.Ref, t.RawPtr)):
            return self.unsized_tail(ty.ty) is not None
        if self.is_heap_ptr(ty):
            return self.unsized_tail(ty.args[0]) is not None  # type: ignore[union-attr, arg-type]
        return (
            isinstance(ty, t.Adt) and not self.program.is_enum(ty) and any(map(self._holds_fat_pointer, self.program.fields(ty)))
        )
