"""Tokens in rustc's words: "`;`", "keyword `fn`", "reserved identifier `_`" (rustc_parse::parser::token_descr)."""

from __future__ import annotations

from interpreter.hints import Final
from interpreter.syntax.ast import Attribute, Delimited, Fragment, Token
from interpreter.syntax.lexer import RESERVED_KEYWORDS, STRICT_KEYWORDS

AFTER_LABEL: Final = "expected `while`, `for`, `loop` or `{` after a label"
BINARY_OPERATORS: Final = frozenset((
    "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "..", "..=", "as", "=",
    "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=",
))  # fmt: skip


def describe(tree: object) -> str:
    """A token, or the first token of a tree, as error messages name it; None is the end of the input."""
    if tree is None:
        return "`<eof>`"
    if isinstance(tree, Delimited):
        return f"`{tree.delim}`"
    if isinstance(tree, Attribute):
        return f"doc comment `{tree.span.text}`" if tree.is_doc_comment else "`#`"
    if isinstance(tree, Fragment):
        return f"`{tree.kind}` metavariable"
    assert isinstance(tree, Token)
    kind = tree.kind
    if kind == "_" or kind == "$crate":
        return f"reserved identifier `{tree.text}`"
    if kind in STRICT_KEYWORDS:
        return f"keyword `{kind}`"
    if kind in RESERVED_KEYWORDS:
        return f"reserved keyword `{kind}`"
    if tree.name is not None:  # What a variable of a macro holds.
        return f"{'lifetime' if kind == 'LIFETIME' else 'identifier'} `{tree.text}`"
    return f"`{tree.text}`"
