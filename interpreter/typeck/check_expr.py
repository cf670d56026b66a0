"""Expressions: the first pass, which infers their types (rustc: expr.rs).

`check_expr` gives an expression its type under an expectation and records it; `check_expr_coercible` then coerces it to what
the context must have. Control flow is in check_control.py, calls in callee.py, operators in operators.py, structs and fields in
check_struct.py.
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import Any
from interpreter.resolve.defs import LocalRes
from interpreter.syntax import ast
from interpreter.typeck import (
    callee,
    check_control,
    check_struct,
    closure,
    coerce,
    desugar,
    format_args,
    lower_body,
    operators,
    paths,
    place_op,
    places,
    same_region,
)
from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import (
    NO_EXPECTATION,
    Expectation,
    FnCtxt,
    TypeMismatch,
    has_type,
    references_error,
    rvalue_hint,
)
from interpreter.typeck.rare import cast
from interpreter.typeck.results import AdjustKind, Adjustment
from interpreter.typeck.traits.builtin import is_plainly_sized
from interpreter.typeck.traits.obligation import MiscCause
from interpreter.typeck.unreachable import always, either, warn_if_unreachable, warn_of_call
from interpreter.typeck.words import errors_cast, errors_expr, errors_mismatch


def check_expr(fcx: FnCtxt, expr: ast.Expr, expected: Expectation = NO_EXPECTATION) -> t.Ty:
    """The type of `expr` (before adjustments), which need not be what is expected."""
    if fcx.diverges:
        warn_if_unreachable(fcx, expr.span, "expression")
    outer_diverges, fcx.diverges = fcx.diverges, False
    checker = _CHECKERS.get(type(expr))
    if checker is None:
        raise UnsupportedError(type(expr).__name__, expr.span)
    ty = checker(fcx, expr, expected)
    if fcx.diverges:
        warn_of_call(fcx, expr)
    if not isinstance(expr, (ast.Paren, ast.MacroExpansion)):
        fcx.write_ty(expr, ty)
    if not fcx.diverges and fcx.shallow(ty) is t.NEVER and places.is_read_for_never(fcx, expr):
        fcx.diverges = always(expr.span)
    fcx.diverges = either(fcx.diverges, outer_diverges)
    return ty


def check_expr_mutable(fcx: FnCtxt, expr: ast.Expr, expected: Expectation = NO_EXPECTATION) -> t.Ty:
    """check_expr of a place that is borrowed mutably or assigned to."""
    ty = check_expr(fcx, expr, expected)
    place_op.convert_place_derefs_to_mutable(fcx, expr)
    return ty


def check_expr_has_type(fcx: FnCtxt, expr: ast.Expr, expected: t.Ty) -> t.Ty:
    """The expression must have this very type, without coercion (but `!` fits all)."""
    ty = check_expr(fcx, expr, has_type(expected))
    if fcx.shallow(ty) is t.NEVER and places.is_read_for_never(fcx, expr):
        if expected is t.NEVER:
            return ty
        fcx.apply_adjustments(expr, [Adjustment(AdjustKind.NEVER_TO_ANY, expected)])
        return expected
    error = fcx.infcx.sup(expected, ty, fcx.cause(expr.span))
    if error is not None:
        errors_mismatch.report_mismatch(fcx, expr.span, expected, ty, error, expr=expr)
        return t.ERROR  # type: ignore[no-any-return]
    return ty


def check_expr_coercible(fcx: FnCtxt, expr: ast.Expr, expected: t.Ty, **notes: Any) -> t.Ty:
    """The expression is coerced to `expected`."""
    ty = check_expr(fcx, expr, has_type(expected))
    return demand_coerce(fcx, expr, ty, expected, **notes)


def demand_coerce(fcx: FnCtxt, expr: ast.Expr, ty: t.Ty, expected: t.Ty, *, two_phase: bool = False, **notes: Any) -> t.Ty:
    """Coerce the checked expression, or report E0308 and go on with what is expected."""
    expected = fcx.resolve_with_obligations(expected)
    try:
        return coerce.coerce(fcx, expr, ty, expected, allow_two_phase=two_phase)
    except TypeMismatch as mismatch:
        fcx.tainted = True
        errors_mismatch.report_mismatch(
            fcx, expr.span, expected, fcx.resolve_with_obligations(ty), mismatch.error, expr=expr, **notes
        )
        return expected


# ------------------------------------------------------------------------------------------------ literals and paths


def check_lit(fcx: FnCtxt, lit: ast.Lit, expected: Expectation) -> t.Ty:
    """The type of a literal."""
    kind = lit.kind
    if kind is ast.LitKind.INT:
        if lit.suffix:
            return t.PRIM[lit.suffix]
        hint = expected.to_option(fcx)
        if hint is not None:
            if t.is_integral(hint):
                return hint
            if hint is t.CHAR:
                return t.U8
            if isinstance(hint, (t.RawPtr, t.FnDef, t.FnPtr)):
                return t.USIZE
        return fcx.infcx.next_int_var(lit.span)
    if kind is ast.LitKind.FLOAT:
        if lit.suffix:
            return t.PRIM[lit.suffix]
        hint = expected.to_option(fcx)
        return hint if hint is not None and t.is_float(hint) else fcx.infcx.next_float_var(lit.span)
    if kind is ast.LitKind.STR:
        return t.Ref(t.RE_ERASED, t.STR, False)  # type: ignore[no-any-return]
    if kind is ast.LitKind.BOOL:
        return t.BOOL
    if kind is ast.LitKind.CHAR:
        return t.CHAR
    if kind is ast.LitKind.BYTE:
        return t.U8
    if kind is ast.LitKind.BYTE_STR:
        assert isinstance(lit.value, bytes)
        return t.Ref(t.RE_ERASED, t.Array(t.U8, t.ConstValue(len(lit.value), t.USIZE)), False)  # type: ignore[no-any-return]
    assert kind is ast.LitKind.C_STR
    return t.Ref(t.RE_ERASED, t.Adt(fcx.tcx.lang_item("CStr"), ()), False)  # type: ignore[no-any-return]


def _check_builtin_const(fcx: FnCtxt, expr: ast.BuiltinConst, expected: Expectation) -> t.Ty:
    return check_lit(fcx, expr.lit, expected)


def _check_err(fcx: FnCtxt, _expr: ast.ErrExpr, _expected: Expectation) -> t.Ty:
    fcx.tainted = True
    return t.ERROR  # type: ignore[no-any-return]


def _check_paren(fcx: FnCtxt, expr: ast.Paren | ast.MacroExpansion, expected: Expectation) -> t.Ty:
    return check_expr(fcx, expr.expr, expected)


def _check_path(fcx: FnCtxt, expr: ast.PathExpr, _expected: Expectation) -> t.Ty:
    ty = paths.check_value_path(fcx, expr)
    return ty


# ------------------------------------------------------------------------------------------------ references and derefs


def _check_addr_of(fcx: FnCtxt, expr: ast.AddrOf, expected: Expectation) -> t.Ty:
    wanted = expected.only_has_type(fcx)
    hint = NO_EXPECTATION
    if isinstance(wanted, (t.Ref, t.RawPtr)):
        if places.is_syntactic_place(fcx, expr.expr):
            hint = has_type(wanted.ty)
        else:
            hint = rvalue_hint(fcx, wanted.ty)
    ty = check_expr_mutable(fcx, expr.expr, hint) if expr.mutable else check_expr(fcx, expr.expr, hint)
    if references_error(ty):
        return t.ERROR  # type: ignore[no-any-return]
    if expr.raw:
        if not places.is_syntactic_place(fcx, expr.expr):
            fcx.error("E0745", "cannot take address of a temporary", expr.expr.span, "temporary value")
        return t.RawPtr(ty, expr.mutable)  # type: ignore[no-any-return]
    return t.Ref(t.RE_ERASED, ty, expr.mutable)  # type: ignore[no-any-return]


def _check_unary(fcx: FnCtxt, expr: ast.Unary, expected: Expectation) -> t.Ty:
    inner = NO_EXPECTATION if expr.op is ast.UnOp.DEREF else expected
    ty = check_expr(fcx, expr.expr, inner)
    if references_error(ty):
        return t.ERROR  # type: ignore[no-any-return]
    if expr.op is ast.UnOp.DEREF:
        ty = fcx.structurally_resolve(expr.span, ty)
        if references_error(ty):
            return t.ERROR  # type: ignore[no-any-return]
        target = place_op.lookup_derefing(fcx, expr, ty)
        if target is None:
            name = fcx.fmt_of(expr.expr, ty)
            return fcx.error("E0614", f"type `{name}` cannot be dereferenced", expr.span, "can't be dereferenced")
        return target
    ty = fcx.try_structurally_resolve(ty)
    builtin = t.is_integral(ty) or ty is t.BOOL if expr.op is ast.UnOp.NOT else t.is_integral(ty) or t.is_float(ty)
    if builtin:
        if expr.op is ast.UnOp.NEG:
            operators.defer_negation_check(fcx, expr, ty)
        return ty
    return operators.check_unary_overloaded(fcx, expr, ty)


def _check_index(fcx: FnCtxt, expr: ast.Index, _expected: Expectation) -> t.Ty:
    base_ty = check_expr(fcx, expr.expr)
    index_ty = check_expr(fcx, expr.index)
    if references_error(base_ty) or references_error(index_ty):
        return t.ERROR  # type: ignore[no-any-return]
    base_ty = fcx.structurally_resolve(expr.expr.span, base_ty)
    if references_error(base_ty):
        return t.ERROR  # type: ignore[no-any-return]
    found = place_op.lookup_indexing(fcx, expr, base_ty, index_ty)
    if found is None:
        return errors_expr.report_cannot_index(fcx, expr, base_ty)
    wanted, element = found
    demand_coerce(fcx, expr.index, index_ty, wanted)
    errors = fcx.infcx.select_where_possible()
    if errors:
        errors_expr.point_at_index(fcx, errors, expr.index.span)
        fcx.report_fulfillment(errors)
    return element


# ------------------------------------------------------------------------------------------------ aggregates


def _check_tuple(fcx: FnCtxt, expr: ast.Tuple, expected: Expectation) -> t.Ty:
    wanted = expected.only_has_type(fcx)
    hints: tuple[t.Ty, ...] = ()
    if wanted is not None:
        resolved = fcx.try_structurally_resolve(wanted)
        if isinstance(resolved, t.Tuple) and len(resolved.elems) == len(expr.elems):
            hints = resolved.elems
    tys: list[t.Ty] = []
    for i, elem in enumerate(expr.elems):
        if hints:
            ty = check_expr_coercible(fcx, elem, hints[i])
            tys.append(ty if references_error(ty) else hints[i])
        else:
            tys.append(check_expr(fcx, elem))
    if any(references_error(ty) for ty in tys):
        return t.ERROR  # type: ignore[no-any-return]
    made = t.Tuple(tuple(tys))
    if tys and not is_plainly_sized(fcx.tcx, fcx.shallow(tys[-1])):
        fcx.require_sized(made, expr.span, MiscCause.TUPLE_INIT)
    return made  # type: ignore[no-any-return]


def _elem_hint(fcx: FnCtxt, expected: Expectation) -> t.Ty | None:
    wanted = expected.to_option(fcx)
    if wanted is None:
        return None
    wanted = fcx.try_structurally_resolve(wanted)
    return wanted.elem if isinstance(wanted, (t.Array, t.Slice)) else None


def _check_array(fcx: FnCtxt, expr: ast.Array, expected: Expectation) -> t.Ty:
    hint = _elem_hint(fcx, expected)
    length = t.ConstValue(len(expr.elems), t.USIZE)
    if not expr.elems:
        unknown = hint if hint is not None else fcx.infcx.next_ty_var(expr.span)
        return t.Array(unknown, length)  # type: ignore[no-any-return]
    many = coerce.CoerceMany.of(fcx, hint, expr.span)
    for elem in expr.elems:
        ty = check_expr(fcx, elem, has_type(many.expected_ty))
        many.coerce(fcx, coerce.SiteCause("array", elem.span), elem, ty)
    elem_ty = many.complete(fcx)
    return t.Array(elem_ty, length)  # type: ignore[no-any-return]


def _check_repeat(fcx: FnCtxt, expr: ast.Repeat, expected: Expectation) -> t.Ty:
    ctxt = lower_body.BodyCtxt(fcx)
    count = ctxt.lower_anon_const(expr.count, t.USIZE, expr.span)
    fcx.results.repeat_counts[expr] = count
    hint = _elem_hint(fcx, expected)
    if hint is not None:
        elem_ty = check_expr_coercible(fcx, expr.elem, hint)
        elem_ty = elem_ty if references_error(elem_ty) else hint
    else:
        elem_ty = fcx.infcx.next_ty_var(expr.elem.span)
        if references_error(check_expr_has_type(fcx, expr.elem, elem_ty)):
            return t.ERROR  # type: ignore[no-any-return]
    if references_error(elem_ty):
        return t.ERROR  # type: ignore[no-any-return]
    _require_repeatable(fcx, expr, count, elem_ty)
    return t.Array(elem_ty, count)  # type: ignore[no-any-return]


def _require_repeatable(fcx: FnCtxt, expr: ast.Repeat, count: t.Const, elem_ty: t.Ty) -> None:
    """The element must be Copy unless it is a constant or repeated at most once (Reference: array expressions)."""
    value = expr.elem
    while isinstance(value, (ast.Paren, ast.MacroExpansion)):
        value = value.expr
    if isinstance(value, ast.BlockExpr) and value.const:
        return
    if isinstance(value, ast.PathExpr) and not isinstance(fcx.path_res(value.path).base, LocalRes):
        found = fcx.results.paths.get(value.path)
        if found is not None and found.def_.kind.name in ("CONST", "ASSOC_CONST"):
            return

    def check() -> None:
        known = fcx.infcx.resolve_vars_if_possible(count)
        if isinstance(known, t.ConstValue) and known.value <= 1:
            return
        ty = fcx.resolve(elem_ty)
        if ty not in fcx.repeated:
            fcx.repeated.add(ty)
            fcx.register_bound(ty, fcx.tcx.lang_item("copy"), expr.elem.span, MiscCause.REPEAT_ELEM)

    fcx.deferred_checks.append(check)


# ------------------------------------------------------------------------------------------------ assignment, cast


def _check_assign(fcx: FnCtxt, expr: ast.Assign, expected: Expectation) -> t.Ty:
    if desugar.is_destructuring(fcx, expr.lhs):
        return check_expr(fcx, desugar.destructuring_assignment(fcx, expr), NO_EXPECTATION)
    wanted = expected.only_has_type(fcx)
    if wanted is t.BOOL:
        return errors_expr.report_assign_as_bool(fcx, expr)
    lhs_ty = check_expr_mutable(fcx, expr.lhs)
    if not places.is_syntactic_place(fcx, expr.lhs):
        errors_expr.report_invalid_lhs(fcx, expr.lhs, expr.eq_span, "E0070", "invalid left-hand side of assignment")
        check_expr(fcx, expr.rhs, has_type(lhs_ty))
        return t.ERROR  # type: ignore[no-any-return]
    same_region.note_expected(fcx, expr.rhs, fcx.expr_regions.ty_of(expr.lhs))
    rhs_ty = check_expr_coercible(fcx, expr.rhs, lhs_ty, assigned=expr.lhs)
    fcx.require_sized(lhs_ty, expr.lhs.span, MiscCause.MISC)
    if references_error(lhs_ty) or references_error(rhs_ty):
        return t.ERROR  # type: ignore[no-any-return]
    return t.UNIT  # type: ignore[no-any-return]


def _check_underscore(fcx: FnCtxt, expr: ast.Underscore, _expected: Expectation) -> t.Ty:
    return fcx.error(
        None, "in expressions, `_` can only be used on the left-hand side of an assignment", expr.span, "`_` not allowed here"
    )


def _check_cast(fcx: FnCtxt, expr: ast.Cast, _expected: Expectation) -> t.Ty:
    target, user = lower_body.lower_ty(fcx, expr.ty, "cast expression types")
    target = fcx.resolve(target)
    source = check_expr(fcx, expr.expr, Expectation("castable", target))
    source = fcx.resolve_with_obligations(source)
    target = fcx.resolve(target)
    fcx.results.user_tys[expr] = user
    if isinstance(target, (t.Slice, t.Dynamic)):
        errors_cast.report_unsized(fcx, expr, source, target)
        return t.ERROR  # type: ignore[no-any-return]
    if references_error(source) or references_error(target):
        return t.ERROR  # type: ignore[no-any-return]
    fcx.deferred_casts.append(cast.DeferredCast(expr, source, target))
    return target


def _check_desugared(fcx: FnCtxt, expr: Any, expected: Expectation) -> t.Ty:
    return check_expr(fcx, desugar.desugar(fcx, expr), expected)


def _check_async_block(fcx: FnCtxt, expr: ast.AsyncBlock, expected: Expectation) -> t.Ty:
    """What is expected of it can't be the type of another block."""
    wanted = expected.only_has_type(fcx)
    if isinstance(wanted, t.Adt) and fcx.tcx.is_lang_item(wanted.def_, "async_block_type"):
        expected = NO_EXPECTATION
    return _check_desugared(fcx, expr, expected)


