"""`irrefutable_let_patterns` (rustc_mir_build: check_match.rs): conditions and `let ... else` whose patterns always match."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax.ast import BinOp
from interpreter.typeck import thir
from interpreter.typeck.check_body import user_bodies
from interpreter.typeck.pat_constructors import PatternContext, lower
from interpreter.typeck.thir_walk import children
from interpreter.typeck.usefulness import find_witnesses

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All bodies."""
    for def_ in user_bodies(tcx):
        body = tcx.thir_body(def_)
        if body is None or body.has_errors:
            continue
        parts = [body]
        for part in parts:
            parts += [closure.body for closure in part.closures.values()]
            _Finder(tcx, def_, emit).walk(part.value)


class _Finder:
    def __init__(self, tcx: TyCtxt, def_: Def, emit: Emit) -> None:
        self.cx = PatternContext(tcx, tcx.param_env(def_))
        self.emit = emit

    def walk(self, root: object) -> None:
        of_while: set[object] = set()
        stack = [root]
        while stack:
            here = stack.pop()
            match here:
                case thir.Loop() if here.source == "while":
                    of_while.add(_condition(here.body))
                case thir.If():
                    self._condition(here.cond, "`while let` pattern" if here in of_while else "`if let` pattern")
                case thir.Match():
                    for arm in here.arms:
                        if arm.guard is not None:
                            self._condition(arm.guard, "`if let` guard pattern")
                case thir.LetStmt() if here.else_ is not None and here.init is not None:
                    if self._matches(here.pat):
                        span = here.span._replace(hi=here.init.span.hi)
                        self._tell(span, "`let...else` pattern", 1)
            stack += children(here)[::-1]

    def _condition(self, cond: thir.Expr, what: str) -> None:
        chain = [cond]
        while isinstance(first := chain[0], thir.LogicalOp) and first.op is BinOp.AND:
            chain[:1] = [first.lhs, first.rhs]
        if all(isinstance(part, thir.Let) and self._matches(part.pat) for part in chain):
            self._tell(cond.span, what, len(chain))

    def _matches(self, pat: thir.Pat) -> bool:
        return not find_witnesses(self.cx, [(lower(self.cx, pat), False)], pat.ty, valid=True)

    def _tell(self, span: Span, what: str, count: int) -> None:
        self.emit("irrefutable_let_patterns", Label(span), f"irrefutable {what}{'s' if count > 1 else ''}")


def _condition(body: thir.Expr) -> object:
    """The `if` that a `while` became."""
    while isinstance(body, thir.Block) and body.expr is not None:
        body = body.expr
    return body
