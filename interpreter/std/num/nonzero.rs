//! `NonZero`: an integer that is known not to be zero, so that `Option` of it takes no more room.

use crate::fmt;
use crate::num::integer::{Integer, Signed, Unsigned};
use crate::num::{IntErrorKind, ParseIntError, TryFromIntError};
use crate::ops::{BitOr, BitOrAssign, Neg};

#[unstable(feature = "nonzero_internals")]
pub trait ZeroablePrimitive: Integer {}
impl<T: Integer> ZeroablePrimitive for T {}

#[rustc_layout_scalar_valid_range_start(1)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NonZero<T: ZeroablePrimitive>(T);

pub type NonZeroI8 = NonZero<i8>;
pub type NonZeroI16 = NonZero<i16>;
pub type NonZeroI32 = NonZero<i32>;
pub type NonZeroI64 = NonZero<i64>;
pub type NonZeroI128 = NonZero<i128>;
pub type NonZeroIsize = NonZero<isize>;
pub type NonZeroU8 = NonZero<u8>;
pub type NonZeroU16 = NonZero<u16>;
pub type NonZeroU32 = NonZero<u32>;
pub type NonZeroU64 = NonZero<u64>;
pub type NonZeroU128 = NonZero<u128>;
pub type NonZeroUsize = NonZero<usize>;

impl<T: ZeroablePrimitive> NonZero<T> {
    /// The least value: 1 for unsigned types.
    pub const MIN: NonZero<T> = NonZero(if T::MIN == T::ZERO { T::ONE } else { T::MIN });
    pub const MAX: NonZero<T> = NonZero(T::MAX);
    pub const BITS: u32 = T::BITS;

    #[must_use] pub const fn new(n: T) -> Option<NonZero<T>> {
        if n == T::ZERO { None } else { Some(NonZero(n)) }
    }
    #[track_caller]
    #[must_use] pub const unsafe fn new_unchecked(n: T) -> NonZero<T> {
        if n == T::ZERO {
            crate::rt::precondition_violated("NonZero::new_unchecked requires the argument to be non-zero")
        }
        NonZero(n)
    }
    pub const fn get(self) -> T {
        self.0
    }
    #[must_use] pub const fn count_ones(self) -> NonZero<u32> {
        NonZero(self.0.count_ones())
    }
    #[must_use] pub const fn leading_zeros(self) -> u32 {
        self.0.leading_zeros()
    }
    #[must_use] pub const fn trailing_zeros(self) -> u32 {
        self.0.trailing_zeros()
    }
    #[must_use] pub const fn checked_mul(self, other: NonZero<T>) -> Option<NonZero<T>> {
        match self.0.checked_mul(other.0) {
            Some(product) => Some(NonZero(product)),
            None => None,
        }
    }
    #[must_use] pub const fn saturating_mul(self, other: NonZero<T>) -> NonZero<T> {
        NonZero(self.0.saturating_mul(other.0))
    }
    #[must_use] pub const fn checked_pow(self, exp: u32) -> Option<NonZero<T>> {
        match self.0.checked_pow(exp) {
            Some(power) => Some(NonZero(power)),
            None => None,
        }
    }
    #[must_use] pub const fn saturating_pow(self, exp: u32) -> NonZero<T> {
        NonZero(self.0.saturating_pow(exp))
    }
}
impl<T: ZeroablePrimitive + Unsigned> NonZero<T> {
    pub const fn checked_add(self, other: T) -> Option<NonZero<T>> {
        match self.0.checked_add(other) {
            Some(sum) => Some(NonZero(sum)),
            None => None,
        }
    }
    pub const fn saturating_add(self, other: T) -> NonZero<T> {
        NonZero(self.0.saturating_add(other))
    }
    pub const fn checked_next_power_of_two(self) -> Option<NonZero<T>> {
        match self.0.checked_next_power_of_two() {
            Some(power) => Some(NonZero(power)),
            None => None,
        }
    }
    pub const fn is_power_of_two(self) -> bool {
        self.0.is_power_of_two()
    }
    pub const fn ilog2(self) -> u32 {
        self.0.ilog2()
    }
    pub const fn ilog10(self) -> u32 {
        self.0.ilog10()
    }
    pub const fn isqrt(self) -> NonZero<T> {
        NonZero(self.0.isqrt())
    }
    pub const fn midpoint(self, rhs: NonZero<T>) -> NonZero<T> {
        NonZero(self.0.midpoint(rhs.0))
    }
    pub const fn div_ceil(self, rhs: NonZero<T>) -> NonZero<T> {
        NonZero(self.0.div_ceil(rhs.0))
    }
    pub const fn cast_signed(self) -> NonZero<T::Signed> {
        NonZero(self.0.cast_signed())
    }
}
impl<T: ZeroablePrimitive + Signed> NonZero<T> {
    #[track_caller]
    #[must_use] pub const fn abs(self) -> NonZero<T> {
        NonZero(self.0.abs())
    }
    #[must_use] pub const fn checked_abs(self) -> Option<NonZero<T>> {
        match self.0.checked_abs() {
            Some(value) => Some(NonZero(value)),
            None => None,
        }
    }
    #[must_use] pub const fn overflowing_abs(self) -> (NonZero<T>, bool) {
        let (value, overflow) = self.0.overflowing_abs();
        (NonZero(value), overflow)
    }
    #[must_use] pub const fn saturating_abs(self) -> NonZero<T> {
        NonZero(self.0.saturating_abs())
    }
    #[must_use] pub const fn wrapping_abs(self) -> NonZero<T> {
        NonZero(self.0.wrapping_abs())
    }
    #[must_use] pub const fn unsigned_abs(self) -> NonZero<T::Unsigned> {
        NonZero(self.0.unsigned_abs())
    }
    #[must_use] pub const fn is_positive(self) -> bool {
        self.0 > T::ZERO
    }
    #[must_use] pub const fn is_negative(self) -> bool {
        self.0 < T::ZERO
    }
    pub const fn checked_neg(self) -> Option<NonZero<T>> {
        match self.0.checked_neg() {
            Some(value) => Some(NonZero(value)),
            None => None,
        }
    }
    pub const fn overflowing_neg(self) -> (NonZero<T>, bool) {
        let (value, overflow) = self.0.overflowing_neg();
        (NonZero(value), overflow)
    }
    pub const fn saturating_neg(self) -> NonZero<T> {
        NonZero(self.0.saturating_neg())
    }
    pub const fn wrapping_neg(self) -> NonZero<T> {
        NonZero(self.0.wrapping_neg())
    }
    #[must_use] pub const fn cast_unsigned(self) -> NonZero<T::Unsigned> {
        NonZero(self.0.cast_unsigned())
    }
}

