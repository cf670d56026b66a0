"""Errors of struct literals and fields in rustc's words: E0559, E0560, E0062, E0063, E0609, E0610, E0615, E0616."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label, macro_variable
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.suggest import best_match
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.defs import AdtDef, AdtField, VariantDef
from interpreter.typeck.errors_mismatch import has_error
from interpreter.typeck.method import probe

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{n}`" for n in names)


def report_unknown_field(
    fcx: FnCtxt, expr: ast.StructExpr, ty: t.Ty, adt: AdtDef, variant: VariantDef, field: ast.FieldInit, given: set[str]
) -> None:
    """E0559, E0560."""
    if variant.recovered:
        fcx.tainted = True
        return
    name = field.ident.name
    shown = f"{fcx.fmt(ty)}::{variant.name}" if adt.is_enum else fcx.fmt(ty)
    code, kind = ("E0559", "variant") if adt.is_enum else ("E0560", adt.kind.value)
    message = f"{kind} `{shown}` has no field named `{name}`"
    if variant.kind is ast.VariantKind.TUPLE:
        defined = Label(variant.def_.node.ident.span, f"`{shown}` defined here")  # type: ignore[attr-defined]
        secondary = () if adt.def_.is_std else (defined,)
        fcx.error(code, message, field.ident.span, "field does not exist", secondary=secondary)
        return
    known = [f.name for f in variant.fields if probe.is_field_suggestable(fcx, f.def_, expr.span) and f.name not in given]
    rest = [name for name in known if name not in {x.ident.name for x in expr.fields}]
    if best_match(known, name) is not None:
        fcx.error(code, message, field.ident.span, "unknown field", helps=("a field with a similar name exists",))
        return
    note = f"available fields are: {_listed(rest)}" if rest else "all struct fields are already assigned"
    fcx.error(code, message, field.ident.span, f"`{shown}` does not have this field", notes=(note,))


def report_field_twice(fcx: FnCtxt, field: ast.FieldInit, first: ast.FieldInit) -> None:
    """E0062."""
    name = field.ident.name
    fcx.error(
        "E0062", f"field `{name}` specified more than once", field.ident.span, "used more than once",
        secondary=(Label(first.span, f"first use of `{name}`"),),
    )  # fmt: skip


def report_missing_fields(fcx: FnCtxt, expr: ast.StructExpr, ty: t.Ty, missing: list[AdtField]) -> None:
    """E0063."""
    names = [f.name for f in missing]
    n = len(names)
    if n <= 3:
        listed = _listed(names[:-1]) + " and " + f"`{names[-1]}`" if n == 2 else _listed(names)
        if n == 3:
            listed = f"`{names[0]}`, `{names[1]}` and `{names[2]}`"
    else:
        listed = f"`{names[0]}`, `{names[1]}`, `{names[2]}` and {n - 3} other field{'' if n == 4 else 's'}"
    plural = "" if n == 1 else "s"
    fcx.error(
        "E0063",
        f"missing field{plural} {listed} in initializer of `{fcx.tcx.format_ty(ty)}`",
        expr.path.span,
        f"missing {listed}",
    )


def report_private_missing(fcx: FnCtxt, expr: ast.StructExpr, adt: AdtDef, variant: VariantDef) -> None:
    """A struct with private fields can't be made here."""
    hidden = [f.name for f in variant.fields if not probe.is_accessible(fcx, f.def_)]
    used = tuple([Label(field.span, "private field") for field in expr.fields if field.ident.name in hidden])
    given = {field.ident.name for field in expr.fields}
    private = [name for name in hidden if name not in given]
    notes: tuple[str, ...] = ()
    if private:
        were = "that were" if len(private) > 1 else "that was"
        plural = "s" if len(private) > 1 else ""
        listed = f"`{private[0]}` and `{private[1]}`" if len(private) == 2 else _listed(private[:3])
        notes = (f"{'...and other ' if used else ''}private field{plural} {listed} {were} not provided",)
    message = f"cannot construct `{adt.def_.name}` with struct literal syntax due to private fields"
    fcx.error(None, message, expr.path.span, secondary=used, notes=notes)


def report_no_field(fcx: FnCtxt, expr: ast.FieldExpr, base: t.Ty, private: t.Adt | None) -> t.Ty:
    """E0609, E0610, E0615, E0616."""
    name = expr.ident.name
    base = fcx.resolve(base)
    if has_error(fcx, base):
        return t.ERROR  # type: ignore[no-any-return]
    span = expr.ident.span
    base_name = fcx.fmt_of(expr.expr, base)
    if private is not None:
        kind = fcx.tcx.adt_def(private.def_).kind.value
        return fcx.error(
            "E0616", f"field `{name}` of {kind} `{fcx.fmt(t.Adt(private.def_, ()))}` is private", span, "private field"
        )
    if probe.probe_exists(fcx, span, base, name):
        return fcx.error(
            "E0615", f"attempted to take value of method `{name}` on type `{base_name}`", span, "method, not a field"
        )
    if isinstance(base, t.Prim) and base is not t.STR:
        return fcx.error("E0610", f"`{base_name}` is a primitive type and therefore doesn't have fields", span)
    if isinstance(base, t.Infer):
        return fcx.error("E0610", f"`{base_name}` is a primitive type and therefore doesn't have fields", span)
    if isinstance(base, t.RawPtr):
        secondary = macro_variable(span, expr.span)
        return fcx.error("E0609", f"no field `{name}` on type `{base_name}`", span, "unknown field", secondary=secondary)
    notes: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    inner: t.Ty = base
    while isinstance(inner, t.Ref):
        inner = inner.ty
    secondary = macro_variable(span, expr.span)
    if isinstance(inner, t.Adt) and not fcx.tcx.adt_def(inner.def_).is_enum:
        variant = fcx.tcx.adt_def(inner.def_).non_enum_variant
        names = [f.name for f in variant.fields if probe.is_field_suggestable(fcx, f.def_, expr.span)]
        similar = best_match(names, name)
        if similar is not None:
            helps = ("a field with a similar name exists",)
        elif names:
            if len(names) > 5:
                shown = _listed(names[:5]) + f" ... and {len(names) - 5} others"
            else:
                shown = _listed(names)
            plural = "available fields are" if len(names) > 1 else "available field is"
            notes = (f"{plural}: {shown}",)
    elif isinstance(inner, t.Param):
        where = fcx.param_span(inner)
        if where is not None:
            named = not inner.name.startswith("impl ")
            secondary = (Label(where, f"type parameter '{inner.name}' declared here"),) if named else ()
    fcx.emit(
        Diagnostic("E0609", f"no field `{name}` on type `{base_name}`", (Label(span, "unknown field"),), secondary, notes, helps)
    )
    return t.ERROR  # type: ignore[no-any-return]
