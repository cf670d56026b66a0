"""Projection: what `<T as Trait>::Item` is, and normalising types that mention it (rustc_trait_selection::traits::{project,
normalize})."""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING, Any, TypeVar
from interpreter.records import Record
from interpreter.resolve.defs import Def, DefKind
from interpreter.typeck import rpitit
from interpreter.typeck import ty as t
from interpreter.typeck.defs import ImplSourceKind, ParamEnv
from interpreter.typeck.rare import opaque
from interpreter.typeck.traits.obligation import Obligation, ObligationCause

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.infer import InferCtxt
    from interpreter.typeck.relate import TypeError_

T = TypeVar("T")


class Progress(Record, frozen=True):
    """The projection is `ty`, provided that `nested` hold."""

    ty: t.Ty
    nested: tuple[Obligation, ...] = ()


class Rigid:
    """The projection stays as it is: a parameter's associated type that nothing more is known of."""


class Ambiguous:
    """Not known yet."""


class NotImplemented_:
    """The trait isn't implemented at all."""


RIGID, AMBIGUOUS, UNIMPLEMENTED = Rigid(), Ambiguous(), NotImplemented_()
Projected = Progress | Rigid | Ambiguous | NotImplemented_


def normalize(
    infcx: InferCtxt, value: T, cause: ObligationCause, param_env: ParamEnv, obligations: list[Obligation], depth: int = 0
) -> T:
    """`value` with its projections normalised. What must hold for that goes to `obligations`; a projection that isn't known yet
    becomes a fresh variable with an obligation that ties it to the projection."""
    if not t._flags_of(value) & t.HAS_ALIAS:
        return value
    value = infcx.resolve_vars_if_possible(value)
    return _Normalizer(infcx, cause, param_env, obligations, depth).fold(value)  # type: ignore[no-any-return]


class _Normalizer:
    def __init__(
        self, infcx: InferCtxt, cause: ObligationCause, param_env: ParamEnv, obligations: list[Obligation], depth: int
    ) -> None:
        self.infcx = infcx
        self.cause = cause
        self.param_env = param_env
        self.obligations = obligations
        self.depth = depth
        self.binders: list[tuple[str, ...]] = []

    def fold(self, part: Any) -> Any:
        if not t._flags_of(part) & t.HAS_ALIAS:
            return part
        if isinstance(part, t.Alias):
            args = t.map_parts(part.args, self.fold, t.HAS_ALIAS, self._binder)
            alias = part if args == part.args else t.Alias(part.def_, args)
            return self._alias(alias)
        if isinstance(part, t.ProjectionPredicate):
            args = t.map_parts(part.alias.args, self.fold, t.HAS_ALIAS, self._binder)
            return t.ProjectionPredicate(t.Alias(part.alias.def_, args), self.fold(part.term))
        if isinstance(part, t.ConstUnevaluated):
            return self.infcx.tcx.eval_const(part, self.param_env)
        if isinstance(part, t.Binder):
            return self._binder(part)
        return t.map_parts(part, self.fold, t.HAS_ALIAS, self._binder)

    def _binder(self, binder: t.Binder) -> t.Binder:
        if not binder.flags & t.HAS_ALIAS:
            return binder
        self.binders.append(binder.bound)
        try:
            value = self.fold(binder.value)
        finally:
            self.binders.pop()
        return binder if value is binder.value else t.Binder(value, binder.bound)

    def _alias(self, alias: t.Alias) -> t.Ty:
        if alias.def_.kind is DefKind.OPAQUE_TY:
            if not self.infcx.reveal:
                return alias
            hidden = t.subst(self.infcx.tcx.type_of(alias.def_), alias.args)
            return hidden if isinstance(hidden, t.ErrorTy) else self.fold(hidden)
        if not alias.flags & t.HAS_BOUND or not self.binders:
            return self._normalize(alias)
        # Regions bound further out are made placeholders for the while (rustc: `BoundVarReplacer`, `PlaceholderReplacer`).
        made: dict[t.Region, t.ReBound] = {}
        snapshot = self.infcx.snapshot()
        plain = _escaping_to_placeholders(alias, self.infcx, made)
        result = self._normalize(plain, as_it_is=True)
        result = alias if result is plain else self.infcx.equated_regions(result, snapshot)
        self.infcx.commit(snapshot)
        if not result.flags & t.HAS_FREE_REGION:
            return result
        return _placeholders_back(result, made)  # type: ignore[no-any-return]

    def _normalize(self, alias: t.Alias, *, as_it_is: bool = False) -> t.Ty:
        """`as_it_is`: what isn't known yet stays an alias, as no variable can stand for it under its binder."""
        infcx = self.infcx
        projected = cached_project(infcx, alias, self.cause, self.param_env, self.depth)
        if isinstance(projected, Progress):
            self.obligations.extend(projected.nested)
            return projected.ty
        if isinstance(projected, Rigid) or (as_it_is and isinstance(projected, Ambiguous)):
            return alias
        var = infcx.next_ty_var(self.cause.span)
        if isinstance(projected, Ambiguous):
            predicate = t.dummy_binder(t.ProjectionPredicate(alias, var))
            self.obligations.append(Obligation(predicate, self.cause, self.param_env, self.depth))
            return var
        trait_ref = trait_ref_of(infcx, alias)
        self.obligations.append(Obligation(t.dummy_binder(t.TraitPredicate(trait_ref)), self.cause, self.param_env, self.depth))
        return var


