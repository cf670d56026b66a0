//! `String`.

use crate::borrow::{Borrow, Cow, ToOwned};
use crate::fmt;
use crate::ops::{self, Add, AddAssign, Deref, DerefMut, Index, IndexMut, Range, RangeBounds};
use crate::str::{self, Utf8Error};

#[lang = "String"]
#[derive(PartialEq, PartialOrd, Eq, Ord)]
pub struct String {
    vec: Vec<u8>,
}

#[derive(Debug)]
pub struct FromUtf16Error(());
impl fmt::Display for FromUtf16Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("invalid utf-16: lone surrogate found")
    }
}
impl crate::error::Error for FromUtf16Error {}
#[derive(Debug, PartialEq, Eq, Clone)]
pub struct FromUtf8Error {
    bytes: Vec<u8>,
    error: Utf8Error,
}
impl FromUtf8Error {
    #[must_use] pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
    #[must_use] pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }
    #[must_use] pub fn utf8_error(&self) -> Utf8Error {
        self.error
    }
}
impl fmt::Display for FromUtf8Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}
impl crate::error::Error for FromUtf8Error {}

impl String {
    #[must_use] pub const fn new() -> String {
        String { vec: Vec::new() }
    }
    #[must_use] pub fn with_capacity(capacity: usize) -> String {
        String { vec: Vec::with_capacity(capacity) }
    }
    pub fn from_utf8(vec: Vec<u8>) -> Result<String, FromUtf8Error> {
        match str::from_utf8(&vec) {
            Ok(_) => Ok(String { vec }),
            Err(error) => Err(FromUtf8Error { bytes: vec, error }),
        }
    }
    #[must_use] pub fn from_utf8_lossy(v: &[u8]) -> Cow<'_, str> {
        match str::from_utf8(v) {
            Ok(s) => Cow::Borrowed(s),
            Err(_) => Cow::Owned(String::from(str::decode_lossy(v))),
        }
    }
    pub fn from_utf16(v: &[u16]) -> Result<String, FromUtf16Error> {
        let mut text = String::new();
        for unit in crate::char::decode_utf16(v.iter().copied()) {
            match unit {
                Ok(c) => text.push(c),
                Err(_) => return Err(FromUtf16Error(())),
            }
        }
        Ok(text)
    }
    #[must_use] pub fn from_utf16_lossy(v: &[u16]) -> String {
        crate::char::decode_utf16(v.iter().copied()).map(|unit| unit.unwrap_or('\u{fffd}')).collect()
    }
    #[must_use] pub unsafe fn from_utf8_unchecked(bytes: Vec<u8>) -> String {
        String { vec: bytes }
    }
    #[must_use] pub const fn into_bytes(self) -> Vec<u8> {
        self.vec
    }
    #[must_use] pub const fn as_str(&self) -> &str {
        str::from_bytes(self.vec.as_slice())
    }
    #[must_use] pub const fn as_mut_str(&mut self) -> &mut str {
        str::from_bytes_mut(self.vec.as_mut_slice())
    }
    pub fn push_str(&mut self, string: &str) {
        self.vec.extend_from_slice(string.as_bytes())
    }
    #[must_use] pub const fn capacity(&self) -> usize {
        self.vec.capacity()
    }
    pub fn reserve(&mut self, additional: usize) {
        self.vec.reserve(additional)
    }
    pub fn reserve_exact(&mut self, additional: usize) {
        self.vec.reserve_exact(additional)
    }
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), crate::collections::TryReserveError> {
        crate::collections::try_capacity(self.len(), additional)?;
        self.reserve(additional);
        Ok(())
    }
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), crate::collections::TryReserveError> {
        crate::collections::try_capacity(self.len(), additional)?;
        self.reserve_exact(additional);
        Ok(())
    }
    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.vec.shrink_to(min_capacity)
    }
    pub fn shrink_to_fit(&mut self) {
        self.vec.shrink_to_fit()
    }
    pub fn push(&mut self, ch: char) {
        self.push_str(ch.encode_utf8(&mut [0; 4]))
    }
    #[must_use] pub const fn as_bytes(&self) -> &[u8] {
        self.vec.as_slice()
    }
    pub const unsafe fn as_mut_vec(&mut self) -> &mut Vec<u8> {
        &mut self.vec
    }
    #[track_caller]
    pub fn truncate(&mut self, new_len: usize) {
        if new_len <= self.len() {
            assert!(self.is_char_boundary(new_len));
            self.vec.truncate(new_len)
        }
    }
    pub fn pop(&mut self) -> Option<char> {
        let ch = self.chars().next_back()?;
        let new_len = self.len() - ch.len_utf8();
        self.vec.truncate(new_len);
        Some(ch)
    }
    #[track_caller]
    pub fn remove(&mut self, idx: usize) -> char {
        let ch = match self[idx..].chars().next() {
            Some(ch) => ch,
            None => crate::rt::panic_str("cannot remove a char from the end of a string"),
        };
        self.vec.drain(idx..idx + ch.len_utf8());
        ch
    }
    pub fn retain<F: FnMut(char) -> bool>(&mut self, mut f: F) {
        let mut kept = String::new();
        for c in self.chars() {
            if f(c) {
                kept.push(c);
            }
        }
        *self = kept;
    }
    #[track_caller]
    pub fn insert(&mut self, idx: usize, ch: char) {
        self.insert_str(idx, ch.encode_utf8(&mut [0; 4]))
    }
    #[track_caller]
    pub fn insert_str(&mut self, idx: usize, string: &str) {
        assert!(self.is_char_boundary(idx));
        self.vec.splice_bytes(idx, idx, string.as_bytes())
    }
    #[must_use] pub const fn len(&self) -> usize {
        self.vec.len()
    }
    #[must_use] pub const fn is_empty(&self) -> bool {
        self.vec.len() == 0
    }
    #[track_caller]
    #[must_use] pub fn split_off(&mut self, at: usize) -> String {
        assert!(self.is_char_boundary(at));
        String { vec: self.vec.split_off(at) }
    }
    pub fn clear(&mut self) {
        self.vec.clear()
    }
    #[track_caller]
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<'_> {
        let Range { start, end } = ops::resolve_range(range, self.len());
        assert!(self.is_char_boundary(start));
        assert!(self.is_char_boundary(end));
        let string: *mut String = self;
        let iter = unsafe { (&(*string))[start..end].chars() };
        Drain { string, start, end, iter }
    }
    #[track_caller]
    pub fn replace_range<R: RangeBounds<usize>>(&mut self, range: R, replace_with: &str) {
        let range = ops::resolve_range(range, self.len());
        assert!(self.is_char_boundary(range.start), "start of range should be a character boundary");
        assert!(self.is_char_boundary(range.end), "end of range should be a character boundary");
        self.vec.splice_bytes(range.start, range.end, replace_with.as_bytes())
    }
    #[track_caller]
    pub fn extend_from_within<R: RangeBounds<usize>>(&mut self, src: R) {
        let Range { start, end } = ops::resolve_range(src, self.len());
        assert!(self.is_char_boundary(start));
        assert!(self.is_char_boundary(end));
        self.vec.extend_from_within(start..end)
    }
    #[must_use] pub fn into_boxed_str(self) -> Box<str> {
        str::boxed_from_bytes(self.vec.into_boxed_slice())
    }
    #[must_use] pub fn into_raw_parts(self) -> (*mut u8, usize, usize) {
        self.vec.into_raw_parts()
    }
    pub unsafe fn from_raw_parts(buf: *mut u8, length: usize, capacity: usize) -> String {
        String { vec: Vec::from_raw_parts(buf, length, capacity) }
    }
    pub fn leak<'a>(self) -> &'a mut str {
        str::from_bytes_mut(self.vec.leak())
    }
}

