"""Where rustc's library panics: the place that a message names when a function of std isn't `#[track_caller]`.

Std's text says it by `#[panics_at = "core/src/option.rs:1:5"]` on a function whose panics rustc puts down to its own library. A
method of all integers, whose impls there come from one macro call for each, has the type in the place of the line.
"""

from __future__ import annotations

from functools import cache

from interpreter.resolve.defs import Def
from interpreter.source import SourceFile, Span
from interpreter.transform.instance import attribute_value

LIBRARY = "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/"
"""How a program that rustc 1.95.0 compiled calls the folder of the library."""
_LINES = {
    "i8": 346, "i16": 370, "i32": 394, "i64": 418, "i128": 442, "isize": 519,
    "f32": 1504, "f64": 1502,
    "u8": 546, "u16": 1188, "u32": 1243, "u64": 1274, "u128": 1305, "usize": 1400,
}  # fmt: skip


def library_place(function: Def) -> Span:
    """What panics in a function that has `#[panics_at]` are put down to."""
    return _span(attribute_value(function, "panics_at"))


@cache
def _span(place: str) -> Span:
    path, line, *column = place.split(":")
    blank = "\n" * (int(_LINES.get(line, line)) - 1) + " " * int(column[0] if column else 5)
    return Span(SourceFile(LIBRARY + path, blank, is_std=True), len(blank) - 1, len(blank))
