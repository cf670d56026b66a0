"""`if_let_rescope`: temporaries of `if let` that are dropped sooner from 2024 on (rustc_lint: if_let_rescope.rs)."""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies
from interpreter.records import fields
from interpreter.resolve.defs import LocalRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.results import AdjustKind, BodyTypes, peel

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_WORDS = (
    "this value has a significant drop implementation which may observe a major change in drop order and requires your discretion"
)


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All `if let`s with an `else`; those after an `else` belong to the first."""
    if tcx.edition >= 2024:
        return
    for _, types, found in bodies(tcx):
        seen: set[object] = set()
        for node in found:
            if isinstance(node, ast.If) and node not in seen:
                places: list[tuple[Span, Span]] = []
                here: object = node
                while isinstance(here, ast.If):
                    seen.add(here)
                    if isinstance(here.cond, ast.LetExpr) and here.else_ is not None:
                        drop = next(_Droppers(tcx, types).scrutinee(here.cond.expr), None)
                        if drop is not None:
                            places.append((here.cond.span, drop))
                    here = peel(here.else_) if here.else_ is not None else None
                if places:
                    message = "`if let` assigns a shorter lifetime since Edition 2024"
                    secondary = tuple(Label(drop, _WORDS) for _, drop in places)
                    emit("if_let_rescope", Label(places[0][0]), message, secondary=secondary)


class _Droppers:
    """The temporaries of an expression whose drop does something that matters."""

    def __init__(self, tcx: TyCtxt, types: BodyTypes) -> None:
        self.tcx = tcx
        self.types = types

    def scrutinee(self, node: object) -> Iterator[Span]:
        yield from self.promoted(node)
        yield from self.expr(node)

    def expr(self, node: object) -> Iterator[Span]:
        node = peel(node)
        for step in self.types.results.adjustments.get(node, ()):
            if step.kind in (AdjustKind.DEREF, AdjustKind.OVERLOADED_DEREF):
                break
            if step.kind is AdjustKind.BORROW:
                yield from self.promoted(node)
        match node:
            case ast.BlockExpr():
                if node.block.expr is not None:
                    yield from self.expr(node.block.expr)
            case ast.AddrOf() | ast.FieldExpr() | ast.Index():
                yield from self.promoted(node.expr)
                yield from self.within(node)
            case ast.If() | ast.Closure() | ast.ItemStmt() | ast.AnonConst():
                pass
            case ast.Match():
                yield from self.expr(node.scrutinee)
            case ast.Node():
                yield from self.within(node)

    def within(self, node: ast.Node) -> Iterator[Span]:
        for field in fields(node):
            value = getattr(node, field.name)
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, ast.Node) and not isinstance(part, ast.Path):
                    yield from self.expr(part)

    def promoted(self, node: object) -> Iterator[Span]:
        """A value that must be kept in a temporary to be borrowed."""
        node = peel(node)
        ty = self.types.type_of(node)
        if ty is not None and isinstance(node, ast.Node) and not self.is_place(node) and significant_drop(self.tcx, ty):
            yield node.span

    def is_place(self, node: object) -> bool:
        node = peel(node)
        match node:
            case ast.PathExpr():
                meant = self.tcx.resolution.path_res.get(node.path)
                if meant is not None and isinstance(meant.base, LocalRes):
                    return True
                callee = self.types.path_def(node.path)
                return callee is not None and isinstance(callee.node, ast.Static)
            case ast.Unary(op=ast.UnOp.DEREF):
                return True
            case ast.FieldExpr() | ast.Index():
                return self.is_place(node.expr)
            case _:
                return False


def significant_drop(tcx: TyCtxt, ty: t.Ty) -> bool:
    """Whether dropping a value does more than to free memory (rustc: `has_significant_drop`)."""
    match ty:
        case t.Adt():
            destructor = tcx.adt_destructor(ty.def_)
            if tcx.is_lang_item(ty.def_, "manually_drop"):
                return False
            if "rustc_insignificant_dtor" in ty.def_.attrs:
                return any(significant_drop(tcx, arg) for arg in ty.args)  # type: ignore[arg-type]
            if destructor is not None:
                return True
            parts = [field.ty(tcx, ty.args) for variant in tcx.adt_def(ty.def_).variants for field in variant.fields]
            return any(significant_drop(tcx, part) for part in parts)
        case t.Tuple():
            return any(significant_drop(tcx, part) for part in ty.elems)
        case t.Array() | t.Slice():
            return significant_drop(tcx, ty.elem)
        case t.Dynamic() | t.Param() | t.Alias():
            return not tcx.is_copy(ty)
        case t.Closure():
            return any(significant_drop(tcx, part) for part in tcx.infer_ctxt().closure(ty.def_, ty.args).upvar_tys or ())
        case _:
            return False
