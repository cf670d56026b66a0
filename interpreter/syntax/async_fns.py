"""`async fn` and `async |x|` in terms of `async` blocks (RFC 2394, rustc_ast_lowering: `lower_maybe_coroutine_body`).

`async fn f(a: A, (b, c): B) -> T { body }` becomes

    fn f(a: A, __arg1: B) -> impl ::std::future::Future<Output = T> {
        async move { let a = a; let __arg1 = __arg1; let (b, c) = __arg1; { body } }
    }

so that all parameters live as long as the body runs. Typeck knows from `Fn.async_` that the result captures all lifetimes.
"""

from __future__ import annotations

from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.clone import clone


def async_block(span: Span, head: Span, body: ast.Block, *, move: bool) -> ast.AsyncBlock:
    """`async move { body }`; `head` is where it begins."""
    value = ast.BlockExpr(span=body.span, block=body)
    closure = ast.Closure(span=span, move=move, params=[], output=None, body=value, head_span=head, async_=True)
    return ast.AsyncBlock(span=span, closure=closure)


def rewrite_fn(item: ast.Fn) -> None:
    """Change an `async fn` (or one without a body, in a trait) in place."""
    stmts: list[ast.Stmt] = []
    if item.body is not None:
        for index, param in enumerate(item.params):
            param.pat = _taken_over(param.pat, index, stmts)
        body = item.body
        inner = ast.BlockExpr(span=body.span, block=body)
        whole = ast.Block(span=body.span, stmts=stmts, expr=inner, end_span=body.end_span)
        block = async_block(body.span, item.sig_span, whole, move=True)
        if item.output is None:
            block.closure.output = ast.TupleTy(span=item.sig_span.shrink_to_hi(), elems=[])
        elif not _hides(item.output):
            block.closure.output = clone(item.output)
        item.body = ast.Block(span=body.span, stmts=[], expr=block, end_span=body.end_span)
    output = item.output
    at = output.span if output is not None else item.sig_span.shrink_to_hi()
    item.output = _future_of(output if output is not None else ast.TupleTy(span=at, elems=[]), at)


def rewrite_closure(closure: ast.Closure, head: Span) -> None:
    """Change the closure of `async |x| body` in place."""
    stmts: list[ast.Stmt] = []
    for index, param in enumerate(closure.params):
        param.pat = _taken_over(param.pat, index, stmts)
    body = closure.body
    whole = ast.Block(span=body.span, stmts=stmts, expr=body, end_span=body.span.shrink_to_hi())
    block = async_block(body.span, head, whole, move=False)
    block.closure.takes_params = True
    closure.body = block
    if closure.output is not None:
        block.closure.output, closure.output = closure.output, None


def _hides(node: object) -> bool:
    """Whether there is an `impl Trait` within a type."""
    if isinstance(node, (list, tuple)):
        return any(_hides(part) for part in node)
    if not isinstance(node, ast.Node):
        return False
    return isinstance(node, ast.ImplTraitTy) or any(
        _hides(getattr(node, name)) for name in type(node).__slots__ if name != "span"
    )


def _taken_over(pat: ast.Pat, index: int, stmts: list[ast.Stmt]) -> ast.Pat:
    """The pattern that the function itself has for a parameter; `stmts` gets what binds it in the body."""
    span = pat.span
    if isinstance(pat, ast.IdentPat) and not pat.by_ref and pat.sub is None:
        stmts.append(_let(pat, pat.ident, span))
        return ast.IdentPat(span=span, ident=pat.ident)
    name = ast.Ident(f"__arg{index}", span)
    stmts.append(_let(ast.IdentPat(span=span, ident=name), name, span))
    stmts.append(_let(pat, name, span))
    return ast.IdentPat(span=span, ident=name)


def _let(pat: ast.Pat, name: ast.Ident, span: Span) -> ast.Let:
    path = ast.Path(span=span, segments=[ast.PathSegment(span=span, ident=name)])
    return ast.Let(span=span, pat=pat, ty=None, init=ast.PathExpr(span=span, path=path))


def _future_of(output: ast.Ty, span: Span) -> ast.ImplTraitTy:
    """`impl ::std::future::Future<Output = output>`."""
    if isinstance(output, ast.NeverTy):
        output.returned = True
    segments = [ast.PathSegment(span=span, ident=ast.Ident(name, span)) for name in ("{{root}}", "std", "future", "Future")]
    constraint = ast.AssocConstraint(span=span, ident=ast.Ident("Output", span), generic_args=None, ty=output, bounds=None)
    segments[-1].args = ast.GenericArgs(span=span, args=[], constraints=[constraint])
    bound = ast.TraitBound(span=span, path=ast.Path(span=span, segments=segments), for_lifetimes=[])
    return ast.ImplTraitTy(span=span, bounds=[bound])
