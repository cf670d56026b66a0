"""Integer operations and text of integers: the intrinsics of std's integer types and std::num."""

from __future__ import annotations

import math
from collections.abc import Callable

from interpreter.hints import Any
from interpreter.machine.intrinsics import Context, inline, pure, pure_for, static_str, text_of
from interpreter.machine.numeric import wrap, wrap_text
from interpreter.typeck.ty import INT_BITS, int_range

Pointer = tuple[Any, int, int]


def _wrapping(name: str, operator: str) -> None:
    @inline(f"int_wrapping_{name}")
    def wrapping(cx: Context) -> str:
        return wrap_text(f"{{0}} {operator} {{1}}", cx.int_name())

    @pure_for(f"int_overflowing_{name}")
    def overflowing(cx: Context) -> Callable[[int, int], list[Any]]:
        ty = cx.int_name()

        def operate(a: int, b: int) -> list[Any]:
            exact = a + b if operator == "+" else a - b if operator == "-" else a * b
            value = wrap(exact, ty)
            return [value, value != exact]

        return operate


for _name, _operator in (("add", "+"), ("sub", "-"), ("mul", "*")):
    _wrapping(_name, _operator)


@inline("int_wrapping_shl")
def _wrapping_shl(cx: Context) -> str:
    return wrap_text(f"{{0}} << ({{1}} & {INT_BITS[cx.int_name()] - 1})", cx.int_name())


@inline("int_wrapping_shr")
def _wrapping_shr(cx: Context) -> str:
    return f"{{0}} >> ({{1}} & {INT_BITS[cx.int_name()] - 1})"


@pure_for("int_overflowing_pow")
def _overflowing_pow(cx: Context) -> Callable[[int, int], list[Any]]:
    ty = cx.int_name()
    bits = INT_BITS[ty]
    low, high = int_range(ty)

    def power(a: int, n: int) -> list[Any]:
        # The exact power only where it is sure to be small; else modulo, and whether it overflows follows from the sizes.
        if abs(a) <= 1 or n * a.bit_length() <= 4 * bits:
            exact = a**n
            return [wrap(exact, ty), not low <= exact <= high]
        return [wrap(pow(a, n, 1 << bits), ty), True]

    return power


def _bits(value: int, ty: str) -> int:
    return value & (1 << INT_BITS[ty]) - 1


@inline("int_count_ones")
def _count_ones(cx: Context) -> str:
    return f"({{0}} & {(1 << INT_BITS[cx.int_name()]) - 1}).bit_count()"


@inline("int_leading_zeros")
def _leading_zeros(cx: Context) -> str:
    bits = INT_BITS[cx.int_name()]
    return f"{bits} - ({{0}} & {(1 << bits) - 1}).bit_length()"


@inline("int_trailing_zeros")
def _trailing_zeros(cx: Context) -> str:
    return f"(({{0}} & -{{0}}).bit_length() - 1 if {{0}} else {INT_BITS[cx.int_name()]})"


@pure_for("int_rotate_left")
def _rotate_left(cx: Context) -> Callable[[int, int], int]:
    ty = cx.int_name()
    bits = INT_BITS[ty]

    def rotate(a: int, n: int) -> int:
        n %= bits
        a = _bits(a, ty)
        return wrap(a << n | a >> bits - n, ty)

    return rotate


@pure_for("int_swap_bytes")
def _swap_bytes(cx: Context) -> Callable[[int], int]:
    ty = cx.int_name()
    size = INT_BITS[ty] // 8
    return lambda a: wrap(int.from_bytes(_bits(a, ty).to_bytes(size, "little"), "big"), ty)


@pure_for("int_reverse_bits")
def _reverse_bits(cx: Context) -> Callable[[int], int]:
    ty = cx.int_name()
    bits = INT_BITS[ty]
    return lambda a: wrap(int(f"{_bits(a, ty):0{bits}b}"[::-1], 2), ty)


@pure("int_isqrt")
def _isqrt(a: int) -> int:
    return math.isqrt(a)


