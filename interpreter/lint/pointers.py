"""What is certainly undefined behaviour of pointers, and denied by default (rustc_lint: reference_casting.rs, ptr_nulls.rs,
autorefs.rs, builtin.rs; mutable_transmutes)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies, initial_values
from interpreter.resolve.defs import LocalRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.results import AdjustKind

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.results import BodyTypes


_NEEDS_POINTERS = {
    **dict.fromkeys(("copy", "copy_nonoverlapping", "swap", "swap_nonoverlapping"), (0, 1)),
    **dict.fromkeys(
        (
            "read", "read_unaligned", "read_volatile", "replace", "write", "write_bytes", "write_unaligned", "write_volatile",
            "from_raw_parts", "from_raw_parts_mut",
        ),
        (0,),
    ),
}  # fmt: skip
"""Functions of `std::ptr` and `std::slice`, and which of their arguments must not be null."""
_OF_ALL = ("len", "is_empty")
_OF_ALL_OF_SLICES = (*_OF_ALL, "get", "get_mut", "get_unchecked", "get_unchecked_mut")
"""Methods that need the whole of what they look at (`rustc_no_implicit_autorefs`)."""


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All bodies."""
    for _, types, found in bodies(tcx):
        _Body(tcx, types, found, emit).check(found)


def _bare(expr: ast.Expr) -> ast.Expr:
    while isinstance(expr, ast.Paren):
        expr = expr.expr
    return expr


def _has_size(ty: t.Ty) -> bool:
    """A type that is no pointer, and whose size is known here."""
    known = isinstance(ty, (t.Prim, t.Array, t.Tuple, t.Adt)) and ty is not t.STR
    return known and not ty.flags & (t.HAS_PARAM | t.HAS_ALIAS | t.HAS_ERROR)


