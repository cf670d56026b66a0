"""Operators: built in on primitives, by their traits on everything else (rustc: op.rs).

An operator is looked up as a method of its trait; if both sides turn out to be scalars, the built-in meaning is enforced (which
also gives integer literals their types) and thir_build.py makes no call of it.
"""

from __future__ import annotations

from interpreter.syntax import ast
from interpreter.syntax.ast import BinOp
from interpreter.typeck import check_expr, place_op, places
from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import Expectation, FnCtxt, has_type, is_ty_var, references_error
from interpreter.typeck.results import AdjustKind, Adjustment, MethodCallee
from interpreter.typeck.words import errors_mismatch, errors_op

_METHODS = {
    BinOp.ADD: "add", BinOp.SUB: "sub", BinOp.MUL: "mul", BinOp.DIV: "div", BinOp.REM: "rem", BinOp.BIT_AND: "bitand",
    BinOp.BIT_OR: "bitor", BinOp.BIT_XOR: "bitxor", BinOp.SHL: "shl", BinOp.SHR: "shr",
}  # fmt: skip
_COMPARISONS = {
    BinOp.EQ: ("eq", "eq"), BinOp.NE: ("eq", "ne"), BinOp.LT: ("partial_ord", "lt"), BinOp.LE: ("partial_ord", "le"),
    BinOp.GT: ("partial_ord", "gt"), BinOp.GE: ("partial_ord", "ge"),
}  # fmt: skip
_SHIFTS = (BinOp.SHL, BinOp.SHR)
_BITWISE = (BinOp.BIT_AND, BinOp.BIT_OR, BinOp.BIT_XOR)


def is_comparison(op: BinOp) -> bool:
    """`==` and its kin, which take their operands by reference."""
    return op in _COMPARISONS


def is_scalar(ty: t.Ty) -> bool:
    """Compared and computed with without any trait (rustc: `Ty::is_scalar`)."""
    if isinstance(ty, t.Prim):
        return ty not in (t.STR, t.NEVER)
    if isinstance(ty, t.Infer):
        return ty.kind != "ty"
    return isinstance(ty, (t.RawPtr, t.FnDef, t.FnPtr))


def trait_method(fcx: FnCtxt, op: BinOp, *, assign: bool = False) -> object:
    """The trait method that overloads an operator."""
    if op in _COMPARISONS:
        trait, name = _COMPARISONS[op]
        trait_def = fcx.tcx.lang_item(trait)
        return next(i.def_ for i in fcx.tcx.associated_items(trait_def) if i.name == name)
    return fcx.tcx.lang_item(_METHODS[op] + ("_assign_fn" if assign else "_fn"))


def check_binary(fcx: FnCtxt, expr: ast.Binary, expected: Expectation) -> t.Ty:
    """`a op b`."""
    op = expr.op
    if op in (BinOp.AND, BinOp.OR):
        is_bool = check_expr.check_expr_coercible(fcx, expr.lhs, t.BOOL) is t.BOOL
        lhs_diverges = fcx.diverges
        check_expr.check_expr_coercible(fcx, expr.rhs, t.BOOL, binop=expr if is_bool else None)
        fcx.diverges = lhs_diverges
        return t.BOOL
    lhs_ty = check_expr.check_expr(fcx, expr.lhs)
    fresh = fcx.infcx.next_ty_var(expr.lhs.span)
    lhs_ty = check_expr.demand_coerce(fcx, expr.lhs, lhs_ty, fresh)
    lhs_ty = fcx.resolve_with_obligations(lhs_ty)
    if is_scalar(lhs_ty) and not isinstance(lhs_ty, t.FnDef) and not _user_impl_on_prim(fcx, op):
        return _check_scalar_lhs(fcx, expr, lhs_ty)
    lhs_ty, rhs_ty, output = _check_overloaded(fcx, expr, lhs_ty, assign=False)
    if references_error(rhs_ty):
        return output
    if not is_ty_var(lhs_ty) and not is_ty_var(rhs_ty) and _is_builtin(fcx, lhs_ty, rhs_ty, op):
        builtin = _enforce_builtin(fcx, expr, lhs_ty, rhs_ty)
        fcx.eq_or_report(expr.span, builtin, output)
        return builtin
    return output


