"""The where clauses that a generic associated type must have (rustc: `check_gat_where_clauses`).

Where each function of a trait that mentions `Self::Item<'a, T>` knows that `Self: 'a` or `T: 'a`, the associated type has to say
so, too, so that impls may make use of it.
"""

from __future__ import annotations

from collections.abc import Iterable

from interpreter.diagnostics import Diagnostic, Label, Suggestion
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.defs import AssocItem, AssocKind
from interpreter.typeck.free_regions import FreeRegions, env_outlives
from interpreter.typeck.outlives import OutlivesPair, components_of, wf_outlives

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

Bounds = dict[OutlivesPair, None]
"""`parameter: lifetime`, in the parameters of an associated type."""


def check_gat_where_clauses(tcx: TyCtxt, trait: Def) -> None:
    """Those that are missing in a trait that has generic associated types."""
    items = tcx.associated_items(trait)
    generic = [item for item in items if item.kind is AssocKind.TYPE and tcx.generics_of(item.def_).params]
    required: dict[Def, Bounds] = {item.def_: {} for item in generic}
    grown = True
    while grown:  # what one associated type must have may be needed by another
        grown = False
        for gat in generic:
            new = [pair for pair in _required_by_all(tcx, items, gat.def_, required) if pair not in required[gat.def_]]
            required[gat.def_].update(dict.fromkeys(new))
            grown = grown or bool(new)
    for gat in generic:
        known = FreeRegions(env_outlives(tcx, tcx.param_env(gat.def_)))
        missing = [pair for pair in required[gat.def_] if not _holds(known, *pair)]
        if missing:
            tcx.emit(_report(tcx, gat, missing))


def _required_by_all(tcx: TyCtxt, items: list[AssocItem], gat: Def, required: dict[Def, Bounds]) -> Bounds:
    """What all other items that mention `gat` know of its arguments."""
    common: Bounds | None = None
    for item in items:
        if item.def_ is gat or item.kind is AssocKind.CONST:
            continue
        known = list(env_outlives(tcx, tcx.param_env(item.def_)))
        mentions: Iterable[Any]
        if item.kind is AssocKind.FN:
            sig = tcx.liberated_fn_sig(item.def_)
            mentions = (*sig.inputs, sig.output)
            known += [pair for ty in sig.inputs for pair in wf_outlives(tcx, ty)]
        else:
            mentions = [predicate for predicate, _ in tcx.item_bounds(item.def_)]
            known += required.get(item.def_, {})
        found = _known_of_arguments(tcx, gat, mentions, FreeRegions(known))
        if found is not None:
            common = found if common is None else {pair: None for pair in common if pair in found}
    return common or {}


def _known_of_arguments(tcx: TyCtxt, gat: Def, mentions: Iterable[Any], known: FreeRegions) -> Bounds | None:
    """How the arguments of `gat` outlive each other wherever it is mentioned; None where it isn't."""
    regions: dict[tuple[t.Region, int], None] = {}
    types: dict[tuple[t.Ty, int], None] = {}
    for part in (part for mention in mentions for part in t.walk(mention)):
        if isinstance(part, t.Alias) and part.def_ is gat:
            for index, arg in enumerate(part.args):
                if isinstance(arg, t.ReError):
                    return {}
                if isinstance(arg, (t.ReStatic, t.ReEarlyParam, t.ReLateParam)):
                    regions[arg, index] = None
                elif not isinstance(arg, (t.ReBound, t.ReErased)):
                    types[arg, index] = None  # type: ignore[index]
    if not regions and not types:
        return None
    params = [param.to_arg() for param in tcx.generics_of(gat).all_params()]
    bounds: Bounds = {}
    for region, region_index in regions:
        if isinstance(region, t.ReStatic):
            continue
        for ty, ty_index in types:
            if all(_holds(known, component, region) for component in components_of(tcx, ty)):
                bounds[params[ty_index], params[region_index]] = None  # type: ignore[index]
        for other, other_index in regions:
            if other is not region and not isinstance(other, t.ReStatic) and _holds(known, region, other):
                bounds[params[region_index], params[other_index]] = None  # type: ignore[index]
    return bounds


def _holds(known: FreeRegions, component: Any, region: t.Region) -> bool:
    """Unlike `FreeRegions.holds`, not where nothing is known."""
    if isinstance(component, t.Alias):
        return (component, region) in known.pairs
    return known.holds(component, region)


def _report(tcx: TyCtxt, gat: AssocItem, missing: list[OutlivesPair]) -> Diagnostic:
    node = gat.def_.node
    assert isinstance(node, ast.TypeAlias_)
    plural = "s" if len(missing) > 1 else ""
    clauses = ", ".join(f"{tcx.format_ty(longer)}: {tcx.format_ty(shorter)}" for longer, shorter in missing)
    text = f", {clauses}" if node.generics.predicates else f" where {clauses}"
    at = node.span.shrink_to_hi()
    at = at._replace(lo=at.lo - 1, hi=at.hi - 1)
    these = "these bounds are" if plural else "this bound is"
    url = "https://github.com/rust-lang/rust/issues/87479"
    return Diagnostic(
        None,
        f"missing required bound{plural} on `{gat.name}`",
        (Label(node.span),),
        notes=(
            f"{these} currently required to ensure that impls have maximum flexibility",
            f"we are soliciting feedback, see issue #87479 <{url}> for more information",
        ),
        suggestions=(Suggestion(f"add the required where clause{plural}", ((at, text),)),),
    )
