"""What has no meaning in the evaluation of a constant, as rustc says it (E0080; rustc_const_eval: interpret::memory,
interpret::validity): values that their types don't have, and accesses to memory that isn't there.

In: what the machine raised, or the value that it came to. Out: a `ConstEvalFailure`. The numbers of
allocations aren't those of rustc.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.hints import Any
from interpreter.machine.bytes import InvalidValue, Memory, Shape
from interpreter.machine.code import CodeStore
from interpreter.machine.names import field_name
from interpreter.mir import body as mir
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.constants import ConstEvalFailure, head_span, is_mutable_static, value_span

_UNDEFINED = "it is undefined behavior to use this value"


def invalid(const: Def, what: str, path: str = "") -> ConstEvalFailure:
    """The constant's value is none of its type."""
    at = f" at {path}" if path else ""
    return ConstEvalFailure(f"constructing invalid value{at}: {what}", head_span(const), _UNDEFINED, whole_label=True)


# ------------------------------------------------------------------------------------------------ what was raised


def invalid_value(store: CodeStore, body: mir.Body, error: InvalidValue) -> ConstEvalFailure | None:
    """Bytes that are no value of the type that they were read as, where that is a part of what the constant is; None where they
    are something on the way to it."""
    ty = body.locals[0].ty
    path = next((path for path, part in _parts(store, ty, "") if _fits(store, part, error.kind)), None)
    if path is None:
        return None
    return invalid(body.owner, error.what, f"{path}.<enum-tag>" if error.kind == "enum" else path)


def null_reference(body: mir.Body) -> ConstEvalFailure:
    """A reference to what a null pointer points to is what the constant is, or in it."""
    path = "" if isinstance(body.locals[0].ty, t.Ref) else ".0"
    return invalid(body.owner, "encountered a null reference", path)


def read_as(error: InvalidValue) -> str:
    """What is said where such bytes are looked at."""
    shown = f"{error.number:#0{2 + 2 * error.size}x}"
    if error.kind == "enum":
        return f"enum value has invalid tag: {shown}"
    return f"interpreting an invalid {8 * error.size}-bit value as a {error.kind}: {shown}"


def _fits(store: CodeStore, ty: t.Ty, kind: str) -> bool:
    match kind:
        case "bool" | "char":
            return ty is (t.BOOL if kind == "bool" else t.CHAR)
        case "function pointer":
            return isinstance(ty, t.FnPtr)
        case "heap pointer":
            return store.types.is_box(ty)
    return isinstance(ty, t.Adt) and store.types.is_enum(ty)


def _parts(store: CodeStore, ty: t.Ty, path: str) -> Iterator[tuple[str, t.Ty]]:
    """The parts of a type, with the way to them."""
    yield path, ty
    if isinstance(ty, t.Array):
        for index in range(min(store.types.array_len(ty), 1)):
            yield from _parts(store, ty.elem, f"{path}[{index}]")
    elif isinstance(ty, t.Adt) and store.types.is_enum(ty):
        for number, variant in enumerate(child for child in ty.def_.children if child.kind is DefKind.VARIANT):
            for index, part in enumerate(store.program.fields(ty, number)):
                step = f"{path}.<enum-variant({variant.name})>.{field_name(ty, number, index)}"
                if not isinstance(part, t.Adt):
                    yield step, part
    elif isinstance(ty, t.Tuple) or (isinstance(ty, t.Adt) and not store.types.is_enum(ty) and not store.types.is_union(ty)):
        for index, part in enumerate(store.program.fields(ty)):
            yield from _parts(store, part, f"{path}.{field_name(ty, 0, index)}")


def access(store: CodeStore, pc: int, locals_: list[Any]) -> str | None:
    """What is wrong with the memory that the step `pc` wants; None if it isn't that."""
    found = store.location_of(pc)
    if found is None or found[0].body is None:
        return None
    code, body = found[0], found[0].body
    op = code.ops[pc - code.first]
    for place in _places(op.statement, op.terminator):
        if not any(isinstance(elem, mir.Deref) for elem in place.projection):
            continue
        pointer = locals_[place.local]
        size = store.program.layout(store.types.place_ty(body, place)).size
        wanted = f"attempting to access {size} byte{'' if size == 1 else 's'}"
        if isinstance(pointer, tuple) and pointer[0] is None:
            address = pointer[1]
            got = "null pointer" if not address else f"{address:#x}[noalloc] which is a dangling pointer (it has no provenance)"
            return f"memory access failed: {wanted}, but got {got}"
        if isinstance(pointer, tuple) and isinstance(pointer[1], int) and isinstance(pointer[0], list):
            cells, index = pointer[0], pointer[1]
            if not 0 <= index < len(cells):
                end = f"is at or beyond the end of the allocation of size {len(cells) * size} bytes"
                return f"memory access failed: {wanted}, but got alloc1+{index * size:#x} which {end}"
            if cells[index] is None:
                return "memory access failed: alloc1 has been freed, so this pointer is dangling"
    if any(isinstance(value, tuple) and len(value) > 1 and value[0] is None and value[1] == 0 for value in locals_):
        return "memory access failed: attempting to access 1 byte, but got null pointer"
    for place in _places(op.statement, op.terminator):
        if not place.projection and locals_[place.local] is None:
            return uninitialized(store.program.layout(body.locals[place.local].ty).size)
    return None


