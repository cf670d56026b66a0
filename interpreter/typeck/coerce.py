"""Coercions: from the type an expression has to the one its context wants (rustc: coercion.rs).

`coerce` relates the two types and adds adjustments to the expression: reborrow, deref coercion, unsizing, fn item and closure
to fn pointer, never to any, `*mut` to `*const`. `CoerceMany` finds the common type of branches (least upper bound coercion).
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import Any
from interpreter.records import Record
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import places
from interpreter.typeck import ty as t
from interpreter.typeck.autoderef import Autoderef
from interpreter.typeck.fn_ctxt import FnCtxt, TypeMismatch, is_ty_var, peel, references_error
from interpreter.typeck.region_constraints import is_less_general
from interpreter.typeck.relate import TypeError_, TypeErrorKind
from interpreter.typeck.results import AdjustKind, Adjustment
from interpreter.typeck.thir import CoercionKind
from interpreter.typeck.traits.obligation import MiscCause, ObjectCast, Obligation, ObligationCause
from interpreter.typeck.words import errors_mismatch

_Result = tuple[list[Adjustment], t.Ty]


def coerce(
    fcx: FnCtxt,
    expr: ast.Expr,
    expr_ty: t.Ty,
    target: t.Ty,
    *,
    allow_two_phase: bool = False,
    cause: ObligationCause | None = None,
) -> t.Ty:
    """Coerce the checked `expr` to `target`. Raises: TypeMismatch, with nothing changed."""
    source = fcx.resolve_with_obligations(expr_ty)
    if source is target:
        if source is t.NEVER:
            fcx.apply_adjustments(expr, [Adjustment(AdjustKind.NEVER_TO_ANY, t.NEVER)])
        if not isinstance(source, (t.Ref, t.Adt, t.RawPtr)):
            return target
    target = fcx.resolve(target)
    if references_error(target):
        fcx.infcx.tainted = True
    action = _Coerce(
        fcx,
        cause or fcx.cause(expr.span),
        allow_two_phase,
        places.is_read_for_never(fcx, expr),
        same_region=peel(expr) in fcx.same_region,
    )
    adjustments, _ = fcx.commit_or_raise(lambda: action.coerce(source, target))
    fcx.apply_adjustments(expr, adjustments)
    return t.ERROR if references_error(expr_ty) else target


def can_coerce(fcx: FnCtxt, source: t.Ty, target: t.Ty, span: Span) -> bool:
    """Whether a value of `source` could be coerced to `target`; changes nothing (rustc: `may_coerce`)."""
    with fcx.infcx.probe_apart():
        try:
            _Coerce(fcx, fcx.cause(span), False, True).coerce(fcx.resolve(source), fcx.resolve(target))
        except TypeMismatch:
            return False
        return not fcx.infcx.select_where_possible()


class _Coerce:
    """One coercion (rustc: `Coerce`). `same_region`: if both types are references, they have the same lifetime."""

    def __init__(
        self, fcx: FnCtxt, cause: ObligationCause, allow_two_phase: bool, coerce_never: bool, *, same_region: bool = False
    ) -> None:
        self.fcx = fcx
        self.cause = cause
        self.allow_two_phase = allow_two_phase
        self.coerce_never = coerce_never
        self.same_region = same_region

    def coerce(self, a: t.Ty, b: t.Ty) -> _Result:
        a, b = self.fcx.shallow(a), self.fcx.shallow(b)
        if a is t.NEVER:
            if self.coerce_never:
                return [Adjustment(AdjustKind.NEVER_TO_ANY, b)], b
            return self._unify_and(a, b)
        if is_ty_var(a):
            if is_ty_var(b) and self.fcx.infcx.eq(b, a) is None:
                return [], b
            return self._unify_and(a, b)
        if _may_unsize(a, b):
            try:
                return self.fcx.commit_or_raise(lambda: self._coerce_unsized(a, b))
            except TypeMismatch:
                pass
        if isinstance(b, t.RawPtr):
            return self._coerce_raw_ptr(a, b)
        if isinstance(b, t.Ref):
            return self._coerce_borrowed_pointer(a, b)
        if isinstance(a, t.FnDef):
            return self._coerce_from_fn_item(a, b)
        if isinstance(a, t.FnPtr):
            return self._coerce_from_fn_pointer(a, b)
        if isinstance(a, t.Closure):
            return self._coerce_closure_to_fn(a, b)
        return self._unify_and(a, b)

    # -------------------------------------------------------------------------------------------- helpers

    def _unify(self, a: t.Ty, b: t.Ty) -> t.Ty:
        error = self.fcx.infcx.sup(b, a, self.cause)
        if error is not None:
            raise TypeMismatch(error)
        return b

    def _unify_and(self, a: t.Ty, b: t.Ty, make: Callable[[t.Ty], list[Adjustment]] = lambda _: []) -> _Result:
        ty = self._unify(a, b)
        return make(ty), ty

    # -------------------------------------------------------------------------------------------- references

    def _coerce_borrowed_pointer(self, a: t.Ty, b: t.Ref) -> _Result:
        """`&mut A` to `&mut B`, `&(mut) A` to `&B`, by derefs of A."""
        if not isinstance(a, t.Ref):
            return self._unify_and(a, b)
        if b.mutable and not a.mutable:
            raise TypeMismatch(TypeError_(TypeErrorKind.MUTABILITY, b, a))
        steps = Autoderef(self.fcx, self.cause.span, a)
        first_error: TypeError_ | None = None
        ty: t.Ty | None = None
        n = 0
        for referent, n in steps:
            if n == 0:
                continue
            derefd = t.Ref(b.region, referent, b.mutable)
            error = self.fcx.infcx.sup(b, derefd, self.cause)
            if error is None:
                ty = b
                break
            first_error = first_error or error
        if ty is None:
            raise TypeMismatch(first_error if first_error is not None else TypeError_(TypeErrorKind.SORTS, b, a))
        if n == 1 and not a.mutable and self.same_region:
            return [], ty
        adjustments = steps.adjustments(n)
        adjustments.append(Adjustment(AdjustKind.BORROW, ty, mutable=b.mutable, two_phase=b.mutable and self.allow_two_phase))
        return adjustments, ty

    def _coerce_raw_ptr(self, a: t.Ty, b: t.RawPtr) -> _Result:
        """References and `*mut` to raw pointers."""
        if isinstance(a, t.Ref):
            is_ref, inner, mutable = True, a.ty, a.mutable
        elif isinstance(a, t.RawPtr):
            is_ref, inner, mutable = False, a.ty, a.mutable
        else:
            return self._unify_and(a, b)
        if b.mutable and not mutable:
            raise TypeMismatch(TypeError_(TypeErrorKind.MUTABILITY, b, a))
        self._unify(t.RawPtr(inner, b.mutable), b)
        if is_ref:
            return [
                Adjustment(AdjustKind.DEREF, inner),
                Adjustment(AdjustKind.RAW_BORROW, t.RawPtr(inner, b.mutable), mutable=b.mutable),
            ], b
        if mutable != b.mutable:
            return [Adjustment(AdjustKind.POINTER, b, coercion=CoercionKind.MUT_TO_CONST_PTR)], b
        return [], b

    # -------------------------------------------------------------------------------------------- unsizing

    def _coerce_unsized(self, source: t.Ty, target: t.Ty) -> _Result:
        fcx = self.fcx
        reborrow: list[Adjustment] = []
        coerce_source = source
        if isinstance(source, t.Ref) and isinstance(target, (t.Ref, t.RawPtr)):
            if target.mutable and not source.mutable:
                raise TypeMismatch(TypeError_(TypeErrorKind.MUTABILITY, target, source))
            kind, made = (
                (AdjustKind.BORROW, t.Ref(t.RE_ERASED, source.ty, target.mutable))
                if isinstance(target, t.Ref)
                else (AdjustKind.RAW_BORROW, t.RawPtr(source.ty, target.mutable))
            )
            coerce_source = made
            reborrow = [Adjustment(AdjustKind.DEREF, source.ty), Adjustment(kind, made, mutable=target.mutable)]
        coerce_target = fcx.infcx.next_ty_var(self.cause.span)
        self._unify(coerce_target, target)
        self._select_unsize(coerce_source, coerce_target)
        return [*reborrow, Adjustment(AdjustKind.POINTER, target, coercion=CoercionKind.UNSIZE)], target

    def _select_unsize(self, source: t.Ty, target: t.Ty) -> None:
        """Prove `source: CoerceUnsized<target>` down to obligations that aren't about unsizing, which are registered."""
        fcx = self.fcx
        unsize, coerce_unsized = fcx.tcx.lang_item("unsize"), fcx.tcx.lang_item("coerce_unsized")
        first = t.dummy_binder(t.TraitPredicate(t.TraitRef(coerce_unsized, (source, target))))
        cause = self.cause
        queue = [Obligation(first, cause, fcx.param_env)]
        while queue:
            obligation = queue.pop(0)
            kind = obligation.predicate.value
            if not isinstance(kind, t.TraitPredicate) or kind.trait_ref.trait not in (unsize, coerce_unsized):
                fcx.infcx.register_obligation(obligation)
                continue
            trait_ref = fcx.resolve(kind.trait_ref)
            obligation = Obligation(
                t.dummy_binder(t.TraitPredicate(trait_ref)), obligation.cause, obligation.param_env, obligation.depth
            )
            if trait_ref.trait is unsize and isinstance(trait_ref.args[1], t.Dynamic):
                object_cause = ObligationCause(cause.span, ObjectCast(trait_ref.args[0], trait_ref.args[1]), cause.body)  # type: ignore[arg-type]
                obligation = Obligation(obligation.predicate, object_cause, obligation.param_env, obligation.depth)
                if is_ty_var(trait_ref.args[0]):  # type: ignore[arg-type]
                    if not self._is_sized_var(trait_ref.args[0]):  # type: ignore[arg-type]
                        raise TypeMismatch(TypeError_(TypeErrorKind.SORTS, target, source))
                    fcx.infcx.register_obligation(obligation)
                    continue
            nested = fcx.infcx.select_nested(obligation)
            if nested is None:
                raise TypeMismatch(TypeError_(TypeErrorKind.SORTS, target, source))
            queue.extend(nested)

    def _is_sized_var(self, var: t.Infer) -> bool:
        """What is not known to be sized may be the trait object itself: `Box::from(..)` (rustc: `type_var_is_sized`)."""
        sized = self.fcx.tcx.lang_item("sized")
        kinds = (obligation.predicate.value for obligation in self.fcx.infcx.obligations_for_self_ty(var))
        return any(isinstance(kind, t.TraitPredicate) and kind.trait_ref.trait is sized for kind in kinds)

    # -------------------------------------------------------------------------------------------- functions

    def _coerce_from_fn_item(self, a: t.FnDef, b: t.Ty) -> _Result:
        if not isinstance(b, t.FnPtr):
            return self._unify_and(a, b)
        if isinstance(a.def_.node, ast.Fn) and a.def_.node.variadic is not None:
            raise UnsupportedError("a pointer to a variadic function", self.cause.span)
        if "rustc_intrinsic" in a.def_.attrs:
            raise TypeMismatch(TypeError_(TypeErrorKind.INTRINSIC, b, a))
        pointer = t.FnPtr(reified_sig(self.fcx, a, self.cause.span))
        if "target_feature" in a.def_.attrs and not (b.sig.value.unsafe or pointer.sig.value.unsafe):
            from interpreter.resolve import target_features

            if target_features.missing(a.def_, self.fcx.owner):
                raise TypeMismatch(TypeError_(TypeErrorKind.TARGET_FEATURES, b, a))
        return self._fn_ptr_to(pointer, b, CoercionKind.REIFY_FN)

    def _coerce_from_fn_pointer(self, a: t.FnPtr, b: t.Ty) -> _Result:
        if isinstance(b, t.FnPtr) and b.sig.value.unsafe and not a.sig.value.unsafe:
            made = _as_unsafe(a)
            self._unify_fn_ptr(made, b)
            return [Adjustment(AdjustKind.POINTER, b, coercion=CoercionKind.UNSAFE_FN)], b
        self._unify_fn_ptr(a, b)
        return [], b

    def _unify_fn_ptr(self, a: t.FnPtr, b: t.Ty) -> None:
        """Lifetimes bound in the types of functions are looked at here already."""
        self._unify(a, b)
        fcx = self.fcx
        if isinstance(b, t.FnPtr) and is_less_general(fcx.tcx, fcx.param_env, fcx.resolve(a), fcx.resolve(b), self.cause):
            raise TypeMismatch(TypeError_(TypeErrorKind.REGIONS, b, a))

    def _fn_ptr_to(self, pointer: t.FnPtr, b: t.FnPtr, kind: CoercionKind) -> _Result:
        adjustments = [Adjustment(AdjustKind.POINTER, pointer, coercion=kind)]
        if b.sig.value.unsafe and not pointer.sig.value.unsafe:
            pointer = _as_unsafe(pointer)
            adjustments.append(Adjustment(AdjustKind.POINTER, pointer, coercion=CoercionKind.UNSAFE_FN))
        if kind is CoercionKind.REIFY_FN:
            self._unify_fn_ptr(pointer, b)
        else:
            self._unify(pointer, b)
        adjustments[-1].target = b
        return adjustments, b

    def _coerce_closure_to_fn(self, a: t.Closure, b: t.Ty) -> _Result:
        """A closure without captures to a fn pointer."""
        if not isinstance(b, t.FnPtr) or captures_anything(self.fcx, a):
            return self._unify_and(a, b)
        return self._fn_ptr_to(t.FnPtr(self.fcx.infcx.closure(a.def_, a.args).sig), b, CoercionKind.CLOSURE_FN)


