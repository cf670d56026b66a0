"""Errors of operators in rustc's words (rustc: op.rs): E0369, E0368, E0277, E0600, E0067."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.syntax import ast
from interpreter.syntax.ast import BinOp
from interpreter.typeck import std_gaps
from interpreter.typeck import ty as t
from interpreter.typeck.errors_mismatch import has_error
from interpreter.typeck.traits.obligation import Obligation

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt

_MESSAGES = {
    BinOp.ADD: ("cannot add `{r}` to `{l}`", "cannot add-assign `{r}` to `{l}`"),
    BinOp.SUB: ("cannot subtract `{r}` from `{l}`", "cannot subtract-assign `{r}` from `{l}`"),
    BinOp.MUL: ("cannot multiply `{l}` by `{r}`", "cannot multiply-assign `{l}` by `{r}`"),
    BinOp.DIV: ("cannot divide `{l}` by `{r}`", "cannot divide-assign `{l}` by `{r}`"),
    BinOp.REM: (
        "cannot calculate the remainder of `{l}` divided by `{r}`",
        "cannot calculate and assign the remainder of `{l}` divided by `{r}`",
    ),
}
_TRAITS = {
    BinOp.ADD: "add", BinOp.SUB: "sub", BinOp.MUL: "mul", BinOp.DIV: "div", BinOp.REM: "rem", BinOp.BIT_AND: "bitand",
    BinOp.BIT_OR: "bitor", BinOp.BIT_XOR: "bitxor", BinOp.SHL: "shl", BinOp.SHR: "shr",
}  # fmt: skip


def report_binary(fcx: FnCtxt, expr: ast.Binary | ast.AssignOp, lhs: t.Ty, rhs: t.Ty, *, assign: bool) -> t.Ty:
    """E0369, E0368, or E0277 if only the right side's type is wrong."""
    lhs, rhs = fcx.resolve(lhs), fcx.resolve(rhs)
    if has_error(fcx, lhs, rhs):
        return t.ERROR  # type: ignore[no-any-return]
    if _some_rhs_would_do(fcx, expr, lhs, assign):
        report_unimplemented(fcx, expr, lhs, rhs)
        return t.ERROR  # type: ignore[no-any-return]
    op = expr.op
    trait = fcx.tcx.lang_item(_trait_name(fcx, op, assign))
    std_gaps.require_known_impl(fcx.tcx, t.TraitRef(trait, (lhs, rhs)), expr.op_span)
    left, right = fcx.fmt(lhs), fcx.fmt(rhs)
    if assign:
        left = fcx.fmt_of(expr.lhs, lhs)
        message = f"binary assignment operation `{op.value}=` cannot be applied to type `{left}`"
        label = f"cannot use `{op.value}=` on type `{left}`"
        fcx.emit(
            Diagnostic("E0368", message, (Label(expr.span, ""),), (Label(expr.lhs.span, label),), _impl_notes(fcx, lhs, op, True))
        )
        return t.ERROR  # type: ignore[no-any-return]
    words = _MESSAGES.get(op)
    if words is not None:
        message = words[0].format(l=left, r=right)
    elif op in _TRAITS:
        message = f"no implementation for `{left} {op.value} {right}`"
    else:
        message = f"binary operation `{op.value}` cannot be applied to type `{left}`"
    secondary: tuple[Label, ...] = ()
    if expr.lhs.span != expr.rhs.span:
        secondary = (Label(expr.lhs.span, left), Label(expr.rhs.span, right))
    fcx.emit(
        Diagnostic(
            "E0369", message, (Label(expr.op_span, _concat_label(lhs, rhs, op)),), secondary, _impl_notes(fcx, lhs, op, False)
        )
    )
    return t.ERROR  # type: ignore[no-any-return]


