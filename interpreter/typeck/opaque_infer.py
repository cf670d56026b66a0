"""`impl Trait` in the return type of the function checked: its hidden type is inferred (rustc: opaque_types.rs)."""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind
from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import FnCtxt
from interpreter.typeck.traits.obligation import WhereClause
from interpreter.typeck.words import errors_opaque

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.thir_build import ThirBuilder


def replace_opaques(fcx: FnCtxt, output: t.Ty) -> t.Ty:
    """The return type with a variable for each of its opaque types; their bounds must hold of what the variables become."""
    hidden: dict[Def, t.Alias] = {}
    _collect(fcx, output, hidden)
    if not hidden:
        return output

    def fold(part: Any) -> Any:
        if isinstance(part, t.Alias) and part.def_ in hidden:
            return fcx.infcx.hidden_type_of(hidden[part.def_])
        return t.map_parts(part, fold, t.HAS_ALIAS) if part.flags & t.HAS_ALIAS else part

    for alias in hidden.values():
        for index, (predicate, span) in enumerate(fcx.tcx.item_bounds(alias.def_)):
            fcx.tainted = fcx.tainted or bool(predicate.flags & t.HAS_ERROR)
            if isinstance(predicate.value, (t.TypeOutlives, t.RegionOutlives)):
                continue
            made = t.erase_regions(t.subst(predicate, alias.args))
            made = fcx.infcx.normalize(fold(made), fcx.cause(alias.def_.span))
            fcx.register_predicate(made, fcx.cause(alias.def_.span, WhereClause(alias.def_, span, index)))
        fcx.require_wf(fold(alias), alias.def_.span)
    return fold(output)  # type: ignore[no-any-return]


def _collect(fcx: FnCtxt, value: Any, hidden: dict[Def, t.Alias]) -> None:
    """A variable for each opaque type in `value`, and for those in their bounds."""
    for part in t.walk(value):
        if isinstance(part, t.Alias) and part.def_.kind is DefKind.OPAQUE_TY and _is_own(fcx, part) and part.def_ not in hidden:
            fcx.infcx.defining_opaques.add(part.def_)
            hidden[part.def_] = part
            fcx.opaques.append(part)
            for predicate, _ in fcx.tcx.item_bounds(part.def_):
                _collect(fcx, t.erase_regions(t.subst(predicate, part.args)), hidden)


def _is_own(fcx: FnCtxt, alias: t.Alias) -> bool:
    return alias.def_.parent is fcx.owner


def finish(fcx: FnCtxt, builder: ThirBuilder) -> None:
    """Make the hidden types known to everyone."""
    for alias in fcx.opaques:
        var = fcx.infcx.hidden_type_of(alias)
        if var is not None and alias.def_ not in fcx.tcx.hidden_types:
            fcx.tcx.hidden_types[alias.def_] = builder.resolve(var, alias.def_.span)


def check_cycles(tcx: TyCtxt) -> None:
    """E0720: an opaque type of the user's that its own hidden type holds, maybe by way of others."""
    for def_ in list(tcx.hidden_types):
        if not def_.is_std and _reaches(tcx, def_):
            errors_opaque.report_cycle(tcx, def_)


def opaques_within(tcx: TyCtxt, ty: t.Ty) -> list[Def]:
    """The opaque types in a type, and in what its closures have captured."""
    found: list[Def] = []
    work: list[Any] = [ty]
    while work:
        for part in t.walk(work.pop()):
            if isinstance(part, t.Alias) and part.def_.kind is DefKind.OPAQUE_TY:
                found.append(part.def_)
            elif isinstance(part, t.Closure) and not part.def_.is_std:
                work += [captured.ty for captured in tcx.closure_info(part.def_).captures]
    return found


def _reaches(tcx: TyCtxt, start: Def) -> bool:
    seen: set[Def] = set()
    work = [start]
    while work:
        hidden = tcx.hidden_types.get(work.pop())
        for def_ in opaques_within(tcx, hidden) if hidden is not None else ():
            if def_ is start:
                return True
            if def_ not in seen:
                seen.add(def_)
                work.append(def_)
    return False
