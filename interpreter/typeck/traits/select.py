"""Trait selection: which implementation makes `T: Trait` true (rustc_trait_selection::traits::select).

Assembly lists the candidates, evaluation drops those whose own obligations fail, winnowing picks one, confirmation unifies and
gives the nested obligations. Goals without inference variables are remembered in tcx. Auto traits and Sized are coinductive: a
goal that comes back to itself holds.
"""

from __future__ import annotations

from interpreter.enums import Enum
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.records import Record
from interpreter.resolve.defs import Def, DefKind
from interpreter.typeck import ty as t
from interpreter.typeck.defs import ImplSourceKind, ParamEnv
from interpreter.typeck.traits import builtin, elaborate, knowable, project, unsize
from interpreter.typeck.traits.obligation import (
    BuiltinDerived,
    ErrorKind,
    ImplDerived,
    Obligation,
    ObligationCause,
)

if TYPE_CHECKING:
    from interpreter.typeck.infer import InferCtxt
    from interpreter.typeck.relate import TypeError_


class EvaluationResult(Enum):
    """How a goal turned out."""

    OK = "holds"
    AMBIGUOUS = "may hold"
    ERR = "does not hold"
    OVERFLOW = "too deep"

    @property
    def may_apply(self) -> bool:
        """It isn't known to be false."""
        return self is EvaluationResult.OK or self is EvaluationResult.AMBIGUOUS


_OK, _AMBIG, _ERR = EvaluationResult.OK, EvaluationResult.AMBIGUOUS, EvaluationResult.ERR


class Selected(Record, frozen=True, eq=False):
    """A confirmed candidate: `nested` must hold besides. `sig`: the (instantiated) signature of a closure or function pointer."""

    kind: ImplSourceKind
    impl: Def | None = None
    args: t.Args = ()
    nested: tuple[Obligation, ...] = ()
    sig: t.FnSig | None = None


class SelectionError(Record, frozen=True, eq=False):
    """No candidate applies, or its confirmation failed."""

    kind: ErrorKind = ErrorKind.UNIMPLEMENTED
    type_error: TypeError_ | None = None
    details: tuple[object, ...] = ()


UNIMPLEMENTED = SelectionError()


class Candidate(Record, frozen=True, eq=False):
    """`kind` says what `data` is: PARAM/PROJECTION/OBJECT a Binder of TraitRef, IMPL the impl, BUILTIN/AUTO the types that must
    implement the trait too, CLOSURE/FN_POINTER the self type."""

    kind: ImplSourceKind
    data: Any = None


class _Frame(Record, eq=False):
    """A goal being evaluated. `reached`: the least depth of a goal that its result relies on through a cycle."""

    key: Any
    param_env: ParamEnv
    depth: int
    reached: int


