//! `f32` and `f64`: read once for each, with `Float` standing for its name.

use crate::cmp::Ordering;
use crate::fmt;
use crate::num::{self, FloatErrorKind, FpCategory, ParseFloatError};
use crate::ops::*;

/// A function of one number, by name: "sqrt", "sin", "floor", "round", ...
#[intrinsic = "float_unary"]
const fn unary(name: &'static str, x: Float) -> Float;
/// "pow", "atan2", "hypot", "copysign", "log" (x to base y).
#[intrinsic = "float_binary"]
const fn binary(name: &'static str, x: Float, y: Float) -> Float;
#[intrinsic = "float_powi"]
const fn powi(x: Float, n: i32) -> Float;
#[intrinsic = "float_mul_add"]
const fn mul_add(x: Float, a: Float, b: Float) -> Float;
#[intrinsic = "float_to_bits"]
const fn to_bits(x: Float) -> <Float as num::FloatBits>::Bits;
#[intrinsic = "float_from_bits"]
const fn from_bits(bits: <Float as num::FloatBits>::Bits) -> Float;
/// The text of `{}` (style 0), `{:?}` (1), `{:e}` (2), `{:E}` (3) of the absolute value; "NaN" and "inf" included.
#[intrinsic = "float_text"]
fn text(x: Float, precision: Option<usize>, style: u8) -> &'static str;
#[intrinsic = "float_is_negative"]
const fn is_negative(x: Float) -> bool;

impl Float {
    pub const RADIX: u32 = 2;
    pub const EPSILON: Float = num::FloatLimits::<Float>::EPSILON;
    pub const MIN: Float = num::FloatLimits::<Float>::MIN;
    pub const MIN_POSITIVE: Float = num::FloatLimits::<Float>::MIN_POSITIVE;
    pub const MAX: Float = num::FloatLimits::<Float>::MAX;
    pub const NAN: Float = 0.0 / 0.0;
    pub const INFINITY: Float = 1.0 / 0.0;
    pub const NEG_INFINITY: Float = -1.0 / 0.0;
    pub const DIGITS: u32 = num::FloatLimits::<Float>::DIGITS;
    pub const MANTISSA_DIGITS: u32 = num::FloatLimits::<Float>::MANTISSA_DIGITS;
    pub const MIN_EXP: i32 = num::FloatLimits::<Float>::MIN_EXP;
    pub const MAX_EXP: i32 = num::FloatLimits::<Float>::MAX_EXP;
    pub const MIN_10_EXP: i32 = num::FloatLimits::<Float>::MIN_10_EXP;
    pub const MAX_10_EXP: i32 = num::FloatLimits::<Float>::MAX_10_EXP;

    #[must_use] pub const fn is_nan(self) -> bool {
        self != self
    }
    #[must_use] pub const fn is_infinite(self) -> bool {
        self == Float::INFINITY || self == Float::NEG_INFINITY
    }
    #[must_use] pub const fn is_finite(self) -> bool {
        !self.is_nan() && !self.is_infinite()
    }
    #[must_use] pub const fn is_normal(self) -> bool {
        matches!(self.classify(), FpCategory::Normal)
    }
    #[must_use] pub const fn is_subnormal(self) -> bool {
        matches!(self.classify(), FpCategory::Subnormal)
    }
    pub const fn classify(self) -> FpCategory {
        if self.is_nan() {
            FpCategory::Nan
        } else if self.is_infinite() {
            FpCategory::Infinite
        } else if self == 0.0 {
            FpCategory::Zero
        } else if self.abs() < Float::MIN_POSITIVE {
            FpCategory::Subnormal
        } else {
            FpCategory::Normal
        }
    }
    #[must_use] pub const fn is_sign_positive(self) -> bool {
        !is_negative(self)
    }
    #[must_use] pub const fn is_sign_negative(self) -> bool {
        is_negative(self)
    }
    #[must_use] pub const fn recip(self) -> Float {
        1.0 / self
    }
    #[must_use] pub const fn to_degrees(self) -> Float {
        self * ((180.0 / crate::f64::consts::PI) as Float)
    }
    #[must_use] pub const fn to_radians(self) -> Float {
        self * (crate::Float::consts::PI / 180.0)
    }
    #[must_use] pub unsafe fn to_int_unchecked<Int: crate::num::FloatToInt<Float>>(self) -> Int {
        Int::from_float(self)
    }
    #[must_use] pub const fn max(self, other: Float) -> Float {
        if self.is_nan() || self < other { other } else { self }
    }
    #[must_use] pub const fn min(self, other: Float) -> Float {
        if self.is_nan() || other < self { other } else { self }
    }
    #[panics_at = "core/src/num/Float.rs:Float:9"]
    #[must_use] pub const fn clamp(self, min: Float, max: Float) -> Float {
        if !(min <= max) {
            panic!("min > max, or either was NaN. min = {min:?}, max = {max:?}");
        }
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
    pub const fn midpoint(self, other: Float) -> Float {
        let half = Float::MAX / 2.0;
        if self.abs() <= half && other.abs() <= half { (self + other) / 2.0 } else { self / 2.0 + other / 2.0 }
    }
    #[must_use] pub const fn to_bits(self) -> <Float as num::FloatBits>::Bits {
        to_bits(self)
    }
    pub const fn next_up(self) -> Float {
        let bits = self.to_bits();
        if self.is_nan() || bits == Float::INFINITY.to_bits() {
            self
        } else if self == 0.0 {
            Float::from_bits(1)
        } else if self > 0.0 {
            Float::from_bits(bits + 1)
        } else {
            Float::from_bits(bits - 1)
        }
    }
    pub const fn next_down(self) -> Float {
        -(-self).next_up()
    }
    #[must_use] pub const fn from_bits(v: <Float as num::FloatBits>::Bits) -> Float {
        from_bits(v)
    }
    #[must_use] pub const fn to_be_bytes(self) -> [u8; crate::mem::size_of::<Float>()] {
        to_bits(self).to_be_bytes()
    }
    #[must_use] pub const fn to_le_bytes(self) -> [u8; crate::mem::size_of::<Float>()] {
        to_bits(self).to_le_bytes()
    }
    #[must_use] pub const fn to_ne_bytes(self) -> [u8; crate::mem::size_of::<Float>()] {
        to_bits(self).to_ne_bytes()
    }
    #[must_use] pub const fn from_be_bytes(bytes: [u8; crate::mem::size_of::<Float>()]) -> Float {
        from_bits(<Float as num::FloatBits>::Bits::from_be_bytes(bytes))
    }
    #[must_use] pub const fn from_le_bytes(bytes: [u8; crate::mem::size_of::<Float>()]) -> Float {
        from_bits(<Float as num::FloatBits>::Bits::from_le_bytes(bytes))
    }
    #[must_use] pub const fn from_ne_bytes(bytes: [u8; crate::mem::size_of::<Float>()]) -> Float {
        from_bits(<Float as num::FloatBits>::Bits::from_ne_bytes(bytes))
    }
    #[rustc_const_unstable(feature = "const_cmp", issue = "143800")]
    #[must_use] pub fn total_cmp(&self, other: &Float) -> Ordering {
        let (a, b) = (is_negative(*self), is_negative(*other));
        if a != b {
            return if a { Ordering::Less } else { Ordering::Greater };
        }
        let order = to_bits(*self).cmp(&to_bits(*other));
        if a { order.reverse() } else { order }
    }
    #[must_use] pub const fn floor(self) -> Float {
        unary("floor", self)
    }
    #[must_use] pub const fn ceil(self) -> Float {
        unary("ceil", self)
    }
    #[must_use] pub const fn round(self) -> Float {
        unary("round", self)
    }
    #[must_use] pub const fn round_ties_even(self) -> Float {
        unary("round_ties_even", self)
    }
    #[must_use] pub const fn trunc(self) -> Float {
        unary("trunc", self)
    }
    #[must_use] pub const fn fract(self) -> Float {
        self - self.trunc()
    }
    #[must_use] pub const fn abs(self) -> Float {
        if is_negative(self) { -self } else { self }
    }
    #[must_use] pub const fn signum(self) -> Float {
        if self.is_nan() {
            self
        } else if is_negative(self) {
            -1.0
        } else {
            1.0
        }
    }
    #[must_use] pub const fn copysign(self, sign: Float) -> Float {
        binary("copysign", self, sign)
    }
    #[must_use] pub const fn mul_add(self, a: Float, b: Float) -> Float {
        mul_add(self, a, b)
    }
    #[must_use] pub fn div_euclid(self, rhs: Float) -> Float {
        let q = (self / rhs).trunc();
        if self % rhs < 0.0 {
            return if rhs > 0.0 { q - 1.0 } else { q + 1.0 };
        }
        q
    }
    #[must_use] pub fn rem_euclid(self, rhs: Float) -> Float {
        let r = self % rhs;
        if r < 0.0 { r + rhs.abs() } else { r }
    }
    #[must_use] pub fn powi(self, n: i32) -> Float {
        powi(self, n)
    }
    #[must_use] pub fn powf(self, n: Float) -> Float {
        binary("pow", self, n)
    }
    #[must_use] pub fn sqrt(self) -> Float {
        unary("sqrt", self)
    }
    #[must_use] pub fn exp(self) -> Float {
        unary("exp", self)
    }
    #[must_use] pub fn exp2(self) -> Float {
        unary("exp2", self)
    }
    #[must_use] pub fn ln(self) -> Float {
        unary("ln", self)
    }
    #[must_use] pub fn log(self, base: Float) -> Float {
        self.ln() / base.ln()
    }
    #[must_use] pub fn log2(self) -> Float {
        unary("log2", self)
    }
    #[must_use] pub fn log10(self) -> Float {
        unary("log10", self)
    }
    #[must_use] pub fn cbrt(self) -> Float {
        unary("cbrt", self)
    }
    pub fn abs_sub(self, other: Float) -> Float {
        if self <= other { 0.0 } else { self - other }
    }
    #[must_use] pub fn hypot(self, other: Float) -> Float {
        binary("hypot", self, other)
    }
    #[must_use] pub fn sin(self) -> Float {
        unary("sin", self)
    }
    #[must_use] pub fn cos(self) -> Float {
        unary("cos", self)
    }
    #[must_use] pub fn tan(self) -> Float {
        unary("tan", self)
    }
    #[must_use] pub fn asin(self) -> Float {
        unary("asin", self)
    }
    #[must_use] pub fn acos(self) -> Float {
        unary("acos", self)
    }
    #[must_use] pub fn atan(self) -> Float {
        unary("atan", self)
    }
    #[must_use] pub fn atan2(self, other: Float) -> Float {
        binary("atan2", self, other)
    }
    pub fn sin_cos(self) -> (Float, Float) {
        (self.sin(), self.cos())
    }
    #[must_use] pub fn exp_m1(self) -> Float {
        unary("expm1", self)
    }
    #[must_use] pub fn ln_1p(self) -> Float {
        unary("log1p", self)
    }
    #[must_use] pub fn sinh(self) -> Float {
        unary("sinh", self)
    }
    #[must_use] pub fn cosh(self) -> Float {
        unary("cosh", self)
    }
    #[must_use] pub fn tanh(self) -> Float {
        unary("tanh", self)
    }
    #[must_use] pub fn asinh(self) -> Float {
        let ax = self.abs();
        let ix = 1.0 / ax;
        (ax + (ax / (Self::hypot(1.0, ix) + ix))).ln_1p().copysign(self)
    }
    #[must_use] pub fn acosh(self) -> Float {
        if self < 1.0 {
            Self::NAN
        } else {
            (self + ((self - 1.0).sqrt() * (self + 1.0).sqrt())).ln()
        }
    }
    #[must_use] pub fn atanh(self) -> Float {
        0.5 * ((2.0 * self) / (1.0 - self)).ln_1p()
    }
}