_PLACEHOLDER = frozenset((t.RePlaceholder,))


def _escaping_to_placeholders(value: t.Alias, infcx: InferCtxt, made: dict[t.Region, t.ReBound]) -> Any:
    universes: dict[int, int] = {}

    def replace(part: t.ReBound, depth: int) -> t.Region:
        if part.depth < depth:
            return part
        up = t.ReBound(part.depth - depth, part.index, part.name)
        if up.depth not in universes:
            universes[up.depth] = infcx.next_universe(value) if infcx.regions is not None else up.depth
        placeholder = t.RePlaceholder(universes[up.depth], up.index, up.name)
        made[placeholder] = up
        return placeholder  # type: ignore[no-any-return]

    return t.fold(value, t.HAS_BOUND, t.BOUND, replace, {})


def _placeholders_back(value: Any, made: dict[t.Region, t.ReBound]) -> Any:
    def replace(part: t.RePlaceholder, depth: int) -> t.Region:
        back = made.get(part)
        return part if back is None else t.ReBound(back.depth + depth, back.index, back.name)

    return t.fold(value, t.HAS_FREE_REGION, _PLACEHOLDER, replace, {})


def trait_ref_of(infcx: InferCtxt, alias: t.Alias) -> t.TraitRef:
    """`<T as Trait<..>>` of a projection."""
    trait = alias.def_.parent
    assert trait is not None
    return t.TraitRef(trait, alias.args[: infcx.tcx.generics_of(trait).count])  # type: ignore[no-any-return]


def cached_project(infcx: InferCtxt, alias: t.Alias, cause: ObligationCause, param_env: ParamEnv, depth: int) -> Projected:
    """project, remembered in tcx for aliases without inference variables where regions aren't tracked."""
    if alias.flags & t.HAS_INFER or infcx.regions is not None or infcx.closures or infcx.defining_opaques or infcx.intercrate:
        return project(infcx, alias, cause, param_env, depth)
    key = (param_env, alias)
    cache = infcx.tcx.normalize_cache
    found = cache.get(key)
    if found is None:
        found = project(infcx, alias, cause, param_env, depth)
        if isinstance(found, Progress) and t._flags_of(found.ty) & t.HAS_INFER:
            for obligation in found.nested:
                infcx.register_obligation(obligation)
            return found
        if not isinstance(found, NotImplemented_):
            cache[key] = Progress(found.ty) if isinstance(found, Progress) else found
    return found


