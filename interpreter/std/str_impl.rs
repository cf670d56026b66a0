//! The methods and impls of `str`.

use crate::borrow::{Cow, ToOwned};
use crate::cmp::Ordering;
use crate::fmt;
use crate::ops::{
    self, Bound, Index, IndexMut, Range, RangeBounds, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive,
};
use crate::slice::SliceIndex;
use crate::str::pattern::{DoubleEndedSearcher, Pattern, ReverseSearcher};
use crate::str::split::{Matcher, Parts};
use crate::str::{self, *};

impl str {
    #[must_use] pub const fn len(&self) -> usize {
        self.as_bytes().len()
    }
    #[must_use] pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
    #[intrinsic = "str_is_char_boundary"]
    #[must_use] pub const fn is_char_boundary(&self, index: usize) -> bool;
    #[intrinsic = "retype"]
    #[must_use] pub const fn as_bytes(&self) -> &[u8];
    #[intrinsic = "retype"]
    #[must_use] pub const unsafe fn as_bytes_mut(&mut self) -> &mut [u8];
    #[must_use] pub const fn as_ptr(&self) -> *const u8 {
        self.as_bytes().as_ptr()
    }
    #[rustc_const_unstable(feature = "const_index", issue = "143775")]
    pub fn get<I: SliceIndex<str>>(&self, i: I) -> Option<&I::Output> {
        i.get(self)
    }
    #[rustc_const_unstable(feature = "const_index", issue = "143775")]
    pub fn get_mut<I: SliceIndex<str>>(&mut self, i: I) -> Option<&mut I::Output> {
        i.get_mut(self)
    }
    #[panics_at = "core/src/str/mod.rs:849:21"]
    #[must_use] pub const fn split_at(&self, mid: usize) -> (&str, &str) {
        match self.split_at_checked(mid) {
            Some(pair) => pair,
            None => slice_error(self, 0, mid),
        }
    }
    #[must_use] pub const fn split_at_checked(&self, mid: usize) -> Option<(&str, &str)> {
        if self.is_char_boundary(mid) {
            Some((str::slice(self, 0, mid), str::slice(self, mid, self.len())))
        } else {
            None
        }
    }
    #[track_caller]
    #[must_use] pub const fn split_at_mut(&mut self, mid: usize) -> (&mut str, &mut str) {
        match self.split_at_mut_checked(mid) {
            Some(pair) => pair,
            None => slice_error(self, 0, mid),
        }
    }
    #[must_use] pub const fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut str, &mut str)> {
        if !self.is_char_boundary(mid) {
            return None;
        }
        let (head, tail) = unsafe { self.as_bytes_mut() }.split_at_mut(mid);
        Some((str::from_bytes_mut(head), str::from_bytes_mut(tail)))
    }
    pub const fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {
        str::from_utf8(v)
    }
    pub const fn from_utf8_mut(v: &mut [u8]) -> Result<&mut str, Utf8Error> {
        str::from_utf8_mut(v)
    }
    #[must_use] pub const unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {
        str::from_bytes(v)
    }
    #[must_use] pub const unsafe fn from_utf8_unchecked_mut(v: &mut [u8]) -> &mut str {
        str::from_bytes_mut(v)
    }
    #[must_use] pub const fn as_mut_ptr(&mut self) -> *mut u8 {
        unsafe { self.as_bytes_mut().as_mut_ptr() }
    }
    #[panics_at = "core/src/str/mod.rs:691:22"]
    pub unsafe fn get_unchecked<I: SliceIndex<str>>(&self, i: I) -> &I::Output {
        match i.get(self) {
            Some(part) => part,
            None => crate::rt::precondition_violated("str::get_unchecked requires that the range is within the string slice"),
        }
    }
    #[panics_at = "core/src/str/mod.rs:726:26"]
    pub unsafe fn get_unchecked_mut<I: SliceIndex<str>>(&mut self, i: I) -> &mut I::Output {
        match i.get_mut(self) {
            Some(part) => part,
            None => crate::rt::precondition_violated("str::get_unchecked_mut requires that the range is within the string slice"),
        }
    }
    pub fn chars(&self) -> Chars<'_> {
        Chars::new(self)
    }
    pub fn char_indices(&self) -> CharIndices<'_> {
        CharIndices::new(self)
    }
    pub fn bytes(&self) -> Bytes<'_> {
        str::Bytes(self.as_bytes().iter().copied())
    }
    #[must_use] pub fn split_whitespace(&self) -> SplitWhitespace<'_> {
        SplitWhitespace::new(self)
    }
    #[must_use] pub fn split_ascii_whitespace(&self) -> SplitAsciiWhitespace<'_> {
        SplitAsciiWhitespace::new(self)
    }
    pub fn lines(&self) -> Lines<'_> {
        Lines::new(self)
    }
    pub fn contains<P: Pattern>(&self, mut pat: P) -> bool {
        pat.find_in(self, 0).is_some()
    }
    pub fn starts_with<P: Pattern>(&self, mut pat: P) -> bool {
        pat.is_prefix_of(self).is_some()
    }
    pub fn ends_with<P: Pattern>(&self, mut pat: P) -> bool
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        pat.is_suffix_of(self).is_some()
    }
    pub fn find<P: Pattern>(&self, mut pat: P) -> Option<usize> {
        match pat.find_in(self, 0) {
            Some((start, _)) => Some(start),
            None => None,
        }
    }
    pub fn rfind<P: Pattern>(&self, mut pat: P) -> Option<usize>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        match pat.rfind_in(self, self.len()) {
            Some((start, _)) => Some(start),
            None => None,
        }
    }
    pub fn split<P: Pattern>(&self, pat: P) -> Split<'_, P> {
        Split { parts: Parts::new(self, pat, true) }
    }
    pub fn split_inclusive<P: Pattern>(&self, pat: P) -> SplitInclusive<'_, P> {
        SplitInclusive { parts: Parts::new(self, pat, false) }
    }
    pub fn split_terminator<P: Pattern>(&self, pat: P) -> SplitTerminator<'_, P> {
        SplitTerminator { parts: Parts::new(self, pat, false) }
    }
    pub fn splitn<P: Pattern>(&self, n: usize, pat: P) -> SplitN<'_, P> {
        SplitN { parts: Parts::new(self, pat, true), count: n }
    }
    pub fn rsplit<P: Pattern>(&self, pat: P) -> RSplit<'_, P>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        RSplit { parts: Parts::new(self, pat, true) }
    }
    pub fn rsplitn<P: Pattern>(&self, n: usize, pat: P) -> RSplitN<'_, P>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        RSplitN { parts: Parts::new(self, pat, true), count: n }
    }
    pub fn split_once<P: Pattern>(&self, mut delimiter: P) -> Option<(&str, &str)> {
        let (start, end) = delimiter.find_in(self, 0)?;
        Some((str::slice(self, 0, start), str::slice(self, end, self.len())))
    }
    pub fn rsplit_once<P: Pattern>(&self, mut delimiter: P) -> Option<(&str, &str)>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        let (start, end) = delimiter.rfind_in(self, self.len())?;
        Some((str::slice(self, 0, start), str::slice(self, end, self.len())))
    }
    pub fn matches<P: Pattern>(&self, pat: P) -> Matches<'_, P> {
        Matches { matcher: Matcher::new(self, pat) }
    }
    pub fn match_indices<P: Pattern>(&self, pat: P) -> MatchIndices<'_, P> {
        MatchIndices { matcher: Matcher::new(self, pat) }
    }
    #[must_use] pub fn trim(&self) -> &str {
        self.trim_start().trim_end()
    }
    #[must_use] pub fn trim_start(&self) -> &str {
        self.trim_start_matches(char::is_whitespace)
    }
    #[must_use] pub fn trim_end(&self) -> &str {
        self.trim_end_matches(char::is_whitespace)
    }
    #[must_use] pub fn trim_left(&self) -> &str {
        self.trim_start()
    }
    #[must_use] pub fn trim_right(&self) -> &str {
        self.trim_end()
    }
    #[must_use] pub fn trim_matches<P: Pattern>(&self, mut pat: P) -> &str
    where
        for<'a> P::Searcher<'a>: DoubleEndedSearcher<'a>,
    {
        let rest = strip_start(self, &mut pat);
        strip_end(rest, &mut pat)
    }
    #[must_use] pub fn trim_start_matches<P: Pattern>(&self, mut pat: P) -> &str {
        strip_start(self, &mut pat)
    }
    #[must_use] pub fn trim_end_matches<P: Pattern>(&self, mut pat: P) -> &str
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        strip_end(self, &mut pat)
    }
    #[must_use] pub fn trim_left_matches<P: Pattern>(&self, pat: P) -> &str {
        self.trim_start_matches(pat)
    }
    #[must_use] pub fn trim_right_matches<P: Pattern>(&self, pat: P) -> &str
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        self.trim_end_matches(pat)
    }
    #[must_use] pub const fn trim_ascii(&self) -> &str {
        self.trim_matches(|c: char| c.is_ascii_whitespace())
    }
    #[must_use] pub const fn trim_ascii_start(&self) -> &str {
        self.trim_start_matches(|c: char| c.is_ascii_whitespace())
    }
    #[must_use] pub const fn trim_ascii_end(&self) -> &str {
        self.trim_end_matches(|c: char| c.is_ascii_whitespace())
    }
    pub fn rsplit_terminator<P: Pattern>(&self, pat: P) -> RSplitTerminator<'_, P>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        RSplitTerminator { parts: Parts::new(self, pat, false) }
    }
    pub fn rmatches<P: Pattern>(&self, pat: P) -> RMatches<'_, P>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        RMatches { matcher: Matcher::new(self, pat) }
    }
    pub fn rmatch_indices<P: Pattern>(&self, pat: P) -> RMatchIndices<'_, P>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        RMatchIndices { matcher: Matcher::new(self, pat) }
    }
    #[must_use] pub fn encode_utf16(&self) -> EncodeUtf16<'_> {
        EncodeUtf16 { chars: self.chars(), extra: 0 }
    }
    #[must_use] pub fn strip_prefix<P: Pattern>(&self, mut prefix: P) -> Option<&str> {
        match prefix.is_prefix_of(self) {
            Some(end) => Some(str::slice(self, end, self.len())),
            None => None,
        }
    }
    #[must_use] pub fn strip_suffix<P: Pattern>(&self, mut suffix: P) -> Option<&str>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        match suffix.is_suffix_of(self) {
            Some(start) => Some(str::slice(self, 0, start)),
            None => None,
        }
    }
    pub fn parse<F: FromStr>(&self) -> Result<F, F::Err> {
        FromStr::from_str(self)
    }
    #[must_use] pub const fn is_ascii(&self) -> bool {
        self.as_bytes().is_ascii()
    }
    #[must_use] pub const fn eq_ignore_ascii_case(&self, other: &str) -> bool {
        self.as_bytes().eq_ignore_ascii_case(other.as_bytes())
    }
    pub const fn make_ascii_uppercase(&mut self) {
        unsafe { self.as_bytes_mut().make_ascii_uppercase() }
    }
    pub const fn make_ascii_lowercase(&mut self) {
        unsafe { self.as_bytes_mut().make_ascii_lowercase() }
    }
    #[must_use] pub fn to_ascii_uppercase(&self) -> String {
        let mut s = String::from(self);
        s.make_ascii_uppercase();
        s
    }
    #[must_use] pub fn to_ascii_lowercase(&self) -> String {
        let mut s = String::from(self);
        s.make_ascii_lowercase();
        s
    }
    #[must_use] pub fn to_lowercase(&self) -> String {
        String::from(str::lowercase(self))
    }
    #[must_use] pub fn to_uppercase(&self) -> String {
        String::from(str::uppercase(self))
    }
    #[panics_at = "alloc/src/slice.rs:523:50"]
    #[must_use] pub fn repeat(&self, n: usize) -> String {
        let mut s = String::with_capacity(self.len().checked_mul(n).expect("capacity overflow"));
        let mut i = 0;
        while i < n {
            s.push_str(self);
            i += 1;
        }
        s
    }
    #[must_use] pub fn replace<P: Pattern>(&self, mut from: P, to: &str) -> String {
        self.replacen(from, to, usize::MAX)
    }
    #[must_use] pub fn replacen<P: Pattern>(&self, mut pat: P, to: &str, count: usize) -> String {
        let mut result = String::new();
        let mut last = 0;
        let mut scan = 0;
        let mut done = 0;
        while done < count && scan <= self.len() {
            match pat.find_in(self, scan) {
                Some((a, b)) => {
                    result.push_str(str::slice(self, last, a));
                    result.push_str(to);
                    last = b;
                    scan = if a == b && b < self.len() { b + str::decode(self, b).1 } else if a == b { b + 1 } else { b };
                    done += 1;
                }
                None => break,
            }
        }
        result.push_str(str::slice(self, last, self.len()));
        result
    }
    #[must_use] pub fn into_string(self: Box<str>) -> String {
        String::from(&*self)
    }
    #[must_use] pub fn into_boxed_bytes(self: Box<str>) -> Box<[u8]> {
        str::boxed_into_bytes(self)
    }
    #[must_use] pub fn escape_debug(&self) -> EscapeDebug<'_> {
        EscapeDebug { text: Chars::new(str::escaped(self, 0)), of: crate::marker::PhantomData }
    }
    #[must_use] pub fn escape_default(&self) -> EscapeDefault<'_> {
        EscapeDefault { text: Chars::new(str::escaped(self, 1)), of: crate::marker::PhantomData }
    }
    #[must_use] pub fn escape_unicode(&self) -> EscapeUnicode<'_> {
        EscapeUnicode { text: Chars::new(str::escaped(self, 2)), of: crate::marker::PhantomData }
    }
    pub const fn ceil_char_boundary(&self, index: usize) -> usize {
        if index >= self.len() {
            return self.len();
        }
        let mut i = index;
        while !self.is_char_boundary(i) {
            i += 1;
        }
        i
    }
    pub const fn floor_char_boundary(&self, index: usize) -> usize {
        if index >= self.len() {
            return self.len();
        }
        let mut i = index;
        while !self.is_char_boundary(i) {
            i -= 1;
        }
        i
    }
}

