"""`unused_parens` and `unused_braces` (rustc_lint: unused.rs, `UnusedDelimLint`)."""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import crate_nodes
from interpreter.records import NamedTuple
from interpreter.source import Span
from interpreter.syntax import ast

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


_BLOCKLIKE = (ast.If, ast.Match, ast.BlockExpr, ast.While, ast.Loop, ast.For)
_ENDS_IN_BRACE = (ast.BlockExpr, ast.For, ast.If, ast.Loop, ast.Match, ast.StructExpr, ast.While, ast.AsyncBlock)
_LAZY = (ast.BinOp.AND, ast.BinOp.OR)
_LET = "`let` scrutinee expression"
_CONST = "const expression"
_ARGUMENTS = ("function argument", "method argument")


class _Value(NamedTuple):
    """An expression that needs no delimiters by where it stands: `item` says where. `before_block`: a block follows;
    `before_else`: the `else` of a `let` does. `lints`: which of the two are about it."""

    expr: ast.Expr
    item: str
    before_block: bool = False
    before_else: bool = False
    lints: tuple[str, ...] = ("unused_parens", "unused_braces")


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All of the crate's syntax."""
    edition_2024 = tcx.edition >= 2024
    for node in crate_nodes(tcx):
        for value in _values(node):
            _check(value, edition_2024, emit)
        _patterns(node, emit)
    _Types(emit).visit(crate_nodes(tcx))


def _values(node: ast.Node) -> Iterator[_Value]:
    parens = ("unused_parens",)
    braces = ("unused_braces",)
    match node:
        case ast.If() | ast.While():
            what = "`if` condition" if isinstance(node, ast.If) else "`while` condition"
            bare = _peel_parens(node.cond)
            if isinstance(bare, ast.LetExpr):
                yield _Value(bare.expr, _LET, True, lints=parens)
            else:
                yield _Value(node.cond, what, True)
        case ast.For():
            yield _Value(node.iter, "`for` iterator expression", True)
        case ast.Match():
            yield _Value(node.scrutinee, "`match` scrutinee expression", True, lints=parens)
            for arm in node.arms:
                yield _Value(arm.body, "match arm expression", lints=parens)
        case ast.Return() if node.expr is not None:
            yield _Value(node.expr, "`return` value")
        case ast.Break() if node.expr is not None:
            labelled_block = isinstance(node.expr, ast.Paren) and isinstance(node.expr.expr, ast.BlockExpr)
            if node.label is None or not labelled_block:
                yield _Value(node.expr, "`break` value")
        case ast.Index():
            yield _Value(node.index, "index expression")
        case ast.Assign() | ast.AssignOp():
            yield _Value(node.rhs, "assigned value")
        case ast.Call() | ast.MethodCall():
            site = node.span.call_site
            if site is None or site.call_site is None:
                for arg in node.args:
                    yield _Value(arg, _ARGUMENTS[isinstance(node, ast.MethodCall)])
        case ast.Closure() if node.output is None and not node.async_:
            yield _Value(node.body, "closure body", lints=parens)
        case ast.Let() if node.init is not None:
            inside = node.init.expr if isinstance(node.init, ast.Paren) else node.init
            if node.else_ is None or not isinstance(inside, ast.MacroExpansion):
                yield _Value(node.init, "assigned value", before_else=node.else_ is not None, lints=parens)
        case ast.Block() if node.expr is not None:
            yield _Value(node.expr, "block return value")
        case ast.ExprStmt() if not node.semi:
            yield _Value(node.expr, "block return value")
        case ast.Const() | ast.Static() if node.expr is not None and not node.span.file.is_std:
            yield _Value(node.expr, "assigned value")
        case ast.ArrayTy():
            yield _Value(node.len.value, _CONST)
        case ast.Repeat():
            yield _Value(node.count.value, _CONST, lints=braces)
        case ast.GenericArgs():
            for part in node.args:
                if isinstance(part, ast.AnonConst):
                    yield _Value(part.value, _CONST, lints=braces)
        case ast.Variant() if node.discriminant is not None:
            yield _Value(node.discriminant.value, _CONST, lints=braces)


