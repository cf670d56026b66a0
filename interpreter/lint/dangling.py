"""Pointers to what is gone: `dangling_pointers_from_temporaries`, `dangling_pointers_from_locals` (rustc_lint: dangling.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies, initial_values, nodes
from interpreter.records import fields
from interpreter.resolve.defs import DefKind, LocalRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.layout import LayoutError
from interpreter.typeck.results import peel

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.results import BodyTypes

_POINTER_METHODS = ("as_ptr", "as_mut_ptr", "get")
_TEMPORARIES = (ast.Call, ast.MethodCall, ast.Binary, ast.If, ast.Match, ast.Loop, ast.While, ast.For, ast.BlockExpr, ast.Await)
_OWNERS = ("String", "MaybeUninit", "UnsafeCell", "SyncUnsafeCell", "CString", "Vec", "Cell")


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All bodies."""
    for def_, types, found in bodies(tcx):
        if isinstance(def_.node, ast.Fn):
            _Temporaries(tcx, types, emit).visit(def_.node.body, inside_call=False)
            if def_.node.output is not None and not def_.node.async_:
                what = "method" if def_.kind is DefKind.ASSOC_FN and def_.node.self_param is not None else "function"
                what = "associated function" if what == "function" and def_.kind is DefKind.ASSOC_FN else what
                _Returned(tcx, types, found, def_.node.output, what, emit).check(def_.node.body, found)
        for node in found:
            if isinstance(node, ast.Closure) and node.output is not None and not node.async_:
                _Returned(tcx, types, found, node.output, "closure", emit).check(node.body, nodes(node.body))


class _Temporaries:
    def __init__(self, tcx: TyCtxt, types: BodyTypes, emit: Emit) -> None:
        self.tcx = tcx
        self.types = types
        self.emit = emit

    def visit(self, node: object, *, inside_call: bool) -> None:
        """A pointer that is an argument doesn't outlive its statement."""
        if isinstance(node, (list, tuple)):
            for part in node:
                self.visit(part, inside_call=inside_call)
            return
        if not isinstance(node, ast.Node) or isinstance(node, (ast.ItemStmt, ast.AnonConst)):
            return
        if isinstance(node, ast.MethodCall) and not inside_call:
            self._check(node)
        match node:
            case ast.Call() | ast.MethodCall():
                self.visit(node.func if isinstance(node, ast.Call) else node.receiver, inside_call=inside_call)
                self.visit(node.args, inside_call=True)
            case ast.Block():
                self.visit(node.stmts, inside_call=False)
                self.visit(node.expr, inside_call=inside_call)
            case ast.FormatArgs():
                self.visit(node.args, inside_call=False)
            case _:
                for field in fields(node):
                    self.visit(getattr(node, field.name), inside_call=inside_call)

    def _check(self, call: ast.MethodCall) -> None:
        receiver = call.receiver
        callee = self.types.results.callees.get(call)
        ty = self.types.type_of(receiver)
        if callee is None or not callee.def_.is_std or callee.def_.name not in _POINTER_METHODS or ty is None:
            return
        if not isinstance(self.types.type_of(call), t.RawPtr) or not isinstance(peel(receiver), _TEMPORARIES) or not _owns(ty):
            return
        shown = self.tcx.format_ty(ty)
        message = f"this creates a dangling pointer because temporary `{shown}` is dropped at end of statement"
        at = Label(call.segment.ident.span, "pointer created here")
        of_macro = isinstance(receiver, ast.MacroExpansion)
        label = () if of_macro else (Label(receiver.span, f"this `{shown}` is dropped at end of statement"),)
        self.emit("dangling_pointers_from_temporaries", at, message, secondary=label)


def _owns(ty: t.Ty) -> bool:
    """Whether what a pointer into it points to is dropped with it."""
    if isinstance(ty, t.Array):
        return True
    if not isinstance(ty, t.Adt) or not ty.def_.is_std:
        return False
    if ty.def_.path() == "std::boxed::Box":
        inner = ty.args[0]
        return isinstance(inner, t.Slice) or inner is t.STR or (isinstance(inner, (t.Adt, t.Array)) and _owns(inner))
    return ty.def_.name in _OWNERS


class _Returned:
    """What a function gives back that is the address of a variable of its own."""

    def __init__(
        self, tcx: TyCtxt, types: BodyTypes, around: list[ast.Node], output: ast.Ty, what: str, emit: Emit
    ) -> None:  # fmt: skip
        self.tcx = tcx
        self.types = types
        self.output = output
        self.what = what
        self.emit = emit
        self.values = initial_values(tcx, around)

    def check(self, body: object, found: list[ast.Node]) -> None:
        if not isinstance(self.output, ast.PtrTy):
            return
        inner = {part for node in found if isinstance(node, ast.Closure) for part in nodes(node.body)}
        for node in found:
            if isinstance(node, ast.Return) and node.expr is not None and node not in inner:
                self._given(node.expr)
        last = body.expr if isinstance(body, ast.Block) else body
        while isinstance(last, ast.BlockExpr) and last.block.expr is not None:
            last = last.block.expr
        if isinstance(last, ast.Node) and not isinstance(last, (ast.Return, ast.BlockExpr)):
            self._given(last)  # type: ignore[arg-type]

    def _given(self, expr: ast.Expr) -> None:
        origin = self._origin(expr)
        if not isinstance(origin, ast.AddrOf):
            return
        place = peel(origin.expr)
        meant = self.tcx.resolution.path_res.get(place.path) if isinstance(place, ast.PathExpr) else None
        if meant is None or not isinstance(meant.base, LocalRes):
            return
        local, ty = meant.base.local, self.types.type_of(place)
        if ty is None or self._is_empty(ty):
            return
        bound = local.node.span if isinstance(local.node, (ast.IdentPat, ast.SelfParam)) else local.span
        labels = [
            Label(self.output.span, f"return type is `{self.output.span.text}`"),
            Label(bound, f"local variable `{local.name}` is dropped at the end of the {self.what}"),
        ]
        if origin is not peel(expr):
            labels.append(Label(origin.span, "dangling pointer created here"))
        message = f"{self.what} returns a dangling pointer to dropped local variable `{local.name}`"
        self.emit("dangling_pointers_from_locals", Label(_span(expr)), message, secondary=tuple(labels))

    def _origin(self, expr: ast.Expr) -> ast.Expr:
        """The expression that a pointer is cast from, through variables that never change."""
        while True:
            expr = peel(expr)
            if isinstance(expr, ast.BlockExpr) and not expr.block.stmts and expr.block.expr is not None:
                expr = expr.block.expr
            elif isinstance(expr, ast.Cast):
                expr = expr.expr
            elif isinstance(expr, ast.MethodCall) and expr.segment.ident.name in ("cast", "cast_mut", "cast_const"):
                expr = expr.receiver
            elif isinstance(expr, ast.PathExpr):
                meant = self.tcx.resolution.path_res.get(expr.path)
                if meant is None or not isinstance(meant.base, LocalRes) or meant.base.local not in self.values:
                    return expr
                expr = self.values[meant.base.local]
            else:
                return expr

    def _is_empty(self, ty: t.Ty) -> bool:
        try:
            return self.tcx.layout_of(t.erase_regions(ty)).size == 0
        except LayoutError:
            return True


def _span(expr: ast.Expr) -> Span:
    while isinstance(expr, ast.BlockExpr) and not expr.block.stmts and expr.block.expr is not None:
        expr = expr.block.expr
    return peel(expr).span if isinstance(expr, ast.MacroExpansion) else expr.span