def reified_sig(fcx: FnCtxt, fn: t.FnDef, span: Span) -> t.Binder:
    """The signature of a fn item as a fn pointer's: only its late-bound lifetimes are kept."""
    sig = t.subst(fcx.tcx.fn_sig(fn.def_), fn.args)
    return fcx.normalize(span, sig)


def _as_unsafe(pointer: t.FnPtr) -> t.FnPtr:
    sig = pointer.sig.value
    return t.FnPtr(t.Binder(t.FnSig(sig.inputs, sig.output, True, sig.abi), pointer.sig.bound))  # type: ignore[no-any-return]


def captures_anything(fcx: FnCtxt, closure: t.Closure) -> bool:
    """Whether a closure mentions a variable of the function around it."""
    data = fcx.results.closures.get(closure.def_)
    if data is None:
        return bool(fcx.tcx.closure_info(closure.def_).captures)
    return data.mentions_outer


def _may_unsize(a: t.Ty, b: t.Ty) -> bool:
    """Quick answer whether unsizing coercion may apply at all (it never does between unknown or scalar types). Equal types may
    differ in an object's lifetime, which the coercion may shorten."""
    if isinstance(a, (t.Ref, t.RawPtr)):
        return isinstance(b, (t.Ref, t.RawPtr)) and (a.ty is not b.ty or ends_in_object(b.ty))
    return isinstance(a, t.Adt) and isinstance(b, t.Adt) and a.def_ is b.def_ and (a is not b or ends_in_object(b))


