"""What the machine asks of the compiler: instances, their MIR, and facts about monomorphic types.

In: the type context and transform's instances. Out: `Program`, the only door through which the machine sees either; tests of
the machine give it programs made by hand through the same protocol.
"""

from __future__ import annotations

from interpreter.hints import Protocol
from interpreter.mir.body import Body
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.transform.instance import Instance
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Layout


class Program(Protocol):
    """A compiled program. All types that go in and come out are monomorphic, normalised, with regions erased."""

    def resolve(self, def_: Def, args: t.Args) -> Instance:
        """What a call of `def_` with these arguments runs (rustc: `Instance::resolve`)."""

    def reify(self, instance: Instance) -> Instance:
        """What a fn pointer to an instance runs."""

    def resolve_fn_once(self, ty: t.Ty, args: tuple[t.Ty, ...]) -> Instance:
        """`<ty as FnOnce<args>>::call_once`."""

    def closure_fn_ptr(self, ty: t.Closure) -> Instance:
        """What a fn pointer made of a closure without captures runs."""

    def body(self, instance: Instance) -> Body:
        """The MIR of any instance but INTRINSIC and VIRTUAL ones."""

    def const_body(self, def_: Def, args: t.Args) -> Body:
        """The MIR of a constant or static."""

    def drop_glue(self, ty: t.Ty, order: tuple[int, ...] = ()) -> Instance | None:
        """What drops a value of this type; None if there is nothing to do."""

    def vtable(self, ty: t.Ty, dyn: t.Dynamic) -> tuple[Instance | None, ...]:
        """The methods of `ty` as a `dyn` trait object, by slot; None where one can't be called."""

    def signature(self, instance: Instance) -> t.FnSig:
        """Parameter and result types of an intrinsic or function instance."""

    def const_value(self, const: t.Const) -> int | bool | None:
        """The value of an integer, bool or char constant; None if it isn't one of these."""

    def is_copy(self, ty: t.Ty) -> bool: ...
    def implements(self, ty: t.Ty, trait: str) -> bool:
        """Whether a type implements a trait without parameters, a lang item."""

    def needs_drop(self, ty: t.Ty) -> bool: ...

    def is_enum(self, ty: t.Adt) -> bool: ...
    def variant_count(self, ty: t.Adt) -> int: ...

    def fields(self, ty: t.Ty, variant: int = 0) -> tuple[t.Ty, ...]:
        """The types of the fields of a struct, variant, tuple or closure."""

    def discriminants(self, enum: Def) -> list[int]:
        """The declared discriminant of each variant."""

    def discriminant_ty(self, enum: Def) -> t.Prim:
        """The integer type that they have."""

    def tracks_caller(self, function: Def) -> bool:
        """Whether panics in a function are put down to its call: `#[track_caller]`, on the trait's item as well (RFC 2091)."""

    def recursion_limit(self) -> int:
        """How many frames the evaluation of a constant may have."""

    def has_unsafe_code(self) -> bool:
        """Whether anything in the user's text is `unsafe`."""

    def may_run_long(self, const: Def) -> bool:
        """Whether the evaluation of a constant may take as long as it likes."""

    def library_place(self, function: Def) -> Span | None:
        """What panics in a function of std are put down to, if that is a place in rustc's library."""

    def lang(self, name: str) -> Def | None:
        """The lang item of this name, if std has it."""

    def layout(self, ty: t.Ty) -> Layout: ...

    def own_allocator(self) -> Def | None:
        """The user's `#[global_allocator]`."""

    def mentions_raw_pointers(self) -> bool:
        """Whether anything in the user's text may lead to a raw pointer, or to a shared place that is written to as a whole and
        in parts."""

    def type_name(self, ty: t.Ty) -> str:
        """As messages show it."""
