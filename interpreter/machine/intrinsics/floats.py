"""Floats: functions, bits, parsing, and their text exactly as Rust writes it.

Display without a precision gives the shortest digits that read back as the same number, never an exponent; with one, the
exact value rounded half to even, which is what Python's own formatting does. Debug uses an exponent from 1e16 on and below
1e-5 (core::fmt::float).
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Callable
from functools import cache

from interpreter.hints import Any
from interpreter.machine.intrinsics import Context, inline, pure, pure_for, static_str, text_of
from interpreter.machine.numeric import f32, frem
from interpreter.typeck import ty as t

Pointer = tuple[Any, int, int]


def _is_single(cx: Context) -> bool:
    return cx.inputs[-1] is t.PRIM["f32"] or cx.output is t.PRIM["f32"]


def _guarded(function: Callable[..., float]) -> Callable[..., float]:
    """Domain errors give NaN, range errors infinity, as C's functions do."""

    def call(*args: float) -> float:
        try:
            return function(*args)
        except ValueError:
            return math.nan
        except OverflowError:
            return math.inf

    return call


def _round(x: float) -> float:
    """Half away from zero."""
    if not math.isfinite(x) or abs(x) >= 1 << 52:
        return x
    whole = math.floor(abs(x))
    return math.copysign(whole + (abs(x) - whole >= 0.5), x)


def _keeping_sign(function: Callable[[float], int]) -> Callable[[float], float]:
    def call(x: float) -> float:
        return math.copysign(float(function(x)), x) if math.isfinite(x) else x

    return call


def _logarithm(function: Callable[[float], float]) -> Callable[[float], float]:
    def call(x: float) -> float:
        return -math.inf if x == 0 else function(x)

    return call


def _cbrt(x: float) -> float:
    """Correctly rounded, as Rust's is: the C library's may be off by one."""
    from fractions import Fraction

    root = float(math.cbrt(x))
    if not root or not math.isfinite(root):
        return root
    size, exact = abs(root), Fraction(abs(x))
    below, above = math.nextafter(size, 0.0), math.nextafter(size, math.inf)
    if ((Fraction(below) + Fraction(size)) / 2) ** 3 > exact:
        size = below
    elif ((Fraction(size) + Fraction(above)) / 2) ** 3 < exact:
        size = above
    return math.copysign(size, x)


def _signum(x: float) -> float:
    return x if x != x else math.copysign(1.0, x)


def _exp2(x: float) -> float:
    return math.pow(2.0, x)


_UNARY: dict[str, Callable[[float], float]] = {
    "floor": _keeping_sign(math.floor),
    "ceil": _keeping_sign(math.ceil),
    "trunc": _keeping_sign(math.trunc),
    "round": _round,
    "round_ties_even": _keeping_sign(round),
    "fract": lambda x: x - math.copysign(math.trunc(x), x) if math.isfinite(x) else math.nan,
    "abs": math.fabs,
    "signum": _signum,
    "sqrt": math.sqrt,
    "cbrt": _cbrt,
    "exp": math.exp,
    "exp2": _exp2,
    "exp_m1": math.expm1,
    "expm1": math.expm1,
    "ln": _logarithm(math.log),
    "ln_1p": lambda x: -math.inf if x == -1 else math.log1p(x),
    "log1p": lambda x: -math.inf if x == -1 else math.log1p(x),
    "log2": _logarithm(math.log2),
    "log10": _logarithm(math.log10),
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "asin": math.asin,
    "acos": math.acos,
    "atan": math.atan,
    "sinh": lambda x: math.copysign(_guarded(math.sinh)(abs(x)), x),
    "cosh": math.cosh,
    "tanh": math.tanh,
    "recip": lambda x: 1 / x if x else math.copysign(math.inf, x),
    "gamma": math.gamma,
}


def _pow(x: float, y: float) -> float:
    try:
        return math.pow(x, y)
    except OverflowError:
        return -math.inf if x < 0 and y % 2 == 1 else math.inf
    except ValueError:
        if x == 0:
            return math.copysign(math.inf, x) if y % 2 == 1 else math.inf
        return math.nan


