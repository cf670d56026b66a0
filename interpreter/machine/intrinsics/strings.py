"""Text and characters: the intrinsics of std::str, String and char. A `&str` is (elements, start, length), its elements UTF-8
bytes."""

from __future__ import annotations

from interpreter.hints import Any
from interpreter.machine.intrinsics import Context, bytes_of, effect, inline, pure, static_str, text_of
from interpreter.machine.intrinsics.unicode import (
    has_property,
    is_alphabetic,
    is_lowercase,
    is_numeric,
    is_uppercase,
    lower,
    upper,
)
from interpreter.machine.memory import Effects

Pointer = tuple[Any, int, int]

WHITESPACE = frozenset("\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
"""The White_Space property (Unicode PropList)."""

# ------------------------------------------------------------------------------------------------ UTF-8


@pure("utf8_valid_up_to")
def _valid_up_to(data: Pointer) -> list[int]:
    """How many bytes are valid, and the length of the error after them (0: the end comes too early)."""
    source = bytes_of(data)
    try:
        source.decode("utf-8")
    except UnicodeDecodeError as error:
        at_end = error.reason == "unexpected end of data"
        return [error.start, 0 if at_end else error.end - error.start]
    return [len(source), 0]


@pure("utf8_lossy")
def _lossy(data: Pointer) -> Pointer:
    return static_str(bytes_of(data).decode("utf-8", "replace"))


@pure("str_char_count")
def _char_count(s: Pointer) -> int:
    return sum((byte & 0xC0) != 0x80 for byte in bytes_of(s))


@pure("str_prefix_chars")
def _prefix_chars(s: Pointer, count: int) -> Pointer:
    elements, start, length = s
    return (elements, start, len(text_of((elements, start, length))[:count].encode("utf-8", "surrogatepass")))


def _char_length(first: int) -> int:
    return 1 if first < 0x80 else 2 if first < 0xE0 else 3 if first < 0xF0 else 4


@pure("str_decode")
def _decode(s: Pointer, at: int) -> list[int]:
    elements, start, _ = s
    at += start
    first = elements[at]
    if first < 0x80:
        return [first, 1]
    length = _char_length(first)
    return [ord(bytes(elements[at : at + length]).decode("utf-8", "surrogatepass")), length]


@pure("str_decode_back")
def _decode_back(s: Pointer, end: int) -> list[int]:
    elements, start, _ = s
    at = start + end - 1
    while (elements[at] & 0xC0) == 0x80:
        at -= 1
    length = start + end - at
    return [ord(bytes(elements[at : at + length]).decode("utf-8", "surrogatepass")), length]


@inline("str_slice")
def _slice(cx: Context) -> str:
    return "({0}[0], {0}[1] + {1}, {2} - {1})"


@pure("str_is_char_boundary")
def _is_char_boundary(s: Pointer, index: int) -> bool:
    elements, start, length = s
    if index == 0 or index == length:
        return True
    return bool(index < length and (elements[start + index] & 0xC0) != 0x80)


# ------------------------------------------------------------------------------------------------ searching, comparing


@pure("str_find")
def _find(s: Pointer, needle: Pointer, start: int) -> int:
    return bytes_of(s).find(bytes_of(needle), start)


@pure("str_rfind")
def _rfind(s: Pointer, needle: Pointer, end: int) -> int:
    return bytes_of(s).rfind(bytes_of(needle), 0, end)


@pure("str_eq")
def _eq(a: Pointer, b: Pointer) -> bool:
    return a[2] == b[2] and bytes_of(a) == bytes_of(b)


@pure("str_cmp")
def _cmp(a: Pointer, b: Pointer) -> int:
    x, y = bytes_of(a), bytes_of(b)
    return (x > y) - (x < y)


# ------------------------------------------------------------------------------------------------ case, escapes


@pure("str_to_lowercase")
def _lowercase(s: Pointer) -> Pointer:
    return static_str(lower(text_of(s)))


@pure("str_to_uppercase")
def _uppercase(s: Pointer) -> Pointer:
    return static_str(upper(text_of(s)))


_SHORT = {"\0": "\\0", "\t": "\\t", "\r": "\\r", "\n": "\\n", "\\": "\\\\"}


def escape_debug(char: str, quotes: str) -> str:
    """A character as `{:?}` shows it, with those of `quotes` escaped (core::char::methods, escape_debug_ext)."""
    short = _SHORT.get(char)
    if short is not None:
        return short
    if char in quotes:
        return f"\\{char}"
    if not char.isprintable() if char < "\x80" else has_property(char, "escaped"):
        return f"\\u{{{ord(char):x}}}"
    return char


def _escape(char: str, kind: int) -> str:
    """`kind` 0: escape_debug, 1: escape_default, 2: escape_unicode, 3: escape_debug within a text."""
    if kind == 3 and char >= "\x80" and has_property(char, "joining"):
        return char
    if kind in (0, 3):
        return escape_debug(char, "'\"")
    if kind == 1:
        if char in "'\"":
            return f"\\{char}"
        if char in _SHORT and char != "\0":
            return _SHORT[char]
        if " " <= char <= "~":
            return char
    return f"\\u{{{ord(char):x}}}"


@pure("str_debug")
def _str_debug(s: Pointer) -> Pointer:
    text = text_of(s)
    if text.isascii() and text.isprintable() and '"' not in text and "\\" not in text:
        return static_str(f'"{text}"')
    return static_str('"' + "".join([escape_debug(c, '"') for c in text]) + '"')


@pure("str_escape")
def _str_escape(s: Pointer, kind: int) -> Pointer:
    text = text_of(s)
    first = text[:1]
    return static_str("".join([_escape(first, kind) if first else "", *(_escape(c, kind or 3) for c in text[1:])]))


@pure("char_escape")
def _char_escape(char: int, kind: int) -> Pointer:
    return static_str(_escape(chr(char), kind))


@pure("char_debug")
def _char_debug(char: int) -> Pointer:
    return static_str(f"'{escape_debug(chr(char), chr(39))}'")


# ------------------------------------------------------------------------------------------------ characters


@pure("char_is")
def _char_is(char: int, prop: int) -> bool:
    """0 alphabetic, 1 numeric, 2 whitespace, 3 lowercase, 4 uppercase, 5 control."""
    c = chr(char)
    match prop:
        case 0:
            return is_alphabetic(c)
        case 1:
            return is_numeric(c)
        case 2:
            return c in WHITESPACE
        case 3:
            return is_lowercase(c)
        case 4:
            return is_uppercase(c)
        case 5:
            return c < " " or "\x7f" <= c <= "\x9f"
        case _:
            return is_alphabetic(c) or is_numeric(c)


@pure("char_case")
def _char_case(char: int, to_upper: bool) -> Pointer:
    c = chr(char)
    return static_str(upper(c) if to_upper else lower(c))


@effect("char_encode")
def _char_encode(e: Effects, char: int, dst: Pointer) -> int:
    data = chr(char).encode("utf-8", "surrogatepass")
    cells, start, _ = dst
    e.write_cells(cells, start, start + len(data), list(data))
    return len(data)
