"""Variances of type and lifetime parameters, by fixpoint over the fields of ADTs (rustc_hir_analysis::variance).

Every parameter starts bivariant and is made stricter by each use until nothing changes; ADTs that mention each other are solved
together. Uses in functions, traits and projections are invariant.
"""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax.ast import ParamKind
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Variance

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_CO, _CONTRA, _INV, _BI = Variance.COVARIANT, Variance.CONTRAVARIANT, Variance.INVARIANT, Variance.BIVARIANT


def _meet(a: Variance, b: Variance) -> Variance:
    """Used in both ways (rustc: `glb`)."""
    if a is b or b is _BI:
        return a
    if a is _BI:
        return b
    return _INV


def variances_of(tcx: TyCtxt, def_: Def) -> tuple[Variance, ...]:
    """One Variance for each parameter of an ADT in argument order."""
    generics = tcx.generics_of(def_)
    n = generics.count
    if def_.kind is DefKind.OPAQUE_TY:
        # The function's own lifetimes stand for nothing in it; those captured come again as its own parameters.
        parent = generics.parent_count
        return tuple(_BI if p.kind is ParamKind.LIFETIME and p.index < parent else _INV for p in generics.all_params())
    if def_.kind not in (DefKind.STRUCT, DefKind.ENUM, DefKind.UNION):
        return (_INV,) * n
    if n == 0:
        return ()
    if tcx.is_lang_item(def_, "unsafe_cell"):
        return (_INV,) * n
    if _acts_as_owner(tcx, def_):
        return (_CO,) * n
    solver = _Solver(tcx)
    solver.add(def_)
    solver.solve()
    for other, found in solver.current.items():
        if other is not def_:
            tcx.provide("variances_of", other, tuple(found))
    return tuple(solver.current[def_])


def _acts_as_owner(tcx: TyCtxt, def_: Def) -> bool:
    """Types without fields that act as if they owned a value of their parameter."""
    return tcx.is_lang_item(def_, "phantom_data") or tcx.is_lang_item(def_, "heap_ptr")


class _Solver:
    def __init__(self, tcx: TyCtxt) -> None:
        self.tcx = tcx
        self.current: dict[Def, list[Variance]] = {}
        self.fields: dict[Def, list[t.Ty]] = {}
        self.changed = True

    def add(self, def_: Def) -> None:
        """Take in an ADT and all that its fields mention and that isn't known yet."""
        queue = [def_]
        for here in queue:
            if here in self.current:
                continue
            tcx = self.tcx
            self.current[here] = [_BI] * tcx.generics_of(here).count
            if tcx.is_lang_item(here, "unsafe_cell"):
                self.current[here] = [_INV] * len(self.current[here])
                self.fields[here] = []
                continue
            if _acts_as_owner(tcx, here):
                self.current[here] = [_CO] * len(self.current[here])
                self.fields[here] = []
                continue
            types = self.fields[here] = [tcx.type_of(f.def_) for f in tcx.adt_def(here).all_fields()]
            for ty in types:
                queue.extend(p.def_ for p in t.walk(ty) if isinstance(p, t.Adt) and p.args and p.def_ not in self.current)

    def solve(self) -> None:
        while self.changed:
            self.changed = False
            for def_, types in self.fields.items():
                for ty in types:
                    self.use(def_, ty, _CO)

    def _set(self, def_: Def, index: int, variance: Variance) -> None:
        now = self.current[def_]
        if index < len(now):
            met = _meet(now[index], variance)
            if met is not now[index]:
                now[index] = met
                self.changed = True

    def use(self, def_: Def, part: Any, variance: Variance) -> None:
        """`part` occurs in a field of `def_` in a position of this variance."""
        if not t._flags_of(part) & (t.HAS_PARAM | t.HAS_REGION_PARAM):
            return
        match part:
            case t.Param() | t.ReEarlyParam():
                self._set(def_, part.index, variance)
            case t.ConstParam():
                self._set(def_, part.index, _INV)
            case t.Adt():
                theirs = self.current.get(part.def_) or self.tcx.variances_of(part.def_)
                for arg, inner in zip(part.args, theirs, strict=True):
                    self.use(def_, arg, variance.xform(inner))
            case t.Ref():
                self.use(def_, part.region, variance)
                self.use(def_, part.ty, variance.xform(_INV) if part.mutable else variance)
            case t.RawPtr():
                self.use(def_, part.ty, variance.xform(_INV) if part.mutable else variance)
            case t.FnPtr():
                sig = part.sig.value
                for ty in sig.inputs:
                    self.use(def_, ty, variance.xform(_CONTRA))
                self.use(def_, sig.output, variance)
            case t.Dynamic():
                self.use(def_, part.region, variance)
                for binder in (part.principal, *part.projections):
                    if binder is not None:
                        for arg in binder.value.args:
                            self.use(def_, arg, variance.xform(_INV))
                        if isinstance(binder.value, t.ExistentialProjection):
                            self.use(def_, binder.value.term, variance.xform(_INV))
            case t.Alias() | t.FnDef() | t.Closure() | t.ConstUnevaluated():
                for arg in part.args:
                    self.use(def_, arg, variance.xform(_INV))
            case t.Array():
                self.use(def_, part.elem, variance)
                self.use(def_, part.len, _INV)
            case t.Slice():
                self.use(def_, part.elem, variance)
            case t.Tuple():
                for elem in part.elems:
                    self.use(def_, elem, variance)
            case _:
                pass
