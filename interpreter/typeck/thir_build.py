"""The second pass: THIR from the AST and the tables of the first pass (rustc_mir_build::thir::cx, with writeback).

All inference variables are known now; adjustments, overloaded operators and method calls become explicit. Patterns are in
thir_pat.py, format_args! in thir_format.py.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import Any
from interpreter.resolve.defs import Def, DefKind, LocalDef, LocalRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import check_control, constants, operators, thir, thir_format, thir_pat
from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import FnCtxt, peel
from interpreter.typeck.results import AdjustKind, Adjustment, MethodCallee
from interpreter.typeck.words import errors_expr

_BORROWS = {False: thir.BorrowKind.SHARED, True: thir.BorrowKind.MUT}


class ThirBuilder:
    """Builds the THIR of one function, or of one closure (`closure` set). `final`: unknown types are errors (E0282); a
    tentative build, for upvar analysis, lets them be."""

    def __init__(self, fcx: FnCtxt, owner: Def, *, closure: bool = False, final: bool = True) -> None:
        self.fcx = fcx
        self.results = fcx.results
        self.owner = owner
        self.is_closure = closure
        self.final = final
        self.judges_constants = final and not fcx.tainted
        """Whether a constant that can't be a pattern is told: where typeck found no error."""
        self.targets: dict[object, thir.Loop | thir.Block] = {}
        self.closures: dict[Def, thir.ClosureInfo] = {}
        self.negated: object = None
        """What is known to be negated; of what is negated twice nothing is (rustc: `negated_expr_id`)."""
        self._written_spans: dict[thir.Expr, Span] = {}
        """The spans of expressions whose adjustments have another."""

    # -------------------------------------------------------------------------------------------- types

    def resolve(self, value: Any, span: Span | None = None) -> Any:
        """`value` without inference variables."""
        value = self.fcx.resolve(value)
        if value.flags & t.HAS_INFER:
            return self._unresolved(value, span)
        return value

    def _unresolved(self, value: Any, span: Span | None) -> Any:
        if not self.final:
            return value
        if span is not None and not self.fcx.tainted:
            from interpreter.typeck import errors_infer

            errors_infer.report_cannot_infer(self.fcx, span, value)
        self.fcx.tainted = True

        def fold(part: Any) -> Any:
            if isinstance(part, t.Infer):
                return t.ERROR
            if isinstance(part, t.ConstInfer):
                return t.ConstError()
            return t.map_parts(part, fold, t.HAS_INFER) if part.flags & t.HAS_INFER else part

        return fold(value)

    def args(self, args: t.Args, span: Span) -> t.Args:
        return tuple([self.resolve(a, span) for a in args])

    def node_ty(self, node: Any) -> t.Ty:
        node = peel(node)
        return self.resolve(self.results.node_types.get(node, t.ERROR), node.span)  # type: ignore[no-any-return]

    # -------------------------------------------------------------------------------------------- expressions

    def expr(self, node: ast.Expr) -> thir.Expr:
        """An expression with its adjustments. Its parentheses belong to it (rustc: `lower_expr` of `ExprKind::Paren`)."""
        outer = node
        node = peel(node)
        adjustments = self.results.adjustments.get(node)
        made = self.unadjusted(node)
        if isinstance(outer, ast.Paren):
            made.span = outer.span
        if adjustments:
            written = outer.span
            for adjustment in adjustments:
                made = self._adjust(made, adjustment)
            if made.span is not written:
                self._written_spans[made] = written
        return made

    def without_autoref(self, node: ast.Expr) -> thir.Expr:
        """An expression without the borrow (and unsizing) at the end of its adjustments: of an operand whose operator is built
        in."""
        inner = peel(node)
        adjustments = list(self.results.adjustments.get(inner, ()))
        while adjustments and adjustments[-1].kind in (AdjustKind.BORROW, AdjustKind.POINTER):
            last = adjustments.pop()
            if last.kind is AdjustKind.BORROW:
                break
        made = self.unadjusted(inner)
        for adjustment in adjustments:
            made = self._adjust(made, adjustment)
        return made

    def unadjusted(self, node: Any) -> thir.Expr:
        builder = _BUILDERS.get(type(node))
        if builder is None:
            raise UnsupportedError(type(node).__name__, node.span)
        return builder(self, node)

    def _adjust(self, expr: thir.Expr, adjustment: Adjustment) -> thir.Expr:
        target = self.resolve(adjustment.target, expr.span)
        span = expr.span
        match adjustment.kind:
            case AdjustKind.NEVER_TO_ANY:
                return thir.NeverToAny(ty=target, span=span, arg=expr) if target is not t.NEVER else expr
            case AdjustKind.DEREF:
                return thir.Deref(ty=target, span=self._value_span(expr), arg=expr)
            case AdjustKind.OVERLOADED_DEREF:
                return self._overloaded_deref(expr, target, adjustment.mutable)
            case AdjustKind.BORROW:
                if not adjustment.mutable:
                    kind = thir.BorrowKind.SHARED
                else:
                    kind = thir.BorrowKind.TWO_PHASE if adjustment.two_phase else thir.BorrowKind.MUT
                return thir.Borrow(ty=target, span=span, kind=kind, arg=expr, explicit=False)
            case AdjustKind.RAW_BORROW:
                return thir.RawBorrow(ty=target, span=span, mutable=adjustment.mutable, arg=expr)
            case AdjustKind.POINTER:
                assert adjustment.coercion is not None
                return thir.Coercion(ty=target, span=self._value_span(expr), kind=adjustment.coercion, arg=expr)

    def _value_span(self, expr: thir.Expr) -> Span:
        """Where an adjusted value stands: of a block, its last expression, but not of that of an `async fn`, which is a value
        within another block (rustc: `apply_adjustment`)."""
        if not isinstance(expr, thir.Block) or expr.expr is None:
            return expr.span
        node = self.owner.node
        if isinstance(node, ast.Closure) and node.async_ and node.output is not None and node.body.span == expr.span:
            return expr.span
        return self._written_spans.get(expr.expr, expr.expr.span)

    def _overloaded_deref(self, expr: thir.Expr, target: t.Ty, mutable: bool) -> thir.Expr:
        """`*Deref::deref(&expr)`"""
        span = expr.span
        borrowed = thir.Borrow(
            ty=t.Ref(t.RE_ERASED, expr.ty, mutable), span=span, kind=_BORROWS[mutable], arg=expr, explicit=False
        )
        method = self.fcx.tcx.lang_item("deref_mut_fn" if mutable else "deref_fn")
        fun = thir.FnItem(ty=t.FnDef(method, (expr.ty,)), span=span)
        call = thir.Call(ty=t.Ref(t.RE_ERASED, target, mutable), span=span, fun=fun, args=[borrowed], from_overloaded=True)
        return thir.Deref(ty=target, span=span, arg=call)

    def call(
        self, callee: MethodCallee, args: list[thir.Expr], ty: t.Ty, span: Span, *, overloaded: bool = True,
        fn_span: Span | None = None, name_span: Span | None = None,
    ) -> thir.Call:  # fmt: skip
        """A call of a resolved method."""
        fun: thir.Expr = thir.FnItem(ty=t.FnDef(callee.def_, self.args(callee.args, span)), span=name_span or span)
        if callee.user_ty is not None:
            user = thir.UserType(self.resolve(callee.user_ty.ty, span), callee.user_ty.span)
            fun = thir.Ascribe(ty=fun.ty, span=fun.span, arg=fun, user_ty=user)
        return thir.Call(ty=ty, span=span, fun=fun, args=args, from_overloaded=overloaded, fn_span=fn_span)

    # -------------------------------------------------------------------------------------------- leaves

    def literal(self, lit: ast.Lit, ty: t.Ty, span: Span, *, negated: bool = False) -> thir.Expr:
        return thir.Literal(ty=ty, span=span, value=literal_value(lit, ty, negated=negated))

    def _lit(self, node: ast.Lit) -> thir.Expr:
        ty = self.node_ty(node)
        self._check_range(node, ty, False, node.span)
        return self.literal(node, ty, node.span)

    def _builtin_const(self, node: ast.BuiltinConst) -> thir.Expr:
        return self.literal(node.lit, self.node_ty(node), node.span)

    def _check_range(self, lit: ast.Lit, ty: t.Ty, negated: bool, span: Span) -> None:
        if lit.kind is ast.LitKind.INT and isinstance(ty, t.Prim) and ty.name in t.INT_BITS and self.final:
            assert isinstance(lit.value, int)
            low, high = t.int_range(ty.name)
            value = -lit.value if negated else lit.value
            if not low <= value <= high and not (negated and low == 0):
                errors_expr.report_literal_range(self.fcx, lit, ty, span, negated)
        elif lit.kind is ast.LitKind.FLOAT and isinstance(ty, t.Prim) and self.final and not negated:
            value = literal_value(lit, ty)
            if isinstance(value, float) and math.isinf(value):
                errors_expr.report_float_range(self.fcx, ty, span)

    def local(self, local: LocalDef, span: Span) -> thir.Expr:
        """A variable: of this body, or captured."""
        ty = self.resolve(self.results.local_tys.get(local, t.ERROR), local.span)
        if self.is_closure and self.results.local_owner.get(local) is not self.owner:
            return thir.UpvarRef(ty=ty, span=span, closure=self.owner, local=local)
        return thir.VarRef(ty=ty, span=span, local=local)

    def _err(self, node: ast.ErrExpr | ast.Underscore) -> thir.Expr:
        return thir.Literal(ty=t.ERROR, span=node.span, value=0)

    def _path(self, node: ast.PathExpr) -> thir.Expr:
        res = self.fcx.path_res(node.path)
        if isinstance(res.base, LocalRes) and not res.unresolved:
            return self.local(res.base.local, node.span)
        found = self.results.paths.get(node.path)
        ty = self.node_ty(node)
        if found is None:
            return thir.Literal(ty=t.ERROR, span=node.span, value=0)
        def_ = found.def_
        if def_.kind is DefKind.STATIC:
            return thir.StaticRef(ty=ty, span=node.span, def_=def_)
        if def_.kind is DefKind.CONST_PARAM:
            param = self.fcx.tcx.generics_of(def_.parent) if def_.parent is not None else None
            index = next((p.index for p in param.all_params() if p.def_ is def_), 0) if param is not None else 0
            return thir.NamedConst(ty=ty, span=node.span, const=t.ConstParam(index, def_.name))
        user = found.user_ty
        if def_.kind in (DefKind.CONST, DefKind.ASSOC_CONST):
            const = t.ConstUnevaluated(def_, self.args(found.args, node.span))
            resolved = thir.UserType(self.resolve(user.ty, node.span), user.span) if user is not None else None
            return thir.NamedConst(ty=ty, span=node.span, const=const, user_ty=resolved)
        if def_.kind in (DefKind.STRUCT, DefKind.VARIANT) and isinstance(ty, t.Adt):
            index = self.fcx.tcx.adt_def(def_).variant_of(def_).index
            adt = self.user_adt(node.path, node.span)
            return thir.AdtExpr(ty=ty, span=node.span, variant=index, fields=[], base=None, base_fields=[], user_ty=adt)
        made = thir.FnItem(ty=ty, span=node.span)
        if user is not None and isinstance(user.ty, t.Adt) and isinstance(ty, t.FnDef):
            # A constructor as a function.
            user = thir.UserType(t.FnDef(def_, user.ty.args), user.span)
        if user is not None and isinstance(user.ty, t.FnDef):
            resolved = thir.UserType(self.resolve(user.ty, node.span), user.span)
            return thir.Ascribe(ty=ty, span=node.span, arg=made, user_ty=resolved)
        return made

    def user_adt(self, path: ast.Path, span: Span) -> thir.UserType | None:
        """The type that the path of a struct or variant says, if it has lifetimes."""
        found = self.results.paths.get(path)
        user = found.user_ty if found is not None else self.results.user_tys.get(path)
        return thir.UserType(self.resolve(user.ty, span), span) if user is not None else None

    # -------------------------------------------------------------------------------------------- operators

    def _unary(self, node: ast.Unary) -> thir.Expr:
        ty = self.node_ty(node)
        callee = self.results.callees.get(node)
        if node.op is ast.UnOp.DEREF:
            if callee is not None:
                return self._place_call(node, callee, [self.expr(node.expr)], ty)
            return thir.Deref(ty=ty, span=node.span, arg=self.expr(node.expr))
        if callee is not None:
            return self.call(callee, [self.expr(node.expr)], ty, node.span)
        inner = peel(node.expr)
        if node.op is ast.UnOp.NEG and self.negated is not node:
            self.negated = inner
        if node.op is ast.UnOp.NEG and isinstance(inner, ast.Lit) and inner.kind in (ast.LitKind.INT, ast.LitKind.FLOAT):
            negated = self.negated is inner
            self._check_range(inner, ty, negated, node.span if negated else inner.span)
            return self.literal(inner, ty, node.span, negated=True)
        return thir.Unary(ty=ty, span=node.span, op=node.op, arg=self.expr(node.expr))

    def _place_call(
        self, node: Any, callee: MethodCallee, args: list[thir.Expr], ty: t.Ty, fn_span: Span | None = None
    ) -> thir.Expr:
        """`*method(args)`, the place behind the reference that an overloaded place operator returns."""
        output = self.resolve(callee.sig.output, node.span)
        call = self.call(callee, args, output, node.span, fn_span=fn_span)
        return thir.Deref(ty=ty, span=node.span, arg=call)

    def _is_builtin(self, node: ast.Binary | ast.AssignOp) -> bool:
        if node not in self.results.callees:
            return True
        lhs, rhs = self.node_ty(node.lhs), self.node_ty(node.rhs)
        return operators.is_scalar(lhs) and operators.is_scalar(rhs)

    def _binary(self, node: ast.Binary) -> thir.Expr:
        ty = self.node_ty(node)
        op = node.op
        if op in (ast.BinOp.AND, ast.BinOp.OR):
            return thir.LogicalOp(ty=ty, span=node.span, op=op, lhs=self.expr(node.lhs), rhs=self.expr(node.rhs))
        if self._is_builtin(node):
            overloaded = node in self.results.callees and operators.is_comparison(op)
            take = self.without_autoref if overloaded else self.expr
            return thir.Binary(ty=ty, span=node.span, op=op, lhs=take(node.lhs), rhs=take(node.rhs), op_span=node.op_span)
        return self.call(self.results.callees[node], [self.expr(node.lhs), self.expr(node.rhs)], ty, node.span)

    def _assign_op(self, node: ast.AssignOp) -> thir.Expr:
        if self._is_builtin(node):
            lhs = self.without_autoref(node.lhs) if node in self.results.callees else self.expr(node.lhs)
            rhs = self.expr(node.rhs)
            return thir.AssignOp(ty=t.UNIT, span=node.span, op=node.op, lhs=lhs, rhs=rhs, op_span=node.op_span)
        return self.call(self.results.callees[node], [self.expr(node.lhs), self.expr(node.rhs)], t.UNIT, node.span)

    def _addr_of(self, node: ast.AddrOf) -> thir.Expr:
        ty = self.node_ty(node)
        if node.raw:
            return thir.RawBorrow(ty=ty, span=node.span, mutable=node.mutable, arg=self.expr(node.expr))
        return thir.Borrow(ty=ty, span=node.span, kind=_BORROWS[node.mutable], arg=self.expr(node.expr), explicit=True)

    def _index(self, node: ast.Index) -> thir.Expr:
        ty = self.node_ty(node)
        callee = self.results.callees.get(node)
        if callee is not None:
            index_ty = self.resolve(self.fcx.adjusted_ty(node.index), node.index.span)
            base_ty = self._index_base_ty(node)
            if index_ty is t.USIZE and isinstance(base_ty, (t.Array, t.Slice)):
                return thir.Index(ty=ty, span=node.span, arg=self.without_autoref(node.expr), index=self.expr(node.index))
            args = [self.expr(node.expr), self.expr(node.index)]
            return self._place_call(node, callee, args, ty, _brackets(node))
        return thir.Index(ty=ty, span=node.span, arg=self.expr(node.expr), index=self.expr(node.index))

    def _index_base_ty(self, node: ast.Index) -> t.Ty:
        ty = self.fcx.resolve(self.fcx.adjusted_ty(node.expr))
        return self.fcx.resolve(ty.ty) if isinstance(ty, t.Ref) else ty

    def _cast(self, node: ast.Cast) -> thir.Expr:
        ty = self.node_ty(node)
        user = self.results.user_tys.get(node)
        arg = self._discriminant(node) or self.expr(node.expr)
        made: thir.Expr
        if node in self.results.coercion_casts:
            if isinstance(arg, thir.Coercion):
                arg.span, arg.explicit = node.span, True
            made = thir.Use(ty=ty, span=node.span, arg=arg)
        else:
            made = thir.Cast(ty=ty, span=node.span, arg=arg)
        if user is not None and user.ty.flags & t.HAS_FREE_REGION:
            resolved = thir.UserType(self.resolve(user.ty, node.span), user.span)
            return thir.Ascribe(ty=ty, span=node.span, arg=made, user_ty=resolved)
        return made

    def _discriminant(self, node: ast.Cast) -> thir.Expr | None:
        """Of a variant that is cast where it is named only its own discriminant is needed, not all of its enum's."""
        path = peel(node.expr)
        callee = self.results.paths.get(path.path) if isinstance(path, ast.PathExpr) else None
        if callee is None or callee.def_.kind is not DefKind.VARIANT or path in self.results.adjustments:
            return None
        adt = self.fcx.tcx.adt_def(callee.def_)
        if not constants.has_computed_discriminants(adt.def_) or not isinstance(self.node_ty(path), t.Adt):
            return None
        value = self.fcx.tcx.variant_discriminant(adt.def_, adt.variant_of(callee.def_).index)
        return thir.Literal(ty=t.PRIM[adt.repr.int_ or "isize"], span=path.span, value=value)

    # -------------------------------------------------------------------------------------------- calls

    def _call(self, node: ast.Call) -> thir.Expr:
        ty = self.node_ty(node)
        callee = self.results.callees.get(node)
        if callee is not None:
            args = [self.expr(a) for a in node.args]
            tupled = thir.TupleExpr(ty=t.Tuple(tuple([a.ty for a in args])), span=node.span, elems=args)
            return self.call(callee, [self.expr(node.func), tupled], ty, node.span, overloaded=False, name_span=node.func.span)
        func = peel(node.func)
        if isinstance(func, ast.PathExpr) and func not in self.results.adjustments:
            found = self.results.paths.get(func.path)
            if found is not None and found.def_.kind in (DefKind.STRUCT, DefKind.VARIANT) and isinstance(ty, t.Adt):
                index = self.fcx.tcx.adt_def(found.def_).variant_of(found.def_).index
                fields = [(i, self.expr(a)) for i, a in enumerate(node.args)]
                user = self.user_adt(func.path, func.span)
                return thir.AdtExpr(
                    ty=ty, span=node.span, variant=index, fields=fields, base=None, base_fields=[], user_ty=user
                )
        fun = self.expr(node.func)
        return thir.Call(ty=ty, span=node.span, fun=fun, args=[self.expr(a) for a in node.args])

    def _method_call(self, node: ast.MethodCall) -> thir.Expr:
        callee = self.results.callees.get(node)
        ty = self.node_ty(node)
        if callee is None:
            return thir.Literal(ty=t.ERROR, span=node.span, value=0)
        args = [self.expr(node.receiver), *(self.expr(a) for a in node.args)]
        fn_span = node.segment.ident.span.to(node.span.shrink_to_hi())
        return self.call(callee, args, ty, node.span, overloaded=False, fn_span=fn_span, name_span=node.segment.ident.span)

    # -------------------------------------------------------------------------------------------- aggregates, fields

    def _field(self, node: ast.FieldExpr) -> thir.Expr:
        index = self.results.fields.get(node, 0)
        return thir.Field(ty=self.node_ty(node), span=node.span, arg=self.expr(node.expr), index=index, name=node.ident.name)

    def _tuple(self, node: ast.Tuple) -> thir.Expr:
        return thir.TupleExpr(ty=self.node_ty(node), span=node.span, elems=[self.expr(e) for e in node.elems])

    def _array(self, node: ast.Array) -> thir.Expr:
        return thir.ArrayExpr(ty=self.node_ty(node), span=node.span, elems=[self.expr(e) for e in node.elems])

    def _repeat(self, node: ast.Repeat) -> thir.Expr:
        count = self.resolve(self.results.repeat_counts.get(node, t.ConstError()), node.count.span)
        return thir.RepeatExpr(ty=self.node_ty(node), span=node.span, elem=self.expr(node.elem), count=count)

    def _struct(self, node: ast.StructExpr) -> thir.Expr:
        info = self.results.structs.get(node)
        ty = self.node_ty(node)
        fields = [(self.results.fields.get(f, 0), self.expr(f.expr)) for f in node.fields]
        base = self.expr(node.base) if node.base is not None else None
        base_fields: list[tuple[int, t.Ty]] = []
        if base is not None:
            given = {i for i, _ in fields}
            tys = self.results.base_fields.get(node, [])
            base_fields = [(i, self.resolve(ty_, node.span)) for i, ty_ in enumerate(tys) if i not in given]
        variant = info.variant if info is not None else 0
        user = self.user_adt(node.path, node.path.span)
        return thir.AdtExpr(
            ty=ty, span=node.span, variant=variant, fields=fields, base=base, base_fields=base_fields, user_ty=user
        )

    def _assign(self, node: ast.Assign) -> thir.Expr:
        desugared = self.results.desugared.get(node)
        if desugared is not None:
            return self.expr(desugared)
        return thir.Assign(ty=t.UNIT, span=node.span, lhs=self.expr(node.lhs), rhs=self.expr(node.rhs))

    def _desugared(self, node: Any) -> thir.Expr:
        return self.expr(self.results.desugared[node])

    def _closure(self, node: ast.Closure) -> thir.Expr:
        ty = self.node_ty(node)
        assert isinstance(ty, t.Closure)
        if self.final:
            self.closures[ty.def_] = build_closure(self.fcx, ty.def_)
        return thir.ClosureExpr(ty=ty, span=node.span, def_=ty.def_)

    def _format_args(self, node: ast.FormatArgs) -> thir.Expr:
        return thir_format.build(self, node)

    # -------------------------------------------------------------------------------------------- control flow

    def block(self, node: ast.Block, *, unsafe: bool = False, label_node: ast.BlockExpr | None = None) -> thir.Block:
        made = thir.Block(
            ty=self.resolve(self.results.node_types.get(node, t.UNIT), node.span),
            span=label_node.span if label_node is not None else node.span,
            stmts=[], expr=None, end_span=node.end_span, unsafe=unsafe, break_target=label_node is not None,
        )  # fmt: skip
        if label_node is not None:
            self.targets[label_node] = made
        for stmt in node.stmts:
            match stmt:
                case ast.Let():
                    made.stmts.append(self._let_stmt(stmt))
                case ast.ExprStmt(expr=expr):
                    made.stmts.append(thir.ExprStmt(expr=self.expr(expr), span=stmt.span))
                case _:
                    pass
        if node.expr is not None:
            made.expr = self.expr(node.expr)
        return made

    def _let_stmt(self, node: ast.Let) -> thir.LetStmt:
        init = self.expr(node.init) if node.init is not None else None
        user = self.results.user_tys.get(node)
        user_ty = thir.UserType(self.resolve(user.ty, user.span), user.span) if user is not None else None
        pat = thir_pat.build_pat(self, node.pat)
        else_ = self.block(node.else_) if node.else_ is not None else None
        return thir.LetStmt(pat=pat, user_ty=user_ty, init=init, else_=else_, span=node.span)

    def _block_expr(self, node: ast.BlockExpr) -> thir.Expr:
        if node.const:
            def_ = self.fcx.tcx.resolution.defs[node]
            if self.final:
                self.closures[def_] = _build_const_block(self.fcx, def_, node)
            args = self.fcx.tcx.identity_args(self.fcx.owner)
            return thir.NamedConst(ty=self.node_ty(node), span=node.span, const=t.ConstUnevaluated(def_, args))
        return self.block(node.block, unsafe=node.unsafe, label_node=node if node.label is not None else None)

    def _let_expr(self, node: ast.LetExpr) -> thir.Expr:
        return thir.Let(ty=t.BOOL, span=node.span, expr=self.expr(node.expr), pat=thir_pat.build_pat(self, node.pat))

    def _if(self, node: ast.If) -> thir.Expr:
        cond = self.expr(node.cond)
        then = self.expr(check_control.then_block(self.fcx, node))
        else_ = self.expr(node.else_) if node.else_ is not None else None
        return thir.If(ty=self.node_ty(node), span=node.span, cond=cond, then=then, else_=else_)

    def _match(self, node: ast.Match) -> thir.Expr:
        scrutinee = self.expr(node.scrutinee)
        arms = [
            thir.Arm(
                pat=thir_pat.build_pat(self, arm.pat),
                guard=self.expr(arm.guard) if arm.guard is not None else None,
                body=self.expr(arm.body),
                span=arm.span,
            )
            for arm in node.arms
        ]
        source = self.results.match_sources.get(node, thir.MatchSource.NORMAL)
        return thir.Match(ty=self.node_ty(node), span=node.span, scrutinee=scrutinee, arms=arms, source=source)

    def _loop(self, node: ast.Loop) -> thir.Expr:
        source = self.results.loop_sources.get(node, "loop")
        placeholder = thir.TupleExpr(ty=t.UNIT, span=node.span, elems=[])
        made = thir.Loop(ty=self.node_ty(node), span=node.span, body=placeholder, source=source)
        self.targets[node] = made
        made.body = self.block(node.body)
        return made

    def _break(self, node: ast.Break) -> thir.Expr:
        target = self.targets.get(self.results.break_targets.get(node))
        if target is None:
            return thir.TupleExpr(ty=t.ERROR, span=node.span, elems=[])
        value = self.expr(node.expr) if node.expr is not None else None
        return thir.Break(ty=t.NEVER, span=node.span, target=target, value=value)

    def _continue(self, node: ast.Continue) -> thir.Expr:
        target = self.targets.get(self.results.break_targets.get(node))
        if not isinstance(target, thir.Loop):
            return thir.TupleExpr(ty=t.ERROR, span=node.span, elems=[])
        return thir.Continue(ty=t.NEVER, span=node.span, target=target)

    def _return(self, node: ast.Return) -> thir.Expr:
        value = self.expr(node.expr) if node.expr is not None else None
        return thir.Return(ty=t.NEVER, span=node.span, value=value)

    # -------------------------------------------------------------------------------------------- bodies

    def local_tys(self) -> dict[LocalDef, t.Ty]:
        """The types of the variables that this body itself binds."""
        owners = self.results.local_owner
        return {
            local: self.resolve(ty, local.span) for local, ty in self.results.local_tys.items() if owners.get(local) is self.owner
        }


