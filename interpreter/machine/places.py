"""From a MIR place to Python source for the slot that it names.

In: a place of a monomorphic body. Out: `PlaceCode`: a container and an index (`L[3]`, `c1[i1]`, `L[3][0][2]`), or a run of
elements for slices, with the prelude lines that must come before. Pointers are taken apart in the prelude (`c1, i1 = L[4]`),
once.
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.hints import Any
from interpreter.machine.bytes import shape_of
from interpreter.machine.forward import Forwarding
from interpreter.machine.types import Types
from interpreter.mir.body import Body, ConstantIndex, Deref, Downcast, Field, Index, Local, Place, Projection, Subslice
from interpreter.records import Record
from interpreter.typeck import ty as t


class Names:
    """Fresh local names for one generated function."""

    def __init__(self) -> None:
        self._count = 0

    def fresh(self, stem: str) -> str:
        self._count += 1
        return f"{stem}{self._count}"


class PlaceCode(Record):
    """A place of type `ty`: the slot `container[index]`, or if `elements`, the `meta` elements of the list `container` from
    `index` on.

    A local that is kept in a variable has no container: `index` is the variable.

    `meta` of a slot: the vtable or length of an unsized place, else None. `variant` after a downcast.
    """

    ty: t.Ty
    container: str
    index: str
    meta: str | None = None
    elements: bool = False
    variant: int | None = None

    @property
    def value(self) -> str:
        if self.elements:
            return f"{self.container}[{self.index}:{_sum(self.index, self.meta)}]"
        return f"{self.container}[{self.index}]" if self.container else self.index

    @property
    def pointer(self) -> str:
        """Source for a pointer to the place."""
        assert self.container
        if self.meta is not None:
            return f"({self.container}, {self.index}, {self.meta})"
        return f"({self.container}, {self.index})"


def _sum(a: str, b: str | None) -> str:
    assert b is not None
    if a == "0":
        return b
    if a.isdigit() and b.isdigit():
        return str(int(a) + int(b))
    return f"{a} + {b}"


class PlaceCompiler:
    """Compiles the places of one body."""

    def __init__(self, types: Types, body: Body, constant_name: Callable[[Any], str]) -> None:
        self.types = types
        self.body = body
        self.constant_name = constant_name
        self.in_variables: frozenset[Local] = frozenset()
        """Locals that are variables of the generated function rather than slots of the frame (merge.py)."""
        self.forwarding = Forwarding()

    def _local(self, local: Local) -> str:
        if local in self.in_variables:
            return f"x{self.forwarding.aliases.get(local, local)}"
        return f"L[{local}]"

    def compile(self, place: Place, prelude: list[str], names: Names, stop: int | None = None) -> PlaceCode:
        """The slot of `place` (of its first `stop` projections)."""
        place = self.forwarding.place(place if stop is None else Place(place.local, place.projection[:stop]))
        ty = self.body.locals[place.local].ty
        code = PlaceCode(ty, "L", str(place.local))
        if place.local in self.in_variables:
            code = PlaceCode(ty, "", self._local(place.local))
        for elem in place.projection:
            code = self._project(code, elem, prelude, names)
        return code

    def _project(self, at: PlaceCode, elem: Projection, prelude: list[str], names: Names) -> PlaceCode:
        match elem:
            case Field():
                return self._field(at, elem, prelude, names)
            case Deref():
                return self._deref(at, prelude, names)
            case Downcast():
                return PlaceCode(at.ty, at.container, at.index, at.meta, False, elem.variant)
            case Index():
                ty = self.types.element(at.ty)
                if at.elements:
                    return PlaceCode(ty, at.container, _sum(at.index, self._local(elem.local)))
                return PlaceCode(ty, at.value, self._local(elem.local))
            case ConstantIndex():
                ty = self.types.element(at.ty)
                base, start, length = self._elements(at)
                if elem.from_end:
                    return PlaceCode(ty, base, f"{_sum(start, length)} - {elem.offset}")
                return PlaceCode(ty, base, _sum(start, str(elem.offset)))
            case Subslice():
                base, start, length = self._elements(at)
                begin = _sum(start, str(elem.start))
                count = f"{length} - {elem.start + elem.end}" if elem.from_end else str(elem.end - elem.start)
                if length.isdigit() and elem.from_end:
                    count = str(int(length) - elem.start - elem.end)
                ty = t.Array(at.ty.elem, t.ConstValue(int(count), t.USIZE)) if isinstance(at.ty, t.Array) else at.ty
                return PlaceCode(ty, base, begin, count, True)
        raise AssertionError(elem)

    def _elements(self, at: PlaceCode) -> tuple[str, str, str]:
        if at.elements:
            assert at.meta is not None
            return at.container, at.index, at.meta
        assert isinstance(at.ty, t.Array)
        return at.value, "0", str(self.types.array_len(at.ty))

    def _field(self, at: PlaceCode, elem: Field, prelude: list[str], names: Names) -> PlaceCode:
        types = self.types
        index = elem.index
        if at.variant is not None or types.is_enum(at.ty):
            index += 1
        elif types.is_union(at.ty):
            container = names.fresh("c")
            prelude.append(f"{container} = union_field({at.value}, {index}, {self.constant_name(shape_of(types, at.ty))})")
            return PlaceCode(elem.ty, container, "0")
        if at.elements:
            return PlaceCode(elem.ty, at.container, at.index, at.meta, True)
        if at.meta is not None and types.unsized_tail(elem.ty) is not None:
            wrappers = types.slice_wrappers(elem.ty)
            if wrappers is not None:
                return PlaceCode(elem.ty, f"{at.value}[{index}]" + "[0]" * wrappers, "0", at.meta, True)
            return PlaceCode(elem.ty, at.value, str(index), at.meta)
        return PlaceCode(elem.ty, at.value, str(index))

    def _deref(self, at: PlaceCode, prelude: list[str], names: Names) -> PlaceCode:
        types = self.types
        ty = types.pointee(at.ty)
        tail = types.unsized_tail(ty)
        if types.is_box(at.ty):
            if tail is None:
                return PlaceCode(ty, f"H[{at.value}[0]]", "0")
            number, meta = names.fresh("h"), names.fresh("m")
            prelude.append(f"{number}, {meta} = {at.value}[0]")
            return PlaceCode(ty, f"H[{number}]", "0", meta, types.is_slice(ty))
        container, index = names.fresh("c"), names.fresh("i")
        if tail is None:
            prelude.append(f"{container}, {index} = {at.value}")
            return PlaceCode(ty, container, index)
        meta = names.fresh("m")
        prelude.append(f"{container}, {index}, {meta} = {at.value}")
        return PlaceCode(ty, container, index, meta, types.is_slice(ty))