def ends_in_object(ty: object) -> bool:
    """Whether a type is a trait object, or may be a struct or a pointer that ends in one."""
    if isinstance(ty, (t.Ref, t.RawPtr)):
        return ends_in_object(ty.ty)
    return isinstance(ty, t.Dynamic) or (isinstance(ty, t.Adt) and any(ends_in_object(arg) for arg in ty.args))


# ------------------------------------------------------------------------------------------------ least upper bounds


def try_find_coercion_lub(
    fcx: FnCtxt,
    cause: ObligationCause,
    exprs: list[ast.Expr],
    prev_ty: t.Ty,
    new: ast.Expr,
    new_ty: t.Ty,
    *,
    same: bool = False,
) -> t.Ty:
    """The common type of the earlier `exprs` (of type `prev_ty`) and `new`, coercing either; `same`: if both are references,
    they have the same lifetimes. Raises: TypeMismatch."""
    prev_ty = fcx.try_structurally_resolve(prev_ty)
    new_ty = fcx.try_structurally_resolve(new_ty)
    if prev_ty is new_ty and prev_ty is not t.NEVER and not isinstance(prev_ty, (t.FnDef, t.Closure)):
        if same or not isinstance(prev_ty, t.Ref):
            return prev_ty
    if isinstance(prev_ty, (t.FnDef, t.Closure)) and isinstance(new_ty, (t.FnDef, t.Closure)):
        if fcx.infcx.can_eq(prev_ty, new_ty):
            fcx.infcx.eq(prev_ty, new_ty)
            return prev_ty
        merged = _merge_fns(fcx, cause, exprs, prev_ty, new, new_ty)
        if merged is not None:
            return merged
    action = _Coerce(fcx, cause, False, True)
    first_error: TypeError_ | None = None
    if not fcx.results.adjustments.get(peel(new)):
        try:
            adjustments, target = fcx.commit_or_raise(lambda: action.coerce(new_ty, prev_ty))
            fcx.apply_adjustments(new, adjustments)
            return target
        except TypeMismatch as mismatch:
            first_error = mismatch.error
    for expr in exprs:
        if not _is_noop_adjusted(fcx, expr):
            return _lub(fcx, cause, prev_ty, new_ty)
    try:
        adjustments, target = fcx.commit_or_raise(lambda: action.coerce(prev_ty, new_ty))
    except TypeMismatch:
        if first_error is not None:
            raise TypeMismatch(first_error) from None
        return _lub(fcx, cause, prev_ty, new_ty)
    for expr in exprs:
        fcx.apply_adjustments(expr, [_copy(a) for a in adjustments])
    return target