def _build_const_block(fcx: FnCtxt, def_: Def, node: ast.BlockExpr) -> thir.ClosureInfo:
    """The THIR of a `const` block, as a closure that takes and captures nothing."""
    builder = ThirBuilder(fcx, def_)
    value = builder.expr(fcx.results.desugared[node])
    output = builder.node_ty(node)
    body = thir.Body(
        def_, [], value, output, builder.local_tys(), builder.closures, node.span, node.span.shrink_to_hi(),
        has_errors=fcx.tainted,
    )  # fmt: skip
    sig = t.dummy_binder(t.safe_sig((), output))
    return thir.ClosureInfo(def_, thir.ClosureKind.FN, sig, [], body, False, node.span, node.span, sig)


def build_closure(fcx: FnCtxt, def_: Def) -> thir.ClosureInfo:
    """The THIR of a closure, after upvar analysis."""
    data = fcx.results.closures[def_]
    builder = ThirBuilder(fcx, def_, closure=True)
    body = build_closure_body(builder, data.node)
    kind = data.kind if data.kind is not None else thir.ClosureKind.FN
    sig = builder.resolve(fcx.infcx.closures[def_].sig, data.node.span)
    captures = [
        thir.CapturedPlace(
            c.local,
            tuple([_resolve_projection(builder, p) for p in c.projections]),
            c.by_ref,
            builder.resolve(c.ty),
            c.use_span,
            c.kind_span,
        )
        for c in data.captures
    ]
    user_sig = builder.resolve(data.user_sig)
    node = data.node
    return thir.ClosureInfo(
        def_, kind, sig, captures, body, node.move, node.span, node.head_span, user_sig, data.kind_origin
    )  # fmt: skip


