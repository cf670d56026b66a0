//! All integer types: read once for each, with `Int` standing for its name.

use crate::cmp::Ordering;
use crate::fmt;
use crate::num::{self, ParseIntError};
use crate::ops::*;

#[intrinsic = "int_wrapping_add"]
const fn wrapping_add(a: Int, b: Int) -> Int;
#[intrinsic = "int_wrapping_sub"]
const fn wrapping_sub(a: Int, b: Int) -> Int;
#[intrinsic = "int_wrapping_mul"]
const fn wrapping_mul(a: Int, b: Int) -> Int;
#[intrinsic = "int_overflowing_add"]
const fn overflowing_add(a: Int, b: Int) -> (Int, bool);
#[intrinsic = "int_overflowing_sub"]
const fn overflowing_sub(a: Int, b: Int) -> (Int, bool);
#[intrinsic = "int_overflowing_mul"]
const fn overflowing_mul(a: Int, b: Int) -> (Int, bool);
#[intrinsic = "int_wrapping_shl"]
const fn wrapping_shl(a: Int, b: u32) -> Int;
#[intrinsic = "int_wrapping_shr"]
const fn wrapping_shr(a: Int, b: u32) -> Int;
/// `a` to the power of `b` as (wrapped value, overflowed).
#[intrinsic = "int_overflowing_pow"]
const fn overflowing_pow(a: Int, b: u32) -> (Int, bool);
#[intrinsic = "int_count_ones"]
const fn count_ones(a: Int) -> u32;
#[intrinsic = "int_leading_zeros"]
const fn leading_zeros(a: Int) -> u32;
#[intrinsic = "int_trailing_zeros"]
const fn trailing_zeros(a: Int) -> u32;
#[intrinsic = "int_rotate_left"]
const fn rotate_left(a: Int, n: u32) -> Int;
#[intrinsic = "int_swap_bytes"]
const fn swap_bytes(a: Int) -> Int;
#[intrinsic = "int_reverse_bits"]
const fn reverse_bits(a: Int) -> Int;
/// The integer square root of a value that isn't negative.
#[intrinsic = "int_isqrt"]
const fn isqrt(a: Int) -> Int;
/// The greatest `k` with `base^k <= a`, for a > 0 and base > 1.
#[intrinsic = "int_ilog"]
const fn ilog(a: Int, base: Int) -> u32;

impl Int {
    pub const BITS: u32 = crate::mem::size_of::<Int>() as u32 * 8;

