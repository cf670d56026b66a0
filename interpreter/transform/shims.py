"""Bodies that are in no source: drop glue, clones of built-in types, constructors and calls as functions
(rustc_mir_transform::shim).

Each is ordinary MIR, so that the machine needs nothing special to run it and the debugger can step through it. Their spans are
those of the type's definition, or the crate's root where there is none.
"""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING
from interpreter.mir.body import (
    Aggregate,
    Assign,
    BinaryOp,
    BlockId,
    Body,
    Call,
    Constant,
    ConstantIndex,
    Copy,
    Deref,
    Discriminant,
    Downcast,
    Drop,
    Field,
    Goto,
    Index,
    Len,
    Local,
    LocalDecl,
    LocalKind,
    Move,
    Operand,
    Place,
    RawPtrTo,
    Reason,
    Ref,
    Return,
    Rvalue,
    Scope,
    SourceInfo,
    SwitchInt,
    UnwindResume,
    Use,
)
from interpreter.mir.build_cfg import Cfg
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import BinOp
from interpreter.transform.instance import REIFIED, Instance, InstanceKind
from interpreter.transform.resolve import closure_captures, closure_signature, resolve_instance, tracks_caller
from interpreter.typeck import ty as t
from interpreter.typeck.defs import AssocKind
from interpreter.typeck.thir import BorrowKind, ClosureKind

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def shim_body(tcx: TyCtxt, instance: Instance) -> Body:
    """The body of a shim or drop glue instance."""
    match instance.kind:
        case InstanceKind.DROP_GLUE:
            assert instance.ty is not None
            return drop_glue_body(tcx, instance.ty, instance.order)
        case InstanceKind.CLONE_SHIM:
            assert instance.ty is not None
            return _clone_body(tcx, instance.ty)
        case InstanceKind.CTOR_SHIM:
            assert instance.def_ is not None
            return _constructor_body(tcx, instance.def_, instance.args)
        case InstanceKind.CLOSURE_ONCE_SHIM:
            assert isinstance(instance.ty, t.Closure)
            return _closure_once_body(tcx, instance.ty)
        case InstanceKind.CLOSURE_FN_PTR:
            assert isinstance(instance.ty, t.Closure)
            return _closure_fn_ptr_body(tcx, instance.ty)
        case InstanceKind.FN_PTR_SHIM:
            assert instance.ty is not None
            return _fn_ptr_body(tcx, instance)
        case InstanceKind.REIFY_SHIM:
            assert instance.def_ is not None
            return _reified_body(tcx, t.FnDef(instance.def_, instance.args))
    raise AssertionError(f"{instance.kind} is no shim")


class ShimBuilder:
    """A small builder: locals, blocks, and one way to unwind."""

    def __init__(self, tcx: TyCtxt, owner: Def, kind: str, inputs: tuple[t.Ty, ...], output: t.Ty) -> None:
        self.tcx = tcx
        self.owner = owner
        self.kind = kind
        self.cfg = Cfg()
        self.info = SourceInfo(owner.span, 0)
        self.locals = [LocalDecl(output, LocalKind.RETURN, True, owner.span)]
        self.locals += [LocalDecl(ty, LocalKind.ARG, True, owner.span) for ty in inputs]
        self.arg_count = len(inputs)
        self.block: BlockId = self.cfg.new_block()

    def temp(self, ty: t.Ty) -> Place:
        self.locals.append(LocalDecl(ty, LocalKind.TEMP, True, self.owner.span))
        return Place(len(self.locals) - 1)

    def assign(self, place: Place, rvalue: Rvalue, block: BlockId | None = None) -> None:
        self.cfg.push(self.block if block is None else block, Assign(self.info, place, rvalue))

    def call(self, func: Operand, args: tuple[Operand, ...], destination: Place, unwind: BlockId | None) -> None:
        """A call; building goes on where it returns."""
        target = self.cfg.new_block(self.cfg.cleanup[self.block])
        self.cfg.terminate(self.block, Call(self.info, func, args, destination, target, unwind, self.info.span))
        self.block = target

    def drop(self, place: Place, unwind: BlockId | None) -> None:
        """A drop; building goes on after it."""
        target = self.cfg.new_block(self.cfg.cleanup[self.block])
        self.cfg.terminate(self.block, Drop(self.info, place, target, unwind))
        self.block = target

    def resume(self) -> BlockId:
        """A cleanup block where unwinding goes on."""
        block = self.cfg.new_block(cleanup=True)
        self.cfg.terminate(block, UnwindResume(self.info))
        return block

    def finish(self) -> Body:
        self.cfg.terminate(self.block, Return(self.info))
        span: Span = self.owner.span
        scopes = (Scope(None, span, ()),)
        return Body(self.owner, self.cfg.finish(), tuple(self.locals), self.arg_count, scopes, span, span, shim=self.kind)


