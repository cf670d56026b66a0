//! What a path consists of.

use crate::cmp::Ordering;
use crate::ffi::OsStr;
use crate::fmt;
use crate::iter::FusedIterator;
use crate::path::{Path, os};

#[derive(Copy, Clone, Debug, Hash, PartialOrd, Ord, PartialEq, Eq)]
pub enum Prefix<'a> {
    Verbatim(&'a OsStr),
    VerbatimUNC(&'a OsStr, &'a OsStr),
    VerbatimDisk(u8),
    DeviceNS(&'a OsStr),
    UNC(&'a OsStr, &'a OsStr),
    Disk(u8),
}
impl<'a> Prefix<'a> {
    #[must_use] pub fn is_verbatim(&self) -> bool {
        matches!(*self, Prefix::Verbatim(_) | Prefix::VerbatimDisk(_) | Prefix::VerbatimUNC(..))
    }
}
#[derive(Copy, Clone, Debug, Hash, PartialOrd, Ord, PartialEq, Eq)]
pub struct PrefixComponent<'a> {
    raw: &'a OsStr,
    parsed: Prefix<'a>,
}
impl<'a> PrefixComponent<'a> {
    #[must_use] pub fn kind(&self) -> Prefix<'a> {
        self.parsed
    }
    #[must_use] pub fn as_os_str(&self) -> &'a OsStr {
        self.raw
    }
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Component<'a> {
    Prefix(PrefixComponent<'a>),
    RootDir,
    CurDir,
    ParentDir,
    Normal(&'a OsStr),
}
impl<'a> Component<'a> {
    #[must_use] pub fn as_os_str(self) -> &'a OsStr {
        match self {
            Component::Prefix(p) => p.as_os_str(),
            Component::RootDir => OsStr::new("/"),
            Component::CurDir => OsStr::new("."),
            Component::ParentDir => OsStr::new(".."),
            Component::Normal(path) => path,
        }
    }
}
impl AsRef<OsStr> for Component<'_> {
    fn as_ref(&self) -> &OsStr {
        self.as_os_str()
    }
}
impl AsRef<Path> for Component<'_> {
    fn as_ref(&self) -> &Path {
        Path::new(self.as_os_str())
    }
}

