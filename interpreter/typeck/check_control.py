"""Blocks, statements, `if`, `match`, loops and jumps (rustc: _match.rs, fn_ctxt/checks.rs, expr.rs): divergence and the common
type of branches."""

from __future__ import annotations

from interpreter.hints import Any
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import check_expr, lower_body, pattern, place_op, same_region
from interpreter.typeck import ty as t
from interpreter.typeck.coerce import CoerceMany, SiteCause
from interpreter.typeck.fn_ctxt import (
    NO_EXPECTATION,
    Breakable,
    Expectation,
    FnCtxt,
    FnFrame,
    has_type,
    peel,
    references_error,
)
from interpreter.typeck.traits.obligation import MiscCause
from interpreter.typeck.unreachable import Diverges, always, both, either, warn_if_unreachable
from interpreter.typeck.words import errors_expr, errors_mismatch

# ------------------------------------------------------------------------------------------------ blocks and statements


def check_block_expr(fcx: FnCtxt, expr: ast.BlockExpr, expected: Expectation) -> t.Ty:
    """`{ ... }`, `'a: { ... }`, `unsafe { ... }`, `const { ... }`."""
    if expr.const:
        return _check_const_block(fcx, expr, expected)
    return check_block(fcx, expr.block, expected, expr)


def _check_const_block(fcx: FnCtxt, expr: ast.BlockExpr, expected: Expectation) -> t.Ty:
    """A body of its own, of which only the type is known here (rustc: `check_expr_const_block`)."""
    def_ = fcx.tcx.resolution.defs[expr]
    before, fcx.diverges = fcx.diverges, False
    fcx.frames.append(FnFrame(def_, None, fcx.infcx.next_ty_var(expr.span), None))
    value = fcx.results.desugared[expr] = ast.BlockExpr(span=expr.block.span, block=expr.block)
    ty = check_expr.check_expr(fcx, value, expected)
    fcx.require_sized(ty, expr.block.span, MiscCause.MISC)
    fcx.frames.pop()
    fcx.diverges = before
    return ty


def check_block(
    fcx: FnCtxt,
    block: ast.Block,
    expected: Expectation,
    expr: ast.BlockExpr | None = None,
) -> t.Ty:
    """The type of a block, which may be that of the expression `expr`; if it has a label, `break` may leave it."""
    many = CoerceMany.of(fcx, expected.only_has_type(fcx), block.span)
    before = fcx.diverges
    labelled = expr if expr is not None and expr.label is not None else None
    ctxt = Breakable(labelled, many, is_loop=False)
    if labelled is not None:
        fcx.frame.breakables.append(ctxt)
    for stmt in block.stmts:
        check_stmt(fcx, stmt)
    if block.expr is not None:
        ty = check_expr.check_expr(fcx, block.expr, expected)
        many.coerce(fcx, SiteCause("block_tail", block.expr.span, (block,)), block.expr, ty)
    elif not fcx.diverges:
        span = block.span
        many.coerce_forced_unit(fcx, SiteCause("block_no_tail", span, (block,)))
    if labelled is not None:
        fcx.frame.breakables.pop()
        if ctxt.may_break:
            fcx.diverges = before
    ty = many.complete(fcx, expr)
    fcx.write_ty(block, ty)
    return ty


def check_stmt(fcx: FnCtxt, stmt: ast.Stmt) -> None:
    """One statement."""
    if fcx.diverges and not isinstance(stmt, ast.ItemStmt):
        warn_if_unreachable(fcx, stmt.span, "statement")
    before, fcx.diverges = fcx.diverges, False
    match stmt:
        case ast.Let():
            check_let(fcx, stmt)
        case ast.ExprStmt(expr=expr, semi=semi):
            if semi:
                check_expr.check_expr(fcx, expr, NO_EXPECTATION)
            else:
                # A block-like expression that ends itself must have the type ().
                ty = check_expr.check_expr(fcx, expr, has_type(t.UNIT))
                if fcx.shallow(ty) is not t.NEVER:
                    error = fcx.infcx.sup(t.UNIT, ty, fcx.cause(expr.span))
                    if error is not None:
                        errors_mismatch.report_mismatch(fcx, expr.span, t.UNIT, ty, error, expr=expr, statement=True)
                else:
                    check_expr.demand_coerce(fcx, expr, ty, t.UNIT)
        case _:
            pass
    fcx.diverges = either(fcx.diverges, before)


