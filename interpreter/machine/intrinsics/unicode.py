"""What std knows of characters beyond ASCII: properties and case mappings as rustc's std has them, whatever version of Unicode
Python knows.

`unicode.txt` holds them; it is read when somebody asks about such a character.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from interpreter.cache import read_package_file
from interpreter.records import Record


class _Tables(Record, frozen=True):
    """`ranges`: property -> the first code of each range, and the code behind its last; `cases`: direction -> code -> text."""

    ranges: dict[str, tuple[list[int], list[int]]]
    cases: dict[str, dict[int, str]]


@cache
def _tables() -> _Tables:
    tables = _Tables({}, {})
    for line in read_package_file("machine/intrinsics/unicode.txt").decode().splitlines():
        if line.startswith("#"):
            continue
        if not line.startswith(" "):
            name = line
            if name.startswith("to_"):
                tables.cases[name] = {}
            else:
                tables.ranges[name] = ([], [])
        elif name.startswith("to_"):
            tables.cases[name].update((int(a, 16), chr(int(b, 16))) for a, b in (pair.split(">") for pair in line.split()))
        else:
            starts, ends = tables.ranges[name]
            for part in line.split():
                first, _, more = part.partition("+")
                starts.append(int(first, 16))
                ends.append(starts[-1] + int(more or "0", 16) + 1)
    return tables


def has_property(char: str, name: str) -> bool:
    """Whether a character beyond ASCII is "alphabetic", "numeric", "lowercase", "uppercase", is "escaped" by `escape_debug`, or
    is "joining": one that is escaped at the beginning of a text only."""
    starts, ends = _tables().ranges[name]
    at = bisect_right(starts, ord(char)) - 1
    return at >= 0 and ord(char) < ends[at]


def is_alphabetic(char: str) -> bool:
    return char.isalpha() if char < "\x80" else has_property(char, "alphabetic")


def is_numeric(char: str) -> bool:
    return char.isdigit() if char < "\x80" else has_property(char, "numeric")


def is_lowercase(char: str) -> bool:
    return char.islower() if char < "\x80" else has_property(char, "lowercase")


def is_uppercase(char: str) -> bool:
    return char.isupper() if char < "\x80" else has_property(char, "uppercase")


def upper(text: str) -> str:
    """`to_uppercase`, of a character as of a whole text."""
    return text.upper() if text.isascii() else text.upper().translate(_tables().cases["to_uppercase"])


def lower(text: str) -> str:
    """`to_lowercase`; a sigma at the end of a word is a final one."""
    return text.lower() if text.isascii() else text.lower().translate(_tables().cases["to_lowercase"])
