"""Mistakes that rustc's parser sees through: it says what is wrong and parses what was meant.

In: the stream of terminals and where the parser stopped. Out: the error, with the stream mended in place; None if it is no
mistake of these kinds. Each rule is one of rustc_parse's recoveries.
"""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Any, Final
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Fragment, Token
from interpreter.syntax.brackets import CLOSERS, OPENERS, closing_of, open_brackets, opening_of
from interpreter.syntax.stream import Stream
from interpreter.syntax.words import AFTER_LABEL, describe

_LITERALS: Final = ("INT", "STR", "FLOAT", "CHAR", "true", "false")
_BEFORE_OPERAND: Final = frozenset(
    ("if", "while", "match", "in", "=", "!", "-", "*", "&", "==", "!=", "<", ">", "<=", ">=", "&&", "||", "..", "..=", "|", "+")
)


def see_through(stream: Stream, at: int) -> Diagnostic | None:
    """The mistake that made the parser stop at terminal `at`."""
    if at >= len(stream.kinds):
        return None
    for rule in (
        _not,
        _incorrect_await,
        _loop_else,
        _lifetime_in_pattern,
        _for_parentheses,
        _half_float,
        _body_after_equals,
        _repeated_mut,
        _mut_pattern,
        _struct_literal,
        _literal_without_path,
        _arm_without_braces,
        _comma_after_base,
        _labelled_expression,
        _dyn_among_bounds,
        _lifetime_after_mut,
        _lifetime_of_borrow,
        _binding_after_pattern,
    ):
        found = rule(stream, at)
        if found is not None:
            return found
    return None


def _span_at(stream: Stream, index: int) -> Span:
    value: Any = stream.values[index]
    return value.span  # type: ignore[no-any-return]


def _error_expr(stream: Stream, at: int) -> Fragment:
    span = _span_at(stream, at)
    return Fragment("expr", ast.ErrExpr(span=span), span)


def _replace_terminals(stream: Stream, start: int, end: int, new: Sequence[Token | Fragment]) -> None:
    """Put `new` in the place of the terminals from `start` up to `end`."""
    stream.kinds[start:end] = [f"FRAGMENT_{part.kind.upper()}" if isinstance(part, Fragment) else part.kind for part in new]
    stream.values[start:end] = new


def _token(stream: Stream, index: int, kind: str) -> Token:
    return Token(kind, kind, _span_at(stream, index).shrink_to_lo())


def _to(stream: Stream, first: int, last: int) -> Span:
    return _span_at(stream, first).to(_span_at(stream, last))


def _not(stream: Stream, at: int) -> Diagnostic | None:
    """`not x` (`recover_not_expr`)."""
    kinds = stream.kinds
    before: Any = stream.values[at - 1]
    if not isinstance(before, Token) or before.text != "not" or kinds[at - 2] not in (*_BEFORE_OPERAND, "{", ";", "}", "("):
        return None
    if kinds[at] not in ("IDENT", "true", "false", "INT", "FLOAT", "STR", "CHAR"):
        return None
    stream.kinds[at - 1], stream.values[at - 1] = "!", Token("!", "!", before.span)
    return Diagnostic(None, f"unexpected {describe(stream.values[at])} after identifier", (Label(_span_at(stream, at)),))


def _incorrect_await(stream: Stream, at: int) -> Diagnostic | None:
    """`await x`, `await? x` and `await!(x)` (`recover_incorrect_await_syntax`)."""
    kinds = stream.kinds
    if kinds[at] != "await" or kinds[at - 1] in (".", "fn", "let", "mut", "::", "struct", "use", "ref"):
        return None
    if kinds[at + 1] == "!" and kinds[at + 2] == "(":
        end: int | None = closing_of(kinds, at + 2) + 1
    else:
        end = _end_of_operand(kinds, at + 1 + (kinds[at + 1] == "?"))
    if end is None:
        return None
    span = _to(stream, at, end - 1)
    _replace_terminals(stream, at, end, [_error_expr(stream, at)])
    return Diagnostic(None, "incorrect use of `await`", (Label(span),))