def check_let(fcx: FnCtxt, let: ast.Let) -> None:
    """`let pat: ty = init else { ... };`"""
    if let.ty is not None:
        local_ty, user = lower_body.lower_ty(fcx, let.ty)
        fcx.results.user_tys[let] = user
        same_region.note_expected(fcx, let.init, user.ty)
    else:
        local_ty = fcx.infcx.next_ty_var(let.pat.span)
    init_ty: t.Ty | None = None
    if let.init is not None:
        by_ref = pattern.explicit_ref_binding(fcx, let.pat)
        if by_ref is not None:
            init_ty = check_expr.check_expr(fcx, let.init, has_type(local_ty))
            if by_ref:
                place_op.convert_place_derefs_to_mutable(fcx, let.init)
            fcx.eq_or_report(let.init.span, local_ty, init_ty, expr=let.init)
        else:
            fcx.let_stack.append(let)
            init_ty = check_expr.check_expr_coercible(fcx, let.init, local_ty, let=let)
            fcx.let_stack.pop()
        if references_error(init_ty):
            fcx.infcx.eq(local_ty, t.ERROR)
            if isinstance(peel_pat(let.pat), ast.IdentPat):
                local_ty = t.ERROR
    _note_lets(fcx, let)
    origin = let.ty.span if let.ty is not None else (let.init.span.call_beside(let.span) if let.init is not None else None)
    pattern.check_pat_top(fcx, let.pat, local_ty, origin, annotation=let.ty is not None, scrutinee=let.init)
    fcx.write_ty(let, local_ty)
    if let.else_ is not None:
        before = fcx.diverges
        ty = check_block(fcx, let.else_, NO_EXPECTATION)
        if not references_error(ty) and fcx.infcx.eq(t.NEVER, ty) is not None:
            errors_expr.report_let_else(fcx, let.else_, ty)
        fcx.diverges = before


def peel_pat(pat: ast.Pat) -> ast.Pat:
    """The pattern within parentheses."""
    while isinstance(pat, ast.ParenPat):
        pat = pat.pat
    return pat


def _note_lets(fcx: FnCtxt, let: ast.Let) -> None:
    pat = peel_pat(let.pat)
    if isinstance(pat, ast.IdentPat):
        res = fcx.ident_pat_res(pat)
        local = getattr(res, "local", None)
        if local is not None:
            fcx.let_of_local[local] = let


def check_let_expr(fcx: FnCtxt, expr: ast.LetExpr, _expected: Expectation) -> t.Ty:
    """`let pat = e` within a condition."""
    if expr.recovered:
        fcx.tainted = True
    by_ref = pattern.explicit_ref_binding(fcx, expr.pat)
    local_ty = fcx.infcx.next_ty_var(expr.pat.span)
    if by_ref is not None:
        ty = check_expr.check_expr(fcx, expr.expr)
        if by_ref:
            place_op.convert_place_derefs_to_mutable(fcx, expr.expr)
        fcx.eq_or_report(expr.expr.span, local_ty, ty, expr=expr.expr)
    else:
        check_expr.check_expr_coercible(fcx, expr.expr, local_ty)
    pattern.check_pat_top(fcx, expr.pat, local_ty, expr.expr.span.call_beside(expr.span), scrutinee=expr.expr)
    return t.BOOL


# ------------------------------------------------------------------------------------------------ if and match


