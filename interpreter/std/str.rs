//! `std::str`: traits, iterators and primitives; the methods of `str` are in str_impl.rs.

use crate::fmt;

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
pub const unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {
    from_bytes(v)
}

#[derive(Copy, Eq, PartialEq, Clone, Debug)]
pub struct Utf8Error {
    valid_up_to: usize,
    error_len: Option<u8>,
}
impl Utf8Error {
    pub const fn valid_up_to(&self) -> usize {
        self.valid_up_to
    }
    pub const fn error_len(&self) -> Option<usize> {
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

// ---------------------------------------------------------------- patterns

/// What can be searched for in a string: a char, a string, chars of a set, a test.
pub mod pattern {
    use crate::str;

    #[rustc_on_unimplemented(
        message = "the trait bound `{Self}: Pattern` is not satisfied",
        label = "the trait `Pattern` is not implemented for `{Self}`"
    )]
    pub trait Pattern: Sized {
        /// The first match at or after byte `from`, as (start, end).
        fn find_in(&mut self, haystack: &str, from: usize) -> Option<(usize, usize)>;
        /// The last match that ends at or before byte `to`.
        fn rfind_in(&mut self, haystack: &str, to: usize) -> Option<(usize, usize)>;
        fn is_prefix_of(&mut self, haystack: &str) -> Option<usize> {
            match self.find_in(haystack, 0) {
                Some((0, end)) => Some(end),
                _ => None,
            }
        }
        fn is_suffix_of(&mut self, haystack: &str) -> Option<usize> {
            match self.rfind_in(haystack, haystack.len()) {
                Some((start, end)) if end == haystack.len() => Some(start),
                _ => None,
            }
        }
    }

    impl Pattern for &str {
        fn find_in(&mut self, haystack: &str, from: usize) -> Option<(usize, usize)> {
            let at = str::find_str(haystack, *self, from);
            if at < 0 { None } else { Some((at as usize, at as usize + self.len())) }
        }
        fn rfind_in(&mut self, haystack: &str, to: usize) -> Option<(usize, usize)> {
            let at = str::rfind_str(haystack, *self, to);
            if at < 0 { None } else { Some((at as usize, at as usize + self.len())) }
        }
        fn is_prefix_of(&mut self, haystack: &str) -> Option<usize> {
            let n = self.len();
            if haystack.len() >= n && &haystack.as_bytes()[..n] == self.as_bytes() { Some(n) } else { None }
        }
        fn is_suffix_of(&mut self, haystack: &str) -> Option<usize> {
            let (n, m) = (self.len(), haystack.len());
            if m >= n && &haystack.as_bytes()[m - n..] == self.as_bytes() { Some(m - n) } else { None }
        }
    }
    impl Pattern for &String {
        fn find_in(&mut self, haystack: &str, from: usize) -> Option<(usize, usize)> {
            self.as_str().find_in(haystack, from)
        }
        fn rfind_in(&mut self, haystack: &str, to: usize) -> Option<(usize, usize)> {
            self.as_str().rfind_in(haystack, to)
        }
    }
    impl Pattern for &&str {
        fn find_in(&mut self, haystack: &str, from: usize) -> Option<(usize, usize)> {
            let mut inner: &str = **self;
            inner.find_in(haystack, from)
        }
        fn rfind_in(&mut self, haystack: &str, to: usize) -> Option<(usize, usize)> {
            let mut inner: &str = **self;
            inner.rfind_in(haystack, to)
        }
    }
    impl Pattern for char {
        fn find_in(&mut self, haystack: &str, from: usize) -> Option<(usize, usize)> {
            let mut buffer = [0; 4];
            let mut text: &str = self.encode_utf8(&mut buffer);
            text.find_in(haystack, from)
        }
        fn rfind_in(&mut self, haystack: &str, to: usize) -> Option<(usize, usize)> {
            let mut buffer = [0; 4];
            let mut text: &str = self.encode_utf8(&mut buffer);
            text.rfind_in(haystack, to)
        }
    }
    fn scan<F: FnMut(char) -> bool>(haystack: &str, from: usize, test: &mut F) -> Option<(usize, usize)> {
        let mut at = from;
        while at < haystack.len() {
            let (c, n) = str::decode(haystack, at);
            if test(c) {
                return Some((at, at + n));
            }
            at += n;
        }
        None
    }
    fn scan_back<F: FnMut(char) -> bool>(haystack: &str, to: usize, test: &mut F) -> Option<(usize, usize)> {
        let mut at = to;
        while at > 0 {
            let (c, n) = str::decode_back(haystack, at);
            if test(c) {
                return Some((at - n, at));
            }
            at -= n;
        }
        None
    }
    impl<F> Pattern for F
    where
        F: FnMut(char) -> bool,
    {
        fn find_in(&mut self, haystack: &str, from: usize) -> Option<(usize, usize)> {
            scan(haystack, from, self)
        }
        fn rfind_in(&mut self, haystack: &str, to: usize) -> Option<(usize, usize)> {
            scan_back(haystack, to, self)
        }
    }
    impl Pattern for &[char] {
        fn find_in(&mut self, haystack: &str, from: usize) -> Option<(usize, usize)> {
            scan(haystack, from, &mut |c| self.contains(&c))
        }
        fn rfind_in(&mut self, haystack: &str, to: usize) -> Option<(usize, usize)> {
            scan_back(haystack, to, &mut |c| self.contains(&c))
        }
    }
    impl<const N: usize> Pattern for [char; N] {
        fn find_in(&mut self, haystack: &str, from: usize) -> Option<(usize, usize)> {
            scan(haystack, from, &mut |c| self.contains(&c))
        }
        fn rfind_in(&mut self, haystack: &str, to: usize) -> Option<(usize, usize)> {
            scan_back(haystack, to, &mut |c| self.contains(&c))
        }
    }
    impl<const N: usize> Pattern for &[char; N] {
        fn find_in(&mut self, haystack: &str, from: usize) -> Option<(usize, usize)> {
            scan(haystack, from, &mut |c| self.contains(&c))
        }
        fn rfind_in(&mut self, haystack: &str, to: usize) -> Option<(usize, usize)> {
            scan_back(haystack, to, &mut |c| self.contains(&c))
        }
    }
}
use pattern::Pattern;

