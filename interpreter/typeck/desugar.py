"""`for`, `while`, `?`, ranges and destructuring assignment, rewritten into simpler expressions (rustc_ast_lowering::expr).

The new nodes are ordinary AST; the paths in them are resolved to lang items in the FnCtxt's synthetic tables. Each node is
rewritten once.
"""

from __future__ import annotations

from interpreter.resolve.defs import Def, DefKind, DefRes, LocalDef, LocalRes, PathRes, SelfCtorRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck.fn_ctxt import FnCtxt, peel
from interpreter.typeck.thir import MatchSource


def desugar(fcx: FnCtxt, expr: ast.Range | ast.For | ast.While | ast.Try | ast.AsyncBlock | ast.Await) -> ast.Expr:
    """What a sugared expression stands for."""
    found = fcx.results.desugared.get(expr)
    if found is None:
        match expr:
            case ast.Range():
                found = _range(fcx, expr)
            case ast.For():
                found = _for(fcx, expr)
            case ast.While():
                found = _while(fcx, expr)
            case ast.Try():
                found = _try(fcx, expr)
            case ast.AsyncBlock():
                found = ast.Call(span=expr.span, func=lang_expr(fcx, "async_block", expr.span), args=[expr.closure])
            case ast.Await():
                found = _await(fcx, expr)
        fcx.results.desugared[expr] = found
    return found


# ------------------------------------------------------------------------------------------------ making nodes


def lang_path(fcx: FnCtxt, def_: Def, span: Span, *, ctor: bool = False) -> ast.Path:
    """A path that means `def_`."""
    path = ast.Path(span=span, segments=[ast.PathSegment(span=span, ident=ast.Ident(def_.name, span))])
    fcx.synthetic_paths[path] = PathRes(DefRes(def_, ctor))
    return path


def lang_expr(fcx: FnCtxt, name: str, span: Span, *, ctor: bool = False) -> ast.PathExpr:
    """A path expression for a lang item."""
    return ast.PathExpr(span=span, path=lang_path(fcx, fcx.tcx.lang_item(name), span, ctor=ctor))


def fresh_local(fcx: FnCtxt, name: str, span: Span, *, mutable: bool = False) -> tuple[ast.IdentPat, LocalDef]:
    """A new variable and the pattern that binds it."""
    pat = ast.IdentPat(span=span, ident=ast.Ident(name, span), mutable=mutable)
    local = LocalDef(name, span, pat, mutable, hidden=True)
    fcx.synthetic_locals[pat] = LocalRes(local)
    return pat, local


def local_expr(fcx: FnCtxt, local: LocalDef, span: Span) -> ast.PathExpr:
    """The variable as an expression."""
    path = ast.Path(span=span, segments=[ast.PathSegment(span=span, ident=ast.Ident(local.name, span))])
    fcx.synthetic_paths[path] = PathRes(LocalRes(local))
    return ast.PathExpr(span=span, path=path)


def _block(span: Span, stmts: list[ast.Stmt], expr: ast.Expr | None) -> ast.Block:
    return ast.Block(span=span, stmts=stmts, expr=expr, end_span=span.shrink_to_hi())


# ------------------------------------------------------------------------------------------------ loops


def _while(fcx: FnCtxt, expr: ast.While) -> ast.Expr:
    """`loop { if cond { body } else { break } }`"""
    break_ = ast.Break(span=expr.span, label=None, expr=None)
    else_ = ast.BlockExpr(span=expr.span, block=_block(expr.span, [ast.ExprStmt(span=expr.span, expr=break_, semi=True)], None))
    test = ast.If(span=expr.span, cond=expr.cond, then=expr.body, else_=else_)
    loop = ast.Loop(span=expr.span, body=_block(expr.span, [], test), label=None)
    fcx.results.loop_sources[loop] = "while"
    fcx.loop_origin[loop] = expr
    return loop


def _for(fcx: FnCtxt, expr: ast.For) -> ast.Expr:
    """`match IntoIterator::into_iter(iter) { mut iter => loop { match Iterator::next(&mut iter) { None => break, Some(pat) =>
    body } } }`"""
    head = expr.iter.span
    tcx = fcx.tcx
    iter_pat, iter_local = fresh_local(fcx, "iter", head, mutable=True)
    into_iter = ast.Call(span=head, func=lang_expr(fcx, "into_iter", head), args=[expr.iter])
    borrowed = ast.AddrOf(span=head, mutable=True, expr=local_expr(fcx, iter_local, head))
    next_ = ast.Call(span=head, func=lang_expr(fcx, "next", head), args=[borrowed])
    break_ = ast.Break(span=expr.span, label=None, expr=None)
    none = ast.PathPat(span=expr.span, path=lang_path(fcx, tcx.lang_item("None"), expr.span, ctor=True))
    some = ast.TupleStructPat(
        span=expr.pat.span, path=lang_path(fcx, tcx.lang_item("Some"), expr.pat.span, ctor=True), elems=[expr.pat]
    )
    body = ast.BlockExpr(span=expr.body.span, block=expr.body)
    inner = ast.Match(
        span=expr.span,
        scrutinee=next_,
        arms=[
            ast.Arm(span=expr.span, pat=none, guard=None, body=break_),
            ast.Arm(span=expr.span, pat=some, guard=None, body=body),
        ],
    )
    stmt = ast.ExprStmt(span=expr.span, expr=inner, semi=False)
    loop = ast.Loop(span=expr.span, body=_block(expr.span, [stmt], None), label=None)
    outer = ast.Match(span=expr.span, scrutinee=into_iter, arms=[ast.Arm(span=expr.span, pat=iter_pat, guard=None, body=loop)])
    results = fcx.results
    results.match_sources[inner] = results.match_sources[outer] = MatchSource.FOR_LOOP
    results.loop_sources[loop] = "for"
    fcx.loop_origin[loop] = expr
    return outer