def uninitialized(size: int) -> str:
    """Memory is read that was never written."""
    where = f"[0x0..{size:#x}]"
    what = f"but memory is uninitialized at {where}, and this operation requires initialized memory"
    return f"reading memory at alloc1{where}, {what}"


def _places(statement: object, terminator: object) -> Iterator[mir.Place]:
    operands: tuple[mir.Operand, ...] = ()
    if isinstance(statement, mir.Assign):
        yield statement.place
        operands = mir.operands_of(statement.rvalue)
        place = getattr(statement.rvalue, "place", None)
        if isinstance(place, mir.Place):
            yield place
    elif isinstance(terminator, mir.Call):
        operands = terminator.args
    for operand in operands:
        if isinstance(operand, (mir.Copy, mir.Move)):
            yield operand.place


def transmutes_pointer(body: mir.Body, value: Any) -> bool:
    """Whether a constant is the address of something, as a number."""
    if not isinstance(value, int) or not isinstance(body.locals[0].ty, t.Prim):
        return False
    for block in body.blocks:
        call = block.terminator
        if isinstance(call, mir.Call) and isinstance(call.func, mir.Constant) and isinstance(call.func.ty, t.FnDef):
            if call.func.ty.def_.name == "transmute" and call.func.ty.def_.is_std and call.destination == mir.Place(0):
                return isinstance(call.func.ty.args[0], (t.Ref, t.FnPtr))
    return False


def reads_mutable_static(body: mir.Body) -> Span | None:
    """Where a constant reads a `static mut`."""
    if body.owner.kind is DefKind.STATIC:
        return None
    addresses: set[int] = set()
    for block in body.blocks:
        for statement in block.statements:
            if not isinstance(statement, mir.Assign):
                continue
            for operand in mir.operands_of(statement.rvalue):
                if isinstance(operand, mir.Constant) and isinstance(operand.value, Def):
                    if is_mutable_static(operand.value):
                        addresses.add(statement.place.local)
                elif isinstance(operand, (mir.Copy, mir.Move)) and operand.place.local in addresses and operand.place.projection:
                    return statement.info.span
    return None


# ------------------------------------------------------------------------------------------------ the final value


def check_value(store: CodeStore, body: mir.Body, value: Any) -> ConstEvalFailure | None:
    """What is wrong with the value that a constant came to, if anything is."""
    return _Validity(store, body.owner).check(value, body.locals[0].ty, "")


def _alignment(shape: Shape) -> int | None:
    """How an allocation of such values is aligned; None where that isn't known from their bytes."""
    match shape[0]:
        case "int" | "float" | "bool" | "char":
            return min(int(shape[1]), 16)
        case "array":
            return _alignment(shape[3])
        case "fields":
            parts = [_alignment(part) for _, part in shape[2]]
            return max((part for part in parts if part is not None), default=1) if None not in parts else None
    return None


