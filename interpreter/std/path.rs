//! `std::path` as on Linux: paths are taken apart and put together, and no file system is asked.

pub mod components;

use crate::borrow::{Borrow, Cow, ToOwned};
use crate::cmp::Ordering;
use crate::error::Error;
use crate::ffi::os_str;
use crate::ffi::{OsStr, OsString};
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::ops::{Deref, DerefMut};
use crate::str::FromStr;

pub use components::{Ancestors, Component, Components, Iter, Prefix, PrefixComponent};

pub const MAIN_SEPARATOR: char = '/';
pub const MAIN_SEPARATOR_STR: &str = "/";
#[must_use] pub const fn is_separator(c: char) -> bool {
    c == '/'
}

#[repr(transparent)]
pub struct Path {
    inner: OsStr,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripPrefixError(());
impl fmt::Display for StripPrefixError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("prefix not found")
    }
}
impl Error for StripPrefixError {}

/// The stem and the extension of a file name: what is before and after its last dot.
fn rsplit_file_at_dot(file: &OsStr) -> (Option<&OsStr>, Option<&OsStr>) {
    let bytes = file.as_encoded_bytes();
    if bytes == b".." {
        return (Some(file), None);
    }
    match bytes.iter().rposition(|b| *b == b'.') {
        None | Some(0) => (Some(file), None),
        Some(at) => (Some(os(&bytes[..at])), Some(os(&bytes[at + 1..]))),
    }
}
fn split_file_at_dot(file: &OsStr) -> (&OsStr, Option<&OsStr>) {
    let bytes = file.as_encoded_bytes();
    if bytes == b".." {
        return (file, None);
    }
    match bytes[1..].iter().position(|b| *b == b'.') {
        None => (file, None),
        Some(at) => (os(&bytes[..at + 1]), Some(os(&bytes[at + 2..]))),
    }
}
pub(crate) fn os(bytes: &[u8]) -> &OsStr {
    unsafe { OsStr::from_encoded_bytes_unchecked(bytes) }
}