fn strip_start<'a, P: Pattern>(text: &'a str, pat: &mut P) -> &'a str {
    let mut rest = text;
    loop {
        match pat.is_prefix_of(rest) {
            Some(end) if end > 0 => rest = str::slice(rest, end, rest.len()),
            _ => return rest,
        }
    }
}
fn strip_end<'a, P: Pattern>(text: &'a str, pat: &mut P) -> &'a str {
    let mut rest = text;
    loop {
        match pat.is_suffix_of(rest) {
            Some(start) if start < rest.len() => rest = str::slice(rest, 0, start),
            _ => return rest,
        }
    }
}

impl PartialEq for str {
    fn eq(&self, other: &str) -> bool {
        str::equal(self, other)
    }
    fn ne(&self, other: &str) -> bool {
        !str::equal(self, other)
    }
}
impl Eq for str {}
impl PartialOrd for str {
    fn partial_cmp(&self, other: &str) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for str {
    fn cmp(&self, other: &str) -> Ordering {
        str::compare(self, other).cmp(&0)
    }
}
impl crate::hash::Hash for str {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        state.write_str(self)
    }
}
impl fmt::Display for str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}
impl fmt::Debug for str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(str::debug_text(self))
    }
}
impl ToOwned for str {
    type Owned = String;
    fn to_owned(&self) -> String {
        String::from(self)
    }
}
impl AsRef<str> for str {
    fn as_ref(&self) -> &str {
        self
    }
}
impl AsRef<[u8]> for str {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}
impl AsMut<str> for str {
    fn as_mut(&mut self) -> &mut str {
        self
    }
}
impl Default for &mut str {
    fn default() -> Self {
        str::from_bytes_mut(&mut [])
    }
}
impl<'a> PartialEq<Cow<'a, str>> for str {
    fn eq(&self, other: &Cow<'a, str>) -> bool {
        self == &**other
    }
}
impl<'a, 'b> PartialEq<Cow<'a, str>> for &'b str {
    fn eq(&self, other: &Cow<'a, str>) -> bool {
        *self == &**other
    }
}
impl<I> Index<I> for str
where
    I: SliceIndex<str>,
{
    type Output = I::Output;
    #[track_caller]
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}
impl<I> IndexMut<I> for str
where
    I: SliceIndex<str>,
{
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }
}

