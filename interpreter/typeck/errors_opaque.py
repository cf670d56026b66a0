"""Words for an opaque type that holds itself (rustc: `opaque_type_cycle_error`)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.opaque_infer import opaques_within
from interpreter.typeck.thir_walk import children

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def report_cycle(tcx: TyCtxt, opaque: Def) -> None:
    """E0720, with what the function returns at each of its ends. (Of one that is named in its own hidden type rustc tells it
    earlier, without these.)"""
    message = "cannot resolve opaque type"
    labels: list[Label] = []
    secondary: list[Label] = []
    helps: tuple[str, ...] = ()
    if opaque in opaques_within(tcx, tcx.hidden_types[opaque]):
        labels.append(Label(opaque.span))
    else:
        returned = _returned(tcx, opaque)
        if all(expr.ty is t.NEVER for expr in returned):
            labels.append(Label(opaque.span, message))
            if len(returned) == 1:
                secondary.append(Label(returned[0].span, "this returned value is of `!` type"))
            helps = ("this error will resolve once the item's body returns a concrete type",)
        else:
            labels.append(Label(opaque.span, "recursive opaque type"))
            secondary = _paths(tcx, opaque, [expr for expr in returned if expr.ty is not t.NEVER])
    tcx.emit(Diagnostic("E0720", message, tuple(labels), tuple(secondary), helps=helps))


def _paths(tcx: TyCtxt, opaque: Def, returned: list[thir.Expr]) -> list[Label]:
    labels: list[Label] = []
    seen = {opaque.span}
    for expr in returned:
        shown = tcx.format_ty(expr.ty)
        for other in opaques_within(tcx, expr.ty):
            if other.span not in seen:
                seen.add(other.span)
                what = "opaque type" if isinstance(expr.ty, t.Alias) else "type"
                labels.append(Label(other.span, f"returning this {what} `{shown}`"))
            label = Label(expr.span, f"returning here with type `{shown}`")
            if label not in labels:
                labels.append(label)
    return labels


def _returned(tcx: TyCtxt, opaque: Def) -> list[thir.Expr]:
    """The values that the function of an opaque type returns: those of its `return`s and of the branches at its end."""
    body = tcx.body_of(opaque.parent) if opaque.parent is not None else None
    if body is None:
        return []
    found: list[thir.Expr] = []
    stack: list[object] = [body.value]
    while stack:
        node = stack.pop()
        if isinstance(node, thir.Return) and node.value is not None:
            found.append(_unadjusted(node.value))
        stack += children(node)
    _tails(body.value, found)
    return found


def _tails(expr: thir.Expr, found: list[thir.Expr]) -> None:
    expr = _unadjusted(expr)
    match expr:
        case thir.Block(expr=tail) if tail is not None:
            _tails(tail, found)
        case thir.If(then=then, else_=otherwise):
            for branch in (then, otherwise):
                if branch is not None:
                    _tails(branch, found)
        case thir.Match(arms=arms):
            for arm in arms:
                _tails(arm.body, found)
        case _:
            found.append(expr)


def _unadjusted(expr: thir.Expr) -> thir.Expr:
    while isinstance(expr, (thir.Coercion, thir.NeverToAny, thir.Use)):
        expr = expr.arg
    return expr
