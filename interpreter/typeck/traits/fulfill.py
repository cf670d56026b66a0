"""Fulfilment: the obligations of an inference context, proved as far as its variables are known (rustc: `FulfillmentContext`).

What is proved is gone; what can't be said yet waits for one of the variables, or closures, that it is stalled on. The list of
pending obligations is replaced, never changed in place below a mark, so that a snapshot can take it back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.records import Record
from interpreter.resolve.defs import Def, DefKind
from interpreter.typeck import ty as t
from interpreter.typeck.defs import ParamEnv
from interpreter.typeck.traits import dyn_compat, project
from interpreter.typeck.traits.obligation import (
    BuiltinDerived,
    ErrorKind,
    FulfillmentError,
    ImplDerived,
    Obligation,
    ObligationCause,
    WhereClause,
)
from interpreter.typeck.traits.select import EvaluationResult, SelectionError

if TYPE_CHECKING:
    from interpreter.typeck.infer import InferCtxt


class _Pending(Record, frozen=True, eq=False):
    obligation: Obligation
    root: Obligation
    order: int
    """How many obligations had been registered when the root was."""
    stalled_on: tuple[Any, ...] = ()

    def become(self, obligation: Obligation, stalled_on: tuple[Any, ...] = ()) -> _Pending:
        """The obligation as it is known now, or one that it needs."""
        return _Pending(obligation, self.root, self.order, stalled_on)


def variables_in(value: object) -> tuple[Any, ...]:
    """The inference variables that occur in a (resolved) value, each once."""
    found: dict[Any, None] = {}
    stack: list[Any] = [value]
    while stack:
        part = stack.pop()
        if isinstance(part, tuple):
            stack.extend(reversed(part))
        elif isinstance(part, (t.Infer, t.ConstInfer)):
            found[part] = None
        elif t._flags_of(part) & t.HAS_INFER:
            stack += reversed(part.parts)
    return tuple(found)


def _key(obligation: Obligation) -> tuple[t.Predicate, ParamEnv]:
    return obligation.predicate, obligation.param_env


def _of_opaque(pending: _Pending) -> bool:
    """A bound of an opaque type of the body's own, which rustc asks for when something is known to be its value."""
    code = pending.obligation.cause.root_code()
    return isinstance(code, WhereClause) and code.item.kind is DefKind.OPAQUE_TY


