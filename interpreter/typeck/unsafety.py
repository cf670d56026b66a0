"""What is unsafe must stand in an `unsafe` block or function (rustc: check_unsafety.rs): E0133."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.records import Record, field
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.thir_walk import children
from interpreter.typeck.words import errors_cause

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.fn_ctxt import FnCtxt


def check_unsafety(fcx: FnCtxt, body: thir.Body) -> None:
    """Report unsafe operations outside of `unsafe`, in the body and its closures. std's text is trusted."""
    if fcx.owner.is_std:
        return
    node = fcx.owner.node
    _Visitor(fcx).body(body, isinstance(node, ast.Fn) and node.unsafe)


def unused_unsafe_blocks(tcx: TyCtxt) -> list[tuple[Span, Span | None]]:
    """The `unsafe` blocks met so far in which nothing is unsafe, or not but in a block within; or which stand in one that is
    needed."""
    return tcx.query("unused_unsafe", None, list)


def unsafe_fn_operations(tcx: TyCtxt) -> list[tuple[str, Label]]:
    """The operations met so far that are allowed by nothing but that they stand in an unsafe function."""
    return tcx.query("unsafe_fn_operations", None, list)


class _Block(Record, eq=False):
    """An `unsafe` block: whether it is needed, and which blocks in it would be without it."""

    span: Span
    needed: bool = False
    within: list[Span] = field(default_factory=list)


