"""Programs of MIR written by hand, for testing the machine without the compiler.

Bodies are written with short Python calls: `b.block(assign(3, add(1, const(1))), goto(2))`. A place is a local's number or a
`Place`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from interpreter.mir import body as mir
from interpreter.mir.body import Body, Place
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import SourceFile, Span
from interpreter.syntax.ast import BinOp, UnOp
from interpreter.transform.instance import Instance, InstanceKind
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Layout
from interpreter.typeck.thir import BorrowKind, CoercionKind

FILE = SourceFile("hand.rs", "fn main() {}\n" * 50)
SPAN = Span(FILE, 0, 12)
INFO = mir.SourceInfo(SPAN, 0)
U8, I32, USIZE, BOOL, UNIT = t.U8, t.I32, t.USIZE, t.BOOL, t.UNIT


class _Token:
    def __init__(self, text: str) -> None:
        self.text = text


class _Attribute:
    def __init__(self, text: str) -> None:
        self.args = [_Token(f'"{text}"')]


class HandProgram:
    """A `Program` of definitions made in the test. `drops`: type -> the instance of its drop glue."""

    def __init__(self) -> None:
        self._count = 0
        self.bodies: dict[Def, Body] = {}
        self.adts: dict[Def, list[tuple[t.Ty, ...]]] = {}
        self.langs: dict[str, Def] = {}
        self.glue: dict[t.Ty, Body] = {}
        self.vtables: dict[t.Ty, tuple[Instance, ...]] = {}
        self.virtual: dict[Def, int] = {}
        self.signatures: dict[Def, t.FnSig] = {}
        self.fn_once: dict[t.Ty, Instance] = {}
        heap_ptr = self.define(DefKind.STRUCT, "HeapPtr")
        self.adts[heap_ptr] = [()]
        self.langs["heap_ptr"] = heap_ptr
        box = self.define(DefKind.STRUCT, "Box")
        self.langs["owned_box"] = box
        for name in ("fn", "fn_mut", "fn_once"):
            self.langs[name] = self.define(DefKind.TRAIT, name)

    def define(self, kind: DefKind, name: str, *, std: bool = False) -> Def:
        self._count += 1
        return Def(self._count, kind, name, None, SPAN, None, std)

    def function(self, name: str, inputs: Sequence[t.Ty] = (), output: t.Ty = UNIT) -> Def:
        def_ = self.define(DefKind.FN, name)
        self.signatures[def_] = t.safe_sig(tuple(inputs), output)
        return def_

    def intrinsic(self, name: str, inputs: Sequence[t.Ty] = (), output: t.Ty = UNIT) -> Def:
        def_ = self.function(name, inputs, output)
        def_.attrs["intrinsic"] = _Attribute(name)  # type: ignore[assignment]
        return def_

    def struct(self, name: str, *fields: t.Ty) -> t.Adt:
        def_ = self.define(DefKind.STRUCT, name)
        self.adts[def_] = [fields]
        return t.Adt(def_, ())  # type: ignore[no-any-return]

    def enum(self, name: str, *variants: tuple[t.Ty, ...]) -> t.Adt:
        def_ = self.define(DefKind.ENUM, name)
        self.adts[def_] = list(variants)
        return t.Adt(def_, ())  # type: ignore[no-any-return]

    def box(self, ty: t.Ty) -> t.Adt:
        return t.Adt(self.langs["owned_box"], (ty,))  # type: ignore[no-any-return]

    def heap_ptr(self, ty: t.Ty) -> t.Adt:
        return t.Adt(self.langs["heap_ptr"], (ty,))  # type: ignore[no-any-return]

    # the protocol ------------------------------------------------------------------------------------------------

    def mentions_raw_pointers(self) -> bool:
        return False

    def implements(self, ty: t.Ty, trait: str) -> bool:
        return False

    def resolve(self, def_: Def, args: t.Args) -> Instance:
        if "intrinsic" in def_.attrs:
            return Instance(InstanceKind.INTRINSIC, def_, args)
        if def_ in self.virtual:
            return Instance(InstanceKind.VIRTUAL, def_, args, None, self.virtual[def_])
        return Instance(InstanceKind.ITEM, def_, args)

    def resolve_fn_once(self, ty: t.Ty, args: tuple[t.Ty, ...]) -> Instance:
        return self.fn_once[ty]

    def closure_fn_ptr(self, ty: t.Closure) -> Instance:
        raise NotImplementedError

    def body(self, instance: Instance) -> Body:
        if instance.kind is InstanceKind.DROP_GLUE:
            assert instance.ty is not None
            return self.glue[instance.ty]
        assert instance.def_ is not None
        return self.bodies[instance.def_]

    def const_body(self, def_: Def, args: t.Args) -> Body:
        return self.bodies[def_]

    def drop_glue(self, ty: t.Ty, order: tuple[int, ...] = ()) -> Instance | None:
        return Instance(InstanceKind.DROP_GLUE, None, (), ty) if self.needs_drop(ty) else None

    def vtable(self, ty: t.Ty, dyn: t.Dynamic) -> tuple[Instance | None, ...]:
        return self.vtables[ty]

    def signature(self, instance: Instance) -> t.FnSig:
        assert instance.def_ is not None
        return self.signatures[instance.def_]

    def const_value(self, const: t.Const) -> int | bool | None:
        return const.value if isinstance(const, t.ConstValue) else None

    def is_copy(self, ty: t.Ty) -> bool:
        if isinstance(ty, t.Ref):
            return not ty.mutable
        if isinstance(ty, t.Tuple):
            return all(map(self.is_copy, ty.elems))
        if isinstance(ty, t.Array):
            return self.is_copy(ty.elem)
        return not isinstance(ty, t.Adt) or ty.def_ is self.langs["heap_ptr"]

    def needs_drop(self, ty: t.Ty) -> bool:
        return ty in self.glue

    def is_enum(self, ty: t.Adt) -> bool:
        return ty.def_.kind is DefKind.ENUM

    def variant_count(self, ty: t.Adt) -> int:
        return len(self.adts[ty.def_])

    def fields(self, ty: t.Ty, variant: int = 0) -> tuple[t.Ty, ...]:
        if isinstance(ty, t.Tuple):
            return ty.elems
        assert isinstance(ty, t.Adt)
        if ty.def_ is self.langs["owned_box"]:
            return (self.heap_ptr(ty.args[0]),)  # type: ignore[arg-type]
        return self.adts[ty.def_][variant]

    def discriminant_ty(self, enum: Def) -> t.Prim:
        return t.ISIZE  # type: ignore[return-value]

    def discriminants(self, enum: Def) -> list[int]:
        return list(range(len(self.adts[enum])))

    def tracks_caller(self, function: Def) -> bool:
        return "track_caller" in function.attrs

    def recursion_limit(self) -> int:
        return 128

    def has_unsafe_code(self) -> bool:
        return False

    def may_run_long(self, const: Def) -> bool:
        return False

    def library_place(self, function: Def) -> None:
        return None

    def own_allocator(self) -> None:
        return None

    def lang(self, name: str) -> Def | None:
        return self.langs.get(name)

    def layout(self, ty: t.Ty) -> Layout:
        return Layout(8, 8)

    def type_name(self, ty: t.Ty) -> str:
        return repr(ty)

    def main(self, body: Body) -> Instance:
        """Make `body` the program's main function."""
        self.bodies[body.owner] = body
        self.signatures.setdefault(body.owner, t.safe_sig((), UNIT))
        return Instance(InstanceKind.ITEM, body.owner)