class SelectionContext:
    """Selection within one inference context."""

    def __init__(self, infcx: InferCtxt) -> None:
        self.infcx = infcx
        self.tcx = infcx.tcx
        self._stack: list[_Frame] = []
        self._alias_predicates: dict[t.Alias, list[t.Predicate]] = {}

    # -------------------------------------------------------------------------------------------- evaluation

    def evaluate_root_obligation(self, obligation: Obligation) -> EvaluationResult:
        """Whether it holds; nothing is changed."""
        saved, self._stack = self._stack, []
        with self.infcx.probe():
            result = self._evaluate(obligation)
        self._stack = saved
        return _ERR if result is EvaluationResult.OVERFLOW else result

    def _evaluate_all(self, obligations: list[Obligation] | tuple[Obligation, ...]) -> EvaluationResult:
        result = _OK
        for obligation in obligations:
            one = self._evaluate(obligation)
            if one is _ERR or one is EvaluationResult.OVERFLOW:
                return one
            if one is _AMBIG:
                result = _AMBIG
        return result

    def _evaluate(self, obligation: Obligation) -> EvaluationResult:
        predicate = self.infcx.resolve_vars_if_possible(obligation.predicate)
        kind = predicate.value
        if predicate.flags & t.HAS_ERROR:
            return _OK
        if isinstance(kind, t.TraitPredicate):
            return self._evaluate_trait(obligation, predicate)
        if isinstance(kind, t.ProjectionPredicate):
            if obligation.depth > self.tcx.recursion_limit:
                return EvaluationResult.OVERFLOW
            value = self.infcx.enter_forall(predicate)
            result = project.project_and_unify(self.infcx, value, obligation.cause, obligation.param_env, obligation.depth + 1)
            if isinstance(result, list):
                return self._evaluate_all(result)
            return _AMBIG if isinstance(result, project.Ambiguous) else _ERR
        return _OK

    def _evaluate_trait(self, obligation: Obligation, predicate: t.Predicate) -> EvaluationResult:
        infcx = self.infcx
        key = freshen(predicate) if predicate.flags & t.HAS_INFER else t.erase_regions(predicate)
        cacheable = (
            not predicate.flags & t.HAS_INFER and not infcx.closures and not infcx.intercrate and not infcx.defining_opaques
        )
        cache = self.tcx.evaluation_cache
        cache_key = (obligation.param_env, key, infcx.reveal)
        if cacheable and cache_key in cache:
            return cache[cache_key]  # type: ignore[no-any-return]
        for frame in reversed(self._stack):
            if frame.key is key and frame.param_env is obligation.param_env:
                for above in self._stack[frame.depth :]:
                    above.reached = min(above.reached, frame.depth)
                cycle = self._stack[frame.depth :]
                return _OK if all(self.is_coinductive(f.key) for f in cycle) else _ERR
        if max(len(self._stack), obligation.depth) > self.tcx.recursion_limit:
            return EvaluationResult.OVERFLOW
        frame = _Frame(key, obligation.param_env, len(self._stack), len(self._stack))
        self._stack.append(frame)
        try:
            trait_ref = self._open(predicate)
            candidates = self._candidates(obligation, predicate, trait_ref)
            if candidates is None:
                result = _AMBIG
            elif isinstance(candidates, SelectionError):
                result = _ERR
            else:
                result = self._evaluate_candidate(candidates, obligation, predicate, trait_ref)
        finally:
            self._stack.pop()
            if self._stack and frame.reached < frame.depth:
                self._stack[-1].reached = min(self._stack[-1].reached, frame.reached)
        if cacheable and frame.reached >= frame.depth and result is not EvaluationResult.OVERFLOW:
            cache[cache_key] = result
        return result

    def _evaluate_candidate(
        self, candidate: Candidate, obligation: Obligation, predicate: t.Predicate, trait_ref: t.TraitRef
    ) -> EvaluationResult:
        with self.infcx.probe():
            confirmed = self._confirm(candidate, obligation, predicate, trait_ref)
            if confirmed is None:
                return _AMBIG
            if isinstance(confirmed, SelectionError):
                return _ERR
            return self._evaluate_all(confirmed.nested)

    def is_coinductive(self, predicate: t.Predicate) -> bool:
        """Auto traits and Sized may rely on themselves."""
        kind = predicate.value
        if not isinstance(kind, t.TraitPredicate):
            return isinstance(kind, t.WellFormed)
        trait = kind.trait_ref.trait
        return self.tcx.trait_def(trait).auto or self.tcx.is_lang_item(trait, "sized")

    # -------------------------------------------------------------------------------------------- selection

    def select(self, obligation: Obligation) -> Selected | SelectionError | None:
        """The implementation for a trait obligation, unified with it; None if it can't be said yet."""
        predicate = self.infcx.resolve_vars_if_possible(obligation.predicate)
        if predicate.flags & t.HAS_ERROR:
            return Selected(ImplSourceKind.BUILTIN)
        trait_ref = self._open(predicate)
        candidate = self._candidates(obligation, predicate, trait_ref)
        if candidate is None or isinstance(candidate, SelectionError):
            return candidate
        return self._confirm(candidate, obligation, predicate, trait_ref)

    def _candidates(
        self, obligation: Obligation, predicate: t.Predicate, trait_ref: t.TraitRef
    ) -> Candidate | SelectionError | None:
        """The winning candidate; None if ambiguous. `trait_ref`: the predicate's, opened."""
        cacheable = (
            not predicate.flags & t.HAS_INFER
            and not self.infcx.closures
            and not self.infcx.intercrate
            and not self.infcx.defining_opaques
            and not (predicate.bound and trait_ref.trait in obligation.param_env.traits)
        )
        erased = t.erase_regions(trait_ref)
        key = (obligation.param_env, erased, self.infcx.reveal)
        if cacheable:
            found = self.tcx.selection_cache.get(key)
            if found is not None and (erased is trait_ref or not _is_of_type(found)):
                return found  # type: ignore[no-any-return]
        depth = len(self._stack)
        reached = self._stack[-1].reached if self._stack else 0
        candidates = self._assemble(obligation, trait_ref)
        result = None if candidates is None else self._winnow(candidates, obligation, predicate, trait_ref)
        relied = bool(self._stack) and (self._stack[-1].reached < min(reached, depth))
        if cacheable and result is not None and not relied and (erased is trait_ref or not _is_of_type(result)):
            self.tcx.selection_cache[key] = result
        return result

    def _open(self, predicate: t.Predicate) -> t.TraitRef:
        """The trait reference with bound regions made placeholders."""
        if not predicate.bound:
            value = predicate.value
            if predicate.flags & t.HAS_BOUND:
                value = t.instantiate_bound(predicate, lambda _i, _n: t.RE_ERASED)
            return value.trait_ref  # type: ignore[no-any-return]
        return self.infcx.enter_forall(predicate).trait_ref  # type: ignore[no-any-return]

    # -------------------------------------------------------------------------------------------- assembly

    def _assemble(self, obligation: Obligation, trait_ref: t.TraitRef) -> list[Candidate] | None:
        """All candidates that may match; None if the self type isn't known enough to say."""
        infcx, tcx = self.infcx, self.tcx
        trait = trait_ref.trait
        self_ty = infcx.shallow_resolve(trait_ref.self_ty)
        out: list[Candidate] = []
        if isinstance(self_ty, t.Infer) and self_ty.kind == "ty":
            return None
        if infcx.intercrate and not knowable.is_knowable(infcx, trait_ref):
            return None
        higher_ranked = infcx.regions is None and obligation.predicate.bound
        for bound in obligation.param_env.traits.get(trait, ()):
            if higher_ranked and _leaks(obligation.predicate.value.trait_ref.args, bound.value.args):
                continue
            if self._matches(bound, trait_ref):
                out.append(Candidate(ImplSourceKind.PARAM, bound))
        if isinstance(self_ty, t.Alias):
            self._assemble_alias_bounds(self_ty, trait_ref, out)
        if isinstance(self_ty, t.Dynamic) and self._lang_name(trait) not in builtin.NEVER_OF_OBJECT:
            self._assemble_object(self_ty, trait_ref, out)
        lang = builtin.BUILTIN_TRAITS.get(self._lang_name(trait))
        if lang is not None:
            conditions = lang(self, self_ty, trait_ref)
            if isinstance(conditions, builtin.Unknown):
                return None
            if conditions is not None:
                out.append(conditions)
            if self._lang_name(trait) in builtin.ONLY_BUILTIN:
                return out
        for arg in trait_ref.args[1:]:
            tcx.impls.load_for_argument(arg)
        impls = tcx.trait_impls(trait).all() if self._may_hide(self_ty) else tcx.relevant_impls(trait, self_ty)
        auto = tcx.trait_def(trait).auto
        matching = [impl for impl in impls if self._header_may_match(impl, trait_ref)]
        if out or len(matching) > 1:
            # A lone one is tried by its confirmation.
            matching = [impl for impl in matching if self._header_matches(impl, trait_ref)]
        out += [Candidate(ImplSourceKind.IMPL, impl) for impl in matching]
        if auto and not any(tcx.impls.same_constructor(impl, self_ty) for impl in impls):
            if isinstance(self_ty, t.Adt) and self.infcx.closures and tcx.is_lang_item(self_ty.def_, "async_block_type"):
                self.infcx.stalled.append(obligation)
            parts = builtin.auto_trait_parts(self, self_ty, trait)
            if isinstance(parts, builtin.Unknown):
                return None
            if parts is not None:
                out.append(Candidate(ImplSourceKind.AUTO, parts))
        return out

    def _may_hide(self, self_ty: t.Ty) -> bool:
        """Whether it is an opaque type that may be seen through, so that it may be any type."""
        opaque = isinstance(self_ty, t.Alias) and self_ty.def_.kind is DefKind.OPAQUE_TY
        return opaque and bool(self.infcx.reveal or self.infcx.defining_opaques)

    def _lang_name(self, trait: Def) -> str:
        tcx = self.tcx
        return tcx.query("lang_name_of_trait", trait, lambda: builtin.lang_name(tcx, trait)) if trait.is_std else ""

    def _matches(self, bound: t.Binder, trait_ref: t.TraitRef) -> bool:
        """Whether a where-clause (Binder of TraitRef) may be unified with the goal."""
        if bound.value is trait_ref:
            return True
        with self.infcx.probe():
            value = self.infcx.instantiate_binder_with_fresh_vars(bound)
            return self.infcx.eq(trait_ref.args, value.args) is None

    def alias_predicates(self, alias: t.Alias) -> list[t.Predicate]:
        """What is known of a projection or opaque type by its declaration (and that of a projection it is taken from),
        elaborated."""
        found = self._alias_predicates.get(alias)
        if found is None:
            generic = self.tcx.query(
                "elaborated_item_bounds",
                alias.def_,
                lambda: elaborate.elaborate(self.tcx, [p for p, _ in self.tcx.item_bounds(alias.def_)]),
            )
            found = self._alias_predicates[alias] = [t.subst(p, alias.args) for p in generic]
        return found

    def _assemble_alias_bounds(self, alias: t.Alias, trait_ref: t.TraitRef, out: list[Candidate]) -> None:
        for predicate in self.alias_predicates(alias):
            kind = predicate.value
            if isinstance(kind, t.TraitPredicate) and kind.trait_ref.trait is trait_ref.trait:
                bound = t.Binder(kind.trait_ref, predicate.bound)
                if self._matches(bound, trait_ref):
                    out.append(Candidate(ImplSourceKind.PROJECTION, bound))
                    return

    def _assemble_object(self, self_ty: t.Dynamic, trait_ref: t.TraitRef, out: list[Candidate]) -> None:
        if trait_ref.trait in self_ty.autos:
            out.append(Candidate(ImplSourceKind.BUILTIN, ()))
            return
        if self_ty.principal is None:
            return
        value = self_ty.principal.value
        whole = t.TraitRef(value.trait, (t.shift_bound(self_ty, 1), *value.args))
        for bound in elaborate.supertrait_refs(self.tcx, t.Binder(whole, self_ty.principal.bound)):
            if bound.value.trait is trait_ref.trait and self._matches(bound, trait_ref):
                out.append(Candidate(ImplSourceKind.OBJECT, bound))
                return

    def _header_may_match(self, impl: Def, trait_ref: t.TraitRef) -> bool:
        """A quick look."""
        header = self.tcx.impl_trait_ref(impl)
        return header is not None and all(may_unify(self.infcx, *pair) for pair in zip(header.args, trait_ref.args, strict=True))

    def _header_matches(self, impl: Def, trait_ref: t.TraitRef) -> bool:
        infcx, header = self.infcx, self.tcx.impl_trait_ref(impl)
        assert header is not None
        with infcx.probe():
            args = infcx.fresh_args_for(impl)
            fresh = t.subst(header, args)
            if fresh.flags & t.HAS_ALIAS:
                fresh = project.normalize(infcx, fresh, _NO_CAUSE, _empty(), [])
            return infcx.eq(fresh.args, trait_ref.args) is None

    # -------------------------------------------------------------------------------------------- winnowing

    def _winnow(
        self, candidates: list[Candidate], obligation: Obligation, predicate: t.Predicate, trait_ref: t.TraitRef
    ) -> Candidate | SelectionError | None:
        if len(candidates) == 1:
            return self._not_negative(candidates[0])
        needs_infer = bool(predicate.flags & t.HAS_INFER)
        if not candidates:
            return UNIMPLEMENTED
        viable = [c for c in candidates if self._evaluate_candidate(c, obligation, predicate, trait_ref).may_apply]
        if not viable:
            return UNIMPLEMENTED
        if len(viable) == 1:
            return self._not_negative(viable[0])
        for c in viable:
            if c.kind is ImplSourceKind.BUILTIN:
                return c
        params = [c for c in viable if c.kind is ImplSourceKind.PARAM]
        if params:
            first = params[0]
            if all(self._same_bound(first, c) for c in params[1:]):
                return first
            exact = [c for c in params if self._is_exact(c.data, trait_ref)]
            if exact:
                return exact[0]
            return None if needs_infer else first
        for kind in (ImplSourceKind.PROJECTION, ImplSourceKind.OBJECT, ImplSourceKind.CLOSURE, ImplSourceKind.FN_POINTER):
            found = [c for c in viable if c.kind is kind]
            if found:
                return found[0]
        impls = [c for c in viable if c.kind is ImplSourceKind.IMPL]
        if len(impls) == 1:
            return self._not_negative(impls[0])
        if not impls:
            return viable[0]
        # Impls that overlap were reported: the first is taken, so that nothing else is said of them.
        return impls[0] if trait_ref.trait in self.tcx.incoherent_traits else None

    def _same_bound(self, a: Candidate, b: Candidate) -> bool:
        return t.erase_regions(a.data.value) is t.erase_regions(b.data.value)

    def _is_exact(self, bound: t.Binder, trait_ref: t.TraitRef) -> bool:
        return not bound.bound and t.erase_regions(bound.value) is t.erase_regions(self.infcx.resolve_vars_if_possible(trait_ref))

    def _not_negative(self, candidate: Candidate) -> Candidate | SelectionError:
        if candidate.kind is ImplSourceKind.IMPL and self.tcx.impl_is_negative(candidate.data):
            return UNIMPLEMENTED
        return candidate

    # -------------------------------------------------------------------------------------------- confirmation

    def _confirm(
        self, candidate: Candidate, obligation: Obligation, predicate: t.Predicate, trait_ref: t.TraitRef
    ) -> Selected | SelectionError | None:
        infcx = self.infcx
        match candidate.kind:
            case ImplSourceKind.IMPL:
                return self._confirm_impl(candidate.data, obligation, predicate, trait_ref)
            case ImplSourceKind.PARAM | ImplSourceKind.OBJECT | ImplSourceKind.PROJECTION:
                value = infcx.instantiate_binder_with_fresh_vars(candidate.data, obligation.cause.span)
                nested: list[Obligation] = []
                value = project.normalize(infcx, value, obligation.cause, obligation.param_env, nested, obligation.depth)
                error = infcx.eq(trait_ref.args, value.args, obligation.cause)
                if error is not None:
                    return SelectionError(ErrorKind.SIGNATURE_MISMATCH, error)
                return Selected(candidate.kind, nested=tuple(nested))
            case ImplSourceKind.BUILTIN | ImplSourceKind.AUTO:
                cause = ObligationCause(obligation.cause.span, BuiltinDerived(predicate, obligation.cause), obligation.cause.body)
                parts: list[Obligation] = []
                for part in candidate.data:
                    part = project.normalize(infcx, part, cause, obligation.param_env, parts, obligation.depth + 1)
                    inner = t.dummy_binder(t.TraitPredicate(t.TraitRef(trait_ref.trait, (part, *trait_ref.args[1:]))))
                    parts.append(Obligation(inner, cause, obligation.param_env, obligation.depth + 1))
                return Selected(candidate.kind, nested=tuple(parts))
            case ImplSourceKind.UNSIZE:
                return unsize.confirm(self, candidate.data, obligation, predicate, trait_ref)
            case ImplSourceKind.CLOSURE | ImplSourceKind.FN_POINTER:
                return builtin.confirm_callable(self, candidate, obligation, trait_ref)
            case _:
                raise AssertionError(candidate.kind)

    def _confirm_impl(
        self, impl: Def, obligation: Obligation, predicate: t.Predicate, trait_ref: t.TraitRef
    ) -> Selected | SelectionError:
        infcx, tcx = self.infcx, self.tcx
        if tcx.impl_is_negative(impl):
            return UNIMPLEMENTED
        header = tcx.impl_trait_ref(impl)
        assert header is not None
        snapshot = infcx.snapshot()
        args = infcx.fresh_args_for(impl, obligation.cause.span)
        nested: list[Obligation] = []
        fresh = t.subst(header, args)
        if fresh.flags & t.HAS_ALIAS:
            fresh = project.normalize(infcx, fresh, obligation.cause, obligation.param_env, nested, obligation.depth + 1)
        error = infcx.eq(fresh.args, trait_ref.args, obligation.cause)
        if error is not None:
            infcx.rollback_to(snapshot)
            return UNIMPLEMENTED
        infcx.commit(snapshot)
        args = infcx.resolve_vars_if_possible(args)
        for index, (bound, span) in enumerate(tcx.predicates_of(impl)):
            code = ImplDerived(predicate, obligation.cause, impl, span, index)
            derived = ObligationCause(obligation.cause.span, code, obligation.cause.body)
            inner = t.subst(bound, args)
            if inner.flags & t.HAS_ALIAS:
                inner = project.normalize(infcx, inner, derived, obligation.param_env, nested, obligation.depth + 1)
            nested.append(Obligation(inner, derived, obligation.param_env, obligation.depth + 1))
        return Selected(ImplSourceKind.IMPL, impl, args, tuple(nested))


