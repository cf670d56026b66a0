"""Constants in types: array lengths and const arguments (rustc: hir_ty_lowering, `lower_const_arg`)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind, DefRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.lower import ItemCtxt


class LowerConsts:
    """The part of ItemCtxt that lowers constants."""

    def lower_anon_const(self: ItemCtxt, node: ast.AnonConst, ty: t.Ty, place: Span | None = None) -> t.Const:  # type: ignore[misc]
        """An array length or constant argument of type `ty`. `place`: what is blamed if it is of another type."""
        value = node.value
        while isinstance(value, ast.Paren):
            value = value.expr
        if isinstance(value, ast.BlockExpr) and not value.block.stmts and value.block.expr is not None and value.label is None:
            inner = value.block.expr
            if isinstance(inner, ast.PathExpr):
                value = inner
        wrong = self._literal_of_other_type(value, ty, place or node.span)
        if wrong is not None:
            return wrong
        if isinstance(value, ast.Lit) and isinstance(value.value, int) and value.kind is ast.LitKind.INT and ty is t.USIZE:
            return t.ConstValue(value.value, ty)  # type: ignore[no-any-return]
        if isinstance(value, ast.PathExpr):
            res = self.tcx.resolution.path_res.get(value.path)
            if (
                res is not None
                and isinstance(res.base, DefRes)
                and res.base.def_.kind is DefKind.CONST_PARAM
                and not res.unresolved
            ):
                return self.const_param(res.base.def_, ty, place or value.span)
        if isinstance(value, ast.Underscore):
            return self.const_infer(node.span)
        def_ = self.tcx.resolution.defs.get(node)
        if def_ is None:
            def_ = self.tcx.synthetic_def(DefKind.ANON_CONST, "{constant}", self.owner, node.span, node)
            self.tcx.resolution.defs[node] = def_
        self.tcx.set_anon_const_type(def_, ty)
        return self.tcx.eval_const(t.ConstUnevaluated(def_, ()))

    def const_param(self: ItemCtxt, def_: Def, ty: t.Ty, span: Span) -> t.Const:  # type: ignore[misc]
        """A const parameter as a constant of type `ty`."""
        param = self.find_param(def_)
        if param is None:
            return t.ConstError()  # type: ignore[no-any-return]
        own = self.tcx.type_of(def_)
        if own is not ty and not (own.flags | ty.flags) & t.HAS_ERROR:
            return self._of_other_type(param.name, self.tcx.format_ty(own), ty, span)
        return t.ConstParam(param.index, param.name)  # type: ignore[no-any-return]

    def _literal_of_other_type(self: ItemCtxt, value: ast.Expr, ty: t.Ty, place: Span) -> t.Const | None:  # type: ignore[misc]
        """A literal of another integer type isn't evaluated (rustc: `const_lit_matches_ty`)."""
        if isinstance(value, ast.BlockExpr) and not value.block.stmts and value.block.expr is not None:
            value = value.block.expr
        negated = isinstance(value, ast.Unary) and value.op is ast.UnOp.NEG
        literal = value.expr if isinstance(value, ast.Unary) and negated else value
        if not isinstance(literal, ast.Lit) or not literal.suffix or literal.kind is not ast.LitKind.INT:
            return None
        wanted = self.tcx.format_ty(ty)
        if literal.suffix == wanted or not t.is_integral(ty):
            return None
        label = f"expected `{wanted}`, found `{literal.suffix}`"
        self.tcx.emit(Diagnostic("E0308", "mismatched types", (Label(value.span, label),)))
        if negated and not t.is_signed(ty):
            return t.ConstError()  # type: ignore[no-any-return]
        return self._of_other_type(f"{'-' if negated else ''}{literal.value!s}", literal.suffix, ty, place)

    def _of_other_type(self: ItemCtxt, shown: str, found: str, ty: t.Ty, span: Span) -> t.Const:  # type: ignore[misc]
        """rustc: `ConstArgHasType`."""
        wanted = self.tcx.format_ty(ty)
        message = f"the constant `{shown}` is not of type `{wanted}`"
        self.tcx.emit(Diagnostic(None, message, (Label(span, f"expected `{wanted}`, found `{found}`"),)))
        return t.ConstError()  # type: ignore[no-any-return]

    def lower_const_path(self: ItemCtxt, node: ast.PathTy, ty: t.Ty, place: Span) -> t.Const | None:  # type: ignore[misc]
        """A const argument that was parsed as a type, if its path means a constant; None if it is a type. `place`: what is blamed
        if it is of another type."""
        res = self.tcx.resolution.path_res.get(node.path)
        if res is None or not isinstance(res.base, DefRes) or res.unresolved:
            return None
        def_ = res.base.def_
        if def_.kind is DefKind.CONST_PARAM:
            return self.const_param(def_, ty, place)
        if def_.kind is DefKind.CONST and t.erase_regions(self.tcx.type_of(def_)) is ty:
            return self.tcx.eval_const(t.ConstUnevaluated(def_, ()))
        if def_.kind in (DefKind.CONST, DefKind.STATIC, DefKind.FN):
            value = ast.PathExpr(span=node.span, path=node.path)
            const = self.tcx.query("path_as_const", node, lambda: ast.AnonConst(span=node.span, value=value))
            return self.lower_anon_const(const, ty)
        return None
