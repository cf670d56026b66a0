"""Errors of expressions that have no better place: assignment, indexing, jumps, `let else`, literals out of range."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.records import replace
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.errors_types import sort_string

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt
    from interpreter.typeck.traits.obligation import FulfillmentError


def report_cannot_index(fcx: FnCtxt, expr: ast.Index, base_ty: t.Ty) -> t.Ty:
    """E0608."""
    end = expr.span.lo + expr.span.text.rindex("]") + 1
    span = Span(expr.span.file, expr.expr.span.call_beside(expr.span).hi, end, expr.span.call_site)
    return fcx.error("E0608", f"cannot index into a value of type `{fcx.fmt_of(expr.expr, base_ty)}`", span)


def report_assign_as_bool(fcx: FnCtxt, expr: ast.Assign) -> t.Ty:
    """`if x = y`."""
    from interpreter.typeck import check_expr

    sides = [check_expr.check_expr(fcx, side) for side in (expr.lhs, expr.rhs)]
    if any(fcx.resolve(side).flags & t.HAS_ERROR for side in sides):
        fcx.tainted = True
        return t.ERROR  # type: ignore[no-any-return]
    return fcx.error("E0308", "mismatched types", expr.span, "expected `bool`, found `()`")


def point_at_index(fcx: FnCtxt, errors: list[FulfillmentError], span: Span) -> None:
    """Have the errors that are about indexing blame the index."""
    for error in errors:
        traits = [
            goal.predicate.value.trait_ref.trait
            for goal in (error.root, error.obligation)
            if isinstance(goal.predicate.value, t.TraitPredicate)
        ]
        if any(fcx.tcx.is_lang_item(trait, name) for trait in traits for name in ("index", "SliceIndex")):
            error.obligation.cause = replace(error.obligation.cause, span=span)


def report_invalid_lhs(fcx: FnCtxt, lhs: ast.Expr, op_span: Span, code: str, message: str) -> None:
    """E0070."""
    fcx.error(code, message, op_span, secondary=(Label(lhs.span, "cannot assign to this expression"),))


def report_base_required(fcx: FnCtxt, expr: ast.StructExpr) -> None:
    """E0797: `S { a, .. }` as a value."""
    text = expr.span.file.text
    at = text.rfind("..", expr.span.lo, expr.span.hi) + 2
    fcx.error("E0797", "base expression required after `..`", Span(expr.span.file, at, at, expr.span.call_site))


def report_let_else(fcx: FnCtxt, block: ast.Block, ty: t.Ty) -> None:
    """The `else` of a `let` must diverge."""
    if fcx.resolve(ty).flags & t.HAS_ERROR:
        return
    found = sort_string(fcx.infcx, ty)
    name = fcx.fmt(ty)
    note = f"  expected type `!`\nfound unit type `{name}`" if ty is t.UNIT else f"expected type `!`\n   found type `{name}`"
    fcx.error(
        "E0308", "`else` clause of `let...else` does not diverge", block.span, f"expected `!`, found {found}",
        notes=(note,),
        helps=(
            "try adding a diverging expression, such as `return` or `panic!(..)`",
            "...or use `match` instead of `let...else`",
        ),
    )  # fmt: skip


def report_literal_range(fcx: FnCtxt, lit: ast.Lit, ty: t.Prim, span: Span, negated: bool) -> None:
    """The deny-by-default lint `overflowing_literals`."""
    text = span.text
    low, high = t.int_range(ty.name)
    assert isinstance(lit.value, int)
    wider = _fitting(-lit.value if negated else lit.value, ty.name[0] == "i")
    helps: tuple[str, ...] = ()
    if lit.span.text.startswith(("0x", "0b", "0o")):
        bits = t.INT_BITS[ty.name]
        kept = lit.value & ((1 << bits) - 1)
        becomes = kept - (1 << bits) if low and kept > high else kept
        note = f"the literal `{lit.span.text}` (decimal `{lit.value}`) does not fit into the type `{ty.name}`"
        note += f" and will become `{becomes}{ty.name}`"
    else:
        note = f"the literal `{text}` does not fit into the type `{ty.name}` whose range is `{low}..={high}`"
        if ty.name[0] == "i" and wider is not None:
            helps = (f"consider using the type `{wider}` instead",)
    _literal_lint(fcx, ty, span, note, helps)


def report_float_range(fcx: FnCtxt, ty: t.Prim, span: Span) -> None:
    """The same lint for a float that is too large to be finite."""
    note = f"the literal `{span.text}` does not fit into the type `{ty.name}` and will be converted to `{ty.name}::INFINITY`"
    _literal_lint(fcx, ty, span, note, ())


def _literal_lint(fcx: FnCtxt, ty: t.Prim, span: Span, note: str, helps: tuple[str, ...]) -> None:
    lint = "overflowing_literals"
    if not fcx.tcx.resolution.lints.allowed(lint, span):
        notes = (note, f"`#[deny({lint})]` on by default")
        fcx.late_lints.append(Diagnostic(lint, f"literal out of range for `{ty.name}`", (Label(span, ""),), (), notes, helps))


def _fitting(value: int, signed: bool) -> str | None:
    for bits in (8, 16, 32, 64, 128):
        for prefix in ("i", "u") if signed else ("u",):
            low, high = t.int_range(f"{prefix}{bits}")
            if low <= value <= high:
                return f"{prefix}{bits}"
    return None