impl Copy for Float {}
impl Clone for Float {
    fn clone(&self) -> Float {
        *self
    }
}
impl Default for Float {
    fn default() -> Float {
        0.0
    }
}
impl PartialEq for Float {
    fn eq(&self, other: &Float) -> bool {
        *self == *other
    }
    fn ne(&self, other: &Float) -> bool {
        *self != *other
    }
}
impl PartialOrd for Float {
    fn partial_cmp(&self, other: &Float) -> Option<Ordering> {
        if *self < *other {
            Some(Ordering::Less)
        } else if *self == *other {
            Some(Ordering::Equal)
        } else if *self > *other {
            Some(Ordering::Greater)
        } else {
            None
        }
    }
    fn lt(&self, other: &Float) -> bool {
        *self < *other
    }
    fn le(&self, other: &Float) -> bool {
        *self <= *other
    }
    fn gt(&self, other: &Float) -> bool {
        *self > *other
    }
    fn ge(&self, other: &Float) -> bool {
        *self >= *other
    }
}
impl crate::str::FromStr for Float {
    type Err = ParseFloatError;
    fn from_str(src: &str) -> Result<Float, ParseFloatError> {
        if src.is_empty() {
            return Err(ParseFloatError { kind: FloatErrorKind::Empty });
        }
        match num::parse_float(src, crate::mem::size_of::<Float>() as u32 * 8) {
            (true, value) => Ok(value as Float),
            _ => Err(ParseFloatError { kind: FloatErrorKind::Invalid }),
        }
    }
}
fn write(x: Float, style: u8, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let precision = f.precision();
    let digits = text(x, precision, style);
    let sign = if x.is_nan() {
        ""
    } else if is_negative(x) {
        "-"
    } else if f.sign_plus() {
        "+"
    } else {
        ""
    };
    f.pad_number(sign, "", digits)
}
impl fmt::Display for Float {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(*self, 0, f)
    }
}
impl fmt::Debug for Float {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(*self, 1, f)
    }
}
impl fmt::LowerExp for Float {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(*self, 2, f)
    }
}
impl fmt::UpperExp for Float {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(*self, 3, f)
    }
}

