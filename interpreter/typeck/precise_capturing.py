"""What `use<..>` may leave out and name (rustc_hir_analysis: check_opaque_precise_captures).

In: the `use<..>` of an `impl Trait` in a signature. Out: errors, at the written syntax.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind, ParamLifetime
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import ParamKind

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check_precise_captures(tcx: TyCtxt, owner: Def, node: ast.ImplTraitTy, bounds: list[ast.UseBound]) -> None:
    """Report what is wrong with the `use<..>` of an `impl Trait` that `owner` returns."""
    if len(bounds) > 1:
        labels = tuple([Label(bound.span, "second `use<...>` here") for bound in bounds[1:]])
        tcx.emit(Diagnostic(None, "duplicate `use<...>` precise capturing syntax", (Label(bounds[0].span),), labels))
    bound = bounds[0]
    _check_list(tcx, bound)
    named = {param.name for param in bound.params}
    for lifetime, declared in lifetimes_in_bounds(tcx, node):
        if declared.ident.name not in named:
            named.add(declared.ident.name)
            tcx.emit(
                Diagnostic(
                    None,
                    "`impl Trait` captures lifetime parameter, but it is not mentioned in `use<...>` precise captures list",
                    (Label(lifetime.span),),
                    (
                        Label(node.span, "lifetime captured due to being mentioned in the bounds of the `impl Trait`"),
                        Label(declared.ident.span, "this lifetime parameter is captured"),
                    ),
                )
            )
    for param in tcx.generics_of(owner).all_params():
        if param.kind is ParamKind.LIFETIME or (param.name in named and not param.synthetic):
            continue
        if param.index == 0 and param.name == "Self" and param.def_.kind is DefKind.TRAIT:
            message = "`impl Trait` must mention the `Self` type of the trait in `use<...>`"
            label = "`Self` type parameter is implicitly captured by this `impl Trait`"
        else:
            kind = "type" if param.kind is ParamKind.TYPE else "const"
            message = f"`impl Trait` must mention all {kind} parameters in scope in `use<...>`"
            label = f"{kind} parameter is implicitly captured by this `impl Trait`"
        tcx.emit(Diagnostic(None, message, (Label(node.span),), (Label(_declared_at(tcx, param.def_), label),)))


def _declared_at(tcx: TyCtxt, param: Def) -> Span:
    if param.kind is DefKind.TRAIT:
        return tcx.item_span(param)
    return param.node.span if param.kind is DefKind.CONST_PARAM and isinstance(param.node, ast.GenericParam) else param.span


def _check_list(tcx: TyCtxt, bound: ast.UseBound) -> None:
    seen: dict[str, Span] = {}
    other: Span | None = None
    for param in bound.params:
        if param.name in seen:
            message = f"cannot capture parameter `{param.name}` twice"
            again = (Label(param.span, "parameter captured again here"),)
            tcx.emit(Diagnostic(None, message, (Label(seen[param.name]),), again))
        seen.setdefault(param.name, param.span)
        if not param.name.startswith("'"):
            other = param.span
        elif other is not None:
            message = f"lifetime parameter `{param.name}` must be listed before non-lifetime parameters"
            before = (Label(other, "move the lifetime before this parameter"),)
            tcx.emit(Diagnostic(None, message, (Label(param.span),), before))


def lifetimes_in_bounds(tcx: TyCtxt, node: ast.ImplTraitTy) -> Iterator[tuple[ast.Lifetime, ast.GenericParam]]:
    """The lifetime parameters mentioned by the bounds other than `use<..>`, where they are mentioned."""
    stack: list[object] = [bound for bound in reversed(node.bounds) if not isinstance(bound, ast.UseBound)]
    while stack:
        here = stack.pop()
        if isinstance(here, (list, tuple)):
            stack.extend(reversed(here))
        elif isinstance(here, ast.Lifetime):
            res = tcx.resolution.lifetimes.get(here)
            if isinstance(res, ParamLifetime):
                yield here, res.node
        elif isinstance(here, ast.Node):
            stack.extend(getattr(here, name) for name in reversed(type(here).__slots__) if name != "span")