class BodyBuilder:
    """`locals_`: types from the return place on; a local with a name is a variable."""

    def __init__(self, program: HandProgram, def_: Def, args: int, *locals_: t.Ty | tuple[t.Ty, str]) -> None:
        self.program = program
        self.def_ = def_
        self.args = args
        self.locals = locals_
        self.blocks: list[mir.BasicBlock] = []

    def block(self, *steps: Any, cleanup: bool = False) -> int:
        self.blocks.append(mir.BasicBlock(tuple(steps[:-1]), steps[-1], cleanup))
        return len(self.blocks) - 1

    def build(self) -> Body:
        decls = []
        for i, local in enumerate(self.locals):
            ty, name = local if isinstance(local, tuple) else (local, None)
            kind = mir.LocalKind.RETURN if i == 0 else mir.LocalKind.ARG if i <= self.args else mir.LocalKind.TEMP
            decls.append(mir.LocalDecl(ty, mir.LocalKind.VAR if name and i > self.args else kind, True, SPAN, name))
        scopes = (mir.Scope(None, SPAN, ()),)
        body = Body(self.def_, tuple(self.blocks), tuple(decls), self.args, scopes, SPAN, SPAN)
        self.program.bodies[self.def_] = body
        return body


def place(where: int | Place) -> Place:
    return where if isinstance(where, Place) else Place(where)


def copy(where: int | Place) -> mir.Copy:
    return mir.Copy(place(where))


def move(where: int | Place) -> mir.Move:
    return mir.Move(place(where))


