"""`impl Trait` in return position: an opaque type with the generics of its function plus copies of the lifetimes it captures.

As in rustc (RFC 3617, `opaque_hidden_inferred_bound`): in edition 2021 it captures the lifetimes named in its bounds, from 2024
on all that are in scope; type parameters always. The hidden type is inferred by typeck of the function's body
(`tcx.hidden_types`).
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.records import Record
from interpreter.resolve.defs import Def, DefKind, ElidedLifetime, ParamLifetime
from interpreter.syntax import ast
from interpreter.syntax.ast import ParamKind
from interpreter.typeck import rpitit
from interpreter.typeck import ty as t
from interpreter.typeck.defs import GenericParamDef, Generics
from interpreter.typeck.rare import precise_capturing

if TYPE_CHECKING:
    from interpreter.typeck.context import Predicates, TyCtxt
    from interpreter.typeck.lower import ItemCtxt


class OpaqueOrigin(Record, eq=False):
    """How an opaque type was lowered: its generics, and what its captured lifetimes are called within its bounds.

    `owner`: its function. `captured`: the function's lifetimes (as free regions); `elided`: what an omitted lifetime in the
    bounds means, if anything. `projection`: for a trait's method, the associated type that stands for it (rpitit.py)."""

    def_: Def
    owner: Def
    generics: Generics
    captured: list[t.Region]
    elided: t.Region | None
    projection: Def | None = None


def origin_of(tcx: TyCtxt, def_: Def) -> OpaqueOrigin:
    """The origin of an opaque type; its function's signature is lowered first if need be."""
    table: dict[Def, OpaqueOrigin] = tcx.query("opaque_origins", None, dict)
    if def_ not in table:
        assert def_.parent is not None
        tcx.fn_sig(def_.parent)
    return table[def_]


def lower_opaque(ctxt: ItemCtxt, node: ast.ImplTraitTy) -> t.Ty:
    """The opaque type that `impl Bounds` in the return type of function `ctxt.owner` means."""
    tcx, owner = ctxt.tcx, ctxt.owner
    for bound in node.bounds:
        if isinstance(bound, ast.TraitBound):
            ctxt.trait_def_of(bound.path)
    in_trait = owner.parent is not None and owner.parent.kind is DefKind.TRAIT
    precise = [b for b in node.bounds if isinstance(b, ast.UseBound)]
    def_ = tcx.resolution.defs.get(node)
    if def_ is None:
        if precise:
            precise_capturing.check_precise_captures(tcx, owner, node, precise)
        def_ = tcx.synthetic_def(DefKind.OPAQUE_TY, "impl " + node.span.text.removeprefix("impl").strip(), owner, node.span, node)
        tcx.resolution.defs[node] = def_
    parent = tcx.generics_of(owner)
    in_scope: list[t.Region] = [p.to_arg() for p in parent.all_params() if p.kind is ParamKind.LIFETIME]  # type: ignore[misc]
    scope = ctxt.scopes[0] if ctxt.scopes else None
    depth = len(ctxt.scopes) - 1
    late: list[t.Region] = [t.ReBound(depth, i, name) for i, name in enumerate(scope.names)] if scope is not None else []
    outer = {copy: region for region, copy in ctxt.region_map.items()}
    """Within the bounds of another opaque type: what its copies of lifetimes, which are in scope there, stand for."""
    if outer:
        in_scope, late = [], list(outer)
    elided = None
    probe = t.ReError()
    if any(isinstance(r, ElidedLifetime) for r in _lifetimes_in(tcx, node)):
        elided = ctxt.elide(ctxt, node.span)
        if elided is probe:
            elided = None
    if precise:
        names = {ident.name for ident in precise[0].params}
        names |= {declared.ident.name for _, declared in precise_capturing.lifetimes_in_bounds(tcx, node)}
        named = [r for r in (*in_scope, *late) if isinstance(r, (t.ReEarlyParam, t.ReBound)) and r.name in names]
        captured: list[t.Region] = [*named]
    elif in_trait:
        captured = [*late]
    elif (
        tcx.edition >= 2024
        or (isinstance(owner.node, ast.Fn) and owner.node.async_ and owner.node.output is node)
        or (owner.parent is not None and _is_trait_impl(owner.parent))
    ):
        captured = [*in_scope, *late]
    else:
        wanted: dict[t.Region, None] = {}
        for lifetime in _lifetimes_in(tcx, node):
            if isinstance(lifetime, ParamLifetime):
                region = ctxt._named_region(lifetime.node)
                if region in in_scope or region in late:
                    wanted[region] = None
            elif elided is not None:
                wanted[elided] = None
        captured = list(wanted)
    params: list[GenericParamDef] = []
    free: list[t.Region] = []
    for i, region in enumerate(captured):
        name = region.name if isinstance(region, (t.ReEarlyParam, t.ReBound, t.ReLateParam)) else "'_"
        copy = tcx.synthetic_def(DefKind.LIFETIME_PARAM, name, def_, node.span, node)
        params.append(GenericParamDef(copy, name, parent.count + i, ParamKind.LIFETIME))
        free.append(_liberated(owner, outer.get(region, region)))
    generics = Generics(def_, parent, tuple(params), parent.count, parent.has_self)
    liberated = None if elided is None else _liberated(owner, outer.get(elided, elided))
    table: dict[Def, OpaqueOrigin] = tcx.query("opaque_origins", None, dict)
    args = (*tcx.identity_args(owner), *captured)
    if not in_trait:
        table[def_] = OpaqueOrigin(def_, owner, generics, free, liberated)
        return t.Alias(def_, args)  # type: ignore[no-any-return]
    assert owner.parent is not None
    known = table.get(def_)
    projection = known.projection if known is not None else None
    if projection is None:
        projection = tcx.synthetic_def(DefKind.ASSOC_TY, def_.name, owner.parent, node.span, node)
    for each in (def_, projection):
        table[each] = OpaqueOrigin(each, owner, generics, free, liberated, projection)
    tcx.provide("type_of", projection, t.Alias(def_, tuple(p.to_arg() for p in generics.all_params())))
    return t.Alias(projection, args)  # type: ignore[no-any-return]


