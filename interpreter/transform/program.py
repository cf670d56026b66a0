"""The compiled program as the machine sees it: instances, their bodies, and facts about monomorphic types, all made when first
asked for.

In: the type context with its providers. Out: `CompiledProgram`, which answers what the machine asks (it fits the machine's
`Program` protocol).
"""

from __future__ import annotations

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import TYPE_CHECKING
from interpreter.mir.body import Body
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.transform.elaborate import elaborate_drops
from interpreter.transform.instance import Instance, InstanceKind
from interpreter.transform.monomorphise import monomorphise
from interpreter.transform.resolve import (
    closure_captures,
    closure_signature,
    reify,
    resolve_fn_once,
    resolve_instance,
    tracks_caller,
    vtable_methods,
)
from interpreter.transform.shims import fn_signature, shim_body
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Layout
from interpreter.typeck.thir import ClosureKind

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


_RAW_POINTERS = ("*const", "*mut", "&raw", "_ptr", "ptr::", "addr_of", "NonNull", "UnsafeCell", "_cells")


def instance_body(tcx: TyCtxt, instance: Instance) -> Body:
    """The MIR that an instance runs: monomorphic, with all types normalised. Not for INTRINSIC and VIRTUAL ones."""

    def compute() -> Body:
        if instance.kind in (InstanceKind.ITEM, InstanceKind.CLOSURE):
            assert instance.def_ is not None
            if tcx.errors and tcx.has_errors_in(instance.def_):
                raise UnsupportedError("a body with errors in it", instance.def_.span)
            return monomorphise(tcx, elaborated_mir(tcx, instance.def_), instance.args)
        return shim_body(tcx, instance)

    return tcx.query("instance_body", instance, compute)


def elaborated_mir(tcx: TyCtxt, def_: Def) -> Body:
    """The generic MIR of a definition or closure with its dead drops taken out, for running."""
    return tcx.query("elaborated_mir", def_, lambda: elaborate_drops(tcx, tcx.mir_built(def_)))


def drop_glue(tcx: TyCtxt, ty: t.Ty, order: tuple[int, ...] = ()) -> Instance | None:
    """What drops a value of a monomorphic type; None if there is nothing to do."""
    return Instance(InstanceKind.DROP_GLUE, None, (), ty, order=order) if tcx.needs_drop(ty) else None


