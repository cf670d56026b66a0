"""Blocks and statements (rustc_mir_build::builder::{block, expr::stmt}), and which temporaries outlive their statement.

A statement's temporaries die at its end. In `let x = &temp();` and its like the Reference (destructors, temporary lifetime
extension) gives them the variable's scope: by the form of the initialiser (`record_if_borrow`) or by a `ref` in the pattern
(rustc: region.rs, resolve_local).
"""

from __future__ import annotations

from abc import abstractmethod

from interpreter.mir.body import Copy, LocalDecl, LocalKind, Place, Reason, Unreachable, Use
from interpreter.mir.build_into import Into
from interpreter.mir.scope import RegionScope
from interpreter.resolve.defs import DefKind
from interpreter.source import Span
from interpreter.typeck import thir
from interpreter.typeck import ty as t


class Blocks(Into):
    """Builds statements in order, each in a scope of its own, each `let` opening a scope for the rest of its block."""

    def build_block(self, destination: Place, block: thir.Block, reason: Reason) -> None:
        if block.break_target:
            breakable = self.enter_breakable(block, None, destination)
            self._block_statements(destination, block, reason)
            self.leave_breakable(breakable, None, True, block.span)
        else:
            self._block_statements(destination, block, reason)

    def _block_statements(self, destination: Place, block: thir.Block, reason: Reason) -> None:
        remainders: list[RegionScope] = []
        outer_source_scope = self.source_scope
        for stmt in block.stmts:
            if isinstance(stmt, thir.ExprStmt):
                scope = self.push_scope(stmt.span, temporaries=True)
                self.statement_expr(stmt.expr, scope)
                self.pop_scope(scope)
            elif stmt.else_ is not None:
                remainders.append(self._let_else(stmt, block, destination))
            else:
                remainders.append(self._let(stmt, block))
        if block.expr is not None:
            if self.tcx.edition >= 2024:
                tail = self.push_scope(block.expr.span, temporaries=True)
                self.unscoped_into(destination, block.expr, reason)
                self.pop_scope(tail)
            else:
                self.expr_into_dest(destination, block.expr, reason)
        elif self.place_ty(destination) is t.UNIT:
            self.push_assign(self.info(block.span), destination, Use(self.unit_constant(block.span)))
        for remainder in reversed(remainders):
            self.pop_scope(remainder)
        self.source_scope = outer_source_scope

    # ---------------------------------------------------------------- let

    def _let(self, stmt: thir.LetStmt, block: thir.Block) -> RegionScope:
        """Gives the scope from here to the end of the block, which is that of what it declares."""
        span = remainder_span(stmt, block)
        remainder = self.push_scope(span)
        visibility = self.new_source_scope(span)
        var_scope = self.extended_super_lets.get(stmt, self.temp_scope) if stmt.is_super else remainder
        scope = self.push_scope(stmt.span, temporaries=not stmt.is_super)
        self.declare_bindings(visibility, stmt.pat, var_scope, user_ty=stmt.user_ty)
        if stmt.init is not None:
            self._record_extended(stmt.pat, stmt.init, var_scope)
            self.expr_into_pattern(stmt.pat, stmt.init, stmt.user_ty)
            self.pop_scope(scope)
        else:
            self.pop_scope(scope)
            for binding in primary_bindings(stmt.pat):
                self.storage_live_binding(self.block, binding, False, True)
                self.schedule_drop(remainder, self.var_locals[binding.local], True)
        self.source_scope = visibility
        return remainder

    def _let_else(self, stmt: thir.LetStmt, block: thir.Block, destination: Place) -> RegionScope:
        """As _let. (Of the variables, rustc notes the block's destination as the place they were matched from, by mistake.)"""
        assert stmt.else_ is not None and stmt.init is not None
        # The else block lies outside of the scope of what the `let` declares; it never ends normally.
        main = self.block
        failure_entry = self.block = self.cfg.new_block()
        never = Place(self.new_local(LocalDecl(t.NEVER, LocalKind.TEMP, True, stmt.else_.span)))
        self.into_terminating(never, stmt.else_, Reason.NONE)
        self.cfg.terminate(self.block, Unreachable(self.info(stmt.else_.span)))
        self.block = main

        outside = self.scopes[-1]
        span = remainder_span(stmt, block)
        remainder = self.push_scope(span)
        visibility = self.new_source_scope(span)
        scope = self.push_scope(stmt.span, temporaries=True)
        self.declare_bindings(
            visibility, stmt.pat, remainder, match_place=destination, match_span=stmt.init.span, user_ty=stmt.user_ty
        )
        self._record_extended(stmt.pat, stmt.init, remainder)
        previous = self.enter_if_then(outside)
        self.lower_let(stmt.init, stmt.pat, None, stmt.init.span, False, stmt.user_ty)
        matching = self.block
        failure = self.leave_if_then(previous)
        self.cfg.goto(failure, self.info(stmt.else_.span), failure_entry)
        self.block = matching
        self.pop_scope(scope)
        self.source_scope = visibility
        return remainder

    # ---------------------------------------------------------------- statements

    def statement_expr(self, expr: thir.Expr, scope: RegionScope | None) -> None:
        """Evaluate for effect; the value's temporary, if there is one, dies with `scope`."""
        entered = self.enter(expr)
        match expr:
            case thir.Assign():
                self._assign(expr)
            case thir.AssignOp():
                # Built-in compound assignment evaluates its right operand first.
                rhs = self.as_operand(expr.rhs)
                place = self.as_place(expr.lhs)
                value = self.binary_op(expr.span, expr.lhs.ty, expr.op, expr.lhs.ty, Copy(place), rhs)
                self.push_assign(self.info(expr.span, Reason.ASSIGN), place, value)
            case thir.Break() | thir.Continue() | thir.Return():
                self.break_scope(expr)
            case _:
                self.unscoped_temp(expr, scope, False, Reason.NONE)
        self.leave(entered)

    def _assign(self, expr: thir.Assign) -> None:
        value = self.as_rvalue(expr.rhs)
        place = self.as_place(expr.lhs)
        if self.ty_needs_drop(expr.lhs.ty):
            self.drop_and_replace(expr.lhs.span, expr.span, place, value)
        else:
            self.push_assign(self.info(expr.span, Reason.ASSIGN), place, value)

    # ---------------------------------------------------------------- extended temporaries

    def _record_extended(self, pat: thir.Pat, init: thir.Expr, scope: RegionScope | None) -> None:
        self.record_if_borrow(init, scope)
        if _binds_by_ref(pat):
            self._record_chain(init, scope)

    def record_if_borrow(self, expr: thir.Expr, scope: RegionScope | None) -> None:
        """Extend what an extending expression borrows: the operand of `&`, also within aggregates, casts, block tails,
        branches."""
        expr = self.unadjusted(expr)
        match expr:
            case thir.Borrow() | thir.RawBorrow():
                self.record_if_borrow(expr.arg, scope)
                self._record_chain(expr.arg, scope)
            case thir.AdtExpr():
                for _, value in expr.fields:
                    self.record_if_borrow(value, scope)
            case thir.TupleExpr() | thir.ArrayExpr():
                for elem in expr.elems:
                    self.record_if_borrow(elem, scope)
            case thir.Cast():
                self.record_if_borrow(expr.arg, scope)
            case thir.Block():
                if expr.expr is not None:
                    self.record_if_borrow(expr.expr, scope)
                for stmt in expr.stmts:
                    if isinstance(stmt, thir.LetStmt) and stmt.is_super:
                        self.extended_super_lets[stmt] = scope
            case thir.If(else_=otherwise):
                self.record_if_borrow(expr.then, scope)
                if otherwise is not None:
                    self.record_if_borrow(otherwise, scope)
            case thir.Match():
                for arm in expr.arms:
                    self.record_if_borrow(arm.body, scope)
            case thir.Call(fun=thir.FnItem(ty=t.FnDef(def_=def_))) if def_.kind in (DefKind.STRUCT, DefKind.VARIANT):
                for arg in expr.args:
                    self.record_if_borrow(arg, scope)

    def _record_chain(self, expr: thir.Expr, scope: RegionScope | None) -> None:
        """The value of `expr`, and of what it is a part of, lives as long as `scope`."""
        while True:
            self.extended[expr] = scope
            if isinstance(expr, (thir.Deref, thir.Field, thir.Index, thir.Borrow, thir.Ascribe, thir.Coercion, thir.NeverToAny)):
                expr = expr.arg
            elif isinstance(expr, thir.Call) and self.is_place_call(expr):
                expr = expr.args[0]
            else:
                return

    # ---------------------------------------------------------------- defined by the layers above

    @abstractmethod
    def declare_bindings(
        self,
        visibility: int | None,
        pat: thir.Pat,
        scope: RegionScope | None,
        *,
        guard: thir.Expr | None = None,
        match_place: Place | None = None,
        match_span: Span | None = None,
        scope_span: Span | None = None,
        user_ty: thir.UserType | None = None,
    ) -> int | None: ...

    @abstractmethod
    def storage_live_binding(self, block: int, binding: thir.BindingPat, for_guard: bool, schedule: bool) -> Place: ...

    @abstractmethod
    def expr_into_pattern(self, pat: thir.Pat, init: thir.Expr, user_ty: thir.UserType | None) -> None: ...


