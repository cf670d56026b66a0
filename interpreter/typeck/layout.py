"""Sizes, alignments, field offsets and niches of types as rustc lays them out on x86_64 (rustc_abi::layout,
rustc_ty_utils::layout).

Fields are reordered by alignment with niches moved to the edges; enums take the better of a niche-filling and a tagged layout.
What memory looks like is shown from these numbers; the machine itself does not need them except for `size_of` and `align_of`.
"""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.hints import TYPE_CHECKING
from interpreter.records import Record, replace
from interpreter.resolve.defs import Def
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.defs import AdtDef, Layout, Niche, ReprOptions

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

POINTER = 8


class LayoutError(Exception):
    """A type whose layout isn't known: too generic, or an array with an unknown length."""


class _Kind(Record, frozen=True):
    """rustc: `StructKind`. `prefix` = (size, align) of a tag before the fields."""

    maybe_unsized: bool = False
    prefix: tuple[int, int] | None = None


_SIZED, _MAYBE_UNSIZED = _Kind(), _Kind(maybe_unsized=True)


def _align_to(offset: int, align: int) -> int:
    return (offset + align - 1) & ~(align - 1)


def _log2(value: int) -> int:
    """Trailing zeros (64 for 0, as for rustc's u64)."""
    return (value & -value).bit_length() - 1 if value else 64


def _scalar(size: int, valid: tuple[int, int] | None = None) -> Layout:
    niche = Niche(0, size, *valid) if valid is not None else None
    return Layout(size, min(size, 16) or 1, niche=niche, scalar=True)


_NONNULL = (1, (1 << 64) - 1)


def layout_of(tcx: TyCtxt, ty: t.Ty) -> Layout:
    """The layout of a monomorphic type. Raises: LayoutError."""
    ty = tcx.normalize_erasing_regions(ty, reveal=True)
    match ty:
        case t.Prim(name=name):
            return _prim(name)
        case t.Ref() | t.FnPtr():
            return _pointer(tcx, ty.ty if isinstance(ty, t.Ref) else None, _NONNULL)
        case t.RawPtr():
            return _pointer(tcx, ty.ty, None)
        case t.FnDef():
            return Layout(0, 1)
        case t.Tuple():
            kind = _MAYBE_UNSIZED if ty.elems else _SIZED
            return univariant([tcx.layout_of(e) for e in ty.elems], ReprOptions(), kind)
        case t.Array():
            return _array(tcx, ty)
        case t.Slice():
            elem = tcx.layout_of(ty.elem)
            return Layout(0, elem.align, unsized=True, stride=elem.size)
        case t.Dynamic():
            return Layout(0, 1, unsized=True)
        case t.Closure():
            upvars = tcx.infer_ctxt().closure(ty.def_, ty.args).upvar_tys
            if upvars is None:
                raise LayoutError("a closure that isn't checked yet")
            return univariant([tcx.layout_of(u) for u in upvars], ReprOptions(), _SIZED)
        case t.Adt():
            return _adt(tcx, ty)
        case _:
            raise LayoutError(f"the size of `{tcx.format_ty(ty)}` is not known")


