"""Relating types: equality, subtyping and what is wrong when they don't fit (rustc_infer::infer::relate,
rustc_middle::ty::error).

A `Relation` walks two values at once. Variables are bound as it goes; regions go to the context as outlives constraints, if it
tracks them. Types given to it are normalised: a projection left over is rigid and equals only itself. Opaque types of the body
being checked are the exception: they stand for the type being inferred for them.
"""

from __future__ import annotations

from interpreter.enums import Enum
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.records import Record, replace
from interpreter.resolve.defs import DefKind
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Variance

if TYPE_CHECKING:
    from interpreter.typeck.infer import InferCtxt
    from interpreter.typeck.traits.obligation import ObligationCause


class TypeErrorKind(Enum):
    """rustc: `TypeError`. The words are rustc's `to_string`."""

    MISMATCH = "types differ"
    SORTS = "sorts"
    ARGUMENT_SORTS = "sorts of what a function takes or gives"
    ARGUMENT_MUTABILITY = "types of what a function takes or gives differ in mutability"
    MUTABILITY = "types differ in mutability"
    ARG_COUNT = "incorrect number of function parameters"
    TUPLE_SIZE = "tuple size"
    ARRAY_SIZE = "array size"
    UNSAFETY = "unsafety"
    ABI = "abi"
    CYCLIC = "cyclic type of infinite size"
    TRAITS = "traits"
    OBJECTS = "what trait objects are of"
    CONST = "constants differ"
    TARGET_FEATURES = "what needs target features isn't safe everywhere"
    INTRINSIC = "cannot coerce intrinsics to function pointers"
    REGIONS = "one type is more general than the other"


class TypeError_(Record, frozen=True):
    """Why two types don't fit: the innermost parts that differ (`expected`, `found`: types, constants, counts, or
    mutabilities). `argument`: of a function's signature, the parameter they are in (past the last: what it returns)."""

    kind: TypeErrorKind
    expected: Any = None
    found: Any = None
    argument: int = 0

    def flipped(self) -> TypeError_:
        """The same with expected and found exchanged."""
        return replace(self, expected=self.found, found=self.expected)


_OF_ARGUMENT = {
    TypeErrorKind.SORTS: TypeErrorKind.ARGUMENT_SORTS,
    TypeErrorKind.MUTABILITY: TypeErrorKind.ARGUMENT_MUTABILITY,
    TypeErrorKind.ARGUMENT_SORTS: TypeErrorKind.ARGUMENT_SORTS,
    TypeErrorKind.ARGUMENT_MUTABILITY: TypeErrorKind.ARGUMENT_MUTABILITY,
}
_INV, _CO, _CONTRA = Variance.INVARIANT, Variance.COVARIANT, Variance.CONTRAVARIANT


def _mismatch(a: Any, b: Any) -> TypeError_:
    return TypeError_(TypeErrorKind.SORTS, a, b)


def _opened(binder: t.Binder, universe: int) -> Any:
    """The binder's value with placeholders of a universe of its own."""
    return t.instantiate_bound(binder, lambda index, name: t.RePlaceholder(universe, index, name))


def _universe(region: t.Region) -> int | None:
    return region.universe if isinstance(region, t.RePlaceholder) else None