class FulfillmentContext:
    """See the module's docstring."""

    def __init__(self, infcx: InferCtxt) -> None:
        self.infcx = infcx
        self._pending: list[_Pending] = []
        self._fresh = False
        self._version = -1
        self.count = 0
        self._as_of: int | None = None

    def register(self, obligation: Obligation) -> None:
        """Add an obligation; it is looked at in the next select_where_possible."""
        self.count += 1
        self._pending.append(_Pending(obligation, obligation, self.count if self._as_of is None else self._as_of))
        self._fresh = True

    def wake(self) -> None:
        """A closure's kind and captures became known: look at what waits for them."""
        self._fresh = True

    def mark(self) -> tuple[list[_Pending], int, bool]:
        """For rollback_to."""
        return self._pending, len(self._pending), self._fresh

    def rollback_to(self, mark: tuple[list[_Pending], int, bool]) -> None:
        """Forget what was registered or done since."""
        self._pending, length, self._fresh = mark
        del self._pending[length:]
        self._version = -1

    @contextmanager
    def registering_as_of(self, count: int) -> Iterator[None]:
        """What is registered within counts as registered when `count` obligations were."""
        saved, self._as_of = self._as_of, count
        yield
        self._as_of = saved

    def pending_obligations(self) -> list[Obligation]:
        return [p.obligation for p in self._pending]

    def obligations_for_self_ty(self, var: t.Infer) -> list[Obligation]:
        """The pending trait and projection obligations about the unbound variable `var`."""
        infcx = self.infcx
        found: list[Obligation] = []
        for pending in self._pending:
            kind = pending.obligation.predicate.value
            if isinstance(kind, t.TraitPredicate):
                self_ty: Any = kind.trait_ref.args[0]
            elif isinstance(kind, t.ProjectionPredicate):
                self_ty = kind.alias.args[0]
            else:
                continue
            if isinstance(self_ty, t.Infer) and infcx.shallow_resolve(self_ty) is var:
                found.append(pending.obligation)
        return found

    def select_all_or_error(self) -> list[FulfillmentError]:
        """Prove all; what can't be said is an error now."""
        errors = self.select_where_possible()
        if errors:
            return errors
        in_order = sorted(self._pending, key=lambda pending: pending.order)
        ambiguous = [FulfillmentError(p.obligation, ErrorKind.AMBIGUITY, p.root) for p in in_order]
        self._pending = []
        return ambiguous

    def select_where_possible(self) -> list[FulfillmentError]:
        """Prove what can be proved now."""
        infcx = self.infcx
        if not self._pending or (not self._fresh and self._version == infcx.version):
            return []
        errors: list[FulfillmentError] = []
        progress = True
        rounds, last = 0, None
        while progress:
            progress = False
            rounds += 1
            before = infcx.version
            work, self._pending = self._pending, []
            self._fresh = False
            kept: list[_Pending] = []
            # The same predicate, asked for twice since the last time, is proved (and blamed) once; what others need comes after
            # what was asked for (rustc: `ObligationForest::process_obligations`).
            queue: dict[object, _Pending] = {}
            for pending in work:
                key = _key(pending.obligation)
                if key not in queue or _of_opaque(queue[key]):
                    queue[key] = pending
            order = list(queue.values())
            for pending in order:
                if pending.stalled_on and self._still_stalled(pending.stalled_on):
                    kept.append(pending)
                    continue
                outcome = self._process(pending)
                if isinstance(outcome, FulfillmentError):
                    errors.append(outcome)
                    continue
                if isinstance(outcome, _Pending):
                    kept.append(outcome)
                    continue
                for nested in outcome:
                    made = pending.become(nested)
                    if queue.setdefault(_key(nested), made) is made:
                        order.append(made)
            self._pending = [*kept, *self._pending]
            progress = bool(self._pending) and (infcx.version != before or self._fresh)
            if progress and rounds > 4:
                # What was only tried and undone counts as a change: the same questions again mean that nothing is new.
                now = [infcx.resolve_vars_if_possible(pending.obligation.predicate) for pending in self._pending]
                progress, last = now != last, now
        self._fresh = False
        self._version = infcx.version
        return errors

    def _unknown_in(self, value: object) -> tuple[Any, ...]:
        """The variables in a (resolved) value, and the closures whose captures aren't known yet."""
        variables, closures = variables_in(value), self.infcx.closures
        if not closures:
            return variables
        found = dict.fromkeys(part.def_ for part in t.walk(value) if isinstance(part, t.Closure))
        return (*variables, *(def_ for def_ in found if def_ in closures and closures[def_].upvar_tys is None))

    def _still_stalled(self, variables: tuple[Any, ...]) -> bool:
        infcx = self.infcx
        for var in variables:
            if isinstance(var, Def):
                if infcx.closures[var].upvar_tys is not None:
                    return False
            elif isinstance(var, t.ConstInfer):
                if infcx.shallow_resolve_const(var) is not var:
                    return False
            elif infcx.shallow_resolve(var) is not var:
                return False
        return True

    # -------------------------------------------------------------------------------------------- one obligation

    def _process(self, pending: _Pending) -> list[Obligation] | _Pending | FulfillmentError:
        obligation = pending.obligation
        infcx = self.infcx
        predicate = obligation.predicate
        if predicate.flags & t.HAS_INFER:
            predicate = infcx.resolve_vars_if_possible(predicate)
            obligation = Obligation(predicate, obligation.cause, obligation.param_env, obligation.depth)
            pending = pending.become(obligation)
        if predicate.flags & t.HAS_ERROR:
            value = predicate.value
            if isinstance(value, t.ProjectionPredicate) and value.alias.flags & t.HAS_ERROR:
                # What waits for it is in error too.
                infcx.eq(value.term, t.ERROR)
            return []
        if obligation.depth > infcx.tcx.recursion_limit:
            return FulfillmentError(obligation, ErrorKind.OVERFLOW, pending.root)
        if predicate.bound and predicate.flags & t.HAS_ALIAS:
            # What could not be normalised under its binder when the variables in it weren't known.
            nested: list[Obligation] = []
            known = project.normalize(infcx, predicate, obligation.cause, obligation.param_env, nested, obligation.depth)
            if known is not predicate:
                return [*nested, Obligation(known, obligation.cause, obligation.param_env, obligation.depth)]
        kind = predicate.value
        if isinstance(kind, t.TraitPredicate):
            self_ty = kind.trait_ref.args[0]
            if isinstance(self_ty, t.Alias) and predicate.bound and self_ty.flags & t.HAS_INFER:
                return pending.become(obligation, variables_in(self_ty))
            return self._process_trait(pending, predicate)
        if isinstance(kind, t.ProjectionPredicate):
            return self._process_projection(pending, predicate)
        if isinstance(kind, t.TypeOutlives):
            if infcx.regions is not None:
                value = infcx.enter_forall(predicate)
                infcx.push_type_outlives(value.ty, value.region, obligation.cause)
            return []
        if isinstance(kind, t.RegionOutlives):
            value = infcx.enter_forall(predicate)
            infcx.push_outlives(value.longer, value.shorter, obligation.cause)
            return []
        if isinstance(kind, t.Subtype):
            return pending.become(obligation, variables_in(kind.ty)) if predicate.flags & t.HAS_INFER else []
        if isinstance(kind, t.DynCompatible):
            if not dyn_compat.violations(infcx.tcx, kind.trait):
                return []
            return FulfillmentError(obligation, ErrorKind.NOT_DYN_COMPATIBLE, pending.root, details=(kind.trait,))
        assert isinstance(kind, t.WellFormed)
        from interpreter.typeck import wf

        needed = wf.obligations(infcx, kind.arg, obligation)
        return pending.become(obligation, variables_in(kind.arg)) if needed is None else needed

    def _process_trait(self, pending: _Pending, predicate: t.Predicate) -> list[Obligation] | _Pending | FulfillmentError:
        obligation, infcx = pending.obligation, self.infcx
        if _in_cause_chain(predicate, obligation.cause):
            if infcx.selection.is_coinductive(predicate):
                return []
            return FulfillmentError(obligation, ErrorKind.OVERFLOW, pending.root)
        no_regions = infcx.regions is None or not predicate.flags & (t.HAS_FREE_REGION | t.HAS_REGION_VAR | t.HAS_BOUND)
        if not predicate.flags & t.HAS_INFER and no_regions:
            if infcx.selection.evaluate_root_obligation(obligation) is EvaluationResult.OK:
                return []
        selected = infcx.selection.select(obligation)
        if selected is None:
            return pending.become(obligation, self._unknown_in(infcx.resolve_vars_if_possible(predicate)))
        if isinstance(selected, SelectionError):
            return FulfillmentError(obligation, selected.kind, pending.root, selected.type_error, selected.details)
        return list(selected.nested)

    def _process_projection(self, pending: _Pending, predicate: t.Predicate) -> list[Obligation] | _Pending | FulfillmentError:
        obligation, infcx = pending.obligation, self.infcx
        value = infcx.enter_forall(predicate)
        result = project.project_and_unify(infcx, value, obligation.cause, obligation.param_env, obligation.depth + 1)
        if isinstance(result, list):
            return result
        if isinstance(result, project.Ambiguous):
            alias = infcx.resolve_vars_if_possible(value.alias)
            return pending.become(obligation, self._unknown_in(alias))
        if isinstance(result, project.NotImplemented_):
            trait = t.Binder(t.TraitPredicate(project.trait_ref_of(infcx, predicate.value.alias)), predicate.bound)
            return [Obligation(trait, obligation.cause, obligation.param_env, obligation.depth)]
        return FulfillmentError(obligation, ErrorKind.MISMATCHED_PROJECTION, pending.root, result)


def _in_cause_chain(predicate: t.Predicate, cause: ObligationCause) -> bool:
    """Whether this very predicate is among those it was derived from."""
    code = cause.code
    while isinstance(code, (ImplDerived, BuiltinDerived)):
        if code.parent is predicate:
            return True
        code = code.parent_cause.code
    return False
