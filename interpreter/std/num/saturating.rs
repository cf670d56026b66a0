//! `Saturating`: arithmetic that stops at the limits of the type.

use crate::fmt;
use crate::num::integer::{Integer, Signed, Unsigned};
use crate::ops::*;

#[derive(PartialEq, PartialOrd, Eq, Ord, Clone, Copy, Default, Hash)]
pub struct Saturating<T>(pub T);

macro_rules! formats {
    ($($tr:ident)*) => {
        $(impl<T: fmt::$tr> fmt::$tr for Saturating<T> {
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
        impl<T: Integer> $tr for Saturating<T> {
            type Output = Saturating<T>;
            #[track_caller]
            fn $f(self, other: Saturating<T>) -> Saturating<T> {
                Saturating($method(self.0, other.0))
            }
        }
        impl<'a, T: Integer> $tr<&'a Saturating<T>> for Saturating<T> {
            type Output = Saturating<T>;
            #[track_caller]
            fn $f(self, other: &'a Saturating<T>) -> Saturating<T> {
                Saturating($method(self.0, other.0))
            }
        }
        impl<'a, T: Integer> $tr<Saturating<T>> for &'a Saturating<T> {
            type Output = Saturating<T>;
            #[track_caller]
            fn $f(self, other: Saturating<T>) -> Saturating<T> {
                Saturating($method(self.0, other.0))
            }
        }
        impl<'a, 'b, T: Integer> $tr<&'a Saturating<T>> for &'b Saturating<T> {
            type Output = Saturating<T>;
            #[track_caller]
            fn $f(self, other: &'a Saturating<T>) -> Saturating<T> {
                Saturating($method(self.0, other.0))
            }
        }
        impl<T: Integer> $assign for Saturating<T> {
            #[track_caller]
            fn $fa(&mut self, other: Saturating<T>) {
                self.0 = $method(self.0, other.0);
            }
        }
        impl<'a, T: Integer> $assign<&'a Saturating<T>> for Saturating<T> {
            #[track_caller]
            fn $fa(&mut self, other: &'a Saturating<T>) {
                self.0 = $method(self.0, other.0);
            }
        }
        impl<T: Integer> $assign<T> for Saturating<T> {
            #[track_caller]
            fn $fa(&mut self, other: T) {
                self.0 = $method(self.0, other);
            }
        }
        )*
    };
}
operators! {
    Add add AddAssign add_assign T::saturating_add;
    Sub sub SubAssign sub_assign T::saturating_sub;
    Mul mul MulAssign mul_assign T::saturating_mul;
    Div div DivAssign div_assign T::saturating_div;
    Rem rem RemAssign rem_assign T::rem;
    BitAnd bitand BitAndAssign bitand_assign T::bitand;
    BitOr bitor BitOrAssign bitor_assign T::bitor;
    BitXor bitxor BitXorAssign bitxor_assign T::bitxor;
}
impl<T: Integer> Not for Saturating<T> {
    type Output = Saturating<T>;
    fn not(self) -> Saturating<T> {
        Saturating(!self.0)
    }
}
impl<T: Signed> Neg for Saturating<T> {
    type Output = Saturating<T>;
    fn neg(self) -> Saturating<T> {
        Saturating(self.0.saturating_neg())
    }
}
impl<T: Integer> crate::iter::Sum for Saturating<T> {
    fn sum<I: Iterator<Item = Saturating<T>>>(iter: I) -> Saturating<T> {
        iter.fold(Saturating(T::ZERO), |a, b| a + b)
    }
}
impl<T: Integer> crate::iter::Product for Saturating<T> {
    fn product<I: Iterator<Item = Saturating<T>>>(iter: I) -> Saturating<T> {
        iter.fold(Saturating(T::ONE), |a, b| a * b)
    }
}

impl<T: Integer> Saturating<T> {
    pub const MIN: Saturating<T> = Saturating(T::MIN);
    pub const MAX: Saturating<T> = Saturating(T::MAX);
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
    pub const fn rotate_left(self, n: u32) -> Saturating<T> {
        Saturating(self.0.rotate_left(n))
    }
    pub const fn rotate_right(self, n: u32) -> Saturating<T> {
        Saturating(self.0.rotate_right(n))
    }
    pub const fn swap_bytes(self) -> Saturating<T> {
        Saturating(self.0.swap_bytes())
    }
    pub const fn reverse_bits(self) -> Saturating<T> {
        Saturating(self.0.reverse_bits())
    }
    pub const fn to_be(self) -> Saturating<T> {
        self.swap_bytes()
    }
    pub const fn to_le(self) -> Saturating<T> {
        self
    }
    pub const fn from_be(x: Saturating<T>) -> Saturating<T> {
        x.swap_bytes()
    }
    pub const fn from_le(x: Saturating<T>) -> Saturating<T> {
        x
    }
    pub const fn pow(self, exp: u32) -> Saturating<T> {
        Saturating(self.0.saturating_pow(exp))
    }
}
impl<T: Signed> Saturating<T> {
    pub const fn abs(self) -> Saturating<T> {
        Saturating(self.0.saturating_abs())
    }
    pub const fn signum(self) -> Saturating<T> {
        Saturating(self.0.signum())
    }
    pub const fn is_positive(self) -> bool {
        self.0 > T::ZERO
    }
    pub const fn is_negative(self) -> bool {
        self.0 < T::ZERO
    }
}
impl<T: Unsigned> Saturating<T> {
    pub const fn is_power_of_two(self) -> bool {
        self.0.is_power_of_two()
    }
}
