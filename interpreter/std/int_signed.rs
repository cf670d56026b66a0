//! What only the signed integers have.

use crate::num::Signed;
use crate::ops::Neg;

impl Int {
    pub const MIN: Int = (1 as Int) << (crate::mem::size_of::<Int>() * 8 - 1);
    pub const MAX: Int = !Int::MIN;

    #[panics_at = "core/src/num/mod.rs:Int"]
    #[must_use] pub const fn abs(self) -> Int {
        if self < 0 { -self } else { self }
    }
    #[intrinsic = "int_unsigned_abs"]
    #[must_use] pub const fn unsigned_abs(self) -> <Int as Signed>::Unsigned;
    #[track_caller]
    #[must_use] pub const unsafe fn unchecked_neg(self) -> Int {
        crate::rt::precondition(self != Int::MIN, "Int::unchecked_neg cannot overflow");
        -self
    }
    #[must_use] pub const fn wrapping_abs(self) -> Int {
        if self < 0 { self.wrapping_neg() } else { self }
    }
    #[must_use] pub const fn checked_abs(self) -> Option<Int> {
        if self < 0 { self.checked_neg() } else { Some(self) }
    }
    #[must_use] pub const fn saturating_abs(self) -> Int {
        if self == Int::MIN { Int::MAX } else { self.abs() }
    }
    #[must_use] pub const fn saturating_neg(self) -> Int {
        if self == Int::MIN { Int::MAX } else { -self }
    }
    #[must_use] pub const fn overflowing_abs(self) -> (Int, bool) {
        (self.wrapping_abs(), self == Int::MIN)
    }
    #[intrinsic = "int_abs_diff"]
    #[must_use] pub const fn abs_diff(self, other: Int) -> <Int as Signed>::Unsigned;
    #[must_use] pub const fn signum(self) -> Int {
        if self < 0 {
            -1
        } else if self == 0 {
            0
        } else {
            1
        }
    }
    #[must_use] pub const fn is_positive(self) -> bool {
        self > 0
    }
    #[must_use] pub const fn is_negative(self) -> bool {
        self < 0
    }
    #[track_caller]
    #[must_use] pub const fn rem_euclid(self, rhs: Int) -> Int {
        let r = self % rhs;
        if r < 0 { r.wrapping_add(rhs.wrapping_abs()) } else { r }
    }
    #[track_caller]
    #[must_use] pub const fn div_euclid(self, rhs: Int) -> Int {
        let q = self / rhs;
        if self % rhs < 0 {
            return if rhs > 0 { q - 1 } else { q + 1 };
        }
        q
    }
    #[must_use] pub const fn cast_unsigned(self) -> <Int as Signed>::Unsigned {
        self as <Int as Signed>::Unsigned
    }
    #[track_caller]
    #[must_use] pub const fn strict_abs(self) -> Int {
        if self < 0 { self.strict_neg() } else { self }
    }
    #[must_use] pub const fn checked_isqrt(self) -> Option<Int> {
        if self < 0 { None } else { Some(self.isqrt()) }
    }
    /// Rounded towards zero.
    #[must_use] pub const fn midpoint(self, rhs: Int) -> Int {
        let floor = ((self ^ rhs) >> 1) + (self & rhs);
        if floor < 0 && (self ^ rhs) & 1 != 0 { floor + 1 } else { floor }
    }
    #[must_use] pub const fn overflowing_add_unsigned(self, rhs: <Int as Signed>::Unsigned) -> (Int, bool) {
        let rhs = rhs as Int;
        let (sum, overflow) = self.overflowing_add(rhs);
        (sum, overflow ^ (rhs < 0))
    }
    #[must_use] pub const fn overflowing_sub_unsigned(self, rhs: <Int as Signed>::Unsigned) -> (Int, bool) {
        let rhs = rhs as Int;
        let (difference, overflow) = self.overflowing_sub(rhs);
        (difference, overflow ^ (rhs < 0))
    }
    #[must_use] pub const fn wrapping_add_unsigned(self, rhs: <Int as Signed>::Unsigned) -> Int {
        self.overflowing_add_unsigned(rhs).0
    }
    #[must_use] pub const fn wrapping_sub_unsigned(self, rhs: <Int as Signed>::Unsigned) -> Int {
        self.overflowing_sub_unsigned(rhs).0
    }
    #[must_use] pub const fn checked_add_unsigned(self, rhs: <Int as Signed>::Unsigned) -> Option<Int> {
        match self.overflowing_add_unsigned(rhs) {
            (sum, false) => Some(sum),
            _ => None,
        }
    }
    #[must_use] pub const fn checked_sub_unsigned(self, rhs: <Int as Signed>::Unsigned) -> Option<Int> {
        match self.overflowing_sub_unsigned(rhs) {
            (difference, false) => Some(difference),
            _ => None,
        }
    }
    #[must_use] pub const fn saturating_add_unsigned(self, rhs: <Int as Signed>::Unsigned) -> Int {
        match self.overflowing_add_unsigned(rhs) {
            (sum, false) => sum,
            _ => Int::MAX,
        }
    }
    #[must_use] pub const fn saturating_sub_unsigned(self, rhs: <Int as Signed>::Unsigned) -> Int {
        match self.overflowing_sub_unsigned(rhs) {
            (difference, false) => difference,
            _ => Int::MIN,
        }
    }
    #[track_caller]
    #[must_use] pub const fn strict_add_unsigned(self, rhs: <Int as Signed>::Unsigned) -> Int {
        match self.overflowing_add_unsigned(rhs) {
            (sum, false) => sum,
            _ => crate::rt::panic_str("attempt to add with overflow"),
        }
    }
    #[track_caller]
    #[must_use] pub const fn strict_sub_unsigned(self, rhs: <Int as Signed>::Unsigned) -> Int {
        match self.overflowing_sub_unsigned(rhs) {
            (difference, false) => difference,
            _ => crate::rt::panic_str("attempt to subtract with overflow"),
        }
    }
}

impl Neg for Int {
    type Output = Int;
    #[panics_at = "core/src/ops/arith.rs:729:1"]
    fn neg(self) -> Int {
        -self
    }
}
impl<'a> Neg for &'a Int {
    type Output = Int;
    #[panics_at = "core/src/ops/arith.rs:729:1"]
    fn neg(self) -> Int {
        -*self
    }
}