def _empty() -> ParamEnv:
    return ParamEnv(())


_NO_CAUSE: Any = ObligationCause(None)  # type: ignore[arg-type]


def may_unify(infcx: InferCtxt, pattern: Any, value: Any) -> bool:
    """A quick look: False only if an impl's argument can't match the goal's (rustc: `DeepRejectCtxt`)."""
    if pattern is value:
        return True
    if isinstance(value, t.Infer):
        value = infcx.shallow_resolve(value)
        if isinstance(value, t.Infer):
            if value.kind == "ty" or isinstance(pattern, (t.Param, t.Alias)):
                return True
            return t.is_integral(pattern) if value.kind == "int" else t.is_float(pattern)
    if isinstance(pattern, (t.Param, t.Alias, t.ErrorTy)) or isinstance(value, (t.Alias, t.ErrorTy)):
        return True
    if type(pattern) is not type(value):
        return not isinstance(pattern, _TYPES) or not isinstance(value, _TYPES)
    if isinstance(pattern, (t.Adt, t.FnDef, t.Closure)):
        return pattern.def_ is value.def_ and all(may_unify(infcx, p, v) for p, v in zip(pattern.args, value.args, strict=False))
    if isinstance(pattern, t.Prim):
        return False
    if isinstance(pattern, (t.Ref, t.RawPtr)):
        return pattern.mutable is value.mutable and may_unify(infcx, pattern.ty, value.ty)
    if isinstance(pattern, t.Tuple):
        return len(pattern.elems) == len(value.elems) and all(
            may_unify(infcx, p, v) for p, v in zip(pattern.elems, value.elems, strict=True)
        )
    if isinstance(pattern, (t.Array, t.Slice)):
        return may_unify(infcx, pattern.elem, value.elem)
    return True


