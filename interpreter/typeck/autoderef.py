"""Autoderef: the types reached from one by `*` again and again, built in or overloaded (rustc_hir_analysis::autoderef)."""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.resolve.limits import raise_limit
from interpreter.source import Span
from interpreter.typeck import place_op
from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import FnCtxt, is_ty_var
from interpreter.typeck.results import AdjustKind, Adjustment
from interpreter.typeck.traits.obligation import Obligation


def builtin_deref(fcx: FnCtxt, ty: t.Ty, *, include_raw: bool = False) -> t.Ty | None:
    """What `*` of a reference or Box gives (with `include_raw`, of a raw pointer too)."""
    if isinstance(ty, t.Ref):
        return ty.ty
    if isinstance(ty, t.Adt) and ty.def_ is fcx.tcx.lang_item_or_none("owned_box"):
        return ty.args[0]  # type: ignore[return-value]
    if include_raw and isinstance(ty, t.RawPtr):
        return ty.ty
    return None


def overloaded_deref_ty(fcx: FnCtxt, span: Span, ty: t.Ty) -> t.Ty | None:
    """`<ty as Deref>::Target` if `ty: Deref` may hold."""
    if not isinstance(ty, (t.Adt, t.Param, t.Alias, t.Dynamic)):
        return None
    deref = fcx.tcx.lang_item("deref")
    if isinstance(ty, t.Adt) and not fcx.tcx.relevant_impls(deref, ty):
        return None
    trait_ref = t.TraitRef(deref, (ty,))
    obligation = Obligation(t.dummy_binder(t.TraitPredicate(trait_ref)), fcx.cause(span), fcx.param_env)
    if not fcx.infcx.predicate_may_hold(obligation):
        return None
    target = fcx.normalize(span, t.Alias(fcx.tcx.lang_item("deref_target"), (ty,)))
    return fcx.resolve_with_obligations(target)


class Autoderef:
    """Iterate for (type, number of derefs); `steps` then has (source type, overloaded) for each deref done."""

    def __init__(self, fcx: FnCtxt, span: Span, ty: t.Ty, *, include_raw: bool = False) -> None:
        self.fcx = fcx
        self.span = span
        self.base = fcx.resolve(ty)
        self.include_raw = include_raw
        self.steps: list[tuple[t.Ty, bool]] = []
        self.targets: list[t.Ty] = []
        self.reached_limit = False

    def __iter__(self) -> Iterator[tuple[t.Ty, int]]:
        ty = self.fcx.shallow(self.base)
        yield ty, 0
        while True:
            if len(self.steps) > self.fcx.tcx.recursion_limit:
                self.reached_limit = True
                name = self.fcx.fmt(ty)
                self.fcx.error(
                    "E0055",
                    f"reached the recursion limit while auto-dereferencing `{name}`",
                    self.span,
                    "deref recursion limit reached",
                    helps=(raise_limit(self.fcx.tcx.recursion_limit, "main"),),
                )
                return
            if is_ty_var(ty) or isinstance(ty, t.ErrorTy):
                return
            target = builtin_deref(self.fcx, ty, include_raw=self.include_raw)
            overloaded = target is None
            if target is None:
                target = overloaded_deref_ty(self.fcx, self.span, ty)
                if target is None:
                    return
            self.steps.append((ty, overloaded))
            ty = self.fcx.try_structurally_resolve(target)
            self.targets.append(ty)
            yield ty, len(self.steps)

    def adjustments(self, n: int | None = None) -> list[Adjustment]:
        """The adjustments for the first `n` (default: all) derefs; overloaded ones are by `Deref`, fixed to DerefMut later."""
        result: list[Adjustment] = []
        count = len(self.steps) if n is None else n
        for (source, overloaded), target in zip(self.steps[:count], self.targets[:count], strict=True):
            if overloaded:
                callee = place_op.try_overloaded_deref(self.fcx, self.span, source)
                if callee is not None and isinstance(callee.sig.output, t.Ref):
                    result.append(Adjustment(AdjustKind.OVERLOADED_DEREF, target, mutable=callee.sig.output.mutable))
                    continue
                result.append(Adjustment(AdjustKind.OVERLOADED_DEREF, target))
            else:
                result.append(Adjustment(AdjustKind.DEREF, target))
        return result
