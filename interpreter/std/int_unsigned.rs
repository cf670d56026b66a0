//! What only the unsigned integers have.

use crate::num::{NonZero, Unsigned};
use crate::ops::{Div, DivAssign, Rem, RemAssign};

impl Int {
    pub const MIN: Int = 0;
    pub const MAX: Int = !0;

    #[must_use] pub const fn abs_diff(self, other: Int) -> Int {
        if self < other { other - self } else { self - other }
    }
    #[track_caller]
    #[must_use] pub const fn rem_euclid(self, rhs: Int) -> Int {
        self % rhs
    }
    #[track_caller]
    #[must_use] pub const fn div_euclid(self, rhs: Int) -> Int {
        self / rhs
    }
    #[must_use] pub const fn is_power_of_two(self) -> bool {
        self.count_ones() == 1
    }
    #[panics_at = "core/src/num/mod.rs:Int"]
    #[must_use] pub const fn next_power_of_two(self) -> Int {
        if self <= 1 { 1 } else { (Int::MAX >> (self - 1).leading_zeros()) + 1 }
    }
    #[must_use] pub const fn checked_next_power_of_two(self) -> Option<Int> {
        let mut p: Int = 1;
        while p < self {
            match p.checked_mul(2) {
                Some(next) => p = next,
                None => return None,
            }
        }
        Some(p)
    }
    #[track_caller]
    #[must_use] pub const fn div_ceil(self, rhs: Int) -> Int {
        let d = self / rhs;
        if self % rhs > 0 { d + 1 } else { d }
    }
    #[panics_at = "core/src/num/mod.rs:Int"]
    #[must_use] pub const fn next_multiple_of(self, rhs: Int) -> Int {
        match self % rhs {
            0 => self,
            r => self + (rhs - r),
        }
    }
    #[must_use] pub const fn is_multiple_of(self, rhs: Int) -> bool {
        match rhs {
            0 => self == 0,
            _ => self % rhs == 0,
        }
    }
    #[intrinsic = "int_checked_add_signed"]
    #[must_use] pub const fn checked_add_signed(self, rhs: <Int as Unsigned>::Signed) -> Option<Int>;
    #[intrinsic = "int_wrapping_add_signed"]
    #[must_use] pub const fn wrapping_add_signed(self, rhs: <Int as Unsigned>::Signed) -> Int;
    #[intrinsic = "int_saturating_add_signed"]
    #[must_use] pub const fn saturating_add_signed(self, rhs: <Int as Unsigned>::Signed) -> Int;
    #[must_use] pub const fn overflowing_add_signed(self, rhs: <Int as Unsigned>::Signed) -> (Int, bool) {
        let (sum, overflow) = self.overflowing_add(rhs as Int);
        (sum, overflow ^ (rhs < 0))
    }
    #[must_use] pub const fn overflowing_sub_signed(self, rhs: <Int as Unsigned>::Signed) -> (Int, bool) {
        let (difference, overflow) = self.overflowing_sub(rhs as Int);
        (difference, overflow ^ (rhs < 0))
    }
    #[must_use] pub const fn wrapping_sub_signed(self, rhs: <Int as Unsigned>::Signed) -> Int {
        self.overflowing_sub_signed(rhs).0
    }
    #[must_use] pub const fn checked_sub_signed(self, rhs: <Int as Unsigned>::Signed) -> Option<Int> {
        match self.overflowing_sub_signed(rhs) {
            (difference, false) => Some(difference),
            _ => None,
        }
    }
    #[must_use] pub const fn saturating_sub_signed(self, rhs: <Int as Unsigned>::Signed) -> Int {
        match self.overflowing_sub_signed(rhs) {
            (difference, false) => difference,
            _ => {
                if rhs < 0 {
                    Int::MAX
                } else {
                    0
                }
            }
        }
    }
    #[track_caller]
    #[must_use] pub const fn strict_add_signed(self, rhs: <Int as Unsigned>::Signed) -> Int {
        match self.overflowing_add_signed(rhs) {
            (sum, false) => sum,
            _ => crate::rt::panic_str("attempt to add with overflow"),
        }
    }
    #[track_caller]
    #[must_use] pub const fn strict_sub_signed(self, rhs: <Int as Unsigned>::Signed) -> Int {
        match self.overflowing_sub_signed(rhs) {
            (difference, false) => difference,
            _ => crate::rt::panic_str("attempt to subtract with overflow"),
        }
    }
    pub const fn checked_signed_diff(self, rhs: Int) -> Option<<Int as Unsigned>::Signed> {
        let difference = self.wrapping_sub(rhs) as <Int as Unsigned>::Signed;
        if (self >= rhs) == (difference < 0) { None } else { Some(difference) }
    }
    #[must_use] pub const fn cast_signed(self) -> <Int as Unsigned>::Signed {
        self as <Int as Unsigned>::Signed
    }
    #[must_use] pub const fn midpoint(self, rhs: Int) -> Int {
        ((self ^ rhs) >> 1) + (self & rhs)
    }
    #[must_use] pub const fn checked_next_multiple_of(self, rhs: Int) -> Option<Int> {
        if rhs == 0 {
            return None;
        }
        match self % rhs {
            0 => Some(self),
            r => self.checked_add(rhs - r),
        }
    }
    #[must_use] pub const fn carrying_add(self, rhs: Int, carry: bool) -> (Int, bool) {
        let (sum, a) = self.overflowing_add(rhs);
        let (sum, b) = sum.overflowing_add(carry as Int);
        (sum, a | b)
    }
    #[must_use] pub const fn borrowing_sub(self, rhs: Int, borrow: bool) -> (Int, bool) {
        let (difference, a) = self.overflowing_sub(rhs);
        let (difference, b) = difference.overflowing_sub(borrow as Int);
        (difference, a | b)
    }
    /// (low, high) of `self * rhs + carry`.
    #[must_use] pub const fn carrying_mul(self, rhs: Int, carry: Int) -> (Int, Int) {
        self.carrying_mul_add(rhs, carry, 0)
    }
    /// (low, high) of `self * rhs + carry + add`, from the products of the halves.
    #[must_use] pub const fn carrying_mul_add(self, rhs: Int, carry: Int, add: Int) -> (Int, Int) {
        let half = Int::BITS / 2;
        let mask = ((1 as Int) << half) - 1;
        let (a1, a0) = (self >> half, self & mask);
        let (b1, b0) = (rhs >> half, rhs & mask);
        let (low, cross_a, cross_b) = (a0 * b0, a0 * b1, a1 * b0);
        let middle = (low >> half) + (cross_a & mask) + (cross_b & mask);
        let high = a1 * b1 + (cross_a >> half) + (cross_b >> half) + (middle >> half);
        let (low, a) = ((low & mask) | (middle << half)).overflowing_add(carry);
        let (low, b) = low.overflowing_add(add);
        (low, high + a as Int + b as Int)
    }
}

impl Div<NonZero<Int>> for Int {
    type Output = Int;
    fn div(self, other: NonZero<Int>) -> Int {
        self / other.get()
    }
}
impl DivAssign<NonZero<Int>> for Int {
    fn div_assign(&mut self, other: NonZero<Int>) {
        *self = *self / other.get();
    }
}
impl Rem<NonZero<Int>> for Int {
    type Output = Int;
    fn rem(self, other: NonZero<Int>) -> Int {
        self % other.get()
    }
}
impl RemAssign<NonZero<Int>> for Int {
    fn rem_assign(&mut self, other: NonZero<Int>) {
        *self = *self % other.get();
    }
}
