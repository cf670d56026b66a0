"""Which method does `receiver.name(...)` or `Type::name` mean? (rustc: method/probe.rs; Reference: method-call expressions)

The receiver's type is dereferenced step by step. At each step the candidates are tried by value, then with `&`, then with
`&mut`; inherent ones before those of traits in scope. What is unknown yet of the types is unified only in probes; confirm.py
does it for good.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.enums import Enum
from interpreter.records import Record, field
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.autoderef import Autoderef
from interpreter.typeck.defs import AssocItem, AssocKind
from interpreter.typeck.fn_ctxt import FnCtxt, is_ty_var
from interpreter.typeck.traits import project
from interpreter.typeck.traits.obligation import ImplDerived, Obligation, ObligationCause, WhereClause


class CandidateKind(Enum):
    INHERENT_IMPL = "inherent impl"
    OBJECT = "trait object"
    WHERE_CLAUSE = "where clause"
    TRAIT = "trait"


class Candidate(Record, eq=False):
    """An item of the right name. `impl` for INHERENT_IMPL; `trait_ref` (a Binder of TraitRef) for the other kinds."""

    item: AssocItem
    kind: CandidateKind
    impl: Def | None = None
    trait_ref: t.Binder | None = None


class Step(Record, eq=False):
    """One step of the receiver's autoderef; `unsize`: the last one, from array to slice."""

    ty: t.Ty
    derefs: int
    unsize: bool = False
    through_raw: bool = False


class Pick(Record, eq=False):
    """The method found and how the receiver gets to its self type: `derefs`, then `autoref` (None, "&", "&mut", "*const"), with
    `unsize` an unsizing of the array behind it."""

    candidate: Candidate
    derefs: int = 0
    autoref: str | None = None
    unsize: bool = False
    self_ty: t.Ty = t.ERROR

    @property
    def item(self) -> AssocItem:
        return self.candidate.item


class Unsatisfied(Record, frozen=True, eq=False):
    """A predicate that kept a candidate from applying. `parent` is the one it was derived from, if any; `impl`, at `span`, has
    the bound."""

    predicate: t.Predicate
    parent: t.Predicate | None
    impl: Def | None
    span: Span


class NoMatch(Record, Exception, eq=False):
    """No candidate applies. `static`: associated functions of that name without `self`; `unsatisfied`: why candidates that are
    there don't apply."""

    static: list[Candidate] = field(default_factory=list)
    unsatisfied: list[Unsatisfied] = field(default_factory=list)


class Ambiguity(Record, Exception, eq=False):
    """Several candidates apply equally (E0034)."""

    candidates: list[Candidate]


class PrivateMatch(Record, Exception, eq=False):
    """The only candidate isn't visible here (E0624)."""

    item: AssocItem


class ReportedError(Exception):
    """The receiver's type has or gave an error."""


def probe_method(fcx: FnCtxt, span: Span, self_ty: t.Ty, name: str) -> Pick:
    """The method `name` for a receiver of type `self_ty`. Raises: NoMatch, Ambiguity, PrivateMatch, ReportedError."""
    return _probe(fcx, span, name, _method_steps(fcx, span, self_ty), method_call=True)


def probe_path(fcx: FnCtxt, span: Span, self_ty: t.Ty, name: str) -> Pick:
    """The associated function or constant `name` of the type `self_ty`. Raises as probe_method."""
    return _probe(fcx, span, name, [Step(fcx.try_structurally_resolve(self_ty), 0)], method_call=False)


def _probe(fcx: FnCtxt, span: Span, name: str, steps: list[Step], *, method_call: bool) -> Pick:
    """Unstable items of std only count where there is no other (E0658 then)."""
    stable = _Probe(fcx, span, name, method_call=method_call)
    try:
        return stable.run(steps)
    except NoMatch:
        if not stable.unstable:
            raise
    pick = _Probe(fcx, span, name, method_call=method_call, all_=True).run(steps)
    feature = pick.item.def_.unstable()
    if feature is not None:
        fcx.emit(feature.diagnostic(span))
    return pick


def probe_exists(fcx: FnCtxt, span: Span, self_ty: t.Ty, name: str) -> bool:
    """Whether a method of that name could be called (for suggestions)."""
    if fcx.resolve(self_ty).flags & t.HAS_INFER and is_ty_var(fcx.shallow(self_ty)):
        return False
    try:
        probe_method(fcx, span, self_ty, name)
    except (NoMatch, ReportedError, PrivateMatch):
        return False
    except Ambiguity:
        return True
    return True


