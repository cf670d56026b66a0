"""`as`: which casts are allowed, checked when the types are known (rustc: cast.rs; Reference: type cast expressions)."""

from __future__ import annotations

from interpreter.records import Record
from interpreter.syntax import ast
from interpreter.typeck import coerce
from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import FnCtxt, TypeMismatch, is_ty_var, references_error
from interpreter.typeck.words import errors_cast


class DeferredCast(Record, eq=False):
    """A cast whose types may not be known yet."""

    node: ast.Cast
    source: t.Ty
    target: t.Ty


def check_cast(fcx: FnCtxt, cast: DeferredCast) -> None:
    """A coercion if that is possible, else one of the casts between primitives."""
    source = fcx.structurally_resolve(cast.node.expr.span, cast.source)
    target = fcx.structurally_resolve(cast.node.ty.span, cast.target)
    if references_error(source) or references_error(target):
        return
    if target is t.STR:
        errors_cast.report_unsized(fcx, cast.node, source, target)
        return
    try:
        coerce.coerce(fcx, cast.node.expr, source, target)
        if not (isinstance(source, t.RawPtr) and isinstance(target, t.RawPtr)):
            # What raw pointers point to may differ by lifetimes, which typeck can't tell: they stay casts.
            fcx.results.coercion_casts.add(cast.node)
        fcx.select_where_possible()
        return
    except TypeMismatch:
        pass
    source = fcx.resolve(source)
    if references_error(source) or references_error(fcx.resolve(target)):
        return
    if isinstance(source, t.Closure) and fcx.infcx.closures[source.def_].upvar_tys is not None:
        return  # Given up after an error (fallback.py).
    _check_primitive(fcx, cast, source, fcx.resolve(target))


def _kind(fcx: FnCtxt, ty: t.Ty) -> str | None:
    """rustc: `CastTy`."""
    if isinstance(ty, t.Infer):
        return {"int": "int", "float": "float"}.get(ty.kind)
    if isinstance(ty, t.Prim):
        if ty.name in t.INT_BITS:
            return "u8" if ty is t.U8 else "int"
        return {"f32": "float", "f64": "float", "bool": "bool", "char": "char"}.get(ty.name)
    if isinstance(ty, t.Adt):
        adt = fcx.tcx.adt_def(ty.def_)
        if adt.is_enum and all(not v.fields for v in adt.variants):
            return "enum"
        return None
    if isinstance(ty, t.RawPtr):
        return "ptr"
    if isinstance(ty, t.FnPtr):
        return "fnptr"
    return None


def _check_primitive(fcx: FnCtxt, cast: DeferredCast, source: t.Ty, target: t.Ty) -> None:
    node, written = cast.node, source
    if isinstance(source, t.FnDef):
        pointer = t.FnPtr(coerce.reified_sig(fcx, source, node.span))
        try:
            coerce.coerce(fcx, node.expr, source, pointer)
        except TypeMismatch:
            errors_cast.report_non_scalar(fcx, node, source, target)
            return
        source = pointer
    elif isinstance(source, t.Ref) and not isinstance(target, t.RawPtr):
        inner = fcx.resolve(source.ty)
        if _kind(fcx, target) in ("int", "u8", "float", "bool", "char", "enum"):
            if _kind(fcx, inner) in ("int", "u8", "float"):
                errors_cast.report_needs_deref(fcx, node, source, target)
            else:
                errors_cast.report(fcx, node, source, target, "illegal")
            return
    elif isinstance(source, t.Ref) and isinstance(target, t.RawPtr):
        _check_array_ptr(fcx, cast, source, target)
        return
    if isinstance(target, t.RawPtr) and is_ty_var(fcx.shallow(target.ty)):
        fcx.error("E0641", "cannot cast to a pointer of an unknown kind", node.ty.span, "needs more type information")
        return
    from_kind, to_kind = _kind(fcx, source), _kind(fcx, target)
    if from_kind is None or to_kind is None:
        errors_cast.report_non_scalar(fcx, node, written, target)
        return
    if to_kind == "u8":
        to_kind = "int"
        if from_kind == "char":
            return
    error = _primitive_error(fcx, from_kind, to_kind, source, target)
    if error is not None:
        errors_cast.report(fcx, node, written, target, error)


def _primitive_error(fcx: FnCtxt, from_kind: str, to_kind: str, source: t.Ty, target: t.Ty) -> str | None:
    """Which rule a cast between these kinds breaks; None if none."""
    if to_kind == "bool":
        return "bool"
    if to_kind == "char":
        return None if from_kind == "u8" else "char"
    if to_kind in ("enum", "fnptr"):
        return "non_scalar"
    if from_kind in ("enum", "bool", "char"):
        if to_kind == "int":
            return None
        return "via_int" if to_kind in ("float", "ptr") and from_kind != "enum" else "illegal"
    if from_kind in ("ptr", "fnptr"):
        if to_kind == "float":
            return "illegal"
        if to_kind == "int":
            if from_kind == "ptr" and isinstance(source, t.RawPtr) and not fcx.holds(source.ty, "sized"):
                return "needs_thin"
            return None
        return _ptr_ptr_error(fcx, source, target)
    if to_kind == "ptr":
        if from_kind == "float":
            return "illegal"
        assert isinstance(target, t.RawPtr)
        return None if fcx.holds(target.ty, "sized") else "int_to_wide"
    return None


def _ptr_ptr_error(fcx: FnCtxt, source: t.Ty, target: t.Ty) -> str | None:
    if not isinstance(source, t.RawPtr) or not isinstance(target, t.RawPtr):
        return None
    from_sized, to_sized = (fcx.holds(p.ty, "sized") for p in (source, target))
    if from_sized and not to_sized:
        return "sized_unsized"
    if not from_sized and not to_sized and not _same_metadata(fcx.resolve(source.ty), fcx.resolve(target.ty)):
        return "vtable"
    if errors_cast.added_autos(fcx, fcx.resolve(source.ty), fcx.resolve(target.ty)):
        return "auto_trait"
    return None


def _same_metadata(a: t.Ty, b: t.Ty) -> bool:
    """Whether wide pointers to these have the same kind of metadata: a length, or the vtable of the same trait."""
    if isinstance(a, t.Dynamic) and isinstance(b, t.Dynamic):
        return a.principal is b.principal
    return (
        isinstance(a, t.Dynamic) == isinstance(b, t.Dynamic)
        or isinstance(a, (t.Param, t.Alias, t.Adt))
        or isinstance(b, (t.Param, t.Alias, t.Adt))
    )


def _check_array_ptr(fcx: FnCtxt, cast: DeferredCast, source: t.Ref, target: t.RawPtr) -> None:
    """`&[T; N] as *const T`, and references that are coerced to a pointer to something else first."""
    inner = fcx.resolve(source.ty)
    if isinstance(inner, t.Array) and (source.mutable or not target.mutable) and fcx.infcx.eq(target.ty, inner.elem) is None:
        coerce.coerce(fcx, cast.node.expr, source, t.RawPtr(inner, target.mutable))
        return
    if is_ty_var(fcx.shallow(target.ty)):
        return
    errors_cast.report(fcx, cast.node, source, target, "illegal" if source.mutable or not target.mutable else "ref_mut")
