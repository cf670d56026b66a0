"""Expressions evaluated straight into a place (rustc_mir_build::builder::expr::into), and conditions (then_else_break)."""

from __future__ import annotations

from interpreter.mir.body import (
    Aggregate,
    BlockId,
    Call,
    Constant,
    FalseUnwind,
    Field,
    Move,
    Operand,
    Place,
    RawPtrTo,
    Reason,
    Ref,
    Rvalue,
    SwitchInt,
    Unreachable,
    Use,
)
from interpreter.mir.body import Deref as DerefElem
from interpreter.mir.build_core import PLACES
from interpreter.mir.build_expr import Exprs
from interpreter.mir.scope import Breakable, RegionScope
from interpreter.source import Span
from interpreter.syntax.ast import BinOp, UnOp
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind


class Into(Exprs):
    """Control flow, calls and aggregates. All methods continue at the current block and leave it where the expression is done."""

    def expr_into_dest(self, destination: Place, expr: thir.Expr, reason: Reason = Reason.NONE) -> None:
        """Evaluate `expr` into `destination`, which is uninitialised."""
        entered = self.enter(expr)
        self.unscoped_into(destination, expr, reason)
        self.leave(entered)

    def into_terminating(self, destination: Place, expr: thir.Expr, reason: Reason) -> None:
        """As `expr_into_dest`; the temporaries of `expr` die when it is done."""
        scope = self.push_scope(self.unadjusted(expr).span, temporaries=True)
        self.unscoped_into(destination, expr, reason)
        self.pop_scope(scope)

    def unscoped_into(self, destination: Place, expr: thir.Expr, reason: Reason) -> None:
        match expr:
            case thir.Block():
                self.build_block(destination, expr, reason)
            case thir.Call():
                self._call(destination, expr, reason)
            case thir.Borrow():
                self._borrow(destination, expr, reason)
            case thir.Match():
                self._match(destination, expr, reason)
            case thir.If():
                self._if(destination, expr, reason)
            case thir.Loop():
                self._loop(destination, expr)
            case thir.LogicalOp():
                self._logical(destination, expr, reason)
            case thir.AdtExpr():
                self._adt(destination, expr, reason)
            case thir.NeverToAny():
                self._never_to_any(expr)
            case thir.Use():
                self.expr_into_dest(destination, expr.arg, reason)
            case thir.RawBorrow():
                place = self.as_place(expr.arg, expr.mutable)
                self.push_assign(self.info(expr.span, reason), destination, RawPtrTo(expr.mutable, place))
            case thir.Assign() | thir.AssignOp():
                self.statement_expr(expr, None)
                self.push_assign(self.info(expr.span), destination, Use(self.unit_constant(expr.span)))
            case thir.Break() | thir.Continue() | thir.Return():
                self.statement_expr(expr, None)
            case thir.Let():
                raise self.unsupported("`let` here", expr.span)
            case _ if isinstance(expr, PLACES) or self._is_ascribed(expr):
                place = self.as_place(expr)
                self.push_assign(self.info(expr.span, reason), destination, Use(self.consume(place)))
            case _:
                if isinstance(expr, thir.Coercion):
                    reason = Reason.COERCION
                rvalue = self.as_constant_or_rvalue(expr)
                self.push_assign(self.info(expr.span, reason), destination, rvalue)

    def as_constant_or_rvalue(self, expr: thir.Expr) -> Rvalue:
        constant = self.as_constant(expr)
        if constant is not None:
            return Use(constant)
        if isinstance(expr, thir.NamedConst):
            return Use(self.named_const(expr))
        return self.unscoped_rvalue(expr)

    def _is_ascribed(self, expr: thir.Expr) -> bool:
        return isinstance(expr, thir.Ascribe) and self.as_constant(expr) is None

    # ---------------------------------------------------------------- calls, borrows, aggregates

    def _call(self, destination: Place, expr: thir.Call, reason: Reason) -> None:
        fun = self.as_operand(expr.fun)
        args: list[Operand] = [self._call_operand(arg) for arg in expr.args]
        target = None if self.is_uninhabited(expr.ty) else self.cfg.new_block()
        self.record_moved([arg.place.local for arg in args if isinstance(arg, Move) and not arg.place.projection])
        self.cfg.terminate(
            self.block,
            Call(
                self.info(expr.span, reason),
                fun,
                tuple(args),
                destination,
                target,
                None,
                expr.fn_span or expr.span,
                expr.from_overloaded,
            ),
        )
        self.diverge_from(self.block)
        # After a call that never returns, what is built next can't be reached.
        self.block = self.cfg.new_block() if target is None else target

    def _call_operand(self, arg: thir.Expr) -> Operand:
        """An argument; in std, which uses `unsized_fn_params`, one without a size (`*boxed_closure`) is moved straight out of its
        box."""
        if self.owner.is_std and isinstance(arg, thir.Deref) and not self.tcx.is_sized(arg.ty, self.param_env):
            box = self.as_temp(arg.arg, self.scopes[-1], True, Reason.ARGUMENT)
            return Move(Place(box, (DerefElem(),)))
        return self.as_operand(arg, Reason.ARGUMENT)

    def _borrow(self, destination: Place, expr: thir.Borrow, reason: Reason) -> None:
        place = self.as_place(expr.arg, expr.kind is not BorrowKind.SHARED)
        if not expr.explicit:
            through_ref = isinstance(expr.arg, thir.Deref) and isinstance(expr.arg.arg.ty, t.Ref)
            reason = Reason.REBORROW if through_ref else Reason.AUTOREF
        self.push_assign(self.info(expr.span, reason), destination, Ref(expr.kind, place))

    def _adt(self, destination: Place, expr: thir.AdtExpr, reason: Reason) -> None:
        """The fields in source order, then those of the base."""
        assert isinstance(expr.ty, t.Adt)
        adt = self.tcx.adt_def(expr.ty.def_)
        operands: dict[int, Operand] = {}
        for index, value in expr.fields:
            operands[index] = operand = self.as_operand(value)
            if isinstance(operand, Move):
                self.update_local(operand.place.local, for_field=True)
        if expr.base is not None:
            base = self.as_place_builder(expr.base)
            for index, ty in expr.base_fields:
                if index not in operands:
                    operands[index] = self.consume(self.to_place(base.project(Field(index, ty))))
        if adt.is_union:
            field, only = next(iter(operands.items()))
            self.push_assign(self.info(expr.span, reason), destination, Aggregate(expr.ty, (only,), field, expr.user_ty))
            return
        fields = tuple([operands[index] for index in range(len(adt.variants[expr.variant].fields))])
        self.push_assign(self.info(expr.span, reason), destination, Aggregate(expr.ty, fields, expr.variant, expr.user_ty))

    def _never_to_any(self, expr: thir.NeverToAny) -> None:
        source = expr.arg
        self.as_temp(source, self.scopes[-1])
        if not isinstance(source, thir.Call):
            self.cfg.terminate(self.block, Unreachable(self.info(expr.span)))
            self.block = self.cfg.new_block()

    # ---------------------------------------------------------------- control flow

    def _match(self, destination: Place, expr: thir.Match, reason: Reason) -> None:
        if expr.source is thir.MatchSource.FOR_LOOP:
            # `for` is `{ let result = match ... { mut iter => loop { ... } }; result }`: the temporaries of its head die with it.
            scope = self.push_scope(expr.span, temporaries=True)
            self.match_expr(destination, expr, reason)
            self.pop_scope(scope)
        else:
            self.match_expr(destination, expr, reason)

    def _if(self, destination: Place, expr: thir.If, reason: Reason) -> None:
        condition_scope = self.scopes[-1]
        has_let = contains_let(expr.cond)
        # Variables of a `let` condition live in this scope; from 2024 on the temporaries of the condition do, too.
        if_then = self.push_scope(expr.then.span, temporaries=self.tcx.edition >= 2024 and has_let)
        if_then.of_if_let = self.tcx.edition >= 2024 and isinstance(expr.cond, thir.Let)
        variables = None
        if has_let:
            self.source_scope = self.new_source_scope(expr.then.span)
            variables = (self.source_scope, expr.then.span)
        previous = self.enter_if_then(condition_scope)
        self.lower_whole_condition(expr.cond, condition_scope, variables)
        self.into_terminating(destination, expr.then, reason)
        then_block = self.block
        else_block = self.leave_if_then(previous)
        self.block = then_block
        self.pop_scope(if_then)
        then_block = self.block
        self.block = else_block
        if expr.else_ is not None:
            self.into_terminating(destination, expr.else_, reason)
        else:
            after = expr.span.shrink_to_hi()
            self.push_assign(self.info(after), destination, Use(self.unit_constant(after)))
        join = self.cfg.new_block()
        info = self.info(expr.span)
        self.cfg.goto(then_block, info, join)
        self.cfg.goto(self.block, info, join)
        self.block = join

    def _logical(self, destination: Place, expr: thir.LogicalOp, reason: Reason) -> None:
        scope = self.scopes[-1]
        info = self.info(expr.span)
        previous = self.enter_if_then(scope)
        self._lower_part(expr.lhs, scope, None)
        then_block = self.block
        else_block = self.leave_if_then(previous)
        is_and = expr.op is BinOp.AND
        short_circuit, continuation = (else_block, then_block) if is_and else (then_block, else_block)
        value = Use(Constant(not is_and, t.BOOL, expr.span))
        self.push_assign(self.info(expr.span, reason), destination, value, short_circuit)
        self.block = continuation
        self.into_terminating(destination, expr.rhs, reason)
        target = self.cfg.new_block()
        self.cfg.goto(self.block, info, target)
        self.cfg.goto(short_circuit, info, target)
        self.block = target

    def _loop(self, destination: Place, expr: thir.Loop) -> None:
        info = self.info(expr.span, Reason.LOOP)
        loop_block = self.goto_new_block(self.info(expr.span))
        breakable = self.enter_breakable(expr, loop_block, destination)
        body_block = self.cfg.new_block()
        self.cfg.terminate(loop_block, FalseUnwind(info, body_block, None))
        self.diverge_from(loop_block)
        self.block = body_block
        if self.unit_temp is None:
            self.unit_temp = self.temp(t.UNIT, self.thir.span)
        self.into_terminating(self.unit_temp, expr.body, Reason.NONE)
        self.cfg.goto(self.block, info, loop_block)
        self.leave_breakable(breakable, loop_block, False, expr.span)

    def break_scope(self, expr: thir.Break | thir.Continue | thir.Return) -> None:
        """Leave a loop, block or the function, with a value or unit unless it is a `continue`."""
        breakable = self._breakable_of(expr)
        info = self.info(expr.span)
        if isinstance(expr, thir.Continue):
            drops = breakable.continue_drops
            assert drops is not None
        else:
            reason = Reason.RETURN if isinstance(expr, thir.Return) else Reason.NONE
            drops = breakable.break_drops
            if expr.value is not None:
                self.expr_into_dest(breakable.destination, expr.value, reason)
            else:
                self.push_assign(info, breakable.destination, Use(self.unit_constant(expr.span)))
        self.exit_to(breakable.scope, drops, info, self.block)
        self.block = self.cfg.new_block()

    def _breakable_of(self, expr: thir.Break | thir.Continue | thir.Return) -> Breakable:
        if isinstance(expr, thir.Return):
            return self.breakables[0]
        for breakable in reversed(self.breakables):
            if breakable.target is expr.target:
                return breakable
        raise AssertionError("break out of nothing")

    # ---------------------------------------------------------------- conditions

    def lower_whole_condition(self, cond: thir.Expr, temp_scope: RegionScope | None, variables: tuple[int, Span] | None) -> None:
        """The condition of an `if` or `while`: without a `let` in it, its temporaries die when it has been decided."""
        if contains_let(cond):
            self.lower_condition(cond, temp_scope, variables)
        else:
            self._lower_part(cond, temp_scope, variables)

    def _lower_part(self, cond: thir.Expr, temp_scope: RegionScope | None, variables: tuple[int, Span] | None) -> None:
        """A condition whose temporaries die when it has been decided; the result's own one lives in `temp_scope`."""
        if isinstance(cond, thir.Let) or is_logical(cond):
            self.lower_condition(cond, temp_scope, variables)
            return
        scope = self.push_scope(cond.span, temporaries=True)
        self._unscoped_condition(cond, temp_scope, variables)
        self.pop_scope(scope)

    def lower_condition(self, expr: thir.Expr, temp_scope: RegionScope | None, variables: tuple[int, Span] | None) -> None:
        """Go on if `expr` is true, else leave to the else path of the current condition (rustc: `then_else_break`).

        `temp_scope`: where the truth value's temporary lives, None for the innermost scope. `variables`: source scope and
        extent of the variables that a `let` declares; None: they are declared already, as in guards.
        """
        entered = self.enter(expr)
        self._unscoped_condition(expr, temp_scope, variables)
        self.leave(entered)

    def _unscoped_condition(self, expr: thir.Expr, temp_scope: RegionScope | None, variables: tuple[int, Span] | None) -> None:
        match expr:
            case thir.LogicalOp(op=BinOp.AND):
                self._lower_part(expr.lhs, temp_scope, variables)
                self._lower_part(expr.rhs, temp_scope, variables)
            case thir.LogicalOp():
                previous = self.enter_if_then(self.scopes[-1])
                self._lower_part(expr.lhs, temp_scope, None)
                lhs_true = self.block
                self.block = self.leave_if_then(previous)
                self._lower_part(expr.rhs, temp_scope, None)
                info = self.info(expr.span)
                success = self.cfg.new_block()
                self.cfg.goto(lhs_true, info, success)
                self.cfg.goto(self.block, info, success)
                self.block = success
            case thir.Unary(op=UnOp.NOT):
                previous = self.enter_if_then(self.scopes[-1])
                self.lower_condition(expr.arg, temp_scope, None)
                true_block = self.block
                self.block = self.leave_if_then(previous)
                self.break_for_else(true_block, self.info(expr.span))
            case thir.Use():
                self.lower_condition(expr.arg, temp_scope, variables)
            case thir.Let():
                source_scope, span = variables or (None, expr.span)
                self.lower_let(expr.expr, expr.pat, source_scope, span, variables is not None)
            case _:
                scope = temp_scope or self.scopes[-1]
                temp = self.unscoped_temp(expr, scope, True, Reason.OPERAND)
                then_block, else_block = self.cfg.new_block(), self.cfg.new_block()
                info = self.info(expr.span)
                self.cfg.terminate(self.block, SwitchInt(info, Move(Place(temp)), ((0, else_block),), then_block))
                self.break_for_else(else_block, info)
                self.block = then_block

    def switch_bool(self, block: BlockId, operand: Operand, success: BlockId, failure: BlockId, span: Span) -> None:
        """Go to `success` if `operand` is true, else to `failure`."""
        self.cfg.terminate(block, SwitchInt(self.info(span, Reason.MATCH), operand, ((0, failure),), success))


def contains_let(cond: thir.Expr) -> bool:
    """Whether a condition is or has a `let`, in a chain of &&."""
    if isinstance(cond, thir.LogicalOp):
        return contains_let(cond.lhs) or contains_let(cond.rhs)
    return isinstance(cond, thir.Let)


def is_logical(expr: thir.Expr) -> bool:
    return isinstance(expr, thir.LogicalOp)
