//! `std::str`: traits, iterators and primitives; the methods of `str` are in str_impl.rs.

use crate::fmt;
use crate::iter::FusedIterator;

#[unstable(feature = "pattern", issue = "27721", reason = "API not fully fleshed out and ready to be stabilized")]
pub mod pattern;
pub(crate) mod shown;
pub(crate) mod split;

pub use split::{
    MatchIndices, Matches, RMatchIndices, RMatches, RSplit, RSplitN, RSplitTerminator, Split, SplitInclusive, SplitN, SplitTerminator,
};

/// The text of bytes that are known to be UTF-8.
#[intrinsic = "retype"]
pub(crate) const fn from_bytes(bytes: &[u8]) -> &str;
#[intrinsic = "retype"]
pub(crate) const fn from_bytes_mut(bytes: &mut [u8]) -> &mut str;
#[intrinsic = "retype"]
pub(crate) const fn boxed_from_bytes(bytes: Box<[u8]>) -> Box<str>;
#[intrinsic = "retype"]
pub(crate) const fn boxed_into_bytes(text: Box<str>) -> Box<[u8]>;
/// How many bytes at the start are UTF-8, and how long the error after them is (0: more bytes are missing).
#[intrinsic = "utf8_valid_up_to"]
fn valid_up_to(bytes: &[u8]) -> (usize, u8);
#[intrinsic = "utf8_lossy"]
pub(crate) fn decode_lossy(bytes: &[u8]) -> &'static str;
#[intrinsic = "str_char_count"]
pub(crate) fn char_count(s: &str) -> usize;
/// The first `n` characters.
#[intrinsic = "str_prefix_chars"]
pub(crate) fn prefix_of_chars(s: &str, n: usize) -> &str;
/// The character that starts at byte `at`, and its length.
#[intrinsic = "str_decode"]
pub(crate) fn decode(s: &str, at: usize) -> (char, usize);
/// The character that ends before byte `end`, and its length.
#[intrinsic = "str_decode_back"]
pub(crate) fn decode_back(s: &str, end: usize) -> (char, usize);
/// Bytes `start..end`, which are known to lie on boundaries.
#[intrinsic = "str_slice"]
pub(crate) fn slice(s: &str, start: usize, end: usize) -> &str;
/// The first place of `needle` at or after byte `from`, or -1.
#[intrinsic = "str_find"]
pub(crate) fn find_str(s: &str, needle: &str, from: usize) -> isize;
/// The last place of `needle` that ends at or before byte `to`, or -1.
#[intrinsic = "str_rfind"]
pub(crate) fn rfind_str(s: &str, needle: &str, to: usize) -> isize;
#[intrinsic = "str_eq"]
pub(crate) fn equal(a: &str, b: &str) -> bool;
/// -1, 0 or 1.
#[intrinsic = "str_cmp"]
pub(crate) fn compare(a: &str, b: &str) -> i32;
#[intrinsic = "str_to_lowercase"]
pub(crate) fn lowercase(s: &str) -> &'static str;
#[intrinsic = "str_to_uppercase"]
pub(crate) fn uppercase(s: &str) -> &'static str;
/// `{:?}` of text: quoted and escaped.
#[intrinsic = "str_debug"]
pub(crate) fn debug_text(s: &str) -> &'static str;
/// Kind 0: `escape_debug`, 1: `escape_default`, 2: `escape_unicode`.
#[intrinsic = "str_escape"]
pub(crate) fn escaped(s: &str, kind: u8) -> &'static str;

pub const fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {
    let (valid, error_len) = valid_up_to(v);
    if valid == v.len() {
        Ok(from_bytes(v))
    } else {
        Err(Utf8Error { valid_up_to: valid, error_len: if error_len == 0 { None } else { Some(error_len) } })
    }
}
pub const fn from_utf8_mut(v: &mut [u8]) -> Result<&mut str, Utf8Error> {
    match from_utf8(v) {
        Ok(_) => Ok(from_bytes_mut(v)),
        Err(error) => Err(error),
    }
}
#[must_use] pub const unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {
    from_bytes(v)
}
#[must_use] pub const unsafe fn from_utf8_unchecked_mut(v: &mut [u8]) -> &mut str {
    from_bytes_mut(v)
}
#[must_use] pub unsafe fn from_boxed_utf8_unchecked(v: Box<[u8]>) -> Box<str> {
    boxed_from_bytes(v)
}

