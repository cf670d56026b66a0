"""Which constraints come of what a desugaring made: those are not worth blaming, as the user wrote nothing like it (rustc:
`Span::desugaring_kind`, asked by `best_blame_constraint`)."""

from __future__ import annotations

from interpreter.borrowck.constraints import Category, OutlivesConstraint
from interpreter.hints import TYPE_CHECKING
from interpreter.mir import body as mir
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_QUESTION_MARK = ("branch", "from_residual", "from_output")
_OTHERS = ("into_iter", "next", "into_future", "poll_awaited")


def is_desugared(tcx: TyCtxt, body: mir.Body, constraint: OutlivesConstraint) -> bool:
    """Whether the statement or call that a constraint arose at isn't the user's; what `?` returns counts as such."""
    if constraint.desugared or constraint.location is None or constraint.from_closure:
        return constraint.desugared
    block = body.blocks[constraint.location.block]
    if constraint.location.statement < len(block.statements):
        statement = block.statements[constraint.location.statement]
        if not isinstance(statement, mir.Assign):
            return False
        var = body.locals[statement.place.local].var
        return (var is not None and var.hidden) or _is_made_for_async(body, statement.info.span)
    call = block.terminator
    if not isinstance(call, mir.Call) or not isinstance(call.func, mir.Constant):
        return False
    if call.func.span not in (call.info.span, _question_mark(call.info.span)):
        return False
    ty = call.func.ty
    if not isinstance(ty, t.FnDef):
        return False
    names = _OTHERS if constraint.category is Category.RETURN else (*_OTHERS, *_QUESTION_MARK)
    if constraint.category is Category.CALL_ARGUMENT and tcx.is_lang_item(ty.def_, "async_block"):
        return True
    return any(tcx.is_lang_item(ty.def_, name) for name in names)


def _question_mark(span: Span) -> Span:
    return span._replace(lo=max(span.hi - 1, span.lo))


def _is_made_for_async(body: mir.Body, span: Span) -> bool:
    """Whether `span` is that of a parameter that the body of an `async fn` or closure takes over, or of the whole of what the
    user wrote there."""
    node = body.owner.node
    if not isinstance(node, ast.Closure) or not node.async_ or not isinstance(node.body, ast.BlockExpr):
        return False
    block = node.body.block
    if block.expr is not None and block.expr.span == node.body.span == span:
        return True
    return any(isinstance(stmt, ast.Let) and stmt.span == stmt.pat.span == span for stmt in block.stmts)