class Relation:
    """One walk. `variance` is how `a` stands to `b` where the walk is now: COVARIANT = `a <: b`."""

    __slots__ = ("bound_pairs", "cause", "depth", "infcx", "track", "variance")

    def __init__(self, infcx: InferCtxt, cause: ObligationCause | None, variance: Variance) -> None:
        self.infcx = infcx
        self.cause = cause
        self.variance = variance
        self.track = infcx.regions is not None
        self.bound_pairs: list[tuple[t.Region, t.Region]] | None = None
        """In coherence, within a binder: the regions that stand at the same places."""
        self.depth = 0

    def run(self, a: Any, b: Any) -> TypeError_ | None:
        """Relate types, constants, regions, tuples of arguments, signatures, trait references, binders or predicates."""
        if a is b:
            return None
        return _RELATED.get(type(a), Relation._ty)(self, a, b)  # type: ignore[no-any-return]

    def _with(self, variance: Variance, a: Any, b: Any) -> TypeError_ | None:
        if a is b:
            return None
        saved = self.variance
        self.variance = saved.xform(variance)
        try:
            return self.run(a, b)
        finally:
            self.variance = saved

    def _args(self, a: tuple[Any, ...], b: tuple[Any, ...]) -> TypeError_ | None:
        if len(a) != len(b):
            return TypeError_(TypeErrorKind.ARG_COUNT, len(a), len(b))
        for x, y in zip(a, b, strict=True):
            if x is not y:
                error = self.run(x, y)
                if error is not None:
                    return error
        return None

    def _trait_ref(self, a: Any, b: Any) -> TypeError_ | None:
        if a.trait is not b.trait:
            return TypeError_(TypeErrorKind.TRAITS, a.trait, b.trait)
        return self._with(_INV, a.args, b.args)

    def _trait_predicate(self, a: t.TraitPredicate, b: t.TraitPredicate) -> TypeError_ | None:
        return self.run(a.trait_ref, b.trait_ref)

    def _projection(self, a: t.ProjectionPredicate, b: t.ProjectionPredicate) -> TypeError_ | None:
        return self._with(_INV, a.alias, b.alias) or self.run(a.term, b.term)

    def _existential(self, a: t.ExistentialProjection, b: t.ExistentialProjection) -> TypeError_ | None:
        if a.assoc is not b.assoc:
            return _mismatch(a.assoc, b.assoc)
        return self._with(_INV, a.args, b.args) or self._with(_INV, a.term, b.term)

    # -------------------------------------------------------------------------------------------- regions and constants

    def _region(self, a: t.Region, b: t.Region) -> TypeError_ | None:
        if self.bound_pairs is not None:
            self.bound_pairs.append((a, b))
        if not self.track or type(a) in _UNTRACKED or type(b) in _UNTRACKED:
            return None
        if self.variance is not _CONTRA:
            self.infcx.push_outlives(a, b, self.cause)
        if self.variance is not _CO:
            self.infcx.push_outlives(b, a, self.cause)
        return None

    def _const(self, a: t.Const, b: t.Const) -> TypeError_ | None:
        infcx = self.infcx
        a, b = infcx.shallow_resolve_const(a), infcx.shallow_resolve_const(b)
        if a is b or isinstance(a, t.ConstError) or isinstance(b, t.ConstError):
            return None
        if isinstance(a, t.ConstInfer):
            infcx.bind_const(a, b)
            return None
        if isinstance(b, t.ConstInfer):
            infcx.bind_const(b, a)
            return None
        if isinstance(a, t.ConstUnevaluated) or isinstance(b, t.ConstUnevaluated):
            x, y = infcx.tcx.eval_const(a, infcx.param_env), infcx.tcx.eval_const(b, infcx.param_env)
            if x is y or isinstance(x, t.ConstError) or isinstance(y, t.ConstError):
                return None
            if isinstance(x, t.ConstUnevaluated) and isinstance(y, t.ConstUnevaluated) and x.def_ is y.def_:
                return self._with(_INV, x.args, y.args)
            a, b = x, y
        if isinstance(a, t.ConstValue) and isinstance(b, t.ConstValue) and a.value == b.value:
            return None
        return TypeError_(TypeErrorKind.CONST, a, b)

    # -------------------------------------------------------------------------------------------- types

    def _ty(self, a: t.Ty, b: t.Ty) -> TypeError_ | None:
        infcx = self.infcx
        a, b = infcx.shallow_resolve(a), infcx.shallow_resolve(b)
        if a is b:
            return None
        kind, other = type(a), type(b)
        handler = _STRUCTURAL.get(kind)
        if kind is other and handler is not None:
            return handler(self, a, b)  # type: ignore[no-any-return]
        if kind is t.Infer:
            return self._unify_vars(a, b) if other is t.Infer else self._instantiate(a, b, _INV)  # type: ignore[arg-type]
        if other is t.Infer:
            return self._instantiate(b, a, _CONTRA)  # type: ignore[arg-type]
        if kind is t.ErrorTy or other is t.ErrorTy:
            infcx.tainted = True
            return None
        if kind is t.Alias or other is t.Alias:
            return self._alias(a, b)
        return _mismatch(a, b)

    def _unify_vars(self, a: t.Infer, b: t.Infer) -> TypeError_ | None:
        if a.kind == b.kind:
            older, newer = (a, b) if a.vid < b.vid else (b, a)
            self.infcx.bind_ty(newer, older)
        elif a.kind == "ty":
            self.infcx.bind_ty(a, b)
        elif b.kind == "ty":
            self.infcx.bind_ty(b, a)
        else:
            return _mismatch(a, b)
        return None

    def _instantiate(self, var: t.Infer, ty: t.Ty, side: Variance) -> TypeError_ | None:
        """Bind a variable to a type. `side` is CONTRAVARIANT if the variable stood on the right."""
        infcx = self.infcx
        if var.kind != "ty":
            hidden = infcx.hidden_type_of(ty) if isinstance(ty, t.Alias) else None
            if hidden is not None:
                return self.run(hidden, var) if side is _INV else self.run(var, hidden)
            fits = t.is_integral(ty) if var.kind == "int" else t.is_float(ty)
            if not fits and not isinstance(ty, t.ErrorTy):
                return _mismatch(var, ty) if side is _INV else _mismatch(ty, var)
            infcx.bind_ty(var, ty)
            return None
        if self.bound_pairs is not None and any(isinstance(part, t.RePlaceholder) for part in t.walk(ty)):
            return _mismatch(var, ty)
        if ty.flags & t.HAS_INFER:
            ty = infcx.resolve_vars_if_possible(ty)
            if ty is var:
                return None
            if _occurs(var, ty):
                return TypeError_(TypeErrorKind.CYCLIC, var, ty) if side is _INV else TypeError_(TypeErrorKind.CYCLIC, ty, var)
        own = infcx.hidden_type_of(ty) if isinstance(ty, t.Alias) and ty.def_ in infcx.defining_opaques else None
        if own is not None and infcx.shallow_resolve(own) is var:
            # What the body's own opaque type is: a call of the function within says nothing new of it.
            infcx.opaques_by_themselves.append(var)
            return None
        if infcx.closures and _occurs_in_closure(infcx, var, ty):
            return TypeError_(TypeErrorKind.CYCLIC, var, ty) if side is _INV else TypeError_(TypeErrorKind.CYCLIC, ty, var)
        if self.track and self.variance is not _INV and ty.flags & (t.HAS_FREE_REGION | t.HAS_REGION_VAR):
            # A subtype may have other lifetimes: bind to a copy with fresh ones, and relate that (rustc: generalization).
            copy = t.map_regions(ty, lambda r: r if isinstance(r, t.ReBound) else infcx.next_region_var())
            infcx.bind_ty(var, copy)
            return self.run(copy, ty) if side is _INV else self.run(ty, copy)
        infcx.bind_ty(var, ty)
        return None

    def _alias(self, a: t.Ty, b: t.Ty) -> TypeError_ | None:
        infcx = self.infcx
        for x, y, left in ((a, b, True), (b, a, False)):
            if isinstance(x, t.Alias) and x.def_.kind is DefKind.OPAQUE_TY:
                if isinstance(y, t.Alias) and y.def_ is x.def_:
                    break
                hidden = infcx.hidden_type_of(x)
                if hidden is None and infcx.reveal:
                    hidden = t.subst(infcx.tcx.type_of(x.def_), x.args)
                if hidden is not None:
                    return self.run(hidden, y) if left else self.run(y, hidden)
        if isinstance(a, t.Alias) and isinstance(b, t.Alias) and a.def_ is b.def_:
            return self._with(_INV, a.args, b.args)
        return _mismatch(a, b)

    def _prim(self, a: t.Prim, b: t.Prim) -> TypeError_ | None:
        return _mismatch(a, b)

    def _adt(self, a: t.Adt, b: t.Adt) -> TypeError_ | None:
        if a.def_ is not b.def_:
            return _mismatch(a, b)
        if not self.track or self.variance is _INV:
            return self._args(a.args, b.args)
        variances = self.infcx.tcx.variances_of(a.def_)
        for variance, x, y in zip(variances, a.args, b.args, strict=True):
            if x is y or variance is Variance.BIVARIANT:
                continue
            error = self._with(variance, x, y)
            if error is not None:
                return error
        return None

    def _ref(self, a: t.Ref, b: t.Ref) -> TypeError_ | None:
        if a.mutable is not b.mutable:
            return TypeError_(TypeErrorKind.MUTABILITY, a, b)
        if self.track or self.bound_pairs is not None:
            self._region(a.region, b.region)
        return self._with(_INV if a.mutable else _CO, a.ty, b.ty)

    def _ptr(self, a: t.RawPtr, b: t.RawPtr) -> TypeError_ | None:
        if a.mutable is not b.mutable:
            return TypeError_(TypeErrorKind.MUTABILITY, a, b)
        return self._with(_INV if a.mutable else _CO, a.ty, b.ty)

    def _tuple(self, a: t.Tuple, b: t.Tuple) -> TypeError_ | None:
        if len(a.elems) != len(b.elems):
            if not a.elems or not b.elems:
                return _mismatch(a, b)
            return TypeError_(TypeErrorKind.TUPLE_SIZE, a, b)
        return self._args(a.elems, b.elems)

    def _array(self, a: t.Array, b: t.Array) -> TypeError_ | None:
        error = self.run(a.elem, b.elem)
        if error is not None:
            return error
        if a.len is not b.len and self._const(a.len, b.len) is not None:
            return TypeError_(TypeErrorKind.ARRAY_SIZE, a, b)
        return None

    def _slice(self, a: t.Slice, b: t.Slice) -> TypeError_ | None:
        return self.run(a.elem, b.elem)

    def _sig(self, a: t.FnSig, b: t.FnSig) -> TypeError_ | None:
        if a.unsafe is not b.unsafe:
            return TypeError_(TypeErrorKind.UNSAFETY, a, b)
        if a.abi != b.abi:
            return TypeError_(TypeErrorKind.ABI, a.abi, b.abi)
        if len(a.inputs) != len(b.inputs):
            return TypeError_(TypeErrorKind.ARG_COUNT, len(a.inputs), len(b.inputs))
        for i, (x, y) in enumerate(zip((*a.inputs, a.output), (*b.inputs, b.output), strict=True)):
            error = self._with(_CONTRA if i < len(a.inputs) else _CO, x, y)
            if error is not None:
                kind = _OF_ARGUMENT.get(error.kind)
                return error if kind is None else replace(error, kind=kind, argument=i)
        return None

    def _fn_ptr(self, a: t.FnPtr, b: t.FnPtr) -> TypeError_ | None:
        return self._binder(a.sig, b.sig)

    def _binder(self, a: t.Binder, b: t.Binder) -> TypeError_ | None:
        """`for<'a> A <: for<'b> B` if for every 'b there is an 'a with A <: B (rustc: `TypeRelating::binders`)."""
        infcx = self.infcx
        if infcx.leak_check and (a.bound or b.bound):
            return self._same_binder(a, b)
        if not self.track or (not a.bound and not b.bound):
            return self.run(infcx.enter_forall(a), infcx.enter_forall(b))
        if self.variance is not _CONTRA:
            y = infcx.enter_forall(b)
            x = infcx.instantiate_binder_with_fresh_vars(a)
            error = self._as(_CO, x, y)
            if error is not None:
                return error
        if self.variance is not _CO:
            x = infcx.enter_forall(a)
            y = infcx.instantiate_binder_with_fresh_vars(b)
            return self._as(_CONTRA, x, y)
        return None

    def _same_binder(self, a: t.Binder, b: t.Binder) -> TypeError_ | None:
        """Whether two types are the same for coherence, where no other region is tracked: what one of them binds must stand where
        the other binds one, always the same, and nothing from outside may be it (rustc: `leak_check`)."""
        outer, self.bound_pairs = self.bound_pairs, []
        left, right = 2 * self.depth, 2 * self.depth + 1
        self.depth += 1
        error = self.run(_opened(a, left), _opened(b, right))
        pairs = set(self.bound_pairs)
        self.bound_pairs = outer
        if outer is not None:
            outer += pairs
        own = [(x, y) for x, y in pairs if _universe(x) == left or _universe(y) == right]
        one_to_one = len(own) == len({x for x, _ in own}) == len({y for _, y in own})
        if error is None and not (one_to_one and all(_universe(x) == left and _universe(y) == right for x, y in own)):
            return _mismatch(a, b)
        return error

    def _as(self, variance: Variance, a: Any, b: Any) -> TypeError_ | None:
        saved, self.variance = self.variance, variance
        try:
            return self.run(a, b)
        finally:
            self.variance = saved

    def _fn_def(self, a: t.FnDef, b: t.FnDef) -> TypeError_ | None:
        if a.def_ is not b.def_:
            return _mismatch(a, b)
        return self._with(_INV, a.args, b.args)

    def _closure(self, a: t.Closure, b: t.Closure) -> TypeError_ | None:
        if a.def_ is not b.def_:
            return _mismatch(a, b)
        n = self.infcx.tcx.generics_of(a.def_).count
        error = self._with(_INV, a.args[:n], b.args[:n])
        if error is None and len(a.args) > n:
            # Regions of the captures, where borrowck added them.
            error = self.run(a.args[n:], b.args[n:])
        return error

    def _dynamic(self, a: t.Dynamic, b: t.Dynamic) -> TypeError_ | None:
        if _n_predicates(a) != _n_predicates(b) or (a.principal is None) is not (b.principal is None):
            return TypeError_(TypeErrorKind.OBJECTS, a, b)
        if a.principal is not None:
            assert b.principal is not None
            traits = a.principal.value.trait, b.principal.value.trait
            if traits[0] is not traits[1]:
                return TypeError_(TypeErrorKind.TRAITS, *traits)
            error = self.run(a.principal, b.principal)
            if error is not None:
                return error
        theirs = {p.value.assoc: p for p in b.projections}
        for projection in a.projections:
            other = theirs.get(projection.value.assoc)
            if other is None:
                return TypeError_(TypeErrorKind.OBJECTS, a, b)
            error = self.run(projection, other)
            if error is not None:
                return error
        if a.autos != b.autos:
            return TypeError_(TypeErrorKind.OBJECTS, a, b)
        return self._region(a.region, b.region) if self.track or self.bound_pairs is not None else None

    def _param(self, a: t.Param, b: t.Param) -> TypeError_ | None:
        return _mismatch(a, b)