/// `rest` is what has not been given yet; `at_start`: it begins where the path does, so that a root or a `.` there counts.
#[derive(Clone)]
#[must_use] pub struct Components<'a> {
    rest: &'a [u8],
    at_start: bool,
}
impl<'a> Components<'a> {
    pub(crate) fn of(path: &'a [u8]) -> Components<'a> {
        Components { rest: path, at_start: true }
    }
    fn has_root(&self) -> bool {
        self.at_start && self.rest.first() == Some(&b'/')
    }
    /// How many bytes at the start are a root or a leading `.`, which are components by themselves.
    fn start_length(&self) -> usize {
        if !self.at_start {
            return 0;
        }
        match self.rest {
            [b'/', ..] | [b'.'] | [b'.', b'/', ..] => 1,
            _ => 0,
        }
    }
    fn component(bytes: &'a [u8]) -> Option<Component<'a>> {
        match bytes {
            b"" | b"." => None,
            b".." => Some(Component::ParentDir),
            _ => Some(Component::Normal(os(bytes))),
        }
    }
    #[must_use] pub fn as_path(&self) -> &'a Path {
        let mut trimmed = self.clone();
        trimmed.trim_front();
        trimmed.trim_back();
        Path::of_bytes(trimmed.rest)
    }
    fn trim_front(&mut self) {
        while !self.at_start && !self.rest.is_empty() {
            let end = self.rest.iter().position(|b| *b == b'/').unwrap_or(self.rest.len());
            if Self::component(&self.rest[..end]).is_some() {
                return;
            }
            self.rest = &self.rest[(end + 1).min(self.rest.len())..];
        }
    }
    /// Where what is left ends, without separators and `.` at its end.
    pub(crate) fn end(&self) -> usize {
        let mut trimmed = self.clone();
        trimmed.trim_back();
        trimmed.rest.len()
    }
    fn trim_back(&mut self) {
        let start = self.start_length();
        while self.rest.len() > start {
            let begin = self.rest[start..].iter().rposition(|b| *b == b'/').map_or(start, |i| start + i + 1);
            if Self::component(&self.rest[begin..]).is_some() {
                return;
            }
            self.rest = &self.rest[..if begin > start { begin - 1 } else { start }];
        }
    }
}
impl<'a> Iterator for Components<'a> {
    type Item = Component<'a>;
    fn next(&mut self) -> Option<Component<'a>> {
        if self.at_start {
            let length = self.start_length();
            let is_root = self.has_root();
            self.at_start = false;
            if length > 0 {
                self.rest = &self.rest[length..];
                return Some(if is_root { Component::RootDir } else { Component::CurDir });
            }
        }
        while !self.rest.is_empty() {
            let end = self.rest.iter().position(|b| *b == b'/').unwrap_or(self.rest.len());
            let found = Self::component(&self.rest[..end]);
            self.rest = &self.rest[(end + 1).min(self.rest.len())..];
            if found.is_some() {
                return found;
            }
        }
        None
    }
}
impl<'a> DoubleEndedIterator for Components<'a> {
    fn next_back(&mut self) -> Option<Component<'a>> {
        self.trim_back();
        let start = self.start_length();
        if self.rest.len() > start {
            let begin = self.rest[start..].iter().rposition(|b| *b == b'/').map_or(start, |i| start + i + 1);
            let found = Self::component(&self.rest[begin..]);
            self.rest = &self.rest[..if begin > start { begin - 1 } else { start }];
            return found;
        }
        if start == 0 {
            return None;
        }
        let is_root = self.has_root();
        self.at_start = false;
        self.rest = &[];
        Some(if is_root { Component::RootDir } else { Component::CurDir })
    }
}
impl FusedIterator for Components<'_> {}
impl fmt::Debug for Components<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<_> = self.as_path().components().collect();
        f.debug_tuple("Components").field(&parts).finish()
    }
}
impl<'a> PartialEq for Components<'a> {
    fn eq(&self, other: &Self) -> bool {
        Iterator::eq(self.clone(), other.clone())
    }
}
impl Eq for Components<'_> {}
impl<'a> PartialOrd for Components<'a> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Components<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        Iterator::cmp(self.clone(), other.clone())
    }
}
impl AsRef<OsStr> for Components<'_> {
    fn as_ref(&self) -> &OsStr {
        self.as_path().as_os_str()
    }
}
impl AsRef<Path> for Components<'_> {
    fn as_ref(&self) -> &Path {
        self.as_path()
    }
}

/// What is left of `iter` after all of `prefix`; None if it doesn't begin with that.
pub(crate) fn iter_after<'a, 'b, I, J>(mut iter: I, mut prefix: J) -> Option<I>
where
    I: Iterator<Item = Component<'a>> + Clone,
    J: Iterator<Item = Component<'b>>,
{
    loop {
        let mut next = iter.clone();
        match (next.next(), prefix.next()) {
            (Some(x), Some(y)) if x == y => (),
            (_, Some(_)) => return None,
            (_, None) => return Some(iter),
        }
        iter = next;
    }
}

#[derive(Clone)]
#[must_use] pub struct Iter<'a> {
    pub(crate) inner: Components<'a>,
}
impl<'a> Iter<'a> {
    #[must_use] pub fn as_path(&self) -> &'a Path {
        self.inner.as_path()
    }
}
impl<'a> Iterator for Iter<'a> {
    type Item = &'a OsStr;
    fn next(&mut self) -> Option<&'a OsStr> {
        self.inner.next().map(Component::as_os_str)
    }
}
impl<'a> DoubleEndedIterator for Iter<'a> {
    fn next_back(&mut self) -> Option<&'a OsStr> {
        self.inner.next_back().map(Component::as_os_str)
    }
}
impl FusedIterator for Iter<'_> {}
impl fmt::Debug for Iter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<_> = self.as_path().iter().collect();
        f.debug_tuple("Iter").field(&parts).finish()
    }
}
impl AsRef<Path> for Iter<'_> {
    fn as_ref(&self) -> &Path {
        self.as_path()
    }
}
impl AsRef<OsStr> for Iter<'_> {
    fn as_ref(&self) -> &OsStr {
        self.as_path().as_os_str()
    }
}

#[derive(Copy, Clone, Debug)]
#[must_use] pub struct Ancestors<'a> {
    pub(crate) next: Option<&'a Path>,
}
impl<'a> Iterator for Ancestors<'a> {
    type Item = &'a Path;
    fn next(&mut self) -> Option<&'a Path> {
        let next = self.next;
        self.next = next.and_then(Path::parent);
        next
    }
}
impl FusedIterator for Ancestors<'_> {}
