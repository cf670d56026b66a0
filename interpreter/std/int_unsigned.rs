//! What only the unsigned integers have.

impl Int {
    pub const MIN: Int = 0;
    pub const MAX: Int = !0;

    pub const fn abs_diff(self, other: Int) -> Int {
        if self < other { other - self } else { self - other }
    }
    #[track_caller]
    pub const fn rem_euclid(self, rhs: Int) -> Int {
        self % rhs
    }
    #[track_caller]
    pub const fn div_euclid(self, rhs: Int) -> Int {
        self / rhs
    }
    pub const fn is_power_of_two(self) -> bool {
        self.count_ones() == 1
    }
    #[track_caller]
    pub const fn next_power_of_two(self) -> Int {
        let mut p: Int = 1;
        while p < self {
            p *= 2;
        }
        p
    }
    pub const fn checked_next_power_of_two(self) -> Option<Int> {
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
    pub const fn div_ceil(self, rhs: Int) -> Int {
        let d = self / rhs;
        if self % rhs > 0 { d + 1 } else { d }
    }
    #[track_caller]
    pub const fn next_multiple_of(self, rhs: Int) -> Int {
        match self % rhs {
            0 => self,
            r => self + (rhs - r),
        }
    }
    pub const fn is_multiple_of(self, rhs: Int) -> bool {
        match rhs {
            0 => self == 0,
            _ => self % rhs == 0,
        }
    }
    #[intrinsic = "int_checked_add_signed"]
    pub const fn checked_add_signed(self, rhs: <Int as crate::num::Unsigned>::Signed) -> Option<Int>;
    #[intrinsic = "int_wrapping_add_signed"]
    pub const fn wrapping_add_signed(self, rhs: <Int as crate::num::Unsigned>::Signed) -> Int;
    #[intrinsic = "int_saturating_add_signed"]
    pub const fn saturating_add_signed(self, rhs: <Int as crate::num::Unsigned>::Signed) -> Int;
}