impl Path {
    pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &Path {
        unsafe { &*(s.as_ref() as *const OsStr as *const Path) }
    }
    pub(crate) fn of_bytes(bytes: &[u8]) -> &Path {
        Path::new(os(bytes))
    }
    pub(crate) fn bytes(&self) -> &[u8] {
        self.inner.as_encoded_bytes()
    }
    #[must_use] pub const fn as_os_str(&self) -> &OsStr {
        &self.inner
    }
    #[must_use] pub const fn as_mut_os_str(&mut self) -> &mut OsStr {
        &mut self.inner
    }
    #[must_use] pub fn to_str(&self) -> Option<&str> {
        self.inner.to_str()
    }
    #[must_use] pub fn to_string_lossy(&self) -> Cow<'_, str> {
        self.inner.to_string_lossy()
    }
    #[must_use] pub fn to_path_buf(&self) -> PathBuf {
        PathBuf { inner: self.inner.to_os_string() }
    }
    #[must_use] pub fn is_absolute(&self) -> bool {
        self.has_root()
    }
    #[must_use] pub fn is_relative(&self) -> bool {
        !self.is_absolute()
    }
    #[must_use] pub fn has_root(&self) -> bool {
        self.bytes().first() == Some(&b'/')
    }
    #[must_use] pub fn parent(&self) -> Option<&Path> {
        let mut comps = self.components();
        match comps.next_back() {
            Some(Component::Normal(_) | Component::CurDir | Component::ParentDir) => Some(comps.as_path()),
            _ => None,
        }
    }
    pub fn ancestors(&self) -> Ancestors<'_> {
        Ancestors { next: Some(self) }
    }
    #[must_use] pub fn file_name(&self) -> Option<&OsStr> {
        match self.components().next_back() {
            Some(Component::Normal(p)) => Some(p),
            _ => None,
        }
    }
    pub fn strip_prefix<P: AsRef<Path>>(&self, base: P) -> Result<&Path, StripPrefixError> {
        components::iter_after(self.components(), base.as_ref().components()).map(|c| c.as_path()).ok_or(StripPrefixError(()))
    }
    pub fn starts_with<P: AsRef<Path>>(&self, base: P) -> bool {
        components::iter_after(self.components(), base.as_ref().components()).is_some()
    }
    pub fn ends_with<P: AsRef<Path>>(&self, child: P) -> bool {
        components::iter_after(self.components().rev(), child.as_ref().components().rev()).is_some()
    }
    #[must_use] pub fn file_stem(&self) -> Option<&OsStr> {
        let (before, after) = rsplit_file_at_dot(self.file_name()?);
        before.or(after)
    }
    #[must_use] pub fn file_prefix(&self) -> Option<&OsStr> {
        self.file_name().map(|name| split_file_at_dot(name).0)
    }
    #[must_use] pub fn extension(&self) -> Option<&OsStr> {
        rsplit_file_at_dot(self.file_name()?).1
    }
    pub fn join<P: AsRef<Path>>(&self, path: P) -> PathBuf {
        let mut buf = self.to_path_buf();
        buf.push(path);
        buf
    }
    pub fn with_file_name<S: AsRef<OsStr>>(&self, file_name: S) -> PathBuf {
        let mut buf = self.to_path_buf();
        buf.set_file_name(file_name);
        buf
    }
    pub fn with_extension<S: AsRef<OsStr>>(&self, extension: S) -> PathBuf {
        let mut buf = self.to_path_buf();
        buf.set_extension(extension);
        buf
    }
    pub fn with_added_extension<S: AsRef<OsStr>>(&self, extension: S) -> PathBuf {
        let mut buf = self.to_path_buf();
        buf.add_extension(extension);
        buf
    }
    pub fn components(&self) -> Components<'_> {
        Components::of(self.bytes())
    }
    pub fn iter(&self) -> Iter<'_> {
        Iter { inner: self.components() }
    }
    #[must_use] pub fn display(&self) -> Display<'_> {
        Display { inner: self.inner.display() }
    }
    #[must_use] pub fn into_path_buf(self: Box<Path>) -> PathBuf {
        let inner: Box<OsStr> = unsafe { Box::from_raw(Box::into_raw(self) as *mut OsStr) };
        PathBuf { inner: OsString::from(inner) }
    }
}
impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}
impl PartialEq for Path {
    fn eq(&self, other: &Path) -> bool {
        self.components() == other.components()
    }
}
impl Eq for Path {}
impl PartialOrd for Path {
    fn partial_cmp(&self, other: &Path) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Path {
    fn cmp(&self, other: &Path) -> Ordering {
        self.components().cmp(other.components())
    }
}
impl Hash for Path {
    fn hash<H: Hasher>(&self, h: &mut H) {
        for component in self.components() {
            component.hash(h);
        }
    }
}
impl AsRef<OsStr> for Path {
    fn as_ref(&self) -> &OsStr {
        &self.inner
    }
}
impl AsRef<Path> for Path {
    fn as_ref(&self) -> &Path {
        self
    }
}
impl ToOwned for Path {
    type Owned = PathBuf;
    fn to_owned(&self) -> PathBuf {
        self.to_path_buf()
    }
}
impl<'a> IntoIterator for &'a Path {
    type Item = &'a OsStr;
    type IntoIter = Iter<'a>;
    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// A path to be printed, with the replacement character for what is no text.
pub struct Display<'a> {
    inner: os_str::Display<'a>,
}
impl fmt::Debug for Display<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}
impl fmt::Display for Display<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.inner, f)
    }
}

// ---------------------------------------------------------------- PathBuf

pub struct PathBuf {
    inner: OsString,
}

#[track_caller]
fn require_no_separator(extension: &OsStr) {
    if extension.as_encoded_bytes().contains(&b'/') {
        panic!("extension cannot contain path separators: {extension:?}");
    }
}

