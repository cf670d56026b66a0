"""`text_direction_codepoint_in_literal` and `.._in_comment` (rustc_lint: hidden_unicode_codepoints.rs): characters
that change the direction in which text is shown. Both are denied by default."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interpreter.diagnostics import Diagnostic, Label
from interpreter.resolve.lint_levels import LintLevels
from interpreter.source import SourceFile, Span
from interpreter.syntax.lexer import lex

_CODEPOINTS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_LITERALS = ("STR", "BYTE_STR", "C_STR", "CHAR", "BYTE")


def text_direction(file: SourceFile, lints: LintLevels) -> Iterator[Diagnostic]:
    """The errors of a file's literals and comments."""
    if _CODEPOINTS.search(file.text) is None:
        return
    end = 0
    for token in lex(file).tokens:
        yield from _comments(file, end, token.span.lo, lints)
        end = token.span.hi
        if token.kind in _LITERALS or token.kind == "DOC":
            yield from _told(token.span, "doc comment" if token.kind == "DOC" else "literal", lints)
    yield from _comments(file, end, len(file.text), lints)


def _comments(file: SourceFile, lo: int, hi: int, lints: LintLevels) -> Iterator[Diagnostic]:
    """Those between two tokens."""
    for comment in _COMMENT.finditer(file.text, lo, hi):
        yield from _told(Span(file, *comment.span()), "comment", lints)


def _told(span: Span, what: str, lints: LintLevels) -> Iterator[Diagnostic]:
    places = [found.start() for found in _CODEPOINTS.finditer(span.file.text, span.lo, span.hi)]
    lint = f"text_direction_codepoint_in_{'comment' if what == 'comment' else 'literal'}"
    if not places or lints.allowed(lint, span):
        return
    many = "invisible unicode text flow control codepoints"
    contained = many if len(places) > 1 else f"an {many[:-1]}"
    shown = places if what != "doc comment" else []
    labels = tuple(Label(Span(span.file, at, at + 1), f"'\\u{{{ord(span.file.text[at]):x}}}'") for at in shown)
    message = f"unicode codepoint changing visible direction of text present in {what}"
    yield Diagnostic(lint, message, (Label(span, f"this {what} contains {contained}"),), labels)
