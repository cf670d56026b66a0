"""Operator precedence: a flat chain of operands and operators to a tree (Reference: Expression precedence).

The grammar knows no precedence (one chain instead of a dozen tiers keeps the tables and the number of reductions small);
`resolve_chain` climbs. A `let` operand binds looser than all operators but `&&` and `||`.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Any, Final
from interpreter.records import Record
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import BinOp, Token
from interpreter.syntax.build_base import to

if TYPE_CHECKING:
    from interpreter.syntax.build_base import Builder_

_PRECEDENCE: Final = {
    "*": 9, "/": 9, "%": 9, "+": 8, "-": 8, "<<": 7, ">>": 7, "&": 6, "^": 5, "|": 4,
    "==": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3, "&&": 2, "||": 1,
}  # fmt: skip
_COMPARISON: Final = 3
_ORDERING: Final = ("<", "<=", ">", ">=")
_OPS: Final = {op.value: op for op in BinOp}


class Chain(Record):
    """`operands[0] ops[0] operands[1] ...`, as written."""

    operands: list[Any]
    ops: list[Token]


class LetOperand(Record):
    """`let pat = expr` where an operand stands; `expr` is the first operand of what the pattern is matched against."""

    let: Token
    pat: ast.Pat
    expr: Any


def resolve_chain(chain: Chain | LetOperand, builder: Builder_) -> ast.Expr:
    """The tree of a chain. Non-associative operators in a row are reported to the builder."""
    if isinstance(chain, LetOperand):
        return _let(chain, chain.expr, builder)
    operands, ops = chain.operands, chain.ops
    for lhs, op, rhs in zip(operands, ops, operands[1:]):
        if op[0] == "<<" and type(lhs) is ast.Cast:
            _shifted_cast(lhs, op, rhs, builder)
    if len(ops) == 1 and type(operands[0]) is not LetOperand and type(operands[1]) is not LetOperand:
        return _binary(operands[0], ops[0], operands[1], builder)
    return _Climber(operands, ops, builder).climb(1)


def _shifted_cast(cast: ast.Cast, shift: Token, rhs: Any, builder: Builder_) -> None:
    """`x as u32 << 2`, where `<<` begins arguments of the type (rustc: `ShiftInterpretedAsGeneric`)."""
    ty, at = cast.ty, shift[2]
    if isinstance(ty, ast.PathTy) and ty.path.segments[-1].args is None and ty.span.file is at.file:
        if not at.file.text[ty.span.hi : at.lo].strip() and ty.span.hi <= at.lo:
            message = f"`<<` is interpreted as a start of generic arguments for `{ty.span.text}`, not a shift"
            labels = (Label(at, "not interpreted as shift"),)
            arguments: Span = rhs.span
            if isinstance(rhs, ast.PathExpr) and arguments.file.text[arguments.hi : arguments.hi + 1] in (";", ")", ",", "]"):
                arguments = arguments._replace(hi=arguments.hi + 1)  # Where it can't be a type's arguments any more.
            secondary = (Label(arguments, "interpreted as generic arguments"),)
            builder.diagnostics.append(Diagnostic(None, message, labels, secondary))


def _binary(lhs: ast.Expr, op: Token, rhs: ast.Expr, builder: Builder_) -> ast.Binary:
    return ast.Binary(span=to(builder.place(lhs), rhs.span), op=_OPS[op[0]], op_span=op[2], lhs=lhs, rhs=rhs)


def _let(operand: LetOperand, expr: ast.Expr, builder: Builder_) -> ast.LetExpr:
    let = ast.LetExpr(span=to(operand.let.span, expr.span), pat=operand.pat, expr=expr)
    builder.unclaimed_lets.append(let)
    return let


class _Climber:
    def __init__(self, operands: list[Any], ops: list[Token], builder: Builder_) -> None:
        self.operands = operands
        self.ops = ops
        self.builder = builder
        self.at = 0

    def climb(self, least: int) -> ast.Expr:
        """The expression from operand `at` on, as far as operators of at least this precedence reach."""
        operand = self.operands[self.at]
        if type(operand) is LetOperand:
            self.operands[self.at] = operand.expr
            lhs: ast.Expr = _let(operand, self.climb(_COMPARISON), self.builder)
        else:
            lhs = operand
        compared: Token | None = None
        while self.at < len(self.ops):
            op = self.ops[self.at]
            precedence = _PRECEDENCE[op[0]]
            if precedence < least:
                break
            if precedence == _COMPARISON:
                if compared is not None and self._chained(compared, op, lhs):
                    self.at += 1
                    return ast.ErrExpr(span=to(self.builder.place(lhs), self.climb(1).span))
                compared = op
            self.at += 1
            lhs = _binary(lhs, op, self.climb(precedence + 1), self.builder)
        return lhs

    def _chained(self, first: Token, second: Token, inner: ast.Expr) -> bool:
        """rustc_parse: `check_no_chained_comparison`. After `<` or `>`, which might be meant for generics, it gives up; True:
        nothing is made of the comparison."""
        kinds, builder = (first[0], second[0]), self.builder
        labels = (Label(first.span), Label(second.span))
        builder.diagnostics.append(Diagnostic(None, "comparison operators cannot be chained", labels))
        if second[0] == ">" or kinds == ("<", "<"):
            if builder.given_up_at is None:
                builder.given_up_at = second[2]
                builder.given_up_from = builder.place(inner)
            return False
        if isinstance(inner, ast.Binary) and isinstance(inner.lhs, ast.FieldExpr) and not isinstance(inner.rhs, ast.Lit):
            return False
        return (first[0] == "==" and second[0] in _ORDERING) or (first[0] in _ORDERING and second[0] == "==")
