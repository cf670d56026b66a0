//! Conversion traits, and the conversions between primitives.

pub trait AsRef<T: ?Sized> {
    fn as_ref(&self) -> &T;
}

pub trait AsMut<T: ?Sized> {
    fn as_mut(&mut self) -> &mut T;
}

#[rustc_on_unimplemented(message = "the trait bound `{Self}: Into<{T}>` is not satisfied")]
pub trait Into<T>: Sized {
    #[must_use] fn into(self) -> T;
}

#[lang = "From"]
#[rustc_on_unimplemented(message = "the trait bound `{Self}: From<{T}>` is not satisfied")]
pub trait From<T>: Sized {
    #[lang = "from"]
    #[must_use] fn from(value: T) -> Self;
}

pub trait TryInto<T>: Sized {
    type Error;
    fn try_into(self) -> Result<T, Self::Error>;
}

pub trait TryFrom<T>: Sized {
    type Error;
    fn try_from(value: T) -> Result<Self, Self::Error>;
}

pub const fn identity<T>(x: T) -> T {
    x
}

impl<T: ?Sized, U: ?Sized> AsRef<U> for &T
where
    T: AsRef<U>,
{
    fn as_ref(&self) -> &U {
        <T as AsRef<U>>::as_ref(*self)
    }
}
impl<T: ?Sized, U: ?Sized> AsRef<U> for &mut T
where
    T: AsRef<U>,
{
    fn as_ref(&self) -> &U {
        <T as AsRef<U>>::as_ref(*self)
    }
}
impl<T: ?Sized, U: ?Sized> AsMut<U> for &mut T
where
    T: AsMut<U>,
{
    fn as_mut(&mut self) -> &mut U {
        <T as AsMut<U>>::as_mut(*self)
    }
}
impl<T, U> Into<U> for T
where
    U: From<T>,
{
    fn into(self) -> U {
        U::from(self)
    }
}
impl<T> From<T> for T {
    fn from(t: T) -> T {
        t
    }
}
impl<T, U> TryInto<U> for T
where
    U: TryFrom<T>,
{
    type Error = U::Error;
    fn try_into(self) -> Result<U, U::Error> {
        U::try_from(self)
    }
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Infallible {}
impl crate::fmt::Debug for Infallible {
    fn fmt(&self, _f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        match *self {}
    }
}
impl crate::fmt::Display for Infallible {
    fn fmt(&self, _f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        match *self {}
    }
}
impl crate::error::Error for Infallible {}

macro_rules! from_lossless {
    ($($from:ident => $($to:ident)*;)*) => {
        $($(impl From<$from> for $to {
            fn from(value: $from) -> $to {
                value as $to
            }
        })*)*
    };
}
from_lossless! {
    bool => i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
    u8 => u16 u32 u64 u128 usize i16 i32 i64 i128 isize f32 f64 char;
    u16 => u32 u64 u128 usize i32 i64 i128 f32 f64;
    u32 => u64 u128 i64 i128 f64;
    u64 => u128 i128;
    i8 => i16 i32 i64 i128 isize f32 f64;
    i16 => i32 i64 i128 isize f32 f64;
    i32 => i64 i128 f64;
    i64 => i128;
    f32 => f64;
    char => u32 u64 u128;
}

macro_rules! try_from_int_for_bool {
    ($($from:ident)*) => {
        $(impl TryFrom<$from> for bool {
            type Error = crate::num::TryFromIntError;
            fn try_from(value: $from) -> Result<bool, crate::num::TryFromIntError> {
                match value {
                    0 => Ok(false),
                    1 => Ok(true),
                    _ => Err(crate::num::TryFromIntError(())),
                }
            }
        })*
    };
}
try_from_int_for_bool! { i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 }

macro_rules! try_from_int {
    ($($from:ident => $($to:ident)*;)*) => {
        $($(impl TryFrom<$from> for $to {
            type Error = crate::num::TryFromIntError;
            fn try_from(value: $from) -> Result<$to, crate::num::TryFromIntError> {
                let cast = value as $to;
                if cast as $from == value && (cast < (0 as $to)) == (value < (0 as $from)) {
                    Ok(cast)
                } else {
                    Err(crate::num::TryFromIntError(()))
                }
            }
        })*)*
    };
}
try_from_int! {
    u8 => i8;
    u16 => u8 i8 i16 isize;
    u32 => u8 u16 i8 i16 i32 usize isize;
    u64 => u8 u16 u32 i8 i16 i32 i64 usize isize;
    u128 => u8 u16 u32 u64 i8 i16 i32 i64 i128 usize isize;
    usize => u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 isize;
    i8 => u8 u16 u32 u64 u128 usize;
    i16 => u8 u16 u32 u64 u128 i8 usize;
    i32 => u8 u16 u32 u64 u128 i8 i16 usize isize;
    i64 => u8 u16 u32 u64 u128 i8 i16 i32 usize isize;
    i128 => u8 u16 u32 u64 u128 i8 i16 i32 i64 usize isize;
    isize => u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 usize;
}
impl<T, U> TryFrom<U> for T
where
    U: Into<T>,
{
    type Error = Infallible;
    fn try_from(value: U) -> Result<Self, Infallible> {
        Ok(U::into(value))
    }
}
impl TryFrom<u32> for char {
    type Error = crate::char::CharTryFromError;
    fn try_from(value: u32) -> Result<char, crate::char::CharTryFromError> {
        match crate::char::from_u32(value) {
            Some(c) => Ok(c),
            None => Err(crate::char::CharTryFromError(())),
        }
    }
}
macro_rules! try_from_char {
    ($($t:ident)*) => {
        $(impl TryFrom<char> for $t {
            type Error = crate::char::TryFromCharError;
            fn try_from(value: char) -> Result<$t, crate::char::TryFromCharError> {
                match $t::try_from(value as u32) {
                    Ok(code) => Ok(code),
                    Err(_) => Err(crate::char::TryFromCharError(())),
                }
            }
        })*
    };
}
try_from_char! { u8 u16 usize }
