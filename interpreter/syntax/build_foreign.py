"""The AST builder for `extern` blocks and what stands in them."""

from __future__ import annotations

import re

from interpreter.diagnostics import Label
from interpreter.hints import Any
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Attribute, Token
from interpreter.syntax.build_base import inherited, nameless, to
from interpreter.syntax.build_items import NOT_ASSOCIATED, ItemBuilder

_QUALIFIER = re.compile(r"""\b(async|const|extern)\b(?:\s*"[^"]*")?""")


class ForeignBuilder(ItemBuilder):
    def extern_block(
        self, start: Token, abi: Token | None, lbrace: Token, attrs: list[Attribute], items: list[Any], rbrace: Token,
        *, unsafe: bool = False,
    ) -> ast.ExternBlock:  # fmt: skip
        """A block of foreign items."""
        file, lo, _, call_site = start.span
        head = Span(file, lo, lo + len(file.text[lo : lbrace.span.lo].rstrip()), call_site)
        span = to(start.span, rbrace.span)
        literal = self.lit_expr(abi) if abi else None
        if not unsafe and self.edition >= 2024:
            self.error("extern blocks must be unsafe", span)
        block = ast.ExternBlock(
            span=span, ident=nameless(span), vis=inherited(span), attrs=attrs, items=[], abi=literal, head_span=head,
            unsafe=unsafe,
        )  # fmt: skip
        block.items = self.foreign_items(items, block)
        return block

    def foreign_items(self, items: list[Any], block: ast.ExternBlock) -> list[Any]:
        """Items made those of an `extern` block; what can't stand in one is reported and left out."""
        abi = str(block.abi.value) if block.abi is not None else "C"
        kept: list[Any] = []
        for item in items:
            other = NOT_ASSOCIATED.get(type(item))
            if isinstance(item, ast.Const):
                self.error("extern items cannot be `const`", item.ident.span)
                item = ast.Static(
                    span=item.span, ident=item.ident, vis=item.vis, attrs=item.attrs, mutable=False, ty=item.ty, expr=item.expr
                )
            if other is not None:
                self._not_here(item, other, "`extern` blocks")
            elif isinstance(item, ast.TypeAlias_):
                self.gate("extern types are experimental", item.span, 43467, late=True)
                unit = ast.VariantKind.UNIT
                kept.append(
                    ast.Struct(
                        span=item.span, ident=item.ident, vis=item.vis, attrs=item.attrs, generics=item.generics, kind=unit,
                        fields=[],
                    )
                )  # fmt: skip
            else:
                if isinstance(item, (ast.Fn, ast.Static)):
                    self._foreign(item, block)
                if isinstance(item, ast.Fn):
                    item.extern_abi = abi
                kept.append(item)
        return kept

    def unsafe_extern_block(self, unsafe: Token, *rest: Any) -> ast.ExternBlock:
        block = self.extern_block(*rest, unsafe=True)
        block.span = to(unsafe.span, self.place(block))
        return block

    def _no_qualifiers(self, item: ast.Fn, block: ast.ExternBlock) -> None:
        """Foreign functions that are `async`, `const` or `extern` (rustc: `check_foreign_fn_headerless`)."""
        if not (item.async_ or item.const or item.extern_abi is not None):
            return
        file, lo, hi, call_site = item.sig_span
        within = (Label(block.head_span, "in this `extern` block"),)
        for found in _QUALIFIER.finditer(file.text, lo, file.text.index("fn ", lo, hi)):
            at = Span(file, found.start(), found.end(), call_site)
            self.error(f"functions in `extern` blocks cannot have `{found[1]}` qualifier", at, secondary=within)
        item.const = False

    def _foreign(self, item: ast.Fn | ast.Static, block: ast.ExternBlock) -> None:
        """Make an item of an `extern` block a foreign one."""
        item.foreign = True
        body = item.body if isinstance(item, ast.Fn) else item.expr
        if (item.safe or item.unsafe) and not block.unsafe:
            self.error("items in `extern` blocks without an `unsafe` qualifier cannot have safety qualifiers", item.span)
        if isinstance(item, ast.Fn):
            self._no_qualifiers(item, block)
            item.unsafe = not item.safe
            item.body = None
            for param in item.params:
                pat = param.pat
                plain = isinstance(pat, ast.IdentPat) and not (pat.mutable or pat.by_ref or pat.sub is not None)
                if not plain and not isinstance(pat, ast.WildPat):
                    message = "patterns aren't allowed in foreign function declarations"
                    self.error(message, param.pat.span, "pattern not allowed in foreign function", code="E0130")
        else:
            item.expr = None
        if body is not None:
            what, plural = ("function", "functions") if isinstance(item, ast.Fn) else ("`static`", "statics")
            text = f"`extern` blocks define existing foreign {plural} and {plural} inside of them cannot have a body"
            labels = [Label(block.head_span, text)]
            if isinstance(item, ast.Static):
                labels.append(Label(body.span, "the invalid body"))
            message = f"incorrect {what} inside `extern` block"
            self.error(message, item.ident.span, "cannot have a body", secondary=tuple(labels))
