"""Types that nothing decides: integer literals become i32, floats f64, the values of diverging expressions `()` (`!` from 2024
on).

rustc: fallback.rs; Reference: literal expressions; RFC 1216 on diverging fallback.
"""

from __future__ import annotations

from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import FnCtxt


def fall_back(fcx: FnCtxt) -> None:
    """Bind what can be bound without further knowledge, then try the pending obligations again."""
    fcx.select_where_possible()
    infcx = fcx.infcx
    diverging = {v for var in fcx.diverging_vars if isinstance(v := infcx.shallow_resolve(var), t.Infer)}
    default = t.NEVER if fcx.tcx.edition >= 2024 else t.UNIT
    changed = False
    for var in list(infcx.unsolved_vars()):
        if var.kind == "int":
            infcx.eq(t.I32, var)
        elif var.kind == "float":
            infcx.eq(t.F64, var)
        elif var in diverging:
            infcx.eq(default, var)
        elif fcx.tainted:
            infcx.eq(t.ERROR, var)
        else:
            continue
        changed = True
    if changed:
        fcx.select_where_possible()
