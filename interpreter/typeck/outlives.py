"""What it means that a type outlives a region, and what the well-formedness of a type says about its regions (rustc: outlives
components, implied bounds, inferred outlives requirements)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from interpreter.resolve.defs import Def
from interpreter.typeck import ty as t

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
            for pair in wf_outlives(tcx, tcx.type_of(f.def_)):
                component, region = pair
                if (
                    isinstance(region, t.ReEarlyParam)
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
    """What must hold between regions and components of `ty` for it to be well-formed (and is implied where it is a
    parameter's type)."""
    for component, region, _ in wf_outlives_of_parts(tcx, ty):
        yield component, region


def wf_outlives_of_parts(tcx: TyCtxt, ty: t.Ty) -> Iterator[tuple[Component, t.Region, t.Ref | t.Adt]]:
    """The same, each with the part of the type that requires it."""
    interesting = t.HAS_FREE_REGION | t.HAS_REGION_VAR | t.HAS_REGION_PARAM | t.HAS_PARAM
    stack: list[object] = [ty]
    while stack:
        part = stack.pop()
        if isinstance(part, tuple):
            stack.extend(part)
            continue
        if not isinstance(part, t._Interned) or not part.flags & interesting or isinstance(part, t.Binder):
            continue
        if isinstance(part, t.Ref):
            if part.ty.flags & (interesting | t.HAS_ALIAS):
                for component in components_of(tcx, part.ty):
                    yield component, part.region, part
            stack.append(part.ty)
        elif isinstance(part, t.Adt):
            for component, region in adt_outlives(tcx, part.def_):
                bound = t.subst(region, part.args)
                replaced = t.subst(component, part.args)
                if isinstance(replaced, (t.Param, t.Alias)) or not isinstance(component, (t.Param, t.Alias)):
                    yield replaced, bound, part
                else:
                    for inner in components_of(tcx, replaced):
                        yield inner, bound, part
            stack.extend(part.args)
        elif isinstance(part, t.Dynamic):
            continue
        else:
            stack.extend([getattr(part, name) for name in part.fields])