_STRUCTURAL: dict[type, Any] = {
    t.Prim: Relation._prim, t.Adt: Relation._adt, t.Ref: Relation._ref, t.RawPtr: Relation._ptr, t.Tuple: Relation._tuple,
    t.Array: Relation._array, t.Slice: Relation._slice, t.FnDef: Relation._fn_def, t.FnPtr: Relation._fn_ptr,
    t.Closure: Relation._closure, t.Dynamic: Relation._dynamic, t.Param: Relation._param,
}  # fmt: skip
_RELATED: dict[type, Any] = {
    tuple: Relation._args, t.Binder: Relation._binder, t.FnSig: Relation._sig, t.TraitRef: Relation._trait_ref,
    t.ExistentialTraitRef: Relation._trait_ref, t.TraitPredicate: Relation._trait_predicate,
    t.ProjectionPredicate: Relation._projection, t.ExistentialProjection: Relation._existential,
    **dict.fromkeys(t.REGIONS, Relation._region), **dict.fromkeys(t.CONSTS, Relation._const),
}  # fmt: skip
"""How what isn't a type is related."""
_UNTRACKED = frozenset((t.ReError, t.ReErased))


def _n_predicates(ty: t.Dynamic) -> int:
    return (ty.principal is not None) + len(ty.projections) + len(ty.autos)


def _occurs(var: t.Infer, ty: t.Ty) -> bool:
    """Whether a variable occurs within a (resolved) type."""
    stack: list[Any] = [ty]
    while stack:
        part = stack.pop()
        if part is var:
            return True
        if isinstance(part, tuple):
            stack.extend(part)
        elif getattr(part, "flags", 0) & t.HAS_INFER:
            stack += part.parts
    return False


def _occurs_in_closure(infcx: InferCtxt, var: t.Infer, ty: t.Ty) -> bool:
    """Whether a variable occurs in the signature of a closure of the body being checked that a type mentions."""
    seen: set[object] = set()
    stack: list[Any] = [ty]
    while stack:
        part = stack.pop()
        if part is var and seen:
            return True
        if isinstance(part, tuple):
            stack.extend(part)
        elif type(part) is t.Closure:
            info = infcx.closures.get(part.def_)
            if info is not None and part.def_ not in seen:
                seen.add(part.def_)
                stack.append(infcx.resolve_vars_if_possible(info.sig))
        elif isinstance(part, t._Interned):
            stack += part.parts
    return False
