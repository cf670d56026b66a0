"""From MIR operands and rvalues to Python expressions.

In: the operands and rvalues of a monomorphic body. Out: source text, with prelude lines and the writes that moves leave
behind collected in a `Step`. The user's text enters only as constants in the generated module's namespace.
"""

from __future__ import annotations

import math

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.machine.bytes import shape_of
from interpreter.machine.names import describe_place
from interpreter.machine.numeric import f32, int_literal, wrap_text
from interpreter.machine.places import Names, PlaceCode, PlaceCompiler
from interpreter.machine.plan import Plan
from interpreter.machine.termination import NULL_DEREFERENCE
from interpreter.mir import body as mir
from interpreter.mir.body import BinOp, Body, LocalKind, Place, UnOp
from interpreter.records import Record, field
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind, CoercionKind

if TYPE_CHECKING:
    from interpreter.machine.code import CodeStore

_COMPARE = {BinOp.EQ: "==", BinOp.NE: "!=", BinOp.LT: "<", BinOp.LE: "<=", BinOp.GT: ">", BinOp.GE: ">="}
_BITS = {BinOp.BIT_AND: "&", BinOp.BIT_OR: "|", BinOp.BIT_XOR: "^"}
_ARITHMETIC = {BinOp.ADD: "+", BinOp.SUB: "-", BinOp.MUL: "*"}


class Write(Record):
    """`container[index] = value` (`index = value` for a local in a variable), and the place, from which the undoing code
    computes the slot anew. `in_place`: the parts of what the slot holds are overwritten (memory.py: `Effects.put`)."""

    place: Place
    container: str
    index: str
    value: str
    in_place: bool = False

    @property
    def slot(self) -> str:
        return f"{self.container}[{self.index}]" if self.container else self.index

    @property
    def forward(self) -> str:
        """The line that does it."""
        if self.in_place:
            return f"EP.put({self.container}, {self.index}, {self.value})"
        return f"{self.slot} = {self.value}"

    @property
    def journalled(self) -> tuple[str, ...]:
        """The lines that do it and append what undoes it to the journal."""
        if self.in_place:
            return (f"JA(EJ.put({self.container}, {self.index}, {self.value}))",)
        return (f"JA({self.slot})", self.forward)


class Step(Record):
    """One step being compiled: `prelude` evaluates (and may fail), then `writes` change the state (and can't)."""

    prelude: list[str] = field(default_factory=list)
    writes: list[Write] = field(default_factory=list)
    names: Names = field(default_factory=Names)

    @property
    def forward(self) -> list[str]:
        """The lines of all writes."""
        return [write.forward for write in self.writes]

    @property
    def journalled(self) -> list[str]:
        """The same, with what undoes them."""
        return [line for write in self.writes for line in write.journalled]

    def bind(self, expr: str, stem: str = "a") -> str:
        """A name for the value of `expr` (simple names and numbers stay as they are)."""
        if expr.isidentifier() or expr.isdigit():
            return expr
        name = self.names.fresh(stem)
        self.prelude.append(f"{name} = {expr}")
        return name