def _user_impl_on_prim(fcx: FnCtxt, op: BinOp) -> bool:
    """Whether the user's crate implements the operator's trait for a primitive."""
    trait = fcx.tcx.lang_item(_COMPARISONS[op][0] if op in _COMPARISONS else _METHODS[op])

    def compute() -> bool:
        impls = (slot.def_ for _, slot in fcx.tcx.std.known_impls() if slot.head is None)
        for impl in impls:
            ref = fcx.tcx.impl_trait_ref(impl)
            if ref is not None and ref.trait is trait and isinstance(ref.self_ty, t.Prim):
                return True
        return False

    return fcx.tcx.query("user_op_impls_on_prims", trait, compute)


def _check_scalar_lhs(fcx: FnCtxt, expr: ast.Binary, lhs_ty: t.Ty) -> t.Ty:
    """The usual case, a scalar on the left, without asking the trait system unless the right side isn't a scalar too."""
    op = expr.op
    unique = op in _COMPARISONS and isinstance(lhs_ty, (t.Prim, t.RawPtr, t.FnPtr))
    if unique:
        # A primitive or pointer is comparable with its own type only.
        check_expr.check_expr_coercible(fcx, expr.rhs, lhs_ty, binop=expr)
        return t.BOOL
    registered = fcx.infcx.fulfillment.count
    rhs_ty = check_expr.check_expr(fcx, expr.rhs)
    fresh = fcx.infcx.next_ty_var(expr.rhs.span)
    rhs_ty = fcx.resolve_with_obligations(check_expr.demand_coerce(fcx, expr.rhs, rhs_ty, fresh))
    if references_error(rhs_ty):
        return t.ERROR  # type: ignore[no-any-return]
    if is_scalar(rhs_ty) and _is_builtin(fcx, lhs_ty, rhs_ty, op) and (op in _SHIFTS or fcx.infcx.can_eq(lhs_ty, rhs_ty)):
        return _enforce_builtin(fcx, expr, lhs_ty, rhs_ty)
    with fcx.infcx.fulfillment.registering_as_of(registered):
        callee = place_op.lookup_method_in_trait(fcx, expr.op_span, trait_method(fcx, op), lhs_ty, (rhs_ty,))  # type: ignore[arg-type]
    if callee is None:
        if is_scalar(rhs_ty) and _is_builtin(fcx, lhs_ty, rhs_ty, op):
            if isinstance(lhs_ty, t.Infer):
                errors_op.report_unimplemented(fcx, expr, lhs_ty, rhs_ty)
            _report_scalars(fcx, expr, lhs_ty, rhs_ty)
            return _builtin_result(op, lhs_ty)
        if _fits_scalar(fcx, expr, lhs_ty, rhs_ty):
            return _builtin_result(op, lhs_ty)
        return errors_op.report_binary(fcx, expr, lhs_ty, rhs_ty, assign=False)
    fcx.select_where_possible()
    if op in _COMPARISONS:
        _autoref_operands(fcx, expr.lhs, expr.rhs, callee)
    fcx.write_method_call(expr, callee)
    if _is_builtin(fcx, lhs_ty, rhs_ty, op):
        builtin = _enforce_builtin(fcx, expr, lhs_ty, rhs_ty)
        fcx.eq_or_report(expr.span, builtin, callee.sig.output)
        return builtin
    return callee.sig.output


def _builtin_result(op: BinOp, lhs_ty: t.Ty) -> t.Ty:
    return t.BOOL if op in _COMPARISONS else lhs_ty


def _fits_scalar(fcx: FnCtxt, expr: ast.Binary, lhs_ty: t.Ty, rhs_ty: t.Ty) -> bool:
    return is_ty_var(rhs_ty) and fcx.infcx.eq(lhs_ty, rhs_ty) is None and expr is not None


def _report_scalars(fcx: FnCtxt, expr: ast.Binary, lhs_ty: t.Ty, rhs_ty: t.Ty) -> None:
    """Two different scalar types: both that they differ and that there is no such operator."""
    error = fcx.infcx.sup(lhs_ty, rhs_ty, fcx.cause(expr.rhs.span))
    if error is not None:
        errors_mismatch.report_mismatch(fcx, expr.rhs.span, lhs_ty, rhs_ty, error, expr=expr.rhs)
        if expr.op not in _COMPARISONS:
            errors_op.report_unimplemented(fcx, expr, lhs_ty, rhs_ty)