def _check_await(fcx: FnCtxt, expr: ast.Await, expected: Expectation) -> t.Ty:
    if expr not in fcx.tcx.resolution.misplaced_awaits:
        return _check_desugared(fcx, expr, expected)
    fcx.results.desugared[expr] = ast.ErrExpr(span=expr.span)
    check_expr(fcx, expr.expr, NO_EXPECTATION)
    fcx.tainted = True
    return t.ERROR  # type: ignore[no-any-return]


_Checker = Callable[[FnCtxt, Any, Expectation], t.Ty]
_CHECKERS: dict[type, _Checker] = {
    ast.Lit: check_lit,
    ast.BuiltinConst: _check_builtin_const,
    ast.ErrExpr: _check_err,
    ast.Paren: _check_paren,
    ast.MacroExpansion: _check_paren,
    ast.PathExpr: _check_path,
    ast.AddrOf: _check_addr_of,
    ast.Unary: _check_unary,
    ast.Index: _check_index,
    ast.Tuple: _check_tuple,
    ast.Array: _check_array,
    ast.Repeat: _check_repeat,
    ast.Assign: _check_assign,
    ast.Underscore: _check_underscore,
    ast.Cast: _check_cast,
    ast.Range: _check_desugared,
    ast.For: _check_desugared,
    ast.While: _check_desugared,
    ast.Try: _check_desugared,
    ast.AsyncBlock: _check_async_block,
    ast.Await: _check_await,
    ast.Binary: lambda fcx, e, x: operators.check_binary(fcx, e, x),
    ast.AssignOp: lambda fcx, e, x: operators.check_assign_op(fcx, e, x),
    ast.Call: lambda fcx, e, x: callee.check_call(fcx, e, x),
    ast.MethodCall: lambda fcx, e, x: callee.check_method_call(fcx, e, x),
    ast.FieldExpr: lambda fcx, e, x: check_struct.check_field(fcx, e, x),
    ast.StructExpr: lambda fcx, e, x: check_struct.check_struct_expr(fcx, e, x),
    ast.BlockExpr: lambda fcx, e, x: check_control.check_block_expr(fcx, e, x),
    ast.LetExpr: lambda fcx, e, x: check_control.check_let_expr(fcx, e, x),
    ast.If: lambda fcx, e, x: check_control.check_if(fcx, e, x),
    ast.Loop: lambda fcx, e, x: check_control.check_loop(fcx, e, x),
    ast.Match: lambda fcx, e, x: check_control.check_match(fcx, e, x),
    ast.Break: lambda fcx, e, x: check_control.check_break(fcx, e, x),
    ast.Continue: lambda fcx, e, x: check_control.check_continue(fcx, e, x),
    ast.Return: lambda fcx, e, x: check_control.check_return(fcx, e, x),
    ast.Closure: lambda fcx, e, x: closure.check_closure(fcx, e, x),
    ast.FormatArgs: lambda fcx, e, x: format_args.check_format_args(fcx, e, x),
}