def _function_constant(def_: Def, args: t.Args, span: Span) -> Constant:
    return Constant(None, t.FnDef(def_, args), span)


def _owner_of(tcx: TyCtxt, ty: t.Ty) -> Def:
    return ty.def_ if isinstance(ty, (t.Adt, t.Closure, t.FnDef)) else tcx.resolution.root


# ------------------------------------------------------------------------------------------------ drop glue


def drop_glue_body(tcx: TyCtxt, ty: t.Ty, order: tuple[int, ...] = ()) -> Body:
    """`fn(*mut ty)`: Drop::drop, if there is one, then each field; what holds no value any more is passed over. If dropping a
    part unwinds, the parts after it are dropped all the same. `order`: that of an array's elements, if not from the first to the
    last.

    Box: its contents, then the allocation. Trait objects have no glue of their own: the machine takes that of the type in the
    vtable.
    """
    return _Glue(tcx, ty, order).build()


class _Glue:
    def __init__(self, tcx: TyCtxt, ty: t.Ty, order: tuple[int, ...]) -> None:
        self.tcx = tcx
        self.ty = ty
        self.order = order
        self.b = ShimBuilder(tcx, _owner_of(tcx, ty), "drop glue", (t.RawPtr(ty, True),), t.UNIT)
        self.value = Place(1, (Deref(),))

    def build(self) -> Body:
        tcx, ty, b = self.tcx, self.ty, self.b
        b.info = SourceInfo(b.owner.span, 0, Reason.DROP_SCOPE_END)
        if isinstance(ty, t.Adt):
            adt = tcx.adt_def(ty.def_)
            if tcx.is_lang_item(ty.def_, "owned_box"):
                self._box(ty)
            elif adt.is_enum:
                self._destructor(ty, lambda: self._enum(ty, unwinding=True))
                self._enum(ty, unwinding=False)
            else:
                fields = self._fields(ty, 0, self.value)
                self._destructor(ty, lambda: self._ladder(fields, unwinding=True))
                self._ladder(fields, unwinding=False)
        elif isinstance(ty, t.Tuple):
            self._ladder([self.value.project(Field(i, elem)) for i, elem in enumerate(ty.elems)], unwinding=False)
        elif isinstance(ty, t.Closure):
            captures = closure_captures(tcx, ty)
            self._ladder([self.value.project(Field(i, field)) for i, field in enumerate(captures)], unwinding=False)
        elif self.order:
            elements = [self.value.project(ConstantIndex(i, len(self.order), False)) for i in self.order]
            self._ladder(elements, unwinding=False)
        elif isinstance(ty, (t.Array, t.Slice)):
            self._elements()
        return b.finish()

    def _fields(self, ty: t.Adt, variant: int, base: Place) -> list[Place]:
        places = []
        for index, field in enumerate(self.tcx.adt_def(ty.def_).variants[variant].fields):
            field_ty = self.tcx.normalize_erasing_regions(t.erase_regions(field.ty(self.tcx, ty.args)), reveal=True)
            places.append(base.project(Field(index, field_ty)))
        return places

    def _needs_drop(self, place: Place) -> bool:
        last = place.projection[-1]
        return not isinstance(last, Field) or self.tcx.needs_drop(last.ty)

    def _ladder(self, places: list[Place], unwinding: bool) -> BlockId | None:
        """Drop `places` in order at the current block. With `unwinding`, only the cleanup blocks are made; gives where they
        begin."""
        places = [place for place in places if self._needs_drop(place)]
        cleanup: BlockId | None = None
        steps: list[BlockId | None] = []
        for place in reversed(places):
            steps.append(cleanup)
            block = self.b.cfg.new_block(cleanup=True)
            target = cleanup if cleanup is not None else self.b.resume()
            self.b.cfg.terminate(block, Drop(self.b.info, place, target, None))
            cleanup = block
        if unwinding:
            return cleanup
        for place, unwind in zip(places, reversed(steps), strict=True):
            self.b.drop(place, unwind)
        return None

    def _destructor(self, ty: t.Adt, cleanup: object) -> None:
        """Call Drop::drop, if the type has it."""
        impl = self.tcx.adt_destructor(ty.def_)
        if impl is None:
            return
        assert callable(cleanup)
        trait = self.tcx.lang_item("drop")
        method = next(item.def_ for item in self.tcx.associated_items(trait) if item.kind is AssocKind.FN)
        reference = self.b.temp(t.Ref(t.RE_ERASED, ty, True))
        self.b.assign(reference, Ref(BorrowKind.MUT, self.value))
        unwind = cleanup()
        func = _function_constant(method, (ty,), self.b.info.span)
        self.b.call(func, (Move(reference),), self.b.temp(t.UNIT), unwind)

    def _enum(self, ty: t.Adt, unwinding: bool) -> BlockId | None:
        """Drop the fields of whichever variant there is."""
        b = self.b
        adt = self.tcx.adt_def(ty.def_)
        ladders = []
        for variant in adt.variants:
            base = self.value.project(Downcast(variant.index, variant.name))
            fields = [place for place in self._fields(ty, variant.index, base) if self._needs_drop(place)]
            if fields:
                ladders.append((variant.index, fields))
        if not ladders:
            return None
        start = b.block
        if unwinding:
            start = b.cfg.new_block(cleanup=True)
        discriminant = b.temp(t.ISIZE)
        b.assign(discriminant, Discriminant(self.value), start)
        end = b.resume() if unwinding else b.cfg.new_block()
        targets: list[tuple[int, BlockId]] = []
        for index, fields in ladders:
            if unwinding:
                entry = self._ladder(fields, unwinding=True)
                assert entry is not None
            else:
                entry = b.block = b.cfg.new_block()
                self._ladder(fields, unwinding=False)
                b.cfg.goto(b.block, b.info, end)
            targets.append((index, entry))
        b.cfg.terminate(start, SwitchInt(b.info, Move(discriminant), tuple(targets), end))
        if not unwinding:
            b.block = end
            return None
        return start

    def _box(self, ty: t.Adt) -> None:
        b = self.b
        free = _function_constant(self.tcx.lang_item("box_free"), (ty.args[0],), b.info.span)
        contents = self.value.project(Deref())

        def free_box() -> None:
            reference = b.temp(t.Ref(t.RE_ERASED, ty, True))
            b.assign(reference, Ref(BorrowKind.MUT, self.value))
            b.call(free, (Move(reference),), b.temp(t.UNIT), None)

        inner = ty.args[0]
        if isinstance(inner, t.Dynamic) or self.tcx.needs_drop(inner):  # type: ignore[arg-type]
            main, cleanup = b.block, b.cfg.new_block(cleanup=True)
            b.block = cleanup
            free_box()
            b.cfg.terminate(b.block, UnwindResume(b.info))
            b.block = main
            b.drop(contents, cleanup)
        free_box()

    def _elements(self) -> None:
        """Elements in order, by a loop; if one unwinds, a second loop drops the rest."""
        b = self.b
        index, length = b.temp(t.USIZE), b.temp(t.USIZE)
        span = b.info.span
        b.assign(index, Use(Constant(0, t.USIZE, span)))
        b.assign(length, Len(self.value))
        assert isinstance(self.ty, (t.Array, t.Slice))
        pointer = b.temp(t.RawPtr(self.ty.elem, True))

        def loop(unwind: BlockId | None, cleanup: bool, end: BlockId) -> BlockId:
            head, body = b.cfg.new_block(cleanup), b.cfg.new_block(cleanup)
            more = b.temp(t.BOOL)
            b.assign(more, BinaryOp(BinOp.LT, Copy(index), Copy(length)), head)
            b.cfg.terminate(head, SwitchInt(b.info, Move(more), ((0, end),), body))
            b.assign(pointer, RawPtrTo(True, self.value.project(Index(index.local))), body)
            b.assign(index, BinaryOp(BinOp.ADD, Copy(index), Constant(1, t.USIZE, span)), body)
            b.cfg.terminate(body, Drop(b.info, pointer.project(Deref()), head, unwind))
            return head

        cleanup = loop(None, True, b.resume())
        end = b.cfg.new_block()
        head = loop(cleanup, False, end)
        b.cfg.terminate(b.block, Goto(b.info, head))
        b.block = end


