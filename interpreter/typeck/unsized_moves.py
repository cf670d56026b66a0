"""Values without a size can't be moved (rustc: `ensure_place_sized`, on MIR): E0161.

A receiver taken by value out of a `Box<dyn Trait>` is where a sound body can have one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.unsafety import parts

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt


def check_unsized_moves(fcx: FnCtxt, body: thir.Body) -> None:
    """Report unsized arguments of calls."""
    if fcx.owner.is_std:
        return
    stack = [body.value]
    while stack:
        here = stack.pop()
        stack.extend(reversed(parts(here)))
        for arg in here.args if isinstance(here, thir.Call) else ():
            if isinstance(arg.ty, t.Dynamic | t.Slice) or arg.ty is t.STR:
                message = f"cannot move a value of type `{fcx.fmt(arg.ty)}`"
                fcx.error("E0161", message, arg.span, f"the size of `{fcx.fmt(arg.ty)}` cannot be statically determined")
