//! What can be searched for in a string: a char, a string, chars of a set, a test.

use crate::fmt;
use crate::marker::PhantomData;
use crate::str;
use crate::str::shown::{self, Searched};

/// From which ends a kind of pattern can be searched for; the searching is the pattern's own.
#[unstable(feature = "pattern", issue = "27721", reason = "API not fully fleshed out and ready to be stabilized")]
pub trait Searcher<'a> {}
#[unstable(feature = "pattern", issue = "27721", reason = "API not fully fleshed out and ready to be stabilized")]
pub trait ReverseSearcher<'a>: Searcher<'a> {}
#[unstable(feature = "pattern", issue = "27721", reason = "API not fully fleshed out and ready to be stabilized")]
pub trait DoubleEndedSearcher<'a>: ReverseSearcher<'a> {}
macro_rules! searchers {
    ($([$($generics:tt)*] $name:ident<$($args:tt),*> $of:ty;)*) => {
        $(
        pub struct $name<$($generics)*> {
            of: PhantomData<$of>,
        }
        impl<$($generics)*> Searcher<'a> for $name<$($args),*> {}
        impl<$($generics)*> ReverseSearcher<'a> for $name<$($args),*> {}
        )*
    };
}
searchers! {
    ['a, 'b] StrSearcher<'a, 'b> (&'a str, &'b str);
    ['a] CharSearcher<'a> &'a str;
    ['a, F] CharPredicateSearcher<'a, F> (&'a str, F);
    ['a, 'b] CharSliceSearcher<'a, 'b> (&'a str, &'b [char]);
    ['a, const N: usize] CharArraySearcher<'a, N> (&'a str, [char; N]);
    ['a, 'b, const N: usize] CharArrayRefSearcher<'a, 'b, N> (&'a str, &'b [char; N]);
}
impl<'a> DoubleEndedSearcher<'a> for CharSearcher<'a> {}
impl<'a, F> DoubleEndedSearcher<'a> for CharPredicateSearcher<'a, F> {}
impl<'a, 'b> DoubleEndedSearcher<'a> for CharSliceSearcher<'a, 'b> {}
impl<'a, const N: usize> DoubleEndedSearcher<'a> for CharArraySearcher<'a, N> {}
impl<'a, 'b, const N: usize> DoubleEndedSearcher<'a> for CharArrayRefSearcher<'a, 'b, N> {}

#[unstable(feature = "pattern", issue = "27721", reason = "API not fully fleshed out and ready to be stabilized")]
pub trait Pattern: Sized {
    type Searcher<'a>: Searcher<'a>;
    /// The first match at or after byte `from`, as (start, end).
    fn find_in(&mut self, haystack: &str, from: usize) -> Option<(usize, usize)>;
    /// The last match that ends at or before byte `to`.
    fn rfind_in(&mut self, haystack: &str, to: usize) -> Option<(usize, usize)>;
    /// Where a match at the start ends.
    fn is_prefix_of(&mut self, haystack: &str) -> Option<usize>;
    /// Where a match at the end starts.
    fn is_suffix_of(&mut self, haystack: &str) -> Option<usize>;
    /// What rustc's std shows of a search for it.
    fn show_searcher(&self, f: &mut fmt::Formatter<'_>, at: Searched<'_>) -> fmt::Result;
}

impl<'b> Pattern for &'b str {
    type Searcher<'a> = StrSearcher<'a, 'b>;
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
    fn show_searcher(&self, f: &mut fmt::Formatter<'_>, at: Searched<'_>) -> fmt::Result {
        shown::str_searcher(f, at, *self)
    }
}
/// Patterns that are searched for as another pattern is.
macro_rules! pattern_as {
    ([$($generics:tt)*] $t:ty, $searcher:ty, $this:ident => $inner:expr, $f:ident $at:ident => $shown:expr) => {
        impl<$($generics)*> Pattern for $t {
            type Searcher<'a> = $searcher;
            fn find_in(&mut self, haystack: &str, from: usize) -> Option<(usize, usize)> {
                let $this = self;
                $inner.find_in(haystack, from)
            }
            fn rfind_in(&mut self, haystack: &str, to: usize) -> Option<(usize, usize)> {
                let $this = self;
                $inner.rfind_in(haystack, to)
            }
            fn is_prefix_of(&mut self, haystack: &str) -> Option<usize> {
                let $this = self;
                $inner.is_prefix_of(haystack)
            }
            fn is_suffix_of(&mut self, haystack: &str) -> Option<usize> {
                let $this = self;
                $inner.is_suffix_of(haystack)
            }
            fn show_searcher(&self, $f: &mut fmt::Formatter<'_>, $at: Searched<'_>) -> fmt::Result {
                let $this = self;
                $shown
            }
        }
    };
}
pattern_as! { ['b] &'b String, StrSearcher<'a, 'b>, this => this.as_str(), f at => shown::str_searcher(f, at, this.as_str()) }
pattern_as! { ['b, 'c] &'c &'b str, StrSearcher<'a, 'b>, this => &***this, f at => shown::str_searcher(f, at, **this) }
pattern_as! {
    [] char, CharSearcher<'a>, this => &*this.encode_utf8(&mut [0; 4]), f at => shown::char_searcher(f, at, *this)
}

/// Patterns that match one character, by a test.
macro_rules! pattern_of_chars {
    ([$($generics:tt)*] $t:ty, $searcher:ty, $this:ident, $c:ident => $test:expr, $f:ident $at:ident => $shown:expr) => {
        impl<$($generics)*> Pattern for $t {
            type Searcher<'a> = $searcher;
            fn find_in(&mut self, haystack: &str, from: usize) -> Option<(usize, usize)> {
                let $this = self;
                let mut at = from;
                while at < haystack.len() {
                    let ($c, n) = str::decode(haystack, at);
                    if $test {
                        return Some((at, at + n));
                    }
                    at += n;
                }
                None
            }
            fn rfind_in(&mut self, haystack: &str, to: usize) -> Option<(usize, usize)> {
                let $this = self;
                let mut at = to;
                while at > 0 {
                    let ($c, n) = str::decode_back(haystack, at);
                    if $test {
                        return Some((at - n, at));
                    }
                    at -= n;
                }
                None
            }
            fn is_prefix_of(&mut self, haystack: &str) -> Option<usize> {
                let $this = self;
                if haystack.is_empty() {
                    return None;
                }
                let ($c, n) = str::decode(haystack, 0);
                if $test { Some(n) } else { None }
            }
            fn is_suffix_of(&mut self, haystack: &str) -> Option<usize> {
                let $this = self;
                if haystack.is_empty() {
                    return None;
                }
                let ($c, n) = str::decode_back(haystack, haystack.len());
                if $test { Some(haystack.len() - n) } else { None }
            }
            fn show_searcher(&self, $f: &mut fmt::Formatter<'_>, $at: Searched<'_>) -> fmt::Result {
                let $this = self;
                $shown
            }
        }
    };
}
pattern_of_chars! {
    [F: FnMut(char) -> bool] F, CharPredicateSearcher<'a, F>, this, c => this(c), f at => shown::predicate_searcher(f, at)
}
pattern_of_chars! {
    ['b] &'b [char], CharSliceSearcher<'a, 'b>, this, c => this.contains(&c),
    f at => shown::set_searcher(f, at, "CharSliceSearcher", *this)
}
pattern_of_chars! {
    [const N: usize] [char; N], CharArraySearcher<'a, N>, this, c => this.contains(&c),
    f at => shown::set_searcher(f, at, "CharArraySearcher", this)
}
pattern_of_chars! {
    ['b, const N: usize] &'b [char; N], CharArrayRefSearcher<'a, 'b, N>, this, c => this.contains(&c),
    f at => shown::set_searcher(f, at, "CharArrayRefSearcher", *this)
}
