"""`#[doc(..)]` (rustc_attr_parsing: doc.rs): most of what is wrong there earns a warning only."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, DiagnosticSink, Label
from interpreter.hints import Any, Final
from interpreter.resolve.attribute_args import is_string, malformed, parts
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Attribute, Delimited, Token, TokenTree
from interpreter.syntax.stream import split_meta

_NOWHERE: Final = {"foreign modules": "extern block", "trait impl blocks": "implementation block",
                   "inherent impl blocks": "implementation block", "function params": "function parameter",
                   "use statements": "use item"}  # fmt: skip


def check(attr: Attribute, node: Any, target: str, sink: DiagnosticSink) -> None:
    """Report what is wrong with the aliases that an attribute gives."""
    for part in parts(attr):
        name, rest = split_meta(part)
        if name != "alias":
            continue
        group = rest[0] if rest else None
        if group is None:
            message = 'doc alias attribute expects a string `#[doc(alias = "a")]` or a list of strings `#[doc(alias("a", "b"))]`'
            sink.error(None, message, part[0].span)
        elif isinstance(group, Delimited):
            for tree in group.trees:
                if not (isinstance(tree, Token) and tree.kind == ","):
                    _alias(attr, tree, "`#[doc(alias(\"...\"))]`", node, target, sink)
        else:
            _alias(attr, rest[-1], "`#[doc(alias = \"...\")]`", node, target, sink)


def _alias(attr: Attribute, literal: TokenTree, form: str, node: Any, target: str, sink: DiagnosticSink) -> None:
    if not is_string(literal) or not isinstance(literal, Token):
        malformed(attr, "E0539", literal.span, "expected a string literal here", sink)
        return
    alias = literal.text.strip('"').replace("\\t", "\t").replace("\\n", "\n")
    bad = next((char for char in alias if char in "\"'" or (char.isspace() and char != " ")), None)
    if not alias:
        sink.error(None, f"{form} attribute cannot have empty value", literal.span)
    elif bad is not None:
        shown = {"\t": "\\t", "\n": "\\n", "'": "\\'"}.get(bad, bad)
        sink.error(None, f"'{shown}' character isn't allowed in {form}", literal.span)
    elif alias != alias.strip(" "):
        sink.error(None, f"{form} cannot start or end with ' '", literal.span)
    elif target in _NOWHERE:
        sink.error(None, f"{form} isn't allowed on {_NOWHERE[target]}", literal.span)
    elif isinstance(node, ast.ItemBase) and node.ident.name == alias:
        sink.error(None, f"`#[doc(alias = \"{alias}\"]` is the same as the item's name", literal.span)


def check_inlining(attrs: list[Attribute], sink: DiagnosticSink) -> None:
    """`#[doc(inline)]` and `#[doc(no_inline)]` on one item."""
    first: tuple[str, Span] | None = None
    for attr in attrs:
        for part in parts(attr) if attr.name == "doc" else ():
            name = split_meta(part)[0]
            if name not in ("inline", "no_inline"):
                continue
            if first is not None and first[0] != name:
                labels = (Label(first[1], "this attribute..."), Label(part[0].span, "...conflicts with this attribute"))
                help_ = "remove one of the conflicting attributes"
                sink.emit(Diagnostic(None, "conflicting doc inlining attributes", labels, helps=(help_,)))
                return
            first = first or (name, part[0].span)