def const(value: Any, ty: t.Ty = I32) -> mir.Constant:
    return mir.Constant(value, ty, SPAN)


def fn_const(def_: Def, args: t.Args = ()) -> mir.Constant:
    return mir.Constant(None, t.FnDef(def_, args), SPAN)


def _operand(value: Any) -> mir.Operand:
    if isinstance(value, bool):
        return const(value, BOOL)
    return copy(value) if isinstance(value, (int, Place)) else value


def binary(op: BinOp, a: Any, b: Any, checked: bool = False) -> mir.BinaryOp:
    return mir.BinaryOp(op, _operand(a), _operand(b), checked)


def negate(a: Any) -> mir.UnaryOp:
    return mir.UnaryOp(UnOp.NEG, _operand(a))


def assign(where: int | Place, value: Any) -> mir.Assign:
    rvalue = mir.Use(value) if isinstance(value, (mir.Copy, mir.Move, mir.Constant)) else value
    return mir.Assign(INFO, place(where), rvalue)


def ref(where: int | Place, mutable: bool = False) -> mir.Ref:
    return mir.Ref(BorrowKind.MUT if mutable else BorrowKind.SHARED, place(where))


def unsize(value: mir.Operand, ty: t.Ty) -> mir.Cast:
    return mir.Cast(value, ty, CoercionKind.UNSIZE)


def dead(local: int) -> mir.StorageDead:
    return mir.StorageDead(INFO, local)


def goto(target: int) -> mir.Goto:
    return mir.Goto(INFO, target)


def switch(value: Any, otherwise: int, *targets: tuple[int, int]) -> mir.SwitchInt:
    return mir.SwitchInt(INFO, _operand(value), targets, otherwise)


def call(
    func: Def | mir.Operand,
    args: Sequence[mir.Operand],
    dest: int | Place,
    target: int | None,
    unwind: int | None = None,
    generics: t.Args = (),
) -> mir.Call:
    operand = fn_const(func, generics) if isinstance(func, Def) else func
    return mir.Call(INFO, operand, tuple(args), place(dest), target, unwind, SPAN)


def drop(where: int | Place, target: int, unwind: int | None = None) -> mir.Drop:
    return mir.Drop(INFO, place(where), target, unwind)


def overflow_assert(pair: int, op: BinOp, target: int, unwind: int | None = None) -> mir.Assert:
    cond = move(Place(pair, (mir.Field(1, BOOL),)))
    return mir.Assert(INFO, cond, False, mir.AssertKind.OVERFLOW, op, (), target, unwind)


def first(pair: int, ty: t.Ty = I32) -> mir.Move:
    return move(Place(pair, (mir.Field(0, ty),)))


RETURN = mir.Return(INFO)
RESUME = mir.UnwindResume(INFO)


def field(where: int | Place, index: int, ty: t.Ty) -> Place:
    return place(where).project(mir.Field(index, ty))


def variant(where: int | Place, number: int, index: int, ty: t.Ty) -> Place:
    return place(where).project(mir.Downcast(number, "v"), mir.Field(index, ty))


def deref(where: int | Place) -> Place:
    return place(where).project(mir.Deref())


def element(where: int | Place, index: int) -> Place:
    return place(where).project(mir.Index(index))


# ------------------------------------------------------------------------------------------------ ready-made programs


def sum_to(limit: int) -> tuple[HandProgram, Instance]:
    """`let mut i = 0; let mut s = 0; while i < limit { s = add(s, i); i += 1 }` with checked arithmetic."""
    p = HandProgram()
    add = p.function("add", (I32, I32), I32)
    pair = t.Tuple((I32, BOOL))
    b = BodyBuilder(p, add, 2, I32, (I32, "a"), (I32, "b"), pair)
    b.block(assign(3, binary(BinOp.ADD, 1, 2, True)), overflow_assert(3, BinOp.ADD, 1))
    b.block(assign(0, first(3)), RETURN)
    b.build()
    main = p.function("main")
    b = BodyBuilder(p, main, 0, UNIT, (I32, "i"), (I32, "s"), BOOL, I32, pair)
    b.block(assign(1, const(0)), assign(2, const(0)), goto(1))
    b.block(assign(3, binary(BinOp.LT, 1, const(limit))), switch(move(3), 2, (0, 5)))
    b.block(call(add, [copy(2), copy(1)], 4, 3))
    b.block(assign(2, move(4)), assign(5, binary(BinOp.ADD, 1, const(1), True)), overflow_assert(5, BinOp.ADD, 4))
    b.block(assign(1, first(5)), goto(1))
    b.block(assign(0, const(None, UNIT)), RETURN)
    return p, p.main(b.build())


