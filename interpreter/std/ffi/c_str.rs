//! `CStr` and `CString`: bytes that end with the first NUL.

use crate::borrow::{Borrow, Cow, ToOwned};
use crate::cmp::Ordering;
use crate::error::Error;
use crate::ffi::c_char;
use crate::fmt;
use crate::ops::{Deref, Index, RangeFrom, RangeFull};
use crate::str::{self, Utf8Error};

/// With the NUL.
#[lang = "CStr"]
#[derive(PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct CStr {
    inner: [u8],
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FromBytesWithNulError {
    InteriorNul { position: usize },
    NotNulTerminated,
}
impl fmt::Display for FromBytesWithNulError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InteriorNul { position } => write!(f, "data provided contains an interior nul byte at position {position}"),
            Self::NotNulTerminated => f.write_str("data provided is not nul terminated"),
        }
    }
}
impl Error for FromBytesWithNulError {}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FromBytesUntilNulError(());
impl fmt::Display for FromBytesUntilNulError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("data provided does not contain a nul")
    }
}
impl Error for FromBytesUntilNulError {}

fn first_nul(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|b| *b == 0)
}

impl CStr {
    pub const fn from_bytes_with_nul(bytes: &[u8]) -> Result<&Self, FromBytesWithNulError> {
        match first_nul(bytes) {
            Some(at) if at + 1 == bytes.len() => Ok(unsafe { Self::from_bytes_with_nul_unchecked(bytes) }),
            Some(position) => Err(FromBytesWithNulError::InteriorNul { position }),
            None => Err(FromBytesWithNulError::NotNulTerminated),
        }
    }
    pub const fn from_bytes_until_nul(bytes: &[u8]) -> Result<&CStr, FromBytesUntilNulError> {
        match first_nul(bytes) {
            Some(at) => Ok(unsafe { CStr::from_bytes_with_nul_unchecked(&bytes[..at + 1]) }),
            None => Err(FromBytesUntilNulError(())),
        }
    }
    #[must_use] pub const unsafe fn from_bytes_with_nul_unchecked(bytes: &[u8]) -> &CStr {
        unsafe { &*(bytes as *const [u8] as *const CStr) }
    }
    #[must_use] pub const unsafe fn from_ptr<'a>(ptr: *const c_char) -> &'a CStr {
        let start = ptr as *const u8;
        let mut length = 0;
        unsafe {
            while *start.add(length) != 0 {
                length += 1;
            }
            Self::from_bytes_with_nul_unchecked(crate::slice::from_raw_parts(start, length + 1))
        }
    }
    #[must_use] pub const fn as_ptr(&self) -> *const c_char {
        self.inner.as_ptr() as *const c_char
    }
    #[must_use] pub const fn count_bytes(&self) -> usize {
        self.inner.len() - 1
    }
    pub const fn is_empty(&self) -> bool {
        self.count_bytes() == 0
    }
    #[must_use] pub const fn to_bytes(&self) -> &[u8] {
        &self.inner[..self.inner.len() - 1]
    }
    #[must_use] pub const fn to_bytes_with_nul(&self) -> &[u8] {
        &self.inner
    }
    pub const fn to_str(&self) -> Result<&str, Utf8Error> {
        str::from_utf8(self.to_bytes())
    }
    #[must_use] pub fn to_string_lossy(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(self.to_bytes())
    }
    #[must_use] pub fn into_c_string(self: Box<Self>) -> CString {
        CString { inner: unsafe { Box::from_raw(Box::into_raw(self) as *mut [u8]) } }
    }
}
impl fmt::Debug for CStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"")?;
        for chunk in self.to_bytes().utf8_chunks() {
            for c in chunk.valid().chars() {
                match c {
                    '\x01'..='\x7f' => write!(f, "{}", crate::ascii::escape_default(c as u8))?,
                    _ => write!(f, "{}", c.escape_debug())?,
                }
            }
            write!(f, "{}", chunk.invalid().escape_ascii())?;
        }
        f.write_str("\"")
    }
}
impl PartialOrd for CStr {
    fn partial_cmp(&self, other: &CStr) -> Option<Ordering> {
        self.to_bytes().partial_cmp(other.to_bytes())
    }
}
impl Ord for CStr {
    fn cmp(&self, other: &CStr) -> Ordering {
        self.to_bytes().cmp(other.to_bytes())
    }
}
impl Default for &CStr {
    fn default() -> Self {
        c""
    }
}
impl ToOwned for CStr {
    type Owned = CString;
    fn to_owned(&self) -> CString {
        CString { inner: self.to_bytes_with_nul().into() }
    }
}
impl AsRef<CStr> for CStr {
    fn as_ref(&self) -> &CStr {
        self
    }
}
impl Index<RangeFrom<usize>> for CStr {
    type Output = CStr;
    fn index(&self, index: RangeFrom<usize>) -> &CStr {
        unsafe { CStr::from_bytes_with_nul_unchecked(&self.inner[index]) }
    }
}

// ---------------------------------------------------------------- CString

/// With the NUL.
#[derive(PartialEq, PartialOrd, Eq, Ord, Hash, Clone)]
pub struct CString {
    inner: Box<[u8]>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NulError(usize, Vec<u8>);
impl NulError {
    #[must_use] pub fn nul_position(&self) -> usize {
        self.0
    }
    #[must_use] pub fn into_vec(self) -> Vec<u8> {
        self.1
    }
}
impl fmt::Display for NulError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "nul byte found in provided data at position: {}", self.0)
    }
}
impl Error for NulError {}