def _concat_label(lhs: t.Ty, rhs: t.Ty, op: BinOp) -> str:
    """The label for `"a" + "b"`."""
    if op is not BinOp.ADD or not isinstance(lhs, t.Ref) or lhs.ty is not t.STR:
        return ""
    if isinstance(rhs, t.Ref) and rhs.ty is t.STR:
        return "`+` cannot be used to concatenate two `&str` strings"
    inner = rhs.ty if isinstance(rhs, t.Ref) else rhs
    if isinstance(inner, t.Adt) and inner.def_.is_std and inner.def_.name == "String":
        return "`+` cannot be used to concatenate a `&str` with a `String`"
    return ""


def _trait_name(fcx: FnCtxt, op: BinOp, assign: bool) -> str:
    if op in _TRAITS:
        return _TRAITS[op] + ("_assign" if assign else "")
    return "eq" if op in (BinOp.EQ, BinOp.NE) else "partial_ord"


def _impl_notes(fcx: FnCtxt, lhs: t.Ty, op: BinOp, assign: bool) -> tuple[str, ...]:
    trait = fcx.tcx.lang_item(_trait_name(fcx, op, assign))
    inner = lhs
    while isinstance(inner, t.Ref):
        inner = inner.ty
    if isinstance(inner, t.Adt) and not inner.def_.is_std:
        return (f"an implementation of `{trait.name}` might be missing for `{fcx.fmt(lhs)}`",)
    return ()


def _some_rhs_would_do(fcx: FnCtxt, expr: ast.Binary | ast.AssignOp, lhs: t.Ty, assign: bool) -> bool:
    """Whether the trait is implemented for the left side with some other right side."""
    trait = fcx.tcx.lang_item(_trait_name(fcx, expr.op, assign))
    ref = t.TraitRef(trait, (lhs, fcx.infcx.next_ty_var(expr.span)))
    obligation = Obligation(t.dummy_binder(t.TraitPredicate(ref)), fcx.cause(expr.span), fcx.param_env)
    return fcx.infcx.predicate_may_hold(obligation)


def report_unimplemented(fcx: FnCtxt, expr: ast.Binary | ast.AssignOp, lhs: t.Ty, rhs: t.Ty) -> None:
    """E0277 of `lhs: Add<rhs>`, as the trait system words it."""
    assign = isinstance(expr, ast.AssignOp)
    trait = fcx.tcx.lang_item(_trait_name(fcx, expr.op, assign))
    predicate = t.dummy_binder(t.TraitPredicate(t.TraitRef(trait, (fcx.resolve(lhs), fcx.resolve(rhs)))))
    fcx.register_predicate(predicate, fcx.cause(expr.op_span))
    fcx.select_where_possible()


def report_unary(fcx: FnCtxt, expr: ast.Unary, ty: t.Ty) -> t.Ty:
    """E0600."""
    ty = fcx.resolve(ty)
    if has_error(fcx, ty):
        return t.ERROR  # type: ignore[no-any-return]
    op = expr.op.value
    name = fcx.fmt_of(expr.expr, ty)
    notes: tuple[str, ...] = ()
    if isinstance(ty, t.Adt) and not ty.def_.is_std:
        trait = fcx.tcx.lang_item("not" if expr.op is ast.UnOp.NOT else "neg")
        notes = (f"an implementation of `{trait.path()}` might be missing for `{name}`",)
    elif isinstance(ty, t.Prim) and ty.name.startswith("u") and expr.op is ast.UnOp.NEG:
        notes = ("unsigned values cannot be negated",)
    return fcx.error(
        "E0600",
        f"cannot apply unary operator `{op}` to type `{name}`",
        expr.span,
        f"cannot apply unary operator `{op}`",
        notes=notes,
    )


def report_invalid_assign_op_lhs(fcx: FnCtxt, expr: ast.AssignOp) -> None:
    """E0067."""
    fcx.error(
        "E0067", "invalid left-hand side of assignment", expr.op_span,
        secondary=(Label(expr.lhs.span, "cannot assign to this expression"),),
    )  # fmt: skip