def _end_of_operand(kinds: list[str], at: int) -> int | None:
    """Where the path, literal, block or parenthesis ends that begins here, with the calls and fields after it."""
    if kinds[at] in ("IDENT", "self", "super", "crate", "Self", *_LITERALS):
        end = at + 1
    elif kinds[at] in CLOSERS:
        end = closing_of(kinds, at) + 1
        if kinds[at] == "{":
            return end
    else:
        return None
    while kinds[end] in (".", "::", "?", "(", "["):
        end = closing_of(kinds, end) + 1 if kinds[end] in CLOSERS else end + 1 + (kinds[end] != "?")
    return end


def _loop_else(stream: Stream, at: int) -> Diagnostic | None:
    """`for .. {} else {}` (`recover_loop_else`)."""
    kinds = stream.kinds
    if kinds[at] != "else" or kinds[at - 1] != "}" or kinds[at + 1] not in ("{", "if"):
        return None
    keyword = opening_of(kinds, at - 1) - 1
    while keyword >= 0 and kinds[keyword] not in ("for", "while", "loop", ";", "{", "}", "if", "else", "=>"):
        keyword = (opening_of(kinds, keyword) if kinds[keyword] in OPENERS else keyword) - 1
    if keyword < 0 or kinds[keyword] not in ("for", "while", "loop"):
        return None
    end = closing_of(kinds, kinds.index("{", at))
    while kinds[end + 1 : end + 2] == ["else"]:
        end = closing_of(kinds, kinds.index("{", end))
    loop = kinds[keyword]
    labelled = kinds[keyword - 2 : keyword] == ["LIFETIME", ":"]
    attached = (Label(_span_at(stream, keyword - 2 if labelled else keyword), "`else` is attached to this loop"),)
    found = Diagnostic(None, f"`{loop}...else` loops are not supported", (Label(_to(stream, at, end)),), attached)
    _replace_terminals(stream, at, end + 1, [])
    return found


def _lifetime_in_pattern(stream: Stream, at: int) -> Diagnostic | None:
    """`fn f(&'a str)`"""
    kinds = stream.kinds
    if kinds[at - 2 : at] != ["&", "LIFETIME"] or kinds[at - 3] not in ("(", ",") or not (around := open_brackets(kinds, at)):
        return None
    before = around[-1] - 1
    while before > 0 and kinds[before] in ("IDENT", ">", "<", ",", "LIFETIME", ":", "+"):
        before -= 1
    if kinds[before] != "fn" or kinds[around[-1]] != "(":
        return None
    lifetime = _span_at(stream, at - 1)
    _replace_terminals(stream, at - 1, at, [])
    return Diagnostic(None, f"unexpected lifetime `{lifetime.text}` in pattern", (Label(lifetime),))


def _for_parentheses(stream: Stream, at: int) -> Diagnostic | None:
    """`for (x in y) {}`"""
    kinds = stream.kinds
    opening = next(reversed(open_brackets(kinds, at)), None)
    if kinds[at] != "in" or opening is None or kinds[opening - 1 : opening + 1] != ["for", "("]:
        return None
    close = closing_of(kinds, opening)
    labels = (Label(_span_at(stream, opening)), Label(_span_at(stream, close)))
    _replace_terminals(stream, close, close + 1, [])
    _replace_terminals(stream, opening, opening + 1, [])
    return Diagnostic(None, "unexpected parentheses surrounding `for` loop head", labels)


def _half_float(stream: Stream, at: int) -> Diagnostic | None:
    """`.5`"""
    kinds = stream.kinds
    if kinds[at] != "." or kinds[at + 1 : at + 2] != ["INT"] or _span_at(stream, at).hi != _span_at(stream, at + 1).lo:
        return None
    span = _to(stream, at, at + 1)
    _replace_terminals(stream, at, at + 2, [Token("FLOAT", f"0{span.text}", span)])
    return Diagnostic(None, "float literals must have an integer part", (Label(span),))


