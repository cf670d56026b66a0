"""The type of a place (rustc: `PlaceTy`), with regions as the body's locals have them."""

from __future__ import annotations

from interpreter.hints import Protocol
from interpreter.mir import body as mir
from interpreter.mir.body import Place, Projection
from interpreter.resolve.defs import Def
from interpreter.typeck import ty as t
from interpreter.typeck.ty import Ty


class LangItems(Protocol):
    """What is asked of a TyCtxt here."""

    def lang_item(self, name: str) -> Def: ...


def is_box(tcx: LangItems, ty: Ty) -> bool:
    return isinstance(ty, t.Adt) and ty.def_.is_std and ty.def_ is tcx.lang_item("owned_box")


def projected_ty(ty: Ty, elem: Projection) -> Ty:
    """The type of `place.elem` when `ty` is that of `place`. A downcast keeps the enum's type."""
    match elem:
        case mir.Field():
            return elem.ty
        case mir.Deref():
            if isinstance(ty, (t.Ref, t.RawPtr)):
                return ty.ty
            assert isinstance(ty, t.Adt), ty
            return ty.args[0]  # type: ignore[return-value]
        case mir.Index() | mir.ConstantIndex():
            assert isinstance(ty, (t.Array, t.Slice)), ty
            return ty.elem
        case mir.Subslice():
            if isinstance(ty, t.Array) and isinstance(ty.len, t.ConstValue):
                length = ty.len.value - elem.start - elem.end if elem.from_end else elem.end - elem.start
                return t.Array(ty.elem, t.ConstValue(length, t.USIZE))  # type: ignore[no-any-return]
            return ty
    return ty


def place_ty(body: mir.Body, place: Place) -> Ty:
    """The type of `place`, an enum's for a downcast."""
    ty = body.locals[place.local].ty
    for elem in place.projection:
        ty = elem.ty if type(elem) is mir.Field else projected_ty(ty, elem)
    return ty


def prefix_tys(body: mir.Body, place: Place) -> list[Ty]:
    """The types of the bases of each projection: the local's first, the place's own last."""
    ty = body.locals[place.local].ty
    tys = [ty]
    for elem in place.projection:
        ty = projected_ty(ty, elem)
        tys.append(ty)
    return tys
