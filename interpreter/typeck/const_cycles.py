"""E0391 of constants and statics that need each other's values, found before any of them is evaluated.

In: a constant with its arguments. Out: whether it, or one that it needs, needs itself; if so, that was reported. All constants
that a body mentions are needed (rustc: `required_consts`), also in the const functions that it calls (others it can only point
to); of statics only those whose value is read: two statics may well refer to each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.thir_walk import children

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_Node = tuple[Def, t.Args]


def needs_itself(tcx: TyCtxt, def_: Def, args: t.Args) -> bool:
    """Whether the evaluation of a constant or static would never end; the cycle is reported once."""
    return _visit(tcx, (def_, args), {})


def _visit(tcx: TyCtxt, node: _Node, active: dict[_Node, None]) -> bool:
    if node in active:
        nodes = list(active)
        cycle = [def_ for def_, _ in nodes[nodes.index(node) :] if def_.kind not in (DefKind.FN, DefKind.ASSOC_FN)]
        if cycle:
            report(tcx, cycle)
        # Functions alone are mere recursion.
        return bool(cycle)
    known = tcx.cyclic_constants.get(node)
    if known is None:
        active[node] = None
        known = any(_visit(tcx, needed, active) for needed in _needs(tcx, node))
        del active[node]
        tcx.cyclic_constants[node] = known
    return known


def _needs(tcx: TyCtxt, node: _Node) -> Iterator[_Node]:
    """What the body of a constant, static or const function needs."""
    def_, args = node
    body = tcx.thir_body(def_) if not def_.is_std else None
    stack: list[object] = [body.value] if body is not None and not body.has_errors else []
    while stack:
        here = stack.pop()
        found = None
        if isinstance(here, thir.NamedConst) and isinstance(here.const, t.ConstUnevaluated):
            found = here.const.def_, t.subst(here.const.args, args)
        elif isinstance(here, thir.StaticRef):
            found = here.def_, ()
        elif isinstance(here, thir.FnItem) and isinstance(here.ty, t.FnDef) and getattr(here.ty.def_.node, "const", False):
            found = here.ty.def_, t.subst(here.ty.args, args)
        if found is not None and not found[0].is_std and not t._flags_of(found[1]) & (t.HAS_INFER | t.HAS_PARAM):
            yield _resolved(tcx, *found)
        if not (isinstance(here, (thir.Borrow, thir.RawBorrow)) and isinstance(here.arg, thir.StaticRef)):
            stack += children(here)[::-1]


def _resolved(tcx: TyCtxt, def_: Def, args: t.Args) -> _Node:
    """The item of the impl for one of a trait."""
    args = t.erase_regions(args)
    if tcx.trait_of_item(def_) is not None:
        found = tcx.resolve_assoc_item(def_, args)
        if isinstance(found, tuple):
            return found[0], t.erase_regions(found[1])
    return def_, args


def report(tcx: TyCtxt, cycle: list[Def]) -> None:
    """E0391 at the first of the cycle; E0080 of a static that reads itself."""
    first = cycle[0]
    expr = getattr(first.node, "expr", None)
    if first.kind is DefKind.STATIC:
        span = expr.span if isinstance(expr, ast.Node) else first.span
        if len(cycle) == 1:
            label = f"evaluation of `{first.path()}` failed here"
            message = "encountered static that tried to access itself during initialization"
            tcx.emit(Diagnostic("E0080", message, (Label(span, label),)))
            return
        what = f"evaluating initializer of static `{first.path()}`"
    else:
        span = _head(first)
        trivial = all(def_.kind is DefKind.CONST and _is_trivial(tcx, def_) for def_ in cycle)
        what = f"checking if `{qualified(first)}` is a trivial const" if trivial else (
            f"simplifying constant for the type system `{qualified(first)}`"
        )  # fmt: skip
    notes = tuple(f"...which requires evaluating `{qualified(def_)}`..." for def_ in cycle[1:])
    again = f"...which again requires {what}, completing the cycle"
    tcx.emit(Diagnostic("E0391", f"cycle detected when {what}", (Label(span),), notes=(*notes, again)))


def _head(def_: Def) -> Span:
    """`const NAME: Type`."""
    node = def_.node
    if isinstance(node, ast.Const) and node.ty is not None:
        return node.span.to(node.ty.span)
    return node.value.span if isinstance(node, ast.AnonConst) else def_.span


def qualified(def_: Def) -> str:
    """The path of a constant, with rustc's name for one without a name."""
    if def_.kind not in (DefKind.ANON_CONST, DefKind.INLINE_CONST):
        return def_.path()
    parent = def_.parent
    before = [] if parent is None or def_.kind is DefKind.ANON_CONST else [c for c in parent.children if c.kind is def_.kind]
    kind = f"{{constant#{before.index(def_) if before else 0}}}"
    if parent is None:
        return kind
    for inner in parent.children:
        at = inner.node.span if isinstance(inner.node, ast.Node) else inner.span
        if inner.kind in (DefKind.FIELD, DefKind.VARIANT) and at.lo <= def_.span.lo and def_.span.hi <= at.hi:
            return f"{inner.path()}::{kind}"
    return f"{parent.path()}::{kind}" if parent.path() else kind


def _is_trivial(tcx: TyCtxt, def_: Def) -> bool:
    """Whether a constant is nothing but another one (rustc: `trivial_const`)."""
    body = tcx.thir_body(def_)
    value: object = body.value if body is not None else None
    while isinstance(value, (thir.Use, thir.Ascribe, thir.Block)):
        if isinstance(value, thir.Block) and value.stmts:
            return False
        value = value.expr if isinstance(value, thir.Block) else value.arg
    return isinstance(value, thir.NamedConst)
