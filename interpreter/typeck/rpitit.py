"""`impl Trait` in the return type of a trait's method: an associated type without a name (RFC 3425, rustc: `assoc.rs`,
`collect_return_position_impl_trait_in_trait_tys`).

`fn items(&self) -> impl Iterator<Item = u8>;` declares, as it were, `type X<'1>: Iterator<Item = u8>;`: its parameters are those
of the method and copies of the lifetimes of the call. Impls give it by what their method's return type has in its place; a
default body gives it as an opaque type of its own. opaque.py makes both definitions.
"""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.traits.obligation import Obligation, ObligationCause, WhereClause

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.infer import InferCtxt
    from interpreter.typeck.relate import TypeError_


def is_rpitit(def_: Def) -> bool:
    """Whether this is the associated type of an `impl Trait` in a trait's method."""
    return def_.kind is DefKind.ASSOC_TY and isinstance(def_.node, ast.ImplTraitTy)


def in_default_body(tcx: TyCtxt, value: Any) -> Any:
    """`value` as the default body sees it: with the opaque types that this body defines in place of the associated types."""

    def fold(part: Any) -> Any:
        if not t._flags_of(part) & t.HAS_ALIAS:
            return part
        part = t.map_parts(part, fold)
        if not isinstance(part, t.Alias) or not is_rpitit(part.def_):
            return part
        opaque = tcx.type_of(part.def_)
        assert isinstance(opaque, t.Alias)
        return t.Alias(opaque.def_, part.args)

    return fold(value)


def type_in_impl(tcx: TyCtxt, impl: Def, def_: Def, method: Def) -> t.Ty | None:
    """What the associated type of the trait's `method` is in an impl, in terms of the impl's and its method's parameters and then
    the captured lifetimes; None if the impl leaves the default body."""
    item = tcx.impl_item_implementing(impl, method)
    if item is None:
        return None
    found = tcx.query("rpitit_types", item.def_, lambda: _collect(tcx, impl, item.def_, method))
    return found.get(def_, t.ERROR)  # type: ignore[no-any-return]


def return_mismatch(tcx: TyCtxt, impl: Def, item: Def, method: Def) -> tuple[InferCtxt, TypeError_] | None:
    """Why the return type of an impl's method can't be that of the trait's, whatever the associated types are."""
    infcx = tcx.infer_ctxt(tcx.param_env(item))
    if not any(isinstance(part, t.Alias) and is_rpitit(part.def_) for part in t.walk(tcx.fn_sig(method).value.output)):
        return None
    cause, (ours, theirs) = ObligationCause(item.span), _signatures(infcx, impl, item, method)
    output = infcx.normalize(_with_variables(infcx, theirs.output, {}), cause)
    error = infcx.eq(output, ours.output, cause)
    return None if error is None else (infcx, error)


def _signatures(infcx: InferCtxt, impl: Def, item: Def, method: Def) -> tuple[t.FnSig, t.FnSig]:
    """That of an impl's method, and the trait's in its terms."""
    tcx = infcx.tcx
    trait_ref = tcx.impl_trait_ref(impl)
    assert trait_ref is not None
    own = tuple(p.to_arg() for p in tcx.generics_of(item).params)
    theirs: t.FnSig = t.instantiate_bound(tcx.fn_sig(method), lambda i, name: t.ReLateParam(method, i, name))
    ours = infcx.normalize(tcx.liberated_fn_sig(item), ObligationCause(item.span))
    return ours, t.subst(theirs, (*trait_ref.args, *own))


def _collect(tcx: TyCtxt, impl: Def, item: Def, method: Def) -> dict[Def, t.Ty]:
    """Every such type of a method, by unifying its return type in the trait with that in the impl."""
    infcx = tcx.infer_ctxt(tcx.param_env(item))
    cause, (ours, theirs) = ObligationCause(item.span), _signatures(infcx, impl, item, method)
    if len(ours.inputs) != len(theirs.inputs):
        return {}
    variables: dict[Def, t.Ty] = {}
    output = _with_variables(infcx, theirs.output, variables)
    found: dict[Def, t.Ty] = {}
    if infcx.eq(infcx.normalize(output, cause), ours.output, cause) is None:
        infcx.select_where_possible()
        base = tcx.generics_of(item).count
        regions: dict[t.Region, t.Region] = {
            t.ReLateParam(item, i, name): t.ReEarlyParam(base + i, name) for i, name in enumerate(tcx.fn_sig(item).bound)
        }
        _pair_regions(ours.inputs, infcx.normalize(theirs.inputs, cause), base, regions)
        for def_, var in variables.items():
            ty = infcx.resolve_vars_if_possible(var)
            if not ty.flags & t.HAS_INFER:
                found[def_] = t.map_regions(ty, lambda r: regions.get(r, r))
    return found


def _with_variables(infcx: InferCtxt, value: Any, variables: dict[Def, t.Ty]) -> Any:
    """`value` with a variable for each of the associated types; what their bounds say of them must hold of the variables."""

    def fold(part: Any) -> Any:
        if not t._flags_of(part) & t.HAS_ALIAS:
            return part
        if isinstance(part, t.Alias) and is_rpitit(part.def_):
            if part.def_ not in variables:
                variables[part.def_] = infcx.next_ty_var(part.def_.span)
                for bound, _ in infcx.tcx.item_bounds(part.def_):
                    if isinstance(bound.value, t.ProjectionPredicate):
                        obligation = Obligation(fold(t.subst(bound, part.args)), ObligationCause(part.def_.span), infcx.param_env)
                        infcx.register_obligation(obligation)
            return variables[part.def_]
        return t.map_parts(part, fold)

    return fold(value)


def _pair_regions(ours: Any, theirs: Any, base: int, regions: dict[t.Region, t.Region]) -> None:
    """The impl's lifetimes of the call correspond to those of the trait's that stand in the same place of the inputs."""
    for a, b in zip(_regions_of(ours), _regions_of(theirs), strict=False):
        if a in regions and isinstance(b, t.ReLateParam):
            regions[a] = t.ReEarlyParam(base + b.index, b.name)


def _regions_of(value: Any) -> list[t.Region]:
    found: list[t.Region] = []

    def see(region: t.Region) -> t.Region:
        found.append(region)
        return region

    t.map_regions(value, see)
    return found


def unmet_bounds(infcx: InferCtxt, output: t.Ty, cause: ObligationCause) -> None:
    """Register what the associated types in the trait's return type must fulfil with an impl's types."""
    seen: set[t.Alias] = set()
    work: list[Any] = [output]
    for value in work:
        for part in t.walk(value):
            if not isinstance(part, t.Alias) or not is_rpitit(part.def_) or part in seen:
                continue
            seen.add(part)
            for index, (bound, span) in enumerate(infcx.tcx.item_bounds(part.def_)):
                where = ObligationCause(cause.span, WhereClause(part.def_, span, index))
                bound = t.erase_regions(t.subst(bound, part.args))
                work.append(bound)
                infcx.register_obligation(Obligation(infcx.normalize(bound, where), where, infcx.param_env))
