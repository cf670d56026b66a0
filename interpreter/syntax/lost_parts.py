"""Mistakes after which rustc's parser gives up what it has read of an expression or pattern, with an error in its place.

In: the stream of terminals, where the parser stopped, and parsers to begin anew with. Out: the error, with the stream mended in
place; None if it is no mistake of these kinds.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Any, Final
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Fragment, Token
from interpreter.syntax.brackets import CLOSERS, OPENERS, closing_of, open_brackets, opening_of
from interpreter.syntax.stream import Stream
from interpreter.syntax.words import describe

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.syntax.parser import Machine

_LITERALS: Final = ("INT", "STR", "FLOAT", "CHAR", "BYTE", "BYTE_STR", "C_STR", "true", "false")
_PATH_WORDS: Final = ("IDENT", "self", "super", "crate", "Self")
_TRAILING: Final = ("+", "-", "*", "/", "%", "^", "&", "<<", ">>", ".", "?", "[", "as")
_AFTER_PATTERN: Final = ("|", "=>", "=", "if", ",", ":", "in", ")", "]", "}", "..=", "..", "...")
_AFTER_CONST_ARG: Final = (">", ">=", ">>", ">>=")
_MORE_OPERATORS: Final = ("==", "!=", "&&", "||", "|", "..", "..=")
_RANGES: Final = ("..=", "..", "...")
_BEFORE_RANGE: Final = (
    "=", "(", ",", "{", "}", ";", "[", "in", "return", "break", "if", "while", "match", "=>", "&&", "||", "else",
)  # fmt: skip


def lost_part(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """The mistake that made the parser stop at terminal `at`."""
    if not 0 < at < len(stream.kinds):
        return None
    return (
        _single_colon(fresh, stream, at)
        or _let_operand(fresh, stream, at)
        or _binder_before_dyn(fresh, stream, at)
        or _parenthesized_bounds(stream, at)
        or _do_catch(fresh, stream, at)
        or _array_on_next_line(fresh, stream, at)
        or _range_without_end(fresh, stream, at)
        or _ambiguous_range_pattern(fresh, stream, at)
        or _expression_for_pattern(fresh, stream, at)
        or _never_arm(fresh, stream, at)
        or _typed_pattern(fresh, stream, at)
        or _named_arguments(fresh, stream, at)
        or _deprecated_try(fresh, stream, at)
        or _const_argument(fresh, stream, at)
    )


def _span(stream: Stream, first: int, last: int) -> Span:
    values: list[Any] = stream.values
    return values[first].span.to(values[last].span)  # type: ignore[no-any-return]


def _replace(stream: Stream, start: int, end: int, kind: str, value: Any) -> None:
    stream.kinds[start:end] = [kind]
    stream.values[start:end] = [value]


def _accepts(fresh: Callable[..., Machine], stream: Stream, at: int, *kinds: str) -> bool:
    """Whether each of these terminals could stand at `at`."""
    machine = fresh()
    machine.feed(stream.kinds[:at], stream.values[:at])
    return all(machine.accepts(kind) for kind in kinds)


def _single_colon(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`a:b` for `a::b` (`parse_path_segments`)."""
    kinds = stream.kinds
    if kinds[at - 1 : at + 2] != ["IDENT", ":", "IDENT"] or kinds[at - 2] == "." or not _accepts(fresh, stream, at, "%", "::"):
        return None
    colon = _span(stream, at, at)
    if _span(stream, at - 1, at - 1).hi != colon.lo or colon.hi != _span(stream, at + 1, at + 1).lo:
        return None
    _replace(stream, at, at + 1, "::", Token("::", "::", colon))
    return Diagnostic(None, "path separator must be a double colon", (Label(colon),))


