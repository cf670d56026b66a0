"""Where lints point at items (rustc: `Node::opt_span`, `def_span`)."""

from __future__ import annotations

from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax import ast


def whole(node: ast.Node) -> Span:
    """An item with its visibility."""
    vis = getattr(node, "vis", None)
    if isinstance(vis, ast.Visibility) and vis.kind is not ast.VisKind.INHERITED and vis.span.lo < node.span.lo:
        return node.span._replace(lo=vis.span.lo)
    return node.span


def head(def_: Def) -> Span:
    """An item up to where its body begins: its signature, or its name and parameters."""
    node = def_.node
    if not isinstance(node, ast.Node):
        return def_.span
    span = whole(node)
    match node:
        case ast.FieldDef():
            return span
        case ast.Fn():
            if node.body is None:
                return span
            end = _with_where(node)
        case ast.Impl():
            end = node.self_ty.span
        case ast.Trait():
            end = node.head_span
        case ast.TypeAlias_() if node.ty is None and node.bounds:
            end = node.bounds[-1].span
        case ast.Const() | ast.Static() if node.ty is not None:
            end = node.ty.span
        case ast.ItemBase():
            generics = getattr(node, "generics", None)
            end = generics.span if isinstance(generics, ast.Generics) and generics.params else node.ident.span
        case _:
            end = def_.span
    return span._replace(hi=end.hi) if end.file is span.file and span.lo < end.hi <= span.hi else span


def _with_where(item: ast.Fn) -> Span:
    """A signature with its where clause."""
    predicates = item.generics.predicates
    if not predicates or predicates[-1].span.hi <= item.sig_span.hi:
        return item.sig_span
    span = predicates[-1].span
    rest = span.file.text[span.hi : item.span.hi]
    comma = rest.lstrip().startswith(",")
    return span._replace(hi=span.hi + rest.index(",") + 1) if comma else span
