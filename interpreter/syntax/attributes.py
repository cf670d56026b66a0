"""What is wrong with the syntax of attributes: of `#[path]`, `#[path(..)]`, `#[path = expr]`, and of the meta items in a list
(Reference: Attributes; rustc_parse::parser::attr, rustc_attr_parsing::parser)."""

from __future__ import annotations

from operator import is_

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Final
from interpreter.records import replace
from interpreter.source import Span
from interpreter.syntax.ast import Delimited, Fragment, Token, TokenTree
from interpreter.syntax.lexer import RESERVED_KEYWORDS, STRICT_KEYWORDS
from interpreter.syntax.words import describe

PATH_KEYWORDS: Final = frozenset(("self", "super", "crate", "Self", "$crate"))
LITERALS: Final = frozenset((
    "INT", "FLOAT", "CHAR", "BYTE", "STR", "BYTE_STR", "C_STR", "true", "false",
))  # fmt: skip
_META_LISTS: Final = frozenset(("allow", "warn", "deny", "forbid", "expect", "derive"))
"""The attributes whose arguments are a list of meta items that rustc parses whatever stands in it."""


def with_literals(trees: list[TokenTree]) -> list[TokenTree]:
    """An attribute's trees, with the literals that a macro was given in the place of its metavariables."""
    return [_with_literals(tree) for tree in trees]


def _with_literals(tree: TokenTree) -> TokenTree:
    if isinstance(tree, Fragment) and len(tree.trees) == 1 and getattr(tree.trees[0], "kind", None) in LITERALS:
        return tree.trees[0]
    if not isinstance(tree, Delimited):
        return tree
    trees = with_literals(tree.trees)
    return tree if all(map(is_, trees, tree.trees)) else replace(tree, trees=trees)


def attribute_errors(group: Delimited) -> tuple[list[Diagnostic], bool]:
    """What rustc says about the `[..]` of an attribute, and whether it can go on as if the attribute were right."""
    trees = with_literals(group.trees)
    if any(isinstance(tree, Fragment) for tree in trees):
        return [], True
    close = group.close
    if trees and isinstance(trees[0], Token) and trees[0].text == "unsafe":
        group_of = trees[1] if len(trees) > 1 else None
        wrapped = isinstance(group_of, Delimited) and group_of.delim == "("
        if not wrapped or len(trees) > 2:
            reader = AttributeReader(trees, close)
            reader.at, wanted = (2, "expected `]`") if wrapped else (1, "expected `(`")
            reader.fail(wanted, wanted)
            return reader.errors, False
        assert isinstance(group_of, Delimited)
        trees, close = group_of.trees, group_of.close
    reader = AttributeReader(trees, close)
    name = reader.path()
    if not reader.failed and reader.here() is not None:
        tree = reader.here()
        if isinstance(tree, Token) and tree.kind == "=":
            reader.at += 1
            reader.value()
        elif isinstance(tree, Delimited):
            reader.at += 1
            if reader.here() is not None:
                reader.fail("expected `]`", "expected `]`")
            elif name in _META_LISTS and tree.delim == "(":
                inner = AttributeReader(tree.trees, tree.close)
                inner.meta_items()
                reader.errors += inner.errors
            elif name == "cfg_attr" and tree.delim == "(":
                inner = AttributeReader(tree.trees, tree.close)
                inner.conditional()
                reader.errors += inner.errors
        else:
            wanted = "`(`, `::`, `=`, `[`, `]`, or `{`" if close is group.close else "`(`, `)`, `::`, `=`, `[`, or `{`"
            reader.fail(f"expected one of {wanted}", f"expected one of {wanted}")
    return reader.errors, not reader.failed


