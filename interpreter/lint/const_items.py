"""Constants that are used as if they were variables: `const_item_mutation`, `const_item_interior_mutations` (rustc_mir_transform:
check_const_item_mutation.rs; rustc_lint: interior_mutable_consts.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies
from interpreter.resolve.defs import Def, DefKind, DefRes
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.results import AdjustKind

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.results import BodyTypes

_CONSTS = (DefKind.CONST, DefKind.ASSOC_CONST)
_CELLS = {
    "Cell": "set swap replace take update get",
    "RefCell": "replace replace_with swap borrow try_borrow borrow_mut try_borrow_mut",
    "OnceCell": "set try_insert get_or_init get_or_try_init",
    "LazyCell": "force",
    "Mutex": "lock try_lock clear_poison set replace",
    "RwLock": "read try_read write try_write clear_poison set replace",
    "OnceLock": "set try_insert get_or_init get_or_try_init wait",
    "Once": "call_once call_once_force wait wait_force",
    "Condvar": "wait wait_while wait_timeout wait_timeout_while notify_one notify_all",
    "Barrier": "wait",
}
_ATOMIC = "store swap compare_and_swap compare_exchange compare_exchange_weak fetch_"


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All bodies."""
    for _, types, found in bodies(tcx):
        body = _Body(tcx, types, emit)
        for node in found:
            body.check(node)


class _Body:
    def __init__(self, tcx: TyCtxt, types: BodyTypes, emit: Emit) -> None:
        self.tcx = tcx
        self.types = types
        self.emit = emit

    def check(self, node: ast.Node) -> None:
        match node:
            case ast.Assign() | ast.AssignOp() if node not in self.types.results.callees:
                lhs = _bare(node.lhs)
                const = self._const_within(lhs)
                if const is not None and lhs is not _root(lhs) and not self._has_destructor(const):
                    self.emit("const_item_mutation", Label(node.span), "attempting to modify a `const` item")
            case ast.AddrOf() if node.mutable and self._const_within(node.expr) is not None:
                self._borrowed(node)
            case ast.MethodCall():
                receiver = _bare(node.receiver)
                steps = self.types.results.adjustments.get(receiver, ())
                borrow = next((step for step in steps if step.kind is AdjustKind.BORROW), None)
                if borrow is not None and borrow.mutable and not any(step.kind is AdjustKind.DEREF for step in steps):
                    if self._const_within(receiver) is not None:
                        overloaded = any(step.kind is AdjustKind.OVERLOADED_DEREF for step in steps)
                        self._borrowed(receiver if overloaded else node)
                self._interior(node, receiver)
            case _:
                pass

    def _borrowed(self, node: ast.Expr) -> None:
        self.emit("const_item_mutation", Label(node.span), "taking a mutable reference to a `const` item")

    def _const_within(self, place: ast.Expr) -> Def | None:
        """The constant that a place is a part of, where no pointer is followed on the way."""
        place = _bare(place)
        while isinstance(place, (ast.FieldExpr, ast.Index)):
            steps = self.types.results.adjustments.get(_bare(place.expr), ())
            deref = any(step.kind in (AdjustKind.DEREF, AdjustKind.OVERLOADED_DEREF) for step in steps)
            if deref or place in self.types.results.callees:
                return None
            place = _bare(place.expr)
        return self._const(place)

    def _const(self, expr: ast.Expr) -> Def | None:
        if not isinstance(expr, ast.PathExpr):
            return None
        meant = self.tcx.resolution.path_res.get(expr.path)
        if meant is not None and not meant.unresolved:
            def_ = meant.base.def_ if isinstance(meant.base, DefRes) else None
        else:
            def_ = self.types.path_def(expr.path)
        return def_ if def_ is not None and def_.kind in _CONSTS else None

    def _has_destructor(self, const: Def) -> bool:
        ty = self.tcx.type_of(const)
        return isinstance(ty, t.Adt) and self.tcx.adt_destructor(ty.def_) is not None

    def _interior(self, call: ast.MethodCall, receiver: ast.Expr) -> None:
        const = self._const(receiver)
        callee = self.types.results.callees.get(call)
        owner = callee.def_.parent if callee is not None and callee.def_.is_std else None
        if const is None or owner is None or owner.kind is not DefKind.IMPL:
            return
        ty, name = self.tcx.type_of(owner), call.segment.ident.name
        if not isinstance(ty, t.Adt):
            return
        if ty.def_.name.startswith("Atomic"):
            listed = any(name.startswith(word) if word[-1] == "_" else name == word for word in _ATOMIC.split())
        else:
            listed = name in _CELLS.get(ty.def_.name, "").split()
        const_ty = self.types.type_of(receiver)
        if listed and const_ty is not None and not self.tcx.is_freeze(const_ty):
            what = f"`{const.name}` is a interior mutable `const` item of type `{self.tcx.format_ty(const_ty)}`"
            message = f"mutation of an interior mutable `const` item with call to `{name}`"
            self.emit(
                "const_item_interior_mutations", Label(call.span), message, secondary=(Label(receiver.span, what),)
            )  # fmt: skip


def _bare(expr: ast.Expr) -> ast.Expr:
    while isinstance(expr, ast.Paren):
        expr = expr.expr
    return expr


def _root(place: ast.Expr) -> ast.Expr:
    place = _bare(place)
    while isinstance(place, (ast.FieldExpr, ast.Index)):
        place = _bare(place.expr)
    return place