def _let_operand(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`let` where an operand must stand but no condition: it is taken for one in parentheses."""
    kinds, values = stream.kinds, stream.values
    if kinds[at] != "let" or not _accepts(fresh, stream, at, "INT", "loop") or _accepts(fresh, stream, at, "let"):
        return None
    end = at + fresh("expression").feed(kinds[at:], values[at:])
    if "=" not in kinds[at:end]:
        return None
    let = _span(stream, at, at)
    for index, bracket, span in ((end, ")", _span(stream, end - 1, end - 1).shrink_to_hi()), (at, "(", let.shrink_to_lo())):
        kinds.insert(index, bracket)
        values.insert(index, Token(bracket, bracket, span))
    note = "only supported directly in conditions of `if` and `while` expressions"
    return Diagnostic(None, "expected expression, found `let` statement", (Label(let, ""),), notes=(note,))


def _binder_before_dyn(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`for<'a> dyn Trait<'a>` (`recover_fn_ptr_with_generics`, `TransposeDynOrImpl`)."""
    kinds = stream.kinds
    if kinds[at] not in ("dyn", "impl") or kinds[at - 1] != ">" or "BINDER" not in kinds[max(at - 20, 0) : at]:
        return None
    start = max(index for index in range(at) if kinds[index] == "BINDER")
    if not _accepts(fresh, stream, start, "dyn"):
        return None
    word = _span(stream, at, at)
    stream.move(at, start)
    return Diagnostic(None, f"`for<...>` expected after `{kinds[start]}`, not before", (Label(word),))


def _parenthesized_bounds(stream: Stream, at: int) -> Diagnostic | None:
    """`dyn (A + B)`"""
    kinds = stream.kinds
    around = open_brackets(kinds, at)
    if kinds[at] != "+" or not around or kinds[around[-1] - 1 : around[-1] + 1] != ["dyn", "("]:
        return None
    end = closing_of(kinds, around[-1])
    labels = (Label(_span(stream, around[-1], around[-1])), Label(_span(stream, end, end)))
    stream.move(around[-1], around[-1] - 1)
    return Diagnostic(None, "incorrect parentheses around trait bounds", labels)


def _do_catch(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`do catch { .. }`, which `try` blocks once were."""
    kinds, values = stream.kinds, stream.values
    if kinds[at : at + 3] != ["do", "IDENT", "{"] or not _accepts(fresh, stream, at, "loop"):
        return None
    both = _span(stream, at, at + 1)
    if getattr(values[at + 1], "text", "") != "catch":
        return None
    _replace(stream, at, at + 2, "TRY", Token("try", "try", both))
    note = "following RFC #2388, the new non-placeholder syntax is `try`"
    return Diagnostic(None, "found removed `do catch` syntax", (Label(both),), notes=(note,))


def _array_on_next_line(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """An array at the start of a line, which is taken for an index of what stands before it."""
    kinds, values = stream.kinds, stream.values
    around = open_brackets(kinds, at)
    if kinds[at] != "," or not around or kinds[around[-1]] != "[":
        return None
    opening = around[-1]
    before, bracket = _span(stream, opening - 1, opening - 1), _span(stream, opening, opening)
    end = closing_of(kinds, opening) + 1
    array = fresh("expression")
    on_next_line = "\n" in bracket.file.text[before.hi : bracket.lo]
    if not on_next_line or not _accepts(fresh, stream, opening, "%"):
        return None
    if array.feed(kinds[opening:end], values[opening:end]) < end - opening:
        return None
    del kinds[opening:end], values[opening:end]
    return Diagnostic(None, "expected `;`, found `[`", (Label(bracket),))


def _range_without_end(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`a..=;`"""
    kinds = stream.kinds
    if kinds[at - 1] != "..=" or not _accepts(fresh, stream, at, "loop", "INT"):
        return None
    start = at - 1
    while start > 0 and kinds[start - 1] not in _BEFORE_RANGE:
        start = opening_of(kinds, start - 1) if kinds[start - 1] in OPENERS.values() else start - 1
    span = _span(stream, at - 1, at - 1)
    whole = _span(stream, start, at - 1)
    _replace(stream, start, at, "FRAGMENT_EXPR", Fragment("expr", ast.ErrExpr(span=whole), whole))
    note = "inclusive ranges must be bounded at the end (`..=b` or `a..=b`)"
    return Diagnostic("E0586", "inclusive range with no end", (Label(span),), notes=(note,))


def _primary(kinds: list[str], end: int) -> int | None:
    """Where the literal or path begins that ends before `end`."""
    start = end - 1
    if kinds[start] in _LITERALS:
        return start - 1 if kinds[start - 1] == "-" else start
    if kinds[start] not in _PATH_WORDS:
        return None
    while kinds[start - 1] == "::" and kinds[start - 2] in _PATH_WORDS:
        start -= 2
    return start


def _ambiguous_range_pattern(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`&1..=2`"""
    kinds = stream.kinds
    start = _primary(kinds, at)
    if kinds[at] not in _RANGES or start is None or kinds[start - 1] not in ("&", "&&", "mut"):
        return None
    end = at + 1
    if kinds[end] == "-":
        end += 1
    end += kinds[end] in _LITERALS or kinds[end] in _PATH_WORDS
    if not _accepts(fresh, stream, start, "ref"):
        return None
    span = _span(stream, start, end - 1)
    _replace(stream, start, end, "_", Token("_", "_", span))
    return Diagnostic(None, "the range pattern here has ambiguous interpretation", (Label(span),))


def _never_arm(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`Err(!),`: an arm without a body, whose pattern says that there is no value."""
    kinds, values = stream.kinds, stream.values
    end = at - 1 if kinds[at] not in (",", "}") and kinds[at - 1] == "," else at
    start = end
    while start and kinds[start - 1] not in (",", "{", "}", ";", "=>"):
        start = opening_of(kinds, start - 1) if kinds[start - 1] in OPENERS else start - 1
    nevers = [index for index in range(start, end) if kinds[index] == "!" and kinds[index + 1] in (")", ",", "|", "]", "}", "if")]
    if not nevers or not _accepts(fresh, stream, nevers[0], "ref"):
        return None
    never = _span(stream, nevers[0], nevers[0])
    kinds[end:end] = ["=>", "FRAGMENT_EXPR"]
    values[end:end] = [Token("=>", "=>", never.shrink_to_hi()), Fragment("expr", ast.ErrExpr(span=never), never)]
    note = "see issue #118155 <https://github.com/rust-lang/rust/issues/118155> for more information"
    return Diagnostic("E0658", "`!` patterns are experimental", (Label(never),), notes=(note,))


def _typed_pattern(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`x: T` as the pattern of an arm, `if let` or `for` (`recover_pat_colon`)."""
    kinds, values = stream.kinds, stream.values
    if kinds[at] != ":":
        return None
    machine, ty = fresh(), fresh("ty")
    machine.feed(kinds[:at], values[:at])
    end = at + 1 + ty.feed(kinds[at + 1 :], values[at + 1 :])
    if machine.accepts(":") or machine.accepts("%") or not any(map(machine.accepts, ("=>", "=", "in"))) or not ty.accepts("$END"):
        return None
    start = opening_of(kinds, at - 1) if kinds[at - 1] in OPENERS else at - 1
    while kinds[start - 1] not in (",", "{", "}", "|", "let", "for", "=>", ";", ":"):
        start = opening_of(kinds, start - 1) if kinds[start - 1] in OPENERS else start - 1
    if kinds[start - 1] == "|" or not _accepts(fresh, stream, start, "ref"):
        return None
    last = kinds[at - 1]
    more = ["`...`", "`..=`", "`..`"]
    if last == "IDENT" and kinds[at - 2] != "::":
        wanted = ["`@`"]
    elif last == "IDENT":
        wanted = ["`!`", "`(`", *more, "`::`", "`{`"]
    else:
        wanted = more if last in _LITERALS and kinds[at - 2] not in _RANGES else []
    text = f"expected one of {', '.join(wanted)}{',' * (len(wanted) > 1)} or `|`" if wanted else "expected `|`"
    short = text if len(wanted) < 6 else f"expected one of {len(wanted) + 1} possible tokens"
    colon, whole = _span(stream, at, at), _span(stream, start, end - 1)
    why = Label(_span(stream, at + 1, end - 1), "specifying the type of a pattern isn't supported")
    _replace(stream, start, end, "_", Token("_", "_", whole))
    return Diagnostic(None, f"{text}, found `:`", (Label(colon, short),), (why,))


def _named_arguments(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`f(a: 1)` and `S(a: 1)`: fields of a struct in the brackets of a call (`maybe_recover_struct_lit_bad_delims`)."""
    kinds, values = stream.kinds, stream.values
    if kinds[at] != ":" or kinds[at - 1] != "IDENT" or kinds[at - 2] not in ("(", ","):
        return None
    opening = open_brackets(kinds, at)[-1]
    start = _primary(kinds, opening) if kinds[opening] == "(" and kinds[opening - 1] in _PATH_WORDS else None
    if start is None or kinds[start - 1] in (".", "fn") or not _accepts(fresh, stream, start, "loop"):
        return None
    end = closing_of(kinds, opening)
    literal = fresh("expression")
    as_literal = [*kinds[start:opening], "{", *kinds[opening + 1 : end], "}"]
    if literal.feed(as_literal, values[start : end + 1]) < len(as_literal) or not literal.finish():
        return None
    whole = _span(stream, start, end)
    _replace(stream, start, end + 1, "FRAGMENT_EXPR", Fragment("expr", ast.ErrExpr(span=whole), whole))
    return Diagnostic(None, "invalid `struct` delimiters or `fn` call arguments", (Label(whole),))


def _deprecated_try(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`try!(x)` (`parse_expr_bottom`)."""
    kinds = stream.kinds
    if kinds[at : at + 2] != ["try", "!"] or kinds[at + 2] not in CLOSERS or not _accepts(fresh, stream, at, "loop"):
        return None
    end = closing_of(kinds, at + 2)
    whole = _span(stream, at, end)
    _replace(stream, at, end + 1, "FRAGMENT_EXPR", Fragment("expr", ast.ErrExpr(span=whole), whole))
    return Diagnostic(None, "use of deprecated `try` macro", (Label(whole),))


def _expression_for_pattern(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`x + 1`, `x.y` where a pattern must stand (`maybe_recover_trailing_expr`)."""
    kinds = stream.kinds
    start = _primary(kinds, at)
    if kinds[at] not in _TRAILING or start is None:
        return None
    bound = kinds[start - 1] in _RANGES
    first = _primary(kinds, start - 1) if bound else start
    if first is None or not _accepts(fresh, stream, first, "ref", "_"):
        return None
    stop = at
    while stop < len(kinds) and kinds[stop] not in _AFTER_PATTERN:
        stop = (closing_of(kinds, stop) if kinds[stop] in CLOSERS else stop) + 1
    if fresh("expression").feed(kinds[start:stop], stream.values[start:stop]) < stop - start:
        return None
    span = _span(stream, start, stop - 1)
    what = "a pattern range bound" if bound else "a pattern"
    _replace(stream, first, stop, "_", Token("_", "_", _span(stream, first, stop - 1)))
    note = "arbitrary expressions are not allowed in patterns: <https://doc.rust-lang.org/book/ch19-00-patterns.html>"
    return Diagnostic(None, f"expected {what}, found an expression", (Label(span, "not a pattern"),), notes=(note,))


def generics_of_call(fresh: Callable[..., Machine], stream: Stream, inner: Span, at: int) -> bool:
    """`f<T>(x)` and `T<U>::f()`, where terminal `at` is the second of the comparisons that they are taken for and `inner` the
    first comparison: nothing is made of them, and parsing goes on (`check_no_chained_comparison`)."""
    kinds, values = stream.kinds, stream.values
    start = next(index for index, value in enumerate(values) if value.span.lo == inner.lo and value.span.file is inner.file)  # type: ignore[attr-defined]
    after = at + 1
    depth = int(kinds[at] == "<")
    while depth > 0 and after < len(kinds) and kinds[after] not in OPENERS:
        depth += {"<": 1, ">": -1, ">>": -2}.get(kinds[after], 0)
        after = (closing_of(kinds, after) if kinds[after] in CLOSERS else after) + 1
    if kinds[after : after + 1] == ["("]:
        end = closing_of(kinds, after) + 1
    elif kinds[after : after + 1] == ["::"]:
        end = after + 1 + fresh("expression").feed(kinds[after + 1 :], values[after + 1 :])
        rest = fresh("expression")
        if rest.feed(kinds[after + 1 : end], values[after + 1 : end]) < end - after - 1 or not rest.finish():
            return False
    else:
        return False
    whole = _span(stream, start, end - 1)
    _replace(stream, start, end, "FRAGMENT_EXPR", Fragment("expr", ast.ErrExpr(span=whole), whole))
    return True


def _const_argument(fresh: Callable[..., Machine], stream: Stream, at: int) -> Diagnostic | None:
    """`A<1 + 2>`: an expression among generic arguments (`handle_unambiguous_unbraced_const_arg`, `recover_const_arg`)."""
    kinds, values = stream.kinds, stream.values
    start = _argument_start(fresh, stream, at)
    end = start
    if start is None or end is None or kinds[start] == "[":
        return None
    while end < len(kinds) and kinds[end] not in (",", *_AFTER_CONST_ARG) and kinds[end] not in OPENERS:
        end = (closing_of(kinds, end) if kinds[end] in CLOSERS else end) + 1
    if end <= at or kinds[end : end + 1] == [] or kinds[end] in OPENERS:
        return None
    expr = fresh("expression")
    if expr.feed(kinds[start:end], values[start:end]) < end - start or not expr.accepts("$END"):
        return None
    whole = _span(stream, start, end - 1)
    if kinds[start] in _LITERALS or kinds[start] == "-":
        for index, brace in ((end, "}"), (start, "{")):
            kinds.insert(index, brace)
            values.insert(index, Token(brace, "", whole.shrink_to_hi() if index == end else whole.shrink_to_lo()))
        text = "expressions must be enclosed in braces to be used as const generic arguments"
        return Diagnostic(None, text, (Label(whole),))
    ty = fresh("ty")
    read = ty.feed(kinds[start:end], values[start:end])
    found = describe(values[at])
    if start == at:
        found_error = Diagnostic(None, "invalid const generic expression", (Label(whole),))
    elif start + read == at and ty.accepts("$END"):
        if kinds[at] not in _TRAILING and kinds[at] not in _MORE_OPERATORS and kinds[at - 1] not in ("+", ">", ">>"):
            return None
        wanted = "expected one of `,` or `>`"
        found_error = Diagnostic(None, f"{wanted}, found {found}", (Label(_span(stream, at, at), wanted),))
    else:
        found_error = Diagnostic(None, f"expected type, found {found}", (Label(_span(stream, at, at), "expected type"),))
    _replace(stream, start, end, "FRAGMENT_EXPR", Fragment("expr", ast.ErrExpr(span=whole), whole))
    return found_error


def _argument_start(fresh: Callable[..., Machine], stream: Stream, at: int) -> int | None:
    """Where the generic argument begins that terminal `at` is in."""
    kinds = stream.kinds
    for start in range(at, max(at - 30, 0), -1):
        if kinds[start - 1] in ("<", ",") and _accepts(fresh, stream, start, "LIFETIME", "INT", "dyn"):
            return start
        if kinds[start - 1] in ("{", ";", "}", "=", "=>"):
            return None
    return None
