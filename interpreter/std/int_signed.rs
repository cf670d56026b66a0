//! What only the signed integers have.

use crate::num::Signed;
use crate::ops::Neg;

impl Int {
    pub const MIN: Int = (1 as Int) << (crate::mem::size_of::<Int>() * 8 - 1);
    pub const MAX: Int = !Int::MIN;

    #[track_caller]
    pub const fn abs(self) -> Int {
        if self < 0 { -self } else { self }
    }
    #[intrinsic = "int_unsigned_abs"]
    pub const fn unsigned_abs(self) -> <Int as Signed>::Unsigned;
    pub const fn wrapping_abs(self) -> Int {
        if self < 0 { self.wrapping_neg() } else { self }
    }
    pub const fn checked_abs(self) -> Option<Int> {
        if self < 0 { self.checked_neg() } else { Some(self) }
    }
    pub const fn saturating_abs(self) -> Int {
        if self == Int::MIN { Int::MAX } else { self.abs() }
    }
    pub const fn saturating_neg(self) -> Int {
        if self == Int::MIN { Int::MAX } else { -self }
    }
    pub const fn overflowing_abs(self) -> (Int, bool) {
        (self.wrapping_abs(), self == Int::MIN)
    }
    #[intrinsic = "int_abs_diff"]
    pub const fn abs_diff(self, other: Int) -> <Int as Signed>::Unsigned;
    pub const fn signum(self) -> Int {
        if self < 0 {
            -1
        } else if self == 0 {
            0
        } else {
            1
        }
    }
    pub const fn is_positive(self) -> bool {
        self > 0
    }
    pub const fn is_negative(self) -> bool {
        self < 0
    }
    #[track_caller]
    pub const fn rem_euclid(self, rhs: Int) -> Int {
        let r = self % rhs;
        if r < 0 { r.wrapping_add(rhs.wrapping_abs()) } else { r }
    }
    #[track_caller]
    pub const fn div_euclid(self, rhs: Int) -> Int {
        let q = self / rhs;
        if self % rhs < 0 {
            return if rhs > 0 { q - 1 } else { q + 1 };
        }
        q
    }
    pub const fn wrapping_rem_euclid(self, rhs: Int) -> Int {
        if rhs == -1 { 0 } else { self.rem_euclid(rhs) }
    }
}

impl Neg for Int {
    type Output = Int;
    #[track_caller]
    fn neg(self) -> Int {
        -self
    }
}
impl<'a> Neg for &'a Int {
    type Output = Int;
    #[track_caller]
    fn neg(self) -> Int {
        -*self
    }
}
