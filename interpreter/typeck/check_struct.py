"""Struct literals and field access (rustc: expr.rs, `check_expr_struct`, `check_expr_field`)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.syntax import ast
from interpreter.typeck import check_expr, paths
from interpreter.typeck import ty as t
from interpreter.typeck.autoderef import Autoderef
from interpreter.typeck.defs import AdtDef, VariantDef
from interpreter.typeck.fn_ctxt import Expectation, FnCtxt, has_type, references_error
from interpreter.typeck.method import probe
from interpreter.typeck.results import StructInfo
from interpreter.typeck.traits.obligation import MiscCause
from interpreter.typeck.words import errors_expr, errors_struct


def check_struct_expr(fcx: FnCtxt, expr: ast.StructExpr, expected: Expectation) -> t.Ty:
    """`Path { a: 1, b, ..base }`."""
    found = paths.check_struct_path(fcx, expr.path)
    if found is None:
        for field in expr.fields:
            check_expr.check_expr(fcx, field.expr)
        if expr.base is not None:
            check_expr.check_expr(fcx, expr.base)
        return t.ERROR  # type: ignore[no-any-return]
    variant, ty = found
    fcx.results.structs[expr] = StructInfo(ty, variant.index)
    _check_fields(fcx, expr, ty, variant, expected)
    fcx.require_sized(ty, expr.span, MiscCause.STRUCT_INIT)
    return ty


def _check_fields(fcx: FnCtxt, expr: ast.StructExpr, ty: t.Adt, variant: VariantDef, expected: Expectation) -> None:
    wanted = expected.only_has_type(fcx)
    if isinstance(wanted, t.Adt) and wanted.def_ is ty.def_:
        # A hint for the fields; a mismatch is reported where the literal is coerced.
        fcx.infcx.sup(wanted, ty)
    if expr.rest_only:
        errors_expr.report_base_required(fcx, expr)
    adt = fcx.tcx.adt_def(ty.def_)
    given: dict[str, ast.FieldInit] = {}
    failed = False
    if len({field.name for field in variant.fields}) < len(variant.fields):
        fcx.tainted = True  # E0124: there is no telling one from the other.
    for field in expr.fields:
        name = field.ident.name
        index = variant.field_named(name)
        if index is None or name in given:
            failed = True
            if index is None:
                errors_struct.report_unknown_field(fcx, expr, ty, adt, variant, field, set(given))
            else:
                errors_struct.report_field_twice(fcx, field, given[name])
            check_expr.check_expr(fcx, field.expr)
            continue
        given[name] = field
        fcx.results.fields[field] = index
        definition = variant.fields[index]
        paths.check_field_access(fcx, definition, field.ident.span, ty)
        field_ty = fcx.normalize(field.span, definition.ty(fcx.tcx, ty.args))
        fcx.require_wf(field_ty, field.expr.span)
        value_ty = check_expr.check_expr(fcx, field.expr, has_type(field_ty))
        check_expr.demand_coerce(fcx, field.expr, value_ty, field_ty, struct_field=(expr, variant))
    if failed:
        if expr.base is not None:
            check_expr.check_expr(fcx, expr.base)
        fcx.tainted = True
        return
    if adt.is_union:
        if len(expr.fields) != 1:
            fcx.error("E0784", "union expressions should have exactly one field", expr.path.span)
        if expr.base is not None:
            _check_base(fcx, expr, ty, adt, variant)
        return
    if expr.rest_only:
        return
    if expr.base is not None:
        _check_base(fcx, expr, ty, adt, variant)
    else:
        missing = [f for f in variant.fields if f.name not in given]
        if missing:
            if not all(probe.is_accessible(fcx, f.def_) for f in variant.fields):
                errors_struct.report_private_missing(fcx, expr, adt, variant)
            else:
                errors_struct.report_missing_fields(fcx, expr, ty, missing)


def _check_base(fcx: FnCtxt, expr: ast.StructExpr, ty: t.Adt, adt: AdtDef, variant: VariantDef) -> None:
    """`..base`: of the same type."""
    assert expr.base is not None
    check_expr.check_expr_has_type(fcx, expr.base, ty)
    if not adt.is_struct:
        fcx.error("E0436", "functional record update syntax requires a struct", expr.base.span)
        return
    given = {f.ident.name for f in expr.fields}
    for definition in variant.fields:
        if definition.name not in given and not probe.is_accessible(fcx, definition.def_):
            message = f"field `{definition.name}` of struct `{adt.def_.name}` is private"
            label = Label(expr.base.span, f"field `{definition.name}` is private")
            fcx.privacy_errors.append(Diagnostic("E0451", message, (label,)))
    fcx.results.base_fields[expr] = [fcx.normalize(expr.span, f.ty(fcx.tcx, ty.args)) for f in variant.fields]


def _is_of_offset_of(fcx: FnCtxt, expr: ast.FieldExpr) -> bool:
    """Whether a field is one that `offset_of!` asks about, which looks through no pointers: one of a place that a macro of std
    made."""
    base: ast.Expr = expr
    while isinstance(base, ast.FieldExpr):
        base = base.expr
    return base.span.file.is_std and not fcx.owner.is_std


def check_field(fcx: FnCtxt, expr: ast.FieldExpr, _expected: Expectation) -> t.Ty:
    """`base.name` and `base.0`."""
    base_ty = check_expr.check_expr(fcx, expr.expr)
    if references_error(base_ty):
        return t.ERROR  # type: ignore[no-any-return]
    base_ty = fcx.structurally_resolve(expr.expr.span, base_ty)
    name = expr.ident.name
    private: t.Adt | None = None
    steps = Autoderef(fcx, expr.span, base_ty)
    for ty, n in steps:
        if n and _is_of_offset_of(fcx, expr):
            break
        if isinstance(ty, t.ErrorTy):
            return ty
        if isinstance(ty, t.Adt):
            adt = fcx.tcx.adt_def(ty.def_)
            if adt.is_enum:
                continue
            variant = adt.non_enum_variant
            if variant.recovered:
                fcx.tainted = True
                return t.ERROR  # type: ignore[no-any-return]
            index = variant.field_named(name)
            if index is None:
                continue
            field = variant.fields[index]
            if not probe.is_accessible(fcx, field.def_):
                private = private or ty
                continue
            fcx.apply_adjustments(expr.expr, steps.adjustments(n))
            fcx.results.fields[expr] = index
            return fcx.normalize(expr.span, field.ty(fcx.tcx, ty.args))
        if isinstance(ty, t.Tuple) and name.isdigit() and str(int(name)) == name and int(name) < len(ty.elems):
            fcx.apply_adjustments(expr.expr, steps.adjustments(n))
            fcx.results.fields[expr] = int(name)
            return ty.elems[int(name)]
    return errors_struct.report_no_field(fcx, expr, base_ty, private)
