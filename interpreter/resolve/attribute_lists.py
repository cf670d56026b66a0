"""The lists of attributes that rustc's own parser for them reads (rustc_attr_parsing: parser.rs, `MetaItemListParser`).

In: the `(..)` of an attribute. Out: what doesn't parse in it: paths, `path = literal`, `path(..)` and literals may stand there.
"""

from __future__ import annotations

from interpreter.deferred import pattern
from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Final
from interpreter.syntax import ast
from interpreter.syntax.ast import Delimited, Fragment, Token, TokenTree
from interpreter.syntax.attributes import LITERALS, AttributeReader
from interpreter.syntax.words import describe

_EDITION: Final = 2021
"""What begins an expression, and where it ends, is the same in those that there are."""
_SUFFIXED: Final = pattern(r"(?!0x)[\d_.]*([iu](8|16|32|64|128|size)|f32|f64)$|0x[\da-fA-F_]*[iu](8|16|32|64|128|size)$").match
_NEEDED: Final = 'expected a literal (`1u8`, `1.0f32`, `"string"`, etc.) here'


def list_errors(group: Delimited) -> tuple[list[Diagnostic], bool]:
    """What is wrong with a list, and whether it can be read all the same."""
    if _has_fragment(group.trees):
        return [], True
    reader = _ListReader(group, nested=False)
    reader.items()
    return reader.errors, not reader.failed


def _has_fragment(trees: list[TokenTree]) -> bool:
    return any(isinstance(t, Fragment) or (isinstance(t, Delimited) and _has_fragment(t.trees)) for t in trees)


class _ListReader(AttributeReader):
    def __init__(self, group: Delimited, *, nested: bool) -> None:
        super().__init__(group.trees, group.close)
        self.group = group
        self.nested = nested

    def items(self) -> None:
        while self.here() is not None and not self.failed:
            wanted = "`,`" if not self.nested else "one of `)` or `,`"
            if self.is_token(*LITERALS):
                self._literal()
            elif self.starts_path():
                self.path()
                if not self.failed and not self._after_path():
                    wanted = "one of `(`, `)`, `,`, `::`, or `=`" if self.nested else "one of `(`, `,`, `::`, or `=`"
            else:
                self._no_literal()
            if self.failed or self.here() is None:
                return
            if not self.is_token(","):
                self.fail(f"expected {wanted}", f"expected {wanted}")
                return
            self.at += 1

    def _after_path(self) -> bool:
        """What follows a path; whether anything does."""
        tree = self.here()
        if isinstance(tree, Delimited) and tree.delim == "(":
            self.at += 1
            inner = _ListReader(tree, nested=True)
            inner.items()
            self.errors += inner.errors
            self.failed = inner.failed
            return True
        if not self.is_token("="):
            return False
        self.at += 1
        if self.is_token(*LITERALS):
            self._literal()
        else:
            self._no_literal()
        return True

    def _literal(self) -> None:
        token = self.here()
        assert isinstance(token, Token)
        self.at += 1
        quoted = token.kind in ("STR", "BYTE_STR", "C_STR")
        suffix = token.text.rstrip("#").rpartition('"')[2] if quoted else ""
        if suffix:
            what = {"STR": "string", "BYTE_STR": "byte string", "C_STR": "C string"}[token.kind]
            label = Label(token.span, f"invalid suffix `{suffix}`")
            self.failed = True
            self.errors.append(Diagnostic(None, f"suffixes on {what} literals are invalid", (label,)))
        elif token.kind in ("INT", "FLOAT") and _SUFFIXED(token.text):
            helps = ("instead of using a suffixed literal (`1u8`, `1.0f32`, etc.), use an unsuffixed version (`1`, `1.0`, etc.)",)
            text = "suffixed literals are not allowed in attributes"
            self.errors.append(Diagnostic(None, text, (Label(token.span),), helps=helps))

    def _no_literal(self) -> None:
        tree = self.here()
        self.failed = True
        if tree is None:
            span = self.trees[-1].span if self.trees else self.group.span
            self.errors.append(Diagnostic(None, f"{_NEEDED}, found `<eof>`", (Label(span),)))
        elif self.is_token(";"):
            label = Label(tree.span, "semicolons are not allowed here")
            self.errors.append(Diagnostic(None, f"{_NEEDED}, found semicolon", (label,)))
        elif (expr := self._expression()) is not None:
            what = "macro call" if isinstance(expr, ast.MacroCall) else "expression"
            label = Label(expr.span, f"{what}s are not allowed here")
            self.errors.append(Diagnostic(None, f"{_NEEDED}, found {what}", (label,)))
        else:
            span = tree.open.span if isinstance(tree, Delimited) else tree.span
            self.errors.append(Diagnostic(None, f"{_NEEDED}, found {describe(tree)}", (Label(span),)))

    def _expression(self) -> ast.Expr | None:
        """The expression that begins here, if one does."""
        from interpreter.syntax.parser import ParseError, parse_prefix

        first = self.here()
        if isinstance(first, Token) and first.kind in ("LIFETIME", "mut", ",", "=", "@", "$"):
            return None
        try:
            expr, errors, _ = parse_prefix("expression", self.trees[self.at :], _EDITION, self.close.span)
        except ParseError:
            return None
        return expr if not errors else None
