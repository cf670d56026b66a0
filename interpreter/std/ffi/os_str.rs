//! `OsStr` and `OsString`: text as the operating system has it, which on Linux is any bytes.

use crate::borrow::{Borrow, Cow, ToOwned};
use crate::cmp::Ordering;
use crate::fmt;
use crate::ops::{Deref, DerefMut, Index, RangeFull};
use crate::str;

#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct OsStr {
    inner: [u8],
}

impl OsStr {
    pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &OsStr {
        s.as_ref()
    }
    pub unsafe fn from_encoded_bytes_unchecked(bytes: &[u8]) -> &OsStr {
        unsafe { &*(bytes as *const [u8] as *const OsStr) }
    }
    pub(crate) fn of_str(s: &str) -> &OsStr {
        unsafe { OsStr::from_encoded_bytes_unchecked(s.as_bytes()) }
    }
    pub fn as_encoded_bytes(&self) -> &[u8] {
        &self.inner
    }
    #[must_use] pub fn to_str(&self) -> Option<&str> {
        str::from_utf8(&self.inner).ok()
    }
    #[must_use] pub fn to_string_lossy(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.inner)
    }
    #[must_use] pub fn to_os_string(&self) -> OsString {
        OsString { inner: self.inner.to_vec() }
    }
    #[must_use] pub fn is_empty(&self) -> bool {
        self.inner.is_empty()
    }
    #[must_use] pub fn len(&self) -> usize {
        self.inner.len()
    }
    #[must_use] pub fn into_os_string(self: Box<OsStr>) -> OsString {
        OsString { inner: unsafe { Box::from_raw(Box::into_raw(self) as *mut [u8]) }.into_vec() }
    }
    pub fn make_ascii_lowercase(&mut self) {
        self.inner.make_ascii_lowercase()
    }
    pub fn make_ascii_uppercase(&mut self) {
        self.inner.make_ascii_uppercase()
    }
    #[must_use] pub fn to_ascii_lowercase(&self) -> OsString {
        OsString { inner: self.inner.to_ascii_lowercase() }
    }
    #[must_use] pub fn to_ascii_uppercase(&self) -> OsString {
        OsString { inner: self.inner.to_ascii_uppercase() }
    }
    #[must_use] pub fn is_ascii(&self) -> bool {
        self.inner.is_ascii()
    }
    pub fn eq_ignore_ascii_case<S: AsRef<OsStr>>(&self, other: S) -> bool {
        self.inner.eq_ignore_ascii_case(&other.as_ref().inner)
    }
    #[must_use] pub fn display(&self) -> Display<'_> {
        Display { os_str: self }
    }
}
impl fmt::Debug for OsStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner.utf8_chunks(), f)
    }
}
impl AsRef<OsStr> for OsStr {
    fn as_ref(&self) -> &OsStr {
        self
    }
}
impl ToOwned for OsStr {
    type Owned = OsString;
    fn to_owned(&self) -> OsString {
        self.to_os_string()
    }
}
impl Default for &OsStr {
    fn default() -> Self {
        OsStr::new("")
    }
}
impl<'a> TryFrom<&'a OsStr> for &'a str {
    type Error = str::Utf8Error;
    fn try_from(value: &'a OsStr) -> Result<Self, Self::Error> {
        str::from_utf8(&value.inner)
    }
}

/// The text, with the replacement character for what is none.
pub struct Display<'a> {
    os_str: &'a OsStr,
}
impl fmt::Debug for Display<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.os_str, f)
    }
}
impl fmt::Display for Display<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.os_str.to_string_lossy())
    }
}

// ---------------------------------------------------------------- OsString

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OsString {
    inner: Vec<u8>,
}

