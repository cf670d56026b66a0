"""Calls that do nothing, or not what they seem to (rustc_lint: drop_forget_useless.rs, noop_method_call.rs, unused.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies
from interpreter.lint.spans import head
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.results import AdjustKind

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.results import BodyTypes


_NOOPS = {"clone": "Clone", "deref": "Deref", "borrow": "Borrow"}
_EFFECTLESS = (ast.PathExpr, ast.Lit, ast.Closure)


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All calls in bodies."""
    for def_, types, found in bodies(tcx):
        arms = {arm.body for arm in found if isinstance(arm, ast.Arm)}
        for node in found:
            if isinstance(node, ast.Call) and len(node.args) == 1:
                _drop_or_forget(tcx, def_, types, node, node in arms, emit)
            elif isinstance(node, ast.ExprStmt) and node.semi and isinstance(node.expr, ast.MethodCall):
                _map(tcx, types, node.expr, emit)
            elif isinstance(node, ast.MethodCall):
                _noop(tcx, def_, types, node, emit)


def _callee(types: BodyTypes, call: ast.Call) -> Def | None:
    return types.path_def(call.func.path) if isinstance(call.func, ast.PathExpr) else None


def _drop_or_forget(tcx: TyCtxt, def_: Def, types: BodyTypes, call: ast.Call, is_arm: bool, emit: Emit) -> None:
    callee = _callee(types, call)
    if callee is None or not callee.is_std:
        return
    path = callee.path()
    if path == "std::boxed::new":
        _allocation(types, call, emit)
    if path not in ("std::mem::drop", "std::mem::forget") or callee.kind is not DefKind.FN:
        return
    arg = call.args[0]
    ty = types.type_of(arg)
    verb = "dropping" if callee.name == "drop" else "forgetting"
    if ty is None or (verb == "dropping" and is_arm and _has_effects(arg)):
        return
    shown = arg.expr if isinstance(arg, ast.MacroExpansion) else arg
    label = (Label(shown.span, f"argument has type `{tcx.format_ty(ty)}`"),)
    manual = isinstance(ty, t.Adt) and tcx.is_lang_item(ty.def_, "manually_drop")
    if isinstance(ty, t.Ref):
        what = "a reference instead of an owned value"
        emit(f"{verb}_references", Label(call.span), f"calls to `{path}` with {what} does nothing", secondary=label)
    elif tcx.is_copy(t.erase_regions(ty), tcx.param_env(def_)):
        what = "a value that implements `Copy`"
        emit(f"{verb}_copy_types", Label(call.span), f"calls to `{path}` with {what} does nothing", secondary=label)
    elif manual and verb == "dropping":
        what = "`std::mem::ManuallyDrop` instead of the inner value"
        emit("undropped_manually_drops", Label(call.span), f"calls to `{path}` with {what} does nothing", secondary=label)


def _has_effects(expr: ast.Expr) -> bool:
    """rustc: `can_have_side_effects`."""
    match expr:
        case ast.FieldExpr() | ast.Paren() | ast.AddrOf() | ast.Cast() | ast.Unary():
            return _has_effects(expr.expr)
        case ast.Tuple() | ast.Array():
            return any(_has_effects(elem) for elem in expr.elems)
    return not isinstance(expr, _EFFECTLESS)


def _allocation(types: BodyTypes, call: ast.Call, emit: Emit) -> None:
    for step in types.results.adjustments.get(call, ()):
        if step.kind is AdjustKind.BORROW:
            target = types.resolve(step.target)
            if isinstance(target, t.Ref) and not (isinstance(target.ty, t.Adt) and target.ty.def_.path() == "std::boxed::Box"):
                by = "&mut" if step.mutable else "&"
                emit("unused_allocation", Label(call.span), f"unnecessary allocation, use `{by}` instead")


def _noop(tcx: TyCtxt, def_: Def, types: BodyTypes, call: ast.MethodCall, emit: Emit) -> None:
    callee = types.results.callees.get(call)
    trait = tcx.trait_of_item(callee.def_) if callee is not None else None
    if callee is None or trait is None or not trait.is_std or _NOOPS.get(callee.def_.name) != trait.name:
        return
    args = tuple(types.resolve(arg) for arg in callee.args)  # type: ignore[arg-type]
    found = tcx.resolve_assoc_item(callee.def_, t.erase_regions(args), tcx.param_env(def_))
    real = found[0] if isinstance(found, tuple) else None
    impl = tcx.impl_of_item(real) if real is not None else None
    self_ty = tcx.type_of(impl) if impl is not None and impl.is_std else None
    if not isinstance(self_ty, t.Param if trait.name == "Borrow" else t.Ref) or getattr(self_ty, "mutable", False):
        return
    receiver, result = types.type_of(call.receiver), types.adjusted(call)
    if receiver is None or result is None:
        return
    name = call.segment.ident.name
    span = call.span._replace(lo=call.receiver.span.hi)
    if t.erase_regions(receiver) == t.erase_regions(result):
        emit("noop_method_call", Label(span), f"call to `.{name}()` on a reference in this situation does nothing")
    elif trait.name != "Borrow":
        overloaded = any(s.kind is AdjustKind.OVERLOADED_DEREF for s in types.results.adjustments.get(call.receiver, ()))
        instead = "cloning" if name == "clone" else "dereferencing"
        returns = f"which returns `{tcx.format_ty(result)}` instead of {instead} the inner type"
        message = f"using `.{name}()` on a double reference, {returns}"
        if not overloaded:
            emit("suspicious_double_ref_op", Label(span), message)


def _map(tcx: TyCtxt, types: BodyTypes, call: ast.MethodCall, emit: Emit) -> None:
    """`map` on a slice's iterator, with a function that gives nothing."""
    callee = types.results.callees.get(call)
    if callee is None or callee.def_.path() != "std::iter::Iterator::map" or not _is_of_slice(tcx, types, call.receiver):
        return
    if any(span.call_site is not None for span in (call.receiver.span, call.args[0].span)):
        return
    ty = types.type_of(call.args[0])
    if isinstance(ty, t.FnDef):
        output, function = tcx.fn_sig(ty.def_).value.output, head(ty.def_)
    elif isinstance(ty, t.Closure) and ty.def_ in types.results.closures:
        closure = types.results.closures[ty.def_]
        output, function = types.resolve(closure.liberated.output), closure.node.head_span
    else:
        return
    if output is t.UNIT or output is t.NEVER:
        what = "the resulting iterator is `impl Iterator<Item = ()>`, which means the only information carried by the iterator"
        at = Label(call.span._replace(lo=call.segment.span.lo), f"after this call to map, {what} is the number of items")
        why = Label(function, "this function returns `()`, which is likely not what you wanted")
        given = Label(call.args[0].span, "called `Iterator::map` with callable that returns `()`")
        message = "`Iterator::map` call that discard the iterator's values"
        emit("map_unit_fn", at, message, secondary=(why, given))


def _is_of_slice(tcx: TyCtxt, types: BodyTypes, receiver: ast.Expr) -> bool:
    callee = types.results.callees.get(receiver)
    owner = callee.def_.parent if callee is not None and callee.def_.is_std else None
    if owner is None or tcx.trait_of_item(callee.def_) is not None:  # type: ignore[union-attr]
        return False
    receiver_ty = types.adjusted(receiver.receiver) if isinstance(receiver, ast.MethodCall) else None
    return isinstance(receiver_ty, t.Ref) and isinstance(receiver_ty.ty, t.Slice)
