"""E0282 "type annotations needed" (rustc: need_type_info.rs)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interpreter.diagnostics import Diagnostic, Label
from interpreter.resolve.defs import DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt


def report_cannot_infer(fcx: FnCtxt, span: Span, value: Any) -> None:
    """The type of something isn't known where it must be. Points at the variable whose annotation would help, if there is one."""
    value = fcx.resolve(value)
    var = next((p for p in t.walk(value) if isinstance(p, (t.Infer, t.ConstInfer))), None)
    if var is None:
        return
    for local, ty in fcx.results.local_tys.items():
        resolved = fcx.resolve(ty)
        if any(p is var for p in t.walk(resolved)):
            let = fcx.let_of_local.get(local)
            if let is not None and let.ty is None:
                message = "type annotations needed"
                shown = _with_holes(fcx, resolved)
                if resolved is not var:
                    message += f" for `{shown}`"
                primary = (Label(let.pat.span, ""),)
                secondary: tuple[Label, ...] = ()
                if span != let.pat.span:
                    secondary = (Label(span, "type must be known at this point"),)
                fcx.emit(Diagnostic("E0282", message, primary, secondary))
                return
            if isinstance(local.node, ast.IdentPat) and _is_closure_param(fcx, local.node):
                secondary = (Label(span, "type must be known at this point"),) if span != local.span else ()
                fcx.emit(Diagnostic("E0282", "type annotations needed", (Label(local.span, ""),), secondary))
                return
    origin = fcx.infcx.origin(var)
    param = origin.param
    if param is not None and param.parent is not None:
        kind = "const" if param.kind is DefKind.CONST_PARAM else "type"
        owner = param.parent
        what = {
            DefKind.FN: "function", DefKind.ASSOC_FN: "associated function", DefKind.STRUCT: "struct", DefKind.ENUM: "enum",
            DefKind.TRAIT: "trait", DefKind.IMPL: "impl",
        }.get(owner.kind, owner.kind.value)  # fmt: skip
        if getattr(owner.node, "self_param", None) is not None:
            what = "method"
        label = f"cannot infer type of the {kind} parameter `{param.name}` declared on the {what} `{owner.name}`"
        fcx.error("E0282", "type annotations needed", origin.span or span, label)
        return
    fcx.error("E0282", "type annotations needed", span, "cannot infer type")


def _is_closure_param(fcx: FnCtxt, node: ast.IdentPat) -> bool:
    return any(param.pat is node and param.ty is None for data in fcx.results.closures.values() for param in data.node.params)


def _with_holes(fcx: FnCtxt, ty: t.Ty) -> str:
    """A type with `_` for what isn't known."""
    return fcx.tcx.format_ty(ty)