def _check(value: _Value, edition_2024: bool, emit: Emit) -> None:
    expr = value.expr
    if expr.span.call_site is not None or (isinstance(expr, ast.Paren) and expr.span == expr.inside):
        return  # A macro has the parentheses.
    if isinstance(expr, ast.Paren) and "unused_parens" in value.lints:
        inner = expr.expr
        assigns = value.item in ("`return` value", "`break` value") and isinstance(inner, ast.Assign)
        lazy = value.item == _LET and isinstance(inner, ast.Binary) and inner.op in _LAZY
        if not (assigns or lazy or _is_needed(inner, value)):
            inside = _bare(inner).span if isinstance(inner, ast.MacroExpansion) else expr.inside
            _tell("unused_parens", "parentheses", value.item, expr.span, inside, emit)
    elif isinstance(expr, ast.BlockExpr) and "unused_braces" in value.lints:
        block = expr.block
        tail = block.expr
        if tail is None or block.stmts or expr.unsafe or expr.const or expr.label is not None or block.attrs:
            return
        shown = expr.span.text
        by_2024 = value.item in _ARGUMENTS and edition_2024 and not _is_simple(tail)
        # A constant's block may hold more than its braces around a literal.
        constant = value.item == _CONST and not isinstance(tail, ast.Lit)
        if not (_is_needed(tail, value) or by_2024 or constant or "\n" in shown):
            _tell("unused_braces", "braces", value.item, expr.span, _bare(tail).span, emit)


def _tell(lint: str, delims: str, item: str, outer: Span, inner: Span, emit: Emit) -> None:
    inside: Span | None = inner
    while inside is not None and (inside.file is not outer.file or not outer.lo < inside.lo <= inside.hi < outer.hi):
        inside = inside.call_site
    message = f"unnecessary {delims} around {item}"
    if inside is None:
        emit(lint, Label(outer), message)
        return
    emit(lint, Label(outer._replace(hi=inside.lo)), message, Label(outer._replace(lo=inside.hi)))


def _is_simple(expr: ast.Expr) -> bool:
    return isinstance(_peel_parens(expr), (ast.Lit, ast.PathExpr))


def _peel_parens(expr: ast.Expr) -> ast.Expr:
    while isinstance(expr, ast.Paren):
        expr = expr.expr
    return expr


def _bare(expr: ast.Expr) -> ast.Expr:
    """What a macro call became."""
    while isinstance(expr, ast.MacroExpansion):
        expr = expr.expr
    return expr


def _is_needed(inner: ast.Expr, value: _Value) -> bool:
    """rustc: `is_expr_delims_necessary`."""
    inner = _bare(inner)
    if value.before_else and ((isinstance(inner, ast.Binary) and inner.op in _LAZY) or _ends_in_brace(inner)):
        return True
    if value.item == _LET and isinstance(inner, ast.Range):
        return True
    if isinstance(inner, ast.AddrOf) and inner.raw:
        return True
    first = inner
    while True:
        match first:
            case ast.Binary():
                first = _bare(first.lhs)
            case ast.Call():
                first = _bare(first.func)
            case ast.Cast() | ast.Index():
                first = _bare(first.expr)
            case _:
                break
        if isinstance(first, _BLOCKLIKE):
            return True
    if not value.before_block:
        return False
    borrowed = inner
    while isinstance(borrowed, ast.AddrOf):
        borrowed = _bare(borrowed.expr)
    return _has_struct(borrowed) or _may_swallow_block(inner)


def _may_swallow_block(inner: ast.Expr) -> bool:
    last = inner
    while True:
        match last:
            case ast.Unary():
                last = _bare(last.expr)
            case ast.Binary() | ast.AssignOp() | ast.Assign():
                last = _bare(last.rhs)
            case ast.Return():
                return True
            case ast.Break():
                return isinstance(last.expr, (ast.BlockExpr, ast.PathExpr))
            case ast.Range() if last.hi is not None:
                return isinstance(last.hi, ast.BlockExpr)
            case _:
                return _has_struct(inner)


def _has_struct(expr: ast.Expr | None) -> bool:
    """Whether a struct literal stands outside of all brackets (rustc: `contains_exterior_struct_lit`)."""
    match expr:
        case ast.StructExpr():
            return True
        case ast.Assign() | ast.AssignOp() | ast.Binary():
            return _has_struct(_bare(expr.lhs)) or _has_struct(_bare(expr.rhs))
        case ast.Unary() | ast.Cast() | ast.FieldExpr() | ast.Index() | ast.Await():
            return _has_struct(_bare(expr.expr))
        case ast.MethodCall():
            return _has_struct(_bare(expr.receiver))
    return False