    pub const fn from_str_radix(src: &str, radix: u32) -> Result<Int, ParseIntError> {
        if radix < 2 || radix > 36 {
            if Int::MIN != 0 { num::bad_signed_radix(radix) } else { num::bad_radix(radix) }
        }
        let (code, value) = num::parse_int(src, radix, Int::MIN != 0, Int::BITS);
        if code == 0 { Ok(value as Int) } else { Err(ParseIntError::from_code(code)) }
    }
    #[rustc_promotable]
    pub const fn min_value() -> Int {
        Int::MIN
    }
    #[rustc_promotable]
    pub const fn max_value() -> Int {
        Int::MAX
    }
    #[must_use] pub const fn count_ones(self) -> u32 {
        count_ones(self)
    }
    #[must_use] pub const fn count_zeros(self) -> u32 {
        Int::BITS - count_ones(self)
    }
    #[must_use] pub const fn leading_zeros(self) -> u32 {
        leading_zeros(self)
    }
    #[must_use] pub const fn trailing_zeros(self) -> u32 {
        trailing_zeros(self)
    }
    #[must_use] pub const fn leading_ones(self) -> u32 {
        leading_zeros(!self)
    }
    #[must_use] pub const fn trailing_ones(self) -> u32 {
        trailing_zeros(!self)
    }
    #[must_use] pub const fn rotate_left(self, n: u32) -> Int {
        rotate_left(self, n)
    }
    #[must_use] pub const fn rotate_right(self, n: u32) -> Int {
        rotate_left(self, Int::BITS - n % Int::BITS)
    }
    #[must_use] pub const fn swap_bytes(self) -> Int {
        swap_bytes(self)
    }
    #[must_use] pub const fn reverse_bits(self) -> Int {
        reverse_bits(self)
    }
    #[must_use] pub const fn to_be(self) -> Int {
        swap_bytes(self)
    }
    #[must_use] pub const fn to_le(self) -> Int {
        self
    }
    #[must_use] pub const fn wrapping_add(self, rhs: Int) -> Int {
        wrapping_add(self, rhs)
    }
    #[must_use] pub const fn wrapping_sub(self, rhs: Int) -> Int {
        wrapping_sub(self, rhs)
    }
    #[must_use] pub const fn wrapping_mul(self, rhs: Int) -> Int {
        wrapping_mul(self, rhs)
    }
    #[panics_at = "core/src/num/mod.rs:Int"]
    #[must_use] pub const fn wrapping_div(self, rhs: Int) -> Int {
        self.overflowing_div(rhs).0
    }
    #[panics_at = "core/src/num/mod.rs:Int"]
    #[must_use] pub const fn wrapping_rem(self, rhs: Int) -> Int {
        self.overflowing_rem(rhs).0
    }
    #[must_use] pub const fn wrapping_neg(self) -> Int {
        wrapping_sub(0, self)
    }
    #[must_use] pub const fn wrapping_shl(self, rhs: u32) -> Int {
        wrapping_shl(self, rhs)
    }
    #[must_use] pub const fn wrapping_shr(self, rhs: u32) -> Int {
        wrapping_shr(self, rhs)
    }
    #[must_use] pub const fn wrapping_pow(self, exp: u32) -> Int {
        overflowing_pow(self, exp).0
    }
    #[must_use] pub const fn overflowing_add(self, rhs: Int) -> (Int, bool) {
        overflowing_add(self, rhs)
    }
    #[must_use] pub const fn overflowing_sub(self, rhs: Int) -> (Int, bool) {
        overflowing_sub(self, rhs)
    }
    #[must_use] pub const fn overflowing_mul(self, rhs: Int) -> (Int, bool) {
        overflowing_mul(self, rhs)
    }
    #[panics_at = "core/src/num/mod.rs:Int"]
    #[must_use] pub const fn overflowing_div(self, rhs: Int) -> (Int, bool) {
        if Int::MIN != 0 && rhs == !0 { overflowing_sub(0, self) } else { (self / rhs, false) }
    }
    #[panics_at = "core/src/num/mod.rs:Int"]
    #[must_use] pub const fn overflowing_rem(self, rhs: Int) -> (Int, bool) {
        if Int::MIN != 0 && rhs == !0 { (0, self == Int::MIN) } else { (self % rhs, false) }
    }
    #[must_use] pub const fn overflowing_neg(self) -> (Int, bool) {
        overflowing_sub(0, self)
    }
    #[must_use] pub const fn overflowing_pow(self, exp: u32) -> (Int, bool) {
        overflowing_pow(self, exp)
    }
    #[must_use] pub const fn overflowing_shl(self, rhs: u32) -> (Int, bool) {
        (wrapping_shl(self, rhs), rhs >= Int::BITS)
    }
    #[must_use] pub const fn overflowing_shr(self, rhs: u32) -> (Int, bool) {
        (wrapping_shr(self, rhs), rhs >= Int::BITS)
    }
    #[must_use] pub const fn checked_add(self, rhs: Int) -> Option<Int> {
        let (value, overflow) = overflowing_add(self, rhs);
        if overflow { None } else { Some(value) }
    }
    #[must_use] pub const fn checked_sub(self, rhs: Int) -> Option<Int> {
        let (value, overflow) = overflowing_sub(self, rhs);
        if overflow { None } else { Some(value) }
    }
    #[must_use] pub const fn checked_mul(self, rhs: Int) -> Option<Int> {
        let (value, overflow) = overflowing_mul(self, rhs);
        if overflow { None } else { Some(value) }
    }
    #[must_use] pub const fn checked_div(self, rhs: Int) -> Option<Int> {
        if rhs == 0 || (Int::MIN != 0 && self == Int::MIN && rhs == !0) { None } else { Some(self / rhs) }
    }
    #[must_use] pub const fn checked_rem(self, rhs: Int) -> Option<Int> {
        if rhs == 0 || (Int::MIN != 0 && self == Int::MIN && rhs == !0) { None } else { Some(self % rhs) }
    }
    #[must_use] pub const fn checked_rem_euclid(self, rhs: Int) -> Option<Int> {
        if rhs == 0 || (Int::MIN != 0 && self == Int::MIN && rhs == !0) { None } else { Some(self.rem_euclid(rhs)) }
    }
    #[must_use] pub const fn checked_div_euclid(self, rhs: Int) -> Option<Int> {
        if rhs == 0 || (Int::MIN != 0 && self == Int::MIN && rhs == !0) { None } else { Some(self.div_euclid(rhs)) }
    }
    #[must_use] pub const fn checked_neg(self) -> Option<Int> {
        let (value, overflow) = overflowing_sub(0, self);
        if overflow { None } else { Some(value) }
    }
    #[must_use] pub const fn checked_shl(self, rhs: u32) -> Option<Int> {
        if rhs < Int::BITS { Some(self << rhs) } else { None }
    }
    #[must_use] pub const fn checked_shr(self, rhs: u32) -> Option<Int> {
        if rhs < Int::BITS { Some(self >> rhs) } else { None }
    }
    #[must_use] pub const fn checked_pow(self, exp: u32) -> Option<Int> {
        let (value, overflow) = overflowing_pow(self, exp);
        if overflow { None } else { Some(value) }
    }
    #[must_use] pub const fn saturating_add(self, rhs: Int) -> Int {
        let (value, overflow) = overflowing_add(self, rhs);
        if !overflow {
            value
        } else if Int::MIN != 0 && rhs < 0 {
            Int::MIN
        } else {
            Int::MAX
        }
    }
    #[must_use] pub const fn saturating_sub(self, rhs: Int) -> Int {
        let (value, overflow) = overflowing_sub(self, rhs);
        if !overflow {
            value
        } else if Int::MIN != 0 && rhs < 0 {
            Int::MAX
        } else {
            Int::MIN
        }
    }
    #[must_use] pub const fn saturating_mul(self, rhs: Int) -> Int {
        let (value, overflow) = overflowing_mul(self, rhs);
        if !overflow {
            value
        } else if (self < 0) == (rhs < 0) {
            Int::MAX
        } else {
            Int::MIN
        }
    }
    #[panics_at = "core/src/num/mod.rs:Int"]
    #[must_use] pub const fn saturating_div(self, rhs: Int) -> Int {
        match self.overflowing_div(rhs) {
            (value, false) => value,
            (_, true) => Int::MAX,
        }
    }
    #[must_use] pub const fn saturating_pow(self, exp: u32) -> Int {
        match overflowing_pow(self, exp) {
            (value, false) => value,
            (_, true) => {
                if self < 0 && exp % 2 == 1 {
                    Int::MIN
                } else {
                    Int::MAX
                }
            }
        }
    }
    #[panics_at = "core/src/num/mod.rs:Int"]
    #[must_use] pub const fn pow(self, exp: u32) -> Int {
        let (value, overflow) = overflowing_pow(self, exp);
        if overflow {
            // The multiplication that overflows, by squaring.
            let (mut acc, mut base, mut exp): (Int, Int, u32) = (1, self, exp);
            loop {
                if exp & 1 == 1 {
                    acc = acc * base;
                }
                exp /= 2;
                base = base * base;
            }
        }
        value
    }
    #[track_caller]
    #[must_use] pub const fn isqrt(self) -> Int {
        if self < 0 {
            crate::rt::panic_str("argument of integer square root cannot be negative");
        }
        isqrt(self)
    }
    #[track_caller]
    #[must_use] pub const fn ilog(self, base: Int) -> u32 {
        if base < 2 {
            crate::rt::panic_str("base of integer logarithm must be at least 2");
        }
        if self <= 0 {
            crate::rt::panic_str("argument of integer logarithm must be positive");
        }
        ilog(self, base)
    }
    #[track_caller]
    #[must_use] pub const fn ilog2(self) -> u32 {
        self.ilog(2)
    }
    #[track_caller]
    #[must_use] pub const fn ilog10(self) -> u32 {
        self.ilog(10)
    }
    #[must_use] pub const fn checked_ilog2(self) -> Option<u32> {
        if self <= 0 { None } else { Some(ilog(self, 2)) }
    }
    #[must_use] pub const fn checked_ilog10(self) -> Option<u32> {
        if self <= 0 { None } else { Some(ilog(self, 10)) }
    }
    #[must_use] pub const fn to_be_bytes(self) -> [u8; crate::mem::size_of::<Int>()] {
        bytes_of(swap_bytes(self))
    }
    #[must_use] pub const fn to_le_bytes(self) -> [u8; crate::mem::size_of::<Int>()] {
        bytes_of(self)
    }
    #[must_use] pub const fn to_ne_bytes(self) -> [u8; crate::mem::size_of::<Int>()] {
        bytes_of(self)
    }
    #[must_use] pub const fn from_be_bytes(bytes: [u8; crate::mem::size_of::<Int>()]) -> Int {
        swap_bytes(from_bytes(bytes))
    }
    #[must_use] pub const fn from_le_bytes(bytes: [u8; crate::mem::size_of::<Int>()]) -> Int {
        from_bytes(bytes)
    }
    #[must_use] pub const fn from_ne_bytes(bytes: [u8; crate::mem::size_of::<Int>()]) -> Int {
        from_bytes(bytes)
    }
}
/// The bytes, least significant first.
#[intrinsic = "int_to_bytes"]
const fn bytes_of(a: Int) -> [u8; crate::mem::size_of::<Int>()];
#[intrinsic = "int_from_bytes"]
const fn from_bytes(bytes: [u8; crate::mem::size_of::<Int>()]) -> Int;