def project(infcx: InferCtxt, alias: t.Alias, cause: ObligationCause, param_env: ParamEnv, depth: int) -> Projected:
    """One step: where-clauses first, then bounds of the self type's own declaration, trait objects, then impls (rustc:
    `project`)."""
    if depth > infcx.tcx.recursion_limit:
        return AMBIGUOUS
    if alias.flags & t.HAS_ERROR:
        return Progress(t.ERROR)
    self_ty = infcx.shallow_resolve(alias.args[0])  # type: ignore[arg-type]
    if isinstance(self_ty, t.Infer) and self_ty.kind == "ty":
        return AMBIGUOUS
    env = param_env.projections.get(alias.def_)
    if env:
        found = _from_bounds(infcx, alias, env, cause, param_env, depth)
        if found is not None:
            return found
    if isinstance(self_ty, t.Alias):
        bounds = alias_bounds(infcx, self_ty, alias.def_)
        if bounds:
            found = _from_bounds(infcx, alias, bounds, cause, param_env, depth)
            if found is not None:
                return found
    if isinstance(self_ty, t.Dynamic):
        bounds = [
            t.Binder(
                t.ProjectionPredicate(t.Alias(p.value.assoc, (t.shift_bound(self_ty, 1), *p.value.args)), p.value.term), p.bound
            )
            for p in self_ty.projections
            if p.value.assoc is alias.def_
        ]
        if bounds:
            found = _from_bounds(infcx, alias, bounds, cause, param_env, depth)
            if found is not None:
                return found
    return _from_selection(infcx, alias, cause, param_env, depth)


def alias_bounds(infcx: InferCtxt, self_ty: t.Alias, assoc: Def) -> list[t.Binder]:
    """The projection bounds on `assoc` that the declaration of an alias type gives for it, supertraits included."""
    return [
        p
        for p in infcx.selection.alias_predicates(self_ty)
        if isinstance(p.value, t.ProjectionPredicate) and p.value.alias.def_ is assoc
    ]


def _from_bounds(
    infcx: InferCtxt, alias: t.Alias, bounds: list[t.Binder], cause: ObligationCause, param_env: ParamEnv, depth: int
) -> Projected | None:
    matching: list[t.Binder] = []
    for bound in bounds:
        with infcx.probe():
            predicate = infcx.instantiate_binder_with_fresh_vars(bound, cause.span)
            if infcx.eq(alias.args, predicate.alias.args, cause) is None:
                matching.append(bound)
    if not matching:
        return None
    if (
        len(matching) > 1
        and len({t.erase_regions(b) for b in matching}) > 1
        and t._flags_of(infcx.resolve_vars_if_possible(alias)) & t.HAS_INFER
    ):
        return AMBIGUOUS
    predicate = infcx.instantiate_binder_with_fresh_vars(matching[0], cause.span)
    error = infcx.eq(alias.args, predicate.alias.args, cause)
    assert error is None
    nested = _own_obligations(infcx, alias, cause, param_env, depth)
    ty = normalize(infcx, predicate.term, cause, param_env, nested, depth + 1) if predicate.term is not alias else predicate.term
    return Progress(ty, tuple(nested))


def _own_obligations(
    infcx: InferCtxt, alias: t.Alias, cause: ObligationCause, param_env: ParamEnv, depth: int
) -> list[Obligation]:
    """What the declaration of an associated type asks of its arguments (rustc: `assoc_ty_own_obligations`)."""
    nested: list[Obligation] = []
    if alias.def_.kind is DefKind.ASSOC_TY:
        for predicate, _ in infcx.tcx.own_predicates_of(alias.def_):
            wanted = normalize(infcx, t.subst(predicate, alias.args), cause, param_env, nested, depth + 1)
            nested.append(Obligation(wanted, cause, param_env, depth + 1))
    return nested