#[derive(Clone, PartialEq, Eq, Debug)]
enum FromBytesWithNulErrorKind {
    InteriorNul(usize),
    NotNulTerminated,
}
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FromVecWithNulError {
    error_kind: FromBytesWithNulErrorKind,
    bytes: Vec<u8>,
}
impl FromVecWithNulError {
    #[must_use] pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }
    #[must_use] pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}
impl fmt::Display for FromVecWithNulError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.error_kind {
            FromBytesWithNulErrorKind::InteriorNul(pos) => write!(f, "data provided contains an interior nul byte at pos {pos}"),
            FromBytesWithNulErrorKind::NotNulTerminated => f.write_str("data provided is not nul terminated"),
        }
    }
}
impl Error for FromVecWithNulError {}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IntoStringError {
    inner: CString,
    error: Utf8Error,
}
impl IntoStringError {
    #[must_use] pub fn into_cstring(self) -> CString {
        self.inner
    }
    #[must_use] pub fn utf8_error(&self) -> Utf8Error {
        self.error
    }
}
impl fmt::Display for IntoStringError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("C string contained non-utf8 bytes")
    }
}
impl Error for IntoStringError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.error)
    }
}

impl CString {
    pub fn new<T: Into<Vec<u8>>>(t: T) -> Result<CString, NulError> {
        let bytes: Vec<u8> = t.into();
        match first_nul(&bytes) {
            Some(at) => Err(NulError(at, bytes)),
            None => Ok(unsafe { CString::from_vec_unchecked(bytes) }),
        }
    }
    #[must_use] pub unsafe fn from_vec_unchecked(mut v: Vec<u8>) -> CString {
        v.push(0);
        CString { inner: v.into_boxed_slice() }
    }
    #[must_use] pub unsafe fn from_vec_with_nul_unchecked(v: Vec<u8>) -> CString {
        CString { inner: v.into_boxed_slice() }
    }
    pub fn from_vec_with_nul(v: Vec<u8>) -> Result<CString, FromVecWithNulError> {
        match first_nul(&v) {
            Some(at) if at + 1 == v.len() => Ok(CString { inner: v.into_boxed_slice() }),
            Some(at) => Err(FromVecWithNulError { error_kind: FromBytesWithNulErrorKind::InteriorNul(at), bytes: v }),
            None => Err(FromVecWithNulError { error_kind: FromBytesWithNulErrorKind::NotNulTerminated, bytes: v }),
        }
    }
    #[must_use] pub unsafe fn from_raw(ptr: *mut c_char) -> CString {
        unsafe {
            let length = CStr::from_ptr(ptr).count_bytes() + 1;
            CString { inner: Box::from_raw(crate::slice::from_raw_parts_mut(ptr as *mut u8, length)) }
        }
    }
    #[must_use] pub fn into_raw(self) -> *mut c_char {
        Box::into_raw(self.inner) as *mut c_char
    }
    pub fn into_string(self) -> Result<String, IntoStringError> {
        String::from_utf8(self.into_bytes()).map_err(|e| IntoStringError {
            error: e.utf8_error(),
            inner: unsafe { CString::from_vec_unchecked(e.into_bytes()) },
        })
    }
    #[must_use] pub fn into_bytes(self) -> Vec<u8> {
        let mut bytes = self.inner.into_vec();
        bytes.pop();
        bytes
    }
    #[must_use] pub fn into_bytes_with_nul(self) -> Vec<u8> {
        self.inner.into_vec()
    }
    #[must_use] pub fn as_bytes(&self) -> &[u8] {
        &self.inner[..self.inner.len() - 1]
    }
    #[must_use] pub fn as_bytes_with_nul(&self) -> &[u8] {
        &self.inner
    }
    #[must_use] pub fn as_c_str(&self) -> &CStr {
        unsafe { CStr::from_bytes_with_nul_unchecked(&self.inner) }
    }
    #[must_use] pub fn into_boxed_c_str(self) -> Box<CStr> {
        unsafe { Box::from_raw(Box::into_raw(self.inner) as *mut CStr) }
    }
}
impl crate::str::FromStr for CString {
    type Err = NulError;
    fn from_str(s: &str) -> Result<CString, NulError> {
        CString::new(s)
    }
}
impl Deref for CString {
    type Target = CStr;
    fn deref(&self) -> &CStr {
        self.as_c_str()
    }
}
impl fmt::Debug for CString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_c_str(), f)
    }
}
impl Default for CString {
    fn default() -> CString {
        c"".to_owned()
    }
}
impl Borrow<CStr> for CString {
    fn borrow(&self) -> &CStr {
        self
    }
}
impl From<&CStr> for CString {
    fn from(s: &CStr) -> CString {
        s.to_owned()
    }
}
impl From<Box<CStr>> for CString {
    fn from(s: Box<CStr>) -> CString {
        s.into_c_string()
    }
}
impl<'a> From<Cow<'a, CStr>> for CString {
    fn from(s: Cow<'a, CStr>) -> Self {
        s.into_owned()
    }
}
impl AsRef<CStr> for CString {
    fn as_ref(&self) -> &CStr {
        self
    }
}
impl Index<RangeFull> for CString {
    type Output = CStr;
    fn index(&self, _index: RangeFull) -> &CStr {
        self
    }
}
impl PartialEq<CStr> for CString {
    fn eq(&self, other: &CStr) -> bool {
        **self == *other
    }
}
impl PartialEq<&CStr> for CString {
    fn eq(&self, other: &&CStr) -> bool {
        **self == **other
    }
}
impl PartialEq<CString> for CStr {
    fn eq(&self, other: &CString) -> bool {
        *self == **other
    }
}
