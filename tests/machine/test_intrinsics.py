"""Every intrinsic that std's text names is there; and the arithmetic and text of some, against what rustc's programs print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import interpreter
from interpreter.machine import intrinsics
from interpreter.machine.calls import CALLING
from interpreter.machine.intrinsics.floats import float_text
from interpreter.machine.intrinsics.memory import siphash13
from interpreter.machine.intrinsics.strings import escape_debug
from interpreter.machine.numeric import f32, float_to_int, idiv, int_to_float, irem, wrap

STD = Path(interpreter.__file__).parent / "std"


def declared() -> set[str]:
    names: set[str] = set()
    for path in STD.rglob("*.rs"):
        names |= set(re.findall(r'#\[intrinsic = "(\w+)"\]', path.read_text(encoding="utf-8")))
    return names


def test_all_intrinsics_of_std_are_implemented() -> None:
    intrinsics.load_all()
    assert declared() - set(intrinsics.REGISTRY) - CALLING == set()


@pytest.mark.parametrize(
    ("value", "precision", "style", "single", "text"),
    [
        (0.1, None, 0, False, "0.1"),
        (1e21, None, 0, False, "1000000000000000000000"),
        (1e-7, None, 0, False, "0.0000001"),
        (1.0, None, 0, False, "1"),
        (1.0, None, 1, False, "1.0"),
        (1e16, None, 1, False, "1e16"),
        (123456789012345.6, None, 1, False, "123456789012345.6"),
        (1e-5, None, 1, False, "1e-5"),
        (0.0001, None, 1, False, "0.0001"),
        (0.00002, None, 1, False, "2e-5"),
        (0.5, 0, 0, False, "0"),
        (2.5, 0, 0, False, "2"),
        (0.125, 2, 0, False, "0.12"),
        (1234.5, None, 2, False, "1.2345e3"),
        (1234.5, 1, 2, False, "1.2e3"),
        (0.00012, None, 3, False, "1.2E-4"),
        (f32(0.1), None, 0, True, "0.1"),
        (f32(16777216.0), None, 0, True, "16777216"),
        (f32(1e-45), None, 1, True, "1e-45"),
        (f32(3.4028235e38), None, 1, True, "3.4028235e38"),
        (float("inf"), 2, 0, False, "inf"),
        (float("nan"), None, 1, False, "NaN"),
        (5e-324, None, 1, False, "5e-324"),
        (100.0, None, 1, False, "100.0"),
        (0.0, None, 2, False, "0e0"),
    ],
)
def test_floats_are_written_as_rust_writes_them(value: float, precision: int | None, style: int, single: bool, text: str) -> None:
    assert float_text(value, precision, style, single) == text


def test_integers_truncate_and_wrap() -> None:
    assert (idiv(-7, 2), irem(-7, 2), idiv(7, -2), irem(7, -2)) == (-3, -1, -3, 1)
    assert (wrap(300, "u8"), wrap(200, "i8"), wrap(-1, "u32"), wrap(1 << 31, "i32")) == (44, -56, 4294967295, -2147483648)


def test_casts_between_floats_and_integers_saturate_and_round_once() -> None:
    assert float_to_int(float("nan"), -128, 127) == 0
    assert float_to_int(1e20, -128, 127) == 127
    assert float_to_int(-3.9, -128, 127) == -3
    # Rounding to double first would lie exactly between two singles and go to the even one, below.
    assert int_to_float((1 << 60) + (1 << 36) + 1, True) == float((1 << 60) + (1 << 37))


def test_debug_text_escapes_what_rust_escapes() -> None:
    assert [escape_debug(c, '"') for c in "\n\"'\x7f\u0301é\u200b"] == [
        "\\n",
        '\\"',
        "'",
        "\\u{7f}",
        "\\u{301}",
        "é",
        "\\u{200b}",
    ]


def test_siphash_of_nothing() -> None:
    assert siphash13((b"", 0, 0)) == 0xD1FBA762150C532C