#[derive(Copy, Eq, PartialEq, Clone, Debug)]
pub struct Utf8Error {
    valid_up_to: usize,
    error_len: Option<u8>,
}
impl Utf8Error {
    #[must_use] pub const fn valid_up_to(&self) -> usize {
        self.valid_up_to
    }
    #[must_use] pub const fn error_len(&self) -> Option<usize> {
        match self.error_len {
            Some(len) => Some(len as usize),
            None => None,
        }
    }
}
impl fmt::Display for Utf8Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(error_len) = self.error_len {
            write!(f, "invalid utf-8 sequence of {} bytes from index {}", error_len, self.valid_up_to)
        } else {
            write!(f, "incomplete utf-8 byte sequence from index {}", self.valid_up_to)
        }
    }
}
impl crate::error::Error for Utf8Error {}

pub trait FromStr: Sized {
    type Err;
    fn from_str(s: &str) -> Result<Self, Self::Err>;
}

pub use crate::bool::ParseBoolError;

// ---------------------------------------------------------------- iterators

#[rustc_std_layout(16, 8, 1)]
#[derive(Clone)]
#[must_use] pub struct Chars<'a> {
    pub(crate) text: &'a str,
    pub(crate) at: usize,
    pub(crate) end: usize,
}
impl<'a> Chars<'a> {
    pub(crate) fn new(text: &'a str) -> Chars<'a> {
        Chars { text, at: 0, end: text.len() }
    }
    #[must_use] pub fn as_str(&self) -> &'a str {
        slice(self.text, self.at, self.end)
    }
}
impl<'a> Iterator for Chars<'a> {
    type Item = char;
    fn next(&mut self) -> Option<char> {
        if self.at == self.end {
            return None;
        }
        let (c, n) = decode(self.text, self.at);
        self.at += n;
        Some(c)
    }
    fn count(self) -> usize {
        char_count(self.as_str())
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = self.end - self.at;
        ((n + 3) / 4, Some(n))
    }
}
impl<'a> DoubleEndedIterator for Chars<'a> {
    fn next_back(&mut self) -> Option<char> {
        if self.at == self.end {
            return None;
        }
        let (c, n) = decode_back(self.text, self.end);
        self.end -= n;
        Some(c)
    }
}
impl fmt::Debug for Chars<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chars(")?;
        f.debug_list().entries(self.clone()).finish()?;
        f.write_str(")")
    }
}
#[rustc_std_layout(24, 8, 1)]
#[derive(Clone)]
#[must_use] pub struct CharIndices<'a> {
    pub(crate) chars: Chars<'a>,
}
impl fmt::Debug for CharIndices<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CharIndices").field("front_offset", &self.chars.at).field("iter", &self.chars).finish()
    }
}
impl<'a> CharIndices<'a> {
    pub(crate) fn new(text: &'a str) -> CharIndices<'a> {
        CharIndices { chars: Chars::new(text) }
    }
    #[must_use] pub fn offset(&self) -> usize {
        self.chars.at
    }
    #[must_use] pub fn as_str(&self) -> &'a str {
        self.chars.as_str()
    }
}
impl<'a> Iterator for CharIndices<'a> {
    type Item = (usize, char);
    fn next(&mut self) -> Option<(usize, char)> {
        let at = self.chars.at;
        match self.chars.next() {
            Some(c) => Some((at, c)),
            None => None,
        }
    }
    fn count(self) -> usize {
        self.chars.count()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.chars.size_hint()
    }
}
impl<'a> DoubleEndedIterator for CharIndices<'a> {
    fn next_back(&mut self) -> Option<(usize, char)> {
        match self.chars.next_back() {
            Some(c) => Some((self.chars.end, c)),
            None => None,
        }
    }
}
#[rustc_std_layout(16, 8, 1)]
#[derive(Clone, Debug)]
#[must_use] pub struct Bytes<'a>(pub(crate) crate::iter::Copied<crate::slice::Iter<'a, u8>>);
impl Iterator for Bytes<'_> {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        match self.0.it.next() {
            Some(byte) => Some(*byte),
            None => None,
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
    fn count(self) -> usize {
        self.0.it.count()
    }
    fn nth(&mut self, n: usize) -> Option<u8> {
        self.0.it.nth(n).copied()
    }
}
impl DoubleEndedIterator for Bytes<'_> {
    fn next_back(&mut self) -> Option<u8> {
        self.0.next_back()
    }
}
impl ExactSizeIterator for Bytes<'_> {}