def _copy(a: Adjustment) -> Adjustment:
    return Adjustment(a.kind, a.target, a.mutable, a.two_phase, a.coercion)


def _lub(fcx: FnCtxt, cause: ObligationCause, prev_ty: t.Ty, new_ty: t.Ty) -> t.Ty:
    error = fcx.infcx.eq(prev_ty, new_ty, cause)
    if error is not None:
        raise TypeMismatch(error)
    return prev_ty


def _is_noop_adjusted(fcx: FnCtxt, expr: ast.Expr) -> bool:
    adjustments = fcx.results.adjustments.get(peel(expr), [])
    kinds = [a.kind for a in adjustments]
    if kinds in ([], [AdjustKind.NEVER_TO_ANY]):
        return True
    if kinds == [AdjustKind.DEREF, AdjustKind.BORROW]:
        ty = fcx.shallow(fcx.node_ty(expr))
        return isinstance(ty, t.Ref) and ty.mutable == adjustments[1].mutable
    return False


def _merge_fns(
    fcx: FnCtxt, cause: ObligationCause, exprs: list[ast.Expr], prev_ty: t.Ty, new: ast.Expr, new_ty: t.Ty
) -> t.Ty | None:
    """Two different fn items or closures without captures become fn pointers of a common signature."""
    pointers: list[tuple[t.FnPtr, CoercionKind]] = []
    for ty in (prev_ty, new_ty):
        if isinstance(ty, t.FnDef):
            pointers.append((t.FnPtr(reified_sig(fcx, ty, cause.span)), CoercionKind.REIFY_FN))
        elif isinstance(ty, t.Closure):
            if captures_anything(fcx, ty):
                return None
            pointers.append((t.FnPtr(fcx.infcx.closure(ty.def_, ty.args).sig), CoercionKind.CLOSURE_FN))
    steps = [[Adjustment(AdjustKind.POINTER, pointer, coercion=kind)] for pointer, kind in pointers]
    common = [pointer for pointer, _ in pointers]
    if common[0].sig.value.unsafe is not common[1].sig.value.unsafe:
        # With an unsafe one the safe ones are as unsafe.
        common = list(map(_as_unsafe, common))
        for (pointer, _), made, step in zip(pointers, common, steps, strict=True):
            if made is not pointer:
                step.append(Adjustment(AdjustKind.POINTER, made, coercion=CoercionKind.UNSAFE_FN))
    error = fcx.infcx.eq(common[0], common[1], cause)
    if error is not None:
        raise TypeMismatch(error)
    for step in steps:
        step[-1].target = common[0]
    for expr in exprs:
        fcx.apply_adjustments(expr, [_copy(a) for a in steps[0]])
    fcx.apply_adjustments(new, steps[1])
    return common[0]


