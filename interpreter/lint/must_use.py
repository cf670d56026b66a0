"""`unused_must_use`, `unused_results` and `path_statements`: statements that drop a value (rustc_lint: unused.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies
from interpreter.records import NamedTuple
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import BinOp
from interpreter.typeck import pretty_ty
from interpreter.typeck import ty as t
from interpreter.typeck.pat_constructors import PatternContext

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.results import BodyTypes


_COMPARISONS = (BinOp.EQ, BinOp.NE, BinOp.LT, BinOp.LE, BinOp.GT, BinOp.GE)
_ARITHMETIC = (BinOp.ADD, BinOp.SUB, BinOp.MUL, BinOp.DIV, BinOp.REM)
_LOGICAL = (BinOp.AND, BinOp.OR)


class _Reason(NamedTuple):
    """That a value must be used: `def_` says so (None: it is a closure), `before` and `after` how it is part of the value."""

    def_: Def | None
    span: Span
    before: str = ""
    after: str = ""


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All statements in bodies."""
    for def_, types, found in bodies(tcx):
        checker = _Checker(tcx, def_, types, emit)
        for node in found:
            if isinstance(node, ast.ExprStmt) and node.semi:
                checker.statement(node)


class _Checker:
    def __init__(self, tcx: TyCtxt, def_: Def, types: BodyTypes, emit: Emit) -> None:
        self.tcx = tcx
        self.env = tcx.param_env(def_)
        self.cx = PatternContext(tcx, self.env)
        self.types = types
        self.emit = emit

    def statement(self, stmt: ast.ExprStmt) -> None:
        expr, span = _bare(stmt.expr)
        if isinstance(expr, ast.PathExpr):
            ty = self.types.type_of(expr)
            drops = ty is not None and self.tcx.needs_drop(t.erase_regions(ty), self.env)
            message = "path statement drops value" if drops else "path statement with no effect"
            self.emit("path_statements", Label(stmt.span), message)
        while isinstance(expr, ast.BlockExpr) and expr.block.expr is not None:
            expr, span = _bare(expr.block.expr)
        ty = self.types.type_of(expr)
        if isinstance(expr, ast.Return) or ty is None:
            return
        if isinstance(expr, ast.Await) and self._awaited(expr):
            return
        trivial, reasons = self._must_use(ty, expr, span)
        for reason in reasons:
            self._tell(reason)
        by_type = trivial or bool(reasons)
        by_function = self._function(expr, span)
        if by_type and not by_function:
            return
        operation = _operation(expr)
        if operation is not None:
            label = Label(span, f"the {operation} produces a value")
            self.emit("unused_must_use", label, f"unused {operation} that must be used")
        elif not (by_type or by_function):
            self.emit("unused_results", Label(stmt.span), f"unused result of type `{self.tcx.format_ty(ty)}`")

    def _awaited(self, expr: ast.Await) -> bool:
        """Of `f(..).await`: whether the `async fn` says that its value must be used."""
        callee = self._callee(_bare(expr.expr)[0])
        if callee is None or not _is_marked(callee) or not isinstance(callee.node, ast.Fn) or not callee.node.async_:
            return False
        what = f"output of future returned by `{_path(self.tcx, callee)}`"
        self.emit("unused_must_use", Label(expr.span), f"unused {what} that must be used")
        return True

    def _tell(self, reason: _Reason) -> None:
        if reason.def_ is None:
            what = f"{reason.before}closure{reason.after}"
        else:
            what = f"{reason.before}`{pretty_ty.visible_path(self.tcx, reason.def_)}`{reason.after}"
        self.emit("unused_must_use", Label(reason.span.source_callsite()), f"unused {what} that must be used")

    def _must_use(self, ty: t.Ty, expr: ast.Expr, span: Span) -> tuple[bool, list[_Reason]]:
        """Whether nobody would use such a value, and why it must be used (rustc: `is_ty_must_use`)."""
        if ty is t.UNIT or self.cx.is_uninhabited(t.erase_regions(ty)):
            return True, []
        match ty:
            case t.Adt():
                return self._adt(ty, expr, span)
            case t.Alias():
                bounds = [bound.value for bound, _ in self.tcx.item_bounds(ty.def_)]
                traits = [bound.trait_ref.trait for bound in bounds if isinstance(bound, t.TraitPredicate)]
                every = [found for trait in traits for found in (trait, *self.tcx.supertraits(trait))]
                marked = next((trait for trait in every if _is_marked(trait)), None)
                return False, [_Reason(marked, span, "implementer of ")] if marked is not None else []
            case t.Dynamic() if ty.principal is not None and _is_marked(ty.principal.value.trait):
                return False, [_Reason(ty.principal.value.trait, span, "", " trait object")]
            case t.Tuple():
                return self._tuple(ty, expr, span)
            case t.Array() if isinstance(ty.len, t.ConstValue) and ty.len.value != 0:
                trivial, reasons = self._must_use(ty.elem, expr, span)
                return trivial, [reason._replace(before=f"array of {reason.before}") for reason in reasons]
            case t.Closure():
                return False, [_Reason(None, span)]
        return False, []

    def _adt(self, ty: t.Adt, expr: ast.Expr, span: Span) -> tuple[bool, list[_Reason]]:
        tcx, def_ = self.tcx, ty.def_
        for item, word in (("owned_box", "boxed"), ("pin", "pinned")):
            if tcx.is_lang_item(def_, item):
                trivial, reasons = self._must_use(ty.args[0], expr, span)  # type: ignore[arg-type]
                return trivial, [reason._replace(before=f"{word} {reason.before}") for reason in reasons]
        if tcx.is_lang_item(def_, "async_block_type"):
            return False, [_Reason(tcx.lang_item("future_trait"), span, "implementer of ")]
        result = tcx.is_lang_item(def_, "Result")
        if result and ty.args[0] is t.UNIT and self.cx.is_uninhabited(ty.args[1]):  # type: ignore[arg-type]
            return True, []
        return False, [_Reason(def_, span)] if _is_marked(def_) else []

    def _tuple(self, ty: t.Tuple, expr: ast.Expr, span: Span) -> tuple[bool, list[_Reason]]:
        given = [_bare(elem) for elem in expr.elems] if isinstance(expr, ast.Tuple) else [(expr, span)] * len(ty.elems)
        found = [self._must_use(elem, *inner) for elem, inner in zip(ty.elems, given, strict=True)]
        reasons = [
            reason if " in tuple" in reason.after else reason._replace(after=f"{reason.after} in tuple element {i}")
            for i, (_, inside) in enumerate(found)
            for reason in inside
        ]
        return all(trivial for trivial, _ in found), reasons

    def _callee(self, expr: ast.Expr) -> Def | None:
        if isinstance(expr, ast.Call) and isinstance(expr.func, ast.PathExpr):
            return self.types.path_def(expr.func.path)
        method = self.types.results.callees.get(expr) if isinstance(expr, ast.MethodCall) else None
        return method.def_ if method is not None else None

    def _function(self, expr: ast.Expr, span: Span) -> bool:
        """Whether the function or method that is called says that its value must be used; if so it is told."""
        callee = self._callee(expr)
        if callee is None or callee.kind not in (DefKind.FN, DefKind.ASSOC_FN):
            return False
        if _is_marked(callee):
            name = _path(self.tcx, callee)
            self.emit("unused_must_use", Label(span.source_callsite()), f"unused return value of `{name}` that must be used")
            return True
        return False


