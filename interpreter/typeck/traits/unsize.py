"""`T: Unsize<U>`: arrays to slices, types to trait objects, objects to their supertraits, structs by their last field.

rustc: `assemble_candidates_for_unsizing`, `confirm_builtin_unsize_candidate`; Reference: coercions, unsized coercions.
"""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING
from interpreter.records import Record
from interpreter.typeck import ty as t
from interpreter.typeck.defs import ImplSourceKind, Variance
from interpreter.typeck.traits import elaborate, project
from interpreter.typeck.traits.obligation import (
    BuiltinDerived,
    ErrorKind,
    ObjectCast,
    Obligation,
    ObligationCause,
)

if TYPE_CHECKING:
    from interpreter.typeck.infer import InferCtxt
    from interpreter.typeck.traits.select import Selected, SelectionContext, SelectionError


class Unsizing(Record, frozen=True, eq=False):
    """`source: Unsize<target>` looks possible by the outermost constructors."""

    source: t.Ty
    target: t.Ty


def assemble(selcx: SelectionContext, source: t.Ty, target: t.Ty) -> Unsizing | None:
    """Whether the outermost constructors allow an unsizing."""
    if isinstance(target, t.Dynamic):
        if isinstance(source, t.Dynamic):
            if not set(target.autos) <= set(source.autos):
                return None
            if target.principal is None:
                return Unsizing(source, target)
            if source.principal is None:
                return None
            supers = selcx.tcx.supertraits(source.principal.value.trait)
            return Unsizing(source, target) if target.principal.value.trait in supers else None
        return Unsizing(source, target)
    if isinstance(source, t.Array) and isinstance(target, t.Slice):
        return Unsizing(source, target)
    if isinstance(source, t.Adt) and isinstance(target, t.Adt) and source.def_ is target.def_:
        adt = selcx.tcx.adt_def(source.def_)
        return Unsizing(source, target) if adt.is_struct and adt.non_enum_variant.fields else None
    return None


def confirm(
    selcx: SelectionContext, found: Unsizing, obligation: Obligation, predicate: t.Predicate, trait_ref: t.TraitRef
) -> Selected | SelectionError | None:
    """Unify what must be equal; what else must hold is nested. None if an object may be upcast to several instances of a
    trait."""
    from interpreter.typeck.traits.select import Selected, SelectionError

    infcx, tcx = selcx.infcx, selcx.tcx
    source, target, cause = found.source, found.target, obligation.cause
    nested: list[Obligation] = []

    def need(kind: t.PredicateKind, because: ObligationCause = cause) -> None:
        nested.append(Obligation(t.dummy_binder(kind), because, obligation.param_env, obligation.depth + 1))

    if isinstance(target, t.Dynamic) and isinstance(source, t.Dynamic):
        above = _upcasts(selcx, source, target, cause)
        if len(above) > 1:
            return None
        if not above or not _upcast(infcx, source, target, above[0], cause):
            return SelectionError(ErrorKind.UNIMPLEMENTED)
        infcx.push_outlives(source.region, target.region, cause)
        return Selected(ImplSourceKind.BUILTIN, nested=tuple(nested))
    if isinstance(target, t.Dynamic):
        from interpreter.typeck.traits import dyn_compat

        because = ObligationCause(cause.span, ObjectCast(source, target), cause.body)
        if target.principal is not None and dyn_compat.violations(tcx, target.principal.value.trait):
            return SelectionError(ErrorKind.NOT_DYN_COMPATIBLE, None, (target.principal.value.trait,))
        for bound in object_predicates(source, target):
            nested.append(Obligation(bound, because, obligation.param_env, obligation.depth + 1))
        need(t.TraitPredicate(t.TraitRef(tcx.lang_item("sized"), (source,))), because)
        need(t.TypeOutlives(source, target.region))
        return Selected(ImplSourceKind.BUILTIN, nested=tuple(nested))
    if isinstance(source, t.Array):
        assert isinstance(target, t.Slice)
        mismatch = infcx.eq(target.elem, source.elem, cause)
        return SelectionError(ErrorKind.UNIMPLEMENTED, mismatch) if mismatch else Selected(ImplSourceKind.BUILTIN)
    assert isinstance(source, t.Adt) and isinstance(target, t.Adt)
    last = tcx.adt_def(source.def_).non_enum_variant.fields[-1]
    tail = tcx.type_of(last.def_)
    unsizing = {p.index for p in t.walk(tail) if isinstance(p, (t.Param, t.ConstParam))}
    for field in tcx.adt_def(source.def_).non_enum_variant.fields[:-1]:
        unsizing -= {p.index for p in t.walk(tcx.type_of(field.def_)) if isinstance(p, (t.Param, t.ConstParam))}
    if not unsizing:
        return SelectionError(ErrorKind.UNIMPLEMENTED)
    mixed = tuple(b if i in unsizing else a for i, (a, b) in enumerate(zip(source.args, target.args, strict=True)))
    mismatch = infcx.relate(target, t.Adt(source.def_, mixed), Variance.INVARIANT, cause)
    if mismatch is not None:
        return SelectionError(ErrorKind.UNIMPLEMENTED, mismatch)
    derived = ObligationCause(cause.span, BuiltinDerived(predicate, cause), cause.body)
    from_tail = project.normalize(infcx, t.subst(tail, source.args), cause, obligation.param_env, nested)
    to_tail = project.normalize(infcx, t.subst(tail, mixed), cause, obligation.param_env, nested)
    need(t.TraitPredicate(t.TraitRef(trait_ref.trait, (from_tail, to_tail))), derived)
    return Selected(ImplSourceKind.BUILTIN, nested=tuple(nested))


