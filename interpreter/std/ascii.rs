//! `std::ascii`.

use crate::fmt;

/// The bytes of an escape.
#[derive(Clone)]
#[must_use] pub struct EscapeDefault {
    data: [u8; 4],
    at: usize,
    end: usize,
}
pub fn escape_default(c: u8) -> EscapeDefault {
    let (data, end) = match c {
        b'\t' => ([b'\\', b't', 0, 0], 2),
        b'\r' => ([b'\\', b'r', 0, 0], 2),
        b'\n' => ([b'\\', b'n', 0, 0], 2),
        b'\\' | b'\'' | b'"' => ([b'\\', c, 0, 0], 2),
        0x20..=0x7e => ([c, 0, 0, 0], 1),
        _ => ([b'\\', b'x', hex_digit(c >> 4), hex_digit(c & 15)], 4),
    };
    EscapeDefault { data, at: 0, end }
}
fn hex_digit(value: u8) -> u8 {
    if value < 10 { b'0' + value } else { b'a' + value - 10 }
}
impl EscapeDefault {
    fn as_str(&self) -> &str {
        crate::str::from_bytes(&self.data[self.at..self.end])
    }
}
impl Iterator for EscapeDefault {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        if self.at == self.end {
            return None;
        }
        self.at += 1;
        Some(self.data[self.at - 1])
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = self.end - self.at;
        (n, Some(n))
    }
}
impl DoubleEndedIterator for EscapeDefault {
    fn next_back(&mut self) -> Option<u8> {
        if self.at == self.end {
            return None;
        }
        self.end -= 1;
        Some(self.data[self.end])
    }
}
impl ExactSizeIterator for EscapeDefault {}
impl crate::iter::FusedIterator for EscapeDefault {}
impl fmt::Display for EscapeDefault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl fmt::Debug for EscapeDefault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EscapeDefault").finish_non_exhaustive()
    }
}

/// What only ASCII letters are changed by; the types' own methods do the same.
pub trait AsciiExt {
    type Owned;
    fn is_ascii(&self) -> bool;
    fn to_ascii_uppercase(&self) -> Self::Owned;
    fn to_ascii_lowercase(&self) -> Self::Owned;
    fn eq_ignore_ascii_case(&self, other: &Self) -> bool;
    fn make_ascii_uppercase(&mut self);
    fn make_ascii_lowercase(&mut self);
}
macro_rules! ascii_ext {
    ($($t:ty => $owned:ty;)*) => {
        $(impl AsciiExt for $t {
            type Owned = $owned;
            fn is_ascii(&self) -> bool {
                self.is_ascii()
            }
            fn to_ascii_uppercase(&self) -> $owned {
                self.to_ascii_uppercase()
            }
            fn to_ascii_lowercase(&self) -> $owned {
                self.to_ascii_lowercase()
            }
            fn eq_ignore_ascii_case(&self, other: &$t) -> bool {
                self.eq_ignore_ascii_case(other)
            }
            fn make_ascii_uppercase(&mut self) {
                self.make_ascii_uppercase()
            }
            fn make_ascii_lowercase(&mut self) {
                self.make_ascii_lowercase()
            }
        })*
    };
}
ascii_ext! { u8 => u8; char => char; [u8] => Vec<u8>; str => String; }