def _resolve_projection(builder: ThirBuilder, projection: tuple[object, ...]) -> tuple[object, ...]:
    return (*projection[:-1], builder.resolve(projection[-1]))


def build_closure_body(builder: ThirBuilder, node: ast.Closure) -> thir.Body:
    """The Body of a closure expression."""
    data = builder.results.closures[builder.owner]
    params = [
        thir.BodyParam(
            pat=thir_pat.build_pat(builder, param.pat),
            ty=builder.resolve(ty, param.span),
            span=param.span,
            ty_span=param.ty.span if param.ty is not None else None,
        )
        for param, ty in zip(node.params, data.liberated.inputs, strict=True)
    ]
    value = builder.expr(node.body)
    output = builder.resolve(data.liberated.output, node.body.span)
    return thir.Body(
        builder.owner, params, value, output, builder.local_tys(), builder.closures, node.span, node.span.shrink_to_hi(),
        has_errors=builder.fcx.tainted,
    )  # fmt: skip


def literal_value(lit: ast.Lit, ty: t.Ty, *, negated: bool = False) -> Any:
    """The value of a literal of type `ty`."""
    value = lit.value
    if lit.kind is ast.LitKind.CHAR:
        assert isinstance(value, str)
        return ord(value)
    if lit.kind is ast.LitKind.FLOAT or t.is_float(ty):
        number = float(str(value).replace("_", ""))
        number = -number if negated else number
        if isinstance(ty, t.Prim) and ty.name == "f32":
            try:
                return struct.unpack("f", struct.pack("f", number))[0]
            except OverflowError:
                return float("-inf") if negated else float("inf")
        return number
    if negated:
        assert isinstance(value, int)
        value = -value
    if isinstance(value, int) and isinstance(ty, t.Prim) and ty.name in t.INT_BITS:
        low, high = t.int_range(ty.name)
        if not low <= value <= high:  # A lint tells that it is cut off.
            value = (value - low) % (high - low + 1) + low
    return value