def _upcasts(selcx: SelectionContext, source: t.Dynamic, target: t.Dynamic, cause: ObligationCause) -> list[t.Binder | None]:
    """The principals, the source's own or those of its supertraits, that the target's may be; None where it has none."""
    if target.principal is None:
        return [None]
    assert source.principal is not None
    value, wanted = source.principal.value, target.principal.value.trait
    whole = t.Binder(t.TraitRef(value.trait, (t.shift_bound(source, 1), *value.args)), source.principal.bound)
    found: list[t.Binder | None] = []
    for above in elaborate.supertrait_refs(selcx.tcx, whole):
        if above.value.trait is wanted:
            erased = t.Binder(t.ExistentialTraitRef(wanted, above.value.args[1:]), above.bound)
            with selcx.infcx.probe():
                if erased not in found and _upcast(selcx.infcx, source, target, erased, cause):
                    found.append(erased)
            if wanted is value.trait:
                break
    return found


def _upcast(
    infcx: InferCtxt, source: t.Dynamic, target: t.Dynamic, above: t.Binder | None, cause: ObligationCause
) -> bool:  # fmt: skip
    """Unify the target with a supertrait of the source; says whether that was possible."""
    if above is None:
        return True
    if infcx.eq(target.principal, above, cause) is not None:
        return False
    theirs = {p.value.assoc: p for p in source.projections}
    return all(p.value.assoc not in theirs or infcx.eq(p, theirs[p.value.assoc], cause) is None for p in target.projections)


def object_predicates(source: t.Ty, target: t.Dynamic) -> list[t.Predicate]:
    """What a type must satisfy to become this trait object: the principal, its projections, the auto traits."""
    inner = t.shift_bound(source, 1)
    found: list[t.Predicate] = []
    if target.principal is not None:
        value = target.principal.value
        found.append(t.Binder(t.TraitPredicate(t.TraitRef(value.trait, (inner, *value.args))), target.principal.bound))
    for projection in target.projections:
        p = projection.value
        found.append(t.Binder(t.ProjectionPredicate(t.Alias(p.assoc, (inner, *p.args)), p.term), projection.bound))
    found.extend(t.dummy_binder(t.TraitPredicate(t.TraitRef(auto, (source,)))) for auto in target.autos)
    return found