class RvalueCompiler:
    """Compiles operands and rvalues of one body; `namespace` collects the constants that the generated code refers to.

    `checked`: reads of variables make sure that there is a value (bodies of rejected programs).
    """

    def __init__(self, store: CodeStore, body: Body, key: Any, plan: Plan, checked: bool) -> None:
        self.store = store
        self.types = store.types
        self.body = body
        self.key = key
        self.dropped = plan.dropped
        self.borrowed = plan.borrowed
        self.checked = checked
        self.namespace: dict[str, Any] = dict(store.base_namespace)
        self.places = PlaceCompiler(store.types, body, self.constant_name)
        self._constants: dict[Any, str] = {}

    # ------------------------------------------------------------------------------------------------ constants

    def constant_name(self, value: Any, stem: str = "K") -> str:
        """A name in the generated module for `value`."""
        name = f"{stem}{len(self.namespace)}"
        self.namespace[name] = value
        return name

    def constant(self, constant: mir.Constant) -> str:
        value, ty = constant.value, constant.ty
        if isinstance(value, (t.ConstValue, t.ConstUnevaluated)):
            plain = self.types.program.const_value(value)
            if plain is not None:
                return self._literal(plain, ty)
            assert isinstance(value, t.ConstUnevaluated), value
            return self._named(value, ty)
        if value is None:
            return self.zero_sized(ty, constant.span)
        if isinstance(value, Def):
            self.store.static(value)
            return f"(S[{value.index}], 0)"
        if isinstance(value, mir.Promoted):
            return f"(S[{self.store.promoted(self.body, self.key, value.index)}], 0)"
        if isinstance(value, str):
            data = value.encode("utf-8", "surrogatepass")
            return self.constant_name((data, 0, len(data)))
        if isinstance(value, bytes):
            if isinstance(ty, (t.Ref, t.RawPtr)) and self.types.is_slice(ty.ty):
                return self.constant_name((value, 0, len(value)))
            assert isinstance(ty, (t.Ref, t.RawPtr))
            return f"(S[{self.store.shared((self.key, constant.span, value), list(value), ty.ty)}], 0)"
        assert isinstance(value, (int, float)), constant
        return self._literal(value, ty)

    def _literal(self, value: int | float | bool, ty: t.Ty) -> str:
        if t.is_float(ty):
            number = float(value)
            if ty is t.PRIM["f32"]:
                number = f32(number)
            if math.isfinite(number):
                return repr(number) if number >= 0 and math.copysign(1.0, number) > 0 else f"({number!r})"
            return self.constant_name(number)
        if ty is t.BOOL:
            return "True" if value else "False"
        return int_literal(int(value))

    def _named(self, const: t.ConstUnevaluated, ty: t.Ty) -> str:
        """A named constant: a literal, or a copy of what the state keeps of it."""
        value = self.store.constant(const)
        if value is None or isinstance(value, bool):
            return repr(value)
        if isinstance(value, (int, float)):
            return self._literal(value, ty)
        kept = f"S[{self.store.shared(const, value, ty)}][0]"
        return f"deep({kept})" if isinstance(value, list) else kept

    def zero_sized(self, ty: t.Ty, span: Span | None) -> str:
        """The value of a type without content."""
        match ty:
            case t.FnDef() | t.Tuple(elems=()):
                return "()"
            case t.Tuple():
                parts = self.types.program.fields(ty)
            case t.Closure() | t.Array():
                parts = ()
            case t.Adt():
                parts = self.types.program.fields(ty)
            case _:
                raise UnsupportedError(f"a constant of type {ty!r}", span)
        inner = ", ".join(self.zero_sized(p, span) for p in parts)
        return f"[0, {inner}]" if self.types.is_enum(ty) else f"[{inner}]"

    # ------------------------------------------------------------------------------------------------ operands

    def operand(self, operand: mir.Operand, step: Step) -> str:
        """The value of an operand; a move records that its place is empty afterwards."""
        if isinstance(operand, mir.Constant):
            return self.constant(operand)
        place = operand.place
        code = self.places.compile(place, step.prelude, step.names)
        if code.elements:
            value = self._elements(code)
            if isinstance(operand, mir.Move) and not self.types.is_copy(code.ty):
                value = step.bind(value, "v")
                self._clear_elements(place, step)
            return value
        if place.projection and code.container.startswith("c") and self._is_union_field(place):
            return self.types.copied(code.ty, f"defined({code.value})")
        if isinstance(operand, mir.Copy):
            return self._checked(place, self.types.copied(code.ty, code.value), step)
        if self.clears(place, code.ty):
            container = code.container if code.container == "L" else step.bind(code.container, "c")
            index = code.index if code.index.isdigit() else step.bind(code.index, "i")
            step.writes.append(Write(place, container, index, "None"))
            return self._checked(place, step.bind(f"{container}[{index}]", "v"), step)
        return self._checked(place, code.value, step)

    def _is_union_field(self, place: Place) -> bool:
        """Whether a place is part of a union, so that nothing may have been written to it."""
        return any(
            isinstance(elem, mir.Field) and self.types.is_union(self.types.place_ty(self.body, Place(place.local, before)))
            for elem, before in ((e, place.projection[:i]) for i, e in enumerate(place.projection))
        )

    def _clear_elements(self, place: Place, step: Step) -> None:
        """Leave None behind in each of the array's elements that were moved out together (`[first, rest @ ..]`)."""
        last = place.projection[-1]
        assert isinstance(last, mir.Subslice) and not last.from_end
        for offset in range(last.start, last.end):
            element = Place(place.local, (*place.projection[:-1], mir.ConstantIndex(offset, last.end, False)))
            slot = self.places.compile(element, step.prelude, step.names)
            step.writes.append(Write(element, slot.container, slot.index, "None"))

    def _elements(self, code: PlaceCode) -> str:
        elem = self.types.element(code.ty)
        return f"deep({code.value})" if self.types.copying(elem) else f"list({code.value})"

    def _checked(self, place: Place, expr: str, step: Step) -> str:
        if not self.checked or self.body.locals[place.local].kind is LocalKind.TEMP:
            return expr
        name = step.names.fresh("v")
        step.prelude.append(f"{name} = {expr}")
        step.prelude.append(f"if {name} is None: raise NoValueError({self.constant_name(self.describe(place))})")
        return name

    def describe(self, place: Place) -> str:
        """A place of a rejected program that holds nothing, in words."""
        return f"`{describe_place(self.types, self.body, place)}` holds no value here"

    def clears(self, place: Place, ty: t.Ty) -> bool:
        """Whether moving out of `place` must leave None behind: somebody may look at it again."""
        if self.types.is_copy(ty):
            return False
        if place.projection or place.local in self.dropped:
            return True
        looked_at = not self.store.plain_only or (self.store.in_place and place.local in self.borrowed)
        return looked_at and self.body.locals[place.local].kind is not LocalKind.TEMP

    # ------------------------------------------------------------------------------------------------ rvalues

    def rvalue(self, rvalue: mir.Rvalue, step: Step, span: Span) -> str:
        """An expression for the value of an rvalue."""
        match rvalue:
            case mir.Use():
                return self.operand(rvalue.operand, step)
            case mir.Ref() | mir.RawPtrTo():
                pointer = self.array_within(rvalue, step)
                return pointer or self.pointer_to(rvalue.place, step, isinstance(rvalue, mir.Ref))
            case mir.BinaryOp():
                return self.binary(rvalue, step)
            case mir.UnaryOp():
                return self.unary(rvalue, step)
            case mir.Cast():
                return self.cast(rvalue, step, span)
            case mir.Len():
                return self.length(rvalue.place, step)
            case mir.Discriminant():
                return f"{self.places.compile(rvalue.place, step.prelude, step.names).value}[0]"
            case mir.Aggregate():
                return self.aggregate(rvalue, step)
            case mir.Repeat():
                count = self.types.program.const_value(rvalue.count)
                ty = self.operand_ty(rvalue.operand)
                value = self.operand(rvalue.operand, step)
                if not self.types.copying(ty):
                    return f"[{value}] * {count}"
                name = step.bind(value, "v")
                return f"[{self.types.copied(ty, name)} for _ in range({count})]"
        raise AssertionError(rvalue)

    def operand_ty(self, operand: mir.Operand) -> t.Ty:
        if isinstance(operand, mir.Constant):
            return operand.ty
        return self.types.place_ty(self.body, operand.place)

    def pointer_to(self, place: Place, step: Step, is_ref: bool) -> str:
        """A pointer to `place`; the place itself isn't read, except in rejected programs, where a reference must have a
        target."""
        last = place.projection[-1] if place.projection else None
        before = Place(place.local, place.projection[:-1])
        if isinstance(last, mir.Deref) and not self.types.is_box(self.types.place_ty(self.body, before)):
            code = self.places.compile(before, step.prelude, step.names)
            if is_ref and isinstance(code.ty, t.RawPtr) and not self.body.span.file.is_std:
                pointer = step.bind(code.value, "p")
                failing = f"{pointer}[0] is None and not {pointer}[1]"
                step.prelude.append(f"if {failing}: raise RustPanic({NULL_DEREFERENCE!r}, aborts=True)")
                return pointer
            return self._checked(before, code.value, step)
        code = self.places.compile(place, step.prelude, step.names)
        if is_ref and not code.elements and code.meta is None:
            self._checked(place, code.value, step)
        return code.pointer

    def array_within(self, rvalue: mir.Ref | mir.RawPtrTo, step: Step) -> str | None:
        """A pointer to an array that is part of another one (`[first, rest @ ..]`); None for other places. Who may write through
        it sees the elements themselves, others a copy."""
        last = rvalue.place.projection[-1] if rvalue.place.projection else None
        if not isinstance(last, mir.Subslice):
            return None
        code = self.places.compile(rvalue.place, step.prelude, step.names)
        if not isinstance(code.ty, t.Array):
            return None
        shared = isinstance(rvalue, mir.Ref) and rvalue.kind is BorrowKind.SHARED
        if shared or not self.types.program.layout(code.ty.elem).size:
            return f"([{self._elements(code)}], 0)"
        return self._recast(code.ty.elem, code.ty, f"({code.container}, {code.index})")

    def length(self, place: Place, step: Step) -> str:
        code = self.places.compile(place, step.prelude, step.names)
        if isinstance(code.ty, t.Array):
            return str(self.types.array_len(code.ty))
        assert code.meta is not None
        return code.meta

    def aggregate(self, rvalue: mir.Aggregate, step: Step) -> str:
        parts = [self.operand(o, step) for o in rvalue.operands]
        if isinstance(rvalue.ty, t.Tuple) and not parts:
            return "()"
        if self.types.is_enum(rvalue.ty):
            parts.insert(0, str(rvalue.variant))
        if self.types.is_union(rvalue.ty):
            parts.append(str(rvalue.variant))
        return f"[{', '.join(parts)}]"

    # ------------------------------------------------------------------------------------------------ operators

    def binary(self, rvalue: mir.BinaryOp, step: Step) -> str:
        ty = self.operand_ty(rvalue.lhs)
        a, b = self.operand(rvalue.lhs, step), self.operand(rvalue.rhs, step)
        if rvalue.checked:
            value, overflow = self.overflowing(rvalue.op, ty, self.operand_ty(rvalue.rhs), a, b, step)
            assert isinstance(ty, t.Prim)
            return f"[{wrap_text(value, ty.name)}, {overflow}]"
        return self.operation(rvalue.op, ty, a, b)

    def overflowing(self, op: BinOp, ty: t.Ty, rhs_ty: t.Ty, a: str, b: str, step: Step) -> tuple[str, str]:
        """A name for the exact result of an operation on integers, and the condition under which it overflows."""
        assert isinstance(ty, t.Prim), ty
        name = step.names.fresh("r")
        if op in (BinOp.SHL, BinOp.SHR):
            bits = t.INT_BITS[ty.name]
            amount = step.bind(b, "b")
            step.prelude.append(f"{name} = {self.operation(op, ty, a, amount)}")
            return name, f"not 0 <= {amount} < {bits}"
        step.prelude.append(f"{name} = {a} {_ARITHMETIC[op]} {b}")
        lo, hi = t.int_range(ty.name)
        if lo == 0:
            return name, f"{name} < 0" if op is BinOp.SUB else f"{name} > {hi}"
        return name, f"not {lo} <= {name} <= {hi}"

    def operation(self, op: BinOp, ty: t.Ty, a: str, b: str) -> str:
        """A binary operation that can't fail; integers wrap."""
        if isinstance(ty, (t.RawPtr, t.Ref)):
            return self._pointer_operation(op, a, b)
        if op in _COMPARE:
            return f"{a} {_COMPARE[op]} {b}"
        if op in _BITS:
            return f"{a} {_BITS[op]} {b}"
        assert isinstance(ty, t.Prim), (op, ty)
        if t.is_float(ty):
            return self._float_operation(op, ty, a, b)
        bits = t.INT_BITS[ty.name]
        match op:
            case BinOp.ADD | BinOp.SUB | BinOp.MUL:
                return wrap_text(f"{a} {_ARITHMETIC[op]} {b}", ty.name)
            case BinOp.DIV:
                return f"{a} // {b}" if ty.name[0] == "u" else wrap_text(f"idiv({a}, {b})", ty.name)
            case BinOp.REM:
                return f"{a} % {b}" if ty.name[0] == "u" else f"irem({a}, {b})"
            case BinOp.SHL:
                return wrap_text(f"{a} << ({b} & {bits - 1})", ty.name)
            case BinOp.SHR:
                return f"{a} >> ({b} & {bits - 1})"
        raise AssertionError(op)

    def _float_operation(self, op: BinOp, ty: t.Ty, a: str, b: str) -> str:
        if op is BinOp.DIV:
            text = f"fdiv({a}, {b})"
        elif op is BinOp.REM:
            text = f"frem({a}, {b})"
        else:
            text = f"{a} {_ARITHMETIC[op]} {b}"
        return f"f32({text})" if ty is t.PRIM["f32"] else text

    def _pointer_operation(self, op: BinOp, a: str, b: str) -> str:
        if op is BinOp.EQ:
            return f"pointer_eq({a}, {b})"
        if op is BinOp.NE:
            return f"not pointer_eq({a}, {b})"
        return f"ADDRESS({a}) {_COMPARE[op]} ADDRESS({b})"

    def unary(self, rvalue: mir.UnaryOp, step: Step) -> str:
        ty = self.operand_ty(rvalue.operand)
        value = self.operand(rvalue.operand, step)
        if rvalue.op is UnOp.NOT:
            if ty is t.BOOL:
                return f"not {value}"
            assert isinstance(ty, t.Prim)
            return f"~{value}" if t.is_signed(ty) else f"{value} ^ {(1 << t.INT_BITS[ty.name]) - 1}"
        if t.is_float(ty):
            return f"-{value}"
        assert isinstance(ty, t.Prim)
        return wrap_text(f"-{value}", ty.name)

    # ------------------------------------------------------------------------------------------------ casts

    def cast(self, rvalue: mir.Cast, step: Step, span: Span) -> str:
        source, target = self.operand_ty(rvalue.operand), rvalue.ty
        match rvalue.coercion:
            case CoercionKind.REIFY_FN:
                assert isinstance(source, t.FnDef)
                return str(self.store.fn_pointer(source))
            case CoercionKind.CLOSURE_FN:
                assert isinstance(source, t.Closure)
                return str(self.store.closure_pointer(source))
        value = self.operand(rvalue.operand, step)
        if rvalue.coercion is CoercionKind.UNSIZE:
            return self.unsize(source, target, value, step)
        if rvalue.coercion is not None:
            return value
        return self._as(source, target, value, step, span)

    def _as(self, source: t.Ty, target: t.Ty, value: str, step: Step, span: Span) -> str:
        """An `as` cast (Reference: operator expressions, type cast expressions)."""
        if source == target:
            return value
        if isinstance(source, (t.RawPtr, t.Ref)):
            return self._pointer_cast(source, target, value, step)
        if isinstance(source, t.FnDef):
            value, source = str(self.store.fn_pointer(source)), t.USIZE
        if isinstance(source, t.FnPtr):
            source = t.USIZE
        if isinstance(source, t.Adt):
            table = self.types.program.discriminants(source.def_)
            if all(d == i for i, d in enumerate(table)):
                value = f"{value}[0]"
            else:
                value = f"{self.constant_name(tuple(table))}[{value}[0]]"
            if isinstance(target, t.Prim) and target.name in t.INT_BITS:
                lo, hi = t.int_range(target.name)
                return value if all(lo <= d <= hi for d in table) else wrap_text(value, target.name)
            source = t.ISIZE
        assert isinstance(source, t.Prim), (source, target)
        if isinstance(target, (t.FnPtr, t.RawPtr)):
            return value if isinstance(target, t.FnPtr) else self._pointer_to(target.ty, value)
        assert isinstance(target, t.Prim), (source, target)
        return self._numeric_cast(source, target, value)

    def _pointer_to(self, pointee: t.Ty, address: str) -> str:
        """A pointer made of a number."""
        if self.types.unsized_tail(pointee) is None:
            shape = shape_of(self.types, pointee)
            if shape[1] == 0:
                return f"POINTER({address}, {self.constant_name(shape)})"
        return f"POINTER({address})"

    def _numeric_cast(self, source: t.Prim, target: t.Prim, value: str) -> str:
        if t.is_float(source):
            if target.name == "f32":
                return f"f32({value})"
            if target.name == "f64":
                return value
            lo, hi = t.int_range(target.name)
            return f"float_to_int({value}, {lo}, {hi})"
        if t.is_float(target):
            return f"int_to_float({value}, {target.name == 'f32'})"
        if source is t.BOOL:
            return f"int({value})"
        if target is t.CHAR:
            return value
        lo, hi = (0, 0x10FFFF) if source is t.CHAR else t.int_range(source.name)
        low, high = t.int_range(target.name)
        return value if low <= lo and hi <= high else wrap_text(value, target.name)

    def _pointer_cast(self, source: t.RawPtr | t.Ref, target: t.Ty, value: str, step: Step) -> str:
        if isinstance(target, t.Prim):
            return wrap_text(f"ADDRESS({value})", target.name)
        assert isinstance(target, (t.RawPtr, t.Ref)), target
        was = self.types.unsized_tail(source.ty)
        if was is None:
            if isinstance(source.ty, t.Array) and source.ty.elem == target.ty:
                return self._array_start(value, step, source.ty)
            return self._recast(source.ty, target.ty, value)
        target_tail = self.types.unsized_tail(target.ty)
        if not self.types.is_slice(source.ty):
            return value if target_tail is not None else f"{value}[:2]"
        elem = self.types.element(source.ty)
        if target_tail is None:
            return self._recast(elem, target.ty, f"{value}[:2]")
        if not self.types.is_slice(target.ty) or self.types.element(target.ty) == elem:
            return value
        name = step.bind(value, "p")
        return f"(*{self._recast(elem, self.types.element(target.ty), f'{name}[:2]')}, {name}[2])"

    def _recast(self, source: t.Ty, target: t.Ty, value: str) -> str:
        """A thin pointer that is to point to another type."""
        if source == target:
            return value
        shapes = [self.constant_name(shape_of(self.types, ty)) for ty in (source, target)]
        return f"recast({value}, {shapes[0]}, {shapes[1]})"

    def _array_start(self, value: str, step: Step, array: t.Array) -> str:
        """A pointer to an array as one to its first element; one that was cast may have no array to lead to."""
        container, index = step.names.fresh("c"), step.names.fresh("i")
        step.prelude.append(f"{container}, {index} = {value}")
        elsewhere = self._recast(array, array.elem, f"({container}, {index})")
        return f"(({container}[{index}], 0) if {container}.__class__ is list else {elsewhere})"

    def unsize(self, source: t.Ty, target: t.Ty, value: str, step: Step) -> str:
        """The unsizing coercion of a pointer, or of a struct that holds one (RFC 401, RFC 982)."""
        if source == target:
            return value
        if isinstance(source, (t.Ref, t.RawPtr)) and isinstance(target, (t.Ref, t.RawPtr)):
            return self._unsize_pointer(source.ty, target.ty, value, step)
        assert isinstance(source, t.Adt) and isinstance(target, t.Adt) and source.def_ is target.def_, (source, target)
        if self.types.is_heap_ptr(source):
            return self._unsize_heap(source.args[0], target.args[0], value)  # type: ignore[arg-type]
        name = step.bind(value, "v")
        parts = []
        for i, (a, b) in enumerate(zip(self.types.program.fields(source), self.types.program.fields(target), strict=True)):
            parts.append(f"{name}[{i}]" if a == b or not self._holds_pointer(a) else self.unsize(a, b, f"{name}[{i}]", step))
        return f"[{', '.join(parts)}]"

    def _holds_pointer(self, ty: t.Ty) -> bool:
        if isinstance(ty, (t.Ref, t.RawPtr)) or self.types.is_heap_ptr(ty):
            return True
        return (
            isinstance(ty, t.Adt) and not self.types.is_enum(ty) and any(map(self._holds_pointer, self.types.program.fields(ty)))
        )

    def _unsize_pointer(self, source: t.Ty, target: t.Ty, value: str, step: Step) -> str:
        if self.types.unsized_tail(source) is not None:
            upcast = self._upcast(source, target)
            if upcast is None:
                return value
            name = step.bind(value, "p")
            return f"({name}[0], {name}[1], {upcast}({name}[2]))"
        meta = self._metadata(source, target)
        wrappers = self.types.slice_wrappers(target)
        if wrappers is not None:
            container, index = step.names.fresh("c"), step.names.fresh("i")
            step.prelude.append(f"{container}, {index} = {value}")
            return f"({container}[{index}]{'[0]' * wrappers}, 0, {meta})"
        return f"(*{value}, {meta})"

    def _unsize_heap(self, source: t.Ty, target: t.Ty, value: str) -> str:
        if self.types.unsized_tail(source) is not None:
            upcast = self._upcast(source, target)
            return value if upcast is None else f"({value}[0], {upcast}({value}[1]))"
        return f"({value}, {self._metadata(source, target)})"

    def heap_arrays(self, source: t.Ty, target: t.Ty, path: str) -> list[tuple[str, str, t.Ty]]:
        """The allocations that an unsizing coercion turns from one array cell into the array's cells: source for the id and for
        the array, and the type of the elements."""
        if self.types.is_heap_ptr(source):
            assert isinstance(source, t.Adt) and isinstance(target, t.Adt)
            wrappers = self.types.slice_wrappers(target.args[0])  # type: ignore[arg-type]
            if wrappers is None or self.types.unsized_tail(source.args[0]) is not None:  # type: ignore[arg-type]
                return []
            return [(path, f"H[{path}[0]][0]{'[0]' * wrappers}", self.types.element(target.args[0]))]  # type: ignore[arg-type]
        if isinstance(source, t.Adt) and isinstance(target, t.Adt) and source != target:
            pairs = zip(self.types.program.fields(source), self.types.program.fields(target), strict=True)
            return [p for i, (a, b) in enumerate(pairs) if a != b for p in self.heap_arrays(a, b, f"{path}[{i}]")]
        return []

    def _upcast(self, source: t.Ty, target: t.Ty) -> str | None:
        """The name of a function from vtables for one trait object type to those for another; None if they are the same."""
        a, b = self.types.unsized_tail(source), self.types.unsized_tail(target)
        if not isinstance(a, t.Dynamic) or not isinstance(b, t.Dynamic) or self._principal(a) == self._principal(b):
            return None
        return self.constant_name(lambda number: self.store.upcast(number, b), "U")

    @staticmethod
    def _principal(ty: t.Dynamic) -> Any:
        return ty.principal

    def _metadata(self, source: t.Ty, target: t.Ty) -> str:
        """The length or vtable that unsizing `source` to `target` adds."""
        while True:
            if isinstance(target, t.Slice):
                assert isinstance(source, t.Array)
                return str(self.types.array_len(source))
            if isinstance(target, t.Dynamic):
                return str(self.store.vtable(source, target))
            source, target = self.types.program.fields(source)[-1], self.types.program.fields(target)[-1]
