"""`single_use_lifetimes`, `unused_lifetimes` (rustc_resolve: `maybe_report_lifetime_uses`) and `elided_lifetimes_in_paths`."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import crate_nodes, nodes
from interpreter.resolve.defs import DefKind, DefRes, ParamLifetime
from interpreter.syntax import ast

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


_WITH_LIFETIMES = (DefKind.STRUCT, DefKind.ENUM, DefKind.UNION, DefKind.TRAIT, DefKind.TY_ALIAS)


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All of the crate's syntax."""
    values: set[ast.Path] = set()
    paths: list[ast.Path] = []
    promised: set[object] = set()
    for node in crate_nodes(tcx):
        match node:
            case ast.Fn() | ast.Impl():
                _uses(tcx, node, emit)
                if isinstance(node, ast.Fn) and node.async_:
                    promised.update(nodes(node.output))
            case ast.PathExpr() | ast.StructExpr() | ast.PathPat() | ast.TupleStructPat() | ast.StructPat() | ast.MacroCall():
                values.add(node.path)
            case ast.Path():
                paths.append(node)
            case _:
                pass
    for path in paths:
        if path not in values and path not in promised and not path.span.file.is_std:
            _hidden(tcx, path, emit)


def _uses(tcx: TyCtxt, item: ast.Fn | ast.Impl, emit: Emit) -> None:
    """The lifetime parameters that the rest of a function or impl doesn't mention, or once, where it could be left out."""
    params = [param for param in item.generics.params if param.kind is ast.ParamKind.LIFETIME]
    if not params:
        return
    headers: list[object] = [item.params, item.self_param] if isinstance(item, ast.Fn) else [item.self_ty, item.trait]
    if isinstance(item, ast.Impl) and item.trait is not None:
        headers.reverse()
    single = nodes(headers, (ast.FnPtrTy,))
    every = nodes(item)
    for param in params:
        uses = [node for node in every if _means(tcx, node, param)]
        if not uses:
            emit("unused_lifetimes", Label(param.ident.span), f"lifetime parameter `{param.ident.name}` never used")
        elif len(uses) == 1 and uses[0] in single and not _in_closure_sugar(headers, uses[0]):
            labels = (Label(uses[0].span, "...is used only here"),)
            message = f"lifetime parameter `{param.ident.name}` only used once"
            emit("single_use_lifetimes", Label(param.ident.span, "this lifetime..."), message, secondary=labels)


def _means(tcx: TyCtxt, node: ast.Node, param: ast.GenericParam) -> bool:
    meant = tcx.resolution.lifetimes.get(node) if isinstance(node, ast.Lifetime) else None
    return isinstance(meant, ParamLifetime) and meant.node is param


def _in_closure_sugar(headers: list[object], use: ast.Node) -> bool:
    """Whether it stands in `Fn(..)`, where a lifetime that is left out means another one."""
    sugared = [node for node in nodes(headers) if isinstance(node, ast.GenericArgs) and node.parenthesized]
    return any(use in nodes(node) for node in sugared)


def _hidden(tcx: TyCtxt, path: ast.Path, emit: Emit) -> None:
    """A path of a type or trait that leaves its lifetimes out without saying so."""
    meant = tcx.resolution.path_res.get(path)
    if meant is None or not isinstance(meant.base, DefRes) or meant.base.def_.kind not in _WITH_LIFETIMES:
        return
    segment = path.segments[len(path.segments) - 1 - meant.unresolved]
    args = segment.args
    if meant.base.def_.lifetime_count() == 0 or (args is not None and any(isinstance(arg, ast.Lifetime) for arg in args.args)):
        return
    message = "hidden lifetime parameters in types are deprecated"
    label = "expected lifetime parameter" + ("s" if meant.base.def_.lifetime_count() > 1 else "")
    at = segment.ident.span if args is None else args.span._replace(hi=args.span.lo + 1)
    if at == path.span:
        emit("elided_lifetimes_in_paths", Label(at, label), message)
    else:
        emit("elided_lifetimes_in_paths", Label(at), message, secondary=(Label(path.span, label),))