def box_list(rounds: int, length: int) -> tuple[HandProgram, Instance]:
    """`rounds` times: build a list of boxes by recursion over `length`, sum it, drop it."""
    p = HandProgram()
    node_def = p.define(DefKind.ENUM, "List")
    node: t.Adt = t.Adt(node_def, ())
    boxed = p.box(node)
    p.adts[node_def] = [(), (I32, boxed)]
    heap_new = p.intrinsic("heap_new", (node, t.Ref(t.RE_ERASED, t.STR, False)), p.heap_ptr(node))
    heap_free = p.intrinsic("heap_free", (p.heap_ptr(node),), UNIT)
    _glue(p, node, boxed, heap_free)
    pair = t.Tuple((I32, BOOL))

    push = p.function("push", (node, I32), node)
    b = BodyBuilder(p, push, 2, node, (node, "l"), (I32, "x"), p.heap_ptr(node), boxed)
    b.block(call(heap_new, [move(1), const("Box", t.Ref(t.RE_ERASED, t.STR, False))], 3, 1, generics=(node,)))
    b.block(
        assign(4, mir.Aggregate(boxed, (move(3),))),
        assign(0, mir.Aggregate(node, (copy(2), move(4)), 1)),
        RETURN,
    )
    b.build()

    total = p.function("total", (t.Ref(t.RE_ERASED, node, False),), I32)
    reference = t.Ref(t.RE_ERASED, node, False)
    b = BodyBuilder(p, total, 1, I32, (reference, "l"), (I32, "sum"), t.ISIZE, pair, I32)
    b.block(assign(2, const(0)), goto(1))
    b.block(assign(3, mir.Discriminant(deref(1))), switch(move(3), 2, (0, 4)))
    b.block(
        assign(5, copy(variant(deref(1), 1, 0, I32))),
        assign(4, binary(BinOp.ADD, 2, 5, True)),
        overflow_assert(4, BinOp.ADD, 3),
    )
    b.block(assign(2, first(4)), assign(1, ref(deref(variant(deref(1), 1, 1, boxed)))), goto(1))
    b.block(assign(0, copy(2)), RETURN)
    b.build()

    main = p.function("main")
    b = BodyBuilder(p, main, 0, UNIT, (I32, "r"), (I32, "n"), (node, "list"), BOOL, node, reference, I32, pair)
    b.block(assign(1, const(0)), goto(1))
    b.block(assign(4, binary(BinOp.LT, 1, const(rounds))), switch(move(4), 2, (0, 9)))
    b.block(assign(3, mir.Aggregate(node, (), 0)), assign(2, const(0)), goto(3))
    b.block(assign(4, binary(BinOp.LT, 2, const(length))), switch(move(4), 4, (0, 6)))
    b.block(call(push, [move(3), copy(2)], 5, 5))
    b.block(assign(3, move(5)), assign(2, binary(BinOp.ADD, 2, const(1))), goto(3))
    b.block(assign(6, ref(3)), call(total, [move(6)], 7, 7))
    b.block(drop(3, 8))
    b.block(dead(3), assign(1, binary(BinOp.ADD, 1, const(1))), goto(1))
    b.block(assign(0, const(None, UNIT)), RETURN)
    return p, p.main(b.build())


def _glue(p: HandProgram, node: t.Adt, boxed: t.Adt, heap_free: Def) -> None:
    """Drop glue of the list and its boxes, as transform writes it."""
    pointer = t.RawPtr(node, True)
    def_ = p.define(DefKind.FN, "drop list")
    b = BodyBuilder(p, def_, 1, UNIT, pointer, t.ISIZE)
    b.block(assign(2, mir.Discriminant(deref(1))), switch(move(2), 1, (0, 2)))
    b.block(drop(variant(deref(1), 1, 1, boxed), 2))
    b.block(assign(0, const(None, UNIT)), RETURN)
    p.glue[node] = b.build()
    pointer = t.RawPtr(boxed, True)
    def_ = p.define(DefKind.FN, "drop box")
    b = BodyBuilder(p, def_, 1, UNIT, pointer, p.heap_ptr(node), UNIT)
    b.block(drop(deref(deref(1)), 1))
    b.block(assign(2, copy(field(deref(1), 0, p.heap_ptr(node)))), call(heap_free, [copy(2)], 3, 2, generics=(node,)))
    b.block(assign(0, const(None, UNIT)), RETURN)
    p.glue[boxed] = b.build()