def _await(fcx: FnCtxt, expr: ast.Await) -> ast.Expr:
    """`match IntoFuture::into_future(e) { mut awaitee => loop { match poll_awaited(&mut awaitee, context()) { Ready(result) =>
    break result, Pending => {} } suspend() } }` (rustc: `lower_expr_await`)."""
    span, mark = expr.span, expr.keyword
    tcx = fcx.tcx
    into_future = ast.Call(span=mark, func=lang_expr(fcx, "into_future", mark), args=[expr.expr])
    awaitee_pat, awaitee = fresh_local(fcx, "__awaitee", span, mutable=True)
    result_pat, result = fresh_local(fcx, "result", span)
    context = ast.Call(span=mark, func=lang_expr(fcx, "get_context", mark), args=[])
    borrowed = ast.AddrOf(span=span, mutable=True, expr=local_expr(fcx, awaitee, span))
    poll = ast.Call(span=mark, func=lang_expr(fcx, "poll_awaited", mark), args=[borrowed, context])
    ready = ast.TupleStructPat(span=span, path=lang_path(fcx, tcx.lang_item("Ready"), span, ctor=True), elems=[result_pat])
    pending = ast.PathPat(span=span, path=lang_path(fcx, tcx.lang_item("Pending"), span, ctor=True))
    leave = ast.Break(span=span, label=None, expr=local_expr(fcx, result, span))
    nothing = ast.BlockExpr(span=span, block=_block(span, [], None))
    arms = [ast.Arm(span=span, pat=ready, guard=None, body=leave), ast.Arm(span=span, pat=pending, guard=None, body=nothing)]
    polled = ast.ExprStmt(span=span, expr=ast.Match(span=span, scrutinee=poll, arms=arms), semi=True)
    suspend = ast.Call(span=mark, func=lang_expr(fcx, "suspend", mark), args=[])
    fcx.await_calls.update((into_future, context, poll, suspend))
    body = _block(span, [polled, ast.ExprStmt(span=span, expr=suspend, semi=True)], None)
    loop = ast.Loop(span=span, body=body, label=None)
    arm = ast.Arm(span=span, pat=awaitee_pat, guard=None, body=loop)
    return ast.Match(span=span, scrutinee=into_future, arms=[arm])


def _try(fcx: FnCtxt, expr: ast.Try) -> ast.Expr:
    """`match Try::branch(e) { Break(residual) => return FromResidual::from_residual(residual), Continue(val) => val }` (rustc:
    `lower_expr_try`, whose order of arms decides what is inferred first)."""
    span = expr.span
    mark = Span(span.file, span.hi - 1, span.hi, span.call_site)
    tcx = fcx.tcx
    branch = ast.Call(span=span, func=lang_expr(fcx, "branch", span), args=[expr.expr])
    val_pat, val = fresh_local(fcx, "val", span)
    residual_pat, residual = fresh_local(fcx, "residual", mark)
    from_residual = ast.Call(span=span, func=lang_expr(fcx, "from_residual", mark), args=[local_expr(fcx, residual, mark)])
    leave = ast.Return(span=mark, expr=from_residual)
    arms = []
    for name, pat, body in (("Break", residual_pat, leave), ("Continue", val_pat, local_expr(fcx, val, span))):
        path = lang_path(fcx, tcx.lang_item(name), span, ctor=True)
        arm_pat = ast.TupleStructPat(span=span, path=path, elems=[pat])
        arms.append(ast.Arm(span=span, pat=arm_pat, guard=None, body=body))
    match_ = ast.Match(span=span, scrutinee=branch, arms=arms)
    fcx.results.match_sources[match_] = MatchSource.TRY
    fcx.try_nodes[leave] = expr
    fcx.try_nodes[from_residual] = expr
    fcx.try_nodes[branch] = expr
    return match_


# ------------------------------------------------------------------------------------------------ ranges


