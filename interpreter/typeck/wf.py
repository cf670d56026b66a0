"""Well-formedness: what must hold for a type to make sense (rustc_trait_selection::traits::wf,
rustc_hir_analysis::check::wfcheck)."""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind
from interpreter.typeck import ty as t
from interpreter.typeck.traits import dyn_compat, project
from interpreter.typeck.traits.obligation import MiscCause, Obligation, ObligationCause, WhereClause

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.infer import InferCtxt


def obligations(infcx: InferCtxt, arg: Any, parent: Obligation) -> list[Obligation] | None:
    """What must hold for a type to be well-formed, its parts included; None while it is an unbound variable."""
    ty = infcx.shallow_resolve(arg)
    if isinstance(ty, t.Infer):
        return [] if ty.kind != "ty" else None
    out: list[Obligation] = []
    _Wf(infcx, parent, out).add(infcx.resolve_vars_if_possible(ty), parent.cause)
    return out


_questionable: dict[Any, tuple[bool, tuple[Def, ...]]] = {}


def may_be_ill_formed(tcx: TyCtxt, ty: Any) -> bool:
    """Whether it can be seen that a slice, array or tuple within a type has an element without a size, or that there is an
    object of a trait that has none (what is seen of a type is remembered: types are interned)."""
    found = _questionable.get(ty)
    if found is None:
        parts = list(t.walk(ty))
        unsized = any(isinstance(elem, _UNSIZED) or elem is t.STR for part in parts for elem in _sized_parts(part))
        traits = [part.principal.value.trait for part in parts if isinstance(part, t.Dynamic) and part.principal is not None]
        found = _questionable[ty] = unsized, tuple(traits)
    unsized, objects = found
    return unsized or any(dyn_compat.violations(tcx, trait) for trait in objects)


def without_bad_objects(tcx: TyCtxt, ty: Any) -> Any:
    """The type with errors for the objects of traits that have none, which were told of where it is written."""
    if isinstance(ty, t.Dynamic) and ty.principal is not None and dyn_compat.violations(tcx, ty.principal.value.trait):
        return t.ERROR
    return t.map_parts(ty, lambda part: without_bad_objects(tcx, part))


_UNSIZED = (t.Slice, t.Dynamic)


def _sized_parts(ty: Any) -> tuple[t.Ty, ...]:
    """The elements that must have a size."""
    if isinstance(ty, (t.Array, t.Slice)):
        return (ty.elem,)
    return ty.elems[:-1] if isinstance(ty, t.Tuple) else ()


class _Wf:
    def __init__(self, infcx: InferCtxt, parent: Obligation, out: list[Obligation]) -> None:
        self.infcx = infcx
        self.parent = parent
        self.out = out

    def need(self, kind: t.PredicateKind, cause: ObligationCause) -> None:
        if not t._flags_of(kind) & t.HAS_BOUND:
            self.out.append(Obligation(t.dummy_binder(kind), cause, self.parent.param_env, self.parent.depth + 1))

    def sized(self, ty: t.Ty, why: MiscCause) -> None:
        sized = self.infcx.tcx.lang_item_or_none("sized")
        if sized is not None:
            self.need(
                t.TraitPredicate(t.TraitRef(sized, (ty,))), ObligationCause(self.parent.cause.span, why, self.parent.cause.body)
            )

    def add(self, ty: Any, cause: ObligationCause) -> None:
        """The obligations of a type and of all types within it."""
        if isinstance(ty, t.Infer):
            if ty.kind == "ty":
                self.need(t.WellFormed(ty), cause)
            return
        match ty:
            case t.Adt() | t.FnDef():
                self._predicates(ty.def_, ty.args, cause)
            case t.Alias():
                if ty.def_.kind is DefKind.ASSOC_TY and not ty.flags & t.HAS_BOUND:
                    self.need(t.TraitPredicate(project.trait_ref_of(self.infcx, ty)), cause)
                    self._predicates(ty.def_, ty.args, cause, own=True)
            case t.Array() | t.Slice():
                self.sized(ty.elem, MiscCause.SLICE_ELEM)
            case t.Tuple():
                for elem in ty.elems[:-1]:
                    self.sized(elem, MiscCause.TUPLE_ELEM)
            case t.Ref():
                if self.infcx.regions is not None:
                    self.need(t.TypeOutlives(ty.ty, ty.region), cause)
            case t.Dynamic() if ty.principal is not None:
                self.need(t.DynCompatible(ty.principal.value.trait), cause)
            case t.Closure():
                return
            case _:
                pass
        for part in _direct_types(ty):
            self.add(part, cause)

    def _predicates(self, def_: Any, args: t.Args, cause: ObligationCause, *, own: bool = False) -> None:
        """The bounds of an item; `own`: without its parent's."""
        tcx = self.infcx.tcx
        for index, (predicate, span) in enumerate(tcx.own_predicates_of(def_) if own else tcx.predicates_of(def_)):
            why = ObligationCause(cause.span, WhereClause(def_, span, index), cause.body)
            inner = t.subst(predicate, args)
            if _escapes(inner):
                continue
            if inner.flags & t.HAS_ALIAS:
                inner = project.normalize(self.infcx, inner, why, self.parent.param_env, self.out, self.parent.depth + 1)
            self.out.append(Obligation(inner, why, self.parent.param_env, self.parent.depth + 1))


def _escapes(predicate: t.Binder) -> bool:
    """Whether a region bound outside of the predicate itself occurs in it."""

    def look(part: Any, depth: int) -> bool:
        if not t._flags_of(part) & t.HAS_BOUND:
            return False
        if isinstance(part, t.ReBound):
            return part.depth >= depth
        if isinstance(part, tuple):
            return any(look(p, depth) for p in part)
        inner = depth + 1 if isinstance(part, t.Binder) else depth
        return any(look(inner_part, inner) for inner_part in part.parts)

    return look(predicate, 0)


def _direct_types(ty: Any) -> list[Any]:
    """The types directly within a type."""
    match ty:
        case t.Adt() | t.FnDef() | t.Alias():
            return [a for a in ty.args if isinstance(a, TYPES)]
        case t.Ref() | t.RawPtr():
            return [ty.ty]
        case t.Tuple():
            return list(ty.elems)
        case t.Array() | t.Slice():
            return [ty.elem]
        case t.FnPtr():
            return [*ty.sig.value.inputs, ty.sig.value.output]
        case t.Dynamic():
            values = [p.value for p in (ty.principal, *ty.projections) if p is not None]
            terms = [p.value.term for p in ty.projections]
            return [a for a in (*(a for value in values for a in value.args), *terms) if isinstance(a, TYPES)]
        case _:
            return []


TYPES = (
    t.Prim, t.Adt, t.Ref, t.RawPtr, t.Tuple, t.Array, t.Slice, t.FnDef, t.FnPtr, t.Closure, t.Dynamic, t.Param, t.Alias, t.Infer,
    t.ErrorTy,
)  # fmt: skip