impl Copy for Int {}
impl Clone for Int {
    fn clone(&self) -> Int {
        *self
    }
}
impl Default for Int {
    fn default() -> Int {
        0
    }
}
impl PartialEq for Int {
    fn eq(&self, other: &Int) -> bool {
        *self == *other
    }
    fn ne(&self, other: &Int) -> bool {
        *self != *other
    }
}
impl Eq for Int {}
impl PartialOrd for Int {
    fn partial_cmp(&self, other: &Int) -> Option<Ordering> {
        Some(self.cmp(other))
    }
    fn lt(&self, other: &Int) -> bool {
        *self < *other
    }
    fn le(&self, other: &Int) -> bool {
        *self <= *other
    }
    fn gt(&self, other: &Int) -> bool {
        *self > *other
    }
    fn ge(&self, other: &Int) -> bool {
        *self >= *other
    }
}
impl Ord for Int {
    fn cmp(&self, other: &Int) -> Ordering {
        if *self < *other {
            Ordering::Less
        } else if *self == *other {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }
    #[track_caller]
    fn clamp(self, min: Int, max: Int) -> Int {
        assert!(min <= max, "min > max. min = {min:?}, max = {max:?}");
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}
impl crate::hash::Hash for Int {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        state.write(&self.to_ne_bytes())
    }
}
impl crate::str::FromStr for Int {
    type Err = ParseIntError;
    fn from_str(src: &str) -> Result<Int, ParseIntError> {
        Int::from_str_radix(src, 10)
    }
}
impl fmt::Display for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad_integral(*self >= 0, "", num::digits(magnitude(*self), 10, false))
    }
}
impl fmt::Debug for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.debug_lower_hex() {
            fmt::LowerHex::fmt(self, f)
        } else if f.debug_upper_hex() {
            fmt::UpperHex::fmt(self, f)
        } else {
            fmt::Display::fmt(self, f)
        }
    }
}
/// The absolute value.
#[intrinsic = "int_magnitude"]
const fn magnitude(a: Int) -> u128;
/// The value's bits as an unsigned number.
#[intrinsic = "int_bits"]
const fn bits(a: Int) -> u128;
impl fmt::LowerHex for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad_integral(true, "0x", num::digits(bits(*self), 16, false))
    }
}
impl fmt::UpperHex for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad_integral(true, "0x", num::digits(bits(*self), 16, true))
    }
}
impl fmt::Octal for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad_integral(true, "0o", num::digits(bits(*self), 8, false))
    }
}
impl fmt::Binary for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad_integral(true, "0b", num::digits(bits(*self), 2, false))
    }
}
/// `value` in scientific notation, as Rust writes integers so.
#[intrinsic = "int_exp_text"]
fn exp_text(magnitude: u128, precision: Option<usize>, upper: bool) -> &'static str;
impl fmt::LowerExp for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad_integral(*self >= 0, "", exp_text(magnitude(*self), f.precision(), false))
    }
}
impl fmt::UpperExp for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad_integral(*self >= 0, "", exp_text(magnitude(*self), f.precision(), true))
    }
}

