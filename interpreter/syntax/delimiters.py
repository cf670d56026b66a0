"""What is wrong with the brackets of a file, of which at least one does not pair (rustc_parse::lexer::tokentrees)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Final
from interpreter.records import NamedTuple
from interpreter.source import SourceFile, Span
from interpreter.syntax.ast import Token
from interpreter.syntax.brackets import CLOSERS, OPENERS

_SHOWN: Final = 5


class _Mismatch(NamedTuple):
    """A closing bracket, the open one that it doesn't close, and the one that it may have been meant for."""

    found: Token
    unclosed: Token
    candidate: Token | None


def bad_delimiters(file: SourceFile, tokens: list[Token]) -> list[Diagnostic]:
    """The errors in rustc's order: a wrong closing bracket that would close an outer one is taken for that; any other is taken
    for the one that is open; a closing bracket with none open ends all."""
    stack: list[Token] = []
    blocks: list[tuple[Token, Token]] = []
    mismatches: list[_Mismatch] = []
    complained: Token | None = None
    for token in tokens:
        kind = token.kind
        if kind in CLOSERS:
            stack.append(token)
        if kind not in OPENERS:
            continue
        while stack:
            opening = stack[-1]
            if CLOSERS[opening.kind] == kind:
                stack.pop()
                if kind == "}":
                    blocks.append((opening, token))
                break
            if complained is not token:
                complained = token
                meant = [o for o in stack if CLOSERS[o.kind] == kind and _indentation(o) == _indentation(token)]
                mismatches.append(_Mismatch(token, opening, meant[-1] if meant else None))
            stack.pop()
            if not any(CLOSERS[outer.kind] == kind for outer in stack):
                break
        else:
            unexpected = _unexpected(token, mismatches, blocks)
            return [*(_mismatched(m) for m in mismatches if m.found.kind == "}"), unexpected]
    errors = [_mismatched(m) for m in mismatches]
    if stack:
        errors.append(_unclosed(file, stack, blocks))
    return errors


def _mismatched(mismatch: _Mismatch) -> Diagnostic:
    found, unclosed, candidate = mismatch
    primary = (Label(found.span, "mismatched closing delimiter"), Label(unclosed.span, "unclosed delimiter"))
    secondary = (Label(candidate.span, "closing delimiter possibly meant for this"),) if candidate is not None else ()
    return Diagnostic(None, f"mismatched closing delimiter: `{found.kind}`", primary, secondary)


def _unclosed(file: SourceFile, stack: list[Token], blocks: list[tuple[Token, Token]]) -> Diagnostic:
    labels = [Label(token.span, "unclosed delimiter") for token in stack[:_SHOWN]]
    rest = len(stack) - _SHOWN
    if rest == 1:
        labels.append(Label(stack[_SHOWN].span, "unclosed delimiter"))
    elif rest > 1:
        labels.append(Label(stack[_SHOWN].span, f"another {rest} unclosed delimiters begin from here"))
    end = Span(file, len(file.text), len(file.text))
    suspicion = _suspicion(blocks) if stack[-1].kind == "{" else ()
    return Diagnostic(None, "this file contains an unclosed delimiter", (Label(end),), (*labels, *suspicion))


def _unexpected(token: Token, mismatches: list[_Mismatch], blocks: list[tuple[Token, Token]]) -> Diagnostic:
    """A closing bracket with none open; those that were taken for another kind may be what is missing."""
    labels: list[Label] = []
    for found, unclosed, _ in mismatches:
        if found.kind != "}":
            labels.append(Label(unclosed.span, "the nearest open delimiter"))
            labels.append(Label(found.span.shrink_to_lo(), f"missing open `{OPENERS[found.kind]}` for this delimiter"))
    if not labels and token.kind == "}":
        labels += _suspicion(blocks)
        if not labels and blocks and not _is_empty(*blocks[-1]):
            labels.append(Label(blocks[-1][0].span, "this opening brace..."))
            labels.append(Label(blocks[-1][1].span, "...matches this closing brace"))
    primary = (Label(token.span, "unexpected closing delimiter"),)
    return Diagnostic(None, f"unexpected closing delimiter: `{token.kind}`", primary, tuple(labels))


def _is_empty(opening: Token, closing: Token) -> bool:
    """`{}`, which may have been closed by mistake."""
    between = opening.span.file.text[opening.span.hi : closing.span.lo]
    return "\n" not in between and not between.strip()


def _suspicion(blocks: list[tuple[Token, Token]]) -> tuple[Label, ...]:
    """A block whose brackets stand at different indentations."""
    for opening, closing in blocks:
        if _indentation(opening) != _indentation(closing) and opening.span.line != closing.span.line:
            return (
                Label(opening.span.shrink_to_lo(), "this delimiter might not be properly closed..."),
                Label(closing.span.shrink_to_lo(), "...as it matches this but it has different indentation"),
            )
    return ()


def _indentation(bracket: Token) -> int:
    text = bracket.span.file.line_text(bracket.span.line)
    return len(text) - len(text.lstrip())