def _method_steps(fcx: FnCtxt, span: Span, self_ty: t.Ty) -> list[Step]:
    steps: list[Step] = []
    autoderef = Autoderef(fcx, span, self_ty, include_raw=True)
    through_raw = False
    for ty, n in autoderef:
        if n and isinstance(autoderef.steps[n - 1][0], t.RawPtr):
            through_raw = True
        steps.append(Step(ty, n, through_raw=through_raw))
    final = steps[-1].ty
    if autoderef.reached_limit or isinstance(final, t.ErrorTy):
        raise ReportedError
    if is_ty_var(final):
        fcx.structurally_resolve(span, final)
        raise ReportedError
    if isinstance(final, t.Array):
        steps.append(Step(t.Slice(final.elem), steps[-1].derefs, unsize=True, through_raw=through_raw))
    return [step for step in steps if not step.through_raw or isinstance(step.ty, t.RawPtr)]


def items_named(fcx: FnCtxt, container: Def, name: str) -> list[AssocItem]:
    """The associated fns and constants of a trait or impl with this name."""

    def compute() -> dict[str, list[AssocItem]]:
        table: dict[str, list[AssocItem]] = {}
        for item in fcx.tcx.associated_items(container):
            if item.kind is not AssocKind.TYPE:
                table.setdefault(item.name, []).append(item)
        return table

    if not container.declares(name):
        return []
    return fcx.tcx.query("assoc_values_by_name", container, compute).get(name, [])


def is_accessible(fcx: FnCtxt, def_: Def) -> bool:
    """Whether an item may be named in the body's module."""
    visible_in = def_.visible_in
    if visible_in is None:
        return True
    here: Def | None = fcx.body_module
    while here is not None:
        if here is visible_in:
            return True
        here = here.parent
    return False


def is_field_suggestable(fcx: FnCtxt, field: Def, span: Span) -> bool:
    """Whether a field can be named at a place: it is visible, and no macro stands between (rustc: `is_field_suggestable`)."""
    return is_accessible(fcx, field) and field.span.call_site == span.call_site