def check_if(fcx: FnCtxt, expr: ast.If, expected: Expectation) -> t.Ty:
    """`if c { a } else { b }`."""
    check_expr.check_expr_has_type(fcx, expr.cond, t.BOOL)
    branch_expectation = expected.adjust_for_branches(fcx)
    if fcx.diverges:
        warn_if_unreachable(fcx, expr.then.span, "block in `if` or `while` expression")
    cond_diverges, fcx.diverges = fcx.diverges, False
    then_node = then_block(fcx, expr)
    fcx.branches[expr.then] = expr
    if isinstance(expr.else_, ast.BlockExpr):
        fcx.branches[expr.else_.block] = expr
    then_ty = check_expr.check_expr(fcx, then_node, branch_expectation)
    then_diverges, fcx.diverges = fcx.diverges, False
    many = CoerceMany.of(fcx, branch_expectation.only_has_type(fcx), expr.span)
    many.coerce(fcx, SiteCause("then", then_node.span), then_node, then_ty)
    if expr.else_ is not None:
        else_ty = check_expr.check_expr(fcx, expr.else_, branch_expectation)
        else_diverges = fcx.diverges
        many.coerce(fcx, SiteCause("if_else", expr.else_.span, (expr, then_node)), expr.else_, else_ty)
        fcx.diverges = either(cond_diverges, both(then_diverges, else_diverges))
    else:
        many.coerce_forced_unit(fcx, SiteCause("if_no_else", expr.span, (expr, then_node)))
        fcx.diverges = cond_diverges
    return many.complete(fcx, expr)


def then_block(fcx: FnCtxt, expr: ast.If) -> ast.BlockExpr:
    """The `then` block as an expression node of its own (adjustments need one)."""
    found = fcx.results.desugared.get(expr)
    if found is None:
        found = fcx.results.desugared[expr] = ast.BlockExpr(span=expr.then.span, block=expr.then)
    assert isinstance(found, ast.BlockExpr)
    return found


def check_match(fcx: FnCtxt, expr: ast.Match, expected: Expectation) -> t.Ty:
    """`match e { ... }`."""
    by_ref: bool | None = None
    for arm in expr.arms:
        found = pattern.explicit_ref_binding(fcx, arm.pat)
        if found is not None:
            by_ref = bool(by_ref) or found
    scrutinee = expr.scrutinee
    if by_ref is not None:
        scrutinee_ty = check_expr.check_expr(fcx, scrutinee)
        if by_ref:
            place_op.convert_place_derefs_to_mutable(fcx, scrutinee)
    elif not expr.arms:
        scrutinee_ty = check_expr.check_expr(fcx, scrutinee)
    else:
        scrutinee_ty = fcx.infcx.next_ty_var(scrutinee.span)
        if isinstance(fcx.resolve(check_expr.check_expr_has_type(fcx, scrutinee, scrutinee_ty)), t.ErrorTy):
            fcx.infcx.eq(scrutinee_ty, t.ERROR)
    if fcx.diverges:
        for arm in expr.arms:
            warn_if_unreachable(fcx, arm.body.span, "arm")
    scrutinee_diverges, fcx.diverges = fcx.diverges, False
    for arm in expr.arms:
        pattern.check_pat_top(fcx, arm.pat, scrutinee_ty, scrutinee.span.call_beside(expr.span), scrutinee=scrutinee)
    arm_expectation = expected.adjust_for_branches(fcx)
    known = arm_expectation.ty if arm_expectation.kind == "has_type" else None
    many = CoerceMany.of(fcx, known if known is not t.UNIT else None, expr.span)
    all_diverge: Diverges = always(expr.span, "`match` expression is unreachable, as all arms diverge")
    prior: ast.Arm | None = None
    for index, arm in enumerate(expr.arms):
        fcx.diverges = False
        if arm.guard is not None:
            check_expr.check_expr_has_type(fcx, arm.guard, t.BOOL)
            fcx.diverges = False
        if isinstance(arm.body, ast.BlockExpr):
            fcx.branches[arm.body.block] = expr
        ty = check_expr.check_expr(fcx, arm.body, arm_expectation)
        all_diverge = both(all_diverge, fcx.diverges)
        site = SiteCause("match_arm", _arm_span(arm), (expr, index, prior))
        many.coerce(fcx, site, arm.body, ty)
        prior = arm
    fcx.diverges = either(scrutinee_diverges, all_diverge)
    return many.complete(fcx, expr)


def _arm_span(arm: ast.Arm) -> Span:
    body = peel(arm.body)
    if isinstance(body, ast.BlockExpr) and body.block.expr is not None:
        return body.block.expr.span
    return arm.body.span


# ------------------------------------------------------------------------------------------------ loops and jumps