/// Panics as slicing a str outside of its bounds or between boundaries does; `end` is as written, so of an inclusive range that
/// goes too far its last index.
#[track_caller]
fn slice_error(s: &str, start: usize, end: usize) -> ! {
    if start > s.len() || end > s.len() {
        let (which, oob) = if start > s.len() { ("start", start) } else { ("end", end) };
        panic!("{which} byte index {oob} is out of bounds of `{s}`");
    }
    if start > end {
        panic!("begin > end ({start} > {end}) when slicing `{s}`");
    }
    let (which, index) = if !s.is_char_boundary(start) { ("start", start) } else { ("end", end) };
    if index == s.len() {
        panic!("end byte index {end} is out of bounds of `{s}`");
    }
    let mut char_start = index;
    while !s.is_char_boundary(char_start) {
        char_start -= 1;
    }
    let (ch, n) = str::decode(s, char_start);
    let char_end = char_start + n;
    panic!("{which} byte index {index} is not a char boundary; it is inside {ch:?} (bytes {char_start}..{char_end}) of `{s}`");
}
#[track_caller]
fn checked(s: &str, start: usize, end: usize) -> &str {
    if start > end || end > s.len() || !s.is_char_boundary(start) || !s.is_char_boundary(end) {
        slice_error(s, start, end)
    }
    str::slice(s, start, end)
}
fn tried(s: &str, start: usize, end: usize) -> Option<&str> {
    if start > end || end > s.len() || !s.is_char_boundary(start) || !s.is_char_boundary(end) {
        None
    } else {
        Some(str::slice(s, start, end))
    }
}
#[intrinsic = "retype"]
fn as_mut<'a>(s: &'a str) -> &'a mut str;

