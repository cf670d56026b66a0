"""`invalid_value`: zeroed or uninitialised memory of a type that can't be that (rustc_lint: builtin.rs `InvalidValue`)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies
from interpreter.resolve.defs import Def
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.pat_constructors import PatternContext
from interpreter.typeck.results import peel

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.results import BodyTypes

_ZEROED, _UNINIT = "zero-initialization", "being left uninitialized"


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All calls that make a value of nothing."""
    for def_, types, found in bodies(tcx):
        for node in found:
            how = _conjured(types, node)
            ty = types.type_of(node) if how is not None else None
            if how is None or ty is None or isinstance(ty, (t.Param, t.Alias)):
                continue
            values = _Values(tcx, def_)
            if not values.is_valid(ty, zeroed=how == _ZEROED):
                assert isinstance(node, (ast.Call, ast.MethodCall))
                at = Label(node.span, "this code causes undefined behavior when executed")
                help_ = "help: use `MaybeUninit<T>` instead, and only call `assume_init` after initialization is done"
                more = (Label(node.span, help_),) if values.is_known_inhabited(ty) else ()
                emit("invalid_value", at, f"the type `{tcx.format_ty(ty)}` does not permit {how}", *more)


def _conjured(types: BodyTypes, node: ast.Node) -> str | None:
    """How an expression makes its value, if it is one of these."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.PathExpr):
        callee = types.path_def(node.func.path)
        path = callee.path() if callee is not None and callee.is_std else ""
        if path == "std::mem::zeroed":
            return _ZEROED
        if path == "std::mem::uninitialized":
            return _UNINIT
        arg = peel(node.args[0]) if node.args else None
        if path.endswith("::transmute") and isinstance(arg, ast.Lit) and arg.value == 0 and arg.kind is ast.LitKind.INT:
            return _ZEROED
    elif isinstance(node, ast.MethodCall) and node.segment.ident.name == "assume_init":
        receiver = peel(node.receiver)
        if isinstance(receiver, ast.Call) and isinstance(receiver.func, ast.PathExpr):
            callee = types.path_def(receiver.func.path)
            owner = types.type_of(receiver)
            if callee is not None and callee.is_std and isinstance(owner, t.Adt) and owner.def_.name == "MaybeUninit":
                return {"zeroed": _ZEROED, "uninit": _UNINIT}.get(callee.name)
    return None


class _Values:
    """Questions about a type's values (rustc: `ty_find_init_error`)."""

    def __init__(self, tcx: TyCtxt, def_: Def) -> None:
        self.tcx = tcx
        self.cx = PatternContext(tcx, tcx.param_env(def_))

    def is_valid(self, ty: t.Ty, *, zeroed: bool) -> bool:
        """Whether such memory may be a value of the type."""
        match ty:
            case t.Ref() | t.FnPtr():
                return False
            case t.RawPtr():
                return zeroed and not isinstance(ty.ty, t.Dynamic)
            case t.Prim():
                return zeroed and ty is not t.NEVER
            case t.Tuple():
                return all(self.is_valid(elem, zeroed=zeroed) for elem in ty.elems)
            case t.Array():
                length = self.tcx.eval_const(ty.len)
                empty = not isinstance(length, t.ConstValue) or not length.value
                return empty or self.is_valid(ty.elem, zeroed=zeroed)
            case t.Adt():
                return self._is_valid_adt(ty, zeroed)
        return True

    def _is_valid_adt(self, ty: t.Adt, zeroed: bool) -> bool:
        adt = self.tcx.adt_def(ty.def_)
        if adt.is_union:
            return True
        if self.tcx.is_lang_item(ty.def_, "heap_ptr") or (ty.def_.is_std and ty.def_.name in ("NonZero", "NonNull")):
            return False
        variants = [i for i in range(len(adt.variants)) if not any(map(self.cx.is_uninhabited, self.cx.variant_fields(ty, i)))]
        if not variants:
            return False
        if len(variants) > 1:
            return zeroed
        return all(self.is_valid(field, zeroed=zeroed) for field in self.cx.variant_fields(ty, variants[0]))

    def is_known_inhabited(self, ty: t.Ty) -> bool:
        """Whether it has values whatever parameters stand for."""
        return not self.cx.is_uninhabited(ty) and not (isinstance(ty, t.Adt) and ty.def_.is_std and ty.def_.name == "NonZero")
