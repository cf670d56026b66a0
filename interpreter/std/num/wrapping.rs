//! `Wrapping`, whose arithmetic wraps round, and `Saturating`, whose arithmetic stops at the limits of the type.

use crate::fmt;
use crate::num::integer::{Integer, Signed, Unsigned};
use crate::ops::*;

/// An operator of a wrapper and its assignment, for values and references.
macro_rules! operators {
    ($name:ident $($tr:ident $f:ident $assign:ident $fa:ident $method:path;)*) => {
        $(
        impl<T: Integer> $tr for $name<T> {
            type Output = $name<T>;
            #[track_caller]
            fn $f(self, other: $name<T>) -> $name<T> {
                $name($method(self.0, other.0))
            }
        }
        impl<'a, T: Integer> $tr<&'a $name<T>> for $name<T> {
            type Output = $name<T>;
            #[track_caller]
            fn $f(self, other: &'a $name<T>) -> $name<T> {
                $name($method(self.0, other.0))
            }
        }
        impl<'a, T: Integer> $tr<$name<T>> for &'a $name<T> {
            type Output = $name<T>;
            #[track_caller]
            fn $f(self, other: $name<T>) -> $name<T> {
                $name($method(self.0, other.0))
            }
        }
        impl<'a, 'b, T: Integer> $tr<&'a $name<T>> for &'b $name<T> {
            type Output = $name<T>;
            #[track_caller]
            fn $f(self, other: &'a $name<T>) -> $name<T> {
                $name($method(self.0, other.0))
            }
        }
        impl<T: Integer> $assign for $name<T> {
            #[track_caller]
            fn $fa(&mut self, other: $name<T>) {
                self.0 = $method(self.0, other.0);
            }
        }
        impl<'a, T: Integer> $assign<&'a $name<T>> for $name<T> {
            #[track_caller]
            fn $fa(&mut self, other: &'a $name<T>) {
                self.0 = $method(self.0, other.0);
            }
        }
        impl<T: Integer> $assign<T> for $name<T> {
            #[track_caller]
            fn $fa(&mut self, other: T) {
                self.0 = $method(self.0, other);
            }
        }
        impl<'a, T: Integer> $assign<&'a T> for $name<T> {
            #[track_caller]
            fn $fa(&mut self, other: &'a T) {
                self.0 = $method(self.0, *other);
            }
        }
        )*
    };
}
macro_rules! formats {
    ($name:ident $($tr:ident)*) => {
        $(impl<T: fmt::$tr> fmt::$tr for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        })*
    };
}
macro_rules! wrappers {
    ($(#[$stability:meta] $name:ident $signed:ident $add:path, $sub:path, $mul:path, $div:path, $rem:path, $neg:path, $pow:path, $abs:path;)*) => {
        $(
        #[derive(PartialEq, PartialOrd, Eq, Ord, Clone, Copy, Default, Hash)]
        pub struct $name<T>(pub T);
        formats! { $name Debug Display Binary Octal LowerHex UpperHex }
        operators! {
            $name
            Add add AddAssign add_assign $add;
            Sub sub SubAssign sub_assign $sub;
            Mul mul MulAssign mul_assign $mul;
            Div div DivAssign div_assign $div;
            Rem rem RemAssign rem_assign $rem;
            BitAnd bitand BitAndAssign bitand_assign T::bitand;
            BitOr bitor BitOrAssign bitor_assign T::bitor;
            BitXor bitxor BitXorAssign bitxor_assign T::bitxor;
        }
        impl<T: Integer> Not for $name<T> {
            type Output = $name<T>;
            fn not(self) -> $name<T> {
                $name(!self.0)
            }
        }
        impl<T: Integer> Not for &$name<T> {
            type Output = $name<T>;
            fn not(self) -> $name<T> {
                $name(!self.0)
            }
        }
        impl<T: $signed> Neg for $name<T> {
            type Output = $name<T>;
            fn neg(self) -> $name<T> {
                $name($neg(self.0))
            }
        }
        impl<T: $signed> Neg for &$name<T> {
            type Output = $name<T>;
            fn neg(self) -> $name<T> {
                $name($neg(self.0))
            }
        }
        impl<T: Integer> crate::iter::Sum for $name<T> {
            fn sum<I: Iterator<Item = $name<T>>>(iter: I) -> $name<T> {
                iter.fold($name(T::ZERO), |a, b| a + b)
            }
        }
        impl<T: Integer> crate::iter::Product for $name<T> {
            fn product<I: Iterator<Item = $name<T>>>(iter: I) -> $name<T> {
                iter.fold($name(T::ONE), |a, b| a * b)
            }
        }
        impl<'a, T: Integer + 'a> crate::iter::Sum<&'a $name<T>> for $name<T> {
            fn sum<I: Iterator<Item = &'a $name<T>>>(iter: I) -> $name<T> {
                iter.copied().sum()
            }
        }
        impl<'a, T: Integer + 'a> crate::iter::Product<&'a $name<T>> for $name<T> {
            fn product<I: Iterator<Item = &'a $name<T>>>(iter: I) -> $name<T> {
                iter.copied().product()
            }
        }
        #[$stability]
        impl<T: Integer> $name<T> {
            pub const MIN: $name<T> = $name(T::MIN);
            pub const MAX: $name<T> = $name(T::MAX);
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
            pub const fn rotate_left(self, n: u32) -> $name<T> {
                $name(self.0.rotate_left(n))
            }
            pub const fn rotate_right(self, n: u32) -> $name<T> {
                $name(self.0.rotate_right(n))
            }
            pub const fn swap_bytes(self) -> $name<T> {
                $name(self.0.swap_bytes())
            }
            #[stable(feature = "reverse_bits", since = "1.37.0")]
            pub const fn reverse_bits(self) -> $name<T> {
                $name(self.0.reverse_bits())
            }
            pub const fn to_be(self) -> $name<T> {
                self.swap_bytes()
            }
            pub const fn to_le(self) -> $name<T> {
                self
            }
            pub const fn from_be(x: $name<T>) -> $name<T> {
                x.swap_bytes()
            }
            pub const fn from_le(x: $name<T>) -> $name<T> {
                x
            }
            pub fn pow(self, exp: u32) -> $name<T> {
                $name($pow(self.0, exp))
            }
        }
        #[$stability]
        impl<T: Signed> $name<T> {
            pub fn abs(self) -> $name<T> {
                $name($abs(self.0))
            }
            pub fn signum(self) -> $name<T> {
                $name(self.0.signum())
            }
            pub const fn is_positive(self) -> bool {
                self.0 > T::ZERO
            }
            pub const fn is_negative(self) -> bool {
                self.0 < T::ZERO
            }
        }
        #[$stability]
        impl<T: Unsigned> $name<T> {
            pub fn is_power_of_two(self) -> bool {
                self.0.is_power_of_two()
            }
        }
        )*
    };
}
wrappers! {
    #[unstable(feature = "wrapping_int_impl", issue = "32463")]
    Wrapping Integer
    T::wrapping_add, T::wrapping_sub, T::wrapping_mul, T::wrapping_div, T::wrapping_rem, T::wrapping_neg, T::wrapping_pow, T::wrapping_abs;
    #[stable(feature = "saturating_int_impl", since = "1.74.0")]
    Saturating Signed
    T::saturating_add, T::saturating_sub, T::saturating_mul, T::saturating_div, T::rem, T::saturating_neg, T::saturating_pow, T::saturating_abs;
}
macro_rules! shifts {
    ($($t:ty, $rhs:ty, $n:ident => $count:expr;)*) => {
        $(
        impl<T: Integer> Shl<$rhs> for $t {
            type Output = Wrapping<T>;
            fn shl(self, $n: $rhs) -> Wrapping<T> {
                Wrapping(self.0.wrapping_shl($count as u32))
            }
        }
        impl<T: Integer> Shr<$rhs> for $t {
            type Output = Wrapping<T>;
            fn shr(self, $n: $rhs) -> Wrapping<T> {
                Wrapping(self.0.wrapping_shr($count as u32))
            }
        }
        )*
    };
}
shifts! {
    Wrapping<T>, usize, n => n;
    Wrapping<T>, &usize, n => *n;
    &Wrapping<T>, usize, n => n;
    &Wrapping<T>, &usize, n => *n;
}
macro_rules! assigned_shifts {
    ($($rhs:ty;)*) => {
        $(
        impl<T: Integer> ShlAssign<$rhs> for Wrapping<T> {
            fn shl_assign(&mut self, other: $rhs) {
                *self = *self << other;
            }
        }
        impl<T: Integer> ShrAssign<$rhs> for Wrapping<T> {
            fn shr_assign(&mut self, other: $rhs) {
                *self = *self >> other;
            }
        }
        )*
    };
}
assigned_shifts! { usize; &usize; }
