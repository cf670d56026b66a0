"""`elided_lifetimes_in_associated_constant` (rustc_resolve: late.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check(tcx: TyCtxt, emit: Emit) -> None:
    """What the names were resolved to has found."""
    for span in tcx.resolution.elided_in_consts:
        what = "`'_`" if span.text.startswith("'") else "`&` without an explicit lifetime name"
        emit("elided_lifetimes_in_associated_constant", Label(span), f"{what} cannot be used here")