def _range(fcx: FnCtxt, expr: ast.Range) -> ast.Expr:
    span = expr.span
    if expr.inclusive and expr.lo is not None:
        assert expr.hi is not None
        return ast.Call(span=span, func=_range_new(fcx, span), args=[expr.lo, expr.hi])
    names = {
        (False, False): "RangeFull", (True, False): "RangeFrom", (False, True): "RangeTo", (True, True): "Range",
    }  # fmt: skip
    name = "RangeToInclusive" if expr.inclusive else names[expr.lo is not None, expr.hi is not None]
    if name == "RangeFull":
        return lang_expr(fcx, name, span, ctor=True)
    fields: list[ast.FieldInit] = []
    for field, value in (("start", expr.lo), ("end", expr.hi)):
        if value is not None:
            fields.append(ast.FieldInit(span=value.span, ident=ast.Ident(field, value.span), expr=value, shorthand=False))
    return ast.StructExpr(span=span, path=lang_path(fcx, fcx.tcx.lang_item(name), span), fields=fields, base=None)


def _range_new(fcx: FnCtxt, span: Span) -> ast.PathExpr:
    """`RangeInclusive::new`"""
    segments = [ast.PathSegment(span=span, ident=ast.Ident(n, span)) for n in ("RangeInclusive", "new")]
    path = ast.Path(span=span, segments=segments)
    fcx.synthetic_paths[path] = PathRes(DefRes(fcx.tcx.lang_item("RangeInclusive")), 1)
    return ast.PathExpr(span=span, path=path)


# ------------------------------------------------------------------------------------------------ destructuring assignment


def is_destructuring(fcx: FnCtxt, lhs: ast.Expr) -> bool:
    """Whether the left side of an assignment is taken apart, instead of being a place."""
    lhs = peel(lhs)
    match lhs:
        case ast.Tuple() | ast.Array() | ast.Underscore() | ast.StructExpr():
            return True
        case ast.Call(func=ast.PathExpr(path=path)):
            return _names_ctor(fcx, path, ast.VariantKind.TUPLE)
        case ast.PathExpr(path=path):
            return _names_ctor(fcx, path, ast.VariantKind.UNIT)
        case _:
            return False


def _names_ctor(fcx: FnCtxt, path: ast.Path, kind: ast.VariantKind) -> bool:
    """Whether a path is the constructor of such a struct or variant, as far as names tell: an associated item may be one (rustc:
    `extract_tuple_struct_path`, `extract_unit_struct_path`)."""
    res = fcx.path_res(path)
    if res.unresolved or isinstance(res.base, SelfCtorRes):
        return True
    if not isinstance(res.base, DefRes) or res.base.def_.kind not in (DefKind.STRUCT, DefKind.VARIANT):
        return False
    return fcx.tcx.adt_def(res.base.def_).variant_of(res.base.def_).kind is kind


def destructuring_assignment(fcx: FnCtxt, expr: ast.Assign) -> ast.Expr:
    """`{ let (lhs, lhs) = rhs; a = lhs; b = lhs; }` for `(a, b) = rhs` (Reference: destructuring assignment)."""
    found = fcx.results.desugared.get(expr)
    if found is not None:
        return found
    assigns: list[ast.Stmt] = []
    pat = _assignee_pattern(fcx, expr.lhs, expr.eq_span, assigns)
    let = ast.Let(span=expr.span, pat=pat, ty=None, init=expr.rhs)
    result = ast.BlockExpr(span=expr.span, block=_block(expr.span, [let, *assigns], None))
    fcx.results.desugared[expr] = result
    return result


def _assignee_pattern(fcx: FnCtxt, lhs: ast.Expr, eq_span: Span, assigns: list[ast.Stmt]) -> ast.Pat:
    lhs = peel(lhs)
    span = lhs.span

    def inner(e: ast.Expr) -> ast.Pat:
        return _assignee_pattern(fcx, e, eq_span, assigns)

    match lhs:
        case ast.Underscore():
            return ast.WildPat(span=span)
        case ast.Range(lo=None, hi=None, inclusive=False):
            return ast.RestPat(span=span)
        case ast.Tuple(elems=elems):
            return ast.TuplePat(span=span, elems=[inner(e) for e in elems])
        case ast.Array(elems=elems):
            return ast.SlicePat(span=span, elems=[inner(e) for e in elems])
        case ast.Call(func=ast.PathExpr(path=path), args=args) if _names_ctor(fcx, path, ast.VariantKind.TUPLE):
            return ast.TupleStructPat(span=span, path=path, elems=[inner(e) for e in args])
        case ast.PathExpr(path=path) if _names_ctor(fcx, path, ast.VariantKind.UNIT):
            return ast.PathPat(span=span, path=path)
        case ast.StructExpr(path=path, fields=fields, base=base, rest_only=rest):
            if base is not None:
                fcx.error(None, "functional record updates are not allowed in destructuring assignments", base.span)
                rest = True
            pats = [ast.FieldPat(span=f.span, ident=f.ident, pat=inner(f.expr), shorthand=False) for f in fields]
            return ast.StructPat(span=span, path=path, fields=pats, rest=rest)
        case _:
            pat, local = fresh_local(fcx, "lhs", span)
            assign = ast.Assign(span=span, lhs=lhs, rhs=local_expr(fcx, local, span), eq_span=eq_span)
            assigns.append(ast.ExprStmt(span=span, expr=assign, semi=True))
            return pat