def _body_after_equals(stream: Stream, at: int) -> Diagnostic | None:
    """`fn f() = 5;`"""
    kinds = stream.kinds
    begin = next((index for index in range(at - 1, -1, -1) if kinds[index] in (";", "{", "}", "fn")), None)
    if kinds[at] != "=" or begin is None or kinds[begin : begin + 2] != ["fn", "IDENT"] or ")" not in kinds[begin:at]:
        return None
    end = at
    while kinds[end] != ";":
        end = (closing_of(kinds, end) if kinds[end] in CLOSERS else end) + 1
        if end >= len(kinds) or kinds[end] in OPENERS:
            return None
    span = _to(stream, at, end)
    body: list[Token | Fragment] = [Token("{", "{", span), _error_expr(stream, at), Token("}", "}", span)]
    _replace_terminals(stream, at, end + 1, body)
    return Diagnostic(None, "function body cannot be `= expression;`", (Label(span),))


def _repeated_mut(stream: Stream, at: int) -> Diagnostic | None:
    """`mut mut x` (`recover_additional_muts`)."""
    kinds, end = stream.kinds, at
    if kinds[at - 1 : at + 1] != ["mut", "mut"] or kinds[at - 2] in ("&", "ref"):
        return None
    while kinds[end] == "mut":
        end += 1
    span = _to(stream, at, end - 1)
    _replace_terminals(stream, at, end, [])
    return Diagnostic(None, "`mut` on a binding may not be repeated", (Label(span),))


def _mut_pattern(stream: Stream, at: int) -> Diagnostic | None:
    """`mut` before a pattern that is no name (`parse_pat_ident_mut`)."""
    kinds = stream.kinds
    if at > 2 and kinds[at - 2 : at] == ["mut", "IDENT"] and kinds[at] in ("(", "{", "::"):
        at -= 1
    if at < 1 or kinds[at - 1] != "mut" or kinds[at - 2] not in ("let", "(", "[", ",", "|", "for", "&"):
        return None
    start, end = at, at
    if kinds[at] == "&":
        end += 1
    elif kinds[at] not in ("(", "[", "INT", "FLOAT", "STR", "CHAR", "_", "true", "false", "::", "IDENT"):
        return None
    while kinds[end] == "::" or (kinds[end] == "IDENT" and kinds[end + 1] in ("::", "(", "{")):
        end += 1
    if kinds[end] in CLOSERS:
        end = closing_of(kinds, end)
    binds = any(
        kinds[index] == "IDENT" and kinds[index + 1] not in ("::", "(", "{", ":") and kinds[index - 1] != "mut"
        for index in range(start, end + 1)
    )
    message = "`mut` must be attached to each individual binding" if binds else "`mut` must be followed by a named binding"
    span = _to(stream, at - 1, end)
    _replace_terminals(stream, at - 1, at, [])
    return Diagnostic(None, message, (Label(span),), notes=("`mut` may be followed by `variable` and `variable @ pattern`",))


def _struct_literal(stream: Stream, at: int) -> Diagnostic | None:
    """`if x == S { a: 1 } {}`: `{ name:` and `{ name,` can't begin a block (`is_certainly_not_a_block`)."""
    kinds = stream.kinds
    if kinds[at] not in (":", ",") or kinds[at - 2 : at] != ["{", "IDENT"] or kinds[at - 3] != "IDENT":
        return None
    start = at - 3
    while kinds[start - 1] == "::" and kinds[start - 2] in ("IDENT", "self", "crate", "super", "Self"):
        start -= 2
    if kinds[start - 1] not in _BEFORE_OPERAND or "=>" in kinds[at : kinds.index(",", at) if "," in kinds[at:] else at]:
        return None
    close = closing_of(kinds, at - 2)
    span = _to(stream, start, close)
    stream.kinds.insert(close + 1, ")")
    stream.values.insert(close + 1, Token(")", ")", span.shrink_to_hi()))
    stream.kinds.insert(start, "(")
    stream.values.insert(start, Token("(", "(", span.shrink_to_lo()))
    return Diagnostic(None, "struct literals are not allowed here", (Label(span),))


def _defines_type(kinds: list[str], brace: int) -> bool:
    """Whether a brace opens the fields or variants of a type's definition."""
    before = brace - 1
    while before > 0 and kinds[before] not in (";", "{", "}", "struct", "union", "enum"):
        before -= 1
    return kinds[before] in ("struct", "union", "enum")