# ------------------------------------------------------------------------------------------------ clone


def _clone_body(tcx: TyCtxt, ty: t.Ty) -> Body:
    """`fn(&ty) -> ty` for tuples, arrays and closures, part by part; a copy where the whole type is Copy. If a clone unwinds,
    those before it are dropped: an array's in order, the last one of others first."""
    trait = tcx.lang_item("clone")
    b = ShimBuilder(tcx, trait, "clone", (t.Ref(t.RE_ERASED, ty, False),), ty)
    value = Place(1, (Deref(),))
    if tcx.is_copy(ty):
        b.assign(Place(0), Use(Copy(value)))
        return b.finish()
    parts: list[tuple[Place, t.Ty]] = []
    if isinstance(ty, t.Array):
        length = tcx.eval_const(ty.len)
        assert isinstance(length, t.ConstValue)
        for position in range(length.value):
            index = b.temp(t.USIZE)
            b.assign(index, Use(Constant(position, t.USIZE, b.info.span)))
            parts.append((value.project(Index(index.local)), ty.elem))
    else:
        assert isinstance(ty, (t.Tuple, t.Closure)), f"no clone shim for {tcx.format_ty(ty)}"
        tys = ty.elems if isinstance(ty, t.Tuple) else closure_captures(tcx, ty)
        parts = [(value.project(Field(i, elem)), elem) for i, elem in enumerate(tys)]
    method = next(item.def_ for item in tcx.associated_items(trait) if item.name == "clone")
    clones = [b.temp(part_ty) for _, part_ty in parts]
    owned = [clone for clone, (_, part_ty) in zip(clones, parts, strict=True) if tcx.needs_drop(part_ty)]
    cleanup = _cleanup_chain(b, owned if isinstance(ty, t.Array) else owned[::-1])
    for clone, (place, part_ty) in zip(clones, parts, strict=True):
        reference = b.temp(t.Ref(t.RE_ERASED, part_ty, False))
        b.assign(reference, Ref(BorrowKind.SHARED, place))
        b.call(_function_constant(method, (part_ty,), b.info.span), (Copy(reference),), clone, cleanup)
    made = tuple(Move(clone) for clone in clones)
    b.assign(Place(0), Aggregate(ty, made))
    return b.finish()


