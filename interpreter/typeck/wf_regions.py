"""Whether the regions in an item's types outlive each other as the types need: E0309, E0310, E0478, E0491 (rustc: the regions
part of `wfcheck`).

What holds is known from the item's where clauses, from the bounds that a struct infers from its own fields (RFC 2093), and in an
impl from the types of its header (implied bounds).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from interpreter.diagnostics import Diagnostic, Label
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.outlives import (
    Component,
    OutlivesPair,
    adt_outlives,
    predicate_outlives,
    wf_outlives,
    wf_outlives_of_parts,
)
from interpreter.typeck.traits import elaborate

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_ADTS = frozenset((DefKind.STRUCT, DefKind.ENUM, DefKind.UNION))


def check_type(tcx: TyCtxt, item: Def, ty: t.Ty, span: Span) -> None:
    """A type that stands in the item."""
    known = _Known(tcx, item)
    reported: set[OutlivesPair] = set()
    for component, region, part in wf_outlives_of_parts(tcx, ty):
        if (component, region) not in reported and not known.holds(component, region):
            reported.add((component, region))
            tcx.emit(_report(tcx, item, component, region, part, span))
    for part in t.walk(ty):
        if isinstance(part, t.Dynamic) and part.principal is not None:
            bounds = elaborate.object_region_bounds(tcx, part.principal.value)
            if not all(known.holds(part.region, region) for region in bounds):
                tcx.emit(Diagnostic("E0478", "lifetime bound not satisfied", (Label(span),)))


def check_impl_predicate(tcx: TyCtxt, impl: Def, predicate: t.Predicate, trait_span: Span, self_span: Span) -> None:
    """A bound on the trait that an impl implements. A lifetime that isn't long enough is found twice: on proving the trait's
    reference well-formed, and on looking for lifetimes with which the impl would be right (E0803)."""
    known = _Known(tcx, impl)
    for component, region in predicate_outlives(tcx, predicate):
        if not known.holds(component, region):
            tcx.emit(_report(tcx, impl, component, region, None, trait_span))
            if isinstance(component, t.ReEarlyParam):
                parameter = f"lifetime parameter `{component.name}`"
                message = f"cannot infer an appropriate lifetime for {parameter} due to conflicting requirements"
                tcx.emit(Diagnostic("E0803", message, (Label(self_span),)))


class _Known:
    def __init__(self, tcx: TyCtxt, item: Def) -> None:
        self.tcx = tcx
        self.pairs = set(_known_pairs(tcx, item))

    def holds(self, component: Component, region: t.Region) -> bool:
        """Whether `component: region`; where it isn't known to be wrong, too."""
        if isinstance(component, t.Alias) or not isinstance(region, (t.ReStatic, t.ReEarlyParam)):
            return True
        if isinstance(component, t.Param):
            return any(c is component and self._region_outlives(r, region) for c, r in self.pairs)
        if not isinstance(component, (t.ReStatic, t.ReEarlyParam)):
            return True
        return self._region_outlives(component, region)

    def _region_outlives(self, longer: object, shorter: t.Region) -> bool:
        seen = {longer}
        stack = [longer]
        while stack:
            region = stack.pop()
            if region is shorter or isinstance(region, t.ReStatic):
                return True
            for sup, sub in self.pairs:
                if sup is region and sub not in seen:
                    seen.add(sub)
                    stack.append(sub)
        return False


def _known_pairs(tcx: TyCtxt, item: Def) -> Iterator[OutlivesPair]:
    for predicate in tcx.param_env(item).outlives:
        yield from predicate_outlives(tcx, predicate)
    if item.kind in _ADTS:
        yield from (pair for pair in adt_outlives(tcx, item) if not isinstance(pair[1], t.ReStatic))
    impl = item if item.kind is DefKind.IMPL else item.parent
    if impl is not None and impl.kind is DefKind.IMPL:
        trait_ref = tcx.impl_trait_ref(impl)
        for part in trait_ref.args if trait_ref is not None else (tcx.type_of(impl),):
            if not isinstance(part, (t.ReStatic, t.ReEarlyParam)):
                yield from wf_outlives(tcx, part)  # type: ignore[arg-type]


def _report(tcx: TyCtxt, item: Def, component: Component, region: t.Region, part: t.Ref | t.Adt | None, span: Span) -> Diagnostic:
    if isinstance(component, t.Param):
        need = f"the type `{component.name}` will meet its required lifetime bounds"
        if isinstance(part, t.Ref):
            need = f"the reference type `{tcx.format_ty(part)}` does not outlive the data it points at"
        elif part is not None:
            need += "..."
        message = f"the parameter type `{component.name}` may not live long enough"
        required = f"the parameter type `{component.name}` must be valid for"
        because, helps = Label(span, f"...so that {need}"), ("consider adding an explicit lifetime bound",)
        if isinstance(region, t.ReEarlyParam):
            defined = tcx.generics_of(item).param_at(region.index).def_.span
            declared = Label(defined, f"{required} the lifetime `{region.name}` as defined here...")
            return Diagnostic("E0309", message, (because,), (declared,), helps=helps)
        return Diagnostic("E0310", message, (Label(span, f"{required} the static lifetime..."), because), helps=helps)
    if isinstance(part, t.Ref):
        message = f"in type `{tcx.format_ty(part)}`, reference has a longer lifetime than the data it references"
        return Diagnostic("E0491", message, (Label(span),))
    return Diagnostic("E0478", "lifetime bound not satisfied", (Label(span),))
