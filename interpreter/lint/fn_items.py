"""Functions that are taken for pointers: `function_casts_as_integer`, `function_item_references` (rustc_lint:
function_cast_as_integer.rs; rustc_mir_transform: function_item_references.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies
from interpreter.resolve.defs import Def
from interpreter.syntax import ast
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.results import BodyTypes


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All bodies."""
    for _, types, found in bodies(tcx):
        for node in found:
            match node:
                case ast.Cast() if isinstance(types.type_of(node.expr), t.FnDef):
                    target = types.type_of(node)
                    if not isinstance(target, (t.FnPtr, t.FnDef, t.RawPtr)):
                        at = node.span._replace(lo=min(node.expr.span.hi + 1, node.span.hi))
                        emit("function_casts_as_integer", Label(at), "direct cast of function item into an integer")
                case ast.FormatArgs():
                    for part in node.template:
                        if isinstance(part, ast.FormatPlaceholder) and part.trait is ast.FormatTrait.POINTER:
                            arg = node.args[part.arg]
                            ty = types.type_of(arg)
                            if isinstance(ty, t.Ref) and isinstance(ty.ty, t.FnDef):
                                _tell(arg, emit)
                case ast.Call(func=ast.PathExpr(path=path)):
                    callee = types.path_def(path)
                    if callee is not None:
                        _call(tcx, types, node, callee, emit)
                case _:
                    pass


def _call(tcx: TyCtxt, types: BodyTypes, call: ast.Call, callee: Def, emit: Emit) -> None:
    """What is transmuted, or given to a function that wants something that is shown as a pointer."""
    wanted = {
        bound.value.trait_ref.args[0]
        for bound, _ in tcx.predicates_of(callee)
        if isinstance(bound.value, t.TraitPredicate) and bound.value.trait_ref.trait.path() == "std::fmt::Pointer"
    }
    transmutes = callee.is_std and callee.name == "transmute"
    if not wanted and not transmutes:
        return
    for arg, declared in zip(call.args, tcx.fn_sig(callee).value.inputs, strict=False):
        ty = types.type_of(arg)
        if (transmutes or declared in wanted) and isinstance(ty, t.Ref) and isinstance(ty.ty, t.FnDef):
            _tell(arg, emit)


def _tell(arg: ast.Expr, emit: Emit) -> None:
    message = "taking a reference to a function item does not give a function pointer"
    emit("function_item_references", Label(arg.span), message)
