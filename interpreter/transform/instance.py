"""Instances: what a call runs once all generic arguments are known (rustc_middle::ty::Instance). Data only.

Made by `transform.resolve`, given a body by `transform.bodies`; the machine keys its code and vtables by them.
"""

from __future__ import annotations

from interpreter.enums import Enum
from interpreter.hints import final
from interpreter.records import Record
from interpreter.resolve.defs import Def
from interpreter.typeck.ty import Args, Ty

REIFIED = "reified"
"""The kind of those shims that what happens in the function they call is put down to."""


class InstanceKind(Enum):
    ITEM = "item"
    """A function or method with a body in the text: `def_`, `args`."""
    INTRINSIC = "intrinsic"
    """A function without a body, done by the machine: its name is `Instance.intrinsic`."""
    CLOSURE = "closure"
    """The body of the closure `def_`; argument 1 is its environment (by value, & or &mut by its kind)."""
    CLOSURE_ONCE_SHIM = "closure once"
    """FnOnce::call_once of a Fn or FnMut closure: takes it by value, calls its body by reference, drops it."""
    FN_PTR_SHIM = "fn pointer"
    """Fn*::call* of a fn item, constructor or fn pointer of type `ty` (argument 1; by reference if `by_ref`)."""
    REIFY_SHIM = "reified"
    """The user's `#[track_caller]` function `def_` as a fn pointer or in a vtable: what it is put down to is its own head."""
    CTOR_SHIM = "constructor"
    """A tuple struct's or tuple variant's constructor called as a function."""
    CLOSURE_FN_PTR = "closure as fn pointer"
    """What a fn pointer made of the closure type `ty`, which captures nothing, runs: the arguments without an environment."""
    CLONE_SHIM = "clone"
    """Clone::clone of the tuple, array, closure or fn type `ty`."""
    DROP_GLUE = "drop glue"
    """Drops the value of type `ty` behind its argument (`*mut ty`); `ty` None: nothing to drop."""
    VIRTUAL = "virtual"
    """A method of a trait object: slot number `index` of the vtable that argument 1 (or what it points to) carries. Argument 1
    may also be the object itself, moved out of its box (FnOnce): an operand `move (*box)`."""


@final
class Instance(Record, frozen=True):
    """`def_`: the function, closure or (constructors) struct or variant; for shims the trait method. `args`: all generic
    arguments, without parameters. `ty`: the self type of shims and drop glue. `index`: for VIRTUAL, the vtable slot. `order`: for
    DROP_GLUE of an array, the order of its elements (`mir.Drop.order`).

    `by_ref`: FN_PTR_SHIM's argument 1 is a reference (Fn, FnMut).
    """

    kind: InstanceKind
    def_: Def | None
    args: Args = ()
    ty: Ty | None = None
    index: int = 0
    by_ref: bool = False
    order: tuple[int, ...] = ()

    @property
    def untuples(self) -> bool:
        """Called through Fn*::call* it takes the elements of the last argument, a tuple, one by one (rustc: the rust-call ABI).

        A direct call, whose `func` is a constant of closure type, already passes them one by one.
        """
        return self.kind in (InstanceKind.CLOSURE, InstanceKind.CLOSURE_ONCE_SHIM, InstanceKind.FN_PTR_SHIM)

    @property
    def intrinsic(self) -> str:
        """The name in `#[intrinsic = "name"]`."""
        assert self.kind is InstanceKind.INTRINSIC and self.def_ is not None
        return attribute_value(self.def_, "intrinsic")


def attribute_value(def_: Def, name: str) -> str:
    """The text of `#[name = "text"]` on a definition."""
    tokens = [tree for tree in def_.attrs[name].args if hasattr(tree, "text")]
    return tokens[-1].text.strip('"')