macro_rules! formats {
    ($($tr:ident)*) => {
        $(impl<T: ZeroablePrimitive + fmt::$tr> fmt::$tr for NonZero<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        })*
    };
}
formats! { Debug Display Binary Octal LowerHex UpperHex LowerExp UpperExp }

impl<T: ZeroablePrimitive> crate::str::FromStr for NonZero<T> {
    type Err = ParseIntError;
    fn from_str(src: &str) -> Result<NonZero<T>, ParseIntError> {
        match NonZero::new(T::parse(src, 10)?) {
            Some(value) => Ok(value),
            None => Err(ParseIntError { kind: IntErrorKind::Zero }),
        }
    }
}
impl<T: ZeroablePrimitive + Signed> Neg for NonZero<T> {
    type Output = NonZero<T>;
    #[track_caller]
    fn neg(self) -> NonZero<T> {
        NonZero(-self.0)
    }
}
impl<T: ZeroablePrimitive + Signed> Neg for &NonZero<T> {
    type Output = NonZero<T>;
    #[track_caller]
    fn neg(self) -> NonZero<T> {
        -*self
    }
}
impl<T: ZeroablePrimitive> BitOr for NonZero<T> {
    type Output = NonZero<T>;
    fn bitor(self, rhs: NonZero<T>) -> NonZero<T> {
        NonZero(self.0 | rhs.0)
    }
}
impl<T: ZeroablePrimitive> BitOr<T> for NonZero<T> {
    type Output = NonZero<T>;
    fn bitor(self, rhs: T) -> NonZero<T> {
        NonZero(self.0 | rhs)
    }
}
impl<T: ZeroablePrimitive> BitOrAssign for NonZero<T> {
    fn bitor_assign(&mut self, rhs: NonZero<T>) {
        *self = *self | rhs;
    }
}
impl<T: ZeroablePrimitive> BitOrAssign<T> for NonZero<T> {
    fn bitor_assign(&mut self, rhs: T) {
        *self = *self | rhs;
    }
}

macro_rules! integers {
    ($($t:ident)*) => {
        $(impl TryFrom<$t> for NonZero<$t> {
            type Error = TryFromIntError;
            fn try_from(value: $t) -> Result<NonZero<$t>, TryFromIntError> {
                NonZero::new(value).ok_or(TryFromIntError(()))
            }
        })*
    };
}
integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
macro_rules! lossless {
    ($($small:ident => $($big:ident)*;)*) => {
        $($(impl From<NonZero<$small>> for NonZero<$big> {
            fn from(small: NonZero<$small>) -> NonZero<$big> {
                NonZero(small.0 as $big)
            }
        })*)*
    };
}
lossless! {
    u8 => u16 u32 u64 u128 usize i16 i32 i64 i128 isize;
    u16 => u32 u64 u128 usize i32 i64 i128;
    u32 => u64 u128 i64 i128;
    u64 => u128 i128;
    i8 => i16 i32 i64 i128 isize;
    i16 => i32 i64 i128 isize;
    i32 => i64 i128;
    i64 => i128;
}
macro_rules! checked {
    ($($from:ident => $($to:ident)*;)*) => {
        $($(impl TryFrom<NonZero<$from>> for NonZero<$to> {
            type Error = TryFromIntError;
            fn try_from(value: NonZero<$from>) -> Result<NonZero<$to>, TryFromIntError> {
                match $to::try_from(value.0) {
                    Ok(value) => Ok(NonZero(value)),
                    Err(error) => Err(error),
                }
            }
        })*)*
    };
}
checked! {
    u8 => i8;
    u16 => u8 i8 i16 isize;
    u32 => u8 u16 i8 i16 i32 usize isize;
    u64 => u8 u16 u32 i8 i16 i32 i64 usize isize;
    u128 => u8 u16 u32 u64 i8 i16 i32 i64 i128 usize isize;
    usize => u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 isize;
    i8 => u8 u16 u32 u64 u128 usize;
    i16 => u8 u16 u32 u64 u128 i8 usize;
    i32 => u8 u16 u32 u64 u128 i8 i16 usize isize;
    i64 => u8 u16 u32 u64 u128 i8 i16 i32 usize isize;
    i128 => u8 u16 u32 u64 u128 i8 i16 i32 i64 usize isize;
    isize => u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 usize;
}
