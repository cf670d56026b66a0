"""`rust_2024_guarded_string_incompatible_syntax`: what is one token from 2024 on (rustc_parse: lexer,
`maybe_report_guarded_str`)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.syntax.lexer import lex

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_LINT = "rust_2024_guarded_string_incompatible_syntax"


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All `#` of the text."""
    file = tcx.resolution.root.span.file
    if tcx.edition >= 2024:
        return
    tokens = lex(file).tokens
    strings = {token.span.lo: token.span.hi for token in tokens if token.kind == "STR"}
    for token in tokens:
        if token.kind == "#":
            lo = token.span.lo
            quote = lo + len(file.text[lo:]) - len(file.text[lo:].lstrip("#"))
            end = strings.get(quote)
            if end is not None:
                most = end + quote - lo
                while end < most and file.text[end : end + 1] == "#":
                    end += 1
                emit(_LINT, Label(token.span._replace(hi=end)), "will be parsed as a guarded string in Rust 2024")
            elif quote > lo + 1:
                emit(_LINT, Label(token.span._replace(hi=lo + 2)), "reserved token in Rust 2024")
