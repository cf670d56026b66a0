"""What it means that a type outlives a region, and what the well-formedness of a type says about its regions (rustc: outlives
components, implied bounds, inferred outlives requirements)."""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.hints import TYPE_CHECKING, TypeAlias
from interpreter.records import Record
from interpreter.resolve.defs import Def, DefKind
from interpreter.typeck import ty as t
from interpreter.typeck.traits import elaborate

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

Component: TypeAlias = "t.Region | t.Param | t.Alias"
OutlivesPair: TypeAlias = tuple[Component, t.Region]
"""`component: region`."""


def components_of(tcx: TyCtxt, ty: object) -> Iterator[Component]:
    """The regions, parameters and aliases that must outlive `'r` for `ty: 'r` to hold (RFC 1214)."""
    stack: list[object] = [ty]
    seen: set[object] = set()
    while stack:
        part = stack.pop()
        if part in seen:
            continue
        seen.add(part)
        if isinstance(part, tuple):
            stack.extend(reversed(part))
        elif isinstance(part, (t.ReVar, t.ReStatic, t.ReEarlyParam, t.ReLateParam, t.RePlaceholder, t.Param)):
            yield part
        elif isinstance(part, t.Alias):
            if part.flags & (t.HAS_PARAM | t.HAS_FREE_REGION | t.HAS_REGION_PARAM | t.HAS_REGION_VAR):
                yield part
        elif isinstance(part, t.Closure):
            n_parent = tcx.generics_of(part.def_).count
            stack.append(part.args[-1] if len(part.args) > n_parent else part.args)
        elif isinstance(part, (t.FnDef, t.Adt)):
            stack.extend(reversed(part.args))
        elif isinstance(part, t._Interned):
            if part.flags & (t.HAS_PARAM | t.HAS_FREE_REGION | t.HAS_REGION_PARAM | t.HAS_REGION_VAR | t.HAS_ALIAS):
                stack.extend(reversed([getattr(part, name) for name in part.fields]))


def adt_outlives(tcx: TyCtxt, adt: Def) -> tuple[OutlivesPair, ...]:
    """What an ADT requires of its parameters: its where clauses and what its fields need (inferred outlives), in its own
    parameters."""

    def compute() -> tuple[OutlivesPair, ...]:
        found: dict[OutlivesPair, None] = {}
        for predicate, _ in tcx.predicates_of(adt):
            found.update(dict.fromkeys(predicate_outlives(tcx, predicate)))
        for f in tcx.adt_def(adt).all_fields():
            for need in wf_needs(tcx, tcx.type_of(f.def_)):
                pair = component, region = need.component, need.region
                if (
                    not isinstance(need.part, t.Dynamic)
                    and isinstance(region, t.ReEarlyParam)
                    and isinstance(component, (t.ReEarlyParam, t.Param, t.Alias))
                    and component is not region
                ):
                    found[pair] = None
        return tuple(found)

    return tcx.query("borrowck_adt_outlives", adt, compute, lambda chain: ())


def predicate_outlives(tcx: TyCtxt, predicate: t.Predicate) -> Iterator[OutlivesPair]:
    """What an outlives predicate says of components; nothing for other or higher-ranked ones."""
    kind = predicate.value
    if predicate.bound:
        return
    if isinstance(kind, t.RegionOutlives):
        yield kind.longer, kind.shorter
    elif isinstance(kind, t.TypeOutlives):
        for component in components_of(tcx, kind.ty):
            yield component, kind.region


def wf_outlives(tcx: TyCtxt, ty: t.Ty) -> Iterator[OutlivesPair]:
    """What must hold between regions and components of `ty` for it to be well-formed."""
    for need in wf_needs(tcx, ty):
        yield need.component, need.region


def implied_outlives(tcx: TyCtxt, ty: t.Ty) -> Iterator[OutlivesPair]:
    """What is implied where `ty` is a parameter's or result's type: that it, with its associated types, is well-formed."""
    yield from wf_outlives(tcx, ty)
    if ty.flags & t.HAS_ALIAS:
        for part in t.walk(ty):
            if isinstance(part, t.Alias) and part.def_.kind is DefKind.ASSOC_TY and not part.flags & t.HAS_BOUND:
                for predicate, _ in tcx.own_predicates_of(part.def_):
                    yield from predicate_outlives(tcx, t.subst(predicate, part.args))


class WfNeed(Record, frozen=True):
    """`component: region`, which `part` of a type requires. `subject`: the type that the component is a part of, if it is a type
    that must outlive the region."""

    component: Component
    region: t.Region
    part: t.Ref | t.Adt | t.Dynamic
    subject: t.Ty | None


def wf_needs(tcx: TyCtxt, ty: t.GenericArg) -> Iterator[WfNeed]:
    """The same with reasons. What is bound within the type is passed over."""
    interesting = t.HAS_FREE_REGION | t.HAS_REGION_VAR | t.HAS_REGION_PARAM | t.HAS_PARAM
    stack: list[object] = [ty]
    while stack:
        part = stack.pop()
        if isinstance(part, tuple):
            stack.extend(part)
            continue
        if not isinstance(part, t._Interned) or not part.flags & interesting:
            continue
        if type(part) is t.Ref:
            if part.ty.flags & (interesting | t.HAS_ALIAS) and type(part.region) is not t.ReBound:
                for component in components_of(tcx, part.ty):
                    if not component.flags & t.HAS_BOUND:
                        yield WfNeed(component, part.region, part, part.ty)
            stack.append(part.ty)
        elif type(part) is t.Adt:
            yield from _adt_needs(tcx, part)
            stack.extend(part.args)
        else:
            if type(part) is t.Dynamic:
                yield from _object_needs(tcx, part)
            stack.extend([getattr(part, name) for name in part.fields])


def _adt_needs(tcx: TyCtxt, adt: t.Adt) -> Iterator[WfNeed]:
    for component, region in adt_outlives(tcx, adt.def_):
        bound, replaced = t.subst(region, adt.args), t.subst(component, adt.args)
        if (bound.flags | replaced.flags) & t.HAS_BOUND:
            continue
        if not isinstance(component, (t.Param, t.Alias)):
            yield WfNeed(replaced, bound, adt, None)
        elif isinstance(replaced, (t.Param, t.Alias)):
            yield WfNeed(replaced, bound, adt, replaced)
        else:
            for inner in components_of(tcx, replaced):
                yield WfNeed(inner, bound, adt, replaced)  # type: ignore[arg-type]


def _object_needs(tcx: TyCtxt, dyn: t.Dynamic) -> Iterator[WfNeed]:
    """`dyn Trait<'a> + 'b` lives at least as long as the trait says that its implementors do (rustc: `object_region_bounds`)."""
    if dyn.principal is not None and not dyn.principal.flags & t.HAS_BOUND and not isinstance(dyn.region, t.ReBound):
        for region in elaborate.object_region_bounds(tcx, dyn.principal.value):
            yield WfNeed(dyn.region, region, dyn, None)
