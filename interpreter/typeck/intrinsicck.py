"""`transmute` is between types of one size (rustc: intrinsicck.rs): E0512, E0591.

What a size depends on is told by a skeleton: a number of bytes, or a pointer to something generic.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.layout import POINTER, LayoutError, layout_of, struct_tail

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


class _Pointer(tuple[bool, t.Ty]):
    """Whether it is never null, and what the end of the value that it points to is."""

    __slots__ = ()


def check_transmutes(tcx: TyCtxt, owner: Def) -> list[Diagnostic]:
    """The errors of one body's."""
    found = (_check(tcx, owner, *use) for use in tcx.transmutes.get(owner, ()))
    return [error for error in found if error is not None]


def _check(tcx: TyCtxt, owner: Def, span: Span, source: t.Ty, target: t.Ty) -> Diagnostic | None:
    if source == target or (source.flags | target.flags) & t.HAS_ERROR:
        return None
    one, other = (_skeleton(tcx, _with_sized_params(tcx, owner, ty)) for ty in (source, target))
    if one is not None and other is not None:
        if one[1] == other[1] if isinstance(one, _Pointer) and isinstance(other, _Pointer) else one == other:
            return None
        if isinstance(source, t.FnDef) and other == POINTER:
            notes = (f"source type: {tcx.format_ty(source)}", f"target type: {tcx.format_ty(target)}")
            helps = ("cast with `as` to a pointer instead",)
            return Diagnostic("E0591", "can't transmute zero-sized type", (Label(span),), notes=notes, helps=helps)
    notes = (
        f"source type: `{tcx.format_ty(source)}` ({_words(tcx, source, one)})",
        f"target type: `{tcx.format_ty(target)}` ({_words(tcx, target, other)})",
    )
    message = "cannot transmute between types of different sizes, or dependently-sized types"
    return Diagnostic("E0512", message, (Label(span),), notes=notes)


def _with_sized_params(tcx: TyCtxt, owner: Def, ty: t.Ty) -> t.Ty:
    """The type with each parameter that is Sized in the function as what has a size everywhere: an array of one of it."""
    if not ty.flags & t.HAS_PARAM:
        return ty
    env, one = tcx.param_env(owner), t.ConstValue(1, t.USIZE)

    def fold(part: t.Ty) -> t.Ty:
        if isinstance(part, (t.Param, t.Alias)) and tcx.is_sized(part, env):
            return t.Array(part, one)  # type: ignore[no-any-return]
        return t.map_parts(part, fold)  # type: ignore[no-any-return]

    return fold(ty)


def _words(tcx: TyCtxt, ty: t.Ty, skeleton: int | _Pointer | None) -> str:
    if isinstance(skeleton, int):
        return f"{skeleton * 8} bits"
    if skeleton is not None:
        return f"pointer to `{tcx.format_ty(skeleton[1])}`"
    if isinstance(ty, (t.Param, t.Alias)):
        return "this type does not have a fixed size"
    params = [part for part in t.walk(ty) if isinstance(part, (t.Param, t.Alias))]
    return f"size can vary because of {tcx.format_ty(params[0])}" if params else "this type does not have a fixed size"


def _skeleton(tcx: TyCtxt, ty: t.Ty) -> int | _Pointer | None:
    try:
        layout = layout_of(tcx, ty)
    except LayoutError:
        return _generic_skeleton(tcx, ty)
    return None if layout.unsized else layout.size


def _generic_skeleton(tcx: TyCtxt, ty: t.Ty) -> int | _Pointer | None:
    ty = tcx.normalize_erasing_regions(ty, reveal=True)
    if isinstance(ty, t.Adt) and tcx.is_lang_item(ty.def_, "heap_ptr"):
        ty = t.Ref(t.RE_ERASED, ty.args[0], True)
    if isinstance(ty, (t.Ref, t.RawPtr)):
        return _Pointer((isinstance(ty, t.Ref), t.erase_regions(struct_tail(tcx, ty.ty))))
    if isinstance(ty, t.Array):
        length = tcx.eval_const(ty.len)
        inner = _skeleton(tcx, ty.elem)
        if isinstance(inner, int) and (inner == 0 or isinstance(length, t.ConstValue)):
            return inner * int(length.value) if isinstance(length, t.ConstValue) else 0
    elif isinstance(ty, t.Adt):
        return _of_adt(tcx, ty)
    return None


def _of_adt(tcx: TyCtxt, ty: t.Adt) -> _Pointer | None:
    """A struct that is no more than a pointer, or an enum of one and nothing."""
    adt = tcx.adt_def(ty.def_)
    if adt.is_union or not 1 <= len(adt.variants) <= 2:
        return None
    pointers: list[_Pointer | None] = []
    for variant in adt.variants:
        pointer: _Pointer | None = None
        for field in variant.fields:
            skeleton = _skeleton(tcx, field.ty(tcx, ty.args))
            if isinstance(skeleton, _Pointer) and pointer is None:
                pointer = skeleton
            elif skeleton != 0:
                return None
        pointers.append(pointer)
    if len(pointers) == 1:
        found = pointers[0]
        restricted = "rustc_layout_scalar_valid_range_start" in ty.def_.attrs
        return _Pointer((found[0] or restricted, found[1])) if found is not None else None
    known = [pointer for pointer in pointers if pointer is not None]
    return _Pointer((False, known[0][1])) if len(known) == 1 and known[0][0] else None
