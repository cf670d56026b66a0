"""Whether a borrow of one place conflicts with an access to another (rustc_borrowck::places_conflict; RFC 2094, access legality).

The projections of both places are compared in lockstep from the local on: the bases are always equal or disjoint, until they are
proved disjoint or one of them ends.
"""

from __future__ import annotations

from interpreter.dataflow.move_paths import Types
from interpreter.dataflow.place_ty import prefix_tys
from interpreter.enums import Enum
from interpreter.mir import body as mir
from interpreter.mir.body import Place, Projection
from interpreter.resolve.defs import DefKind
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind
from interpreter.typeck.ty import Ty


class AccessDepth(Enum):
    SHALLOW = "shallow"
    """The place itself and its fields, but nothing behind a pointer in it."""
    SHALLOW_FAKE = "fake borrow"
    """A match's fake borrow: nothing but the place's discriminant."""
    ARRAY_LENGTH = "length"
    """Only the length of an array or slice."""
    DEEP = "deep"
    """Everything reachable through the place."""
    DROP = "drop"
    """What dropping the place may touch."""


class _Overlap(Enum):
    ARBITRARY = 0
    EQUAL_OR_DISJOINT = 1
    DISJOINT = 2


def places_conflict(tcx: Types, body: mir.Body, borrow: Place, access: Place) -> bool:
    """Whether the places surely overlap; what depends on an index is taken as disjoint."""
    return borrow_conflicts_with_place(tcx, body, borrow, BorrowKind.TWO_PHASE, access, AccessDepth.DEEP, bias_overlap=False)


def borrow_conflicts_with_place(
    tcx: Types,
    body: mir.Body,
    borrow: Place,
    kind: BorrowKind,
    access: Place,
    depth: AccessDepth,
    *,
    bias_overlap: bool = True,
) -> bool:
    """Whether an access of `depth` to `access` touches what is borrowed. `bias_overlap`: unknown indices are taken as equal."""
    if borrow.local != access.local:
        return False
    b, a = borrow.projection, access.projection
    if not b and not a:
        return True
    tys: list[Ty] | None = None
    for i in range(min(len(b), len(a))):
        if b[i] is a[i]:
            continue
        if tys is None:
            tys = prefix_tys(body, borrow)
        overlap = _projection_conflict(tys[i], b[i], a[i], bias_overlap)
        if overlap is _Overlap.ARBITRARY:
            return True
        if overlap is _Overlap.DISJOINT:
            return False
    if len(b) > len(a):
        if tys is None:
            tys = prefix_tys(body, borrow)
        for i in range(len(a), len(b)):
            elem, base = b[i], tys[i]
            if depth in (AccessDepth.SHALLOW_FAKE, AccessDepth.ARRAY_LENGTH):
                return False
            if isinstance(elem, mir.Deref):
                if depth is AccessDepth.SHALLOW:
                    return False
                if depth is AccessDepth.DROP and isinstance(base, t.Ref):
                    return False
            elif isinstance(elem, mir.Field) and depth is AccessDepth.DROP and isinstance(base, t.Adt):
                if tcx.adt_destructor(base.def_) is not None:
                    return True
    return not (kind is BorrowKind.FAKE and len(b) < len(a))


def _projection_conflict(base: Ty, x: Projection, y: Projection, bias_overlap: bool) -> _Overlap:
    """How `base.x` (borrowed) and `base.y` (accessed) overlap."""
    equal, disjoint = _Overlap.EQUAL_OR_DISJOINT, _Overlap.DISJOINT
    match x, y:
        case mir.Deref(), mir.Deref():
            return equal
        case mir.Field(), mir.Field():
            if x.index == y.index:
                return equal
            is_union = isinstance(base, t.Adt) and base.def_.kind is DefKind.UNION
            return _Overlap.ARBITRARY if is_union else disjoint
        case mir.Downcast(), mir.Downcast():
            return equal if x.variant == y.variant else disjoint
        case mir.Index(), mir.Index():
            return equal if bias_overlap or x.local == y.local else disjoint
        case (mir.Index(), _) | (_, mir.Index()):
            return equal if bias_overlap else disjoint
        case mir.ConstantIndex(), mir.ConstantIndex():
            if x.from_end == y.from_end:
                return equal if x.offset == y.offset else disjoint
            length = max(x.min_length, y.min_length)
            from_start, from_end = (y, x) if x.from_end else (x, y)
            return equal if from_start.offset >= length - from_end.offset else disjoint
        case mir.ConstantIndex(), mir.Subslice():
            return _index_in_slice(x, y, base)
        case mir.Subslice(), mir.ConstantIndex():
            return _index_in_slice(y, x, base)
        case mir.Subslice(), mir.Subslice():
            if not x.from_end and not y.from_end:
                return equal if max(x.start, y.start) < min(x.end, y.end) else disjoint
            return equal
    raise AssertionError(f"mismatched projections {x} and {y} of {base}")


def _index_in_slice(index: mir.ConstantIndex, slice_: mir.Subslice, base: Ty) -> _Overlap:
    equal, disjoint = _Overlap.EQUAL_OR_DISJOINT, _Overlap.DISJOINT
    if not index.from_end:
        if slice_.from_end:
            return equal if index.offset >= slice_.start else disjoint
        return equal if slice_.start <= index.offset < slice_.end else disjoint
    if slice_.from_end:
        return equal if index.offset > slice_.end else disjoint
    return equal