def _check_overloaded(fcx: FnCtxt, expr: ast.Binary | ast.AssignOp, lhs_ty: t.Ty, *, assign: bool) -> tuple[t.Ty, t.Ty, t.Ty]:
    """The types of both sides and of the result, by the operator's trait."""
    rhs_var = fcx.infcx.next_ty_var(expr.rhs.span)
    if references_error(lhs_ty):
        check_expr.check_expr(fcx, expr.rhs)
        return t.ERROR, t.ERROR, t.ERROR
    method = trait_method(fcx, expr.op, assign=assign)
    callee = place_op.lookup_method_in_trait(fcx, expr.op_span, method, lhs_ty, (rhs_var,))  # type: ignore[arg-type]
    if callee is not None:
        fcx.select_where_possible()
    rhs_ty = check_expr.check_expr(fcx, expr.rhs, has_type(rhs_var))
    same = fcx.resolve(rhs_var) is lhs_ty and isinstance(expr, ast.Binary)
    rhs_ty = check_expr.demand_coerce(fcx, expr.rhs, rhs_ty, rhs_var, binop=expr if same else None)
    rhs_ty = fcx.resolve_with_obligations(rhs_ty)
    if callee is None:
        if not references_error(rhs_ty):
            if is_ty_var(lhs_ty):
                fcx.structurally_resolve(expr.lhs.span, lhs_ty)
            else:
                errors_op.report_binary(fcx, expr, lhs_ty, rhs_ty, assign=assign)
        return lhs_ty, rhs_ty, t.ERROR
    if assign:
        self_ty = callee.sig.inputs[0]
        if isinstance(self_ty, t.Ref):
            fcx.apply_adjustments(expr.lhs, [Adjustment(AdjustKind.BORROW, self_ty, mutable=True, two_phase=True)])
    elif expr.op in _COMPARISONS:
        _autoref_operands(fcx, expr.lhs, expr.rhs, callee)
    fcx.write_method_call(expr, callee)
    return lhs_ty, rhs_ty, callee.sig.output


def _autoref_operands(fcx: FnCtxt, lhs: ast.Expr, rhs: ast.Expr, callee: MethodCallee) -> None:
    for operand, ty in zip((lhs, rhs), callee.sig.inputs, strict=True):
        if isinstance(ty, t.Ref):
            fcx.apply_adjustments(operand, [Adjustment(AdjustKind.BORROW, ty)])


def _deref_if_ref(fcx: FnCtxt, ty: t.Ty) -> t.Ty:
    return fcx.shallow(ty.ty) if isinstance(ty, t.Ref) else ty


def _is_builtin(fcx: FnCtxt, lhs: t.Ty, rhs: t.Ty, op: BinOp) -> bool:
    """Whether the operator on these types (or references to them) has a built-in meaning."""
    lhs, rhs = _deref_if_ref(fcx, lhs), _deref_if_ref(fcx, rhs)
    if references_error(lhs) or references_error(rhs):
        return True
    if op in _SHIFTS:
        return t.is_integral(lhs) and t.is_integral(rhs)
    if op in _BITWISE:
        return (t.is_integral(lhs) and t.is_integral(rhs)) or (lhs is t.BOOL and rhs is t.BOOL)
    if op in _COMPARISONS:
        return is_scalar(lhs) and is_scalar(rhs)
    return (t.is_integral(lhs) and t.is_integral(rhs)) or (t.is_float(lhs) and t.is_float(rhs))


def _enforce_builtin(fcx: FnCtxt, expr: ast.Binary | ast.AssignOp, lhs: t.Ty, rhs: t.Ty) -> t.Ty:
    """Both sides have the same type (but for shifts); the result's type."""
    lhs, rhs = _deref_if_ref(fcx, lhs), _deref_if_ref(fcx, rhs)
    if expr.op in _SHIFTS:
        return lhs
    error = fcx.infcx.sup(lhs, rhs, fcx.cause(expr.rhs.span))
    if error is not None:
        errors_mismatch.report_mismatch(fcx, expr.rhs.span, lhs, rhs, error, expr=expr.rhs)
    return t.BOOL if expr.op in _COMPARISONS else lhs


