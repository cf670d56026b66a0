"""The inference context of borrowck: trait questions whose answers give region constraints.

Closure types carry their signature and captures as two more arguments (see universal_regions.extended_closure_args), so that
the regions in them take part in everything.
"""

from __future__ import annotations

from interpreter.borrowck.region_context import RegionContext
from interpreter.hints import TYPE_CHECKING, TypeVar
from interpreter.resolve.defs import Def
from interpreter.typeck import ty as t
from interpreter.typeck.defs import ParamEnv
from interpreter.typeck.infer import InferClosure, InferCtxt
from interpreter.typeck.traits.obligation import MiscCause, Obligation, ObligationCause
from interpreter.typeck.traits.project import trait_ref_of

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

T = TypeVar("T")


class BorrowckInferCtxt(InferCtxt):
    """An InferCtxt that tracks regions in a RegionContext."""

    def __init__(self, tcx: TyCtxt, param_env: ParamEnv, context: RegionContext) -> None:
        super().__init__(tcx, param_env, context)
        self.context = context

    def closure(self, def_: Def, args: t.Args) -> InferClosure:
        n_parent = self.tcx.generics_of(def_).count
        if len(args) > n_parent:
            sig, captures = args[-2:]
            assert isinstance(sig, t.FnPtr) and isinstance(captures, t.Tuple)
            return InferClosure(self.tcx.closure_info(def_).kind, sig.sig, list(captures.elems))
        return super().closure(def_, args)

    def next_universe(self, alias: t.Alias | None = None) -> int:
        outer = self.context.proving
        if alias is not None:
            self.context.proving = t.dummy_binder(t.TraitPredicate(trait_ref_of(self, alias)))
        found = super().next_universe(alias)
        self.context.proving = outer
        return found

    def cause(self) -> ObligationCause:
        return ObligationCause(self.context.span, MiscCause.MISC)

    def normalize_here(self, value: T) -> T:
        """`value` normalised, its constraints arising at the current location."""
        if not t._flags_of(value) & t.HAS_ALIAS:
            return value
        before = self.context.mark()
        result = self.normalize(value, self.cause())
        self.select_where_possible()
        resolved = self.resolve_vars_if_possible(result)
        return value if t._flags_of(resolved) & t.HAS_INFER else self.context.unify_since(before, resolved)

    def prove(self, predicate: t.Predicate) -> None:
        """Make a predicate hold, for what it says of regions."""
        kind = predicate.value
        if not predicate.bound:
            if isinstance(kind, t.TypeOutlives):
                self.context.push_type_outlives(self.normalize_here(kind.ty), kind.region, self.cause())
                return
            if isinstance(kind, t.RegionOutlives):
                self.context.push_outlives(kind.longer, kind.shorter, self.cause())
                return
        if not t._flags_of(predicate) & (t.HAS_REGION_VAR | t.HAS_FREE_REGION | t.HAS_BOUND) and not predicate.bound:
            return
        outer, self.context.proving = self.context.proving, predicate
        normal = self.normalize_here(predicate)
        before = self.context.mark()
        self.register_obligation(Obligation(normal, self.cause(), self.param_env))
        self.select_where_possible()
        self.context.unify_since(before, normal)
        self.context.proving = outer
