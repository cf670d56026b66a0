"""Subtyping between types that are equal but for their regions (rustc_borrowck::type_check::relate_tys).

Every pair of regions met on the way gives outlives constraints by its variance; binders are entered with placeholders on the
side of the supertype and fresh variables on the other. `'long` is a subtype of `'short`: `&'a T <: &'b T` needs `'a: 'b`.
"""

from __future__ import annotations

from interpreter.borrowck.constraints import VarianceInfo
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.records import Record
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Variance

if TYPE_CHECKING:
    from interpreter.borrowck.infer import BorrowckInferCtxt
    from interpreter.borrowck.region_context import RegionContext

_REGIONS = t.HAS_FREE_REGION | t.HAS_REGION_VAR | t.HAS_BOUND | t.HAS_ALIAS
CO, CONTRA, INV = Variance.COVARIANT, Variance.CONTRAVARIANT, Variance.INVARIANT


class HiddenType(Record, frozen=True):
    """What an opaque type hides, with region variables, and where that was first seen."""

    ty: t.Ty
    span: Span


class Relation:
    """Relates values under the context's current location and category."""

    def __init__(self, infcx: BorrowckInferCtxt, context: RegionContext) -> None:
        self.infcx = infcx
        self.tcx = infcx.tcx
        self.context = context
        self.hidden: dict[t.Alias, HiddenType] = {}
        """Opaque types of this body met where a concrete type stands."""
        self.revealed: list[tuple[t.Alias, t.Ty]] = []
        """Each such meeting whose consequences (the bounds of the opaque type) weren't yet drawn."""
        self.defining: frozenset[Def] = frozenset()

    def sub(self, a: t.Ty, b: t.Ty) -> None:
        """`a` is a subtype of `b`."""
        self.relate(a, b, CO)

    def eq(self, a: Any, b: Any) -> None:
        self.relate(a, b, INV)

    def relate(self, a: Any, b: Any, variance: Variance) -> None:
        """`a` and `b` in a position of this variance (COVARIANT: `a <: b`)."""
        if a is b or not (a.flags | b.flags) & _REGIONS:
            return
        kind = type(a)
        if kind is not type(b):
            self._different(a, b, variance)
        elif kind is t.Ref:
            self._region(a.region, b.region, variance)
            if a.mutable:
                self._invariant(a.ty, b.ty, variance, VarianceInfo(a, 0))
            else:
                self.relate(a.ty, b.ty, variance)
        elif kind is t.Adt:
            if a.def_ is b.def_:
                self._adt(a, b, variance)
        elif kind is t.Tuple:
            for x, y in zip(a.elems, b.elems, strict=False):
                self.relate(x, y, variance)
        elif kind is t.Slice or kind is t.Array:
            self.relate(a.elem, b.elem, variance)
        elif kind is t.RawPtr:
            if a.mutable and b.mutable:
                self._invariant(a.ty, b.ty, variance, VarianceInfo(a, 0))
            else:
                self.relate(a.ty, b.ty, variance)
        elif kind is t.FnPtr:
            self._binder(a.sig, b.sig, variance)
        elif kind is t.Binder:
            self._binder(a, b, variance)
        elif kind is t.FnSig:
            flipped = CONTRA if variance is CO else CO if variance is CONTRA else INV
            for x, y in zip(a.inputs, b.inputs, strict=False):
                self.relate(x, y, flipped)
            self.relate(a.output, b.output, variance)
        elif kind is t.Dynamic:
            self._region(a.region, b.region, variance)
            if a.principal is not None and b.principal is not None:
                self._binder(a.principal, b.principal, variance)
            for p in a.projections:
                for q in b.projections:
                    if p.value.assoc is q.value.assoc:
                        self._binder(p, q, variance)
        elif kind is t.ExistentialTraitRef or kind is t.FnDef or kind is t.Closure:
            self._args(a.args, b.args)
        elif kind is t.ExistentialProjection:
            self._args(a.args, b.args)
            self.relate(a.term, b.term, INV)
        elif kind is t.Alias:
            if a.def_ is b.def_:
                self._alias_args(a, b)
            else:
                self._different(a, b, variance)
        elif isinstance(a, _REGION_TYPES):
            self._region(a, b, variance)

    def _region(self, a: t.Region, b: t.Region, variance: Variance) -> None:
        if a is b:
            return
        push = self.context.push_outlives
        if variance is not CONTRA:
            push(a, b)
        if variance is not CO:
            push(b, a)

    def _invariant(self, a: t.Ty, b: t.Ty, ambient: Variance, info: VarianceInfo) -> None:
        if ambient is INV:
            self.relate(a, b, INV)
            return
        saved = self.context.variance
        self.context.variance = info
        self.relate(a, b, INV)
        self.context.variance = saved

    def _adt(self, a: t.Adt, b: t.Adt, variance: Variance) -> None:
        variances = self.tcx.variances_of(a.def_)
        for i, (x, y) in enumerate(zip(a.args, b.args, strict=False)):
            if x is y:
                continue
            own = variances[i] if i < len(variances) else INV
            if own is Variance.BIVARIANT:
                continue
            if own is INV:
                self._invariant(x, y, variance, VarianceInfo(a, i))  # type: ignore[arg-type]
            else:
                self._arg(x, y, variance if own is CO else variance.xform(own))

    def _arg(self, x: Any, y: Any, variance: Variance) -> None:
        if isinstance(x, _REGION_TYPES):
            self._region(x, y, variance)
        else:
            self.relate(x, y, variance)

    def _args(self, a: t.Args, b: t.Args) -> None:
        for x, y in zip(a, b, strict=False):
            self._arg(x, y, INV)

    def _alias_args(self, a: t.Alias, b: t.Alias) -> None:
        if a.def_.kind is DefKind.OPAQUE_TY:
            variances = self.tcx.variances_of(a.def_)
            for i, (x, y) in enumerate(zip(a.args, b.args, strict=False)):
                if i >= len(variances) or variances[i] is not Variance.BIVARIANT:
                    self._arg(x, y, INV)
        else:
            self._args(a.args, b.args)

    def _binder(self, a: t.Binder, b: t.Binder, variance: Variance) -> None:
        if variance is not CONTRA:
            sup = self.infcx.enter_forall(b)
            sub = self.infcx.instantiate_binder_with_fresh_vars(a)
            self.relate(sub, sup, CO)
        if variance is not CO:
            sup = self.infcx.enter_forall(a)
            sub = self.infcx.instantiate_binder_with_fresh_vars(b)
            self.relate(sup, sub, CONTRA)

    def _different(self, a: Any, b: Any, variance: Variance) -> None:
        """Types of different shape: an alias that can be normalised, an opaque type and what it hides, or nothing to say."""
        both = ((a, b, False), (b, a, True))
        for x, y, flip in both:
            if isinstance(x, t.Alias) and x.def_ in self.defining:
                own = y if variance is INV else self._generalized(y)
                self.relate(own, y, _flip(variance) if flip else variance)
                known = self.hidden.get(x)
                if known is not None:
                    self.eq(known.ty, own)
                self.hidden[x] = HiddenType(own, self.context.span)
                self.revealed.append((x, own))
                return
        for x, y, flip in both:
            if not isinstance(x, t.Alias):
                continue
            if x.def_.kind is DefKind.OPAQUE_TY:
                hidden = self.tcx.hidden_types.get(x.def_)
                if hidden is not None and self.infcx.reveal:
                    self.relate(t.subst(hidden, x.args), y, _flip(variance) if flip else variance)
                return
            normal = self.infcx.normalize_here(x)
            if normal is not x:
                self.relate(normal, y, _flip(variance) if flip else variance)
                return

    def _generalized(self, ty: Any) -> Any:
        """The type with fresh regions but where it is invariant (rustc: `Generalizer`)."""
        if not t._flags_of(ty) & _REGIONS:
            return ty
        fold = self._generalized
        match ty:
            case t.Ref():
                return t.Ref(self.context.fresh(), ty.ty if ty.mutable else fold(ty.ty), ty.mutable)
            case t.Adt():
                variances = self.tcx.variances_of(ty.def_)
                kept = [i >= len(variances) or variances[i] is INV for i in range(len(ty.args))]
                return t.Adt(ty.def_, tuple(arg if keep else fold(arg) for arg, keep in zip(ty.args, kept, strict=True)))
            case t.Tuple() | t.Slice() | t.Array():
                return t.map_parts(ty, fold)
            case t.RawPtr():
                return ty if ty.mutable else t.RawPtr(fold(ty.ty), False)
            case t.Dynamic():
                return t.Dynamic(ty.principal, ty.projections, ty.autos, self.context.fresh())
            case t.FnPtr():
                return t.map_regions(ty, lambda region: region if isinstance(region, t.ReBound) else self.context.fresh())
        return self.context.fresh() if isinstance(ty, _REGION_TYPES) else ty


def _flip(variance: Variance) -> Variance:
    return CONTRA if variance is CO else CO if variance is CONTRA else variance


_REGION_TYPES = (t.ReVar, t.ReStatic, t.ReErased, t.ReEarlyParam, t.ReLateParam, t.RePlaceholder, t.ReBound, t.ReError)