/// The characters that `String::drain` takes out when it is dropped.
#[rustc_std_layout(40, 8, 1)]
pub struct Drain<'a> {
    string: *mut String,
    start: usize,
    end: usize,
    iter: str::Chars<'a>,
}
unsafe impl Send for Drain<'_> {}
unsafe impl Sync for Drain<'_> {}
impl<'a> Drain<'a> {
    #[must_use] pub fn as_str(&self) -> &str {
        self.iter.as_str()
    }
}
impl Iterator for Drain<'_> {
    type Item = char;
    fn next(&mut self) -> Option<char> {
        self.iter.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}
impl DoubleEndedIterator for Drain<'_> {
    fn next_back(&mut self) -> Option<char> {
        self.iter.next_back()
    }
}
impl crate::iter::FusedIterator for Drain<'_> {}
impl Drop for Drain<'_> {
    fn drop(&mut self) {
        unsafe { (*self.string).vec.splice_bytes(self.start, self.end, &[]) }
    }
}
impl AsRef<str> for Drain<'_> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
impl AsRef<[u8]> for Drain<'_> {
    fn as_ref(&self) -> &[u8] {
        self.as_str().as_bytes()
    }
}
impl fmt::Debug for Drain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Drain").field(&self.as_str()).finish()
    }
}