macro_rules! binary_operators {
    ($($tr:ident $f:ident $assign:ident $fa:ident $op:tt)*) => {
        $(
        impl $tr for Int {
            type Output = Int;
            #[track_caller]
            fn $f(self, other: Int) -> Int {
                self $op other
            }
        }
        impl<'a> $tr<Int> for &'a Int {
            type Output = Int;
            #[track_caller]
            fn $f(self, other: Int) -> Int {
                *self $op other
            }
        }
        impl<'a> $tr<&'a Int> for Int {
            type Output = Int;
            #[track_caller]
            fn $f(self, other: &'a Int) -> Int {
                self $op *other
            }
        }
        impl<'a, 'b> $tr<&'a Int> for &'b Int {
            type Output = Int;
            #[track_caller]
            fn $f(self, other: &'a Int) -> Int {
                *self $op *other
            }
        }
        impl $assign for Int {
            #[track_caller]
            fn $fa(&mut self, other: Int) {
                *self = *self $op other
            }
        }
        impl<'a> $assign<&'a Int> for Int {
            #[track_caller]
            fn $fa(&mut self, other: &'a Int) {
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
    BitAnd bitand BitAndAssign bitand_assign &
    BitOr bitor BitOrAssign bitor_assign |
    BitXor bitxor BitXorAssign bitxor_assign ^
}
macro_rules! shifts {
    ($($t:ident)*) => {
        $(
        impl Shl<$t> for Int {
            type Output = Int;
            #[panics_at = "core/src/ops/bit.rs:517:1"]
            fn shl(self, other: $t) -> Int {
                self << other
            }
        }
        impl Shr<$t> for Int {
            type Output = Int;
            #[panics_at = "core/src/ops/bit.rs:639:1"]
            fn shr(self, other: $t) -> Int {
                self >> other
            }
        }
        impl<'a> Shl<&'a $t> for Int {
            type Output = Int;
            #[panics_at = "core/src/ops/bit.rs:517:1"]
            fn shl(self, other: &'a $t) -> Int {
                self << *other
            }
        }
        impl<'a> Shl<$t> for &'a Int {
            type Output = Int;
            #[panics_at = "core/src/ops/bit.rs:517:1"]
            fn shl(self, other: $t) -> Int {
                *self << other
            }
        }
        impl<'a, 'b> Shl<&'a $t> for &'b Int {
            type Output = Int;
            #[panics_at = "core/src/ops/bit.rs:517:1"]
            fn shl(self, other: &'a $t) -> Int {
                *self << *other
            }
        }
        impl<'a> Shr<&'a $t> for Int {
            type Output = Int;
            #[panics_at = "core/src/ops/bit.rs:639:1"]
            fn shr(self, other: &'a $t) -> Int {
                self >> *other
            }
        }
        impl<'a> Shr<$t> for &'a Int {
            type Output = Int;
            #[panics_at = "core/src/ops/bit.rs:639:1"]
            fn shr(self, other: $t) -> Int {
                *self >> other
            }
        }
        impl<'a, 'b> Shr<&'a $t> for &'b Int {
            type Output = Int;
            #[panics_at = "core/src/ops/bit.rs:639:1"]
            fn shr(self, other: &'a $t) -> Int {
                *self >> *other
            }
        }
        impl<'a> ShlAssign<&'a $t> for Int {
            #[panics_at = "core/src/ops/bit.rs:991:1"]
            fn shl_assign(&mut self, other: &'a $t) {
                *self = *self << *other
            }
        }
        impl<'a> ShrAssign<&'a $t> for Int {
            #[panics_at = "core/src/ops/bit.rs:1077:1"]
            fn shr_assign(&mut self, other: &'a $t) {
                *self = *self >> *other
            }
        }
        impl ShlAssign<$t> for Int {
            #[panics_at = "core/src/ops/bit.rs:991:1"]
            fn shl_assign(&mut self, other: $t) {
                *self = *self << other
            }
        }
        impl ShrAssign<$t> for Int {
            #[panics_at = "core/src/ops/bit.rs:1077:1"]
            fn shr_assign(&mut self, other: $t) {
                *self = *self >> other
            }
        }
        )*
    };
}
shifts! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
impl Not for Int {
    type Output = Int;
    fn not(self) -> Int {
        !self
    }
}
impl<'a> Not for &'a Int {
    type Output = Int;
    fn not(self) -> Int {
        !*self
    }
}

impl crate::iter::Sum for Int {
    #[panics_at = "core/src/iter/traits/accum.rs:204:1"]
    fn sum<I: Iterator<Item = Int>>(iter: I) -> Int {
        let mut total: Int = 0;
        for x in iter {
            total += x;
        }
        total
    }
}
impl<'a> crate::iter::Sum<&'a Int> for Int {
    #[panics_at = "core/src/iter/traits/accum.rs:204:1"]
    fn sum<I: Iterator<Item = &'a Int>>(iter: I) -> Int {
        let mut total: Int = 0;
        for x in iter {
            total += *x;
        }
        total
    }
}
impl crate::iter::Product for Int {
    #[panics_at = "core/src/iter/traits/accum.rs:204:1"]
    fn product<I: Iterator<Item = Int>>(iter: I) -> Int {
        let mut total: Int = 1;
        for x in iter {
            total *= x;
        }
        total
    }
}
impl<'a> crate::iter::Product<&'a Int> for Int {
    #[panics_at = "core/src/iter/traits/accum.rs:204:1"]
    fn product<I: Iterator<Item = &'a Int>>(iter: I) -> Int {
        let mut total: Int = 1;
        for x in iter {
            total *= *x;
        }
        total
    }
}

impl crate::iter::Step for Int {
    fn forward(start: Int, n: usize) -> Option<Int> {
        if Int::BITS == 128 {
            return start.checked_add(n as Int);
        }
        match i128::checked_add(start as i128, n as i128) {
            Some(sum) if sum <= Int::MAX as i128 => Some(sum as Int),
            _ => None,
        }
    }
    fn backward(start: Int, n: usize) -> Option<Int> {
        if Int::BITS == 128 {
            return start.checked_sub(n as Int);
        }
        match i128::checked_sub(start as i128, n as i128) {
            Some(difference) if difference >= Int::MIN as i128 => Some(difference as Int),
            _ => None,
        }
    }
    fn steps_between(start: &Int, end: &Int) -> (usize, Option<usize>) {
        if *start >= *end {
            return (0, if *start == *end { Some(0) } else { None });
        }
        let steps = i128::wrapping_sub(*end as i128, *start as i128) as u128;
        if steps <= usize::MAX as u128 { (steps as usize, Some(steps as usize)) } else { (usize::MAX, None) }
    }
    fn succ(start: &Int) -> Int {
        wrapping_add(*start, 1)
    }
    fn pred(start: &Int) -> Int {
        wrapping_sub(*start, 1)
    }
}
