//! The methods and impls of `char`.

use crate::char::{self, EscapeDebug, EscapeDefault, EscapeUnicode, ToLowercase, ToUppercase};
use crate::cmp::Ordering;
use crate::fmt;
use crate::str;

/// Properties by number: 0 alphabetic, 1 numeric, 2 whitespace, 3 lowercase, 4 uppercase, 5 control, 6 alphanumeric.
#[intrinsic = "char_is"]
const fn is(c: char, property: u8) -> bool;
#[intrinsic = "char_case"]
fn case(c: char, upper: bool) -> &'static str;
/// The UTF-8 bytes of `c` into the start of `dst`; how many there are.
#[intrinsic = "char_encode"]
fn encode(c: char, dst: &mut [u8]) -> usize;
#[intrinsic = "char_escape"]
fn escape(c: char, kind: u8) -> &'static str;
#[intrinsic = "char_debug"]
fn debug_text(c: char) -> &'static str;

#[track_caller]
const fn no_room(what: &str, needed: usize, c: char, room: usize) -> ! {
    panic!("{what}: need {needed} bytes to encode U+{:04X} but buffer has just {room}", c as u32)
}
impl char {
    pub const MAX: char = '\u{10ffff}';
    pub const MIN: char = '\0';
    pub const REPLACEMENT_CHARACTER: char = '\u{fffd}';
    pub const MAX_LEN_UTF8: usize = 4;
    pub const MAX_LEN_UTF16: usize = 2;
    pub const UNICODE_VERSION: (u8, u8, u8) = char::UNICODE_VERSION;

    pub fn decode_utf16<I: IntoIterator<Item = u16>>(iter: I) -> char::DecodeUtf16<I::IntoIter> {
        char::decode_utf16(iter)
    }

    #[must_use] pub const fn from_u32(i: u32) -> Option<char> {
        char::from_u32(i)
    }
    #[must_use] pub const unsafe fn from_u32_unchecked(i: u32) -> char {
        char::from_u32_unchecked(i)
    }
    #[panics_at = "core/src/char/convert.rs:332:9"]
    #[must_use] pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
        char::from_digit(num, radix)
    }
    #[track_caller]
    pub const fn is_digit(self, radix: u32) -> bool {
        self.to_digit(radix).is_some()
    }
    #[panics_at = "core/src/char/methods.rs:403:9"]
    #[must_use] pub const fn to_digit(self, radix: u32) -> Option<u32> {
        if radix < 2 || radix > 36 {
            crate::rt::panic_str("to_digit: invalid radix -- radix must be in the range 2 to 36 inclusive");
        }
        let code = self as u32;
        let digit = if code >= 48 && code <= 57 {
            code - 48
        } else if code >= 65 && code <= 90 {
            code - 55
        } else if code >= 97 && code <= 122 {
            code - 87
        } else {
            return None;
        };
        if digit < radix { Some(digit) } else { None }
    }
    #[must_use] pub const fn len_utf8(self) -> usize {
        let code = self as u32;
        if code < 0x80 {
            1
        } else if code < 0x800 {
            2
        } else if code < 0x10000 {
            3
        } else {
            4
        }
    }
    #[must_use] pub const fn len_utf16(self) -> usize {
        if self as u32 > 0xffff { 2 } else { 1 }
    }
    #[panics_at = "core/src/char/methods.rs:1877:9"]
    pub const fn encode_utf8(self, dst: &mut [u8]) -> &mut str {
        let (needed, room) = (self.len_utf8(), dst.len());
        if needed > room {
            no_room("encode_utf8", needed, self, room)
        }
        let n = encode(self, dst);
        str::from_bytes_mut(&mut dst[..n])
    }
    #[panics_at = "core/src/char/methods.rs:1971:13"]
    pub const fn encode_utf16(self, dst: &mut [u16]) -> &mut [u16] {
        let (needed, room) = (self.len_utf16(), dst.len());
        if needed > room {
            no_room("encode_utf16", needed, self, room)
        }
        let code = self as u32;
        if code <= 0xffff {
            dst[0] = code as u16;
            &mut dst[..1]
        } else {
            dst[0] = 0xd800 | ((code - 0x10000) >> 10) as u16;
            dst[1] = 0xdc00 | (code & 0x3ff) as u16;
            &mut dst[..2]
        }
    }
    #[must_use] pub fn is_alphabetic(self) -> bool {
        is(self, 0)
    }
    #[must_use] pub fn is_numeric(self) -> bool {
        is(self, 1)
    }
    #[must_use] pub const fn is_whitespace(self) -> bool {
        is(self, 2)
    }
    #[must_use] pub const fn is_lowercase(self) -> bool {
        is(self, 3)
    }
    #[must_use] pub const fn is_uppercase(self) -> bool {
        is(self, 4)
    }
    #[must_use] pub fn is_control(self) -> bool {
        is(self, 5)
    }
    #[must_use] pub fn is_alphanumeric(self) -> bool {
        is(self, 0) || is(self, 1)
    }
    #[must_use] pub fn to_lowercase(self) -> ToLowercase {
        ToLowercase { text: case(self, false).chars() }
    }
    #[must_use] pub fn to_uppercase(self) -> ToUppercase {
        ToUppercase { text: case(self, true).chars() }
    }
    #[must_use] pub fn escape_debug(self) -> EscapeDebug {
        EscapeDebug { text: escape(self, 0).chars() }
    }
    #[must_use] pub fn escape_default(self) -> EscapeDefault {
        EscapeDefault { text: escape(self, 1).chars() }
    }
    #[must_use] pub fn escape_unicode(self) -> EscapeUnicode {
        EscapeUnicode { text: escape(self, 2).chars() }
    }
    #[must_use] pub const fn is_ascii(&self) -> bool {
        (*self as u32) < 128
    }
    #[must_use] pub const fn to_ascii_uppercase(&self) -> char {
        if self.is_ascii_lowercase() { (*self as u8 - 32) as char } else { *self }
    }
    #[must_use] pub const fn to_ascii_lowercase(&self) -> char {
        if self.is_ascii_uppercase() { (*self as u8 + 32) as char } else { *self }
    }
    pub const fn make_ascii_uppercase(&mut self) {
        *self = self.to_ascii_uppercase();
    }
    pub const fn make_ascii_lowercase(&mut self) {
        *self = self.to_ascii_lowercase();
    }
    pub const fn eq_ignore_ascii_case(&self, other: &char) -> bool {
        self.to_ascii_lowercase() == other.to_ascii_lowercase()
    }
    #[must_use] pub const fn is_ascii_alphabetic(&self) -> bool {
        matches!(*self, 'A'..='Z' | 'a'..='z')
    }
    #[must_use] pub const fn is_ascii_uppercase(&self) -> bool {
        matches!(*self, 'A'..='Z')
    }
    #[must_use] pub const fn is_ascii_lowercase(&self) -> bool {
        matches!(*self, 'a'..='z')
    }
    #[must_use] pub const fn is_ascii_alphanumeric(&self) -> bool {
        matches!(*self, '0'..='9' | 'A'..='Z' | 'a'..='z')
    }
    #[must_use] pub const fn is_ascii_digit(&self) -> bool {
        matches!(*self, '0'..='9')
    }
    #[must_use] pub const fn is_ascii_hexdigit(&self) -> bool {
        matches!(*self, '0'..='9' | 'A'..='F' | 'a'..='f')
    }
    #[must_use] pub const fn is_ascii_punctuation(&self) -> bool {
        matches!(*self, '!'..='/' | ':'..='@' | '['..='`' | '{'..='~')
    }
    #[must_use] pub const fn is_ascii_graphic(&self) -> bool {
        matches!(*self, '!'..='~')
    }
    #[must_use] pub const fn is_ascii_whitespace(&self) -> bool {
        matches!(*self, '\t' | '\n' | '\x0C' | '\r' | ' ')
    }
    #[must_use] pub const fn is_ascii_control(&self) -> bool {
        matches!(*self, '\0'..='\x1f' | '\x7f')
    }
}