impl Clone for String {
    fn clone(&self) -> Self {
        String { vec: self.vec.clone() }
    }
    fn clone_from(&mut self, source: &Self) {
        self.vec.clone_from(&source.vec);
    }
}
impl Default for String {
    fn default() -> String {
        String::new()
    }
}
impl fmt::Display for String {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}
impl fmt::Debug for String {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
impl fmt::Write for String {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.push_str(s);
        Ok(())
    }
    fn write_char(&mut self, c: char) -> fmt::Result {
        self.push(c);
        Ok(())
    }
}
impl crate::hash::Hash for String {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        self.as_str().hash(state)
    }
}
impl Deref for String {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}
impl DerefMut for String {
    fn deref_mut(&mut self) -> &mut str {
        self.as_mut_str()
    }
}
impl<I> Index<I> for String
where
    I: crate::slice::SliceIndex<str>,
{
    type Output = I::Output;
    #[track_caller]
    fn index(&self, index: I) -> &I::Output {
        index.index(self.as_str())
    }
}
impl<I> IndexMut<I> for String
where
    I: crate::slice::SliceIndex<str>,
{
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self.as_mut_str())
    }
}
impl Add<&str> for String {
    type Output = String;
    fn add(mut self, other: &str) -> String {
        self.push_str(other);
        self
    }
}
impl AddAssign<&str> for String {
    fn add_assign(&mut self, other: &str) {
        self.push_str(other);
    }
}
impl PartialEq<str> for String {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}
impl<'a> PartialEq<&'a str> for String {
    fn eq(&self, other: &&'a str) -> bool {
        self.as_str() == *other
    }
}
impl PartialEq<String> for str {
    fn eq(&self, other: &String) -> bool {
        self == other.as_str()
    }
}
impl<'a> PartialEq<String> for &'a str {
    fn eq(&self, other: &String) -> bool {
        *self == other.as_str()
    }
}
impl<'a> PartialEq<Cow<'a, str>> for String {
    fn eq(&self, other: &Cow<'a, str>) -> bool {
        self.as_str() == &**other
    }
}
impl From<&str> for String {
    fn from(s: &str) -> String {
        String { vec: s.as_bytes().to_vec() }
    }
}
impl From<&mut str> for String {
    fn from(s: &mut str) -> String {
        String { vec: s.as_bytes().to_vec() }
    }
}
impl From<&String> for String {
    fn from(s: &String) -> String {
        s.clone()
    }
}
impl From<char> for String {
    fn from(c: char) -> String {
        let mut s = String::new();
        s.push(c);
        s
    }
}
impl From<Box<str>> for String {
    fn from(s: Box<str>) -> String {
        String::from(&*s)
    }
}
impl<'a> From<Cow<'a, str>> for String {
    fn from(s: Cow<'a, str>) -> String {
        s.into_owned()
    }
}
impl From<String> for Vec<u8> {
    fn from(s: String) -> Vec<u8> {
        s.into_bytes()
    }
}
macro_rules! made_of {
    ($([$($generics:tt)*] $t:ty, $buf:ident $part:ident => $push:expr;)*) => {
        $(
        impl<$($generics)*> Extend<$t> for String {
            fn extend<I: IntoIterator<Item = $t>>(&mut self, iter: I) {
                let $buf = self;
                for $part in iter {
                    $push;
                }
            }
        }
        impl<$($generics)*> FromIterator<$t> for String {
            fn from_iter<I: IntoIterator<Item = $t>>(iter: I) -> String {
                let mut buf = String::new();
                buf.extend(iter);
                buf
            }
        }
        )*
    };
}
made_of! {
    [] char, buf c => buf.push(c);
    ['a] &'a char, buf c => buf.push(*c);
    ['a] &'a str, buf s => buf.push_str(s);
    [] String, buf s => buf.push_str(&s);
    [] Box<str>, buf s => buf.push_str(&s);
    ['a] Cow<'a, str>, buf s => buf.push_str(&s);
}
impl crate::str::FromStr for String {
    type Err = crate::convert::Infallible;
    fn from_str(s: &str) -> Result<String, crate::convert::Infallible> {
        Ok(String::from(s))
    }
}
impl AsRef<str> for String {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
impl AsMut<str> for String {
    fn as_mut(&mut self) -> &mut str {
        self.as_mut_str()
    }
}
impl AsRef<[u8]> for String {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}
impl Borrow<str> for String {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl crate::borrow::BorrowMut<str> for String {
    fn borrow_mut(&mut self) -> &mut str {
        self.as_mut_str()
    }
}
impl TryFrom<Vec<u8>> for String {
    type Error = FromUtf8Error;
    fn try_from(bytes: Vec<u8>) -> Result<String, FromUtf8Error> {
        String::from_utf8(bytes)
    }
}
pub type ParseError = crate::convert::Infallible;

pub trait ToString {
    fn to_string(&self) -> String;
}
impl<T: fmt::Display + ?Sized> ToString for T {
    fn to_string(&self) -> String {
        let mut buf = String::new();
        fmt::write(&mut buf, format_args!("{}", self)).expect("a Display implementation returned an error unexpectedly");
        buf
    }
}
impl AsRef<crate::ffi::OsStr> for String {
    fn as_ref(&self) -> &crate::ffi::OsStr {
        crate::ffi::OsStr::of_str(self)
    }
}
impl AsRef<crate::path::Path> for String {
    fn as_ref(&self) -> &crate::path::Path {
        crate::path::Path::new(self)
    }
}
impl TryFrom<crate::ffi::CString> for String {
    type Error = crate::ffi::IntoStringError;
    fn try_from(value: crate::ffi::CString) -> Result<String, crate::ffi::IntoStringError> {
        value.into_string()
    }
}
