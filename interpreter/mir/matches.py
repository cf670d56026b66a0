"""Pattern matching: match expressions, `let` patterns and conditions, parameters (rustc_mir_build::builder::matches).

The decision tree comes from match_tree.py; here are the arms: bindings, guards, and the bodies.

A variable that a guard may look at has two locals: within the guard it stands for a reference to the matched place, and the real
one is only bound once the guard has agreed.
"""

from __future__ import annotations

from interpreter.mir.body import (
    AscribeUserType,
    BlockId,
    FakeRead,
    LocalDecl,
    LocalKind,
    Place,
    PlaceMention,
    Reason,
    Ref,
    StorageLive,
    Unreachable,
    Use,
)
from interpreter.mir.build_block import primary_bindings
from interpreter.mir.build_core import PlaceBuilder
from interpreter.mir.match_tree import Binding, MatchTree, MatchTrees, SubBranch
from interpreter.mir.scope import RegionScope
from interpreter.resolve.defs import LocalDef
from interpreter.source import Span
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind


class Matching(MatchTrees):
    """Builds everything that binds variables by patterns. `var_scopes`: where each variable is dropped."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.var_scopes: dict[LocalDef, RegionScope | None] = {}

    # ---------------------------------------------------------------- match

    def match_expr(self, destination: Place, expr: thir.Match, reason: Reason) -> None:
        scrutinee_span = expr.scrutinee.span
        scrutinee = self._scrutinee(expr.scrutinee)
        start_span = expr.span.shrink_to_lo().to(scrutinee_span)
        patterns = [(arm.pat, arm.guard is not None) for arm in expr.arms]
        tree = self.lower_match_tree(self.block, scrutinee_span, scrutinee, start_span, patterns, True)
        outer_info = self.info(expr.span)
        match_scope = self.scopes[-1]
        ends: list[BlockId] = []
        for arm, branches in zip(expr.arms, tree.branches, strict=True):
            arm_scope = self.push_scope(arm.span, temporaries=True)
            scope = self.declare_bindings(
                None,
                arm.pat,
                arm_scope,
                guard=arm.guard,
                match_place=self.try_to_place(scrutinee),
                match_span=scrutinee_span,
                scope_span=arm.span,
            )
            self._bind_pattern(branches, tree, expr.span, scrutinee_span, arm, arm_scope, match_scope)
            if scope is not None:
                self.source_scope = scope
            self.expr_into_dest(destination, arm.body, reason)
            self.pop_scope(arm_scope)
            ends.append(self.block)
        end = self.cfg.new_block()
        brace = Span(expr.span.file, max(expr.span.lo, expr.span.hi - 1), expr.span.hi, expr.span.call_site)
        for block in ends:
            statements = self.cfg.statements[block]
            self.cfg.goto(block, statements[-1].info if statements else self.info(brace), end)
        self.source_scope = outer_info.scope
        self.block = end

    def _scrutinee(self, expr: thir.Expr) -> PlaceBuilder:
        """Evaluate what is matched to a place, which is only mentioned, not read."""
        builder = self.as_place_builder(expr)
        place = self.try_to_place(builder)
        if place is not None:
            self.cfg.push(self.block, PlaceMention(self.info(expr.span, Reason.MATCH), place))
        return builder

    def _bind_pattern(
        self,
        branches: list[SubBranch],
        tree: MatchTree,
        outer_span: Span,
        scrutinee_span: Span,
        arm: thir.Arm | None = None,
        arm_scope: RegionScope | None = None,
        match_scope: RegionScope | None = None,
    ) -> None:
        """Bind the variables in each way to match and run the arm's guard there; the ways meet in the current block."""
        if len(branches) == 1:
            self._bind_and_guard(branches[0], tree, scrutinee_span, arm, match_scope, True)
            return
        target = self.cfg.new_block()
        # Drops are scheduled once, by the first alternative, which is built last.
        for position in range(len(branches) - 1, -1, -1):
            self._bind_and_guard(branches[position], tree, scrutinee_span, arm, match_scope, position == 0)
            if position and arm_scope is not None:
                self.clear_scope(arm_scope)
            self.cfg.goto(self.block, self.info(outer_span), target)
        self.block = target

    def _bind_and_guard(
        self,
        branch: SubBranch,
        tree: MatchTree,
        scrutinee_span: Span,
        arm: thir.Arm | None,
        match_scope: RegionScope | None,
        schedule: bool,
    ) -> None:
        self.block = branch.success
        if branch.is_never:
            self.cfg.terminate(self.block, Unreachable(self.info(branch.span)))
            self.block = self.cfg.new_block()
            return
        for place, user_ty in branch.ascriptions:
            self.cfg.push(self.block, AscribeUserType(self.info(user_ty.span), place, user_ty, False))
        if arm is None or arm.guard is None:
            self._bind_for_body(branch.bindings, schedule)
            return
        assert match_scope is not None
        guard = arm.guard
        self._bind_for_guard(branch.bindings)
        self.guard_vars.append(frozenset(binding.pat.local for binding in branch.bindings))
        for place, temp in tree.fake_borrows:
            self.push_assign(self.info(scrutinee_span), Place(temp), Ref(BorrowKind.FAKE, place))
        by_value = tuple([binding for binding in branch.bindings if binding.pat.by_ref is None])
        if self._has_lets(guard):
            # What the guard binds is dropped before the variables of the arm's pattern, which are only bound after it.
            for binding in by_value if schedule else ():
                self.schedule_drop(self.var_scopes[binding.pat.local], self.var_locals[binding.pat.local], False)
                self._schedule_value_drop(binding.pat)
            schedule = False
        previous = self.enter_if_then(match_scope)
        self._declare_guard_lets(guard, arm)
        self.lower_whole_condition(guard, None, None)
        guard_true = self.block
        guard_false = self.leave_if_then(previous)
        self.guard_vars.pop()
        guard_end = self.info(Span(guard.span.file, max(guard.span.lo, guard.span.hi - 1), guard.span.hi, guard.span.call_site))
        for _, temp in tree.fake_borrows:
            self.cfg.push(guard_true, FakeRead(guard_end, "guard", Place(temp)))
        self.cfg.goto(guard_false, self.info(guard.span), branch.otherwise)
        for binding in by_value:
            reference = self.guard_locals[binding.pat.local]
            self.cfg.push(guard_true, FakeRead(guard_end, "guard binding", Place(reference)))
        self.block = guard_true
        self._bind_for_body(by_value, schedule)

    def _has_lets(self, guard: thir.Expr) -> bool:
        if isinstance(guard, thir.LogicalOp):
            return self._has_lets(guard.lhs) or self._has_lets(guard.rhs)
        return isinstance(guard, thir.Let)

    def _declare_guard_lets(self, guard: thir.Expr, arm: thir.Arm) -> None:
        """The variables of `let`s in a guard live as long as the arm, and are the same for each of its alternatives."""
        if isinstance(guard, thir.Let):
            if any(binding.local in self.var_locals for binding in primary_bindings(guard.pat)):
                return
            self.declare_bindings(None, guard.pat, self.scopes[-1], scope_span=arm.span)
        elif isinstance(guard, thir.LogicalOp):
            self._declare_guard_lets(guard.lhs, arm)
            self._declare_guard_lets(guard.rhs, arm)

    # ---------------------------------------------------------------- let

    def lower_let(
        self,
        expr: thir.Expr,
        pat: thir.Pat,
        source_scope: int | None,
        scope_span: Span,
        declare: bool,
        user_ty: thir.UserType | None = None,
    ) -> None:
        """`let pat = expr` as a condition; variables that it declares go to the innermost if-then scope."""
        scrutinee = self._scrutinee(expr)
        self._ascribe_scrutinee(scrutinee, user_ty)
        tree = self.lower_match_tree(self.block, expr.span, scrutinee, pat.span, [(pat, False)], False)
        self.break_for_else(tree.otherwise, self.info(expr.span))
        if declare:
            self.declare_bindings(
                source_scope,
                pat,
                self._let_scope(),
                match_place=self.try_to_place(scrutinee),
                match_span=expr.span,
                scope_span=pat.span.to(scope_span),
            )
        self._bind_pattern(tree.branches[0], tree, pat.span, expr.span)

    def _let_scope(self) -> RegionScope:
        """Where the variables of a condition's `let` live: the scope that was pushed right within the condition's own."""
        assert self.if_then is not None
        return self.scopes[self.if_then[0].depth + 1]

    def expr_into_pattern(self, pat: thir.Pat, init: thir.Expr, user_ty: thir.UserType | None) -> None:
        """`let pat: user_ty = init;`: a plain variable is initialised in place."""
        if isinstance(pat, thir.BindingPat) and pat.by_ref is None and pat.sub is None:
            place = self.storage_live_binding(self.block, pat, False, True)
            self.update_local(place.local, match_span=init.span)
            self.expr_into_dest(place, init, Reason.INIT)
            self.cfg.push(self.block, FakeRead(self.info(pat.span), "let", place))
            if user_ty is not None:
                self.cfg.push(self.block, AscribeUserType(self.info(user_ty.span), place, user_ty, True))
            self._schedule_value_drop(pat)
            return
        scrutinee = self._scrutinee(init)
        self._ascribe_scrutinee(scrutinee, user_ty)
        self.place_into_pattern(pat, scrutinee, init.span)

    def _ascribe_scrutinee(self, scrutinee: PlaceBuilder, user_ty: thir.UserType | None) -> None:
        place = self.try_to_place(scrutinee)
        if user_ty is not None and place is not None:
            self.cfg.push(self.block, AscribeUserType(self.info(user_ty.span), place, user_ty, False))

    def place_into_pattern(self, pat: thir.Pat, scrutinee: PlaceBuilder, match_span: Span | None) -> None:
        """Bind an irrefutable pattern to a place; `match_span`: of a `let`, its initialiser."""
        tree = self.lower_match_tree(self.block, pat.span, scrutinee, pat.span, [(pat, False)], True)
        branches = tree.branches[0]
        place = self.try_to_place(scrutinee)
        if match_span is not None and place is not None:
            for binding in branches[0].bindings:
                self.update_local(self.var_locals[binding.pat.local], match_place=place, match_span=match_span)
        self._bind_pattern(branches, tree, pat.span, pat.span)

    # ---------------------------------------------------------------- bindings

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
    ) -> int | None:
        """Make locals for the variables of `pat`, which are dropped with `scope` (None: never). Gives the source scope that shows
        them: `visibility`, or a new one if there are any."""
        for binding in primary_bindings(pat):
            if visibility is None:
                visibility = self.new_source_scope(scope_span or pat.span)
            self.var_scopes[binding.local] = scope
            annotated = user_ty if binding is pat else None
            local = self.new_local(
                LocalDecl(
                    binding.var_ty,
                    LocalKind.VAR,
                    binding.local.mutable,
                    binding.local.span,
                    binding.local.name,
                    binding.local,
                    annotated,
                    by_ref_binding=binding.by_ref is not None,
                    match_place=match_place,
                    match_span=match_span,
                    pat_span=pat.span,
                    implicit_deref_binding=binding.implicit_ref,
                )
            )
            self.var_locals[binding.local] = local
            self.source_scopes[visibility][2].append(local)
            if guard is not None:
                ref_ty = t.Ref(t.RE_ERASED, binding.var_ty, False)
                decl = LocalDecl(ref_ty, LocalKind.TEMP, False, binding.span, guard_ref=binding.local)
                self.guard_locals[binding.local] = self.new_local(decl)
        return visibility

    def storage_live_binding(self, block: BlockId, binding: thir.BindingPat, for_guard: bool, schedule: bool) -> Place:
        """Start the storage of a variable (or of a guard's reference to it), to end with the variable's scope."""
        var = binding.local
        local = self.guard_locals[var] if for_guard else self.var_locals[var]
        self.cfg.push(block, StorageLive(self.info(binding.span), local))
        if schedule:
            self.schedule_drop(self.var_scopes[var], local, False)
        return Place(local)

    def _schedule_value_drop(self, binding: thir.BindingPat) -> None:
        self.schedule_drop(self.var_scopes[binding.local], self.var_locals[binding.local], True)

    def _bind_for_guard(self, bindings: tuple[Binding, ...]) -> None:
        for binding in bindings:
            info = self.info(binding.pat.span, Reason.BINDING)
            reference = self.storage_live_binding(self.block, binding.pat, True, True)
            source = binding.source
            if binding.pat.by_ref is not None:
                # The arm's own reference is made now; the guard sees it through another one.
                source = self.storage_live_binding(self.block, binding.pat, False, True)
                self.push_assign(info, source, Ref(binding.pat.by_ref, binding.source))
            self.push_assign(info, reference, Ref(BorrowKind.SHARED, source))

    def _bind_for_body(self, bindings: tuple[Binding, ...], schedule: bool) -> None:
        for binding in bindings:
            pat = binding.pat
            local = self.storage_live_binding(self.block, pat, False, schedule)
            if schedule:
                self._schedule_value_drop(pat)
            value = Use(self.consume(binding.source)) if pat.by_ref is None else Ref(pat.by_ref, binding.source)
            self.push_assign(self.info(pat.span, Reason.BINDING), local, value)