impl Copy for char {}
impl Clone for char {
    fn clone(&self) -> char {
        *self
    }
}
impl Default for char {
    fn default() -> char {
        '\0'
    }
}
impl PartialEq for char {
    fn eq(&self, other: &char) -> bool {
        *self == *other
    }
    fn ne(&self, other: &char) -> bool {
        *self != *other
    }
}
impl Eq for char {}
impl PartialOrd for char {
    fn partial_cmp(&self, other: &char) -> Option<Ordering> {
        Some(self.cmp(other))
    }
    fn lt(&self, other: &char) -> bool {
        *self < *other
    }
    fn le(&self, other: &char) -> bool {
        *self <= *other
    }
    fn gt(&self, other: &char) -> bool {
        *self > *other
    }
    fn ge(&self, other: &char) -> bool {
        *self >= *other
    }
}
impl Ord for char {
    fn cmp(&self, other: &char) -> Ordering {
        (*self as u32).cmp(&(*other as u32))
    }
    #[track_caller]
    fn clamp(self, min: char, max: char) -> char {
        assert!(min <= max, "min > max. min = {min:?}, max = {max:?}");
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}
impl crate::hash::Hash for char {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        state.write_u32(*self as u32)
    }
}
impl fmt::Display for char {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.encode_utf8(&mut [0; 4]))
    }
}
impl fmt::Debug for char {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(debug_text(*self))
    }
}
impl str::FromStr for char {
    type Err = char::ParseCharError;
    fn from_str(s: &str) -> Result<char, char::ParseCharError> {
        let mut chars = s.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Err(char::ParseCharError { kind: char::CharErrorKind::EmptyString }),
            (Some(c), None) => Ok(c),
            _ => Err(char::ParseCharError { kind: char::CharErrorKind::TooManyChars }),
        }
    }
}
impl crate::iter::Step for char {
    fn forward(start: char, n: usize) -> Option<char> {
        let from = start as usize;
        let to = from + n;
        char::from_u32(if from < 0xd800 && to >= 0xd800 { to + 0x800 } else { to } as u32)
    }
    fn backward(start: char, n: usize) -> Option<char> {
        let from = start as usize;
        if n > from {
            return None;
        }
        let to = from - n;
        char::from_u32(if from >= 0xe000 && to < 0xe000 { to - 0x800 } else { to } as u32)
    }
    fn steps_between(start: &char, end: &char) -> (usize, Option<usize>) {
        let (a, b) = (*start as usize, *end as usize);
        if a > b {
            return (0, None);
        }
        let n = if a < 0xd800 && b >= 0xe000 { b - a - 0x800 } else { b - a };
        (n, Some(n))
    }
    fn succ(start: &char) -> char {
        if *start == '\u{d7ff}' { '\u{e000}' } else { unsafe { char::from_u32_unchecked(*start as u32 + 1) } }
    }
    fn pred(start: &char) -> char {
        if *start == '\u{e000}' { '\u{d7ff}' } else { unsafe { char::from_u32_unchecked(*start as u32 - 1) } }
    }
}
