"""E0733: an `async fn` whose future would hold itself (rustc: `check_coroutine_is_recursive`, layout of coroutines)."""

from __future__ import annotations

from collections.abc import Iterable

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check_async_recursion(tcx: TyCtxt, fns: Iterable[Def]) -> None:
    """Report each cycle of `async` functions at the first of them."""
    held: dict[Def, set[Def]] = {}
    reported: set[Def] = set()
    for fn in fns:
        if not isinstance(fn.node, ast.Fn) or not fn.node.async_ or fn in reported:
            continue
        seen: set[Def] = set()
        stack = list(_held_by(tcx, fn, held))
        while stack:
            here = stack.pop()
            if here not in seen:
                seen.add(here)
                stack.extend(_held_by(tcx, here, held))
        if fn not in seen:
            continue
        reported |= {other for other in seen if fn in _reach(tcx, other, held)}
        note = "a recursive `async fn` call must introduce indirection such as `Box::pin` to avoid an infinitely sized future"
        message = "recursion in an async fn requires boxing"
        calls = _awaited(tcx, fn, reported)
        tcx.emit(Diagnostic("E0733", message, (Label(fn.node.sig_span),), calls, (note,)))


def _awaited(tcx: TyCtxt, fn: Def, cycle: set[Def]) -> tuple[Label, ...]:
    """Where the body of `fn` awaits a function of the cycle."""
    body = tcx.thir_body(fn)
    assert body is not None
    for closure in body.closures:
        for local in tcx.mir_built(closure).locals:
            if isinstance(local.ty, t.Alias) and local.ty.def_.parent in cycle and local.name == "__awaitee":
                return (Label(local.span, "recursive call here"),)
    return ()


def _reach(tcx: TyCtxt, fn: Def, held: dict[Def, set[Def]]) -> set[Def]:
    seen: set[Def] = set()
    stack = [fn]
    while stack:
        for other in _held_by(tcx, stack.pop(), held):
            if other not in seen:
                seen.add(other)
                stack.append(other)
    return seen


def _held_by(tcx: TyCtxt, fn: Def, held: dict[Def, set[Def]]) -> set[Def]:
    """The async functions whose futures are part, by value, of the future of `fn`."""
    if fn in held:
        return held[fn]
    found = held[fn] = set()
    body = tcx.thir_body(fn)
    if body is None or body.has_errors:
        return found
    stack: list[t.Ty] = [tcx.hidden_types[opaque] for opaque in tcx.hidden_types if opaque.parent is fn]
    seen: set[t.Ty] = set()
    while stack:
        ty = stack.pop()
        if ty in seen:
            continue
        seen.add(ty)
        match ty:
            case t.Alias(def_=def_) if def_.kind is DefKind.OPAQUE_TY and def_.parent is not None:
                if isinstance(def_.parent.node, ast.Fn) and def_.parent.node.async_:
                    found.add(def_.parent)
            case t.Tuple(elems=elems):
                stack.extend(elems)
            case t.Array(elem=elem):
                stack.append(elem)
            case t.Closure(def_=def_):
                stack.extend(
                    t.subst(captured.ty, ty.args) for captured in tcx.closure_info(def_).captures if captured.by_ref is None
                )
                if isinstance(def_.node, ast.Closure) and def_.node.async_:
                    stack.extend(t.subst(tcx.coroutine_witness(def_), ty.args))
            case t.Adt(def_=def_):
                stack.extend(field.ty(tcx, ty.args) for field in tcx.adt_def(def_).all_fields())
            case _:
                pass
    return found
