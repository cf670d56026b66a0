"""Whether a function's signature holds for all the lifetimes that a function pointer's has (rustc: the leak check of coercions
to function pointers).

In: two signatures that are the same but for their regions. The pointer's bound lifetimes are placeholders, the function's own
are chosen to fit; every other region was there before and knows no placeholder.

    fn(&'static str)  is no  for<'a> fn(&'a str)          for<'a> fn(&'a str) -> &'a str  is  fn(&'static str) -> &'static str
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interpreter.typeck import ty as t
from interpreter.typeck.defs import Variance

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_Node = tuple[str, object]
_REGIONS = (t.ReStatic, t.ReErased, t.ReError, t.ReEarlyParam, t.ReLateParam, t.ReBound, t.ReVar, t.RePlaceholder)
_CO, _CONTRA, _INV = Variance.COVARIANT, Variance.CONTRAVARIANT, Variance.INVARIANT
_FLIPPED = {_CO: _CONTRA, _CONTRA: _CO, _INV: _INV, Variance.BIVARIANT: Variance.BIVARIANT}


def is_as_general(tcx: TyCtxt, source: t.Binder, target: t.Binder) -> bool:
    """Whether a function of signature `source` can be called for any lifetimes of `target`."""
    if not target.bound:
        return True
    relation = _Relation(tcx)
    for mine, theirs in zip(source.value.inputs, target.value.inputs, strict=True):
        relation.relate(mine, theirs, _CONTRA, 0)
    relation.relate(source.value.output, target.value.output, _CO, 0)
    return not relation.leaks()


class _Relation:
    def __init__(self, tcx: TyCtxt) -> None:
        self.tcx = tcx
        self.outlives: dict[_Node, set[_Node]] = {}

    def leaks(self) -> bool:
        """Whether a placeholder would have to outlive another one, or a region from outside."""
        for start in [node for node in self.outlives if node[0] == "placeholder"]:
            seen, work = {start}, [start]
            while work:
                for shorter in self.outlives.get(work.pop(), ()):
                    if shorter not in seen:
                        if shorter[0] != "chosen":
                            return True
                        seen.add(shorter)
                        work.append(shorter)
        return False

    def relate(self, a: Any, b: Any, variance: Variance, depth: int) -> None:
        """`a` is a subtype of `b`, the other way round, or both are the same."""
        if a is b and not (getattr(a, "flags", 0) & t.HAS_BOUND):
            return
        if isinstance(a, _REGIONS) and isinstance(b, _REGIONS):
            self._regions(a, b, variance, depth)
        elif isinstance(a, t.Ref) and isinstance(b, t.Ref):
            self._regions(a.region, b.region, variance, depth)
            self.relate(a.ty, b.ty, _INV if a.mutable else variance, depth)
        elif isinstance(a, t.Adt) and isinstance(b, t.Adt) and a.def_ is b.def_:
            for own, x, y in zip(self.tcx.variances_of(a.def_), a.args, b.args, strict=True):
                within = variance if own is _CO else _FLIPPED[variance] if own is _CONTRA else own
                if own is not Variance.BIVARIANT:
                    self.relate(x, y, within, depth)
        elif isinstance(a, t.FnPtr) and isinstance(b, t.FnPtr):
            for x, y in zip(a.sig.value.inputs, b.sig.value.inputs, strict=True):
                self.relate(x, y, _FLIPPED[variance], depth + 1)
            self.relate(a.sig.value.output, b.sig.value.output, variance, depth + 1)
        elif isinstance(a, t.Tuple) and isinstance(b, t.Tuple):
            for x, y in zip(a.elems, b.elems, strict=True):
                self.relate(x, y, variance, depth)
        elif isinstance(a, (t.Array, t.Slice)) and isinstance(b, (t.Array, t.Slice)):
            self.relate(a.elem, b.elem, variance, depth)
        elif isinstance(a, t.RawPtr) and isinstance(b, t.RawPtr):
            self.relate(a.ty, b.ty, _INV if a.mutable else variance, depth)

    def _regions(self, a: t.Region, b: t.Region, variance: Variance, depth: int) -> None:
        """A reference with a longer lifetime is a subtype."""
        longer, shorter = self._node(a, "chosen", depth), self._node(b, "placeholder", depth)
        if longer is None or shorter is None or longer == shorter:
            return
        if variance is not _CONTRA:
            self.outlives.setdefault(longer, set()).add(shorter)
        if variance is not _CO:
            self.outlives.setdefault(shorter, set()).add(longer)

    @staticmethod
    def _node(region: t.Region, what: str, depth: int) -> _Node | None:
        """None: bound within the signature, where both have the same."""
        if not isinstance(region, t.ReBound):
            return "outer", region
        return (what, region.index) if region.depth == depth else None