def _prim(name: str) -> Layout:
    if name in t.INT_BITS:
        return _scalar(t.INT_BITS[name] // 8)
    match name:
        case "bool":
            return _scalar(1, (0, 1))
        case "char":
            return _scalar(4, (0, 0x10FFFF))
        case "f32":
            return _scalar(4)
        case "f64":
            return _scalar(8)
        case "str":
            return Layout(0, 1, unsized=True, stride=1)
        case _:
            return Layout(0, 1, uninhabited=True)


def _pointer(tcx: TyCtxt, pointee: t.Ty | None, valid: tuple[int, int] | None) -> Layout:
    """A thin or fat pointer."""
    niche = Niche(0, POINTER, *valid) if valid is not None else None
    if pointee is None:
        return Layout(POINTER, POINTER, niche=niche, scalar=True)
    tail = struct_tail(tcx, pointee)
    if isinstance(tail, (t.Slice, t.Dynamic)) or tail is t.STR:
        return Layout(2 * POINTER, POINTER, (0, POINTER), niche)
    if isinstance(tail, (t.Param, t.Alias)) and not tcx.is_sized(tail):
        raise LayoutError(f"whether `{tcx.format_ty(tail)}` is Sized is not known")
    return Layout(POINTER, POINTER, niche=niche, scalar=True)


def struct_tail(tcx: TyCtxt, ty: t.Ty) -> t.Ty:
    """The type of the last field of the last field ... : what decides whether a pointer to `ty` is fat."""
    outermost = ty
    for _ in range(tcx.recursion_limit):
        ty = tcx.normalize_erasing_regions(ty, reveal=True)
        if isinstance(ty, t.Adt):
            adt = tcx.adt_def(ty.def_)
            if not adt.is_struct or not adt.non_enum_variant.fields:
                return ty
            ty = adt.non_enum_variant.fields[-1].ty(tcx, ty.args)
        elif isinstance(ty, t.Tuple) and ty.elems:
            ty = ty.elems[-1]
        else:
            return ty
    raise LayoutError(f"`{tcx.format_ty(outermost)}` has infinite size")


def _array(tcx: TyCtxt, ty: t.Array) -> Layout:
    elem = tcx.layout_of(ty.elem)
    length = tcx.eval_const(ty.len)
    if not isinstance(length, t.ConstValue):
        raise LayoutError(f"the length of `{tcx.format_ty(ty)}` is not known")
    count = int(length.value)
    niche = elem.niche if count else None
    return Layout(elem.size * count, elem.align, niche=niche, uninhabited=elem.uninhabited and count > 0, stride=elem.size)


# ------------------------------------------------------------------------------------------------ structs


def univariant(fields: Sequence[Layout], repr_: ReprOptions, kind: _Kind) -> Layout:
    """A struct, tuple, closure or variant: the better of niches near the start and near the end."""
    layout = _univariant_biased(fields, repr_, kind, at_end=False)
    niche = layout.niche
    if niche is not None and not kind.maybe_unsized and len(fields) > 1:
        head, tail = niche.offset, layout.size - niche.offset - niche.size
        if head != 0 and tail > 0:
            other = _univariant_biased(fields, repr_, kind, at_end=True)
            if other.niche is not None and other.niche.offset > head and other.niche.offset > tail:
                return other
    return layout


def _univariant_biased(fields: Sequence[Layout], repr_: ReprOptions, kind: _Kind, *, at_end: bool) -> Layout:
    pack = repr_.pack
    order = list(range(len(fields)))
    if not (repr_.c or repr_.int_ is not None) and len(fields) > 1:
        end = len(fields) - 1 if kind.maybe_unsized else len(fields)
        head = order[:end]
        max_align = max((fields[i].align for i in head), default=1)
        largest = max((_available(fields[i]) for i in head), default=0)

        def group(field: Layout) -> int:
            if pack is not None:
                return _log2(min(field.align, pack))
            size_as_align = _log2(max(field.align, field.size))
            if largest > 0:
                if not at_end:
                    return min(_log2(max_align), size_as_align)
                if _available(field) == largest:
                    return _log2(field.align)
            return size_as_align

        def key(i: int) -> tuple[int, int, int]:
            field = fields[i]
            niche = field.niche
            available = _available(field)
            if kind.prefix is not None:
                return group(field), available, 0
            if not at_end:
                return -group(field), -available, niche.offset if niche is not None else 0
            inner = -(field.size - niche.size - niche.offset) if niche is not None else 0
            return -group(field), available, inner

        order = [*sorted(head, key=key), *order[end:]]
    offset, align = 0, 1
    if kind.prefix is not None:
        prefix_size, prefix_align = kind.prefix
        if pack is not None:
            prefix_align = min(prefix_align, pack)
        align = max(align, prefix_align)
        offset = _align_to(prefix_size, prefix_align)
    offsets = [0] * len(fields)
    niche: Niche | None = None
    available = 0
    unsized = uninhabited = False
    for i in order:
        field = fields[i]
        uninhabited |= field.uninhabited
        unsized |= field.unsized
        field_align = min(field.align, pack) if pack is not None else field.align
        offset = _align_to(offset, field_align)
        align = max(align, field_align)
        offsets[i] = offset
        here = _available(field)
        if field.niche is not None and (here >= available if at_end else here > available):
            available = here
            niche = replace(field.niche, offset=offset + field.niche.offset)
        offset += field.size
    if repr_.align is not None:
        align = max(align, repr_.align)
    return Layout(_align_to(offset, align), align, tuple(offsets), niche, unsized, uninhabited)


def _available(layout: Layout) -> int:
    return layout.niche.available if layout.niche is not None else 0


# ------------------------------------------------------------------------------------------------ ADTs


def _adt(tcx: TyCtxt, ty: t.Adt) -> Layout:
    adt = tcx.adt_def(ty.def_)
    variants = [[tcx.layout_of(f.ty(tcx, ty.args)) for f in v.fields] for v in adt.variants]
    if tcx.is_lang_item(ty.def_, "heap_ptr"):
        return _pointer(tcx, ty.args[0], _NONNULL)  # type: ignore[arg-type]
    if adt.is_union:
        size, align = 0, 1
        for field in variants[0]:
            field_align = min(field.align, adt.repr.pack) if adt.repr.pack is not None else field.align
            align, size = max(align, field_align), max(size, field.size)
        align = max(align, adt.repr.align or 1)
        return Layout(_align_to(size, align), align, (0,) * len(variants[0]))
    if adt.is_struct:
        return _struct(tcx, adt, variants[0])
    return _enum(tcx, adt, variants)


def _struct(tcx: TyCtxt, adt: AdtDef, fields: list[Layout]) -> Layout:
    kind = _SIZED
    if adt.non_enum_variant.fields:
        tail = tcx.type_of(adt.non_enum_variant.fields[-1].def_)
        if not tcx.is_sized(tail, tcx.param_env(adt.def_)):
            kind = _MAYBE_UNSIZED
    fields = [_restricted(f.def_, layout) for f, layout in zip(adt.non_enum_variant.fields, fields, strict=True)]
    layout = univariant(fields, adt.repr, kind)
    if tcx.is_lang_item(adt.def_, "unsafe_cell"):
        return replace(layout, niche=None)
    stated = _attr_ints(adt.def_, "rustc_std_layout") if adt.def_.is_std else []
    if stated:
        return _stated(layout, *stated)
    return _restricted(adt.def_, layout)


def _stated(layout: Layout, size: int, align: int, available: int = 0) -> Layout:
    """Of a type of std that has other fields here than in rustc's: `#[rustc_std_layout(size, align, values of its niche)]`."""
    niche = Niche(0, 8, available, (1 << 64) - 1) if available else None
    return replace(layout, size=size, align=align, niche=niche, opaque=True)


def _restricted(def_: Def, layout: Layout) -> Layout:
    """The layout of a struct or field whose first scalar has fewer valid values, by an attribute of std's text."""
    valid = _valid_range(def_, layout)
    if valid is None:
        return layout
    niche = Niche(0, _scalar_size(layout), *valid)
    return replace(layout, niche=niche if niche.available else None)


def _valid_range(def_: Def, layout: Layout) -> tuple[int, int] | None:
    """`#[rustc_layout_scalar_valid_range_start(n)]` and `.._end(n)`, which only std uses."""
    if not def_.is_std:
        return None
    start = _attr_ints(def_, "rustc_layout_scalar_valid_range_start")
    end = _attr_ints(def_, "rustc_layout_scalar_valid_range_end")
    if not start and not end:
        return None
    return start[0] if start else 0, end[0] if end else (1 << 8 * _scalar_size(layout)) - 1


def _scalar_size(layout: Layout) -> int:
    """The bytes of the first scalar: scalars are as large as they are aligned."""
    return min(layout.size, layout.align)


def _attr_ints(def_: Def, name: str) -> list[int]:
    """The numbers in an attribute; none if it isn't there."""
    attr = next((a for a in getattr(def_.node, "attrs", ()) if a.name == name), None)
    if attr is None:
        return []
    tokens = [token for tree in attr.args for token in (tree.trees if isinstance(tree, ast.Delimited) else [tree])]
    return [int(token.text.replace("_", ""), 0) for token in tokens if isinstance(token, ast.Token) and token.kind == "INT"]


def _absent(fields: list[Layout]) -> bool:
    """No value of this variant can exist and it takes no room."""
    return any(f.uninhabited for f in fields) and all(f.size == 0 for f in fields)


def _enum(tcx: TyCtxt, adt: AdtDef, variants: list[list[Layout]]) -> Layout:
    fixed = adt.repr.c or adt.repr.int_ is not None
    present = [i for i, fields in enumerate(variants) if not _absent(fields)]
    if not fixed and not present:
        structs = tuple(univariant(f, adt.repr, _SIZED) for f in variants)
        return Layout(0, 1, uninhabited=True, variants=structs)
    if not fixed and len(present) == 1:
        only = univariant(variants[present[0]], adt.repr, _SIZED)
        structs = tuple(only if i == present[0] else Layout(0, 1, uninhabited=True) for i in range(len(variants)))
        return replace(only, variants=structs, untagged_variant=present[0])
    tagged = _tagged(tcx, adt, variants)
    filled = _niche_filled(adt, variants) if not fixed else None
    if filled is None:
        return tagged
    if tagged.size > filled.size or (tagged.size == filled.size and _available(tagged) < _available(filled)):
        return filled
    return tagged


def _niche_filled(adt: AdtDef, variants: list[list[Layout]]) -> Layout | None:
    if len(variants) < 2:
        return None
    structs = [univariant(fields, adt.repr, _SIZED) for fields in variants]
    largest = max(range(len(structs)), key=lambda i: (structs[i].size, i))
    needing = [i for i in range(len(variants)) if i != largest and not _absent(variants[i])]
    if not needing:
        return None
    count = needing[-1] - needing[0] + 1
    niche = structs[largest].niche
    if niche is None:
        return None
    reserved = reserve(niche, count)
    if reserved is None:
        return None
    size = structs[largest].size
    placed: list[Layout] = []
    for i, layout in enumerate(structs):
        if i == largest:
            placed.append(layout)
            continue
        layout = replace(layout, niche=None)
        if layout.size > niche.offset:
            start = _align_to(niche.offset + niche.size, layout.align)
            if start + layout.size > size:
                return None
            layout = replace(layout, offsets=tuple(o + start for o in layout.offsets))
        placed.append(layout)
    align = max(s.align for s in structs)
    return Layout(
        size, align, niche=reserved if reserved.available else None, uninhabited=all(s.uninhabited for s in structs),
        variants=tuple(placed), tag=(niche.offset, niche.size), niche_encoded=True, untagged_variant=largest,
    )  # fmt: skip


def niche_value(layout: Layout, variant: int) -> int:
    """The value of the niche that stands for a variant (rustc_abi: `Variants::Multiple` with `TagEncoding::Niche`)."""
    largest = layout.untagged_variant
    assert largest is not None
    needing = [i for i, v in enumerate(layout.variants) if i != largest and not (v.uninhabited and not v.size)]
    niche = layout.variants[largest].niche
    assert niche is not None
    reserved = reserve(niche, needing[-1] - needing[0] + 1)
    start = reserved.valid_start if reserved is not None and reserved.valid_start != niche.valid_start else niche.valid_end + 1
    return (start + variant - needing[0]) & ((1 << 8 * niche.size) - 1)


def reserve(niche: Niche, count: int) -> Niche | None:
    """Take `count` invalid values out of a niche; what is left of it (rustc: `Niche::reserve`)."""
    if count > niche.available:
        return None
    top = (1 << 8 * niche.size) - 1
    start, end = niche.valid_start, niche.valid_end
    from_start = replace(niche, valid_start=(start - count) & top)
    from_end = replace(niche, valid_end=(end + count) & top)
    if start > end:
        return from_end
    if start <= top - end:
        return from_start if count <= start else from_end
    overlaps_zero = 1 <= (end + count) & top <= end
    return from_start if overlaps_zero else from_end


def _tagged(tcx: TyCtxt, adt: AdtDef, variants: list[list[Layout]]) -> Layout:
    values = [
        d for d, fields in zip(tcx.discriminants(adt.def_), variants, strict=True) if not any(f.uninhabited for f in fields)
    ]
    low, high = (min(values), max(values)) if values else (0, 0)
    least = _tag_size(adt.repr, low, high)
    prefix_align = least
    if adt.repr.c or adt.repr.int_ is not None:
        prefix_align = max([least, *(f.align for fields in variants for f in fields)])
    structs = [univariant(fields, adt.repr, _Kind(prefix=(least, prefix_align))) for fields in variants]
    start_align = 256
    for fields, layout in zip(variants, structs, strict=True):
        for i in sorted(range(len(fields)), key=lambda i: layout.offsets[i]):
            if fields[i].size != 0 or fields[i].align != 1:
                start_align = min(start_align, fields[i].align)
                break
    size = max((s.size for s in structs), default=0)
    align = max((s.align for s in structs), default=1)
    size = _align_to(size, align)
    tag = least
    if not (adt.repr.c or adt.repr.int_ is not None):
        tag = start_align if start_align in (1, 2, 4, 8) else least
        if tag <= least:
            tag = least
        else:
            structs = [
                replace(
                    s, offsets=tuple(max(o, tag) if o <= least else o for o in s.offsets), size=tag if s.size <= least else s.size
                )
                for s in structs
            ]
    mask = (1 << 8 * tag) - 1
    niche = Niche(0, tag, low & mask, high & mask)
    return Layout(
        size, align, niche=niche if niche.available else None, uninhabited=all(s.uninhabited for s in structs),
        variants=tuple(structs), tag=(0, tag),
    )  # fmt: skip


def _tag_size(repr_: ReprOptions, low: int, high: int) -> int:
    """The least integer, in bytes, that holds all discriminants (rustc: `discr_range_of_repr`)."""
    if repr_.int_ is not None:
        return t.INT_BITS[repr_.int_] // 8
    size = 4 if repr_.c else 1
    while not (high < 1 << 8 * size if low >= 0 else -(1 << 8 * size - 1) <= low and high < 1 << 8 * size - 1):
        size *= 2
    return size