class CompiledProgram:
    """One program, ready to be run. All types that go in and come out are monomorphic, normalised, without regions."""

    def __init__(self, tcx: TyCtxt) -> None:
        self.tcx = tcx

    # ---------------------------------------------------------------- instances

    def resolve(self, def_: Def, args: t.Args) -> Instance:
        """What a call of `def_` with these arguments runs."""
        return resolve_instance(self.tcx, def_, args)

    def reify(self, instance: Instance) -> Instance:
        """What a fn pointer to an instance runs."""
        return reify(self.tcx, instance)

    def resolve_fn_once(self, ty: t.Ty, args: tuple[t.Ty, ...]) -> Instance:
        """`<ty as FnOnce<args>>::call_once`."""
        return resolve_fn_once(self.tcx, ty, args)

    def closure_fn_ptr(self, ty: t.Closure) -> Instance:
        """What a fn pointer made of a closure without captures runs."""
        return Instance(InstanceKind.CLOSURE_FN_PTR, ty.def_, ty.args, ty)

    def body(self, instance: Instance) -> Body:
        """The MIR of an instance (not of INTRINSIC and VIRTUAL ones)."""
        return instance_body(self.tcx, instance)

    def const_body(self, def_: Def, args: t.Args) -> Body:
        """The MIR of a constant or static: the impl's one for an associated constant."""
        if self.tcx.trait_of_item(def_) is not None:
            found = self.tcx.resolve_assoc_item(def_, args)
            assert isinstance(found, tuple), f"no value for {def_.path()}"
            def_, args = found
        if isinstance(def_.node, ast.Static) and def_.node.foreign:
            raise UnsupportedError(f"the foreign static `{def_.name}`", def_.span)
        return instance_body(self.tcx, Instance(InstanceKind.ITEM, def_, args))

    def drop_glue(self, ty: t.Ty, order: tuple[int, ...] = ()) -> Instance | None:
        """What drops a value of this type; None if there is nothing to do."""
        return drop_glue(self.tcx, ty, order)

    def vtable(self, ty: t.Ty, dyn: t.Dynamic) -> tuple[Instance | None, ...]:
        """The methods of `ty` as a `dyn` trait object, by slot."""
        return vtable_methods(self.tcx, ty, dyn)

    def signature(self, instance: Instance) -> t.FnSig:
        """Parameter and result types; a closure's environment comes first."""
        if instance.kind is InstanceKind.CLOSURE:
            assert instance.def_ is not None
            ty = t.Closure(instance.def_, instance.args)
            sig = closure_signature(self.tcx, ty)
            kind = self.tcx.closure_info(instance.def_).kind
            env = ty if kind is ClosureKind.FN_ONCE else t.Ref(t.RE_ERASED, ty, kind is ClosureKind.FN_MUT)
            return t.safe_sig((env, *sig.inputs), sig.output)
        if instance.kind in (InstanceKind.ITEM, InstanceKind.INTRINSIC, InstanceKind.VIRTUAL, InstanceKind.CTOR_SHIM):
            assert instance.def_ is not None
            return fn_signature(self.tcx, t.FnDef(instance.def_, instance.args))
        body = self.body(instance)
        inputs = tuple(decl.ty for decl in body.locals[1 : body.arg_count + 1])
        return t.safe_sig(inputs, body.locals[0].ty)

    # ---------------------------------------------------------------- types and constants

    def const_value(self, const: t.Const) -> int | bool | None:
        """The value of an integer, bool or char constant; None for a named constant, whose body gives it (`const_body`)."""
        if isinstance(const, t.ConstUnevaluated) and const.def_.kind is DefKind.ANON_CONST:
            const = self.tcx.eval_const(const)
        return const.value if isinstance(const, t.ConstValue) else None

    def is_copy(self, ty: t.Ty) -> bool:
        return self.tcx.is_copy(ty)

    def implements(self, ty: t.Ty, trait: str) -> bool:
        """Whether a type implements a trait without parameters, a lang item."""
        return self.tcx.type_implements_trait(self.tcx.lang_item(trait), (ty,))

    def needs_drop(self, ty: t.Ty) -> bool:
        return self.tcx.needs_drop(ty)

    def is_enum(self, ty: t.Adt) -> bool:
        return ty.def_.kind is DefKind.ENUM

    def variant_count(self, ty: t.Adt) -> int:
        return len(self.tcx.adt_def(ty.def_).variants)

    def fields(self, ty: t.Ty, variant: int = 0) -> tuple[t.Ty, ...]:
        """The types of the fields of a struct, variant, tuple or closure."""
        if isinstance(ty, t.Tuple):
            return ty.elems
        if isinstance(ty, t.Closure):
            return closure_captures(self.tcx, ty)
        assert isinstance(ty, t.Adt)
        key = (ty, variant)
        return self.tcx.query("field_types", key, lambda: self._field_types(ty, variant))

    def _field_types(self, ty: t.Adt, variant: int) -> tuple[t.Ty, ...]:
        fields = self.tcx.adt_def(ty.def_).variants[variant].fields
        tys = tuple(t.erase_regions(field.ty(self.tcx, ty.args)) for field in fields)
        return self.tcx.normalize_erasing_regions(tys, reveal=True)

    def discriminants(self, enum: Def) -> list[int]:
        """The declared discriminant of each variant."""
        return self.tcx.discriminants(enum)

    def discriminant_ty(self, enum: Def) -> t.Prim:
        """The integer type that they have."""
        declared = self.tcx.adt_def(enum).repr.int_
        return t.PRIM[declared or "isize"]

    def tracks_caller(self, function: Def) -> bool:
        """Whether panics in a function are put down to its call."""
        return tracks_caller(self.tcx, function)

    def recursion_limit(self) -> int:
        """How many frames the evaluation of a constant may have."""
        return self.tcx.recursion_limit

    def has_unsafe_code(self) -> bool:
        """Whether anything in the user's text is `unsafe`."""
        return "unsafe" in self.tcx.resolution.root.span.file.text

    def may_run_long(self, const: Def) -> bool:
        """Whether the evaluation of a constant may take as long as it likes."""
        return self.tcx.resolution.lints.allowed("long_running_const_eval", const.span)

    def library_place(self, function: Def) -> Span | None:
        """What panics in a function of std are put down to, if that is a place in rustc's library."""
        if "panics_at" not in function.attrs:
            return None
        from interpreter.transform.library_places import library_place

        return library_place(function)

    def lang(self, name: str) -> Def | None:
        """The lang item of this name, if std has it."""
        return self.tcx.lang_item_or_none(name)

    def layout(self, ty: t.Ty) -> Layout:
        return self.tcx.layout_of(ty)

    def type_name(self, ty: t.Ty) -> str:
        """As `std::any::type_name` gives it, without the crates' names."""
        return self.tcx.format_ty(ty)

    def own_allocator(self) -> Def | None:
        """The user's `#[global_allocator]`."""
        if "global_allocator" not in self.tcx.resolution.root.span.file.text:
            return None
        return next((def_ for def_ in self.tcx.resolution.defs.values() if "global_allocator" in def_.attrs), None)

    def mentions_raw_pointers(self) -> bool:
        """Whether the text has words without which there are no raw pointers, nor cells that share an array."""
        text = self.tcx.resolution.root.span.file.text
        return any(word in text for word in _RAW_POINTERS)
