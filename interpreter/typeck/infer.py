"""InferCtxt: inference variables, unification and obligations of one body or question (rustc_infer, FulfillmentContext).

Used by typeck of bodies, by the trait system for itself, and by borrowck. Without `regions`, regions are ignored: relating
`&'a T` with `&'b T` succeeds and says nothing. With a `RegionSink`, lifetimes are related with their variance, and what must
outlive what is pushed to the sink (once no snapshot is open any more, so that probes leave nothing behind).

    infcx = tcx.infer_ctxt(param_env)
    v = infcx.next_ty_var(span)
    error = infcx.eq(expected, found, cause)            # None, or a TypeError_ to be worded
    infcx.register_obligation(Obligation(predicate, cause, param_env))
    errors = infcx.select_where_possible()              # list of FulfillmentError
    ty = infcx.resolve_vars_if_possible(v)
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager

from interpreter.hints import TYPE_CHECKING, Any, Protocol, TypeVar
from interpreter.records import Record
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax.ast import ParamKind
from interpreter.typeck import relate as relating
from interpreter.typeck import ty as t
from interpreter.typeck.defs import ParamEnv, Variance
from interpreter.typeck.relate import TypeError_
from interpreter.typeck.traits import project
from interpreter.typeck.traits.fulfill import FulfillmentContext
from interpreter.typeck.traits.obligation import ErrorKind, FulfillmentError, Obligation, ObligationCause
from interpreter.typeck.traits.select import EvaluationResult, SelectionContext, SelectionError

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.thir import ClosureKind, KindOrigin

T = TypeVar("T")


class RegionSink(Protocol):
    """Where borrowck takes region variables from and collects constraints in."""

    def next_region_var(self, universe: int, span: Span | None) -> t.ReVar:
        """A fresh existential region that may name placeholders of universes up to `universe`."""

    def next_universe(self) -> int:
        """A new universe, for the placeholders of a binder that is entered."""

    def push_outlives(self, longer: t.Region, shorter: t.Region, cause: ObligationCause) -> None:
        """`longer: shorter`."""

    def push_type_outlives(self, ty: t.Ty, region: t.Region, cause: ObligationCause) -> None:
        """`ty: region`, to be broken down into its components by the sink."""


class VarOrigin(Record, frozen=True):
    """Where an inference variable comes from: `param` is the generic parameter it stands for, if any (for E0282's words)."""

    span: Span | None
    param: Def | None = None


class InferClosure(Record, eq=False):
    """A closure whose body is being checked: `kind` None until upvar analysis, `sig` Binder of FnSig (may have variables),
    `upvar_tys` the types of its captures, None until upvar analysis, `kind_origin` the use that gives it its kind."""

    kind: ClosureKind | None
    sig: t.Binder
    upvar_tys: list[t.Ty] | None = None
    kind_origin: KindOrigin | None = None


class Snapshot(Record):
    """A point to roll back to."""

    undo_len: int
    n_tys: int
    n_consts: int
    n_regions: int
    pending: Any


class _Probe:
    """A `with` block that leaves no trace."""

    __slots__ = ("infcx", "snapshot")

    def __init__(self, infcx: InferCtxt) -> None:
        self.infcx = infcx

    def __enter__(self) -> None:
        self.snapshot = self.infcx.snapshot()

    def __exit__(self, *_: object) -> None:
        self.infcx.rollback_to(self.snapshot)


class InferCtxt:
    """Variables and pending obligations. `param_env` is the environment of the item checked.

    `closures`: those of the body being checked, by their Def (typeck fills it; later stages leave it empty, then
    tcx.closure_info answers). `defining_opaques`: opaque types whose hidden type this context infers; relating one with a type
    gives `opaque_types[alias]`. `reveal`: opaque types are seen through (after typeck).
    """

    def __init__(self, tcx: TyCtxt, param_env: ParamEnv, regions: RegionSink | None = None) -> None:
        self.tcx = tcx
        self.param_env = param_env
        self.regions = regions
        self.closures: dict[Def, InferClosure] = {}
        self.stalled: list[Obligation] = []
        """Auto traits asked of `async` blocks of this body: whether they hold is known when it has MIR."""
        self.defining_opaques: set[Def] = set()
        self.opaque_types: dict[t.Alias, t.Ty] = {}
        self.reported_predicates: dict[Span, list[t.Predicate]] = {}
        """Where which predicates were already said not to hold (traits/errors.py)."""
        self.opaques_by_themselves: list[t.Infer] = []
        """The variables for opaque types of which a call of the function itself was said to be the value."""
        self.reveal = False
        self.universe = 0
        self.format_spans: Collection[Span] = ()
        """The arguments of format strings in the body checked, for the words of errors about them."""
        self.leak_check = False
        """In coherence: types for all lifetimes are others than those for one."""
        self.tainted = False
        """A type that is an error was related with another: what can't be inferred then is not worth a word."""
        self.intercrate = False
        """In coherence: unknown crates... a local type parameter may stand for anything."""
        self._tys: list[t.Ty | None] = []
        self._kinds: list[str] = []
        self._origins: list[VarOrigin] = []
        self._consts: list[t.Const | None] = []
        self._const_origins: list[VarOrigin] = []
        self._undo: list[tuple[int, Any]] = []
        self._open = 0
        self.version = 0
        """Changes with every binding and every rollback: nothing new is known while it is the same."""
        self._region_log: list[tuple[Any, Any, ObligationCause, bool]] = []
        self.fulfillment = FulfillmentContext(self)
        self.selection = SelectionContext(self)

    # -------------------------------------------------------------------------------------------- variables

    def next_ty_var(self, span: Span | None = None, param: Def | None = None) -> t.Infer:
        """A fresh type variable."""
        return self._next_var("ty", span, param)

    def next_int_var(self, span: Span | None = None) -> t.Infer:
        """The type of an integer literal without suffix."""
        return self._next_var("int", span, None)

    def next_float_var(self, span: Span | None = None) -> t.Infer:
        """The type of a float literal without suffix."""
        return self._next_var("float", span, None)

    def _next_var(self, kind: str, span: Span | None, param: Def | None) -> t.Infer:
        vid = len(self._tys)
        self._tys.append(None)
        self._kinds.append(kind)
        self._origins.append(VarOrigin(span, param))
        return t.Infer(kind, vid)  # type: ignore[no-any-return]

    def next_const_var(self, span: Span | None = None, param: Def | None = None) -> t.ConstInfer:
        """A fresh constant variable."""
        self._consts.append(None)
        self._const_origins.append(VarOrigin(span, param))
        return t.ConstInfer(len(self._consts) - 1)  # type: ignore[no-any-return]

    def next_region_var(self, span: Span | None = None) -> t.Region:
        """A fresh region variable; ReErased where regions aren't tracked."""
        if self.regions is None:
            return t.RE_ERASED  # type: ignore[no-any-return]
        return self.regions.next_region_var(self.universe, span)

    def origin(self, var: t.Infer | t.ConstInfer) -> VarOrigin:
        """Where a variable comes from."""
        return self._const_origins[var.vid] if isinstance(var, t.ConstInfer) else self._origins[var.vid]

    def unsolved_vars(self, start: int = 0) -> Iterator[t.Infer]:
        """The unbound type, integer and float variables with `vid >= start`, oldest first."""
        for vid in range(start, len(self._tys)):
            if self._tys[vid] is None:
                yield t.Infer(self._kinds[vid], vid)

    def unsolved_consts(self) -> Iterator[t.ConstInfer]:
        """The constant variables without a value that stand for parameters."""
        for vid, origin in enumerate(self._const_origins):
            var = t.ConstInfer(vid)
            if origin.param is not None and origin.span is not None and isinstance(self.shallow_resolve_const(var), t.ConstInfer):
                yield var

    @property
    def n_vars(self) -> int:
        return len(self._tys)

    def fresh_args_for(self, def_: Def, span: Span | None = None, parent_args: t.Args = ()) -> t.Args:
        """A fresh variable for each parameter of `def_` beyond those that `parent_args` already gives."""
        args: list[t.GenericArg] = list(parent_args)
        for param in self.tcx.generics_of(def_).all_params()[len(args) :]:
            args.append(self.var_for_param(param.kind, param.def_, span))
        return tuple(args)

    def var_for_param(self, kind: ParamKind, param: Def, span: Span | None = None) -> t.GenericArg:
        """A fresh variable for one generic parameter."""
        if kind is ParamKind.LIFETIME:
            return self.next_region_var(span)
        if kind is ParamKind.TYPE:
            return self.next_ty_var(span, param)
        return self.next_const_var(span, param)

    # -------------------------------------------------------------------------------------------- resolving

    def shallow_resolve(self, ty: t.Ty) -> t.Ty:
        """`ty`, or what it is bound to if it is a variable (the root variable if unbound)."""
        tys = self._tys
        while type(ty) is t.Infer:
            bound = tys[ty.vid]
            if bound is None:
                return ty
            ty = bound
        return ty

    def shallow_resolve_const(self, const: t.Const) -> t.Const:
        while type(const) is t.ConstInfer:
            bound = self._consts[const.vid]
            if bound is None:
                return const
            const = bound
        return const

    def resolve_vars_if_possible(self, value: T) -> T:
        """`value` with every bound variable replaced by what it is bound to."""
        if not t._flags_of(value) & t.HAS_INFER:
            return value
        cache: dict[Any, Any] = {}

        def resolved(part: Any, _depth: int) -> Any:
            bound = self.shallow_resolve(part) if type(part) is t.Infer else self.shallow_resolve_const(part)
            if not bound.flags & t.HAS_INFER or type(bound) is type(part):
                return bound
            return t.fold(bound, t.HAS_INFER, t.VARIABLES, resolved, cache)

        return t.fold(value, t.HAS_INFER, t.VARIABLES, resolved, cache)

    def is_resolved(self, value: object) -> bool:
        """No unbound variable occurs in it."""
        return not t._flags_of(self.resolve_vars_if_possible(value)) & t.HAS_INFER

    def bind_ty(self, var: t.Infer, ty: t.Ty) -> None:
        """Bind a root variable (relate.py and fallback do)."""
        self._undo.append((var.vid, None))
        self._tys[var.vid] = ty
        self.version += 1

    def bind_const(self, var: t.ConstInfer, const: t.Const) -> None:
        self._undo.append((-1 - var.vid, None))
        self._consts[var.vid] = const
        self.version += 1

    # -------------------------------------------------------------------------------------------- snapshots

    def snapshot(self) -> Snapshot:
        """Start a snapshot; end it by `rollback_to` or `commit`. They nest."""
        self._open += 1
        return Snapshot(len(self._undo), len(self._tys), len(self._consts), len(self._region_log), self.fulfillment.mark())

    def rollback_to(self, snapshot: Snapshot) -> None:
        """Undo all since the snapshot: bindings, variables, region constraints, obligations registered."""
        undo = self._undo
        if len(undo) > snapshot.undo_len:
            self.version += 1
        while len(undo) > snapshot.undo_len:
            key, old = undo.pop()
            if isinstance(key, tuple):
                self.opaque_types.pop(old, None)
            elif key >= 0:
                self._tys[key] = None
            else:
                self._consts[-1 - key] = None
        del self._tys[snapshot.n_tys :], self._kinds[snapshot.n_tys :], self._origins[snapshot.n_tys :]
        del self._consts[snapshot.n_consts :], self._const_origins[snapshot.n_consts :]
        del self._region_log[snapshot.n_regions :]
        self.fulfillment.rollback_to(snapshot.pending)
        self._open -= 1

    def commit(self, snapshot: Snapshot) -> None:
        """Keep what was done since the snapshot."""
        self._open -= 1
        if self._open == 0:
            self._flush_regions()

    def probe(self) -> _Probe:
        """All that is done within is undone at the end."""
        return _Probe(self)

    def commit_if_ok(self, action: Callable[[], TypeError_ | None]) -> TypeError_ | None:
        """Do `action`; undo it if it gives an error."""
        snapshot = self.snapshot()
        error = action()
        if error is not None:
            self.rollback_to(snapshot)
        else:
            self.commit(snapshot)
        return error

    # -------------------------------------------------------------------------------------------- relating

    def eq(self, expected: Any, found: Any, cause: ObligationCause | None = None) -> TypeError_ | None:
        """Make two types (constants, trait references, argument tuples, signatures) equal; all or nothing."""
        if expected is found:
            return None
        return self.relate(expected, found, Variance.INVARIANT, cause)

    def sub(self, expected: Any, found: Any, cause: ObligationCause | None = None) -> TypeError_ | None:
        """Make `expected` a subtype of `found`."""
        if expected is found:
            return None
        return self.relate(expected, found, Variance.COVARIANT, cause)

    def sup(self, expected: Any, found: Any, cause: ObligationCause | None = None) -> TypeError_ | None:
        """Make `found` a subtype of `expected`: a value of type `found` goes where `expected` is wanted."""
        if expected is found:
            return None
        return self.relate(expected, found, Variance.CONTRAVARIANT, cause)

    def relate(
        self, a: Any, b: Any, variance: Variance, cause: ObligationCause | None = None, *, a_is_expected: bool = True
    ) -> TypeError_ | None:
        """Relate `a` with `b`: COVARIANT = `a <: b`. On an error nothing is changed; the error names `a` as expected."""
        snapshot = self.snapshot()
        error = relating.Relation(self, cause, variance).run(a, b)
        if error is not None:
            self.rollback_to(snapshot)
            return error if a_is_expected else error.flipped()
        self.commit(snapshot)
        if self.regions is None and cause is not None and variance is not Variance.INVARIANT and a.flags & t.HAS_INFER:
            self._register_subtype(a, cause)
        return None

    def _register_subtype(self, value: Any, cause: ObligationCause) -> None:
        """See `Subtype`."""
        value = self.resolve_vars_if_possible(value)
        if any(isinstance(part, t.Infer) and part.kind == "ty" for part in t.walk(value)):
            self.fulfillment.register(Obligation(t.dummy_binder(t.Subtype(value)), cause, self.param_env))

    def can_eq(self, a: Any, b: Any) -> bool:
        """Whether they could be made equal now; changes nothing. Obligations aren't considered."""
        if a is b:
            return True
        with self.probe():
            return self.eq(a, b) is None

    def push_outlives(self, longer: t.Region, shorter: t.Region, cause: ObligationCause | None) -> None:
        """`longer: shorter` for the sink."""
        if self.regions is not None and longer is not shorter and cause is not None:
            self._push_region((longer, shorter, cause, False))

    def push_type_outlives(self, ty: t.Ty, region: t.Region, cause: ObligationCause | None) -> None:
        """`ty: region` for the sink."""
        if self.regions is not None and cause is not None:
            self._push_region((ty, region, cause, True))

    def _push_region(self, constraint: tuple[Any, Any, ObligationCause, bool]) -> None:
        self._region_log.append(constraint)
        if self._open == 0:
            self._flush_regions()

    def _flush_regions(self) -> None:
        if self.regions is None or not self._region_log:
            return
        log, self._region_log = self._region_log, []
        for a, b, cause, of_type in log:
            if of_type:
                self.regions.push_type_outlives(self.resolve_vars_if_possible(a), b, cause)
            else:
                self.regions.push_outlives(a, b, cause)

    # -------------------------------------------------------------------------------------------- binders

    def instantiate_binder_with_fresh_vars(self, binder: t.Binder, span: Span | None = None) -> Any:
        """The Binder's value with a fresh region variable for each bound region."""
        if not binder.bound:
            return t.instantiate_bound(binder, _no_region) if binder.flags & t.HAS_BOUND else binder.value
        return t.instantiate_bound(binder, lambda index, name: self.next_region_var(span))

    def enter_forall(self, binder: t.Binder) -> Any:
        """The Binder's value with a placeholder for each bound region, in a new universe (erased where regions aren't
        tracked)."""
        if not binder.bound:
            return t.instantiate_bound(binder, _no_region) if binder.flags & t.HAS_BOUND else binder.value
        if self.regions is None:
            return t.instantiate_bound(binder, lambda index, name: t.RE_ERASED)
        universe = self.next_universe()
        return t.instantiate_bound(binder, lambda index, name: t.RePlaceholder(universe, index, name))

    def next_universe(self, alias: t.Alias | None = None) -> int:
        """Enter a new universe: what is made from now on may name its placeholders. Regions must be tracked. `alias`: it is
        entered to normalise that."""
        assert self.regions is not None
        self.universe = self.regions.next_universe()
        return self.universe

    def equated_regions(self, value: t.Ty, since: Snapshot) -> t.Ty:
        """`value` with the region variables that were made equal to a placeholder since then replaced by it (rustc:
        `opportunistic_resolve_var`)."""
        value = self.resolve_vars_if_possible(value)
        pairs = {(a, b) for a, b, _, of_type in self._region_log[since.n_regions :] if not of_type}
        equal: dict[t.Region, t.Region] = {
            a: b for a, b in pairs if isinstance(a, t.ReVar) and isinstance(b, t.RePlaceholder) and (b, a) in pairs
        }
        return t.map_regions(value, lambda region: equal.get(region, region)) if equal else value

    # -------------------------------------------------------------------------------------------- obligations

    def register_obligation(self, obligation: Obligation) -> None:
        """Add to what must be proved."""
        self.fulfillment.register(obligation)

    def register_obligations(self, obligations: Sequence[Obligation]) -> None:
        for obligation in obligations:
            self.fulfillment.register(obligation)

    def register_bound(
        self, ty: t.Ty, trait: Def, cause: ObligationCause, args: Sequence[t.GenericArg] = (), param_env: ParamEnv | None = None
    ) -> None:
        """`ty: trait<args>` must hold."""
        predicate = t.dummy_binder(t.TraitPredicate(t.TraitRef(trait, (ty, *args))))
        self.fulfillment.register(Obligation(predicate, cause, param_env or self.param_env))

    def select_where_possible(self) -> list[FulfillmentError]:
        """Prove what can be proved now; the rest stays pending. Each error is given once."""
        return self.fulfillment.select_where_possible()

    def select_all_or_error(self) -> list[FulfillmentError]:
        """As select_where_possible; whatever is then still pending is ambiguous."""
        return self.fulfillment.select_all_or_error()

    def select_apart(self, obligations: Sequence[Obligation]) -> list[FulfillmentError]:
        """The errors of proving these now, apart from what else is pending (for explanations)."""
        fulfillment = FulfillmentContext(self)
        for obligation in obligations:
            fulfillment.register(obligation)
        return fulfillment.select_where_possible()

    @contextmanager
    def probe_apart(self) -> Iterator[None]:
        """As probe; what is pending already isn't looked at within."""
        outer, self.fulfillment = self.fulfillment, FulfillmentContext(self)
        try:
            with self.probe():
                yield
        finally:
            self.fulfillment = outer

    def select_nested(self, obligation: Obligation) -> list[Obligation] | None:
        """Select the implementation for a trait obligation now: what else must hold, or None if there is none or it can't be
        said yet (for coercions, which must know)."""
        selected = self.selection.select(obligation)
        if selected is None:
            return None
        if isinstance(selected, SelectionError):
            if selected.kind is not ErrorKind.NOT_DYN_COMPATIBLE:
                return None
            # It was told where the object type is written.
            self.tainted = True
            return []
        return list(selected.nested)

    def pending_obligations(self) -> list[Obligation]:
        """Those not yet proved."""
        return self.fulfillment.pending_obligations()

    def obligations_for_self_ty(self, var: t.Infer) -> list[Obligation]:
        """The pending trait and projection obligations whose self type is (now) the unbound variable `var`: for closure
        signature deduction and fallback."""
        return self.fulfillment.obligations_for_self_ty(var)

    def evaluate_obligation(self, obligation: Obligation) -> EvaluationResult:
        """Whether an obligation holds, may hold (ambiguous), or not; changes nothing."""
        return self.selection.evaluate_root_obligation(obligation)

    def predicate_may_hold(self, obligation: Obligation) -> bool:
        """It isn't known to be false."""
        return self.selection.evaluate_root_obligation(obligation).may_apply

    def predicate_must_hold(self, obligation: Obligation) -> bool:
        """It is known to be true (regions aside)."""
        return self.selection.evaluate_root_obligation(obligation) is EvaluationResult.OK

    def type_implements_trait(
        self, trait: Def, args: Sequence[t.GenericArg], cause: ObligationCause, param_env: ParamEnv | None = None
    ) -> EvaluationResult:
        """evaluate_obligation of `args[0]: trait<args[1..]>`."""
        predicate = t.dummy_binder(t.TraitPredicate(t.TraitRef(trait, tuple(args))))
        return self.selection.evaluate_root_obligation(Obligation(predicate, cause, param_env or self.param_env))

    def normalize(self, value: T, cause: ObligationCause | Span, param_env: ParamEnv | None = None) -> T:
        """`value` with every projection normalised as far as known; what isn't known yet becomes a variable with a projection
        obligation (registered here)."""
        if not t._flags_of(value) & t.HAS_ALIAS:
            return value
        if isinstance(cause, Span):
            cause = ObligationCause(cause)
        obligations: list[Obligation] = []
        result = project.normalize(self, value, cause, param_env or self.param_env, obligations)
        for obligation in obligations:
            self.fulfillment.register(obligation)
        return result

    def instantiate_predicates(self, def_: Def, args: t.Args) -> list[tuple[t.Predicate, Span]]:
        """predicates_of(def_) with `args` put in; not normalised."""
        return [(t.subst(predicate, args), span) for predicate, span in self.tcx.predicates_of(def_)]

    def closure(self, def_: Def, args: t.Args) -> InferClosure:
        """Kind, signature and captures of a closure type with these arguments."""
        info = self.closures.get(def_)
        if info is not None:
            return info
        known = self.tcx.closure_info(def_)
        upvars = [t.Ref(t.RE_ERASED, c.ty, c.by_ref.value != "&") if c.by_ref is not None else c.ty for c in known.captures]
        return InferClosure(known.kind, t.subst(known.sig, args), [t.subst(ty, args) for ty in upvars])

    def is_format_argument(self, span: Span) -> bool:
        """Whether an obligation at this place comes from a placeholder of a format string."""
        return span in self.format_spans

    # -------------------------------------------------------------------------------------------- opaque types

    def hidden_type_of(self, alias: t.Alias) -> t.Ty | None:
        """The type inferred for an opaque type of this body so far (a variable at first); None if it isn't defined here."""
        if alias.def_.kind is not DefKind.OPAQUE_TY:
            return None
        if alias.def_ not in self.defining_opaques:
            # One within the bounds of another: `impl Iterator<Item = impl Display>`.
            if not any(d.parent is alias.def_.parent for d in self.defining_opaques):
                return None
            self.defining_opaques.add(alias.def_)
        found = self.opaque_types.get(alias)
        if found is None:
            found = self.opaque_types[alias] = self.next_ty_var(alias.def_.span)
            self._undo.append(((), alias))  # type: ignore[arg-type]
        return found


def _no_region(index: int, name: str) -> t.Region:
    raise AssertionError(f"unbound region {name}")