_BINARY: dict[str, Callable[[float, float], float]] = {
    "pow": _pow,
    "atan2": math.atan2,
    "hypot": math.hypot,
    "copysign": math.copysign,
    "log": lambda x, base: (-math.inf if x == 0 else math.log(x)) / math.log(base),
    "rem": frem,
}


_C_NAMES = {
    "sin": "sinf", "cos": "cosf", "tan": "tanf", "asin": "asinf", "acos": "acosf", "atan": "atanf", "sinh": "sinhf",
    "cosh": "coshf", "tanh": "tanhf", "exp": "expf", "exp2": "exp2f", "expm1": "expm1f", "ln": "logf", "log1p": "log1pf",
    "log2": "log2f", "log10": "log10f", "pow": "powf", "atan2": "atan2f", "hypot": "hypotf", "gamma": "tgammaf",
}  # fmt: skip


@cache
def _c_single(name: str, arguments: int) -> Callable[..., float] | None:
    """The C library's function for `f32`, whose last bit is its own; None where it can't be had: then the result for `f64` is
    rounded."""
    if name not in _C_NAMES:
        return None
    try:
        import ctypes

        function = getattr(ctypes.CDLL("libm.so.6"), _C_NAMES[name])
    except (ImportError, OSError, AttributeError):
        return None
    function.argtypes = [ctypes.c_float] * arguments
    function.restype = ctypes.c_float
    return function  # type: ignore[no-any-return]


@pure_for("float_unary")
def _unary(cx: Context) -> Callable[[Pointer, float], float]:
    table = {name: _guarded(function) for name, function in _UNARY.items()}
    if not _is_single(cx):
        return lambda name, x: table[text_of(name)](x)

    def single(name: Pointer, x: float) -> float:
        function = _c_single(text_of(name), 1)
        return float(function(x)) if function is not None else f32(table[text_of(name)](x))

    return single


@pure_for("float_binary")
def _binary(cx: Context) -> Callable[[Pointer, float, float], float]:
    table = {name: _guarded(function) for name, function in _BINARY.items()}
    if not _is_single(cx):
        return lambda name, x, y: table[text_of(name)](x, y)

    def single(name: Pointer, x: float, y: float) -> float:
        function = _c_single(text_of(name), 2)
        return float(function(x, y)) if function is not None else f32(table[text_of(name)](x, y))

    return single


@pure_for("float_powi")
def _powi(cx: Context) -> Callable[[float, int], float]:
    """By repeated squaring, as compiler-rt does it."""
    single = cx.output is t.PRIM["f32"]
    rounded: Callable[[float], float] = f32 if single else float

    def powi(x: float, n: int) -> float:
        result, count = 1.0, abs(n)
        while True:
            if count & 1:
                result = rounded(result * x)
            count >>= 1
            if not count:
                break
            x = rounded(x * x)
        if n >= 0:
            return result
        return rounded(1 / result) if result else math.copysign(math.inf, result)

    return powi


@pure_for("float_mul_add")
def _mul_add(cx: Context) -> Callable[[float, float, float], float]:
    from fractions import Fraction

    single = cx.output is t.PRIM["f32"]

    def mul_add(x: float, a: float, b: float) -> float:
        if not (math.isfinite(x) and math.isfinite(a) and math.isfinite(b)):
            result = x * a + b
        else:
            exact = Fraction(x) * Fraction(a) + Fraction(b)
            try:
                result = float(exact) if exact else x * a + b
            except OverflowError:
                result = math.inf if exact > 0 else -math.inf
        return f32(result) if single else result

    return mul_add


@pure_for("float_to_bits")
def _to_bits(cx: Context) -> Callable[[float], int]:
    form, code = ("<f", "<I") if cx.inputs[0] is t.PRIM["f32"] else ("<d", "<Q")
    return lambda x: struct.unpack(code, struct.pack(form, x))[0]


@pure_for("float_from_bits")
def _from_bits(cx: Context) -> Callable[[int], float]:
    form, code = ("<f", "<I") if cx.output is t.PRIM["f32"] else ("<d", "<Q")
    return lambda bits: struct.unpack(form, struct.pack(code, bits))[0]