class AttributeReader:
    """Reads the trees of an attribute from left to right; `errors` are what it found, `failed` that it can't go on."""

    def __init__(self, trees: list[TokenTree], close: Token) -> None:
        self.trees = trees
        self.close = close
        self.at = 0
        self.errors: list[Diagnostic] = []
        self.failed = False

    def here(self) -> TokenTree | None:
        return self.trees[self.at] if self.at < len(self.trees) else None

    def fail(self, message: str, label: str) -> None:
        self._error(message, label)
        self.failed = True

    def _error(self, message: str, label: str) -> None:
        tree = self.here() or self.close
        span: Span = tree.open.span if isinstance(tree, Delimited) else tree.span
        self.errors.append(Diagnostic(None, f"{message}, found {describe(tree)}", (Label(span, label),)))

    def is_token(self, *kinds: str) -> bool:
        tree = self.here()
        return isinstance(tree, Token) and tree.kind in kinds

    def path(self) -> str:
        """A simple path; keywords in it are told and taken for identifiers."""
        name = ""
        if self.is_token("::"):
            self.at += 1
        while True:
            tree = self.here()
            keyword = isinstance(tree, Token) and (tree.kind in STRICT_KEYWORDS or tree.kind in RESERVED_KEYWORDS)
            if not isinstance(tree, Token) or not (tree.kind == "IDENT" or tree.kind in PATH_KEYWORDS or keyword):
                self.fail("expected identifier", "expected identifier")
                return name
            if keyword and tree.kind not in PATH_KEYWORDS:
                reserved = "reserved " if tree.kind in RESERVED_KEYWORDS else ""
                self._error("expected identifier", f"expected identifier, found {reserved}keyword")
            name += tree.text
            self.at += 1
            if not self.is_token("::"):
                return name
            name += "::"
            self.at += 1

    def value(self) -> None:
        """What follows a `=`: told if it can't begin an expression."""
        tree = self.here()
        if tree is None or (isinstance(tree, Token) and tree.kind in (",", ";", ")", "=", "fn", "struct", "enum")):
            self.fail("expected expression", "expected expression")

    def meta_items(self) -> None:
        """`path`, `path = literal`, `path(..)` and literals, separated by commas."""
        while self.here() is not None and not self.failed:
            if self.is_token(*LITERALS):
                self.at += 1
            elif self.starts_path():
                self.path()
                self._arguments()
            else:
                self.fail("expected unsuffixed literal", "")
            if self.failed or self.here() is None:
                return
            if not self.is_token(","):
                wanted = "expected one of `(`, `,`, `::`, or `=`"
                self.fail(wanted, wanted)
                return
            self.at += 1

    def conditional(self) -> None:
        """Of `cfg_attr`: the predicate, and the attributes that it is about."""
        predicate = True
        while self.here() is not None:
            if predicate and self.is_token(*LITERALS):
                self.at += 1
            else:
                unsafe = not predicate and self._unsafe()
                if not (unsafe or self.failed):
                    self.path()
                if predicate:
                    self._arguments()
                elif not unsafe:
                    self._any_arguments()
            if self.failed or self.here() is None:
                return
            if not self.is_token(","):
                wanted = "`(`, `,`, `::`, or `=`" if predicate else "`(`, `,`, `::`, `=`, `[`, or `{`"
                wanted = f"expected one of {wanted}" if self._is_path(self.at - 1) else "expected `,`"
                self.fail(wanted, wanted)
                return
            self.at += 1
            predicate = False

    def _unsafe(self) -> bool:
        """Pass over `unsafe(..)`."""
        word = self.here()
        if not isinstance(word, Token) or word.kind != "unsafe":
            return False
        self.at += 1
        group = self.here()
        if not isinstance(group, Delimited) or group.delim != "(":
            self.fail("expected `(`", "expected `(`")
            return False
        inner = AttributeReader(group.trees, group.close)
        inner.path()
        self.errors += inner.errors
        self.at += 1
        return True

    def _is_path(self, at: int) -> bool:
        """Whether a path ends there, and no arguments."""
        tree = self.trees[at]
        values = at > 0 and isinstance(before := self.trees[at - 1], Token) and before.kind == "="
        return isinstance(tree, Token) and tree.kind not in LITERALS and not values

    def _any_arguments(self) -> None:
        if isinstance(self.here(), Delimited):
            self.at += 1
        elif self.is_token("="):
            self.at += 1
            self.value()
            while self.here() is not None and not self.is_token(","):
                self.at += 1

    def starts_path(self) -> bool:
        tree = self.here()
        if not isinstance(tree, Token) or tree.kind in LITERALS:
            return False
        return tree.kind in ("IDENT", "::") or tree.kind in STRICT_KEYWORDS or tree.kind in RESERVED_KEYWORDS

    def _arguments(self) -> None:
        tree = self.here()
        if isinstance(tree, Delimited) and tree.delim == "(":
            self.at += 1
            inner = AttributeReader(tree.trees, tree.close)
            inner.meta_items()
            self.errors += inner.errors
        elif self.is_token("="):
            self.at += 1
            if self.is_token(*LITERALS):
                self.at += 1
            else:
                self.fail("expected unsuffixed literal", "")
