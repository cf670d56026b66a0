//! All integer types: the methods that are rarer in programs. What ends in `strict_` panics on overflow in every build.

use crate::num::NonZero;

impl Int {
    #[track_caller]
    #[must_use] pub const fn strict_add(self, rhs: Int) -> Int {
        match self.overflowing_add(rhs) {
            (value, false) => value,
            _ => crate::rt::panic_str("attempt to add with overflow"),
        }
    }
    #[track_caller]
    #[must_use] pub const fn strict_sub(self, rhs: Int) -> Int {
        match self.overflowing_sub(rhs) {
            (value, false) => value,
            _ => crate::rt::panic_str("attempt to subtract with overflow"),
        }
    }
    #[track_caller]
    #[must_use] pub const fn strict_mul(self, rhs: Int) -> Int {
        match self.overflowing_mul(rhs) {
            (value, false) => value,
            _ => crate::rt::panic_str("attempt to multiply with overflow"),
        }
    }
    #[track_caller]
    #[must_use] pub const fn strict_div(self, rhs: Int) -> Int {
        self / rhs
    }
    #[track_caller]
    #[must_use] pub const fn strict_rem(self, rhs: Int) -> Int {
        self % rhs
    }
    #[track_caller]
    #[must_use] pub const fn strict_div_euclid(self, rhs: Int) -> Int {
        self.div_euclid(rhs)
    }
    #[track_caller]
    #[must_use] pub const fn strict_rem_euclid(self, rhs: Int) -> Int {
        self.rem_euclid(rhs)
    }
    #[track_caller]
    #[must_use] pub const fn strict_neg(self) -> Int {
        match self.checked_neg() {
            Some(value) => value,
            None => crate::rt::panic_str("attempt to negate with overflow"),
        }
    }
    #[track_caller]
    #[must_use] pub const fn strict_shl(self, rhs: u32) -> Int {
        if rhs >= Int::BITS {
            crate::rt::panic_str("attempt to shift left with overflow");
        }
        self << rhs
    }
    #[track_caller]
    #[must_use] pub const fn strict_shr(self, rhs: u32) -> Int {
        if rhs >= Int::BITS {
            crate::rt::panic_str("attempt to shift right with overflow");
        }
        self >> rhs
    }
    #[track_caller]
    #[must_use] pub const fn strict_pow(self, exp: u32) -> Int {
        match self.checked_pow(exp) {
            Some(value) => value,
            None => crate::rt::panic_str("attempt to multiply with overflow"),
        }
    }
    #[must_use] pub const fn unbounded_shl(self, rhs: u32) -> Int {
        if rhs < Int::BITS { self << rhs } else { 0 }
    }
    #[must_use] pub const fn unbounded_shr(self, rhs: u32) -> Int {
        if rhs < Int::BITS {
            self >> rhs
        } else if self < 0 {
            !0
        } else {
            0
        }
    }
    #[track_caller]
    #[must_use] pub const unsafe fn unchecked_add(self, rhs: Int) -> Int {
        crate::rt::precondition(!self.overflowing_add(rhs).1, "Int::unchecked_add cannot overflow");
        self + rhs
    }
    #[track_caller]
    #[must_use] pub const unsafe fn unchecked_sub(self, rhs: Int) -> Int {
        crate::rt::precondition(!self.overflowing_sub(rhs).1, "Int::unchecked_sub cannot overflow");
        self - rhs
    }
    #[track_caller]
    #[must_use] pub const unsafe fn unchecked_shl(self, rhs: u32) -> Int {
        crate::rt::precondition(rhs < Int::BITS, "Int::unchecked_shl cannot overflow");
        self << rhs
    }
    #[track_caller]
    #[must_use] pub const unsafe fn unchecked_shr(self, rhs: u32) -> Int {
        crate::rt::precondition(rhs < Int::BITS, "Int::unchecked_shr cannot overflow");
        self >> rhs
    }
    #[track_caller]
    #[must_use] pub const unsafe fn unchecked_mul(self, rhs: Int) -> Int {
        crate::rt::precondition(!self.overflowing_mul(rhs).1, "Int::unchecked_mul cannot overflow");
        self * rhs
    }
    #[panics_at = "core/src/num/mod.rs:Int"]
    #[must_use] pub const fn overflowing_div_euclid(self, rhs: Int) -> (Int, bool) {
        if Int::MIN != 0 && rhs == !0 { self.overflowing_neg() } else { (self.div_euclid(rhs), false) }
    }
    #[panics_at = "core/src/num/mod.rs:Int"]
    #[must_use] pub const fn overflowing_rem_euclid(self, rhs: Int) -> (Int, bool) {
        if Int::MIN != 0 && rhs == !0 { (0, self == Int::MIN) } else { (self.rem_euclid(rhs), false) }
    }
    #[panics_at = "core/src/num/mod.rs:Int"]
    #[must_use] pub const fn wrapping_div_euclid(self, rhs: Int) -> Int {
        self.overflowing_div_euclid(rhs).0
    }
    #[panics_at = "core/src/num/mod.rs:Int"]
    #[must_use] pub const fn wrapping_rem_euclid(self, rhs: Int) -> Int {
        self.overflowing_rem_euclid(rhs).0
    }
    #[must_use] pub const fn checked_ilog(self, base: Int) -> Option<u32> {
        if self <= 0 || base <= 1 { None } else { Some(self.ilog(base)) }
    }
    #[must_use] pub const fn from_be(x: Int) -> Int {
        x.swap_bytes()
    }
    #[must_use] pub const fn from_le(x: Int) -> Int {
        x
    }
}
impl From<NonZero<Int>> for Int {
    fn from(nonzero: NonZero<Int>) -> Int {
        nonzero.get()
    }
}
