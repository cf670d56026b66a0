"""The modules of this package that few programs need; they are loaded when something in them is asked for."""

from __future__ import annotations

from interpreter.deferred import Deferred
from interpreter.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from interpreter.syntax import async_fns as async_fns
    from interpreter.syntax import pretty as pretty
else:
    async_fns = Deferred("interpreter.syntax.async_fns")
    pretty = Deferred("interpreter.syntax.pretty")