def _cleanup_chain(b: ShimBuilder, places: list[Place]) -> BlockId | None:
    """Cleanup blocks that drop what is there of `places`, in this order; where they begin."""
    cleanup: BlockId | None = None
    for place in reversed(places):
        block = b.cfg.new_block(cleanup=True)
        b.cfg.terminate(block, Drop(b.info, place, b.resume() if cleanup is None else cleanup, None))
        cleanup = block
    return cleanup


# ------------------------------------------------------------------------------------------------ functions out of other things


def _constructor_body(tcx: TyCtxt, def_: Def, args: t.Args) -> Body:
    """A tuple struct's or variant's constructor as a function."""
    adt = tcx.adt_def(def_)
    variant = adt.variant_of(def_)
    ty = t.Adt(adt.def_, args)
    fields = tuple(tcx.normalize_erasing_regions(t.erase_regions(f.ty(tcx, args)), reveal=True) for f in variant.fields)
    b = ShimBuilder(tcx, def_, "constructor", fields, ty)
    operands = tuple(Move(Place(i + 1)) for i in range(len(fields)))
    b.assign(Place(0), Aggregate(ty, operands, variant.index))
    return b.finish()


def _closure_env_ref(b: ShimBuilder, ty: t.Closure, env: Place) -> Local:
    """A reference to a closure as its body takes it."""
    mutable = b.tcx.closure_info(ty.def_).kind is ClosureKind.FN_MUT
    reference = b.temp(t.Ref(t.RE_ERASED, ty, mutable))
    b.assign(reference, Ref(BorrowKind.MUT if mutable else BorrowKind.SHARED, env))
    return reference.local