macro_rules! binary_operators {
    ($($tr:ident $f:ident $assign:ident $fa:ident $op:tt)*) => {
        $(
        impl $tr for Float {
            type Output = Float;
            fn $f(self, other: Float) -> Float {
                self $op other
            }
        }
        impl<'a> $tr<Float> for &'a Float {
            type Output = Float;
            fn $f(self, other: Float) -> Float {
                *self $op other
            }
        }
        impl<'a> $tr<&'a Float> for Float {
            type Output = Float;
            fn $f(self, other: &'a Float) -> Float {
                self $op *other
            }
        }
        impl<'a, 'b> $tr<&'a Float> for &'b Float {
            type Output = Float;
            fn $f(self, other: &'a Float) -> Float {
                *self $op *other
            }
        }
        impl $assign for Float {
            fn $fa(&mut self, other: Float) {
                *self = *self $op other
            }
        }
        impl<'a> $assign<&'a Float> for Float {
            fn $fa(&mut self, other: &'a Float) {
                *self = *self $op *other
            }
        }
        )*
    };
}
binary_operators! {
    Add add AddAssign add_assign +
    Sub sub SubAssign sub_assign -
    Mul mul MulAssign mul_assign *
    Div div DivAssign div_assign /
    Rem rem RemAssign rem_assign %
}
impl Neg for Float {
    type Output = Float;
    fn neg(self) -> Float {
        -self
    }
}
impl<'a> Neg for &'a Float {
    type Output = Float;
    fn neg(self) -> Float {
        -*self
    }
}
impl crate::iter::Sum for Float {
    fn sum<I: Iterator<Item = Float>>(iter: I) -> Float {
        let mut total: Float = -0.0;
        for x in iter {
            total += x;
        }
        total
    }
}
impl<'a> crate::iter::Sum<&'a Float> for Float {
    fn sum<I: Iterator<Item = &'a Float>>(iter: I) -> Float {
        let mut total: Float = -0.0;
        for x in iter {
            total += *x;
        }
        total
    }
}
impl crate::iter::Product for Float {
    fn product<I: Iterator<Item = Float>>(iter: I) -> Float {
        let mut total: Float = 1.0;
        for x in iter {
            total *= x;
        }
        total
    }
}
impl<'a> crate::iter::Product<&'a Float> for Float {
    fn product<I: Iterator<Item = &'a Float>>(iter: I) -> Float {
        let mut total: Float = 1.0;
        for x in iter {
            total *= *x;
        }
        total
    }
}
impl From<bool> for Float {
    fn from(small: bool) -> Float {
        small as u8 as Float
    }
}
macro_rules! float_to_int {
    ($($t:ident)*) => {
        $(impl crate::num::FloatToInt<Float> for $t {
            fn from_float(value: Float) -> $t {
                value as $t
            }
        })*
    };
}
float_to_int! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