macro_rules! str_index {
    ($($t:ty, $self:ident, $s:ident, $start:expr, $end:expr;)*) => {
        $(impl SliceIndex<str> for $t {
            type Output = str;
            fn get($self, $s: &str) -> Option<&str> {
                tried($s, $start, $end)
            }
            fn get_mut($self, $s: &mut str) -> Option<&mut str> {
                match tried($s, $start, $end) {
                    Some(part) => Some(as_mut(part)),
                    None => None,
                }
            }
            #[track_caller]
            fn index($self, $s: &str) -> &str {
                checked($s, $start, $end)
            }
            #[track_caller]
            fn index_mut($self, $s: &mut str) -> &mut str {
                as_mut(checked($s, $start, $end))
            }
        })*
    };
}
str_index! {
    Range<usize>, self, s, self.start, self.end;
    RangeFrom<usize>, self, s, self.start, s.len();
    RangeTo<usize>, self, s, 0, self.end;
    RangeFull, self, s, 0, s.len();
}
macro_rules! str_index_inclusive {
    ($($t:ty, $self:ident, $start:expr;)*) => {
        $(impl SliceIndex<str> for $t {
            type Output = str;
            fn get($self, s: &str) -> Option<&str> {
                if $self.end < s.len() { tried(s, $start, $self.end + 1) } else { None }
            }
            fn get_mut($self, s: &mut str) -> Option<&mut str> {
                if $self.end < s.len() { ($start..$self.end + 1).get_mut(s) } else { None }
            }
            #[track_caller]
            fn index($self, s: &str) -> &str {
                if $self.end >= s.len() {
                    slice_error(s, $start, $self.end)
                }
                checked(s, $start, $self.end + 1)
            }
            #[track_caller]
            fn index_mut($self, s: &mut str) -> &mut str {
                as_mut($self.index(s))
            }
        })*
    };
}
str_index_inclusive! {
    RangeInclusive<usize>, self, self.first();
    RangeToInclusive<usize>, self, 0;
}
impl AsRef<crate::ffi::OsStr> for str {
    fn as_ref(&self) -> &crate::ffi::OsStr {
        crate::ffi::OsStr::of_str(self)
    }
}
impl AsRef<crate::path::Path> for str {
    fn as_ref(&self) -> &crate::path::Path {
        crate::path::Path::new(self)
    }
}
impl SliceIndex<str> for (Bound<usize>, Bound<usize>) {
    type Output = str;
    fn get(self, s: &str) -> Option<&str> {
        ops::bounds_range(self, s.len())?.get(s)
    }
    fn get_mut(self, s: &mut str) -> Option<&mut str> {
        ops::bounds_range(self, s.len())?.get_mut(s)
    }
    #[track_caller]
    fn index(self, s: &str) -> &str {
        ops::resolve_range(self, s.len()).index(s)
    }
    #[track_caller]
    fn index_mut(self, s: &mut str) -> &mut str {
        ops::resolve_range(self, s.len()).index_mut(s)
    }
}