def remainder_span(stmt: thir.LetStmt, block: thir.Block) -> Span:
    """From a `let` to the end of its block."""
    return (
        Span(block.span.file, stmt.span.lo, block.span.hi, block.span.call_site)
        if (stmt.span.file is block.span.file and stmt.span.lo <= block.span.hi)
        else block.span
    )


def primary_bindings(pat: thir.Pat) -> list[thir.BindingPat]:
    """The bindings of a pattern in order, each variable once."""
    found: list[thir.BindingPat] = []
    stack = [pat]
    while stack:
        here = stack.pop()
        if isinstance(here, thir.BindingPat) and here.is_primary:
            found.append(here)
        stack.extend(reversed(subpatterns(here)))
    return found


def subpatterns(pat: thir.Pat) -> list[thir.Pat]:
    """The direct parts of a pattern in source order."""
    match pat:
        case thir.BindingPat():
            return [] if pat.sub is None else [pat.sub]
        case thir.VariantPat() | thir.LeafPat():
            return [sub for _, sub in pat.subpatterns]
        case thir.DerefPat():
            return [pat.sub]
        case thir.SlicePat():
            return [*pat.prefix, *([] if pat.slice is None else [pat.slice]), *pat.suffix]
        case thir.OrPat():
            return pat.alts
    return []


def _binds_by_ref(pat: thir.Pat) -> bool:
    """Whether a `ref` written in the pattern borrows from the initialiser itself (region.rs: is_binding_pat)."""
    match pat:
        case thir.BindingPat():
            return pat.by_ref is not None and not pat.implicit_ref
        case thir.DerefPat() if not pat.implicit:
            return False
    return any(_binds_by_ref(sub) for sub in subpatterns(pat))