// ---------------------------------------------------------------- iterators

#[derive(Clone)]
pub struct Chars<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}
impl<'a> Chars<'a> {
    pub(crate) fn new(text: &'a str) -> Chars<'a> {
        Chars { text, at: 0, end: text.len() }
    }
    pub fn as_str(&self) -> &'a str {
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
#[derive(Clone)]
pub struct CharIndices<'a> {
    chars: Chars<'a>,
}
impl<'a> CharIndices<'a> {
    pub(crate) fn new(text: &'a str) -> CharIndices<'a> {
        CharIndices { chars: Chars::new(text) }
    }
    pub fn offset(&self) -> usize {
        self.chars.at
    }
    pub fn as_str(&self) -> &'a str {
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
}
impl<'a> DoubleEndedIterator for CharIndices<'a> {
    fn next_back(&mut self) -> Option<(usize, char)> {
        match self.chars.next_back() {
            Some(c) => Some((self.chars.end, c)),
            None => None,
        }
    }
}
pub type Bytes<'a> = crate::iter::Copied<crate::slice::Iter<'a, u8>>;

#[derive(Clone)]
pub struct Lines<'a> {
    rest: &'a str,
    done: bool,
}
impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Lines<'a> {
        Lines { rest: text, done: false }
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
        if end < n && line.ends_with('\r') { Some(slice(line, 0, line.len() - 1)) } else { Some(line) }
    }
}

#[derive(Clone)]
pub struct SplitWhitespace<'a> {
    rest: &'a str,
}
impl<'a> SplitWhitespace<'a> {
    pub(crate) fn new(text: &'a str) -> SplitWhitespace<'a> {
        SplitWhitespace { rest: text }
    }
}
impl<'a> Iterator for SplitWhitespace<'a> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        let text = self.rest.trim_start();
        if text.is_empty() {
            self.rest = text;
            return None;
        }
        let end = match text.find(char::is_whitespace) {
            Some(i) => i,
            None => text.len(),
        };
        self.rest = slice(text, end, text.len());
        Some(slice(text, 0, end))
    }
}
impl<'a> DoubleEndedIterator for SplitWhitespace<'a> {
    fn next_back(&mut self) -> Option<&'a str> {
        let text = self.rest.trim_end();
        if text.is_empty() {
            self.rest = text;
            return None;
        }
        let start = match text.rfind(char::is_whitespace) {
            Some(i) => i + decode(text, i).1,
            None => 0,
        };
        self.rest = slice(text, 0, start);
        Some(slice(text, start, text.len()))
    }
}

