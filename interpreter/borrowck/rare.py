"""The modules of this package that few programs need; they are loaded when something in them is asked for."""

from __future__ import annotations

from interpreter.deferred import Deferred
from interpreter.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from interpreter.borrowck import coroutine_witness as coroutine_witness
    from interpreter.borrowck import drop_cycles as drop_cycles
    from interpreter.borrowck import opaque_types as opaque_types
else:
    coroutine_witness = Deferred("interpreter.borrowck.coroutine_witness")
    drop_cycles = Deferred("interpreter.borrowck.drop_cycles")
    opaque_types = Deferred("interpreter.borrowck.opaque_types")