macro_rules! fused {
    ($($name:ident)*) => {
        $(impl FusedIterator for $name<'_> {})*
    };
}
fused! { Chars CharIndices Bytes Lines SplitWhitespace SplitAsciiWhitespace EncodeUtf16 EscapeDebug EscapeDefault EscapeUnicode }

#[rustc_std_layout(72, 8, 1)]
#[derive(Clone)]
#[must_use] pub struct Lines<'a> {
    pub(crate) rest: &'a str,
    /// Whether a line was taken.
    pub(crate) moved: bool,
}
impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Lines<'a> {
        Lines { rest: text, moved: false }
    }
}
impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let at = find_str(self.rest, "\n", 0);
        let (line, rest) = if at < 0 {
            (self.rest, "")
        } else {
            (slice(self.rest, 0, at as usize), slice(self.rest, at as usize + 1, self.rest.len()))
        };
        self.rest = rest;
        self.moved = true;
        if at >= 0 && line.ends_with('\r') { Some(slice(line, 0, line.len() - 1)) } else { Some(line) }
    }
}
impl<'a> DoubleEndedIterator for Lines<'a> {
    fn next_back(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let n = self.rest.len();
        let end = if self.rest.ends_with('\n') { n - 1 } else { n };
        let at = rfind_str(self.rest, "\n", end);
        let start = if at < 0 { 0 } else { at as usize + 1 };
        let line = slice(self.rest, start, end);
        self.rest = slice(self.rest, 0, start);
        self.moved = true;
        if end < n && line.ends_with('\r') { Some(slice(line, 0, line.len() - 1)) } else { Some(line) }
    }
}

macro_rules! split_at_spaces {
    ($name:ident, $is_space:expr) => {
        #[derive(Clone)]
        pub struct $name<'a> {
            pub(crate) rest: &'a str,
            /// Whether a word was taken.
            pub(crate) moved: bool,
        }
        impl<'a> $name<'a> {
            pub(crate) fn new(text: &'a str) -> $name<'a> {
                $name { rest: text, moved: false }
            }
        }
        impl<'a> Iterator for $name<'a> {
            type Item = &'a str;
            fn next(&mut self) -> Option<&'a str> {
                self.moved = true;
                let text = self.rest.trim_start_matches($is_space);
                if text.is_empty() {
                    self.rest = text;
                    return None;
                }
                let end = match text.find($is_space) {
                    Some(i) => i,
                    None => text.len(),
                };
                self.rest = slice(text, end, text.len());
                Some(slice(text, 0, end))
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = self.rest.len();
                (0, Some((n + 1) / 2))
            }
        }
        impl<'a> DoubleEndedIterator for $name<'a> {
            fn next_back(&mut self) -> Option<&'a str> {
                self.moved = true;
                let text = self.rest.trim_end_matches($is_space);
                if text.is_empty() {
                    self.rest = text;
                    return None;
                }
                let start = match text.rfind($is_space) {
                    Some(i) => i + decode(text, i).1,
                    None => 0,
                };
                self.rest = slice(text, 0, start);
                Some(slice(text, start, text.len()))
            }
        }
    };
}
split_at_spaces! { SplitWhitespace, char::is_whitespace }
split_at_spaces! { SplitAsciiWhitespace, |c: char| c.is_ascii_whitespace() }

/// The characters of an escape; `text` holds all of it.
macro_rules! escapes {
    ($($name:ident)*) => {
        $(
        #[derive(Clone)]
        pub struct $name<'a> {
            pub(crate) text: Chars<'static>,
            pub(crate) of: crate::marker::PhantomData<&'a str>,
        }
        impl Iterator for $name<'_> {
            type Item = char;
            fn next(&mut self) -> Option<char> {
                self.text.next()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.text.size_hint()
            }
        }
        impl fmt::Display for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.text.as_str())
            }
        }
        )*
    };
}
escapes! { EscapeDebug EscapeDefault EscapeUnicode }

