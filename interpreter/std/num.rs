//! What numbers share: parsing, digits, errors, wrappers.

use crate::fmt;

pub(crate) mod integer;
mod nonzero;
mod wrapping;

pub(crate) use integer::{Signed, Unsigned};
pub use nonzero::{
    NonZero, NonZeroI128, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI8, NonZeroIsize, NonZeroU128, NonZeroU16, NonZeroU32, NonZeroU64,
    NonZeroU8, NonZeroUsize, ZeroablePrimitive,
};
pub use wrapping::{Saturating, Wrapping};

/// The digits of `value` in base `radix` (2 to 36).
#[intrinsic = "int_digits"]
pub(crate) fn digits(value: u128, radix: u32, upper: bool) -> &'static str;
/// An integer from text: (0, value), or (error kind + 1, 0) if it isn't one or lies outside of `min..=max`.
#[intrinsic = "int_parse"]
pub(crate) fn parse_int(text: &str, radix: u32, signed: bool, bits: u32) -> (u8, i128);
/// A float from text; false if it isn't one.
#[intrinsic = "float_parse"]
pub(crate) fn parse_float(text: &str, bits: u32) -> (bool, f64);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseIntError {
    pub(crate) kind: IntErrorKind,
}
#[derive(Debug, Clone, PartialEq, Eq, Copy, Hash)]
pub enum IntErrorKind {
    Empty,
    InvalidDigit,
    PosOverflow,
    NegOverflow,
    Zero,
}
impl ParseIntError {
    pub(crate) fn from_code(code: u8) -> ParseIntError {
        let kind = match code {
            1 => IntErrorKind::Empty,
            2 => IntErrorKind::InvalidDigit,
            3 => IntErrorKind::PosOverflow,
            4 => IntErrorKind::NegOverflow,
            _ => IntErrorKind::Zero,
        };
        ParseIntError { kind }
    }
    #[must_use] pub const fn kind(&self) -> &IntErrorKind {
        &self.kind
    }
}
impl fmt::Display for ParseIntError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self.kind {
            IntErrorKind::Empty => "cannot parse integer from empty string",
            IntErrorKind::InvalidDigit => "invalid digit found in string",
            IntErrorKind::PosOverflow => "number too large to fit in target type",
            IntErrorKind::NegOverflow => "number too small to fit in target type",
            IntErrorKind::Zero => "number would be zero for non-zero type",
        })
    }
}
impl crate::error::Error for ParseIntError {}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseFloatError {
    pub(crate) kind: FloatErrorKind,
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FloatErrorKind {
    Empty,
    Invalid,
}
impl fmt::Display for ParseFloatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self.kind {
            FloatErrorKind::Empty => "cannot parse float from empty string",
            FloatErrorKind::Invalid => "invalid float literal",
        })
    }
}
impl crate::error::Error for ParseFloatError {}

#[derive(Debug, Copy, Clone, PartialEq, Eq)]
pub struct TryFromIntError(pub(crate) ());
impl fmt::Display for TryFromIntError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("out of range integral type conversion attempted")
    }
}
impl crate::error::Error for TryFromIntError {}
impl From<crate::convert::Infallible> for TryFromIntError {
    fn from(x: crate::convert::Infallible) -> TryFromIntError {
        match x {}
    }
}

#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum FpCategory {
    Nan,
    Infinite,
    Zero,
    Subnormal,
    Normal,
}

/// The integer type that a float's bits make.
pub(crate) trait FloatBits {
    type Bits;
}
impl FloatBits for f32 {
    type Bits = u32;
}
impl FloatBits for f64 {
    type Bits = u64;
}
/// The limits of a float type.
pub(crate) struct FloatLimits<T> {
    of: crate::marker::PhantomData<T>,
}
impl FloatLimits<f32> {
    pub(crate) const EPSILON: f32 = 1.19209290e-07;
    pub(crate) const MIN: f32 = -3.40282347e+38;
    pub(crate) const MIN_POSITIVE: f32 = 1.17549435e-38;
    pub(crate) const MAX: f32 = 3.40282347e+38;
    pub(crate) const DIGITS: u32 = 6;
    pub(crate) const MANTISSA_DIGITS: u32 = 24;
    pub(crate) const MIN_EXP: i32 = -125;
    pub(crate) const MAX_EXP: i32 = 128;
    pub(crate) const MIN_10_EXP: i32 = -37;
    pub(crate) const MAX_10_EXP: i32 = 38;
}
impl FloatLimits<f64> {
    pub(crate) const EPSILON: f64 = 2.2204460492503131e-16;
    pub(crate) const MIN: f64 = -1.7976931348623157e+308;
    pub(crate) const MIN_POSITIVE: f64 = 2.2250738585072014e-308;
    pub(crate) const MAX: f64 = 1.7976931348623157e+308;
    pub(crate) const DIGITS: u32 = 15;
    pub(crate) const MANTISSA_DIGITS: u32 = 53;
    pub(crate) const MIN_EXP: i32 = -1021;
    pub(crate) const MAX_EXP: i32 = 1024;
    pub(crate) const MIN_10_EXP: i32 = -307;
    pub(crate) const MAX_10_EXP: i32 = 308;
}
#[panics_at = "core/src/num/mod.rs:1801:1"]
pub(crate) const fn bad_signed_radix(radix: u32) -> ! {
    panic!("from_ascii_radix: radix must lie in the range `[2, 36]` - found {radix}")
}
#[panics_at = "core/src/num/mod.rs:1802:1"]
pub(crate) const fn bad_radix(radix: u32) -> ! {
    panic!("from_ascii_radix: radix must lie in the range `[2, 36]` - found {radix}")
}

/// The integers that `to_int_unchecked` makes of a float.
#[unstable(feature = "convert_float_to_int", issue = "67057")]
pub trait FloatToInt<F>: Sized {
    fn from_float(value: F) -> Self;
}