impl PathBuf {
    #[must_use] pub const fn new() -> PathBuf {
        PathBuf { inner: OsString::new() }
    }
    #[must_use] pub fn with_capacity(capacity: usize) -> PathBuf {
        PathBuf { inner: OsString::with_capacity(capacity) }
    }
    #[must_use] pub fn as_path(&self) -> &Path {
        self
    }
    pub fn push<P: AsRef<Path>>(&mut self, path: P) {
        let path = path.as_ref();
        if path.is_absolute() {
            self.inner.clear();
        } else if !self.inner.is_empty() && self.bytes().last() != Some(&b'/') {
            self.inner.push("/");
        }
        self.inner.push(path);
    }
    pub fn pop(&mut self) -> bool {
        match self.parent().map(|p| p.bytes().len()) {
            Some(length) => {
                self.inner.truncate(length);
                true
            }
            None => false,
        }
    }
    pub fn set_file_name<S: AsRef<OsStr>>(&mut self, file_name: S) {
        if self.file_name().is_some() {
            self.pop();
        }
        self.push(file_name.as_ref());
    }
    #[track_caller]
    pub fn set_extension<S: AsRef<OsStr>>(&mut self, extension: S) -> bool {
        let extension = extension.as_ref();
        require_no_separator(extension);
        let (name, stem) = match (self.file_name(), self.file_stem()) {
            (Some(name), Some(stem)) => (name.len(), stem.len()),
            _ => return false,
        };
        let end = self.start_of_file_name(name) + stem;
        self.inner.truncate(end);
        if !extension.is_empty() {
            self.inner.push(".");
            self.inner.push(extension);
        }
        true
    }
    #[track_caller]
    pub fn add_extension<S: AsRef<OsStr>>(&mut self, extension: S) -> bool {
        let extension = extension.as_ref();
        require_no_separator(extension);
        let name = match self.file_name() {
            None => return false,
            Some(name) => name.len(),
        };
        if !extension.is_empty() {
            let end = self.start_of_file_name(name) + name;
            self.inner.truncate(end);
            self.inner.push(".");
            self.inner.push(extension);
        }
        true
    }
    /// At which byte the last component, which is a file name of that length, begins.
    fn start_of_file_name(&self, length: usize) -> usize {
        self.components().end() - length
    }
    #[must_use] pub fn as_mut_os_string(&mut self) -> &mut OsString {
        &mut self.inner
    }
    #[must_use] pub fn into_os_string(self) -> OsString {
        self.inner
    }
    #[must_use] pub fn into_boxed_path(self) -> Box<Path> {
        unsafe { Box::from_raw(Box::into_raw(self.inner.into_boxed_os_str()) as *mut Path) }
    }
    #[must_use] pub fn capacity(&self) -> usize {
        self.inner.capacity()
    }
    pub fn clear(&mut self) {
        self.inner.clear()
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
}
impl Clone for PathBuf {
    fn clone(&self) -> Self {
        PathBuf { inner: self.inner.clone() }
    }
}
impl fmt::Debug for PathBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
impl Deref for PathBuf {
    type Target = Path;
    fn deref(&self) -> &Path {
        Path::new(&self.inner)
    }
}
impl DerefMut for PathBuf {
    fn deref_mut(&mut self) -> &mut Path {
        unsafe { &mut *(&mut *self.inner as *mut OsStr as *mut Path) }
    }
}
impl Borrow<Path> for PathBuf {
    fn borrow(&self) -> &Path {
        self
    }
}
impl Default for PathBuf {
    fn default() -> Self {
        PathBuf::new()
    }
}
impl PartialEq for PathBuf {
    fn eq(&self, other: &PathBuf) -> bool {
        self.components() == other.components()
    }
}
impl Eq for PathBuf {}
impl PartialOrd for PathBuf {
    fn partial_cmp(&self, other: &PathBuf) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for PathBuf {
    fn cmp(&self, other: &PathBuf) -> Ordering {
        self.components().cmp(other.components())
    }
}
impl Hash for PathBuf {
    fn hash<H: Hasher>(&self, h: &mut H) {
        self.as_path().hash(h)
    }
}
impl AsRef<OsStr> for PathBuf {
    fn as_ref(&self) -> &OsStr {
        &self.inner
    }
}
impl AsRef<Path> for PathBuf {
    fn as_ref(&self) -> &Path {
        self
    }
}
impl<'a> IntoIterator for &'a PathBuf {
    type Item = &'a OsStr;
    type IntoIter = Iter<'a>;
    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}
impl<T: ?Sized + AsRef<OsStr>> From<&T> for PathBuf {
    fn from(s: &T) -> PathBuf {
        PathBuf::from(s.as_ref().to_os_string())
    }
}
impl From<OsString> for PathBuf {
    fn from(s: OsString) -> PathBuf {
        PathBuf { inner: s }
    }
}
impl From<String> for PathBuf {
    fn from(s: String) -> PathBuf {
        PathBuf::from(OsString::from(s))
    }
}
impl From<Box<Path>> for PathBuf {
    fn from(boxed: Box<Path>) -> PathBuf {
        boxed.into_path_buf()
    }
}
impl<'a> From<Cow<'a, Path>> for PathBuf {
    fn from(p: Cow<'a, Path>) -> Self {
        p.into_owned()
    }
}
impl FromStr for PathBuf {
    type Err = crate::convert::Infallible;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Ok(PathBuf::from(s))
    }
}
impl<P: AsRef<Path>> FromIterator<P> for PathBuf {
    fn from_iter<I: IntoIterator<Item = P>>(iter: I) -> PathBuf {
        let mut buf = PathBuf::new();
        buf.extend(iter);
        buf
    }
}
impl<P: AsRef<Path>> Extend<P> for PathBuf {
    fn extend<I: IntoIterator<Item = P>>(&mut self, iter: I) {
        iter.into_iter().for_each(|p| self.push(p.as_ref()));
    }
}

