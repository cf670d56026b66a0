"""The types of places, operands and rvalues of a body (rustc_middle::mir::{PlaceTy, Operand::ty, Rvalue::ty}).

Regions are erased in bodies, so that the types here have none; borrowck has its own version with region variables.
"""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.hints import TYPE_CHECKING
from interpreter.mir.body import (
    Aggregate,
    BinaryOp,
    Body,
    Cast,
    Constant,
    ConstantIndex,
    Copy,
    Deref,
    Discriminant,
    Downcast,
    Field,
    Index,
    Len,
    Local,
    LocalDecl,
    Move,
    Operand,
    Place,
    Projection,
    RawPtrTo,
    Ref,
    Repeat,
    Rvalue,
    Subslice,
    UnaryOp,
    Use,
)
from interpreter.syntax.ast import BinOp
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

COMPARISONS = frozenset({BinOp.EQ, BinOp.NE, BinOp.LT, BinOp.LE, BinOp.GT, BinOp.GE})


def projected_ty(tcx: TyCtxt, ty: t.Ty, elem: Projection) -> t.Ty:
    """The type of `elem` within a place of type `ty`."""
    match elem:
        case Field():
            return elem.ty
        case Deref():
            if isinstance(ty, (t.Ref, t.RawPtr)):
                return ty.ty
            assert isinstance(ty, t.Adt) and tcx.is_lang_item(ty.def_, "owned_box"), f"deref of {ty}"
            return ty.args[0]  # type: ignore[return-value]
        case Downcast():
            return ty
        case Index() | ConstantIndex():
            assert isinstance(ty, (t.Array, t.Slice)), f"index into {ty}"
            return ty.elem
        case Subslice():
            if isinstance(ty, t.Array):
                return t.Array(ty.elem, t.ConstValue(elem.end - elem.start, t.USIZE))  # type: ignore[no-any-return]
            return ty


def place_ty(tcx: TyCtxt, locals_: Sequence[LocalDecl], place: Place) -> t.Ty:
    """The type of a place."""
    ty = locals_[place.local].ty
    for elem in place.projection:
        ty = elem.ty if type(elem) is Field else projected_ty(tcx, ty, elem)
    return ty


def operand_ty(tcx: TyCtxt, locals_: Sequence[LocalDecl], operand: Operand) -> t.Ty:
    """The type of an operand."""
    if isinstance(operand, Constant):
        return operand.ty
    return place_ty(tcx, locals_, operand.place)


def rvalue_ty(tcx: TyCtxt, locals_: Sequence[LocalDecl], rvalue: Rvalue) -> t.Ty:
    """The type of what an rvalue gives."""
    match rvalue:
        case Use():
            return operand_ty(tcx, locals_, rvalue.operand)
        case Ref():
            mutable = rvalue.kind not in (BorrowKind.SHARED, BorrowKind.FAKE)
            return t.Ref(t.RE_ERASED, place_ty(tcx, locals_, rvalue.place), mutable)  # type: ignore[no-any-return]
        case RawPtrTo():
            return t.RawPtr(place_ty(tcx, locals_, rvalue.place), rvalue.mutable)  # type: ignore[no-any-return]
        case BinaryOp():
            ty = t.BOOL if rvalue.op in COMPARISONS else operand_ty(tcx, locals_, rvalue.lhs)
            return t.Tuple((ty, t.BOOL)) if rvalue.checked else ty
        case UnaryOp():
            return operand_ty(tcx, locals_, rvalue.operand)
        case Cast() | Aggregate():
            return rvalue.ty
        case Len():
            return t.USIZE
        case Discriminant():
            return t.ISIZE
        case Repeat():
            return t.Array(operand_ty(tcx, locals_, rvalue.operand), rvalue.count)  # type: ignore[no-any-return]


def to_copy(operand: Operand) -> Operand:
    """The same operand, read without being moved out of."""
    return Copy(operand.place) if isinstance(operand, Move) else operand


def upvar_field(body: Body, projection: tuple[Projection, ...], local: Local) -> int | None:
    """The index of the field of a closure's environment that a place is: `self.field`, or what a captured reference points to,
    `*self.field` (rustc: `is_upvar_field_projection`)."""
    if not body.captures or local != 1:
        return None
    by_ref = bool(projection) and isinstance(projection[-1], Deref)
    if by_ref:
        projection = projection[:-1]
    if not projection or not isinstance(projection[-1], Field):
        return None
    base_ty = body.locals[1].ty
    if len(projection) == 2 and isinstance(projection[0], Deref) and isinstance(base_ty, t.Ref):
        base_ty = base_ty.ty
    elif len(projection) != 1:
        return None
    index = projection[-1].index
    if not isinstance(base_ty, t.Closure) or index >= len(body.captures) or (by_ref and body.captures[index].by_ref is None):
        return None
    return index