impl OsString {
    #[must_use] pub const fn new() -> OsString {
        OsString { inner: Vec::new() }
    }
    #[must_use] pub fn with_capacity(capacity: usize) -> OsString {
        OsString { inner: Vec::with_capacity(capacity) }
    }
    pub unsafe fn from_encoded_bytes_unchecked(bytes: Vec<u8>) -> Self {
        OsString { inner: bytes }
    }
    pub fn into_encoded_bytes(self) -> Vec<u8> {
        self.inner
    }
    #[must_use] pub fn as_os_str(&self) -> &OsStr {
        self
    }
    pub fn into_string(self) -> Result<String, OsString> {
        String::from_utf8(self.inner).map_err(|e| OsString { inner: e.into_bytes() })
    }
    pub fn push<T: AsRef<OsStr>>(&mut self, s: T) {
        self.inner.extend_from_slice(&s.as_ref().inner)
    }
    pub(crate) fn truncate(&mut self, length: usize) {
        self.inner.truncate(length)
    }
    pub fn clear(&mut self) {
        self.inner.clear()
    }
    #[must_use] pub fn capacity(&self) -> usize {
        self.inner.capacity()
    }
    pub fn reserve(&mut self, additional: usize) {
        self.inner.reserve(additional)
    }
    pub fn reserve_exact(&mut self, additional: usize) {
        self.inner.reserve_exact(additional)
    }
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), crate::collections::TryReserveError> {
        self.inner.try_reserve(additional)
    }
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), crate::collections::TryReserveError> {
        self.inner.try_reserve_exact(additional)
    }
    pub fn shrink_to_fit(&mut self) {
        self.inner.shrink_to_fit()
    }
    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.inner.shrink_to(min_capacity)
    }
    #[must_use] pub fn into_boxed_os_str(self) -> Box<OsStr> {
        unsafe { Box::from_raw(Box::into_raw(self.inner.into_boxed_slice()) as *mut OsStr) }
    }
}
impl Deref for OsString {
    type Target = OsStr;
    fn deref(&self) -> &OsStr {
        unsafe { OsStr::from_encoded_bytes_unchecked(&self.inner) }
    }
}
impl DerefMut for OsString {
    fn deref_mut(&mut self) -> &mut OsStr {
        unsafe { &mut *(self.inner.as_mut_slice() as *mut [u8] as *mut OsStr) }
    }
}
impl fmt::Debug for OsString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
impl Default for OsString {
    fn default() -> OsString {
        OsString::new()
    }
}
impl Index<RangeFull> for OsString {
    type Output = OsStr;
    fn index(&self, _index: RangeFull) -> &OsStr {
        self
    }
}
impl AsRef<OsStr> for OsString {
    fn as_ref(&self) -> &OsStr {
        self
    }
}
impl Borrow<OsStr> for OsString {
    fn borrow(&self) -> &OsStr {
        self
    }
}
impl From<String> for OsString {
    fn from(s: String) -> OsString {
        OsString { inner: s.into_bytes() }
    }
}
impl From<crate::path::PathBuf> for OsString {
    fn from(path_buf: crate::path::PathBuf) -> OsString {
        path_buf.into_os_string()
    }
}
impl From<Box<OsStr>> for OsString {
    fn from(boxed: Box<OsStr>) -> OsString {
        boxed.into_os_string()
    }
}
impl<T: ?Sized + AsRef<OsStr>> From<&T> for OsString {
    fn from(s: &T) -> OsString {
        s.as_ref().to_os_string()
    }
}
impl<'a> From<Cow<'a, OsStr>> for OsString {
    fn from(s: Cow<'a, OsStr>) -> Self {
        s.into_owned()
    }
}
impl str::FromStr for OsString {
    type Err = crate::convert::Infallible;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Ok(OsString::from(s))
    }
}
impl fmt::Write for OsString {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.push(s);
        Ok(())
    }
}
impl Extend<OsString> for OsString {
    fn extend<T: IntoIterator<Item = OsString>>(&mut self, iter: T) {
        for s in iter {
            self.push(&s);
        }
    }
}
impl<'a> Extend<&'a OsStr> for OsString {
    fn extend<T: IntoIterator<Item = &'a OsStr>>(&mut self, iter: T) {
        for s in iter {
            self.push(s);
        }
    }
}
impl FromIterator<OsString> for OsString {
    fn from_iter<I: IntoIterator<Item = OsString>>(iter: I) -> Self {
        let mut all = OsString::new();
        all.extend(iter);
        all
    }
}
impl<'a> FromIterator<&'a OsStr> for OsString {
    fn from_iter<I: IntoIterator<Item = &'a OsStr>>(iter: I) -> Self {
        let mut all = OsString::new();
        all.extend(iter);
        all
    }
}

// ---------------------------------------------------------------- comparison with text and with each other

impl PartialEq<str> for OsStr {
    fn eq(&self, other: &str) -> bool {
        *self == *OsStr::new(other)
    }
}
impl PartialEq<OsStr> for str {
    fn eq(&self, other: &OsStr) -> bool {
        *other == *OsStr::new(self)
    }
}
impl PartialEq<str> for OsString {
    fn eq(&self, other: &str) -> bool {
        &**self == other
    }
}
impl PartialEq<OsString> for str {
    fn eq(&self, other: &OsString) -> bool {
        &**other == self
    }
}
impl PartialEq<&str> for OsString {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}
impl<'a> PartialEq<OsString> for &'a str {
    fn eq(&self, other: &OsString) -> bool {
        **other == **self
    }
}
impl PartialOrd<str> for OsString {
    fn partial_cmp(&self, other: &str) -> Option<Ordering> {
        (**self).partial_cmp(other)
    }
}
impl PartialOrd<str> for OsStr {
    fn partial_cmp(&self, other: &str) -> Option<Ordering> {
        self.partial_cmp(OsStr::new(other))
    }
}
macro_rules! compare {
    ($([$($lifetimes:tt)*] $a:ty, $b:ty;)*) => {
        $(
        impl<$($lifetimes)*> PartialEq<$b> for $a {
            fn eq(&self, other: &$b) -> bool {
                <OsStr as PartialEq>::eq(self, other)
            }
        }
        impl<$($lifetimes)*> PartialEq<$a> for $b {
            fn eq(&self, other: &$a) -> bool {
                <OsStr as PartialEq>::eq(self, other)
            }
        }
        impl<$($lifetimes)*> PartialOrd<$b> for $a {
            fn partial_cmp(&self, other: &$b) -> Option<Ordering> {
                <OsStr as PartialOrd>::partial_cmp(self, other)
            }
        }
        impl<$($lifetimes)*> PartialOrd<$a> for $b {
            fn partial_cmp(&self, other: &$a) -> Option<Ordering> {
                <OsStr as PartialOrd>::partial_cmp(self, other)
            }
        }
        )*
    };
}
compare! {
    [] OsString, OsStr;
    ['a] OsString, &'a OsStr;
    ['a] Cow<'a, OsStr>, OsStr;
    ['a, 'b] Cow<'a, OsStr>, &'b OsStr;
    ['a] Cow<'a, OsStr>, OsString;
}
impl AsRef<crate::path::Path> for OsStr {
    fn as_ref(&self) -> &crate::path::Path {
        crate::path::Path::new(self)
    }
}
impl AsRef<crate::path::Path> for OsString {
    fn as_ref(&self) -> &crate::path::Path {
        crate::path::Path::new(self)
    }
}