def _brackets(node: ast.Index) -> Span | None:
    """`[index]`, which is where rustc says that a panic within an overloaded index happens."""
    base, whole = node.expr.span, node.span
    if base.file is not whole.file or base.call_site != whole.call_site:
        return None
    at = whole.file.text.find("[", base.hi, whole.hi)
    return None if at < 0 else Span(whole.file, at, whole.hi, whole.call_site)


_BUILDERS: dict[type, Callable[[ThirBuilder, Any], thir.Expr]] = {
    ast.Lit: ThirBuilder._lit,
    ast.BuiltinConst: ThirBuilder._builtin_const,
    ast.ErrExpr: ThirBuilder._err,
    ast.Underscore: ThirBuilder._err,
    ast.PathExpr: ThirBuilder._path,
    ast.Unary: ThirBuilder._unary,
    ast.Binary: ThirBuilder._binary,
    ast.AssignOp: ThirBuilder._assign_op,
    ast.AddrOf: ThirBuilder._addr_of,
    ast.Index: ThirBuilder._index,
    ast.Cast: ThirBuilder._cast,
    ast.Call: ThirBuilder._call,
    ast.MethodCall: ThirBuilder._method_call,
    ast.FieldExpr: ThirBuilder._field,
    ast.Tuple: ThirBuilder._tuple,
    ast.Array: ThirBuilder._array,
    ast.Repeat: ThirBuilder._repeat,
    ast.StructExpr: ThirBuilder._struct,
    ast.Assign: ThirBuilder._assign,
    ast.Closure: ThirBuilder._closure,
    ast.FormatArgs: ThirBuilder._format_args,
    ast.BlockExpr: ThirBuilder._block_expr,
    ast.LetExpr: ThirBuilder._let_expr,
    ast.If: ThirBuilder._if,
    ast.Match: ThirBuilder._match,
    ast.Loop: ThirBuilder._loop,
    ast.Break: ThirBuilder._break,
    ast.Continue: ThirBuilder._continue,
    ast.Return: ThirBuilder._return,
    ast.For: ThirBuilder._desugared,
    ast.While: ThirBuilder._desugared,
    ast.Range: ThirBuilder._desugared,
    ast.Try: ThirBuilder._desugared,
    ast.AsyncBlock: ThirBuilder._desugared,
    ast.Await: ThirBuilder._desugared,
}
