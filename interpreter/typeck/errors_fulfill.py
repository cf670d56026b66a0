"""Obligations that don't hold: worded by the trait system (traits/errors.py), reported as errors of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.typeck.traits import errors
from interpreter.typeck.traits.obligation import ErrorKind, FulfillmentError

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt


def report(fcx: FnCtxt, found: list[FulfillmentError]) -> None:
    """Report failed obligations; ambiguous ones only if nothing else is wrong."""
    if fcx.tainted:
        found = [e for e in found if e.kind is not ErrorKind.AMBIGUITY]
    if not found:
        return
    with fcx.catching_errors():
        errors.report_fulfillment_errors(fcx.infcx, found)
    fcx.tainted = True