def _bare(expr: ast.Expr) -> tuple[ast.Expr, Span]:
    """Without parentheses, which the span has, and what a macro call became."""
    while isinstance(expr, ast.MacroExpansion):
        expr = expr.expr
    span = expr.span
    while isinstance(expr, (ast.Paren, ast.MacroExpansion)):
        expr = expr.expr
    return expr, span if span.call_site == expr.span.call_site else expr.span


def _path(tcx: TyCtxt, callee: Def) -> str:
    """A function's path with the parameters of the type that it is for (rustc: `def_path_str`)."""
    owner = callee.parent
    if owner is not None and owner.kind is DefKind.IMPL:
        self_ty = tcx.type_of(owner)
        shown = tcx.format_ty(self_ty)
        if isinstance(self_ty, t.Adt):
            return f"{shown.replace('<', '::<', 1)}::{callee.name}"
        return f"{pretty_ty.module_of_impl(self_ty, callee)}::<impl {shown}>::{callee.name}"
    if callee.is_std and callee.kind is not DefKind.FN:
        iterator = tcx.lang_item("iterator")
        # The path of what has a name of its own in std is left out; most that has not shares it with one of Iterator's methods.
        return callee.path() if owner is not iterator and iterator.declares(callee.name) else callee.name
    return pretty_ty.visible_path(tcx, callee)


def _is_marked(def_: Def) -> bool:
    return "must_use" in def_.attrs


def _operation(expr: ast.Expr) -> str | None:
    match expr:
        case ast.Binary():
            if expr.op in _COMPARISONS:
                return "comparison"
            if expr.op in _ARITHMETIC:
                return "arithmetic operation"
            return "logical operation" if expr.op in _LOGICAL else "bitwise operation"
        case ast.AddrOf():
            return "borrow"
        case ast.Unary():
            return "unary operation"
    return None
