"""The modules of this package that few programs need; they are loaded when something in them is asked for."""

from __future__ import annotations

from interpreter.deferred import Deferred
from interpreter.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from interpreter.typeck import async_recursion as async_recursion
    from interpreter.typeck import cast as cast
    from interpreter.typeck import const_check as const_check
    from interpreter.typeck import const_cycles as const_cycles
    from interpreter.typeck import gat_bounds as gat_bounds
    from interpreter.typeck import layout as layout
    from interpreter.typeck import never_fallback as never_fallback
    from interpreter.typeck import opaque as opaque
    from interpreter.typeck import precise_capturing as precise_capturing
    from interpreter.typeck import pretty_ty as pretty_ty
    from interpreter.typeck import range_endpoints as range_endpoints
    from interpreter.typeck import unreachable_patterns as unreachable_patterns
else:
    async_recursion = Deferred("interpreter.typeck.async_recursion")
    cast = Deferred("interpreter.typeck.cast")
    const_check = Deferred("interpreter.typeck.const_check")
    const_cycles = Deferred("interpreter.typeck.const_cycles")
    gat_bounds = Deferred("interpreter.typeck.gat_bounds")
    layout = Deferred("interpreter.typeck.layout")
    never_fallback = Deferred("interpreter.typeck.never_fallback")
    opaque = Deferred("interpreter.typeck.opaque")
    precise_capturing = Deferred("interpreter.typeck.precise_capturing")
    pretty_ty = Deferred("interpreter.typeck.pretty_ty")
    range_endpoints = Deferred("interpreter.typeck.range_endpoints")
    unreachable_patterns = Deferred("interpreter.typeck.unreachable_patterns")