def check_assign_op(fcx: FnCtxt, expr: ast.AssignOp, _expected: Expectation) -> t.Ty:
    """`a op= b`."""
    lhs_ty = check_expr.check_expr(fcx, expr.lhs)
    lhs_ty = fcx.resolve_with_obligations(lhs_ty)
    op = expr.op
    if is_scalar(lhs_ty) and not _user_impl_on_prim(fcx, op):
        rhs_ty = check_expr.check_expr(fcx, expr.rhs)
        fresh = fcx.infcx.next_ty_var(expr.rhs.span)
        rhs_ty = fcx.resolve_with_obligations(check_expr.demand_coerce(fcx, expr.rhs, rhs_ty, fresh))
        if is_scalar(rhs_ty) and _is_builtin(fcx, lhs_ty, rhs_ty, op) and (op in _SHIFTS or fcx.infcx.can_eq(lhs_ty, rhs_ty)):
            _enforce_builtin(fcx, expr, lhs_ty, rhs_ty)
        elif is_ty_var(rhs_ty):
            fcx.infcx.eq(lhs_ty, rhs_ty)
        elif not references_error(rhs_ty):
            method = trait_method(fcx, op, assign=True)
            callee = place_op.lookup_method_in_trait(fcx, expr.op_span, method, lhs_ty, (rhs_ty,))  # type: ignore[arg-type]
            if callee is not None:
                fcx.select_where_possible()
                fcx.apply_adjustments(
                    expr.lhs, [Adjustment(AdjustKind.BORROW, callee.sig.inputs[0], mutable=True, two_phase=True)]
                )
                fcx.write_method_call(expr, callee)
                if _is_builtin(fcx, lhs_ty, rhs_ty, op):
                    _enforce_builtin(fcx, expr, lhs_ty, rhs_ty)
            elif is_scalar(rhs_ty) and _is_builtin(fcx, lhs_ty, rhs_ty, op):
                error = fcx.infcx.sup(lhs_ty, rhs_ty, fcx.cause(expr.rhs.span))
                if error is not None:
                    errors_mismatch.report_mismatch(fcx, expr.rhs.span, lhs_ty, rhs_ty, error, expr=expr.rhs)
                    errors_op.report_unimplemented(fcx, expr, lhs_ty, rhs_ty)
            else:
                errors_op.report_binary(fcx, expr, lhs_ty, rhs_ty, assign=True)
                if _is_builtin(fcx, lhs_ty, rhs_ty, op):
                    _enforce_builtin(fcx, expr, lhs_ty, rhs_ty)
    else:
        lhs_ty, rhs_ty, _ = _check_overloaded(fcx, expr, lhs_ty, assign=True)
        if not is_ty_var(lhs_ty) and not is_ty_var(rhs_ty) and _is_builtin(fcx, lhs_ty, rhs_ty, op) and is_scalar(lhs_ty):
            _enforce_builtin(fcx, expr, lhs_ty, rhs_ty)
    if not places.is_syntactic_place(fcx, expr.lhs):
        errors_op.report_invalid_assign_op_lhs(fcx, expr)
    else:
        place_op.convert_place_derefs_to_mutable(fcx, expr.lhs)
    return t.UNIT  # type: ignore[no-any-return]


def check_unary_overloaded(fcx: FnCtxt, expr: ast.Unary, ty: t.Ty) -> t.Ty:
    """`!x` and `-x` by Not and Neg."""
    name = "not_fn" if expr.op is ast.UnOp.NOT else "neg_fn"
    ty = fcx.structurally_resolve(expr.span, ty)
    if references_error(ty):
        return t.ERROR  # type: ignore[no-any-return]
    callee = place_op.lookup_method_in_trait(fcx, expr.span, fcx.tcx.lang_item(name), ty)
    if callee is None:
        return errors_op.report_unary(fcx, expr, ty)
    fcx.select_where_possible()
    fcx.write_method_call(expr, callee)
    return callee.sig.output


def defer_negation_check(fcx: FnCtxt, expr: ast.Unary, ty: t.Ty) -> None:
    """Negating an unsigned integer is an error once the type is known: of the operator, or of what it was needed for."""
    if t.is_float(ty) or t.is_signed(ty):
        return

    def check() -> None:
        known = fcx.resolve(ty)
        if not isinstance(known, t.Prim) or not known.name.startswith("u"):
            return
        if isinstance(ty, t.Infer):
            neg = fcx.tcx.lang_item("neg")
            fcx.register_bound(known, neg, expr.span)
            fcx.select_where_possible()
        else:
            errors_op.report_unary(fcx, expr, known)

    fcx.deferred_checks.append(check)
