//! What the wrappers of integers know of them: the integer types, seen as one.

use crate::ops::*;

/// An integer type.
pub(crate) trait Integer:
    Copy
    + Ord
    + Add<Output = Self>
    + Sub<Output = Self>
    + Div<Output = Self>
    + Rem<Output = Self>
    + BitAnd<Output = Self>
    + BitOr<Output = Self>
    + BitXor<Output = Self>
    + Not<Output = Self>
{
    const ZERO: Self;
    const ONE: Self;
    const MIN: Self;
    const MAX: Self;
    const BITS: u32;
    fn wrapping_add(self, rhs: Self) -> Self;
    fn wrapping_sub(self, rhs: Self) -> Self;
    fn wrapping_mul(self, rhs: Self) -> Self;
    fn wrapping_div(self, rhs: Self) -> Self;
    fn wrapping_rem(self, rhs: Self) -> Self;
    fn wrapping_shl(self, rhs: u32) -> Self;
    fn wrapping_shr(self, rhs: u32) -> Self;
    fn wrapping_neg(self) -> Self;
    fn wrapping_pow(self, exp: u32) -> Self;
    fn overflowing_neg(self) -> (Self, bool);
    fn saturating_add(self, rhs: Self) -> Self;
    fn saturating_sub(self, rhs: Self) -> Self;
    fn saturating_mul(self, rhs: Self) -> Self;
    fn saturating_div(self, rhs: Self) -> Self;
    fn saturating_pow(self, exp: u32) -> Self;
    fn checked_add(self, rhs: Self) -> Option<Self>;
    fn checked_mul(self, rhs: Self) -> Option<Self>;
    fn checked_neg(self) -> Option<Self>;
    fn checked_pow(self, exp: u32) -> Option<Self>;
    fn count_ones(self) -> u32;
    fn count_zeros(self) -> u32;
    fn leading_zeros(self) -> u32;
    fn trailing_zeros(self) -> u32;
    fn swap_bytes(self) -> Self;
    fn reverse_bits(self) -> Self;
    fn rotate_left(self, n: u32) -> Self;
    fn rotate_right(self, n: u32) -> Self;
    fn isqrt(self) -> Self;
    fn ilog2(self) -> u32;
    fn ilog10(self) -> u32;
    fn midpoint(self, rhs: Self) -> Self;
    fn parse(text: &str, radix: u32) -> Result<Self, crate::num::ParseIntError>;
}

/// A signed integer type, and the unsigned one of the same width.
pub(crate) trait Signed: Integer + Neg<Output = Self> {
    type Unsigned: Integer;
    fn abs(self) -> Self;
    fn signum(self) -> Self;
    fn unsigned_abs(self) -> Self::Unsigned;
    fn wrapping_abs(self) -> Self;
    fn overflowing_abs(self) -> (Self, bool);
    fn saturating_abs(self) -> Self;
    fn saturating_neg(self) -> Self;
    fn checked_abs(self) -> Option<Self>;
    fn cast_unsigned(self) -> Self::Unsigned;
}

/// An unsigned integer type, and the signed one of the same width.
pub(crate) trait Unsigned: Integer {
    type Signed: Integer;
    fn is_power_of_two(self) -> bool;
    fn checked_next_power_of_two(self) -> Option<Self>;
    fn div_ceil(self, rhs: Self) -> Self;
    fn cast_signed(self) -> Self::Signed;
}

macro_rules! forward {
    ($t:ident { $(fn $f:ident($($a:ident: $at:ty),*) -> $r:ty;)* }) => {
        $(
        #[track_caller]
        fn $f(self $(, $a: $at)*) -> $r {
            <$t>::$f(self $(, $a)*)
        }
        )*
    };
}
macro_rules! integers {
    ($($t:ident)*) => {
        $(impl Integer for $t {
            const ZERO: $t = 0;
            const ONE: $t = 1;
            const MIN: $t = <$t>::MIN;
            const MAX: $t = <$t>::MAX;
            const BITS: u32 = <$t>::BITS;
            forward! {
                $t {
                    fn wrapping_add(rhs: $t) -> $t;
                    fn wrapping_sub(rhs: $t) -> $t;
                    fn wrapping_mul(rhs: $t) -> $t;
                    fn wrapping_div(rhs: $t) -> $t;
                    fn wrapping_rem(rhs: $t) -> $t;
                    fn wrapping_shl(rhs: u32) -> $t;
                    fn wrapping_shr(rhs: u32) -> $t;
                    fn wrapping_neg() -> $t;
                    fn wrapping_pow(exp: u32) -> $t;
                    fn overflowing_neg() -> ($t, bool);
                    fn saturating_add(rhs: $t) -> $t;
                    fn saturating_sub(rhs: $t) -> $t;
                    fn saturating_mul(rhs: $t) -> $t;
                    fn saturating_div(rhs: $t) -> $t;
                    fn saturating_pow(exp: u32) -> $t;
                    fn checked_add(rhs: $t) -> Option<$t>;
                    fn checked_mul(rhs: $t) -> Option<$t>;
                    fn checked_neg() -> Option<$t>;
                    fn checked_pow(exp: u32) -> Option<$t>;
                    fn count_ones() -> u32;
                    fn count_zeros() -> u32;
                    fn leading_zeros() -> u32;
                    fn trailing_zeros() -> u32;
                    fn swap_bytes() -> $t;
                    fn reverse_bits() -> $t;
                    fn rotate_left(n: u32) -> $t;
                    fn rotate_right(n: u32) -> $t;
                    fn isqrt() -> $t;
                    fn ilog2() -> u32;
                    fn ilog10() -> u32;
                    fn midpoint(rhs: $t) -> $t;
                }
            }
            fn parse(text: &str, radix: u32) -> Result<$t, crate::num::ParseIntError> {
                <$t>::from_str_radix(text, radix)
            }
        })*
    };
}
integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! signed {
    ($($t:ident $u:ident)*) => {
        $(impl Signed for $t {
            type Unsigned = $u;
            forward! {
                $t {
                    fn abs() -> $t;
                    fn signum() -> $t;
                    fn unsigned_abs() -> $u;
                    fn wrapping_abs() -> $t;
                    fn overflowing_abs() -> ($t, bool);
                    fn saturating_abs() -> $t;
                    fn saturating_neg() -> $t;
                    fn checked_abs() -> Option<$t>;
                    fn cast_unsigned() -> $u;
                }
            }
        }
        impl Unsigned for $u {
            type Signed = $t;
            forward! {
                $u {
                    fn is_power_of_two() -> bool;
                    fn checked_next_power_of_two() -> Option<$u>;
                    fn div_ceil(rhs: $u) -> $u;
                    fn cast_signed() -> $t;
                }
            }
        })*
    };
}
signed! { i8 u8 i16 u16 i32 u32 i64 u64 i128 u128 isize usize }
