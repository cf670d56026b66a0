"""Errors of `as` in rustc's words (rustc: cast.rs): E0604, E0605, E0606, E0607, E0054, E0620."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import coerce
from interpreter.typeck import ty as t
from interpreter.typeck.traits.select import EvaluationResult

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt


def added_autos(fcx: FnCtxt, a: t.Ty, b: t.Ty) -> list[Def]:
    """The auto traits that a cast between trait objects would claim; those that the principal implies are there already."""
    if not isinstance(a, t.Dynamic) or not isinstance(b, t.Dynamic) or b.principal is None:
        return []
    implied = fcx.tcx.supertraits(a.principal.value.trait) if a.principal is not None else []
    return [trait for trait in b.autos if trait not in a.autos and trait not in implied]


def report_unsized(fcx: FnCtxt, node: ast.Cast, source: t.Ty, target: t.Ty) -> None:
    """E0620."""
    fcx.error("E0620", f"cast to unsized type: `{fcx.fmt(source)}` as `{fcx.fmt(target)}`", node.span)


def report_non_scalar(fcx: FnCtxt, node: ast.Cast, source: t.Ty, target: t.Ty) -> None:
    """E0605."""
    message = f"non-primitive cast: `{fcx.fmt_of(node.expr, source)}` as `{fcx.fmt(target)}`"
    label = "an `as` expression can only be used to convert between primitive types or to coerce to a specific trait object"
    notes: list[str] = []
    helps: list[str] = []
    if isinstance(source, t.Adt) and fcx.tcx.adt_def(source.def_).is_enum and (t.is_integral(target) or t.is_float(target)):
        label = "an `as` expression can be used to convert enum types to numeric types only if the enum type is unit-only or"
        label += " field-less"
        notes.append("see https://doc.rust-lang.org/reference/items/enumerations.html#casting for more information")
    if isinstance(target, (t.FnDef, t.FnPtr, t.Closure)):
        label = "invalid cast"
    elif (help_ := _reference_would_do(fcx, source, target, node.span)) is not None:
        label = "invalid cast"
        helps.append(help_)
    elif _has_from(fcx, node, source, target):
        helps.append("consider using the `From` trait instead")
    fcx.error("E0605", message, node.span, label, notes=tuple(notes), helps=tuple(helps))


def _reference_would_do(fcx: FnCtxt, source: t.Ty, target: t.Ty, span: Span) -> str | None:
    """What might be done to get a reference (or pointer) from what has another type."""
    if not isinstance(target, (t.Ref, t.RawPtr)):
        return None

    def coerces(pointee: t.Ty) -> bool:
        return coerce.can_coerce(fcx, t.Ref(t.RE_ERASED, pointee, target.mutable), target, span)

    if isinstance(target, t.Ref) and isinstance(source, t.RawPtr) and coerces(source.ty):
        return "consider borrowing the value"
    if isinstance(target, t.Ref) and isinstance(source, t.Ref) and target.mutable and not source.mutable and coerces(source.ty):
        return "this reference is immutable, and the cast is to a mutable reference type"
    return "consider borrowing the value" if coerces(source) else None


def _has_from(fcx: FnCtxt, node: ast.Cast, source: t.Ty, target: t.Ty) -> bool:
    trait = fcx.tcx.lang_item_or_none("From")
    if trait is None:
        return False
    return fcx.infcx.type_implements_trait(trait, (target, source), fcx.cause(node.span)) is EvaluationResult.OK


def report_needs_deref(fcx: FnCtxt, node: ast.Cast, source: t.Ty, target: t.Ty) -> None:
    """E0606 of `&x as i32`."""
    a, b = fcx.fmt_of(node.expr, source), fcx.fmt(target)
    fcx.emit(
        Diagnostic(
            "E0606", f"casting `{a}` as `{b}` is invalid", (Label(node.span, ""),), (),
            helps=("dereference the expression",),
        )
    )  # fmt: skip


def report(fcx: FnCtxt, node: ast.Cast, source: t.Ty, target: t.Ty, error: str) -> None:
    """The cast breaks the rule `error` (see cast.py)."""
    a, b = fcx.fmt_of(node.expr, source), fcx.fmt(target)
    match error:
        case "bool":
            if t.is_integral(source) or t.is_float(source):
                fcx.emit(
                    Diagnostic(
                        "E0054", f"cannot cast `{a}` as `bool`", (Label(node.span, ""),), helps=("compare with zero instead",)
                    )
                )
            else:
                fcx.error("E0054", f"cannot cast `{a}` as `bool`", node.span, "unsupported cast")
        case "char":
            helps: tuple[str, ...] = ()
            if source is t.PRIM["u32"]:
                helps = ("consider using `char::from_u32` instead",)
            elif isinstance(source, t.Prim):
                helps = ()
            fcx.error("E0604", f"only `u8` can be cast as `char`, not `{a}`", node.span, "invalid cast", helps=helps)
        case "non_scalar":
            report_non_scalar(fcx, node, source, target)
        case "via_int":
            fcx.error("E0606", f"casting `{a}` as `{b}` is invalid", node.span, "", helps=("cast through an integer first",))
        case "sized_unsized":
            fcx.error("E0607", f"cannot cast thin pointer `{a}` to wide pointer `{b}`", node.span)
        case "auto_trait":
            assert isinstance(source, t.RawPtr) and isinstance(target, t.RawPtr)
            names = [f"`{trait.name}`" for trait in added_autos(fcx, fcx.resolve(source.ty), fcx.resolve(target.ty))]
            listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
            message = f"cannot add auto trait{'s' * (len(names) > 1)} {listed} to dyn bound via pointer cast"
            helps = ("use `transmute` if you're sure this is sound",)
            notes = ("this could allow UB elsewhere",)
            fcx.error("E0804", message, node.span, "unsupported cast", notes=notes, helps=helps)
        case "int_to_wide":
            assert isinstance(target, t.RawPtr)
            _report_int_to_wide(fcx, node, a, b, fcx.resolve(target.ty))
        case "needs_thin":
            fcx.error("E0606", f"casting `{a}` as `{b}` is invalid", node.span, "", helps=("cast through a thin pointer first",))
        case _:
            fcx.error("E0606", f"casting `{a}` as `{b}` is invalid", node.span)


def _report_int_to_wide(fcx: FnCtxt, node: ast.Cast, source: str, target: str, pointee: t.Ty) -> None:
    """An address alone makes no pointer to what isn't Sized."""
    is_wide, metadata = "is", "a length"
    notes: tuple[str, ...] = ()
    if isinstance(pointee, t.Dynamic):
        metadata = "a vtable"
    elif isinstance(pointee, (t.Param, t.Alias)):
        is_wide, metadata = "may be", "type-specific metadata"
        what = "type parameter" if isinstance(pointee, t.Param) else "associated type"
        notes = (f"the {what} `{fcx.fmt(pointee)}` is not known to be `Sized`, so this pointer may be wide",)
    fcx.error(
        "E0606", f"cannot cast `{source}` to a pointer that {is_wide} wide", node.ty.span,
        f"creating a `{target}` requires both an address and {metadata}", notes=notes,
    )  # fmt: skip