def _literal_without_path(stream: Stream, at: int) -> Diagnostic | None:
    """`fn f() -> S { a: 1, b: 2 }` (`maybe_suggest_struct_literal`)."""
    kinds = stream.kinds
    if kinds[at - 2 : at] != ["{", "IDENT"] or _defines_type(kinds, at - 2):
        return None
    is_field = kinds[at] == ":" and (kinds[at + 2 : at + 3] == [","] or kinds[at + 1] in _LITERALS)
    if not is_field and kinds[at] != ",":
        return None
    close = closing_of(kinds, at - 2)
    index = at
    while index < close:
        if kinds[index] == ";":
            return None
        index = (closing_of(kinds, index) if kinds[index] in CLOSERS else index) + 1
    span = _to(stream, at - 2, close)
    _replace_terminals(stream, at - 1, close, [_error_expr(stream, at - 1)])
    return Diagnostic(None, "struct literal body without path", (Label(span),))


def _arm_without_braces(stream: Stream, at: int) -> Diagnostic | None:
    """`1 => a; b; 2 => ..` (`parse_arm_body_missing_braces`)."""
    kinds = stream.kinds
    if kinds[at] != ";":
        return None
    arrow = _before(kinds, at, "=>")
    if arrow is None or (kinds[arrow + 1] == "{" and closing_of(kinds, arrow + 1) == at - 1):
        return None
    end, following, n_statements = at, at + 1, 1
    while kinds[following] not in ("}", "=>", ","):
        if kinds[following] == ";":
            end, n_statements = following, n_statements + 1
        following = (closing_of(kinds, following) if kinds[following] in CLOSERS else following) + 1
    if kinds[following] == ",":
        return None
    if kinds[following] == "}" and following > end + 1:
        end, n_statements = following - 1, n_statements + 1
    statements = _to(stream, arrow + 1, end if n_statements > 1 else at - 1)
    label = "these statements are not surrounded by a body" if n_statements > 1 else "this statement is not surrounded by a body"
    around = Label(_span_at(stream, arrow), "while parsing the `match` arm starting here")
    comma = _token(stream, end, ",")
    _replace_terminals(stream, arrow + 1, end + 1, [_error_expr(stream, arrow + 1), comma])
    return Diagnostic(None, "`match` arm body without braces", (Label(statements, label),), (around,))


def _before(kinds: list[str], at: int, wanted: str) -> int | None:
    """The nearest terminal of a kind before `at`, within the same brackets and the same statement or arm."""
    depth = 0
    for index in range(at - 1, -1, -1):
        if kinds[index] in OPENERS:
            depth += 1
        elif kinds[index] in CLOSERS:
            depth -= 1
            if depth < 0:
                return None
        elif not depth and kinds[index] == wanted:
            return index
        elif not depth and kinds[index] in (",", ";"):
            return None
    return None


def _comma_after_base(stream: Stream, at: int) -> Diagnostic | None:
    """`S { ..base, }`: what follows is passed over (`recover_struct_comma_after_dotdot`)."""
    kinds = stream.kinds
    opening = next(reversed(open_brackets(kinds, at)), None)
    if kinds[at] != "," or opening is None or kinds[opening] != "{":
        return None
    dots = _before(kinds, at, "..")
    if dots is None or kinds[dots - 1] not in (",", "{"):
        return None
    span = _to(stream, dots, at - 1)
    _replace_terminals(stream, at, closing_of(kinds, opening), [])
    note = "the base struct must always be the last field"
    return Diagnostic(None, "cannot use a comma after the base struct", (Label(span),), notes=(note,))