def _from_selection(infcx: InferCtxt, alias: t.Alias, cause: ObligationCause, param_env: ParamEnv, depth: int) -> Projected:
    from interpreter.typeck.traits.select import Selected, SelectionError

    tcx = infcx.tcx
    trait_ref = trait_ref_of(infcx, alias)
    if trait_ref.trait in tcx.incoherent_traits:
        return Progress(t.ERROR)
    obligation = Obligation(t.dummy_binder(t.TraitPredicate(trait_ref)), cause, param_env, depth)
    selected = infcx.selection.select(obligation)
    if selected is None:
        return AMBIGUOUS
    if isinstance(selected, SelectionError):
        return UNIMPLEMENTED
    assert isinstance(selected, Selected)
    nested = list(selected.nested)
    match selected.kind:
        case ImplSourceKind.IMPL:
            assert selected.impl is not None
            nested.extend(_own_obligations(infcx, alias, cause, param_env, depth))
            given = _type_in_impl(tcx, selected.impl, alias.def_)
            n = tcx.generics_of(trait_ref.trait).count
            own = alias.args[n:]
            if given is not None:
                ty = t.subst(given, (*_with_placeholders(infcx, selected.impl, selected.args, trait_ref), *own))
            else:
                default = tcx.associated_item(alias.def_)
                if not rpitit.is_rpitit(alias.def_) and (default is None or not default.has_value):
                    return Progress(t.ERROR)
                ty = t.subst(tcx.type_of(alias.def_), alias.args)
        case ImplSourceKind.CLOSURE | ImplSourceKind.FN_POINTER:
            if selected.sig is None:
                return RIGID
            ty = selected.sig.output
        case ImplSourceKind.PARAM | ImplSourceKind.PROJECTION | ImplSourceKind.OBJECT:
            return RIGID
        case _:
            return RIGID
    ty = normalize(infcx, ty, cause, param_env, nested, depth + 1)
    return Progress(ty, tuple(nested))


def _with_placeholders(infcx: InferCtxt, impl: Def, args: t.Args, trait_ref: t.TraitRef) -> t.Args:
    """An impl's arguments with the placeholders that its lifetimes stand for: where regions aren't tracked these are lost else,
    and with them that what is normalised depends on the `for<'a>` around it."""
    if infcx.regions is not None or not any(isinstance(part, t.RePlaceholder) for part in t.walk(trait_ref)):
        return args
    header = infcx.tcx.impl_trait_ref(impl)
    assert header is not None
    found = list(args)
    stack: list[tuple[Any, Any]] = [(header.args, trait_ref.args)]
    while stack:
        pattern, value = stack.pop()
        if isinstance(pattern, t.ReEarlyParam):
            if isinstance(value, t.RePlaceholder):
                found[pattern.index] = value
        elif isinstance(pattern, tuple):
            stack.extend(zip(pattern, value, strict=False))
        elif type(pattern) is type(value) and isinstance(pattern, t._Interned):
            stack.append((pattern.parts, value.parts))
    return tuple(found)


def _type_in_impl(tcx: TyCtxt, impl: Def, assoc: Def) -> t.Ty | None:
    """What an impl says that an associated type is, in terms of its own parameters; None if it leaves the default."""
    if rpitit.is_rpitit(assoc):
        return rpitit.type_in_impl(tcx, impl, assoc, opaque.origin_of(tcx, assoc).owner)
    item = tcx.impl_item_implementing(impl, assoc)
    return tcx.type_of(item.def_) if item is not None else None


def is_in_own_impl(infcx: InferCtxt, alias: t.Alias, cause: ObligationCause, param_env: ParamEnv) -> bool:
    """Whether an impl of the user's says what a projection is (not std's, nor a bound)."""
    from interpreter.typeck.traits.select import Selected

    with infcx.probe():
        goal = Obligation(t.dummy_binder(t.TraitPredicate(trait_ref_of(infcx, alias))), cause, param_env)
        selected = infcx.selection.select(goal)
    return isinstance(selected, Selected) and selected.impl is not None and not selected.impl.is_std


def project_and_unify(
    infcx: InferCtxt, predicate: t.ProjectionPredicate, cause: ObligationCause, param_env: ParamEnv, depth: int
) -> list[Obligation] | Ambiguous | NotImplemented_ | TypeError_:
    """Process `alias == term`: the obligations that remain, or why it can't be said or isn't so."""
    nested: list[Obligation] = []
    args = normalize(infcx, predicate.alias.args, cause, param_env, nested, depth)
    args = infcx.resolve_vars_if_possible(args)
    alias = t.Alias(predicate.alias.def_, args)
    projected = cached_project(infcx, alias, cause, param_env, depth)
    if isinstance(projected, (Ambiguous, NotImplemented_)):
        return projected
    actual: t.Ty = alias
    if isinstance(projected, Progress):
        nested.extend(projected.nested)
        actual = projected.ty
    term = normalize(infcx, predicate.term, cause, param_env, nested, depth)
    error = infcx.eq(term, actual, cause)
    return nested if error is None else error