#[derive(Clone)]
pub struct EncodeUtf16<'a> {
    pub(crate) chars: Chars<'a>,
    /// The second unit of a character that takes two; 0 for none.
    pub(crate) extra: u16,
}
impl Iterator for EncodeUtf16<'_> {
    type Item = u16;
    fn next(&mut self) -> Option<u16> {
        if self.extra != 0 {
            return Some(crate::mem::replace(&mut self.extra, 0));
        }
        let c = self.chars.next()?;
        let mut units = [0; 2];
        let n = c.encode_utf16(&mut units).len();
        if n == 2 {
            self.extra = units[1];
        }
        Some(units[0])
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = self.chars.as_str().len();
        let extra = if self.extra != 0 { 1 } else { 0 };
        ((n + 2) / 3 + extra, Some(n + extra))
    }
}
impl fmt::Debug for EncodeUtf16<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EncodeUtf16").finish_non_exhaustive()
    }
}

/// A stretch of valid text, and the bytes after it that are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utf8Chunk<'a> {
    valid: &'a str,
    invalid: &'a [u8],
}
impl<'a> Utf8Chunk<'a> {
    #[must_use] pub fn valid(&self) -> &'a str {
        self.valid
    }
    #[must_use] pub fn invalid(&self) -> &'a [u8] {
        self.invalid
    }
}
#[derive(Clone)]
pub struct Utf8Chunks<'a> {
    pub(crate) source: &'a [u8],
}
impl<'a> Iterator for Utf8Chunks<'a> {
    type Item = Utf8Chunk<'a>;
    fn next(&mut self) -> Option<Utf8Chunk<'a>> {
        if self.source.is_empty() {
            return None;
        }
        let (valid, error_len) = valid_up_to(self.source);
        let n = self.source.len();
        let end = if valid == n {
            n
        } else if error_len == 0 {
            n
        } else {
            valid + error_len as usize
        };
        let chunk = Utf8Chunk { valid: from_bytes(&self.source[..valid]), invalid: &self.source[valid..end] };
        self.source = &self.source[end..];
        Some(chunk)
    }
}
impl FusedIterator for Utf8Chunks<'_> {}
impl fmt::Debug for Utf8Chunks<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"")?;
        for chunk in self.clone() {
            f.write_str(escaped(chunk.valid, 0))?;
            for byte in chunk.invalid {
                write!(f, "\\x{byte:02X}")?;
            }
        }
        f.write_str("\"")
    }
}

impl fmt::Debug for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.moved {
            shown::unsupported("`Debug` of lines of which some were taken")
        }
        let lines = self.rest.split_inclusive('\n');
        f.debug_tuple("Lines").field(&fmt::from_fn(|f| shown::adapter(f, "Map", &lines))).finish()
    }
}
impl fmt::Debug for SplitWhitespace<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.moved {
            shown::unsupported("`Debug` of words of which some were taken")
        }
        let words = self.rest.split(char::is_whitespace);
        f.debug_struct("SplitWhitespace").field("inner", &fmt::from_fn(|f| shown::adapter(f, "Filter", &words))).finish()
    }
}
impl fmt::Debug for SplitAsciiWhitespace<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.moved {
            shown::unsupported("`Debug` of words of which some were taken")
        }
        let words = self.rest.as_bytes().split(u8::is_ascii_whitespace);
        let filter = fmt::from_fn(|f| shown::adapter(f, "Filter", &words));
        f.debug_struct("SplitAsciiWhitespace").field("inner", &fmt::from_fn(|f| shown::adapter(f, "Map", &filter))).finish()
    }
}
macro_rules! not_shown {
    ($($name:ident)*) => {
        $(impl fmt::Debug for $name<'_> {
            fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                shown::unsupported("`Debug` of the escapes of a text")
            }
        })*
    };
}
not_shown! { EscapeDebug EscapeDefault EscapeUnicode }
