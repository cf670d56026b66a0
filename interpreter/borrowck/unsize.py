"""What an unsizing coercion requires of regions (Reference: unsized coercions; rustc: `CoerceUnsized`, `Unsize`)."""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING
from interpreter.typeck import ty as t
from interpreter.typeck.coerce import ends_in_object

if TYPE_CHECKING:
    from interpreter.borrowck.infer import BorrowckInferCtxt
    from interpreter.borrowck.relate import Relation


def unsize(infcx: BorrowckInferCtxt, relation: Relation, source: t.Ty, target: t.Ty) -> None:
    """Relate a pointer type with the one it is coerced to."""
    if isinstance(source, (t.Ref, t.RawPtr)) and isinstance(target, (t.Ref, t.RawPtr)):
        if isinstance(source, t.Ref) and isinstance(target, t.Ref):
            relation.context.push_outlives(source.region, target.region)
        _pointee(infcx, relation, source.ty, target.ty, target.mutable)
    elif isinstance(source, t.Adt) and isinstance(target, t.Adt) and source.def_ is target.def_:
        for x, y in zip(source.args, target.args, strict=True):
            if not _is_coerced(x, y):
                relation.eq(x, y)
            elif isinstance(x, (t.Ref, t.RawPtr)) and isinstance(y, (t.Ref, t.RawPtr)):
                unsize(infcx, relation, x, y)
            else:
                _pointee(infcx, relation, x, y, False)  # type: ignore[arg-type]


def _is_coerced(x: t.GenericArg, y: t.GenericArg) -> bool:
    """Whether this argument is what changes: it becomes another type, or an object whose lifetime may become shorter."""
    return t.erase_regions(x) is not t.erase_regions(y) or ends_in_object(x)


def _pointee(infcx: BorrowckInferCtxt, relation: Relation, source: t.Ty, target: t.Ty, mutable: bool) -> None:
    """`source: Unsize<target>`."""
    if isinstance(target, t.Dynamic):
        if isinstance(source, t.Dynamic):
            _upcast(infcx, relation, source, target, mutable)
        else:
            _to_object(infcx, relation, source, target)
    elif isinstance(source, t.Array) and isinstance(target, t.Slice):
        relation.eq(source.elem, target.elem)
    elif isinstance(source, t.Adt) and isinstance(target, t.Adt) and source.def_ is target.def_:
        for x, y in zip(source.args, target.args, strict=True):
            if not _is_coerced(x, y):
                relation.eq(x, y)
            else:
                _pointee(infcx, relation, x, y, mutable)  # type: ignore[arg-type]
    elif isinstance(source, t.Tuple) and isinstance(target, t.Tuple) and source.elems:
        _pointee(infcx, relation, source.elems[-1], target.elems[-1], mutable)


def _to_object(infcx: BorrowckInferCtxt, relation: Relation, source: t.Ty, target: t.Dynamic) -> None:
    """`source` implements the object's traits with its arguments and associated types, and outlives its lifetime bound."""
    relation.context.push_type_outlives(source, target.region)
    if target.principal is not None:
        principal = target.principal
        args = (t.shift_bound(source, 1), *principal.value.args)
        infcx.prove(t.Binder(t.TraitPredicate(t.TraitRef(principal.value.trait, args)), principal.bound))
    for projection in target.projections:
        value = projection.value
        alias = t.Alias(value.assoc, (t.shift_bound(source, 1), *value.args))
        infcx.prove(t.Binder(t.ProjectionPredicate(alias, value.term), projection.bound))


def _upcast(infcx: BorrowckInferCtxt, relation: Relation, source: t.Dynamic, target: t.Dynamic, mutable: bool) -> None:
    """From one object type to another: fewer bounds, a supertrait, or a shorter lifetime (which is allowed even behind
    `&mut`)."""
    relation.context.push_outlives(source.region, target.region)
    if source.principal is None or target.principal is None:
        return
    if source.principal.value.trait is target.principal.value.trait:
        # (The source may be true of more lifetimes: `dyn for<'a> Fn(&'a T)` is a `dyn Fn(&'static T)`, too.)
        relation.sub(
            t.Dynamic(source.principal, source.projections, (), target.region),
            t.Dynamic(target.principal, target.projections, (), target.region),
        )
    else:
        args = (t.shift_bound(source, 1), *target.principal.value.args)
        infcx.prove(t.Binder(t.TraitPredicate(t.TraitRef(target.principal.value.trait, args)), target.principal.bound))