class _Probe:
    def __init__(self, fcx: FnCtxt, span: Span, name: str, *, method_call: bool, all_: bool = False) -> None:
        self.fcx = fcx
        self.span = span
        self.name = name
        self.method_call = method_call
        self.only_stable = not all_ and not span.file.is_std
        self.unstable: list[AssocItem] = []
        self.inherent: list[Candidate] = []
        self.extension: list[Candidate] = []
        self.static: list[Candidate] = []
        self.private: AssocItem | None = None
        self.unsatisfied: list[Unsatisfied] | None = None
        """Filled while it is looked for why nothing applies."""
        self._impls_seen: set[Def] = set()

    def run(self, steps: list[Step]) -> Pick:
        for step in steps:
            self._assemble_inherent(step.ty)
        extensions_done = False
        for step in steps:
            if isinstance(step.ty, t.ErrorTy):
                raise ReportedError
            if not extensions_done:
                self._assemble_extensions()
                extensions_done = True
            pick = self._pick_step(step)
            if pick is not None:
                return pick
        if self.private is not None:
            raise PrivateMatch(self.private)
        raise NoMatch(self.static, self._why_not(steps))

    def _why_not(self, steps: list[Step]) -> list[Unsatisfied]:
        """Nothing applies: try all again, noting what is not satisfied."""
        fcx = self.fcx
        n_vars = fcx.infcx.n_vars
        found = self.unsatisfied = []
        for step in steps:
            self._pick_step(step)

        def keep(predicate: t.Predicate | None) -> t.Predicate | None:
            return fcx.freshen(predicate, n_vars, self.span) if predicate is not None else None

        return [Unsatisfied(fcx.freshen(u.predicate, n_vars, self.span), keep(u.parent), u.impl, u.span) for u in found]

    # -------------------------------------------------------------------------------------------- candidates

    def _push(self, into: list[Candidate], candidate: Candidate) -> None:
        item = candidate.item
        if self.only_stable and item.def_.is_std and item.def_.unstable() is not None:
            self.unstable.append(item)
            return
        if self.method_call and (item.kind is not AssocKind.FN or not item.has_self):
            self.static.append(candidate)
            return
        if not is_accessible(self.fcx, item.def_):
            self.private = self.private or item
            return
        into.append(candidate)

    def _assemble_inherent(self, ty: t.Ty) -> None:
        fcx = self.fcx
        if isinstance(ty, t.Dynamic) and ty.principal is not None:
            self._from_object(ty)
        elif isinstance(ty, t.Param):
            for bounds in fcx.param_env.traits.values():
                for bound in bounds:
                    if bound.value.args[0] is ty:
                        for item in items_named(fcx, bound.value.trait, self.name):
                            self._push(self.inherent, Candidate(item, CandidateKind.WHERE_CLAUSE, trait_ref=bound))
            return
        elif isinstance(ty, (t.Alias, t.Infer)) and not (isinstance(ty, t.Infer) and ty.kind != "ty"):
            return
        for impl in fcx.tcx.inherent_impls(ty, self.name):
            if impl in self._impls_seen:
                continue
            self._impls_seen.add(impl)
            for item in items_named(fcx, impl, self.name):
                self._push(self.inherent, Candidate(item, CandidateKind.INHERENT_IMPL, impl=impl))

    def _from_object(self, ty: t.Dynamic) -> None:
        assert ty.principal is not None
        fcx = self.fcx
        principal = t.Binder(
            t.TraitRef(ty.principal.value.trait, (t.shift_bound(ty, 1), *ty.principal.value.args)), ty.principal.bound
        )
        for trait_ref in upcast_refs(fcx, principal):
            for item in items_named(fcx, trait_ref.value.trait, self.name):
                self._push(self.inherent, Candidate(item, CandidateKind.OBJECT, trait_ref=trait_ref))

    def _assemble_extensions(self) -> None:
        fcx = self.fcx
        for trait in fcx.traits_in_scope():
            for item in items_named(fcx, trait, self.name):
                self._push(self.extension, Candidate(item, CandidateKind.TRAIT))

    # -------------------------------------------------------------------------------------------- picking

    def _pick_step(self, step: Step) -> Pick | None:
        if not step.unsize:
            pick = self._pick_method(step.ty)
            if pick is not None:
                pick.derefs = step.derefs
                if self.method_call and isinstance(step.ty, t.Ref):
                    pick.derefs += 1
                    pick.autoref = "&mut" if step.ty.mutable else "&"
                return pick
        if not self.method_call:
            return None
        for mutable in (False, True):
            pick = self._pick_method(t.Ref(t.RE_ERASED, step.ty, mutable))
            if pick is not None:
                pick.derefs, pick.autoref, pick.unsize = step.derefs, "&mut" if mutable else "&", step.unsize
                return pick
        if isinstance(step.ty, t.RawPtr) and step.ty.mutable and not step.unsize:
            pick = self._pick_method(t.RawPtr(step.ty.ty, False))
            if pick is not None:
                pick.derefs, pick.autoref = step.derefs, "*const"
                return pick
        return None

    def _pick_method(self, self_ty: t.Ty) -> Pick | None:
        for candidates in (self.inherent, self.extension):
            applicable = [c for c in candidates if self._consider(self_ty, c)]
            if len(applicable) > 1:
                collapsed = self._collapse(applicable)
                if collapsed is None:
                    raise Ambiguity(applicable)
                return Pick(collapsed, self_ty=self_ty)
            if applicable:
                return Pick(applicable[0], self_ty=self_ty)
        return None

    def _collapse(self, applicable: list[Candidate]) -> Candidate | None:
        """Several bounds of the same trait: the call is of that trait's method, of whichever bound it turns out to be."""
        container = applicable[0].item.container
        if any(c.item.container is not container or c.kind is CandidateKind.INHERENT_IMPL for c in applicable):
            return None
        return Candidate(applicable[0].item, CandidateKind.TRAIT)

    def _consider(self, self_ty: t.Ty, candidate: Candidate) -> bool:
        fcx, infcx = self.fcx, self.fcx.infcx
        snapshot = infcx.snapshot()
        try:
            if candidate.kind is CandidateKind.INHERENT_IMPL:
                assert candidate.impl is not None
                args = infcx.fresh_args_for(candidate.impl, self.span)
                impl_ty = fcx.normalize(self.span, t.subst(fcx.tcx.type_of(candidate.impl), args))
                if not self._relate(candidate.item, impl_ty, args, self_ty):
                    return False
                return self._impl_bounds_may_hold(candidate.impl, args) and self._output_may_exist(candidate.item, args)
            if candidate.kind is CandidateKind.TRAIT:
                if self.method_call and self._skipped(candidate.item.container, self_ty):
                    return False
                trait_ref = t.TraitRef(candidate.item.container, infcx.fresh_args_for(candidate.item.container, self.span))
                if not self._relate(candidate.item, trait_ref.args[0], trait_ref.args, self_ty):
                    return False
                return self._trait_may_hold(trait_ref)
            assert candidate.trait_ref is not None
            trait_ref = t.erase_regions(infcx.instantiate_binder_with_fresh_vars(candidate.trait_ref, self.span))
            return self._relate(candidate.item, trait_ref.self_ty, trait_ref.args, self_ty)
        finally:
            infcx.rollback_to(snapshot)

    def _skipped(self, trait: Def, self_ty: t.Ty) -> bool:
        """`IntoIterator` for arrays and boxed slices, in editions older than that impl: `into_iter` is the slice's there."""
        tcx = self.fcx.tcx
        if isinstance(self_ty, t.Array):
            since = 2021
        elif isinstance(self_ty, t.Adt) and tcx.is_lang_item(self_ty.def_, "owned_box") and isinstance(self_ty.args[0], t.Slice):
            since = 2024
        else:
            return False
        return tcx.edition < since and "rustc_skip_during_method_dispatch" in trait.attrs

    def _relate(self, item: AssocItem, impl_ty: t.Ty, args: t.Args, self_ty: t.Ty) -> bool:
        """Whether the method's self type fits `self_ty`; unifies."""
        fcx = self.fcx
        xform = impl_ty
        if self.method_call:
            sig = fcx.tcx.fn_sig(item.def_).value
            first = sig.inputs[0]
            if first.flags & (t.HAS_PARAM | t.HAS_ALIAS):
                first = t.subst(first, fcx.infcx.fresh_args_for(item.def_, self.span, args))
            if first.flags & (t.HAS_BOUND | t.HAS_FREE_REGION):
                first = t.instantiate_bound(t.Binder(first, fcx.tcx.fn_sig(item.def_).bound), lambda _i, _n: t.RE_ERASED)
            xform = fcx.normalize(self.span, first)
        return fcx.infcx.sup(xform, self_ty) is None

    def _impl_bounds_may_hold(self, impl: Def, args: t.Args) -> bool:
        fcx = self.fcx
        bounds = []
        for i, (predicate, span) in enumerate(fcx.infcx.instantiate_predicates(impl, args)):
            if not isinstance(predicate.value, (t.TypeOutlives, t.RegionOutlives)):
                cause = ObligationCause(self.span, WhereClause(impl, span, i))
                bounds.append(Obligation(fcx.resolve(fcx.normalize(self.span, predicate)), cause, fcx.param_env))
        if self.unsatisfied is None:
            return all(fcx.infcx.predicate_may_hold(bound) for bound in bounds)
        errors = fcx.infcx.select_apart(bounds)
        for error in errors:
            self._note(error.obligation, fcx.resolve(error.root.predicate))
        return not errors

    def _output_may_exist(self, item: AssocItem, args: t.Args) -> bool:
        """Whether what a method returns may be normalised: the traits of the projections in it may be implemented."""
        fcx = self.fcx
        if not self.method_call or not fcx.tcx.fn_sig(item.def_).value.output.flags & t.HAS_ALIAS:
            return True
        binder = t.subst(fcx.tcx.fn_sig(item.def_), fcx.infcx.fresh_args_for(item.def_, self.span, args))
        output = t.erase_regions(t.instantiate_bound(binder, lambda _i, _n: t.RE_ERASED).output)
        obligations: list[Obligation] = []
        project.normalize(fcx.infcx, output, fcx.cause(self.span), fcx.param_env, obligations)
        if self.unsatisfied is None:
            return all(fcx.infcx.predicate_may_hold(obligation) for obligation in obligations)
        errors = fcx.infcx.select_apart(obligations)
        for error in errors:
            self._note(error.obligation, fcx.resolve(error.root.predicate))
        return not errors

    def _trait_may_hold(self, trait_ref: t.TraitRef) -> bool:
        infcx = self.fcx.infcx
        predicate = self.fcx.resolve(t.dummy_binder(t.TraitPredicate(trait_ref)))
        obligation = Obligation(predicate, self.fcx.cause(self.span), self.fcx.param_env)
        if infcx.predicate_may_hold(obligation):
            return True
        if self.unsatisfied is not None:
            for nested in infcx.select_nested(obligation) or ():
                if not infcx.predicate_may_hold(nested):
                    self._note(nested, predicate)
        return False

    def _note(self, obligation: Obligation, parent: t.Predicate) -> None:
        assert self.unsatisfied is not None
        predicate = self.fcx.resolve(obligation.predicate)
        code = obligation.cause.code
        impl = code.item if isinstance(code, WhereClause) else code.impl if isinstance(code, ImplDerived) else None
        span = code.span if isinstance(code, (WhereClause, ImplDerived)) else self.span
        self.unsatisfied.append(Unsatisfied(predicate, parent if parent is not predicate else None, impl, span))


def upcast_refs(fcx: FnCtxt, trait_ref: t.Binder) -> Iterator[t.Binder]:
    """A Binder of TraitRef and those of all its supertraits."""
    seen: set[t.Binder] = set()
    queue = [trait_ref]
    for here in queue:
        if here in seen:
            continue
        seen.add(here)
        yield here
        for predicate, _ in fcx.tcx.super_predicates_of(here.value.trait):
            if isinstance(predicate.value, t.TraitPredicate):
                inner = t.instantiate_bound(predicate, lambda _i, _n: t.RE_ERASED) if predicate.bound else predicate.value
                value = inner.trait_ref
                queue.append(t.Binder(t.subst(value, here.value.args), here.bound))