/// `split` and its kin. `limit` 0: no limit; `inclusive`: the separator stays at the end of the part; `drop_last`: no empty last part.
#[derive(Clone)]
pub struct Split<'a, P: Pattern> {
    text: &'a str,
    start: usize,
    end: usize,
    scan: usize,
    pattern: P,
    limit: usize,
    inclusive: bool,
    drop_last: bool,
    finished: bool,
}
impl<'a, P: Pattern> Split<'a, P> {
    pub(crate) fn new(text: &'a str, pattern: P, limit: usize, inclusive: bool, drop_last: bool) -> Split<'a, P> {
        Split { text, start: 0, end: text.len(), scan: 0, pattern, limit, inclusive, drop_last, finished: false }
    }
    fn rest(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        self.finished = true;
        if self.drop_last && self.start == self.end { None } else { Some(slice(self.text, self.start, self.end)) }
    }
    pub fn remainder(&self) -> Option<&'a str> {
        if self.finished { None } else { Some(slice(self.text, self.start, self.end)) }
    }
}
impl<'a, P: Pattern> Iterator for Split<'a, P> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        if self.limit == 1 {
            return self.rest();
        }
        match self.pattern.find_in(slice(self.text, 0, self.end), self.scan) {
            Some((a, b)) => {
                let part = slice(self.text, self.start, if self.inclusive { b } else { a });
                self.start = b;
                self.scan = if a == b { next_boundary(self.text, b) } else { b };
                if self.limit > 1 {
                    self.limit -= 1;
                }
                if self.scan > self.end {
                    self.scan = self.end;
                    if a == b && b == self.end {
                        self.limit = 1;
                    }
                }
                Some(part)
            }
            None => self.rest(),
        }
    }
}
fn next_boundary(text: &str, at: usize) -> usize {
    if at < text.len() { at + decode(text, at).1 } else { at + 1 }
}
impl<'a, P: Pattern> DoubleEndedIterator for Split<'a, P> {
    fn next_back(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        if self.drop_last {
            self.drop_last = false;
            match self.next_back() {
                Some(part) if !part.is_empty() => return Some(part),
                _ => {
                    if self.finished {
                        return None;
                    }
                }
            }
        }
        match self.pattern.rfind_in(self.text, self.end) {
            Some((a, b)) if a >= self.start => {
                let part = slice(self.text, b, self.end);
                self.end = a;
                Some(part)
            }
            _ => {
                self.finished = true;
                Some(slice(self.text, self.start, self.end))
            }
        }
    }
}
/// `rsplit` and `rsplitn`.
pub struct RSplit<'a, P: Pattern> {
    inner: Split<'a, P>,
    limit: usize,
}
impl<'a, P: Pattern> RSplit<'a, P> {
    pub(crate) fn new(text: &'a str, pattern: P, limit: usize) -> RSplit<'a, P> {
        RSplit { inner: Split::new(text, pattern, 0, false, false), limit }
    }
    pub(crate) fn terminator(text: &'a str, pattern: P) -> RSplit<'a, P> {
        RSplit { inner: Split::new(text, pattern, 0, false, true), limit: 0 }
    }
}
impl<'a, P: Pattern> Iterator for RSplit<'a, P> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        if self.limit == 1 {
            return self.inner.rest();
        }
        if self.limit > 1 {
            self.limit -= 1;
        }
        self.inner.next_back()
    }
}
/// `matches` and `match_indices`.
pub struct MatchIndices<'a, P: Pattern> {
    text: &'a str,
    at: usize,
    pattern: P,
}
impl<'a, P: Pattern> MatchIndices<'a, P> {
    pub(crate) fn new(text: &'a str, pattern: P) -> MatchIndices<'a, P> {
        MatchIndices { text, at: 0, pattern }
    }
}
impl<'a, P: Pattern> Iterator for MatchIndices<'a, P> {
    type Item = (usize, &'a str);
    fn next(&mut self) -> Option<(usize, &'a str)> {
        if self.at > self.text.len() {
            return None;
        }
        let (a, b) = self.pattern.find_in(self.text, self.at)?;
        self.at = if a == b { next_boundary(self.text, b) } else { b };
        Some((a, slice(self.text, a, b)))
    }
}
pub struct Matches<'a, P: Pattern> {
    pub(crate) inner: MatchIndices<'a, P>,
}
impl<'a, P: Pattern> Iterator for Matches<'a, P> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        match self.inner.next() {
            Some((_, part)) => Some(part),
            None => None,
        }
    }
}
/// `rmatches` and `rmatch_indices`.
pub struct RMatchIndices<'a, P: Pattern> {
    pub(crate) text: &'a str,
    /// Where what is still to be searched ends.
    pub(crate) end: Option<usize>,
    pub(crate) pattern: P,
}
impl<'a, P: Pattern> Iterator for RMatchIndices<'a, P> {
    type Item = (usize, &'a str);
    fn next(&mut self) -> Option<(usize, &'a str)> {
        let (a, b) = self.pattern.rfind_in(self.text, self.end?)?;
        self.end = if a < b {
            Some(a)
        } else {
            match slice(self.text, 0, a).chars().next_back() {
                Some(c) => Some(a - c.len_utf8()),
                None => None,
            }
        };
        Some((a, slice(self.text, a, b)))
    }
}
pub struct RMatches<'a, P: Pattern> {
    pub(crate) inner: RMatchIndices<'a, P>,
}
impl<'a, P: Pattern> Iterator for RMatches<'a, P> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        match self.inner.next() {
            Some((_, part)) => Some(part),
            None => None,
        }
    }
}
/// The characters of an escape (`escape_debug`, `escape_default`, ...).
#[derive(Clone)]
pub struct Escape {
    pub(crate) text: Chars<'static>,
}
impl Iterator for Escape {
    type Item = char;
    fn next(&mut self) -> Option<char> {
        self.text.next()
    }
}
impl fmt::Display for Escape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text.as_str())
    }
}