// ---------------------------------------------------------------- comparison with each other and with text

macro_rules! compare {
    ($([$($lifetimes:tt)*] $a:ty, $b:ty;)*) => {
        $(
        impl<$($lifetimes)*> PartialEq<$b> for $a {
            fn eq(&self, other: &$b) -> bool {
                <Path as PartialEq>::eq(AsRef::<Path>::as_ref(self), AsRef::<Path>::as_ref(other))
            }
        }
        impl<$($lifetimes)*> PartialEq<$a> for $b {
            fn eq(&self, other: &$a) -> bool {
                <Path as PartialEq>::eq(AsRef::<Path>::as_ref(self), AsRef::<Path>::as_ref(other))
            }
        }
        )*
    };
}
macro_rules! order {
    ($([$($lifetimes:tt)*] $a:ty, $b:ty;)*) => {
        $(
        impl<$($lifetimes)*> PartialOrd<$b> for $a {
            fn partial_cmp(&self, other: &$b) -> Option<Ordering> {
                <Path as PartialOrd>::partial_cmp(AsRef::<Path>::as_ref(self), AsRef::<Path>::as_ref(other))
            }
        }
        impl<$($lifetimes)*> PartialOrd<$a> for $b {
            fn partial_cmp(&self, other: &$a) -> Option<Ordering> {
                <Path as PartialOrd>::partial_cmp(AsRef::<Path>::as_ref(self), AsRef::<Path>::as_ref(other))
            }
        }
        )*
    };
}
compare! {
    [] PathBuf, Path;
    ['a] PathBuf, &'a Path;
    ['a] Cow<'a, Path>, Path;
    ['a, 'b] Cow<'a, Path>, &'b Path;
    ['a] Cow<'a, Path>, PathBuf;
    ['a] Cow<'a, OsStr>, Path;
    ['a, 'b] Cow<'a, OsStr>, &'b Path;
    ['a] Cow<'a, OsStr>, PathBuf;
    ['a] Cow<'a, Path>, OsStr;
    ['a, 'b] Cow<'a, Path>, &'b OsStr;
    ['a] Cow<'a, Path>, OsString;
    [] PathBuf, OsStr;
    ['a] PathBuf, &'a OsStr;
    [] PathBuf, OsString;
    [] Path, OsStr;
    ['a] Path, &'a OsStr;
    ['a] &'a Path, OsStr;
    [] Path, OsString;
    ['a] &'a Path, OsString;
    [] Path, str;
    [] Path, String;
    [] PathBuf, str;
    [] PathBuf, String;
}
order! {
    [] PathBuf, Path;
    ['a] PathBuf, &'a Path;
    ['a] Cow<'a, Path>, Path;
    ['a, 'b] Cow<'a, Path>, &'b Path;
    ['a] Cow<'a, Path>, PathBuf;
    ['a] Cow<'a, OsStr>, Path;
    ['a, 'b] Cow<'a, OsStr>, &'b Path;
    ['a] Cow<'a, OsStr>, PathBuf;
    ['a] Cow<'a, Path>, OsStr;
    ['a, 'b] Cow<'a, Path>, &'b OsStr;
    ['a] Cow<'a, Path>, OsString;
    [] PathBuf, OsStr;
    ['a] PathBuf, &'a OsStr;
    [] PathBuf, OsString;
    [] Path, OsStr;
    ['a] Path, &'a OsStr;
    ['a] &'a Path, OsStr;
    [] Path, OsString;
    ['a] &'a Path, OsString;
}