def check_loop(fcx: FnCtxt, expr: ast.Loop, expected: Expectation) -> t.Ty:
    """`loop { ... }`, also those that `while` and `for` became."""
    is_plain = expr not in fcx.results.loop_sources
    many = CoerceMany.of(fcx, expected.only_has_type(fcx), expr.body.span) if is_plain else None
    ctxt = Breakable(expr, many)
    with fcx.breakable(ctxt):
        check_block_no_value(fcx, expr.body)
    fcx.diverges = False if ctxt.may_break else fcx.diverges or always(expr.span)
    if many is None:
        return t.UNIT  # type: ignore[no-any-return]
    return many.complete(fcx, expr)


def check_block_no_value(fcx: FnCtxt, block: ast.Block) -> None:
    """A block that must have the type ()."""
    ty = check_block(fcx, block, has_type(t.UNIT))
    if fcx.shallow(ty) is not t.NEVER:
        fcx.eq_or_report(block.span, t.UNIT, ty)


def _find_breakable(fcx: FnCtxt, node: ast.Break | ast.Continue) -> Breakable | None:
    breakables = fcx.frame.breakables
    if node.label is None:
        return next((b for b in reversed(breakables) if b.is_loop), None)
    target: Any = fcx.tcx.resolution.label_targets.get(node)
    for b in reversed(breakables):
        if b.node is target or (b.node in fcx.results.loop_sources and fcx.loop_origin.get(b.node) is target):
            return b
    return None


def check_break(fcx: FnCtxt, expr: ast.Break, _expected: Expectation) -> t.Ty:
    """`break 'a value`."""
    ctxt = _find_breakable(fcx, expr)
    if ctxt is None:
        if expr.expr is not None:
            check_expr.check_expr(fcx, expr.expr)
        fcx.tainted = True  # Reported by name resolution (resolve.loops), as all misplaced jumps are.
        return t.ERROR  # type: ignore[no-any-return]
    fcx.results.break_targets[expr] = ctxt.node
    if expr.expr is not None:
        wanted = ctxt.coerce.expected_ty if ctxt.coerce is not None else t.ERROR
        ty = check_expr.check_expr(fcx, expr.expr, has_type(wanted) if ctxt.coerce is not None else NO_EXPECTATION)
        if ctxt.coerce is not None:
            ctxt.coerce.coerce(fcx, SiteCause("break", expr.expr.span, (expr, ctxt)), expr.expr, ty)
        else:
            fcx.tainted = True
    elif ctxt.coerce is not None:
        ctxt.coerce.coerce_forced_unit(fcx, SiteCause("break_no_expr", expr.span, (expr, ctxt)))
    ctxt.may_break = ctxt.may_break or not fcx.diverges
    return t.NEVER


def check_continue(fcx: FnCtxt, expr: ast.Continue, _expected: Expectation) -> t.Ty:
    """`continue 'a`."""
    ctxt = _find_breakable(fcx, expr)
    if ctxt is None:
        fcx.tainted = True
        return t.ERROR  # type: ignore[no-any-return]
    if not ctxt.is_loop:
        fcx.tainted = True
        return t.ERROR  # type: ignore[no-any-return]
    fcx.results.break_targets[expr] = ctxt.node
    return t.NEVER


def check_return(fcx: FnCtxt, expr: ast.Return, _expected: Expectation) -> t.Ty:
    """`return value`."""
    frame = fcx.frame
    if frame.ret_coercion is None:
        if expr.expr is not None:
            check_expr.check_expr(fcx, expr.expr)
        return fcx.error("E0572", "return statement outside of function body", expr.span)
    if expr.expr is not None:
        check_return_value(fcx, expr.expr)
    else:
        site = SiteCause("return_no_expr", expr.span, (expr,))
        frame.ret_coercion.coerce_forced_unit(fcx, site)
    return t.NEVER


def check_return_value(fcx: FnCtxt, expr: ast.Expr, *, is_tail: bool = False) -> None:
    """A value returned, by `return` or as the body's tail."""
    many = fcx.frame.ret_coercion
    assert many is not None
    same_region.note_expected(fcx, expr, fcx.frame.declared_output if fcx.frame.is_closure else fcx.expr_regions.output)
    ty = check_expr.check_expr(fcx, expr, has_type(many.expected_ty))
    many.coerce(fcx, SiteCause("body_tail" if is_tail else "return", expr.span, (fcx.frame,)), expr, ty)