class _Validity:
    def __init__(self, store: CodeStore, const: Def) -> None:
        self.store = store
        self.const = const
        self.seen: set[tuple[int, int]] = set()

    def check(self, value: Any, ty: t.Ty, path: str) -> ConstEvalFailure | None:
        types = self.store.types
        match ty:
            case t.Prim() if ty is t.BOOL and isinstance(value, int) and value > 1:
                return invalid(self.const, f"encountered {value:#04x}, but expected a boolean", path)
            case t.Prim() if ty is not t.NEVER and ty is not t.STR:
                return self._uninit(ty, path) if value is None else None
            case t.Ref():
                return self._reference(value, ty.ty, path, "reference")
            case t.FnPtr() if value == 0:
                return invalid(self.const, "encountered null pointer, but expected a function pointer", path)
            case t.Tuple() | t.Array() if value is None:
                inner = ty.elem if isinstance(ty, t.Array) else next(iter(ty.elems), None)
                step = "[0]" if isinstance(ty, t.Array) else ".0"
                return self.check(None, inner, path + step) if inner is not None else None
            case t.Tuple():
                return self._all(zip(value, ty.elems, strict=False), ty, 0, path)
            case t.Array() if isinstance(value, list):
                if isinstance(ty.elem, t.Prim):
                    index = next((i for i, part in enumerate(value) if part is None), None)
                    return self._uninit(ty.elem, f"{path}[{index}]") if index is not None else None
                for index, part in enumerate(value):
                    found = self.check(part, ty.elem, f"{path}[{index}]")
                    if found is not None:
                        return found
            case t.Adt() if types.is_union(ty) or types.is_heap_ptr(ty) or not isinstance(value, list):
                return None
            case t.Adt() if types.is_enum(ty):
                variant, *parts = value
                return self._all(zip(parts, self.store.program.fields(ty, variant), strict=False), ty, variant, path)
            case t.Adt() if ty.def_.is_std and ty.def_.name == "NonZero" and value == [0]:
                return invalid(self.const, "encountered 0, but expected something greater or equal to 1", f"{path}.0.0")
            case t.Adt() if "rustc_layout_scalar_valid_range_start" in ty.def_.attrs and value == [(None, 0)]:
                return invalid(self.const, "encountered 0, but expected something greater or equal to 1", path)
            case t.Adt() if not ty.def_.is_std:
                return self._all(zip(value, self.store.program.fields(ty), strict=False), ty, 0, path)
        return None

    def _all(self, parts: Any, ty: t.Ty, variant: int, path: str) -> ConstEvalFailure | None:
        step = ""
        if isinstance(ty, t.Adt) and self.store.types.is_enum(ty):
            variants = [child for child in ty.def_.children if child.kind is DefKind.VARIANT]
            step = f".<enum-variant({variants[variant].name})>"
        for index, (part, part_ty) in enumerate(parts):
            found = self.check(part, part_ty, f"{path}{step}.{field_name(ty, variant, index)}")
            if found is not None:
                return found
        return None

    def _uninit(self, ty: t.Prim, path: str) -> ConstEvalFailure:
        if path:
            wanted = "a boolean" if ty is t.BOOL else "a unicode scalar value" if ty is t.CHAR else "an integer"
            wanted = "a floating point number" if t.is_float(ty) else wanted
            return invalid(self.const, f"encountered uninitialized memory, but expected {wanted}", path)
        return ConstEvalFailure(uninitialized(self.store.program.layout(ty).size), value_span(self.const))

    def _reference(self, value: Any, pointee: t.Ty, path: str, what: str) -> ConstEvalFailure | None:
        if not isinstance(value, tuple) or len(value) < 2 or not isinstance(value[1], int):
            return None
        types = self.store.types
        if value[0] is None:
            if not value[1]:
                return invalid(self.const, f"encountered a null {what}", path)
            if types.unsized_tail(pointee) is None:
                layout = self.store.program.layout(pointee)
                if not layout.size:
                    return self._unaligned(layout.align, value[1], path, what)
            elif len(value) > 2 and value[2] == 0:
                return None
            why = f"{value[1]:#x}[noalloc] has no provenance"
            return invalid(self.const, f"encountered a dangling {what} ({why})", path)
        key = (id(value[0]), value[1])
        if key in self.seen:
            return None
        found = self._in_bounds(value, pointee, path, what)
        if found is not None or types.unsized_tail(pointee) is not None:
            return found
        self.seen.add(key)
        try:
            inner = value[0][value[1]]
        except InvalidValue as error:
            return invalid(self.const, error.what, f"{path}.<deref>")
        if inner is None and isinstance(value[0], list) and isinstance(pointee, t.Prim):
            return invalid(self.const, f"encountered a dangling {what} (use-after-free)", path)
        return self.check(inner, pointee, f"{path}.<deref>")

    def _unaligned(self, align: int, address: int, path: str, what: str) -> ConstEvalFailure | None:
        if not address % align:
            return None
        why = f"required {align} byte alignment but found {address & -address}"
        return invalid(self.const, f"encountered an unaligned {what} ({why})", path)

    def _in_bounds(self, value: Any, pointee: t.Ty, path: str, what: str) -> ConstEvalFailure | None:
        """Whether all that a pointer leads to is part of its allocation, and in the right place there."""
        cells, index = value[0], value[1]
        sized = self.store.types.unsized_tail(pointee) is None
        if not isinstance(cells, list | Memory) or not (sized or isinstance(pointee, t.Slice) or pointee is t.STR):
            return None
        beyond = f"encountered a dangling {what} (going beyond the bounds of its allocation)"
        if isinstance(cells, Memory):
            size, align = self.store.program.layout(pointee).size, self.store.program.layout(pointee).align
            at = cells.position(index)
            if cells.cells is None:  # an address alone
                return self._reference((None, at), pointee, path, what)
            if sized and not 0 <= at <= len(cells.cells) * cells.source[1] - size:
                return invalid(self.const, beyond, path)
            base = _alignment(cells.source)
            return self._unaligned(align, at or base, path, what) if base is not None and base < align else None
        last = index + (1 if sized else value[2])
        if sized and not self.store.program.layout(pointee).size:
            return None
        return invalid(self.const, beyond, path) if not 0 <= index <= last <= len(cells) else None