def _closure_once_body(tcx: TyCtxt, ty: t.Closure) -> Body:
    """FnOnce::call_once of a Fn or FnMut closure: call its body by reference, then drop it."""
    sig = closure_signature(tcx, ty)
    b = ShimBuilder(tcx, ty.def_, "closure once", (ty, *sig.inputs), sig.output)
    reference = _closure_env_ref(b, ty, Place(1))
    cleanup: BlockId | None = None
    if tcx.needs_drop(ty):
        cleanup = b.cfg.new_block(cleanup=True)
        b.cfg.terminate(cleanup, Drop(b.info, Place(1), b.resume(), None))
    args = (Move(Place(reference)), *(Move(Place(i + 2)) for i in range(len(sig.inputs))))
    b.call(Constant(None, ty, b.info.span), args, Place(0), cleanup)
    if cleanup is not None:
        b.drop(Place(1), None)
    return b.finish()


def _closure_fn_ptr_body(tcx: TyCtxt, ty: t.Closure) -> Body:
    """A closure without captures as a plain function."""
    sig = closure_signature(tcx, ty)
    b = ShimBuilder(tcx, ty.def_, "fn pointer", sig.inputs, sig.output)
    env = b.temp(ty)
    b.assign(env, Aggregate(ty, ()))
    first: Operand = Move(env)
    if tcx.closure_info(ty.def_).kind is not ClosureKind.FN_ONCE:
        first = Move(Place(_closure_env_ref(b, ty, env)))
    args = (first, *(Move(Place(i + 1)) for i in range(len(sig.inputs))))
    b.call(Constant(None, ty, b.info.span), args, Place(0), None)
    return b.finish()


def _fn_ptr_body(tcx: TyCtxt, instance: Instance) -> Body:
    """Fn*::call* of a fn item or fn pointer. What a `#[track_caller]` function does is put down to the Fn trait's method."""
    ty, by_ref = instance.ty, instance.by_ref
    assert ty is not None and instance.def_ is not None
    sig = fn_signature(tcx, ty)
    self_ty = t.Ref(t.RE_ERASED, ty, False) if by_ref else ty
    owner, kind = _owner_of(tcx, ty), "fn pointer"
    if isinstance(ty, t.FnDef):
        callee = resolve_instance(tcx, ty.def_, ty.args)
        if callee.def_ is not None and tracks_caller(tcx, callee.def_):
            owner, kind = instance.def_, REIFIED
    b = ShimBuilder(tcx, owner, kind, (self_ty, *sig.inputs), sig.output)
    func: Operand = Constant(None, ty, b.info.span)
    if isinstance(ty, t.FnPtr):
        func = Copy(Place(1, (Deref(),))) if by_ref else Copy(Place(1))
    args = tuple(Move(Place(i + 2)) for i in range(len(sig.inputs)))
    b.call(func, args, Place(0), None)
    return b.finish()


def _reified_body(tcx: TyCtxt, ty: t.FnDef) -> Body:
    """A `#[track_caller]` function as a fn pointer: it is called by its own head."""
    node = ty.def_.node
    assert isinstance(node, ast.Fn)
    sig = fn_signature(tcx, ty)
    b = ShimBuilder(tcx, ty.def_, REIFIED, sig.inputs, sig.output)
    written = node.vis.kind is not ast.VisKind.INHERITED
    b.info = SourceInfo(node.vis.span.to(node.sig_span) if written else node.sig_span, 0)
    args = tuple(Move(Place(i + 1)) for i in range(len(sig.inputs)))
    b.call(Constant(None, ty, b.info.span), args, Place(0), None)
    return b.finish()


def fn_signature(tcx: TyCtxt, ty: t.Ty) -> t.FnSig:
    """The monomorphic signature of a fn item's or fn pointer's type."""
    if isinstance(ty, t.FnPtr):
        binder = ty.sig
    else:
        assert isinstance(ty, t.FnDef)
        binder = t.subst(tcx.fn_sig(ty.def_), ty.args)
    sig = t.instantiate_bound(binder, lambda _i, _name: t.RE_ERASED)
    return tcx.normalize_erasing_regions(t.erase_regions(sig), reveal=True)  # type: ignore[no-any-return]