def _labelled_expression(stream: Stream, at: int) -> Diagnostic | None:
    """`'a: if x {}` is parsed as `'a: { if x {} }`."""
    kinds = stream.kinds
    if at < 2 or kinds[at - 2 : at] != ["LIFETIME", ":"] or kinds[at] in ("}", ")", "]", ";", ","):
        return None
    # A lifetime before a colon stands in other places too.
    if at > 2 and kinds[at - 3] in ("<", ",", "where", "|"):
        return None
    end, blocklike = at, kinds[at] in ("if", "match", "unsafe", "const", "async")
    while kinds[end] not in (";", ",", ")", "]", "}"):
        opens = kinds[end] == "{"
        end = (closing_of(kinds, end) if kinds[end] in CLOSERS else end) + 1
        if blocklike and opens and kinds[end] != "else":
            break
    label = Label(_span_at(stream, at), AFTER_LABEL)
    close: Any = Token("}", "}", _span_at(stream, end - 1).shrink_to_hi())
    stream.kinds.insert(end, "}")
    stream.values.insert(end, close)
    stream.kinds.insert(at, "{")
    stream.values.insert(at, _token(stream, at, "{"))
    return Diagnostic(None, AFTER_LABEL, (label,))


def _dyn_among_bounds(stream: Stream, at: int) -> Diagnostic | None:
    """`dyn A + dyn B` (`recover_dyn_keyword_in_bounds`)."""
    kinds, begin = stream.kinds, at - 1
    if kinds[at] != "dyn" or kinds[begin] not in ("+", ":", "impl", "dyn"):
        return None
    while kinds[at - 1] == "+" and kinds[begin] in ("+", "IDENT", "::", "LIFETIME", "?", ">", ")"):
        begin = opening_of(kinds, begin) - 1 if kinds[begin] == ")" else begin - 1
    if kinds[begin] not in ("dyn", "impl", ":"):
        return None
    span = _span_at(stream, at)
    _replace_terminals(stream, at, at + 1, [])
    help_ = "`dyn` is only needed at the start of a trait `+`-separated list"
    return Diagnostic(None, "invalid `dyn` keyword", (Label(span),), helps=(help_,))


def _lifetime_after_mut(stream: Stream, at: int) -> Diagnostic | None:
    """`&mut 'a T`"""
    if stream.kinds[at - 2 : at + 1] != ["&", "mut", "LIFETIME"]:
        return None
    span = _to(stream, at - 2, at)
    stream.move(at, at - 1)
    return Diagnostic(None, "lifetime must precede `mut`", (Label(span),))


def _lifetime_of_borrow(stream: Stream, at: int) -> Diagnostic | None:
    """`&'a x` as an expression (`error_remove_borrow_lifetime`)."""
    kinds = stream.kinds
    if kinds[at - 2 : at] != ["&", "LIFETIME"] or kinds[at] in (":", ";", ",", "=", ">", "=>") or kinds[at] in OPENERS:
        return None
    operand = end = at + (kinds[at] == "mut")
    while kinds[end] in ("&", "*", "-", "!"):
        end += 1
    end = closing_of(kinds, end) + 1 if kinds[end] in CLOSERS else end + 1
    while kinds[end] in (".", "::", "?", "(", "["):
        end = closing_of(kinds, end) + 1 if kinds[end] in CLOSERS else end + 1 + (kinds[end] != "?")
    span = _to(stream, at - 2, end - 1)
    lifetime = _span_at(stream, at - 1)
    label = Label(lifetime._replace(hi=_span_at(stream, operand).lo), "annotated with lifetime here")
    _replace_terminals(stream, at - 1, at, [])
    return Diagnostic(None, "borrow expressions cannot be annotated with lifetimes", (Label(span),), (label,))


def _binding_after_pattern(stream: Stream, at: int) -> Diagnostic | None:
    """`Some(_) @ x` (`parse_pat_ident_at`)."""
    kinds = stream.kinds
    if kinds[at : at + 2] != ["@", "IDENT"] or kinds[at + 2] in ("@", "(", "{", "::", "!"):
        return None
    start = at
    while kinds[start - 1] not in ("let", "for", "|", ",", "(", "[", "{", "=>", ":", "&"):
        start = opening_of(kinds, start - 1) if kinds[start - 1] in OPENERS else start - 1
    if start == at:
        return None
    span = _to(stream, start, at + 1)
    labels = (
        Label(_to(stream, start, at - 1), "pattern on the left, should be on the right"),
        Label(_span_at(stream, at + 1), "binding on the right, should be on the left"),
    )
    stream.move(at + 1, start)
    stream.move(at + 1, start + 1)
    return Diagnostic(None, "pattern on wrong side of `@`", (Label(span),), labels)
