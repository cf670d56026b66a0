"""`break` and `continue` in places where they can't be (rustc_passes: loops.rs; rustc tells them after the errors of names).

late_body.py keeps the stack of contexts while it walks a body, and asks here at every jump.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, DiagnosticSink, Label, Suggestion
from interpreter.enums import Enum
from interpreter.records import Record
from interpreter.source import Span
from interpreter.syntax import ast


class ContextKind(Enum):
    BODY = "function or constant"
    CLOSURE = "closure"
    ASYNC = "`async` block"
    LOOP = "loop"
    WHILE_CONDITION = "condition of a while loop"
    LABELED_BLOCK = "labeled block"


class LoopContext(Record, frozen=True):
    """`span`: of a closure, its head."""

    kind: ContextKind
    span: Span | None = None


def check_jump(
    errors: DiagnosticSink, expr: ast.Break | ast.Continue, contexts: list[LoopContext], target: ast.Node | None
) -> None:
    """Report what is wrong with a jump; `target` is the loop or block that its label names, None without a label."""
    name = "break" if isinstance(expr, ast.Break) else "continue"
    innermost = contexts[-1]
    if expr.label is None:
        if innermost.kind is ContextKind.LABELED_BLOCK:
            errors.error(
                "E0695",
                f"unlabeled `{name}` inside of a labeled block",
                expr.span,
                f"`{name}` statements that would diverge to or through a labeled block need to bear a label",
            )
            return
        if innermost.kind is ContextKind.WHILE_CONDITION:
            errors.error(
                "E0590",
                "`break` or `continue` with no label in the condition of a `while` loop",
                expr.span,
                f"unlabeled `{name}` in the condition of a `while` loop",
            )
            return
    if isinstance(expr, ast.Continue) and isinstance(target, ast.BlockExpr):
        errors.error(
            "E0696",
            "`continue` pointing to a labeled block",
            expr.span,
            "labeled blocks cannot be `continue`'d",
            secondary=(Label(target.span, "labeled block the `continue` points to"),),
        )
    if innermost.kind is ContextKind.ASYNC:
        secondary = (Label(innermost.span, "enclosing `async` block"),) if innermost.span is not None else ()
        message = f"`{name}` inside `async` block"
        errors.error("E0267", message, expr.span, f"cannot `{name}` inside `async` block", secondary=secondary)
    elif innermost.kind is ContextKind.CLOSURE:
        secondary = (Label(innermost.span, "enclosing closure"),) if innermost.span is not None else ()
        message = f"`{name}` inside of a closure"
        errors.error("E0267", message, expr.span, f"cannot `{name}` inside of a closure", secondary=secondary)
    elif innermost.kind is ContextKind.BODY:
        where = "outside of a loop or labeled block" if name == "break" else "outside of a loop"
        errors.error("E0268", f"`{name}` {where}", expr.span, f"cannot `{name}` {where}")


def check_break_value(errors: DiagnosticSink, expr: ast.Break, target: ast.Node | None) -> None:
    """E0571: a value for a `while` or `for` loop, which has none."""
    if not isinstance(target, (ast.While, ast.For)) or expr.expr is None:
        return
    kind = "while" if isinstance(target, ast.While) else "for"
    head_end = (target.cond if isinstance(target, ast.While) else target.iter).span
    text = f"break {expr.label.name}" if expr.label is not None else "break"
    errors.emit(
        Diagnostic(
            "E0571",
            f"`break` with value from a `{kind}` loop",
            (Label(expr.span, "can only break with a value inside `loop` or breakable block"),),
            (Label(target.span.shrink_to_lo().to(head_end), f"you can't `break` with a value in a `{kind}` loop"),),
            suggestions=(Suggestion(f"use `break` on its own without a value inside this `{kind}` loop", ((expr.span, text),)),),
        )
    )


def check_await(errors: DiagnosticSink, expr: ast.Await, contexts: list[LoopContext], item: object, *, in_assoc: bool) -> bool:
    """E0728: `.await` in a closure or function (`item`) that isn't `async`. Whether all is well. `in_assoc`: the function is one
    of a trait or impl, which isn't pointed at."""
    around = next((c for c in reversed(contexts) if c.kind in (ContextKind.ASYNC, ContextKind.CLOSURE, ContextKind.BODY)), None)
    if around is not None and around.kind is ContextKind.ASYNC:
        return True
    span = around.span if around is not None else None
    if span is None and isinstance(item, ast.Fn) and not in_assoc:
        span = item.sig_span if item.vis.kind is ast.VisKind.INHERITED else item.vis.span.to(item.sig_span)
    where = "only allowed inside `async` functions and blocks"
    secondary = (Label(span, "this is not `async`"),) if span is not None else ()
    errors.error("E0728", f"`await` is {where}", expr.keyword, where, secondary=secondary)
    return False