def _ends_in_brace(expr: ast.Expr) -> bool:
    """rustc: `expr_trailing_brace`."""
    here: ast.Expr | None = expr
    while here is not None:
        match here:
            case ast.AddrOf() | ast.Return() | ast.Unary() | ast.Break():
                here = here.expr
            case ast.Assign() | ast.AssignOp() | ast.Binary():
                here = here.rhs
            case ast.Range():
                here = here.hi
            case ast.Closure():
                here = here.body
            case _:
                return isinstance(_bare(here), _ENDS_IN_BRACE)
    return False


# ---------------------------------------------------------------------------------------------------- patterns


def _patterns(node: ast.Node, emit: Emit) -> None:
    match node:
        case ast.LetExpr() | ast.For() | ast.Arm():
            _pattern(node.pat, emit)
        case ast.TupleStructPat() | ast.TuplePat() | ast.SlicePat():
            for pat in node.elems:
                _pattern(pat, emit)
        case ast.OrPat():
            for pat in node.alts:
                _pattern(pat, emit)
        case ast.StructPat():
            for field in node.fields:
                _pattern(field.pat, emit)
        case ast.IdentPat() if node.sub is not None:
            _pattern(node.sub, emit, avoid_or=True)
        case ast.RefPat():
            _pattern(node.pat, emit, avoid_or=True, avoid_mut=not node.mutable)
        case ast.Let() | ast.Param() | ast.ClosureParam():
            _pattern(node.pat, emit, avoid_or=True)


def _pattern(pat: ast.Pat, emit: Emit, *, avoid_or: bool = False, avoid_mut: bool = False) -> None:
    if not isinstance(pat, ast.ParenPat):
        return
    inner = pat.pat
    kept = isinstance(inner, ast.RangePat) or (avoid_or and isinstance(inner, ast.OrPat))
    if not kept and not (avoid_mut and isinstance(inner, ast.IdentPat) and inner.mutable and not inner.by_ref):
        if pat.span.call_site is None:
            _tell("unused_parens", "parentheses", "pattern", pat.span, inner.span, emit)
        else:
            emit("unused_parens", Label(pat.span), "unnecessary parentheses around pattern")


# ---------------------------------------------------------------------------------------------------- types


class _Types:
    """Parentheses around types. They may keep bounds apart from a `+` that follows: `only_bound` and `needed` are the types that
    stand where only one bound, and where none may stand bare."""

    def __init__(self, emit: Emit) -> None:
        self.emit = emit
        self.only_bound: set[object] = set()
        self.needed: set[object] = set()
        self.kept: set[object] = set()

    def visit(self, found: list[ast.Node]) -> None:
        """From outside in: what is around a type says what it needs."""
        for node in found:
            self._around(node)
            if isinstance(node, ast.ParenTy) and node not in self.kept:
                self._paren(node)

    def _around(self, node: ast.Node) -> None:
        match node:
            case ast.Binary() if node.op in (ast.BinOp.LT, ast.BinOp.SHL):
                last = node.lhs
                while isinstance(last, ast.Binary):
                    last = last.rhs
                if isinstance(last, ast.Cast):
                    self.kept.add(last.ty)
            case ast.WhereTypePredicate() if isinstance(node.ty, ast.ParenTy) and not node.for_lifetimes:
                if isinstance(node.ty.ty, ast.FnPtrTy) and node.ty.ty.for_lifetimes:
                    self.kept.add(node.ty)
            case ast.RefTy() | ast.PtrTy():
                (self.needed if node in self.needed else self.only_bound).add(node.ty)
            case ast.DynTy() | ast.ImplTraitTy():
                self._bounds(node.bounds)
            case _:
                pass

    def _bounds(self, bounds: list[ast.GenericBound]) -> None:
        for i, bound in enumerate(bounds):
            last = i == len(bounds) - 1
            if not isinstance(bound, ast.TraitBound):
                continue
            args = bound.path.segments[-1].args
            output = args.output if args is not None and args.parenthesized else None
            if output is not None:
                (self.only_bound if last else self.needed).add(output)
            if bound.parenthesized and (last or output is None):
                span = bound.span
                ends = Label(span._replace(hi=span.lo + 1)), Label(span._replace(lo=span.hi - 1))
                self.emit("unused_parens", ends[0], "unnecessary parentheses around type", ends[1])

    def _paren(self, node: ast.ParenTy) -> None:
        inner = node.ty
        if isinstance(inner, (ast.DynTy, ast.ImplTraitTy)):
            if node in self.needed or (node in self.only_bound and len(inner.bounds) > 1):
                return
        if node.span.call_site is None:
            _tell("unused_parens", "parentheses", "type", node.span, inner.span, self.emit)
        else:
            self.emit("unused_parens", Label(node.span), "unnecessary parentheses around type")
