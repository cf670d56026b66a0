"""Types that nothing decides: integer literals become i32, floats f64, the values of diverging expressions `()` (`!` from 2024
on).

rustc: fallback.rs; Reference: literal expressions; RFC 1216 on diverging fallback.
"""

from __future__ import annotations

from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import FnCtxt
from interpreter.typeck.rare import never_fallback
from interpreter.typeck.thir import ClosureKind


def fall_back(fcx: FnCtxt) -> None:
    """Bind what can be bound without further knowledge, then try the pending obligations again. After an error nothing is
    guessed, so that no more errors come of a guess (rustc: `fallback_if_possible`)."""
    fcx.select_where_possible()
    infcx = fcx.infcx
    diverging = {v for var in fcx.diverging_vars if isinstance(v := infcx.shallow_resolve(var), t.Infer)}
    default = t.NEVER if fcx.tcx.edition >= 2024 else t.UNIT
    if diverging and not fcx.tainted and not fcx.owner.is_std:
        never_fallback.lint_fallback(fcx, list(diverging))
    # What the body's own opaque types are, if only a call of the function itself says it.
    hidden = map(infcx.shallow_resolve, infcx.opaques_by_themselves)
    diverging |= {var for var in hidden if isinstance(var, t.Infer) and var.kind == "ty"}
    changed = False
    if fcx.tainted:
        _give_up_closures(fcx)
    for var in list(infcx.unsolved_vars()):
        if fcx.tainted:
            if var.kind != "ty":
                continue
            infcx.eq(t.ERROR, var)
        elif var.kind == "int":
            infcx.eq(t.I32, var)
        elif var.kind == "float":
            infcx.eq(t.F64, var)
        elif var in diverging:
            infcx.eq(default, var)
        else:
            continue
        changed = True
    if changed:
        fcx.select_where_possible()


def _give_up_closures(fcx: FnCtxt) -> None:
    """What closures capture and of which kind they are isn't asked after an error: they may be all that is wanted of them."""
    for state in fcx.infcx.closures.values():
        state.kind = state.kind or ClosureKind.FN
        state.upvar_tys = [t.ERROR]
    fcx.infcx.fulfillment.wake()
