"""Literal tokens to values: numbers, characters, strings, with rustc's errors for escapes and suffixes.

In: a literal's token. Out: an `ast.Lit`. `check_escapes` is the lexer's part: it reports bad escapes wherever the token stands,
so also within a macro's arguments; `make_literal` may then assume that escapes are well-formed (and skips those that are not).
Reference: Literal expressions; rustc_lexer::unescape.
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.deferred import pattern
from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Final
from interpreter.source import SourceFile, Span
from interpreter.syntax.ast import Lit, LitKind, Token

if TYPE_CHECKING:
    import re

_ESCAPE: Final = pattern(r"(?s)\\(?:u\{([^}]*)\}|x([0-9a-fA-F]{2})|(\r?\n)\s*|(.))")
_SIMPLE: Final = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\", "0": "\0", "'": "'", '"': '"'}
_RAW: Final = pattern(r'(?s)[bc]?r(#*)"(.*)"\1([^\W\d]\w*)?$')
_COOKED: Final = pattern(r"""(?s)[bc]?(["'])(.*)\1([^\W\d]\w*)?$""")
_NUMBER: Final = pattern(
    r"((?:0x[0-9a-fA-F_]*|0o[0-9_]*|0b[0-9_]*|[0-9][0-9_]*)(?:\.(?:[0-9][0-9_]*)?)?(?:[eE][+-]?_*[0-9][0-9_]*)?)([^\W\d]\w*)?$"
)
_INT_SUFFIXES: Final = frozenset(f"{sign}{bits}" for sign in "iu" for bits in ("8", "16", "32", "64", "128", "size"))
_FLOAT_SUFFIXES: Final = frozenset(("f32", "f64", "f16", "f128"))
_RADIX: Final = {"0x": 16, "0o": 8, "0b": 2}
_STRING_KINDS: Final = {
    "CHAR": LitKind.CHAR, "BYTE": LitKind.BYTE, "STR": LitKind.STR, "BYTE_STR": LitKind.BYTE_STR, "C_STR": LitKind.C_STR,
}  # fmt: skip


def make_literal(token: Token) -> Lit:
    """The `Lit` of a literal token; with a bad suffix or too large a number it has an `error`, and a stand-in for its value."""
    kind = token.kind
    if kind == "INT" or kind == "FLOAT":
        return _number(token)
    if kind == "true" or kind == "false":
        return Lit(span=token.span, kind=LitKind.BOOL, value=kind == "true")
    text = token.text
    raw = _RAW.match(text) if "r" in text[:2] else None
    found = raw or _COOKED.match(text)
    assert found is not None, text
    body, suffix = found.group(2), found.group(3)
    if raw is not None or "\\" not in body:
        body = body.replace("\r\n", "\n")
    else:
        body = unescape(body, _unescape_byte if kind == "C_STR" else _unescape_one)
    error: Diagnostic | None = None
    if suffix:
        what = {"CHAR": "char", "BYTE": "byte", "STR": "string", "BYTE_STR": "byte string", "C_STR": "C string"}[kind]
        error = _error(None, f"suffixes on {what} literals are invalid", token.span, f"invalid suffix `{suffix}`")
    lit_kind = _STRING_KINDS[kind]
    value: str | int | bytes
    if kind == "BYTE":
        value = ord(body) & 0xFF if len(body) == 1 else 0
    elif kind == "CHAR":
        value = body if len(body) == 1 else " "
    elif kind == "BYTE_STR":
        value = body.encode("latin-1", "replace")
    elif kind == "C_STR":
        value = body.encode("utf-8", "surrogateescape") + b"\0"
    else:
        value = body
    return Lit(span=token.span, kind=lit_kind, value=value, error=error)


def unescape(body: str, unescape_one: Callable[[re.Match[str]], str]) -> str:
    """The characters that the inside of a cooked literal stands for; malformed escapes stand for nothing."""
    return _ESCAPE.sub(unescape_one, body.replace("\r\n", "\n"))


def _unescape_one(found: re.Match[str]) -> str:
    unicode, hexadecimal, newline, simple = found.groups()
    if unicode is not None:
        try:
            return chr(int(unicode.replace("_", ""), 16))
        except (ValueError, OverflowError):
            return ""
    if hexadecimal is not None:
        return chr(int(hexadecimal, 16))
    return "" if newline is not None else _SIMPLE.get(simple, "")


def _unescape_byte(found: re.Match[str]) -> str:
    """In a C string `\\xff` is a byte rather than a character: as a surrogate, which Python's "surrogateescape" turns into it."""
    byte = int(found.group(2) or "0", 16)
    return chr(0xDC00 + byte) if byte > 0x7F else _unescape_one(found)


def split_number(text: str) -> tuple[str, str]:
    """The digits (with their point and exponent) and the suffix of a numeric literal."""
    found = _NUMBER.match(text)
    return (found.group(1), found.group(2) or "") if found is not None else (text, "")


def _number(token: Token) -> Lit:
    span, found = token.span, _NUMBER.match(token.text)
    kind = LitKind.INT if token.kind == "INT" else LitKind.FLOAT
    if found is None:
        # The lexer has reported it.
        return Lit(span=span, kind=kind, value=0 if kind is LitKind.INT else "0")
    digits, suffix = found.groups()
    if suffix is not None and suffix[0] in "eE":
        # An exponent without digits: reported by the lexer too.
        suffix = None
    base = _RADIX.get(digits[:2], 10)
    if kind is LitKind.FLOAT and base != 10:
        return Lit(span=span, kind=kind, value="0", suffix=suffix if suffix in _FLOAT_SUFFIXES else None)
    plain = digits.replace("_", "")
    if base != 10 and not plain[2:]:
        # No digits at all: reported by the lexer, with whatever stands there.
        return Lit(span=span, kind=kind, value=0)
    if base != 10 and suffix in ("f32", "f64"):
        name = {16: "hexadecimal", 8: "octal", 2: "binary"}[base]
        bad = _error(None, f"{name} float literal is not supported", span, "not supported" if base != 16 else "")
        return Lit(span=span, kind=LitKind.FLOAT, value="0", suffix=suffix, error=bad)
    error: Diagnostic | None = None
    if kind is LitKind.FLOAT or (suffix in _FLOAT_SUFFIXES and base == 10):
        if suffix in ("f16", "f128"):
            note = "see issue #116909 <https://github.com/rust-lang/rust/issues/116909> for more information"
            error = Diagnostic("E0658", f"the type `{suffix}` is unstable", (Label(span),), notes=(note,))
            suffix = None
        elif suffix is not None and suffix not in _FLOAT_SUFFIXES:
            error, suffix = _bad_suffix("float", suffix, span), None
        return Lit(span=span, kind=LitKind.FLOAT, value=plain, suffix=suffix, error=error)
    if suffix is not None and suffix not in _INT_SUFFIXES:
        error, suffix = _bad_suffix("number", suffix, span), None
    body = plain[2:] if base != 10 else plain
    value = int(body, base) if body and all(int(char, 16) < base for char in body) else 0
    if value >= 1 << 128:
        note = "value exceeds limit of `340282366920938463463374607431768211455`"
        error = error or Diagnostic(None, "integer literal is too large", (Label(span),), notes=(note,))
        value = 0
    return Lit(span=span, kind=LitKind.INT, value=value, suffix=suffix, error=error)


def _bad_suffix(what: str, suffix: str, span: Span) -> Diagnostic:
    """rustc_session::errors::report_lit_error."""
    label = f"invalid suffix `{suffix}`"
    if what != "float" and suffix[0] in "iu" and suffix[1:].isdigit():
        return _error(
            None, f"invalid width `{suffix[1:]}` for integer literal", span, helps="valid widths are 8, 16, 32, 64 and 128"
        )
    if suffix[0] == "f" and suffix[1:].isdigit():
        return _error(None, f"invalid width `{suffix[1:]}` for float literal", span, helps="valid widths are 32 and 64")
    if what == "float" or suffix[0] == "f":
        return _error(None, f"invalid suffix `{suffix}` for float literal", span, label, "valid suffixes are `f32` and `f64`")
    helps = "the suffix must be one of the numeric types (`u32`, `isize`, `f32`, etc.)"
    return _error(None, f"invalid suffix `{suffix}` for number literal", span, label, helps)


def _error(code: str | None, message: str, span: Span, label: str = "", helps: str = "") -> Diagnostic:
    return Diagnostic(code, message, (Label(span, label),), helps=(helps,) if helps else ())


_NULL: Final = pattern(r"\\(?:0|x00|u\{0+\})")


def check_escapes(kind: str, file: SourceFile, lo: int, hi: int) -> list[Diagnostic]:
    """The errors of the escapes in a cooked literal that stands at `[lo, hi)`."""
    out: list[Diagnostic] = []
    text, pos = file.text, file.text.find("\\", lo, hi)
    bytes_only = kind in ("BYTE", "BYTE_STR")
    while pos >= 0:
        pos = _check_escape(file, pos, hi, kind, bytes_only, out)
        pos = text.find("\\", pos, hi)
    return out


def _check_escape(file: SourceFile, pos: int, hi: int, kind: str, bytes_only: bool, out: list[Diagnostic]) -> int:
    text = file.text
    char = text[pos + 1]

    def report(message: str, lo: int, end: int, label: str = "", helps: str = "") -> None:
        out.append(_error(None, message, Span(file, lo, end), label, helps))

    null = _NULL.match(text, pos, hi) if kind == "C_STR" else None
    if null is not None:
        report("null characters in C string literals are not supported", pos, null.end())
        return null.end()
    if char in _SIMPLE:
        return pos + 2
    if char in "\r\n" and kind not in ("CHAR", "BYTE"):
        return pos + 2
    if char == "x":
        digits = pattern(r"[0-9a-fA-F]{0,2}").match(text, pos + 2)
        assert digits is not None
        if len(digits.group()) < 2:
            bad = digits.end()
            if bad < hi - 1:
                shown = text[bad]
                report(
                    f"invalid character in numeric character escape: `{shown}`",
                    bad,
                    bad + 1,
                    "invalid character in numeric character escape",
                )
            else:
                report("numeric character escape is too short", pos, bad)
        elif not bytes_only and kind != "C_STR" and int(digits.group(), 16) > 0x7F:
            report("out of range hex escape", pos, digits.end(), "must be a character in the range [\\x00-\\x7f]")
        return digits.end()
    if char == "u":
        found = pattern(r"\{([^}\"']*)\}").match(text, pos + 2)
        if found is None:
            if text[pos + 2] == "{":
                # What ends it, or the first character that can't be part of it.
                unfit = pattern(r"[^0-9a-fA-F_]").search(text, pos + 3, hi - 1)
                if unfit is not None:
                    what = "invalid character in unicode escape"
                    report(f"{what}: `{unfit.group()}`", unfit.start(), unfit.end(), what)
                else:
                    report("unterminated unicode escape", pos, hi - 1, "missing a closing `}`")
                return hi
            what = "incorrect unicode escape sequence"
            if pos + 2 < hi - 1:
                report(what, pos, pos + 3)
            else:
                report(what, pos, pos + 2, what, "format of unicode escape sequences is `\\u{...}`")
            return pos + 2
        digits_text = found.group(1).replace("_", "")
        if bytes_only:
            report("unicode escape in byte string", pos, found.end(), "unicode escape in byte string",
                   "unicode escape sequences cannot be used as a byte or in a byte string")  # fmt: skip
        elif found.group(1).startswith("_"):
            what = "invalid start of unicode escape"
            report(f"{what}: `_`", found.start(1), found.start(1) + 1, what)
        elif not digits_text:
            report("empty unicode escape", pos, found.end(), "this escape must have at least 1 hex digit")
        elif bad_digit := pattern(r"[^0-9a-fA-F_]").search(found.group(1)):
            at = found.start(1) + bad_digit.start()
            report(
                f"invalid character in unicode escape: `{bad_digit.group()}`", at, at + 1, "invalid character in unicode escape"
            )
        elif len(digits_text) > 6:
            report("overlong unicode escape", pos, found.end(), "must have at most 6 hex digits")
        elif int(digits_text, 16) > 0x10FFFF:
            report(
                "invalid unicode character escape", pos, found.end(), "invalid escape", "unicode escape must be at most 10FFFF"
            )
        elif 0xD800 <= int(digits_text, 16) <= 0xDFFF:
            report(
                "invalid unicode character escape", pos, found.end(), "invalid escape", "unicode escape must not be a surrogate"
            )
        return found.end()
    what = "byte" if bytes_only else "character"
    shown = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(char, char)
    report(f"unknown {what} escape: `{shown}`", pos + 1, pos + 2, f"unknown {what} escape",
           "for more information, visit <https://doc.rust-lang.org/reference/tokens.html#literals>")  # fmt: skip
    return pos + 2
