//! `std::char`; the methods of `char` are in char_impl.rs.

use crate::fmt;

#[must_use] pub const fn from_u32(i: u32) -> Option<char> {
    if i > 0x10ffff || (i >= 0xd800 && i <= 0xdfff) { None } else { Some(unchecked(i)) }
}
#[intrinsic = "retype"]
const fn unchecked(i: u32) -> char;
#[must_use] pub const unsafe fn from_u32_unchecked(i: u32) -> char {
    match from_u32(i) {
        Some(c) => c,
        None => invalid_char(),
    }
}
#[panics_at = "core/src/char/methods.rs:239:18"]
const fn invalid_char() -> ! {
    crate::rt::precondition_violated("invalid value for `char`")
}
#[panics_at = "core/src/char/convert.rs:332:9"]
#[must_use] pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
    if radix > 36 {
        crate::rt::panic_str("from_digit: radix is too high (maximum 36)");
    }
    if num >= radix {
        None
    } else if num < 10 {
        Some(unchecked(48 + num))
    } else {
        Some(unchecked(87 + num))
    }
}
pub const MAX: char = '\u{10ffff}';
pub const UNICODE_VERSION: (u8, u8, u8) = (17, 0, 0);
pub const REPLACEMENT_CHARACTER: char = '\u{fffd}';

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct CharTryFromError(pub(crate) ());
impl fmt::Display for CharTryFromError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("converted integer out of range for `char`")
    }
}
impl crate::error::Error for CharTryFromError {}
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct TryFromCharError(pub(crate) ());
impl fmt::Display for TryFromCharError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("unicode code point out of range")
    }
}
impl crate::error::Error for TryFromCharError {}
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseCharError {
    pub(crate) kind: CharErrorKind,
}
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum CharErrorKind {
    EmptyString,
    TooManyChars,
}
impl fmt::Display for ParseCharError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self.kind {
            CharErrorKind::EmptyString => "cannot parse char from empty string",
            CharErrorKind::TooManyChars => "too many characters in string",
        })
    }
}
impl crate::error::Error for ParseCharError {}

/// Characters made from one: its case mapping (`to_uppercase` of 'ß' is two) or its escape; `text` holds all of them.
macro_rules! from_one {
    ($($name:ident $size:tt $align:tt,)*) => {
        $(
        #[rustc_std_layout($size, $align, 0)]
        #[derive(Clone)]
        pub struct $name {
            pub(crate) text: crate::str::Chars<'static>,
        }
        impl Iterator for $name {
            type Item = char;
            fn next(&mut self) -> Option<char> {
                self.text.next()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = self.text.clone().count();
                (n, Some(n))
            }
        }
        impl ExactSizeIterator for $name {}
        impl crate::iter::FusedIterator for $name {}
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.text.as_str())
            }
        }
        )*
    };
}
from_one! { ToUppercase 32 8, ToLowercase 32 8, EscapeDebug 16 4, EscapeDefault 16 4, EscapeUnicode 16 4, }
impl DoubleEndedIterator for ToUppercase {
    fn next_back(&mut self) -> Option<char> {
        self.text.next_back()
    }
}
impl DoubleEndedIterator for ToLowercase {
    fn next_back(&mut self) -> Option<char> {
        self.text.next_back()
    }
}

macro_rules! case_debug {
    ($($name:ident)*) => {
        $(impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let chars: Vec<char> = self.text.clone().collect();
                let inner = crate::fmt::from_fn(|f| f.debug_tuple("IntoIter").field(&chars).finish());
                let mapping = crate::fmt::from_fn(|f| f.debug_tuple("CaseMappingIter").field(&inner).finish());
                f.debug_tuple(stringify!($name)).field(&mapping).finish()
            }
        })*
    };
}
case_debug! { ToUppercase ToLowercase }
macro_rules! escape_debug {
    ($($name:ident)*) => {
        $(impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let escape = format_args!("'{}'", self.text.as_str());
                let left = crate::fmt::from_fn(|f| f.debug_tuple("EscapeIterInner").field(&escape).finish());
                f.debug_tuple(stringify!($name)).field(&left).finish()
            }
        })*
    };
}
escape_debug! { EscapeDebug EscapeDefault EscapeUnicode }

/// Characters from UTF-16; a surrogate without its partner is an error.
#[derive(Clone, Debug)]
pub struct DecodeUtf16<I: Iterator<Item = u16>> {
    iter: I,
    buf: Option<u16>,
}
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct DecodeUtf16Error {
    code: u16,
}
impl DecodeUtf16Error {
    #[must_use] pub fn unpaired_surrogate(&self) -> u16 {
        self.code
    }
}
impl fmt::Display for DecodeUtf16Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unpaired surrogate found: {:x}", self.code)
    }
}
impl crate::error::Error for DecodeUtf16Error {}
pub fn decode_utf16<I: IntoIterator<Item = u16>>(iter: I) -> DecodeUtf16<I::IntoIter> {
    DecodeUtf16 { iter: iter.into_iter(), buf: None }
}
impl<I: Iterator<Item = u16> + crate::iter::FusedIterator> crate::iter::FusedIterator for DecodeUtf16<I> {}
impl<I: Iterator<Item = u16>> Iterator for DecodeUtf16<I> {
    type Item = Result<char, DecodeUtf16Error>;
    fn next(&mut self) -> Option<Self::Item> {
        let code = match self.buf.take() {
            Some(code) => code,
            None => self.iter.next()?,
        };
        if code & 0xf800 != 0xd800 {
            return Some(Ok(char::from_u32(code as u32).unwrap()));
        }
        if code >= 0xdc00 {
            return Some(Err(DecodeUtf16Error { code }));
        }
        match self.iter.next() {
            Some(low) if low & 0xfc00 == 0xdc00 => {
                let value = 0x10000 + ((code as u32 & 0x3ff) << 10) + (low as u32 & 0x3ff);
                Some(Ok(char::from_u32(value).unwrap()))
            }
            other => {
                self.buf = other;
                Some(Err(DecodeUtf16Error { code }))
            }
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (low, high) = self.iter.size_hint();
        // The second half of a surrogate pair makes no character of its own.
        let (least, most) = match self.buf {
            None => (0, 0),
            Some(unit) if unit & 0xf800 == 0xd800 && high != Some(0) => (0, 1),
            Some(_) => (1, 1),
        };
        (low.div_ceil(2) + least, high.and_then(|n| n.checked_add(most)))
    }
}
