"""Patterns against the type they match, with default binding modes (rustc: pat.rs; Reference: patterns, RFC 2005).

A non-reference pattern against a reference goes through it: the references passed are kept in `pat_adjustments`, and bindings
within bind by reference.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.records import Record, replace
from interpreter.resolve.defs import Def, DefKind, DefRes, ErrRes, LocalRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import check_expr, paths
from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import NO_EXPECTATION, FnCtxt, is_ty_var, references_error
from interpreter.typeck.results import BindingInfo, StructInfo
from interpreter.typeck.traits.obligation import MiscCause
from interpreter.typeck.words import errors_pat

if TYPE_CHECKING:
    from interpreter.typeck.defs import AdtDef, VariantDef


class PatInfo(Record, frozen=True):
    """What goes down with a pattern: the default binding mode (None = move, else by reference with that mutability), and what the
    messages need: the scrutinee's span or the type annotation's, and whether it is an annotation."""

    mode: bool | None
    origin: Span | None
    is_annotation: bool = False
    scrutinee: ast.Expr | None = None


def check_pat_top(
    fcx: FnCtxt, pat: ast.Pat, expected: t.Ty, origin: Span | None, *, annotation: bool = False, scrutinee: ast.Expr | None = None
) -> None:
    """Check a whole pattern against the type of what it matches."""
    saved, fcx.explicit_modes = fcx.explicit_modes, []
    check_pat(fcx, pat, expected, PatInfo(None, origin, annotation, scrutinee))
    if fcx.explicit_modes:
        errors_pat.report_2024_pattern(fcx, fcx.explicit_modes)
    fcx.explicit_modes = saved


def check_pat(fcx: FnCtxt, pat: ast.Pat, expected: t.Ty, info: PatInfo) -> None:
    """Check one pattern; records its type, the references it goes through, and how bindings bind."""
    while isinstance(pat, ast.ParenPat):
        pat = pat.pat
    adjust = _adjust_mode(fcx, pat)
    if adjust == "peel":
        expected, info = _peel_references(fcx, pat, expected, info)
    elif adjust == "reset":
        if info.mode is not None and isinstance(pat, ast.RefPat):
            fcx.explicit_modes.append(pat)
        info = replace(info, mode=None)
    ty = _check_kind(fcx, pat, expected, info)
    fcx.write_ty(pat, ty)


def _check_kind(fcx: FnCtxt, pat: ast.Pat, expected: t.Ty, info: PatInfo) -> t.Ty:
    match pat:
        case ast.WildPat() | ast.RestPat() | ast.NeverPat():
            return expected
        case ast.IdentPat():
            return _check_ident(fcx, pat, expected, info)
        case ast.LitPat():
            return _check_lit(fcx, pat, expected, info)
        case ast.RangePat():
            return _check_range(fcx, pat, expected, info)
        case ast.RefPat():
            return _check_ref(fcx, pat, expected, info)
        case ast.TuplePat():
            return _check_tuple(fcx, pat, expected, info)
        case ast.SlicePat():
            return _check_slice(fcx, pat, expected, info)
        case ast.PathPat():
            return _check_path(fcx, pat, pat.path, expected, info)
        case ast.TupleStructPat():
            return _check_tuple_struct(fcx, pat, expected, info)
        case ast.StructPat():
            return _check_struct(fcx, pat, expected, info)
        case ast.OrPat():
            for alt in pat.alts:
                check_pat(fcx, alt, expected, info)
            return expected
        case _:
            raise AssertionError(f"{type(pat).__name__} after expansion")


# ------------------------------------------------------------------------------------------------ binding modes


def _adjust_mode(fcx: FnCtxt, pat: ast.Pat) -> str:
    """What a pattern does to references it meets: "peel" them, "pass" them on, or "reset" the binding mode."""
    match pat:
        case ast.TuplePat() | ast.SlicePat() | ast.TupleStructPat() | ast.StructPat() | ast.RangePat():
            return "peel"
        case ast.LitPat():
            return "pass" if _is_str_like(pat.expr) else "peel"
        case ast.RefPat():
            return "reset"
        case ast.PathPat():
            res = fcx.path_res(pat.path)
            if isinstance(res.base, DefRes) and not res.unresolved and res.base.def_.kind is DefKind.CONST:
                return "pass"
            if res.unresolved:
                callee = paths.resolve_pat_path(fcx, pat.path)
                return "peel" if callee is not None and callee.def_.kind is DefKind.VARIANT else "pass"
            return "peel"
        case ast.IdentPat():
            pres = fcx.ident_pat_res(pat)
            if isinstance(pres, DefRes):
                return "pass" if pres.def_.kind is DefKind.CONST else "peel"
            return "pass"
        case _:
            return "pass"


def _is_str_like(expr: ast.Expr) -> bool:
    while isinstance(expr, (ast.Paren, ast.MacroExpansion)):
        expr = expr.expr
    if isinstance(expr, ast.BuiltinConst):
        expr = expr.lit
    return isinstance(expr, ast.Lit) and expr.kind in (ast.LitKind.STR, ast.LitKind.BYTE_STR)


def _peel_references(fcx: FnCtxt, pat: ast.Pat, expected: t.Ty, info: PatInfo) -> tuple[t.Ty, PatInfo]:
    expected = fcx.try_structurally_resolve(expected)
    mode = info.mode
    passed: list[t.Ty] = []
    while isinstance(expected, t.Ref):
        passed.append(expected)
        mode = expected.mutable if mode is None else (mode and expected.mutable)
        expected = fcx.try_structurally_resolve(expected.ty)
    if passed:
        fcx.results.pat_adjustments[pat] = passed
        info = replace(info, mode=mode)
    return expected, info


def _demand(
    fcx: FnCtxt, span: Span, expected: t.Ty, actual: t.Ty, info: PatInfo, named: Def | None = None, others: tuple[Label, ...] = ()
) -> bool:
    """The pattern's type must be what it matches. False if not (reported). `named`: what a pattern that is a path means;
    `others`: labels of other parts of it."""
    error = fcx.infcx.eq(expected, actual, fcx.cause(span))
    if error is None:
        return True
    errors_pat.report_pat_mismatch(fcx, span, expected, actual, error, info, named, others)
    return False


# ------------------------------------------------------------------------------------------------ bindings, literals


def _check_ident(fcx: FnCtxt, pat: ast.IdentPat, expected: t.Ty, info: PatInfo) -> t.Ty:
    res = fcx.ident_pat_res(pat)
    if isinstance(res, DefRes):
        return _check_named(fcx, pat, res.def_, paths.unit_path(fcx, pat, res), expected, info)
    local = res.local
    if pat.by_ref:
        by_ref: bool | None = pat.ref_mutable
        implicit = False
    elif pat.mutable:
        by_ref, implicit = None, False
    else:
        by_ref, implicit = info.mode, info.mode is not None
    if info.mode is not None and (pat.by_ref or pat.mutable):
        fcx.explicit_modes.append(pat)
    fcx.results.bindings[pat] = BindingInfo(by_ref, implicit)
    is_new = local not in fcx.results.local_tys
    local_ty = fcx.local_ty(local)
    bound = expected if by_ref is None else t.Ref(t.RE_ERASED, expected, by_ref)
    if is_new and pat not in fcx.param_types:  # whose types are looked at as written
        fcx.require_sized(local_ty, pat.span, MiscCause.SIZED_LOCAL)
    if local.node is pat or isinstance(local.node, ast.SelfParam):
        _demand(fcx, pat.span, bound, local_ty, info)
    else:
        error = fcx.infcx.eq(local_ty, bound, fcx.cause(pat.span))
        if error is not None:
            errors_pat.report_or_binding(fcx, pat, local, local_ty, bound, error)
    if pat.sub is not None:
        check_pat(fcx, pat.sub, expected, info)
    return local_ty


def _check_lit(fcx: FnCtxt, pat: ast.LitPat, expected: t.Ty, info: PatInfo) -> t.Ty:
    ty = _check_bound(fcx, pat.expr)
    if isinstance(ty, t.Ref) and isinstance(ty.ty, t.Array):
        wanted = fcx.try_structurally_resolve(expected)
        if isinstance(wanted, t.Ref) and isinstance(fcx.try_structurally_resolve(wanted.ty), t.Slice):
            ty = t.Ref(t.RE_ERASED, t.Slice(t.U8), False)
            fcx.write_ty(pat.expr, ty)
    return ty if _demand(fcx, pat.span, expected, ty, info) else t.ERROR


def _check_bound(fcx: FnCtxt, expr: ast.Expr) -> t.Ty:
    """A literal, with a `-` before it or not, or a path."""
    if not isinstance(expr, ast.Unary):
        return check_expr.check_expr(fcx, expr, NO_EXPECTATION)
    ty = check_expr.check_expr(fcx, expr.expr, NO_EXPECTATION)
    fcx.write_ty(expr, ty)
    fcx.register_bound(ty, fcx.tcx.lang_item("neg"), expr.span, MiscCause.MISC)
    return ty


def _check_range(fcx: FnCtxt, pat: ast.RangePat, expected: t.Ty, info: PatInfo) -> t.Ty:
    ends: list[tuple[ast.Expr, t.Ty, bool]] = []
    for end in (pat.lo, pat.hi):
        if end is None:
            continue
        ty = fcx.resolve(_check_bound(fcx, end))
        ok = t.is_integral(ty) or t.is_float(ty) or ty is t.CHAR or is_ty_var(ty) or references_error(ty)
        ends.append((end, ty, ok))
    if not all(ok for _, _, ok in ends):
        return errors_pat.report_range_ends(fcx, pat, ends)
    words = [Label(end.span, f"this is of type `{fcx.fmt_of(end, ty)}`") for end, ty, _ in ends]
    fitting = True
    for index, (end, ty, _) in enumerate(ends):
        others = (*words[:index], *words[index + 1 :])
        fitting = _demand(fcx, end.span, expected, ty, info, others=others) and fitting
    if not fitting:
        return t.ERROR  # type: ignore[no-any-return]
    resolved = fcx.structurally_resolve(pat.span, expected)
    if not (t.is_integral(resolved) or t.is_float(resolved) or resolved is t.CHAR or references_error(resolved)):
        return errors_pat.report_range_ends(fcx, pat, [(e, ty, False) for e, ty, _ in ends])
    return expected


# ------------------------------------------------------------------------------------------------ structure


def _check_ref(fcx: FnCtxt, pat: ast.RefPat, expected: t.Ty, info: PatInfo) -> t.Ty:
    expected = fcx.try_structurally_resolve(expected)
    if isinstance(expected, t.Ref) and expected.mutable == pat.mutable:
        check_pat(fcx, pat.pat, expected.ty, info)
        return expected
    inner = fcx.infcx.next_ty_var(pat.pat.span)
    ty = t.Ref(t.RE_ERASED, inner, pat.mutable)
    error = fcx.infcx.eq(expected, ty, fcx.cause(pat.span))
    if error is not None:
        errors_pat.report_ref_pat(fcx, pat, expected, ty, error, info)
        check_pat(fcx, pat.pat, t.ERROR, info)
        return t.ERROR  # type: ignore[no-any-return]
    check_pat(fcx, pat.pat, inner, info)
    return ty  # type: ignore[no-any-return]


def rest_position(elems: list[ast.Pat]) -> int | None:
    """Where the `..` stands among the elements of a tuple or tuple struct pattern."""
    return next((i for i, e in enumerate(elems) if isinstance(e, ast.RestPat)), None)


def enumerate_and_adjust(elems: list[ast.Pat], total: int) -> Iterator[tuple[int, ast.Pat]]:
    """(field index, pattern) for each element but the `..`; those after it count from the end."""
    rest = rest_position(elems)
    gap = total - (len(elems) - 1) if rest is not None else 0
    for i, elem in enumerate(elems):
        if rest is None or i < rest:
            yield i, elem
        elif i > rest:
            yield i - 1 + gap, elem


def _check_tuple(fcx: FnCtxt, pat: ast.TuplePat, expected: t.Ty, info: PatInfo) -> t.Ty:
    rest = rest_position(pat.elems)
    n = len(pat.elems) - (rest is not None)
    total = n
    if rest is not None:
        expected = fcx.structurally_resolve(pat.span, expected)
        if isinstance(expected, t.Tuple):
            total = max(n, len(expected.elems))
    tys = tuple([fcx.infcx.next_ty_var(pat.span) for _ in range(total)])
    ty = t.Tuple(tys)
    if not _demand(fcx, pat.span, expected, ty, info):
        for _, elem in enumerate_and_adjust(pat.elems, total):
            check_pat(fcx, elem, t.ERROR, info)
        return t.ERROR  # type: ignore[no-any-return]
    for i, elem in enumerate_and_adjust(pat.elems, total):
        check_pat(fcx, elem, tys[i], info)
    return ty  # type: ignore[no-any-return]


def _check_slice(fcx: FnCtxt, pat: ast.SlicePat, expected: t.Ty, info: PatInfo) -> t.Ty:
    expected = fcx.structurally_resolve(pat.span, expected)
    middle = next((i for i, e in enumerate(pat.elems) if is_rest(e)), None)
    # A second `..` was reported, and stands for nothing.
    fixed = sum(not is_rest(elem) for elem in pat.elems)
    slice_ty: t.Ty | None = None
    elem_ty: t.Ty
    if isinstance(expected, t.Array):
        elem_ty = expected.elem
        length = fcx.infcx.shallow_resolve_const(fcx.resolve(expected.len))
        slice_ty = t.ERROR
        if isinstance(length, t.ConstValue):
            total = int(length.value)
            if middle is None and total != fixed:
                errors_pat.report_array_len(fcx, pat, fixed, total, exact=True)
                elem_ty = t.ERROR
            elif total < fixed:
                errors_pat.report_array_len(fcx, pat, fixed, total, exact=False)
                elem_ty = t.ERROR
            else:
                slice_ty = t.Array(elem_ty, t.ConstValue(total - fixed, t.USIZE))
        elif middle is None:
            fcx.infcx.eq(length, t.ConstValue(fixed, t.USIZE))
            if not isinstance(length, t.ConstInfer) and not references_error(expected):
                errors_pat.report_array_unknown_len(fcx, pat)
        elif not references_error(expected):
            errors_pat.report_array_unknown_len(fcx, pat)
    elif isinstance(expected, t.Slice):
        elem_ty, slice_ty = expected.elem, expected
    else:
        if not references_error(expected):
            errors_pat.report_not_slice(fcx, pat, expected, info)
        elem_ty, slice_ty, expected = t.ERROR, t.ERROR, t.ERROR
    for elem in pat.elems:
        if is_rest(elem):
            _check_rest(fcx, elem, slice_ty if slice_ty is not None else t.ERROR, info)
        else:
            check_pat(fcx, elem, elem_ty, info)
    return expected


def is_rest(pat: ast.Pat) -> bool:
    """`..` or `x @ ..` in a slice pattern."""
    return isinstance(pat, ast.RestPat) or (isinstance(pat, ast.IdentPat) and isinstance(pat.sub, ast.RestPat))


def _check_rest(fcx: FnCtxt, pat: ast.Pat, slice_ty: t.Ty, info: PatInfo) -> None:
    check_pat(fcx, pat, slice_ty, info)


# ------------------------------------------------------------------------------------------------ paths and structs


def _check_path(fcx: FnCtxt, pat: ast.Pat, path: ast.Path, expected: t.Ty, info: PatInfo) -> t.Ty:
    res = fcx.path_res(path)
    if isinstance(res.base, ErrRes):
        return t.ERROR  # type: ignore[no-any-return]
    callee = paths.resolve_pat_path(fcx, path)
    if callee is None:
        return t.ERROR  # type: ignore[no-any-return]
    return _check_named(fcx, pat, callee.def_, paths.path_ty(fcx, path, callee), expected, info)


def _check_named(fcx: FnCtxt, pat: ast.Pat, def_: Def, ty: t.Ty, expected: t.Ty, info: PatInfo) -> t.Ty:
    """A constant, or a unit struct or variant."""
    if def_.kind in (DefKind.STRUCT, DefKind.VARIANT):
        variant = fcx.tcx.adt_def(def_).variant_of(def_)
        if variant.kind is not ast.VariantKind.UNIT:
            return errors_pat.report_expected_unit(fcx, pat, def_, variant)
        if isinstance(ty, t.Adt):
            fcx.results.structs[pat] = StructInfo(ty, variant.index)
    elif def_.kind not in (DefKind.CONST, DefKind.ASSOC_CONST):
        return errors_pat.report_expected_unit(fcx, pat, def_, None)
    return ty if _demand(fcx, pat.span, expected, ty, info, def_) else t.ERROR


def _check_all(fcx: FnCtxt, elems: list[ast.Pat], info: PatInfo) -> None:
    for elem in elems:
        if not isinstance(elem, ast.RestPat):
            check_pat(fcx, elem, t.ERROR, info)


def _check_tuple_struct(fcx: FnCtxt, pat: ast.TupleStructPat, expected: t.Ty, info: PatInfo) -> t.Ty:
    res = fcx.path_res(pat.path)
    if isinstance(res.base, ErrRes):
        _check_all(fcx, pat.elems, info)
        return t.ERROR  # type: ignore[no-any-return]
    callee = paths.resolve_pat_path(fcx, pat.path)
    if callee is None:
        _check_all(fcx, pat.elems, info)
        return t.ERROR  # type: ignore[no-any-return]
    def_ = callee.def_
    if def_.kind not in (DefKind.STRUCT, DefKind.VARIANT):
        _check_all(fcx, pat.elems, info)
        return errors_pat.report_not_tuple_struct(fcx, pat, def_)
    adt = fcx.tcx.adt_def(def_)
    variant = adt.variant_of(def_)
    if variant.kind is not ast.VariantKind.TUPLE:
        _check_all(fcx, pat.elems, info)
        return errors_pat.report_not_tuple_struct(fcx, pat, def_)
    ty = t.Adt(adt.def_, callee.args)
    fcx.results.structs[pat] = StructInfo(ty, variant.index)
    ok = _demand(fcx, pat.span, expected, ty, info)
    rest = rest_position(pat.elems)
    n = len(pat.elems) - (rest is not None)
    if n == len(variant.fields) or (n < len(variant.fields) and rest is not None):
        for i, elem in enumerate_and_adjust(pat.elems, len(variant.fields)):
            field = variant.fields[i]
            check_pat(fcx, elem, fcx.normalize(elem.span, field.ty(fcx.tcx, callee.args)), info)
    else:
        errors_pat.report_field_count(fcx, pat, adt, variant, n)
        _check_all(fcx, pat.elems, info)
        return t.ERROR  # type: ignore[no-any-return]
    return ty if ok else t.ERROR  # type: ignore[no-any-return]


def _check_struct(fcx: FnCtxt, pat: ast.StructPat, expected: t.Ty, info: PatInfo) -> t.Ty:
    found = paths.check_struct_path(fcx, pat.path)
    if found is None:
        _check_all(fcx, [f.pat for f in pat.fields], info)
        return t.ERROR  # type: ignore[no-any-return]
    variant, ty = found
    fcx.results.structs[pat] = StructInfo(ty, variant.index)
    ok = _demand(fcx, pat.span, expected, ty, info)
    return ty if _check_struct_fields(fcx, pat, ty, variant, info) and ok else t.ERROR


def _check_struct_fields(fcx: FnCtxt, pat: ast.StructPat, ty: t.Adt, variant: VariantDef, info: PatInfo) -> bool:
    used: dict[str, Span] = {}
    unknown: list[ast.FieldPat] = []
    ok = True
    for field in pat.fields:
        name = field.ident.name
        index = variant.field_named(name)
        if name in used:
            errors_pat.report_field_twice(fcx, field, used[name])
            check_pat(fcx, field.pat, t.ERROR, info)
            ok = False
            continue
        if index is None:
            unknown.append(field)
            check_pat(fcx, field.pat, t.ERROR, info)
            continue
        used[name] = field.span
        fcx.results.fields[field] = index
        paths.check_field_access(fcx, variant.fields[index], field.ident.span, ty)
        check_pat(fcx, field.pat, fcx.normalize(field.span, variant.fields[index].ty(fcx.tcx, ty.args)), info)
    missing = [f for f in variant.fields if f.name not in used]
    adt: AdtDef = fcx.tcx.adt_def(ty.def_)
    if pat.rest or adt.is_union:
        missing = []
    numbered = bool(pat.fields) and all(f.ident.name.isdigit() for f in pat.fields)
    if missing and variant.kind is ast.VariantKind.TUPLE and not numbered:
        errors_pat.report_tuple_as_struct(fcx, pat, adt, variant)
        ok = False
    elif unknown:
        errors_pat.report_unknown_fields(fcx, pat, adt, variant, unknown)
        if missing and not errors_pat.is_slip(unknown[-1], missing):
            errors_pat.report_missing_fields(fcx, pat, missing)
        ok = False
    elif missing:
        errors_pat.report_missing_fields(fcx, pat, missing)
        ok = False
    if adt.is_union:
        errors_pat.report_union_pattern(fcx, pat)
    return ok


def explicit_ref_binding(fcx: FnCtxt, pat: Any) -> bool | None:
    """Whether the pattern has a `ref` (False) or `ref mut` (True) binding written out; None without one."""
    found: bool | None = None
    stack = [pat]
    while stack:
        here = stack.pop()
        match here:
            case ast.IdentPat():
                if here.by_ref and isinstance(fcx.ident_pat_res(here), LocalRes):
                    if here.ref_mutable:
                        return True
                    found = False
                if here.sub is not None:
                    stack.append(here.sub)
            case ast.TuplePat() | ast.SlicePat() | ast.TupleStructPat():
                stack.extend(here.elems)
            case ast.StructPat():
                stack.extend(f.pat for f in here.fields)
            case ast.OrPat():
                stack.extend(here.alts)
            case ast.RefPat() | ast.ParenPat():
                stack.append(here.pat)
            case _:
                pass
    return found