@inline("float_is_negative")
def _is_negative(cx: Context) -> str:
    return "COPYSIGN(1.0, {0}) < 0"


# ------------------------------------------------------------------------------------------------ text

_NUMBER = re.compile(r"[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|inf|infinity|nan)", re.IGNORECASE | re.ASCII)


@pure("float_parse")
def _parse(text: Pointer, bits: int) -> list[Any]:
    source = text_of(text)
    if not _NUMBER.fullmatch(source):
        return [False, 0.0]
    value = float(source)
    return [True, _single_from(source, value) if bits == 32 else value]


def _single_from(source: str, value: float) -> float:
    """The single nearest to a decimal number: rounding the double again is wrong where it lies halfway between two singles."""
    single = f32(value)
    if not math.isfinite(single) or single == value:
        return single
    from fractions import Fraction

    exact = Fraction(source.lstrip("+"))
    other = _next_single(single, value > single)
    if not math.isfinite(other):
        return single
    a, b = abs(Fraction(single) - exact), abs(Fraction(other) - exact)
    return other if b < a else single


def _next_single(x: float, up: bool) -> float:
    bits = int(struct.unpack("<I", struct.pack("<f", x))[0])
    if x == 0:
        return math.copysign(float(struct.unpack("<f", struct.pack("<I", 1))[0]), 1.0 if up else -1.0)
    bits += 1 if up == (x > 0) else -1
    return float(struct.unpack("<f", struct.pack("<I", bits))[0])


def shortest(x: float, single: bool) -> tuple[str, int]:
    """The fewest digits that read back as `x` (positive, finite), without trailing zeros, and the decimal exponent of the
    first one."""
    if x == 0:
        return "0", 0
    if single:
        text = next(s for s in (f"{x:.{p}e}" for p in range(17)) if f32(float(s)) == x)
    else:
        text = repr(x)
        if "e" not in text:
            whole, _, rest = text.partition(".")
            rest = rest.rstrip("0")
            digits = (whole + rest).lstrip("0")
            exponent = len(whole) - 1 if whole.strip("0") else -(len(rest) - len(rest.lstrip("0"))) - 1
            return digits.rstrip("0"), exponent
    mantissa, power = text.split("e")
    return mantissa.replace(".", "").rstrip("0"), int(power)


def _plain(digits: str, exponent: int) -> str:
    """Digits without an exponent."""
    if exponent < 0:
        return "0." + "0" * (-exponent - 1) + digits
    whole = digits[: exponent + 1].ljust(exponent + 1, "0")
    rest = digits[exponent + 1 :]
    return f"{whole}.{rest}" if rest else whole


def _scientific(x: float, precision: int | None, single: bool, letter: str) -> str:
    if precision is None:
        digits, exponent = shortest(x, single)
        mantissa = digits[0] + (f".{digits[1:]}" if len(digits) > 1 else "")
        return f"{mantissa}{letter}{exponent}"
    mantissa, power = f"{x:.{precision}e}".split("e")
    return f"{mantissa}{letter}{int(power)}"


def float_text(x: float, precision: int | None, style: int, single: bool) -> str:
    """The text of a float's absolute value; `style` 0 `{}`, 1 `{:?}`, 2 `{:e}`, 3 `{:E}`."""
    if x != x:
        return "NaN"
    x = abs(x)
    if math.isinf(x):
        return "inf"
    if style >= 2:
        return _scientific(x, precision, single, "e" if style == 2 else "E")
    if precision is not None:
        return f"{x:.{precision}f}"
    digits, exponent = shortest(x, single)
    if style == 1 and x != 0 and not 1e-4 <= x < 1e16:
        return _scientific(x, None, single, "e")
    text = _plain(digits, exponent)
    return text if style == 0 or "." in text else f"{text}.0"


@pure_for("float_text")
def _text(cx: Context) -> Callable[[float, list[int], int], Pointer]:
    single = cx.inputs[0] is t.PRIM["f32"]
    return lambda x, precision, style: static_str(float_text(x, precision[1] if precision[0] else None, style, single))