_TYPES = (
    t.Prim, t.Adt, t.Ref, t.RawPtr, t.Tuple, t.Array, t.Slice, t.FnDef, t.FnPtr, t.Closure, t.Dynamic, t.Param,
)  # fmt: skip


def _leaks(wanted: Any, given: Any) -> bool:
    """Whether a lifetime bound by what is wanted would have to be a declared one of a where-clause (rustc: `leak_check`)."""
    if isinstance(wanted, t.ReBound):
        return wanted.depth == 0 and isinstance(given, (t.ReStatic, t.ReEarlyParam, t.ReLateParam))
    if isinstance(wanted, tuple):
        return isinstance(given, tuple) and any(_leaks(a, b) for a, b in zip(wanted, given, strict=False))
    if isinstance(wanted, t.Binder) or type(wanted) is not type(given) or not t._flags_of(wanted) & t.HAS_BOUND:
        return False
    return _leaks(wanted.parts, given.parts)


def _is_of_type(found: Candidate | SelectionError) -> bool:
    """Whether a candidate was taken from the type itself, with the regions in it."""
    return isinstance(found, Candidate) and found.kind not in (ImplSourceKind.IMPL, ImplSourceKind.PARAM)


def freshen(value: Any) -> Any:
    """`value` with its unbound variables numbered from 0 and regions erased, for comparing goals (rustc: `TypeFreshener`)."""
    made: dict[Any, Any] = {}

    def fresh(part: Any, _depth: int) -> Any:
        if part not in made:
            infer = type(part) is t.Infer
            made[part] = t.Infer("fresh " + part.kind, len(made)) if infer else t.ConstInfer(-1 - len(made))
        return made[part]

    return t.fold(t.erase_regions(value), t.HAS_INFER, t.VARIABLES, fresh, {})
