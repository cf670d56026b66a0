"""The AST builder for `use`."""

from __future__ import annotations

from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Token
from interpreter.syntax.build_base import ident, inherited, nameless, to
from interpreter.syntax.build_types import TypeBuilder


class UseBuilder(TypeBuilder):
    def upath_first(self, name: Token) -> ast.Path:
        return self.path_first(self.segment(name))

    def upath_root(self, colons: Token, name: Token) -> ast.Path:
        return self.path_root(colons, self.segment(name))

    def upath_more(self, path: ast.Path, colons: Token, name: Token) -> ast.Path:
        return self.path_more(path, colons, self.segment(name))

    def use_item(self, start: Token, tree: ast.UseTree, end: Token) -> ast.Use:
        span = to(start.span, end.span)
        return ast.Use(span=span, ident=nameless(span), vis=inherited(span), tree=tree)

    def use_simple(self, path: ast.Path) -> ast.UseTree:
        return ast.UseTree(span=path.span, prefix=path)

    def use_rename(self, path: ast.Path, _as: Token, name: Token) -> ast.UseTree:
        return ast.UseTree(span=to(path.span, name.span), prefix=path, rename=ident(name))

    def use_glob(self, path: ast.Path, _colons: Token, star: Token) -> ast.UseTree:
        return ast.UseTree(span=to(path.span, star.span), prefix=path, glob=True)

    def use_group(self, lbrace: Token, trees: list[ast.UseTree], rbrace: Token) -> tuple[Span, list[ast.UseTree]]:
        return to(lbrace.span, rbrace.span), trees

    def use_nested(self, path: ast.Path, _colons: Token, group: tuple[Span, list[ast.UseTree]]) -> ast.UseTree:
        return ast.UseTree(span=to(path.span, group[0]), prefix=path, nested=group[1])

    def _no_path(self, span: Span) -> ast.Path:
        return ast.Path(span=span.shrink_to_lo(), segments=[])

    def _root_path(self, colons: Token) -> ast.Path:
        root = ast.PathSegment(span=colons.span, ident=ast.Ident("{{root}}", colons.span))
        return ast.Path(span=colons.span, segments=[root])

    def use_glob_bare(self, star: Token) -> ast.UseTree:
        return ast.UseTree(span=star.span, prefix=self._no_path(star.span), glob=True)

    def use_glob_root(self, colons: Token, star: Token) -> ast.UseTree:
        return ast.UseTree(span=to(colons.span, star.span), prefix=self._root_path(colons), glob=True)

    def use_nested_bare(self, group: tuple[Span, list[ast.UseTree]]) -> ast.UseTree:
        return ast.UseTree(span=group[0], prefix=self._no_path(group[0]), nested=group[1])

    def use_nested_root(self, colons: Token, group: tuple[Span, list[ast.UseTree]]) -> ast.UseTree:
        return ast.UseTree(span=to(colons.span, group[0]), prefix=self._root_path(colons), nested=group[1])
