"""Rust's arithmetic on Python's numbers: what generated code and intrinsics call for operations that Python lacks or does
otherwise.

Integers are Python ints within their type's range (Reference: integer overflow, `as` casts); floats are Python floats, f32
rounded to single precision after each operation (correct for + - * / and sqrt: doubles have more than 2 * 24 + 2 digits).
"""

from __future__ import annotations

import math
from ctypes import c_float

from interpreter.typeck.ty import INT_BITS


def f32(x: float) -> float:
    """`x` rounded to the nearest single."""
    return c_float(x).value


def idiv(a: int, b: int) -> int:
    """Division that truncates towards zero."""
    return a // b if (a >= 0) == (b > 0) else -(-a // b)


def irem(a: int, b: int) -> int:
    """The remainder with the sign of the dividend."""
    return a - b * (a // b if (a >= 0) == (b > 0) else -(-a // b))


def fdiv(a: float, b: float) -> float:
    """IEEE division."""
    if b != 0.0:
        return a / b
    if a == 0.0 or a != a or b != b:
        return math.nan
    return math.copysign(math.inf, math.copysign(1.0, a) * math.copysign(1.0, b))


def frem(a: float, b: float) -> float:
    """IEEE `fmod`."""
    if b == 0.0 or math.isinf(a) or a != a or b != b:
        return math.nan
    return math.fmod(a, b)


def int_literal(value: int) -> str:
    """A Python literal for an integer, safe after any operator."""
    return str(value) if value >= 0 else f"({value})"


def wrap_text(expr: str, name: str) -> str:
    """Python source that wraps the integer `expr` to the type `name`."""
    bits = INT_BITS[name]
    mask = (1 << bits) - 1
    if name[0] == "u":
        return f"(({expr}) & {mask})"
    half = 1 << bits - 1
    return f"(((({expr}) + {half}) & {mask}) - {half})"


def wrap(value: int, name: str) -> int:
    """`value` wrapped to the integer type `name`."""
    bits = INT_BITS[name]
    mask = (1 << bits) - 1
    if name[0] == "u":
        return value & mask
    half = 1 << bits - 1
    return ((value + half) & mask) - half


def float_to_int(x: float, lo: int, hi: int) -> int:
    """`as` from a float: truncates, saturates, NaN gives 0."""
    if x != x:
        return 0
    if x >= hi:
        return hi
    if x <= lo:
        return lo
    return int(x)


def int_to_float(value: int, single: bool) -> float:
    """`as` from an integer: rounds to nearest even, once."""
    if not single:
        return float(value)
    if -(1 << 53) <= value <= 1 << 53:
        return f32(float(value))
    # Keep 24 bits and a sticky bit, so that the rounding to single is the only one that counts.
    magnitude = abs(value)
    shift = magnitude.bit_length() - 40
    kept = (magnitude >> shift) | (1 if magnitude & ((1 << shift) - 1) else 0)
    return f32(math.copysign(math.ldexp(float(kept), shift), value))


def deep(value: list) -> list:  # type: ignore[type-arg]
    """A copy of an aggregate with all that it holds by value. References, heap pointers and scalars are immutable and shared."""
    return [deep(x) if isinstance(x, list) else x for x in value]
