"""Which branches leave a variable uninitialised (rustc_borrowck: `ConditionVisitor`), found in the syntax."""

from __future__ import annotations

from interpreter.borrowck.suggest import children
from interpreter.hints import TypeAlias
from interpreter.source import SourceFile, Span
from interpreter.syntax import ast

Place: TypeAlias = tuple[SourceFile, int, int]
"""A span, its expansion aside."""


def missing_branches(root: object, inits: list[Span], name: str) -> list[tuple[Span, str]]:
    """Labels for the conditions under which none of the assignments at `inits` (statements) is done; `name` is in backquotes."""
    wanted = {span.source_callsite()[:3] for span in inits}
    found: list[tuple[Span, str]] = []
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.If):
            _if(node, wanted, name, found)
        elif isinstance(node, ast.While):
            if _assigns(node.body, wanted):
                text = f"if this condition isn't met and the `while` loop runs 0 times, {name} is not initialized"
                found.append((node.cond.span, text))
        elif isinstance(node, ast.For):
            if _assigns(node.body, wanted):
                found.append((node.iter.span, f"if the `for` loop runs 0 times, {name} is not initialized"))
        elif isinstance(node, ast.Match):
            _match(node, wanted, name, found)
        stack.extend(reversed(list(children(node))))
    return found


def _if(node: ast.If, wanted: set[Place], name: str, found: list[tuple[Span, str]]) -> None:
    then = _assigns(node.then, wanted)
    if node.else_ is None:
        if then:
            found.append((node.cond.span, f"if this `if` condition is `false`, {name} is not initialized"))
            found.append((node.span.shrink_to_hi(), f"an `else` arm might be missing here, initializing {name}"))
        return
    other = _assigns(node.else_, wanted)
    if then and not other:
        between = node.then.span.shrink_to_hi()._replace(hi=node.else_.span.lo)
        found.append((between, f"if the `if` condition is `false` and this `else` arm is executed, {name} is not initialized"))
    elif other and not then:
        found.append((node.cond.span, f"if this condition is `true`, {name} is not initialized"))


def _match(node: ast.Match, wanted: set[Place], name: str, found: list[tuple[Span, str]]) -> None:
    results = [_assigns(arm, wanted) for arm in node.arms]
    if not any(results) or all(results):
        return
    for arm, assigns in zip(node.arms, results, strict=True):
        if assigns or isinstance(arm.body, ast.Return):
            continue
        if arm.guard is not None:
            span = arm.pat.span.to(arm.guard.span)
            found.append((span, f"if this pattern and condition are matched, {name} is not initialized"))
        else:
            found.append((arm.pat.span, f"if this pattern is matched, {name} is not initialized"))


def _assigns(node: object, wanted: set[Place]) -> bool:
    """Whether one of the wanted assignments is a statement within `node`."""
    stack = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, ast.ExprStmt) and here.expr.span.source_callsite()[:3] in wanted:
            return True
        stack.extend(children(here))
    return False