@pure("int_ilog")
def _ilog(a: int, base: int) -> int:
    count = 0
    power = base
    while power <= a:
        count += 1
        power *= base
    return count


@pure_for("int_to_bytes")
def _to_bytes(cx: Context) -> Callable[[int], list[int]]:
    ty = cx.int_name()
    return lambda a: list(_bits(a, ty).to_bytes(INT_BITS[ty] // 8, "little"))


@pure_for("int_from_bytes")
def _from_bytes(cx: Context) -> Callable[[list[int]], int]:
    name = getattr(cx.output, "name", "u8")
    return lambda data: wrap(int.from_bytes(bytes(data), "little"), name)


@inline("int_magnitude")
def _magnitude(cx: Context) -> str:
    return "abs({0})"


@inline("int_unsigned_abs")
def _unsigned_abs(cx: Context) -> str:
    return "abs({0})"


@inline("int_abs_diff")
def _abs_diff(cx: Context) -> str:
    return "abs({0} - {1})"


@inline("int_bits")
def _int_bits(cx: Context) -> str:
    return f"{{0}} & {(1 << INT_BITS[cx.int_name()]) - 1}"


@inline("int_wrapping_add_signed")
def _wrapping_add_signed(cx: Context) -> str:
    return wrap_text("{0} + {1}", cx.int_name())


@inline("int_saturating_add_signed")
def _saturating_add_signed(cx: Context) -> str:
    return f"min(max({{0}} + {{1}}, 0), {int_range(cx.int_name())[1]})"


@pure_for("int_checked_add_signed")
def _checked_add_signed(cx: Context) -> Callable[[int, int], list[int]]:
    _, high = int_range(cx.int_name())
    return lambda a, b: [1, a + b] if 0 <= a + b <= high else [0]


# ------------------------------------------------------------------------------------------------ text

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@pure("int_digits")
def _digits(value: int, radix: int, upper: bool) -> Pointer:
    if radix == 10:
        return static_str(str(value))
    digits = []
    while True:
        value, digit = divmod(value, radix)
        digits.append(_DIGITS[digit])
        if not value:
            break
    text = "".join(reversed(digits))
    return static_str(text.upper() if upper else text)


@pure("int_parse")
def _parse(text: Pointer, radix: int, signed: bool, bits: int) -> list[int]:
    """[0, value], or [1 empty, 2 invalid digit, 3 too large, 4 too small; 0] (core::num::from_str_radix)."""
    source = text_of(text)
    if not source:
        return [1, 0]
    negative = False
    digits = source
    if source[0] in "+-":
        if len(source) == 1 or (source[0] == "-" and not signed):
            return [2, 0]
        negative, digits = source[0] == "-", source[1:]
    allowed = _DIGITS[:radix]
    if any(c not in allowed for c in digits.lower()) or not digits.isascii():
        return [2, 0]
    value = int(digits, radix)
    high = (1 << bits - signed) - 1
    if negative:
        return [0, -value] if value <= high + 1 else [4, 0]
    return [0, value] if value <= high else [3, 0]


@pure("int_exp_text")
def _exp_text(magnitude: int, precision: list[int], upper: bool) -> Pointer:
    """`{:e}` of an integer: without a precision all digits but trailing zeros; with one, rounded half to even
    (core::fmt::num)."""
    digits = str(magnitude)
    exponent = len(digits) - 1
    stripped = digits.rstrip("0") or "0"
    if precision[0] == 0:
        digits = stripped
    else:
        wanted = precision[1] + 1
        if len(stripped) > wanted:
            quotient, remainder = divmod(magnitude, 10 ** (len(digits) - wanted))
            half = 10 ** (len(digits) - wanted)
            if remainder * 2 > half or (remainder * 2 == half and quotient % 2):
                quotient += 1
            digits = str(quotient)
            if len(digits) > wanted:
                digits, exponent = digits[:-1], exponent + 1
        else:
            digits = stripped.ljust(wanted, "0")
    mantissa = digits[0] + (f".{digits[1:]}" if len(digits) > 1 else "")
    return static_str(f"{mantissa}{'E' if upper else 'e'}{exponent}")
