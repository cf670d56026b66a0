//! `Wrapping`: arithmetic that wraps round.

use crate::fmt;
use crate::num::integer::{Integer, Signed, Unsigned};
use crate::ops::*;

#[derive(PartialEq, PartialOrd, Eq, Ord, Clone, Copy, Default, Hash)]
pub struct Wrapping<T>(pub T);

macro_rules! formats {
    ($($tr:ident)*) => {
        $(impl<T: fmt::$tr> fmt::$tr for Wrapping<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        })*
    };
}
formats! { Debug Display Binary Octal LowerHex UpperHex }

macro_rules! operators {
    ($($tr:ident $f:ident $assign:ident $fa:ident $method:path;)*) => {
        $(
        impl<T: Integer> $tr for Wrapping<T> {
            type Output = Wrapping<T>;
            #[track_caller]
            fn $f(self, other: Wrapping<T>) -> Wrapping<T> {
                Wrapping($method(self.0, other.0))
            }
        }
        impl<'a, T: Integer> $tr<&'a Wrapping<T>> for Wrapping<T> {
            type Output = Wrapping<T>;
            #[track_caller]
            fn $f(self, other: &'a Wrapping<T>) -> Wrapping<T> {
                Wrapping($method(self.0, other.0))
            }
        }
        impl<'a, T: Integer> $tr<Wrapping<T>> for &'a Wrapping<T> {
            type Output = Wrapping<T>;
            #[track_caller]
            fn $f(self, other: Wrapping<T>) -> Wrapping<T> {
                Wrapping($method(self.0, other.0))
            }
        }
        impl<'a, 'b, T: Integer> $tr<&'a Wrapping<T>> for &'b Wrapping<T> {
            type Output = Wrapping<T>;
            #[track_caller]
            fn $f(self, other: &'a Wrapping<T>) -> Wrapping<T> {
                Wrapping($method(self.0, other.0))
            }
        }
        impl<T: Integer> $assign for Wrapping<T> {
            #[track_caller]
            fn $fa(&mut self, other: Wrapping<T>) {
                self.0 = $method(self.0, other.0);
            }
        }
        impl<'a, T: Integer> $assign<&'a Wrapping<T>> for Wrapping<T> {
            #[track_caller]
            fn $fa(&mut self, other: &'a Wrapping<T>) {
                self.0 = $method(self.0, other.0);
            }
        }
        impl<T: Integer> $assign<T> for Wrapping<T> {
            #[track_caller]
            fn $fa(&mut self, other: T) {
                self.0 = $method(self.0, other);
            }
        }
        )*
    };
}
operators! {
    Add add AddAssign add_assign T::wrapping_add;
    Sub sub SubAssign sub_assign T::wrapping_sub;
    Mul mul MulAssign mul_assign T::wrapping_mul;
    Div div DivAssign div_assign T::wrapping_div;
    Rem rem RemAssign rem_assign T::wrapping_rem;
    BitAnd bitand BitAndAssign bitand_assign T::bitand;
    BitOr bitor BitOrAssign bitor_assign T::bitor;
    BitXor bitxor BitXorAssign bitxor_assign T::bitxor;
}
impl<T: Integer> Not for Wrapping<T> {
    type Output = Wrapping<T>;
    fn not(self) -> Wrapping<T> {
        Wrapping(!self.0)
    }
}
impl<T: Integer> Neg for Wrapping<T> {
    type Output = Wrapping<T>;
    fn neg(self) -> Wrapping<T> {
        Wrapping(self.0.wrapping_neg())
    }
}
impl<T: Integer> Shl<usize> for Wrapping<T> {
    type Output = Wrapping<T>;
    fn shl(self, other: usize) -> Wrapping<T> {
        Wrapping(self.0.wrapping_shl(other as u32))
    }
}
impl<T: Integer> Shr<usize> for Wrapping<T> {
    type Output = Wrapping<T>;
    fn shr(self, other: usize) -> Wrapping<T> {
        Wrapping(self.0.wrapping_shr(other as u32))
    }
}
impl<T: Integer> ShlAssign<usize> for Wrapping<T> {
    fn shl_assign(&mut self, other: usize) {
        *self = *self << other;
    }
}
impl<T: Integer> ShrAssign<usize> for Wrapping<T> {
    fn shr_assign(&mut self, other: usize) {
        *self = *self >> other;
    }
}
impl<T: Integer> crate::iter::Sum for Wrapping<T> {
    fn sum<I: Iterator<Item = Wrapping<T>>>(iter: I) -> Wrapping<T> {
        iter.fold(Wrapping(T::ZERO), |a, b| a + b)
    }
}
impl<T: Integer> crate::iter::Product for Wrapping<T> {
    fn product<I: Iterator<Item = Wrapping<T>>>(iter: I) -> Wrapping<T> {
        iter.fold(Wrapping(T::ONE), |a, b| a * b)
    }
}

impl<T: Integer> Wrapping<T> {
    pub const MIN: Wrapping<T> = Wrapping(T::MIN);
    pub const MAX: Wrapping<T> = Wrapping(T::MAX);
    pub const BITS: u32 = T::BITS;

    pub const fn count_ones(self) -> u32 {
        self.0.count_ones()
    }
    pub const fn count_zeros(self) -> u32 {
        self.0.count_zeros()
    }
    pub const fn leading_zeros(self) -> u32 {
        self.0.leading_zeros()
    }
    pub const fn trailing_zeros(self) -> u32 {
        self.0.trailing_zeros()
    }
    pub const fn rotate_left(self, n: u32) -> Wrapping<T> {
        Wrapping(self.0.rotate_left(n))
    }
    pub const fn rotate_right(self, n: u32) -> Wrapping<T> {
        Wrapping(self.0.rotate_right(n))
    }
    pub const fn swap_bytes(self) -> Wrapping<T> {
        Wrapping(self.0.swap_bytes())
    }
    pub const fn reverse_bits(self) -> Wrapping<T> {
        Wrapping(self.0.reverse_bits())
    }
    pub const fn to_be(self) -> Wrapping<T> {
        self.swap_bytes()
    }
    pub const fn to_le(self) -> Wrapping<T> {
        self
    }
    pub const fn from_be(x: Wrapping<T>) -> Wrapping<T> {
        x.swap_bytes()
    }
    pub const fn from_le(x: Wrapping<T>) -> Wrapping<T> {
        x
    }
    pub fn pow(self, exp: u32) -> Wrapping<T> {
        Wrapping(self.0.wrapping_pow(exp))
    }
}
impl<T: Signed> Wrapping<T> {
    pub fn abs(self) -> Wrapping<T> {
        Wrapping(self.0.wrapping_abs())
    }
    pub fn signum(self) -> Wrapping<T> {
        Wrapping(self.0.signum())
    }
    pub const fn is_positive(self) -> bool {
        self.0 > T::ZERO
    }
    pub const fn is_negative(self) -> bool {
        self.0 < T::ZERO
    }
}
impl<T: Unsigned> Wrapping<T> {
    pub fn is_power_of_two(self) -> bool {
        self.0.is_power_of_two()
    }
}