class SiteCause(Record, frozen=True):
    """Why the values of a CoerceMany must agree; `kind` selects the words of the error: "misc", "match_arm", "if_else",
    "if_no_else", "return", "return_no_expr", "block_tail", "array", "break". `data`: what the words need."""

    kind: str
    span: Span
    data: tuple[Any, ...] = ()


class CoerceMany:
    """Collects the values of branches and coerces them to a common type, at best `expected_ty` (rustc: `CoerceMany`).
    `is_expected`: the common type is the expected one down to its lifetimes; the least upper bound of two has a new one."""

    __slots__ = ("expected_ty", "exprs", "final_ty", "is_expected", "pushed")

    def __init__(self, expected_ty: t.Ty) -> None:
        self.expected_ty = expected_ty
        self.is_expected = True
        self.final_ty: t.Ty | None = None
        self.exprs: list[ast.Expr] = []
        self.pushed = 0

    @classmethod
    def of(cls, fcx: FnCtxt, known: t.Ty | None, span: Span) -> CoerceMany:
        """For values of a type that is known, or whatever they have in common."""
        many = cls(known if known is not None else fcx.infcx.next_ty_var(span))
        many.is_expected = known is not None
        return many

    @property
    def merged_ty(self) -> t.Ty:
        return self.final_ty if self.final_ty is not None else self.expected_ty

    def coerce(self, fcx: FnCtxt, site: SiteCause, expr: ast.Expr, ty: t.Ty) -> None:
        """One more value: `expr`, already checked to have type `ty`."""
        self._coerce(fcx, site, expr, ty)

    def coerce_forced_unit(self, fcx: FnCtxt, site: SiteCause) -> None:
        """A `()` without an expression: `break;`, `return;`, an `if` without `else`, a block without tail."""
        self._coerce(fcx, site, None, t.UNIT)

    def _coerce(self, fcx: FnCtxt, site: SiteCause, expr: ast.Expr | None, ty: t.Ty) -> None:
        ty = fcx.shallow(ty)
        merged = fcx.resolve(self.merged_ty)
        if references_error(ty) or references_error(merged):
            self.final_ty = t.ERROR
            if expr is not None:
                fcx.tainted = True
            return
        try:
            cause = fcx.cause(site.span, MiscCause.MISC)
            if expr is None:
                error = fcx.infcx.eq(merged, ty, cause)
                if error is not None:
                    raise TypeMismatch(error)
                result: t.Ty = merged
            elif self.pushed == 0:
                result = coerce(fcx, expr, ty, self.expected_ty, cause=cause)
            else:
                self.is_expected = self.is_expected and (ty is t.NEVER or peel(expr) in fcx.same_region)
                result = try_find_coercion_lub(fcx, cause, self.exprs, merged, expr, ty, same=self.is_expected)
        except TypeMismatch as mismatch:
            fcx.tainted = True
            errors_mismatch.report_site_mismatch(fcx, site, expr, merged, ty, mismatch.error)
            self.final_ty = t.ERROR
            return
        self.final_ty = result
        if expr is not None:
            self.exprs.append(expr)
        self.pushed += 1

    def complete(self, fcx: FnCtxt, expr: ast.Expr | None = None) -> t.Ty:
        """The common type, `expr` being what has these values; `!` if there was none."""
        if expr is not None and self.is_expected:
            fcx.same_region.add(expr)
        return self.final_ty if self.final_ty is not None else t.NEVER