class _Visitor:
    def __init__(self, fcx: FnCtxt) -> None:
        self.fcx = fcx
        self.blocks: list[_Block] = []
        """The `unsafe` blocks around."""
        self.unsafe = False
        self.closures: dict[Any, thir.ClosureInfo] = {}

    def body(self, body: thir.Body, unsafe: bool) -> None:
        saved, self.unsafe, self.closures = (self.unsafe, self.closures), unsafe, body.closures
        for param in body.params:
            if param.pat is not None:
                self.pattern(param.pat)
        self.visit(body.value)
        self.unsafe, self.closures = saved

    def require(self, what: str, label: str, span: Span, note: str) -> None:
        if self.blocks:
            self.blocks[-1].needed = True
        elif self.unsafe:
            unsafe_fn_operations(self.fcx.tcx).append((what, Label(span, label)))
        if not self.unsafe:
            only_blocks = self.fcx.tcx.edition >= 2024 or self.fcx.tcx.resolution.lints.denied("unsafe_op_in_unsafe_fn", span)
            where = "unsafe block" if only_blocks else "unsafe function or block"
            message = f"{what} is unsafe and requires {where}"
            self.fcx.tcx.emit(Diagnostic("E0133", message, (Label(span, label),), notes=(note,)))

    def leave(self, block: _Block) -> None:
        """At the end of an `unsafe` block (rustc: `in_safety_context`)."""
        if not block.needed:
            unused_unsafe_blocks(self.fcx.tcx).append((block.span, None))
        else:
            unused_unsafe_blocks(self.fcx.tcx).extend((span, block.span) for span in block.within)
        if self.blocks:
            self.blocks[-1].within += [block.span] if block.needed else block.within

    def visit(self, expr: thir.Expr | thir.Arm) -> None:
        match expr:
            case thir.Block():
                saved, self.unsafe = self.unsafe, self.unsafe or expr.unsafe
                if expr.unsafe:
                    self.blocks.append(_Block(expr.span))
                for stmt in expr.stmts:
                    if isinstance(stmt, thir.ExprStmt):
                        self.visit(stmt.expr)
                    else:
                        self.pattern(stmt.pat)
                        if stmt.init is not None:
                            self.visit(stmt.init)
                        if stmt.else_ is not None:
                            self.visit(stmt.else_)
                if expr.expr is not None:
                    self.visit(expr.expr)
                self.unsafe = saved
                if expr.unsafe:
                    self.leave(self.blocks.pop())
                return
            case thir.Call(fun=fun):
                self._call(expr, fun)
            case thir.Deref(arg=arg) if isinstance(arg.ty, t.RawPtr):
                self.require(
                    "dereference of raw pointer", "dereference of raw pointer", expr.span,
                    "raw pointers may be null, dangling or unaligned; they can violate aliasing rules and cause data races:"
                    " all of these are undefined behavior",
                )  # fmt: skip
            case thir.StaticRef(def_=def_) if isinstance(def_.node, ast.Static) and def_.node.mutable:
                self.require(
                    "use of mutable static", "use of mutable static", expr.span,
                    "mutable statics can be mutated by multiple threads: aliasing violations or data races will cause undefined"
                    " behavior",
                )  # fmt: skip
            case thir.StaticRef(def_=def_) if isinstance(def_.node, ast.Static) and def_.node.foreign and not def_.node.safe:
                self.require(
                    "use of extern static", "use of extern static", expr.span,
                    "extern statics are not controlled by the Rust type system: invalid data, aliasing violations or data races"
                    " will cause undefined behavior",
                )  # fmt: skip
            case thir.Field(arg=arg) if isinstance(arg.ty, t.Adt) and self.fcx.tcx.adt_def(arg.ty.def_).is_union:
                self._union_field(expr.span)
            case thir.Arm(pat=pat) | thir.Let(pat=pat):
                self.pattern(pat)
            case thir.RawBorrow(arg=thir.StaticRef() | thir.Deref()):
                inner = expr.arg
                if isinstance(inner, thir.Deref):
                    self.visit(inner.arg)
                return
            case thir.Assign(lhs=lhs, rhs=rhs):
                while isinstance(lhs, thir.Field):
                    # To write to a field of a union is safe, wherever in it.
                    lhs = lhs.arg
                self.visit(lhs)
                self.visit(rhs)
                return
            case _:
                pass
        if isinstance(expr, thir.ClosureExpr):
            info = self.closures.get(expr.def_)
            if info is not None:
                self.body(info.body, self.unsafe)
        for child in children(expr):
            self.visit(child)

    def _union_field(self, span: Span) -> None:
        self.require(
            "access to union field", "access to union field", span,
            "the field may not be properly initialized: using uninitialized data will cause undefined behavior",
        )  # fmt: skip

    def pattern(self, pat: thir.Pat, in_union: bool = False) -> None:
        """A pattern that looks into a union's field, be it only to bind it."""
        if in_union and not isinstance(pat, (thir.WildPat, thir.OrPat)):
            self._union_field(pat.span)
            return
        match pat:
            case thir.LeafPat(ty=ty, subpatterns=subs):
                in_union = isinstance(ty, t.Adt) and self.fcx.tcx.adt_def(ty.def_).is_union
                for _, sub in subs:
                    self.pattern(sub, in_union)
            case thir.VariantPat(subpatterns=subs):
                for _, sub in subs:
                    self.pattern(sub)
            case thir.DerefPat(sub=sub):
                self.pattern(sub)
            case thir.BindingPat(sub=sub) if sub is not None:
                self.pattern(sub)
            case thir.OrPat(alts=alts):
                for alt in alts:
                    self.pattern(alt, in_union)
            case thir.SlicePat(prefix=prefix, slice=middle, suffix=suffix):
                for sub in (*prefix, *([middle] if middle is not None else ()), *suffix):
                    self.pattern(sub)
            case _:
                pass

    def _call(self, expr: thir.Call, fun: thir.Expr) -> None:
        ty = fun.ty
        if isinstance(ty, t.FnPtr):
            unsafe, what = ty.sig.value.unsafe, "call to unsafe function"
        elif isinstance(ty, t.FnDef) and ty.def_.kind in (DefKind.FN, DefKind.ASSOC_FN):
            unsafe = self.fcx.tcx.fn_sig(ty.def_).value.unsafe
            if unsafe and self.fcx.tcx.edition < 2024 and not self.unsafe and "rustc_deprecated_safe_2024" in ty.def_.attrs:
                return
            if not unsafe and "target_feature" in ty.def_.attrs:
                self._target_features(expr, ty.def_)
            what = f"call to unsafe function `{errors_cause.item_path(self.fcx.infcx, ty.def_)}`" if unsafe else ""
        else:
            return
        if unsafe:
            note = "consult the function's documentation for information on how to avoid undefined behavior"
            self.require(what, "call to unsafe function", expr.span, note)


    def _target_features(self, call: thir.Call, callee: Def) -> None:
        from interpreter.resolve import target_features

        missing = target_features.missing(callee, self.fcx.owner)
        if missing:
            *others, last = missing
            words = f"features: {', '.join(others)} and {last}" if others else f"feature: {last}"
            note = f"in order for the call to be safe, the context requires the following additional target {words}"
            what = f"call to function `{errors_cause.item_path(self.fcx.infcx, callee)}` with `#[target_feature]`"
            self.require(what, "call to function with `#[target_feature]`", call.span, note)