class _Body:
    def __init__(self, tcx: TyCtxt, types: BodyTypes, found: list[ast.Node], emit: Emit) -> None:
        self.tcx = tcx
        self.types = types
        self.emit = emit
        self.values = initial_values(tcx, found)

    def check(self, found: list[ast.Node]) -> None:
        around: dict[ast.Expr, Span] = {}
        for node in found:
            if isinstance(node, ast.Paren):
                around.setdefault(_bare(node), node.span)
        raw = {_bare(node.expr) for node in found if isinstance(node, ast.AddrOf) and node.raw}
        for node in found:
            match node:
                case ast.Unary() if node.op is ast.UnOp.DEREF and node not in raw and self._is_null(node.expr):
                    label = "this code causes undefined behavior when executed"
                    span = around.get(node, node.span)
                    self.emit("deref_nullptr", Label(span, label), "dereferencing a null pointer")
                case ast.AddrOf() if node.mutable and not node.raw:
                    message = "casting `&T` to `&mut T` is undefined behavior, even if the reference is unused"
                    self._casting(node, node.expr, f"{message}, consider instead using an `UnsafeCell`")
                case ast.Assign() | ast.AssignOp():
                    message = "assigning to `&T` is undefined behavior, consider using an `UnsafeCell`"
                    self._casting(node, node.lhs, message)
                case ast.Call():
                    self._call(node)
                case _:
                    pass
            self._autoref(node)
            if isinstance(node, ast.AddrOf) and not node.raw:
                self._bigger(node, node.expr)
            elif isinstance(node, (ast.Assign, ast.AssignOp)):
                self._bigger(node, node.lhs)

    def _is_null(self, expr: ast.Expr) -> bool:
        return self._null_origin(expr) is not None

    def _null_origin(self, expr: ast.Expr) -> ast.Expr | None:
        """Where a null pointer comes from: a call of `null` or a 0 that is cast."""
        cast = False
        here = _bare(expr)
        while isinstance(here, ast.Cast):
            cast, here = True, _bare(here.expr)
        if cast and isinstance(here, ast.Lit) and here.value == 0 and here.kind is ast.LitKind.INT:
            return here
        if isinstance(here, ast.Call) and isinstance(here.func, ast.PathExpr):
            callee = self.types.path_def(here.func.path)
            if callee is not None and callee.path() in ("std::ptr::null", "std::ptr::null_mut"):
                return here
        return None

    def _casting(self, node: ast.AddrOf | ast.Assign | ast.AssignOp, place: ast.Expr, message: str) -> None:
        """A place behind a pointer that was made from a shared reference is written to."""
        place = _bare(place)
        if not isinstance(place, ast.Unary) or place.op is not ast.UnOp.DEREF:
            return
        pointer = self._initial(place.expr)
        ty, here = self.types.type_of(pointer), self._origin(pointer)
        if not isinstance(ty, t.RawPtr) or not ty.mutable:
            return
        start = self.types.type_of(here)
        if here is not pointer and isinstance(start, t.Ref) and not start.mutable:
            named = pointer is not _bare(place.expr)
            secondary = (Label(pointer.span, "casting happened here"),) if named else ()
            self.emit("invalid_reference_casting", Label(node.span), message, secondary=secondary)

    def _bigger(self, node: ast.AddrOf | ast.Assign | ast.AssignOp, place: ast.Expr) -> None:
        """A place behind a pointer that was made from a reference to less memory (rustc: `is_cast_to_bigger_memory_layout`)."""
        place = _bare(place)
        if not isinstance(place, ast.Unary) or place.op is not ast.UnOp.DEREF:
            return
        pointer = self._initial(place.expr)
        end, here = self.types.type_of(pointer), self._origin(pointer)
        start = self.types.type_of(here)
        if not isinstance(end, t.RawPtr) or not isinstance(start, t.Ref):
            return
        allocation = _bare(here.expr) if isinstance(here, ast.AddrOf) else here
        ty = self.types.type_of(allocation)
        if isinstance(allocation, (ast.Index, ast.FieldExpr, ast.Unary)) or ty is None:
            return  # What it is a part of isn't seen here.
        if not all(map(_has_size, (end.ty, start.ty, ty))):
            return
        to, from_, held = (self.tcx.layout_of(part).size for part in (end.ty, start.ty, ty))
        if to > from_ and to > held:
            message = "casting references to a bigger memory layout than the backing allocation is undefined behavior"
            label = Label(allocation.span, "backing allocation comes from here")
            self.emit(
                "invalid_reference_casting", Label(node.span), f"{message}, even if the reference is unused", secondary=(label,)
            )

    def _initial(self, expr: ast.Expr) -> ast.Expr:
        """What a variable that never changes stands for."""
        expr = _bare(expr)
        meant = self.tcx.resolution.path_res.get(expr.path) if isinstance(expr, ast.PathExpr) else None
        if meant is not None and isinstance(meant.base, LocalRes) and meant.base.local in self.values:
            return _bare(self.values[meant.base.local])
        return expr

    def _origin(self, pointer: ast.Expr) -> ast.Expr:
        """What was cast to get a pointer (rustc: `peel_casts`)."""
        while (inner := self._cast_from(pointer)) is not None:
            pointer = self._initial(inner)
        return pointer

    def _cast_from(self, expr: ast.Expr) -> ast.Expr | None:
        """What an expression casts, if it does."""
        if isinstance(expr, ast.Cast):
            return expr.expr
        if isinstance(expr, ast.MethodCall) and expr.segment.ident.name in ("cast", "cast_mut", "cast_const"):
            return expr.receiver
        if isinstance(expr, ast.Call) and len(expr.args) == 1 and isinstance(expr.func, ast.PathExpr):
            callee = self.types.path_def(expr.func.path)
            if callee is not None and callee.path() in ("std::ptr::from_ref", "std::ptr::from_mut"):
                return expr.args[0]
        return None

    def _call(self, call: ast.Call) -> None:
        callee = self.types.path_def(call.func.path) if isinstance(call.func, ast.PathExpr) else None
        if callee is None or not callee.is_std or callee.parent is None:
            return
        path = callee.path()
        if callee.name == "transmute" and len(call.args) == 1:
            source, target = self.types.type_of(call.args[0]), self.types.type_of(call)
            if isinstance(source, t.Ref) and isinstance(target, t.Ref) and target.mutable and not source.mutable:
                message = "transmuting &T to &mut T is undefined behavior, even if the reference is unused, consider instead"
                self.emit("mutable_transmutes", Label(call.func.span), f"{message} using an UnsafeCell")
        elif path in (f"std::ptr::{callee.name}", f"std::slice::{callee.name}"):
            for index in _NEEDS_POINTERS.get(callee.name, ()):
                origin = self._null_origin(call.args[index])
                if origin is not None:
                    message = "calling this function with a null pointer is undefined behavior"
                    label = (Label(origin.span, "null pointer originates from here"),)
                    message += ", even if the result of the function is unused"
                    self.emit("invalid_null_arguments", Label(call.span), message, secondary=label)

    def _autoref(self, node: ast.Node) -> None:
        """A reference is made by the way to what a raw pointer points to (rustc: `ImplicitAutorefs::check_expr`)."""
        inner = _looked_at(node)
        if inner is None:
            return
        known = self.types.results.adjustments
        steps = [*known.get(_bare(inner), ()), *(known.get(inner, ()) if inner is not _bare(inner) else ())]
        while len(steps) > 1 and steps[0].kind in (AdjustKind.DEREF, AdjustKind.OVERLOADED_DEREF):
            del steps[0]
        if len(steps) != 1 or steps[0].kind not in (AdjustKind.BORROW, AdjustKind.OVERLOADED_DEREF):
            return
        place = _bare(inner)
        while isinstance(place, (ast.Index, ast.FieldExpr)):
            place = _bare(place.expr)
        if not isinstance(place, ast.Unary) or place.op is not ast.UnOp.DEREF:
            return
        pointer = self.types.type_of(place.expr)
        if not isinstance(pointer, t.RawPtr) or (isinstance(node, ast.MethodCall) and not self._looks_at_all(node)):
            return
        message = "implicit autoref creates a reference to the dereference of a raw pointer"
        label = (Label(place.expr.span, f"this raw pointer has type `{self.tcx.format_ty(pointer)}`"),)
        self.emit("dangerous_implicit_autorefs", Label(node.span.source_callsite()), message, secondary=label)

    def _looks_at_all(self, call: ast.MethodCall) -> bool:
        callee = self.types.results.callees.get(call)
        if callee is None or not callee.def_.is_std or not callee.sig.inputs or not isinstance(callee.sig.inputs[0], t.Ref):
            return False
        match callee.sig.inputs[0].ty:
            case t.Slice():
                return callee.def_.name in _OF_ALL_OF_SLICES
            case t.STR:
                return callee.def_.name in _OF_ALL
            case t.Adt(def_=def_):
                return def_.path() == "std::string::String" and callee.def_.name in _OF_ALL
        return False


def _looked_at(node: ast.Node) -> ast.Expr | None:
    """The expression of whose place something is needed, by an expression that may make a reference to it by the way."""
    match node:
        case ast.AddrOf() if node.raw:
            inner = _bare(node.expr)
            return inner.expr if isinstance(inner, ast.Unary) and inner.op is ast.UnOp.DEREF else None
        case ast.Index() | ast.FieldExpr():
            return node.expr
        case ast.MethodCall():
            return node.receiver
    return None