def async_output(tcx: TyCtxt, owner: Def) -> t.Ty | None:
    """What the future of an `async fn` gives, with the lifetimes of its signature; None for other functions."""
    if not isinstance(owner.node, ast.Fn) or not owner.node.async_:
        return None
    future = tcx.liberated_fn_sig(owner).output
    if isinstance(future, t.Alias):
        for predicate, _ in tcx.item_bounds(future.def_):
            if isinstance(predicate.value, t.ProjectionPredicate):
                return t.subst(predicate.value.term, future.args)
    return None


def _liberated(owner: Def, region: t.Region) -> t.Region:
    return t.ReLateParam(owner, region.index, region.name) if isinstance(region, t.ReBound) else region


def _is_trait_impl(def_: Def) -> bool:
    return isinstance(def_.node, ast.Impl) and def_.node.trait is not None


def _lifetimes_in(tcx: TyCtxt, node: object) -> Iterator[object]:
    """What the lifetimes written (or omitted after `&`) within a type mean, in order; `use<..>` bounds count by name."""
    stack: list[object] = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, ast.Lifetime):
            yield tcx.resolution.lifetimes.get(here)
        elif isinstance(here, (list, tuple)):
            stack.extend(reversed(here))
        elif isinstance(here, ast.RefTy):
            if here.lifetime is None:
                yield ElidedLifetime()
            else:
                stack.append(here.lifetime)
            stack.append(here.ty)
        elif (isinstance(here, ast.GenericArgs) and here.parenthesized) or isinstance(here, ast.FnPtrTy):
            # Omitted lifetimes in there are the function's own; named ones count.
            parts = [getattr(here, name) for name in type(here).__slots__ if name != "span"]
            yield from (found for found in _lifetimes_in(tcx, parts) if isinstance(found, ParamLifetime))
        elif isinstance(here, ast.Node):
            stack.extend(getattr(here, name) for name in reversed(type(here).__slots__) if name != "span")


def opaque_bounds(tcx: TyCtxt, def_: Def) -> Predicates:
    """item_bounds of an opaque type: its bounds about itself, in terms of its own generics; implied Sized last."""
    from interpreter.typeck.lower import ItemCtxt, elide_error

    origin = origin_of(tcx, def_)
    node = def_.node
    assert isinstance(node, ast.ImplTraitTy)
    ctxt = ItemCtxt(tcx, origin.owner)
    ctxt.impl_trait_allowed = True
    copies: list[Any] = [p.to_arg() for p in origin.generics.params]
    ctxt.region_map = dict(zip(origin.captured, copies, strict=True))
    if origin.elided is not None:
        region = ctxt.region_map.get(origin.elided, origin.elided)
        ctxt.elide = lambda _c, _s: region
    else:
        ctxt.elide = elide_error
    alias = t.Alias(def_, tuple(p.to_arg() for p in origin.generics.all_params()))
    out: Predicates = []
    maybe = ctxt.lower_bounds(node.bounds, alias, out)
    sized = tcx.lang_item_or_none("sized")
    if not maybe and sized is not None:
        out.append((t.dummy_binder(t.TraitPredicate(t.TraitRef(sized, (alias,)))), node.span))
    if origin.projection is not None and def_.kind is DefKind.OPAQUE_TY:
        return rpitit.in_default_body(tcx, out)  # type: ignore[no-any-return]
    return out
