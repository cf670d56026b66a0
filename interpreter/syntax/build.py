"""The AST builder: a method for each named alternative of `rust.lark`. This part: expressions, statements, blocks, the crate."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Any
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Attribute, Token
from interpreter.syntax.build_base import ident, to
from interpreter.syntax.build_foreign import ForeignBuilder
from interpreter.syntax.literals import split_number
from interpreter.syntax.never import is_never_pattern
from interpreter.syntax.operators import Chain, LetOperand, resolve_chain
from interpreter.syntax.rare import async_fns

_LEFT_PARTS: dict[type[Any], str] = {ast.Binary: "lhs", ast.Assign: "lhs", ast.AssignOp: "lhs", ast.Cast: "expr", ast.Range: "lo"}
_LOOPS: dict[type[Any], str] = {ast.For: "for", ast.While: "while", ast.Loop: "loop"}


class Builder(ForeignBuilder):
    # ------------------------------------------------------------------------------------------------ the crate

    def crate(self, attrs: list[Attribute], items: list[ast.Item]) -> tuple[list[Attribute], list[ast.Item]]:
        return attrs, items

    # ------------------------------------------------------------------------------------------------ blocks and statements

    def block(self, lbrace: Token, attrs: list[Attribute], all_stmts: list[Any], rbrace: Token) -> ast.Block:
        stmts: list[Any] = [stmt for stmt in all_stmts if stmt is not None]
        tail: ast.Expr | None = None
        if stmts and type(stmts[-1]) is ast.ExprStmt and not stmts[-1].semi:
            tail = _tail(stmts.pop())
        return ast.Block(span=to(lbrace[2], rbrace[2]), stmts=stmts, expr=tail, end_span=rbrace[2], attrs=attrs)

    def _written_out(self, start: Span, block: ast.Block) -> None:
        """Refuse a `$b:block` where a block must be written out."""
        if self.places and block in self.places:
            within = Label(start.to(self.places[block]), "the `block` fragment is within this context")
            self.error("cannot use a `block` macro fragment here", self.places[block], secondary=(within,))

    def block_expr(self, lbrace: Token, attrs: list[Attribute], stmts: list[Any], expr: ast.Expr, rbrace: Token) -> ast.Block:
        kept = [stmt for stmt in stmts if stmt is not None]
        return ast.Block(span=to(lbrace[2], rbrace[2]), stmts=kept, expr=expr, end_span=rbrace[2], attrs=attrs)

    def block_attrs_expr(
        self, lbrace: Token, inner: list[Attribute], stmts: list[Any], attrs: list[Attribute], expr: ast.Expr, rbrace: Token
    ) -> ast.Block:
        return self.block_expr(lbrace, inner, stmts, self.attrs_expr(attrs, expr), rbrace)

    def block_tail(self, stmts: list[Any], expr: ast.Expr | None = None) -> tuple[list[ast.Stmt], ast.Expr | None]:
        kept = [stmt for stmt in stmts if stmt is not None]
        if expr is None and kept and type(kept[-1]) is ast.ExprStmt and not kept[-1].semi:
            expr = _tail(kept.pop())
        return kept, expr

    def block_tail_attrs(
        self, stmts: list[Any], attrs: list[Attribute], expr: ast.Expr
    ) -> tuple[list[ast.Stmt], ast.Expr | None]:
        return self.block_tail(stmts, self.attrs_expr(attrs, expr))

    def attrs_expr(self, attrs: list[Attribute], expr: Any) -> Any:
        """Attributes belong to the operand that they stand before."""
        part = _LEFT_PARTS.get(type(expr))
        left = getattr(expr, part) if part is not None else None
        if left is None:
            return ast.AttrExpr(span=to(attrs[0].span, self.place(expr)), attrs=attrs, expr=expr)
        setattr(expr, part or "", self.attrs_expr(attrs, left))
        return expr

    def lone_semi(self, semi: Token) -> ast.Stmt:
        """`;` as a `$s:stmt`."""
        return ast.ExprStmt(span=semi.span, expr=ast.Tuple(span=semi.span, elems=[]), semi=True)

    def empty_stmt(self, _semi: Token) -> None:
        return None

    def expr_stmt(self, expr: ast.Expr, semi: Token) -> ast.Stmt:
        if not semi[1]:
            # The `;` was forgotten: as in rustc, nothing more is said about the expression.
            expr = ast.ErrExpr(span=expr.span)
        if type(expr) is ast.MacroCall:
            return ast.MacroStmt(span=to(self.place(expr), semi[2]), call=expr, semi=True)
        return ast.ExprStmt(span=to(self.place(expr), semi[2]), expr=expr, semi=True)

    def block_stmt(self, expr: ast.Expr) -> ast.Stmt:
        if type(expr) is ast.MacroCall:
            return ast.MacroStmt(span=expr.span, call=expr, semi=True)
        return ast.ExprStmt(span=expr.span, expr=expr, semi=False)

    def bare_expr_stmt(self, expr: ast.Expr) -> ast.Stmt:
        """A statement without its `;`, as a `$s:stmt` takes it."""
        if type(expr) is ast.MacroCall:
            return ast.MacroStmt(span=expr.span, call=expr, semi=False)
        return ast.ExprStmt(span=expr.span, expr=expr, semi=False)

    def _with_stmt_attrs(self, attrs: list[Attribute], stmt: Any) -> ast.Stmt:
        if isinstance(stmt, ast.MacroStmt):
            expr = self.attrs_expr(attrs, stmt.call)
            return ast.ExprStmt(span=stmt.span, expr=expr, semi=stmt.semi, attrs=attrs)
        if isinstance(stmt, ast.ExprStmt) and type(stmt.expr) in _LEFT_PARTS:
            stmt.expr = self.attrs_expr(attrs, stmt.expr)
            return stmt
        stmt.attrs = attrs
        return stmt  # type: ignore[no-any-return]

    def attrs_expr_stmt(self, attrs: list[Attribute], expr: ast.Expr, semi: Token) -> ast.Stmt:
        return self._with_stmt_attrs(attrs, self.expr_stmt(expr, semi))

    def attrs_block_stmt(self, attrs: list[Attribute], expr: ast.Expr) -> ast.Stmt:
        return self._with_stmt_attrs(attrs, self.block_stmt(expr))

    def attrs_bare_expr_stmt(self, attrs: list[Attribute], expr: ast.Expr) -> ast.Stmt:
        return self._with_stmt_attrs(attrs, self.bare_expr_stmt(expr))

    def item_stmt(self, item: ast.Item) -> ast.ItemStmt:
        return ast.ItemStmt(span=item.span, item=item)

    def fragment_semi(self, fragment: ast.Fragment, semi: Token) -> ast.Stmt:
        stmt: Any = self.fragment(fragment)
        if isinstance(stmt, (ast.ExprStmt, ast.MacroStmt)):
            stmt.semi = True
        stmt.span = to(stmt.span, semi.span)
        return stmt  # type: ignore[no-any-return]

    def _let_pattern(self, pat: ast.Pat) -> None:
        if isinstance(pat, ast.OrPat):
            self.error("`let` bindings require top-level or-patterns in parentheses", pat.span)

    def let_plain(self, let: Token, pat: ast.Pat) -> ast.Let:
        self._let_pattern(pat)
        return ast.Let(span=to(let.span, self.place(pat)), pat=pat, ty=None, init=None)

    def let_typed(self, let: Token, pat: ast.Pat, _colon: Token, ty: ast.Ty) -> ast.Let:
        self._let_pattern(pat)
        return ast.Let(span=to(let.span, self.place(ty)), pat=pat, ty=ty, init=None)

    def let_init(self, let: Token, pat: ast.Pat, _eq: Token, init: ast.Expr) -> ast.Let:
        self._let_pattern(pat)
        return ast.Let(span=to(let.span, self.place(init)), pat=pat, ty=None, init=init)

    def let_typed_init(self, let: Token, pat: ast.Pat, _colon: Token, ty: ast.Ty, _eq: Token, init: ast.Expr) -> ast.Let:
        self._let_pattern(pat)
        return ast.Let(span=to(let.span, self.place(init)), pat=pat, ty=ty, init=init)

    def let_else(self, let: Token, pat: ast.Pat, _eq: Token, init: ast.Expr, else_: Token, block: ast.Block) -> ast.Let:
        if type(init) in _LOOPS:
            return self._loop_else(self.let_init(let, pat, _eq, init), else_, block)
        self._let_pattern(pat)
        self._let_else_init(init)
        return ast.Let(span=to(let.span, self.place(block)), pat=pat, ty=None, init=init, else_=block)

    def _loop_else(self, made: ast.Let, else_: Token, block: ast.Block) -> ast.Let:
        """`let x = for .. {} else {}` (`recover_loop_else`)."""
        loop: Any = made.init
        word = _LOOPS[type(loop)]
        keyword = loop.span._replace(hi=loop.span.lo + len(word)) if loop.label is None else loop.label.span
        labels = (Label(to(else_.span, block.span)),)
        attached = (Label(keyword, "`else` is attached to this loop"),)
        self.diagnostics.append(Diagnostic(None, f"`{word}...else` loops are not supported", labels, attached))
        return made

    def _let_else_init(self, init: ast.Expr) -> None:
        """What may not stand before the `else` of a `let` (rustc: `check_let_else_init_bool_expr`, `expr_trailing_brace`)."""
        if isinstance(init, ast.Binary) and init.op in (ast.BinOp.AND, ast.BinOp.OR):
            text = f"a `{init.op.value}` expression cannot be directly assigned in `let...else`"
            self.error(text, init.span)
        elif init.span.call_site is None and init.span.text.endswith("}"):
            brace = init.span._replace(lo=init.span.hi - 1)
            self.error("right curly brace `}` before `else` in a `let...else` statement not allowed", brace)

    def let_typed_else(
        self, let: Token, pat: ast.Pat, _colon: Token, ty: ast.Ty, _eq: Token, init: ast.Expr, _else: Token, block: ast.Block
    ) -> ast.Let:
        self._let_pattern(pat)
        self._let_else_init(init)
        return ast.Let(span=to(let.span, self.place(block)), pat=pat, ty=ty, init=init, else_=block)

    def let_stmt(self, let: ast.Let, semi: Token) -> ast.Let:
        let.span = to(let.span, semi[2])
        return let

    def let_no_semi(self, let: ast.Let) -> ast.Let:
        return let

    def attrs_let_stmt(self, attrs: list[Attribute], let: ast.Let, semi: Token) -> ast.Let:
        let.attrs = attrs
        return self.let_stmt(let, semi)

    def attrs_let_no_semi(self, attrs: list[Attribute], let: ast.Let) -> ast.Let:
        let.attrs = attrs
        return let

    # ------------------------------------------------------------------------------------------------ operators

    def binary(self, left: Any, op: Token, right: Any) -> Chain:
        if op.kind == "<" and op.joint and op.span.file.text.startswith("<-", op.span.lo):
            self.error("unexpected token: `<-`", op.span._replace(hi=op.span.lo + 2))
        if type(left) is Chain:
            left.ops.append(op)
            left.operands.append(right)
            return left
        return Chain([left, right], [op])

    def cast(self, chain: Any, _as: Token, ty: ast.Ty) -> Any:
        """`as` binds closer than all operators of the chain: it takes the last operand."""
        if type(chain) is Chain:
            chain.operands[-1] = self.cast(chain.operands[-1], _as, ty)
            return chain
        if type(chain) is LetOperand:
            chain.expr = self.cast(chain.expr, _as, ty)
            return chain
        return ast.Cast(span=to(self.place(chain), self.place(ty)), expr=chain, ty=ty)

    def let_operand(self, let: Token, pat: ast.Pat, _eq: Token, expr: ast.Expr) -> LetOperand:
        return LetOperand(let, pat, expr)

    def let_greedy(self, let: Token, pat: ast.Pat, eq: Token, expr: ast.Expr) -> Any:
        return self.operators(self.let_operand(let, pat, eq, expr))

    def operators(self, chain: Any) -> Any:
        if type(chain) is Chain or type(chain) is LetOperand:
            return resolve_chain(chain, self)
        return chain

    def unary(self, op: Token, expr: ast.Expr) -> ast.Unary:
        return ast.Unary(span=to(op[2], self.place(expr)), op=ast.UnOp(op[0]), expr=expr)

    def addr_of(self, amp: Token, expr: ast.Expr) -> ast.AddrOf:
        return ast.AddrOf(span=to(amp[2], self.place(expr)), mutable=False, expr=expr)

    def addr_of_mut(self, amp: Token, _mut: Token, expr: ast.Expr) -> ast.AddrOf:
        return ast.AddrOf(span=to(amp[2], self.place(expr)), mutable=True, expr=expr)

    def addr_of_raw(self, amp: Token, _raw: Token, kind: Token, expr: ast.Expr) -> ast.AddrOf:
        return ast.AddrOf(span=to(amp[2], self.place(expr)), mutable=kind.kind == "mut", expr=expr, raw=True)

    def assign(self, lhs: ast.Expr, eq: Token, rhs: ast.Expr) -> ast.Assign:
        return ast.Assign(span=to(self.place(lhs), rhs.span), lhs=lhs, rhs=rhs, eq_span=eq[2])

    def assign_op(self, lhs: ast.Expr, op: Token, rhs: ast.Expr) -> ast.AssignOp:
        return ast.AssignOp(span=to(self.place(lhs), rhs.span), op=ast.BinOp(op[0][:-1]), op_span=op[2], lhs=lhs, rhs=rhs)

    def range_full(self, lo: Any, dots: Token, hi: Any) -> ast.Range:
        lo, hi = self.operators(lo), self.operators(hi)
        return ast.Range(span=to(lo.span, hi.span), lo=lo, hi=hi, inclusive=dots.kind == "..=")

    def operated_range(self, left: Any, op: Token, right: ast.Range) -> Any:
        """`a == ..b`: the range takes all that follows."""
        return self.operators(self.binary(left, op, right))

    def range_from(self, lo: Any, dots: Token) -> ast.Range:
        lo = self.operators(lo)
        return ast.Range(span=to(self.place(lo), dots.span), lo=lo, hi=None, inclusive=False)

    def range_to(self, dots: Token, hi: Any) -> ast.Range:
        hi = self.operators(hi)
        return ast.Range(span=to(dots.span, hi.span), lo=None, hi=hi, inclusive=dots.kind == "..=")

    def range_all(self, dots: Token) -> ast.Range:
        return ast.Range(span=dots.span, lo=None, hi=None, inclusive=False)

    # ------------------------------------------------------------------------------------------------ operands

    def path_expr(self, path: ast.Path) -> ast.PathExpr:
        return ast.PathExpr(span=path.span, path=path)

    def underscore(self, token: Token) -> ast.Underscore:
        return ast.Underscore(span=token.span)

    def unit(self, lparen: Token, rparen: Token) -> ast.Tuple:
        return ast.Tuple(span=to(lparen.span, rparen.span), elems=[])

    def paren(self, lparen: Token, expr: ast.Expr, rparen: Token) -> ast.Paren:
        span = to(lparen[2], rparen[2])
        if self.places and expr in self.places:
            span = expr.span  # rustc: "include parens in span, but only if it is a super-span"
        inside, within = expr.span, expr
        while not isinstance(within, (ast.MacroCall, ast.LetExpr)):
            within.span = span
            if not isinstance(within, ast.Paren):
                break
            within = within.expr
        return ast.Paren(span=span, expr=expr, inside=inside)

    def tuple_expr(self, lparen: Token, first: ast.Expr, _comma: Token, rest: list[ast.Expr], rparen: Token) -> ast.Tuple:
        return ast.Tuple(span=to(lparen[2], rparen[2]), elems=[first, *rest])

    def array(self, lbracket: Token, elems: list[ast.Expr], rbracket: Token) -> ast.Array:
        return ast.Array(span=to(lbracket[2], rbracket[2]), elems=elems)

    def repeat(self, lbracket: Token, elem: ast.Expr, _semi: Token, count: ast.Expr, rbracket: Token) -> ast.Repeat:
        return ast.Repeat(span=to(lbracket[2], rbracket[2]), elem=elem, count=ast.AnonConst(span=count.span, value=count))

    def struct_expr(self, path: ast.Path, _lbrace: Token, fields: list[ast.FieldInit], rbrace: Token) -> ast.StructExpr:
        return ast.StructExpr(span=to(self.place(path), rbrace[2]), path=path, fields=fields, base=None)

    def struct_rest(self, path: ast.Path, _lbrace: Token, *rest: Any) -> ast.StructExpr:
        fields = rest[0] if isinstance(rest[0], list) else []
        return ast.StructExpr(span=to(self.place(path), rest[-1].span), path=path, fields=fields, base=None, rest_only=True)

    def struct_base(self, path: ast.Path, _lbrace: Token, *rest: Any) -> ast.StructExpr:
        fields = rest[0] if isinstance(rest[0], list) else []
        return ast.StructExpr(span=to(self.place(path), rest[-1].span), path=path, fields=fields, base=rest[-2])

    def field_init(self, name: Token, _colon: Token, expr: ast.Expr) -> ast.FieldInit:
        return ast.FieldInit(span=to(name[2], self.place(expr)), ident=ident(name), expr=expr, shorthand=False)

    def field_init_short(self, name: Token) -> ast.FieldInit:
        expr = self.path_expr(self.path_first(self.segment(name)))
        return ast.FieldInit(span=name[2], ident=ident(name), expr=expr, shorthand=True)

    def method_call(
        self, receiver: ast.Expr, _dot: Token, name: Token, _lparen: Token, args: list[ast.Expr], rparen: Token
    ) -> ast.MethodCall:
        segment = ast.PathSegment(span=name[5] or name[2], ident=ident(name))
        return ast.MethodCall(span=to(self.place(receiver), rparen[2]), receiver=receiver, segment=segment, args=args)

    def method_call_turbofish(
        self, receiver: ast.Expr, _dot: Token, name: Token, _colons: Token, generics: ast.GenericArgs, _lparen: Token,
        args: list[ast.Expr],
        rparen: Token,
    ) -> ast.MethodCall:  # fmt: skip
        segment = ast.PathSegment(span=to(name.name or name.span, generics.span), ident=ident(name), args=generics)
        return ast.MethodCall(span=to(self.place(receiver), rparen.span), receiver=receiver, segment=segment, args=args)

    def field_access(self, expr: ast.Expr, _dot: Token, name: Token) -> ast.FieldExpr:
        return ast.FieldExpr(span=to(self.place(expr), name[2]), expr=expr, ident=ident(name))

    def field_generic(
        self, expr: ast.Expr, dot: Token, name: Token, _colons: Token, args: ast.GenericArgs
    ) -> ast.FieldExpr:  # fmt: skip
        self.error("field expressions cannot have generic arguments", args.span)
        return self.field_access(expr, dot, name)

    def tuple_access(self, expr: ast.Expr, _dot: Token, index: Token) -> ast.FieldExpr:
        digits, suffix = split_number(index.text)
        if suffix:
            self.error("suffixes on a tuple index are invalid", index.span, f"invalid suffix `{suffix}`")
        name: Token = ast.Token(index.kind, digits, index.span)
        return self.field_access(expr, _dot, name)

    def await_expr(self, expr: ast.Expr, _dot: Token, token: Token) -> ast.Await:
        return ast.Await(span=to(self.place(expr), token.span), expr=expr, keyword=token.span)

    def call(self, func: ast.Expr, lparen: Token, args: list[ast.Expr], rparen: Token) -> ast.Call | ast.Await:
        if type(func) is ast.Await and not args:
            self.error("incorrect use of `await`", to(lparen[2], rparen[2]))
            return func
        return ast.Call(span=to(self.place(func), rparen[2]), func=func, args=args)

    def index(self, expr: ast.Expr, _lbracket: Token, index: ast.Expr, rbracket: Token) -> ast.Index:
        return ast.Index(span=to(self.place(expr), rbracket[2]), expr=expr, index=index)

    def try_expr(self, expr: ast.Expr, question: Token) -> ast.Try:
        return ast.Try(span=to(self.place(expr), question[2]), expr=expr)

    # ------------------------------------------------------------------------------------------------ control

    def _condition(self, cond: ast.Expr, chains_since: int = 2024) -> ast.Expr:
        """Let the `let`s of a condition stand: those that are operands of `&&` all the way up (Reference: if expressions)."""
        if self.unclaimed_lets:
            if isinstance(cond, ast.LetExpr) and self.unclaimed_lets[-1] is cond:
                self.unclaimed_lets.pop()
            else:
                self._claim_chain(cond, chains_since)
        return cond

    def _claim_chain(self, cond: ast.Expr, chains_since: int) -> None:
        found: list[ast.LetExpr] = []
        work = [cond]
        while work:
            expr = work.pop()
            if isinstance(expr, ast.Binary) and expr.op is ast.BinOp.AND:
                work += (expr.rhs, expr.lhs)
            elif isinstance(expr, ast.Binary) and expr.op is ast.BinOp.OR:
                lets = [side for side in (expr.lhs, expr.rhs) if isinstance(side, ast.LetExpr)]
                if lets:
                    self.error("`||` operators are not supported in let chain conditions", expr.op_span)
                    for let in lets:
                        let.recovered = True
                    self._claim(lets)
            elif isinstance(expr, ast.Paren) and isinstance(expr.expr, ast.LetExpr):
                parens = "`let`s wrapped in parentheses are not supported in a context with let chains"
                self._misplaced(expr.expr.span, parens)
                expr.expr.recovered = True
                self._claim([expr.expr])
            elif isinstance(expr, ast.LetExpr):
                found.append(expr)
        self._claim(found)
        if self.edition < chains_since and not (len(found) == 1 and found[0] is cond):
            for let in found:
                self.error("let chains are only allowed in Rust 2024 or later", let.span)

    def _claim(self, lets: list[ast.LetExpr]) -> None:
        self.unclaimed_lets = [let for let in self.unclaimed_lets if let not in lets]

    def _misplaced(self, span: Span, *notes: str) -> None:
        note = "only supported directly in conditions of `if` and `while` expressions"
        self.error("expected expression, found `let` statement", span, notes=(note, *notes))

    def _no_inner_attrs(self, block: ast.Block) -> None:
        for attr in block.attrs:
            self.error("an inner attribute is not permitted in this context", attr.span)

    def if_plain(self, if_: Token, cond: ast.Expr, then: ast.Block) -> ast.If:
        self._no_inner_attrs(then)
        return ast.If(span=to(if_[2], self.place(then)), cond=self._condition(cond), then=then, else_=None)

    def if_else(self, if_: Token, cond: ast.Expr, then: ast.Block, _else: Token, other: ast.Block | ast.If) -> ast.If:
        self._no_inner_attrs(then)
        if isinstance(other, ast.Block):
            self._no_inner_attrs(other)
        else_ = other if isinstance(other, ast.If) else ast.BlockExpr(span=other.span, block=other)
        return ast.If(span=to(if_[2], self.place(other)), cond=self._condition(cond), then=then, else_=else_)

    def match(
        self, match: Token, scrutinee: ast.Expr, _lbrace: Token, _attrs: list[Attribute], arms: list[ast.Arm], rbrace: Token
    ) -> ast.Match:
        return ast.Match(span=to(match[2], rbrace[2]), scrutinee=scrutinee, arms=arms)

    def match_last(
        self,
        match: Token,
        scrutinee: ast.Expr,
        lbrace: Token,
        attrs: list[Attribute],
        arms: list[ast.Arm],
        last: ast.Arm,
        rbrace: Token,
    ) -> ast.Match:
        arms.append(last)
        return self.match(match, scrutinee, lbrace, attrs, arms, rbrace)

    def arm_head(self, pat: ast.Pat, guard: ast.Expr | None, _arrow: Token) -> tuple[list[Attribute], ast.Pat, ast.Expr | None]:
        return [], pat, None if guard is None else self._guard(guard)

    def attrs_arm_head(
        self, attrs: list[Attribute], pat: ast.Pat, guard: ast.Expr | None, _arrow: Token
    ) -> tuple[list[Attribute], ast.Pat, ast.Expr | None]:
        return attrs, pat, None if guard is None else self._guard(guard)

    def _guard(self, guard: ast.Expr) -> ast.Expr:
        return self._condition(guard, chains_since=2015)

    def arm(self, head: tuple[list[Attribute], ast.Pat, ast.Expr | None], body: ast.Expr, _comma: Token | None = None) -> ast.Arm:
        attrs, pat, guard = head
        if is_never_pattern(pat) and not isinstance(body, ast.ErrExpr):
            self.error("a never pattern is always unreachable", body.span, "this will never be executed")
        return ast.Arm(span=to(self.place(pat), self.place(body)), pat=pat, guard=guard, body=body, attrs=attrs)

    def attrs_arm(
        self,
        head: tuple[list[Attribute], ast.Pat, ast.Expr | None],
        attrs: list[Attribute],
        body: ast.Expr,
        _comma: Token | None = None,
    ) -> ast.Arm:
        return self.arm(head, self.attrs_expr(attrs, body))

    def loop(self, loop: Token, body: ast.Block) -> ast.Loop:
        return ast.Loop(span=to(loop.span, self.place(body)), body=body, label=None)

    def label_name(self, token: Token) -> ast.Ident:
        """A label, at its loop or where it is jumped to."""
        self.check_lifetime_name(token, "labels")
        return ident(token)

    def labelled_loop(self, label: Token, _loop: Token, body: ast.Block) -> ast.Loop:
        return ast.Loop(span=to(label.span, self.place(body)), body=body, label=self.label_name(label))

    def while_(self, while_: Token, cond: ast.Expr, body: ast.Block) -> ast.While:
        return ast.While(span=to(while_.span, self.place(body)), cond=self._condition(cond), body=body, label=None)

    def labelled_while(self, label: Token, while_: Token, cond: ast.Expr, body: ast.Block) -> ast.While:
        name = self.label_name(label)
        return ast.While(span=to(label.span, self.place(body)), cond=self._condition(cond), body=body, label=name)

    def for_(self, for_: Token, pat: ast.Pat, _in: Token, iterator: ast.Expr, body: ast.Block) -> ast.For:
        return ast.For(span=to(for_.span, self.place(body)), pat=pat, iter=iterator, body=body, label=None)

    def labelled_for(self, label: Token, _for: Token, pat: ast.Pat, _in: Token, iterator: ast.Expr, body: ast.Block) -> ast.For:
        return ast.For(span=to(label.span, self.place(body)), pat=pat, iter=iterator, body=body, label=self.label_name(label))

    def block_value(self, block: ast.Block) -> ast.BlockExpr:
        return ast.BlockExpr(span=block.span, block=block)

    def labelled_block(self, label: Token, block: ast.Block) -> ast.BlockExpr:
        self._written_out(label.span, block)
        return ast.BlockExpr(span=to(label.span, self.place(block)), block=block, label=self.label_name(label))

    def unsafe_block(self, unsafe: Token, block: ast.Block) -> ast.BlockExpr:
        self._written_out(unsafe.span, block)
        return ast.BlockExpr(span=to(unsafe.span, self.place(block)), block=block, unsafe=True)

    def const_block(self, const: Token, block: ast.Block) -> ast.BlockExpr:
        return ast.BlockExpr(span=to(const.span, self.place(block)), block=block, const=True)

    def async_block(self, async_: Token, *rest: Any) -> ast.AsyncBlock:
        head = to(async_.span, rest[0].span) if len(rest) > 1 else async_.span
        return async_fns.async_block(to(async_.span, rest[-1].span), head, rest[-1], move=len(rest) > 1)

    # ------------------------------------------------------------------------------------------------ jumps and closures

    def return_expr(self, token: Token, expr: ast.Expr | None = None) -> ast.Return:
        return ast.Return(span=to(token.span, self.place(expr)) if expr else token.span, expr=expr)

    def break_expr(self, token: Token) -> ast.Break:
        return ast.Break(span=token.span, label=None, expr=None)

    def break_value(self, token: Token, expr: ast.Expr) -> ast.Break:
        return ast.Break(span=to(token.span, self.place(expr)), label=None, expr=expr)

    def break_label(self, token: Token, label: Token, expr: ast.Expr | None = None) -> ast.Break:
        return ast.Break(span=to(token.span, self.place(expr) if expr else label.span), label=self.label_name(label), expr=expr)

    def continue_expr(self, token: Token, label: Token | None = None) -> ast.Continue:
        return ast.Continue(
            span=to(token.span, label.span) if label else token.span, label=self.label_name(label) if label else None
        )

    def closure_params(self, bar: Token, params: list[ast.ClosureParam], end: Token) -> tuple[Span, list[ast.ClosureParam]]:
        return to(bar.span, end.span), params

    def closure_param(self, pat: ast.Pat, _colon: Token | None = None, ty: ast.Ty | None = None) -> ast.ClosureParam:
        return ast.ClosureParam(span=to(self.place(pat), self.place(ty)) if ty else self.place(pat), pat=pat, ty=ty)

    def attrs_closure_param(
        self, attrs: list[Attribute], pat: ast.Pat, colon: Token | None = None, ty: ast.Ty | None = None
    ) -> ast.ClosureParam:
        param = self.closure_param(pat, colon, ty)
        param.attrs = attrs
        return param

    def closure(self, params: tuple[Span, list[ast.ClosureParam]], body: ast.Expr) -> ast.Closure:
        return ast.Closure(
            span=to(params[0], self.place(body)), move=False, params=params[1], output=None, body=body, head_span=params[0]
        )

    def closure_with_binder(self, binder: tuple[Span, list[ast.GenericParam]], closure: ast.Closure) -> ast.Closure:
        """`for<'a> |x: &'a T| -> U { .. }`"""
        self.gate("`for<...>` binders for closures are experimental", binder[0], 97362)
        untyped = [param.span for param in closure.params if param.ty is None]
        inferred = [Label(param.ty.span) for param in closure.params if isinstance(param.ty, ast.InferTy)]
        inferred += [Label(span) for span in untyped]
        if closure.output is None or isinstance(closure.output, ast.InferTy):
            inferred.append(Label(closure.output.span if closure.output is not None else closure.head_span.shrink_to_hi()))
        if inferred:
            text = "implicit types in closure signatures are forbidden when `for<...>` is present"
            self.diagnostics.append(Diagnostic(None, text, tuple(inferred), (Label(binder[0], "`for<...>` is here"),)))
        closure.for_lifetimes = binder[1]
        return closure

    def static_closure(self, static: Token, closure: ast.Closure) -> ast.Closure:
        self.gate("coroutine syntax is experimental", static.span, 43122)
        self.late.append(Diagnostic("E0697", "closures cannot be static", (Label(to(static.span, closure.head_span)),)))
        closure.span = to(static.span, closure.span)
        return closure

    def closure_ret(
        self, params: tuple[Span, list[ast.ClosureParam]], _arrow: Token, ty: ast.Ty, block: ast.Block
    ) -> ast.Closure:
        self._written_out(params[0], block)
        closure = self.closure(params, self.block_value(block))
        closure.output, closure.head_span = ty, to(params[0], self.place(ty))
        return closure

    def move_closure(self, move: Token, params: tuple[Span, list[ast.ClosureParam]], body: ast.Expr) -> ast.Closure:
        closure = self.closure((to(move.span, params[0]), params[1]), body)
        closure.move = True
        return closure

    def move_closure_ret(
        self, move: Token, params: tuple[Span, list[ast.ClosureParam]], arrow: Token, ty: ast.Ty, block: ast.Block
    ) -> ast.Closure:
        closure = self.closure_ret((to(move.span, params[0]), params[1]), arrow, ty, block)
        closure.move = True
        return closure

    def async_closure(self, async_: Token, *rest: Any) -> ast.Closure:
        params = rest[-2]
        closure = self.closure((to(async_.span, params[0]), params[1]), rest[-1])
        closure.move = len(rest) > 2
        async_fns.rewrite_closure(closure, closure.head_span)
        return closure

    def async_closure_ret(self, async_: Token, *rest: Any) -> ast.Closure:
        params, arrow, ty, block = rest[-4:]
        closure = self.closure_ret((to(async_.span, params[0]), params[1]), arrow, ty, block)
        closure.move = len(rest) > 4
        async_fns.rewrite_closure(closure, closure.head_span)
        return closure

    # ------------------------------------------------------------------------------------------------ nightly's

    def try_block(self, start: Token, block: ast.Block) -> ast.Expr:
        span = to(start.span, self.place(block))
        self.gate("`try` expression is experimental", span, 31436, late=True)
        return ast.ErrExpr(span=span)

    def yield_expr(self, start: Token, value: ast.Expr | None = None) -> ast.Expr:
        span = to(start.span, self.place(value)) if value is not None else start.span
        self.gate("yield syntax is experimental", span, 43122)
        self.gate("yield syntax is experimental", span, 43122, late=True)
        self.late.append(Diagnostic(None, "`yield` can only be used in `#[coroutine]` closures, or `gen` blocks", (Label(span),)))
        return ast.ErrExpr(span=span)

    # ------------------------------------------------------------------------------------------------ at the end

    def finish(self) -> list[Diagnostic]:
        """The errors found while building, with those for the `let`s that stand in no condition."""
        for let in self.unclaimed_lets:
            span = let.span
            let.misplaced = True
            self._misplaced(Span(span.file, span.lo, span.lo + 3, span.call_site))
        self.unclaimed_lets = []
        return [*self.diagnostics, *self.gated, *self.late]


def _tail(last: ast.ExprStmt) -> ast.Expr:
    """The expression at the end of a block, from the statement that it was read as."""
    return ast.AttrExpr(span=last.span, attrs=list(last.attrs), expr=last.expr) if last.attrs else last.expr
