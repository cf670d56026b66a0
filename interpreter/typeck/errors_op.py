"""Errors of operators in rustc's words (rustc: op.rs): E0369, E0368, E0277, E0600, E0067."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label, Suggestion, note_at
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def
from interpreter.syntax import ast
from interpreter.syntax.ast import BinOp
from interpreter.typeck import errors_unsatisfied, pretty_ty, std_gaps
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
    secondary: tuple[Label, ...]
    trait = fcx.tcx.lang_item(_trait_name(fcx, op, assign))
    std_gaps.require_known_impl(fcx.tcx, t.TraitRef(trait, (lhs, rhs)), expr.op_span)
    left, right = fcx.fmt(lhs), fcx.fmt(rhs)
    if assign:
        left = fcx.fmt_of(expr.lhs, lhs)
        message = f"binary assignment operation `{op.value}=` cannot be applied to type `{left}`"
        label = f"cannot use `{op.value}=` on type `{left}`"
        notes, derive = _missing_impl(fcx, lhs, trait, rhs)
        secondary = (Label(expr.lhs.span, label),)
        fcx.emit(Diagnostic("E0368", message, (Label(expr.span, ""),), secondary, notes, suggestions=derive))
        return t.ERROR  # type: ignore[no-any-return]
    words = _MESSAGES.get(op)
    if words is not None:
        message = words[0].format(l=left, r=right)
    elif op in _TRAITS:
        message = f"no implementation for `{left} {op.value} {right}`"
    else:
        message = f"binary operation `{op.value}` cannot be applied to type `{left}`"
    secondary = ()
    if expr.lhs.span != expr.rhs.span:
        secondary = (Label(expr.lhs.span, left), Label(expr.rhs.span, right))
    notes, derive = _missing_impl(fcx, lhs, trait, rhs)
    primary = (Label(expr.op_span, _concat_label(lhs, rhs, op)),)
    fcx.emit(Diagnostic("E0369", message, primary, secondary, notes, suggestions=derive))
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


def _missing_impl(fcx: FnCtxt, ty: t.Ty, trait: Def, rhs: t.Ty | None = None) -> tuple[tuple[str, ...], tuple[Suggestion, ...]]:
    """What the program's own type would have to implement, and the derive that does it (rustc: `note_unmet_impls_on_type`)."""
    restrict = _restriction(fcx, ty, trait) if isinstance(ty, t.Param) and rhs is ty else None
    if restrict is not None:
        return (), (restrict,)
    while isinstance(ty, t.Ref) and (rhs is None or isinstance(rhs, t.Ref)):
        ty, rhs = ty.ty, rhs.ty if isinstance(rhs, t.Ref) else None
    inner = ty
    while isinstance(inner, t.Ref):
        inner = inner.ty
    if not isinstance(inner, t.Adt) or inner.def_.is_std:
        return (), ()
    path = pretty_ty.trait_path(fcx.tcx, t.TraitRef(trait, (ty,) if rhs is None else (ty, rhs)))
    place = Label(fcx.tcx.item_span(inner.def_), f"must implement `{path}`")
    notes = [note_at(f"an implementation of `{path}` might be missing for `{fcx.fmt(ty)}`", place)]
    derives = {"PartialEq": ("PartialEq",), "PartialOrd": ("PartialEq", "PartialOrd")}.get(trait.name, ())
    if derives:
        return tuple(notes), (errors_unsatisfied.derive_suggestion(fcx, inner, derives),) if inner is ty else ()
    return (*notes, f"the trait `{trait.name}` must be implemented"), ()


def _restriction(fcx: FnCtxt, ty: t.Param, trait: Def) -> Suggestion | None:
    """The bound that a type parameter lacks to be compared."""
    params = fcx.tcx.generics_of(fcx.owner).params
    node = next((param.def_.node for param in params if param.index == ty.index), None)
    if trait.name not in ("PartialEq", "PartialOrd") or not isinstance(node, ast.GenericParam):
        return None
    further = "further " if node.bounds else ""
    place = (node.bounds[-1].span if node.bounds else node.ident.span).shrink_to_hi()
    words = f"consider {further}restricting type parameter `{ty.name}` with trait `{trait.name}`"
    return Suggestion(words, ((place, f"{' +' if node.bounds else ':'} {trait.path()}"),))


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
        notes, _ = _missing_impl(fcx, ty, trait)
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
