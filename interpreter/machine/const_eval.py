"""Constants in types and patterns that are more than arithmetic: run by a machine of their own (rustc: `const_eval`).

In: a constant's Def and generic arguments. Out: its value, for integers, bools and chars. Registered as the provider
"const_eval"; it is asked when typeck meets a call of a const fn, a loop or the like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.machine.machine import Machine
from interpreter.resolve.defs import Def
from interpreter.transform.program import CompiledProgram
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def const_eval(tcx: TyCtxt, def_: Def, args: t.Args) -> t.ConstValue | None:
    """The value of a constant; None if it isn't a number, bool or char.

    Raises: UnsupportedError: its evaluation panics.
    """
    machine: Machine = tcx.query("const_machine", None, lambda: Machine(CompiledProgram(tcx), history=False))
    value = machine.code.constant(t.ConstUnevaluated(def_, args))
    if not isinstance(value, (int, bool)):
        return None
    return t.ConstValue(value, t.subst(tcx.type_of(def_), args))  # type: ignore[no-any-return]
