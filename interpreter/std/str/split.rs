//! The iterators over parts of text and over matches of a pattern.

use crate::fmt;
use crate::iter::FusedIterator;
use crate::str::pattern::{DoubleEndedSearcher, Pattern, ReverseSearcher};
use crate::str::shown::Searched;
use crate::str::{decode, decode_back, slice};

/// The matches of a pattern that neither end has found yet.
#[derive(Clone)]
pub(crate) struct Matcher<'a, P> {
    pub(crate) text: &'a str,
    /// From where the next match is searched for.
    pub(crate) front: usize,
    /// Up to where the last match is searched for; None after an empty match at the start.
    pub(crate) back: Option<usize>,
    pub(crate) pattern: P,
}
impl<'a, P: Pattern> Matcher<'a, P> {
    pub(crate) fn new(text: &'a str, pattern: P) -> Matcher<'a, P> {
        Matcher { text, front: 0, back: Some(text.len()), pattern }
    }
    fn next_match(&mut self) -> Option<(usize, usize)> {
        let to = self.back?;
        if self.front > to {
            return None;
        }
        let Some((a, b)) = self.pattern.find_in(slice(self.text, 0, to), self.front) else {
            self.front = to;
            return None;
        };
        self.front = if a < b {
            b
        } else if b < to {
            b + decode(self.text, b).1
        } else {
            b + 1
        };
        Some((a, b))
    }
    fn next_match_back(&mut self) -> Option<(usize, usize)> {
        let (a, b) = match self.pattern.rfind_in(self.text, self.back?) {
            Some((a, b)) if a >= self.front => (a, b),
            _ => {
                self.back = Some(self.front);
                return None;
            }
        };
        self.back = if a < b {
            Some(a)
        } else if a > 0 {
            Some(a - decode_back(self.text, a).1)
        } else {
            None
        };
        Some((a, b))
    }
}

/// The text between matches: what `split` and its kin share (core: `SplitInternal`).
#[derive(Clone)]
pub(crate) struct Parts<'a, P> {
    pub(crate) matcher: Matcher<'a, P>,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) allow_trailing_empty: bool,
    pub(crate) finished: bool,
}
impl<'a, P: Pattern> Parts<'a, P> {
    pub(crate) fn new(text: &'a str, pattern: P, allow_trailing_empty: bool) -> Parts<'a, P> {
        Parts { matcher: Matcher::new(text, pattern), start: 0, end: text.len(), allow_trailing_empty, finished: false }
    }
    fn part(&self, start: usize, end: usize) -> Option<&'a str> {
        Some(slice(self.matcher.text, start, end))
    }
    fn rest(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        self.finished = true;
        if self.allow_trailing_empty || self.start < self.end { self.part(self.start, self.end) } else { None }
    }
    fn next(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        match self.matcher.next_match() {
            Some((a, b)) => {
                let start = crate::mem::replace(&mut self.start, b);
                self.part(start, a)
            }
            None => self.rest(),
        }
    }
    fn next_inclusive(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        match self.matcher.next_match() {
            Some((_, b)) => {
                let start = crate::mem::replace(&mut self.start, b);
                self.part(start, b)
            }
            None => self.rest(),
        }
    }
    fn next_back(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        if !self.allow_trailing_empty {
            self.allow_trailing_empty = true;
            match self.next_back() {
                Some(part) if !part.is_empty() => return Some(part),
                _ => {
                    if self.finished {
                        return None;
                    }
                }
            }
        }
        match self.matcher.next_match_back() {
            Some((a, b)) => {
                let end = crate::mem::replace(&mut self.end, a);
                self.part(b, end)
            }
            None => self.rest(),
        }
    }
    fn next_back_inclusive(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        if !self.allow_trailing_empty {
            self.allow_trailing_empty = true;
            match self.next_back_inclusive() {
                Some(part) if !part.is_empty() => return Some(part),
                _ => {
                    if self.finished {
                        return None;
                    }
                }
            }
        }
        match self.matcher.next_match_back() {
            Some((_, b)) => {
                let end = crate::mem::replace(&mut self.end, b);
                self.part(b, end)
            }
            None => self.rest(),
        }
    }
}
macro_rules! split_kinds {
    ($($forward:ident $reverse:ident;)*) => {
        $(
        #[derive(Clone)]
        pub struct $forward<'a, P: Pattern> {
            pub(crate) parts: Parts<'a, P>,
        }
        impl<'a, P: Pattern> Iterator for $forward<'a, P> {
            type Item = &'a str;
            fn next(&mut self) -> Option<&'a str> {
                self.parts.next()
            }
        }
        impl<'a, P: Pattern> DoubleEndedIterator for $forward<'a, P>
        where
            P::Searcher<'a>: DoubleEndedSearcher<'a>,
        {
            fn next_back(&mut self) -> Option<&'a str> {
                self.parts.next_back()
            }
        }
        impl<'a, P: Pattern> FusedIterator for $forward<'a, P> {}
        #[derive(Clone)]
        pub struct $reverse<'a, P: Pattern> {
            pub(crate) parts: Parts<'a, P>,
        }
        impl<'a, P: Pattern> Iterator for $reverse<'a, P>
        where
            P::Searcher<'a>: ReverseSearcher<'a>,
        {
            type Item = &'a str;
            fn next(&mut self) -> Option<&'a str> {
                self.parts.next_back()
            }
        }
        impl<'a, P: Pattern> DoubleEndedIterator for $reverse<'a, P>
        where
            P::Searcher<'a>: DoubleEndedSearcher<'a>,
        {
            fn next_back(&mut self) -> Option<&'a str> {
                self.parts.next()
            }
        }
        impl<'a, P: Pattern> FusedIterator for $reverse<'a, P> where P::Searcher<'a>: ReverseSearcher<'a> {}
        )*
    };
}
split_kinds! { Split RSplit; SplitTerminator RSplitTerminator; }
#[derive(Clone)]
pub struct SplitInclusive<'a, P: Pattern> {
    pub(crate) parts: Parts<'a, P>,
}
impl<'a, P: Pattern> Iterator for SplitInclusive<'a, P> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        self.parts.next_inclusive()
    }
}
impl<'a, P: Pattern> DoubleEndedIterator for SplitInclusive<'a, P>
where
    P::Searcher<'a>: DoubleEndedSearcher<'a>,
{
    fn next_back(&mut self) -> Option<&'a str> {
        self.parts.next_back_inclusive()
    }
}
impl<'a, P: Pattern> FusedIterator for SplitInclusive<'a, P> {}
/// At most `count` parts, the last of which has all the rest.
#[derive(Clone)]
pub struct SplitN<'a, P: Pattern> {
    pub(crate) parts: Parts<'a, P>,
    pub(crate) count: usize,
}
impl<'a, P: Pattern> Iterator for SplitN<'a, P> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        match self.count {
            0 => None,
            1 => {
                self.count = 0;
                self.parts.rest()
            }
            _ => {
                self.count -= 1;
                self.parts.next()
            }
        }
    }
}
impl<'a, P: Pattern> FusedIterator for SplitN<'a, P> {}
#[derive(Clone)]
pub struct RSplitN<'a, P: Pattern> {
    pub(crate) parts: Parts<'a, P>,
    pub(crate) count: usize,
}
impl<'a, P: Pattern> Iterator for RSplitN<'a, P>
where
    P::Searcher<'a>: ReverseSearcher<'a>,
{
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        match self.count {
            0 => None,
            1 => {
                self.count = 0;
                self.parts.rest()
            }
            _ => {
                self.count -= 1;
                self.parts.next_back()
            }
        }
    }
}
impl<'a, P: Pattern> FusedIterator for RSplitN<'a, P> where P::Searcher<'a>: ReverseSearcher<'a> {}
macro_rules! match_kinds {
    ($($forward:ident $reverse:ident $item:ty, $matcher:ident, $a:ident $b:ident => $value:expr;)*) => {
        $(
        #[derive(Clone)]
        pub struct $forward<'a, P: Pattern> {
            pub(crate) matcher: Matcher<'a, P>,
        }
        impl<'a, P: Pattern> Iterator for $forward<'a, P> {
            type Item = $item;
            fn next(&mut self) -> Option<$item> {
                let $matcher = &mut self.matcher;
                let ($a, $b) = $matcher.next_match()?;
                Some($value)
            }
        }
        impl<'a, P: Pattern> DoubleEndedIterator for $forward<'a, P>
        where
            P::Searcher<'a>: DoubleEndedSearcher<'a>,
        {
            fn next_back(&mut self) -> Option<$item> {
                let $matcher = &mut self.matcher;
                let ($a, $b) = $matcher.next_match_back()?;
                Some($value)
            }
        }
        impl<'a, P: Pattern> FusedIterator for $forward<'a, P> {}
        #[derive(Clone)]
        pub struct $reverse<'a, P: Pattern> {
            pub(crate) matcher: Matcher<'a, P>,
        }
        impl<'a, P: Pattern> Iterator for $reverse<'a, P>
        where
            P::Searcher<'a>: ReverseSearcher<'a>,
        {
            type Item = $item;
            fn next(&mut self) -> Option<$item> {
                let $matcher = &mut self.matcher;
                let ($a, $b) = $matcher.next_match_back()?;
                Some($value)
            }
        }
        impl<'a, P: Pattern> DoubleEndedIterator for $reverse<'a, P>
        where
            P::Searcher<'a>: DoubleEndedSearcher<'a>,
        {
            fn next_back(&mut self) -> Option<$item> {
                let $matcher = &mut self.matcher;
                let ($a, $b) = $matcher.next_match()?;
                Some($value)
            }
        }
        impl<'a, P: Pattern> FusedIterator for $reverse<'a, P> where P::Searcher<'a>: ReverseSearcher<'a> {}
        )*
    };
}
match_kinds! {
    Matches RMatches &'a str, matcher, a b => slice(matcher.text, a, b);
    MatchIndices RMatchIndices (usize, &'a str), matcher, a b => (a, slice(matcher.text, a, b));
}

impl<P: Pattern> fmt::Debug for Matcher<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pattern.show_searcher(f, Searched { text: self.text, front: self.front, back: self.back.unwrap_or(0) })
    }
}
impl<P: Pattern> fmt::Debug for Parts<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SplitInternal")
            .field("start", &self.start)
            .field("end", &self.end)
            .field("matcher", &self.matcher)
            .field("allow_trailing_empty", &self.allow_trailing_empty)
            .field("finished", &self.finished)
            .finish()
    }
}
macro_rules! shown {
    ($($name:ident $this:ident $f:ident => $inner:expr;)*) => {
        $(impl<P: Pattern> fmt::Debug for $name<'_, P> {
            fn fmt(&self, $f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let $this = self;
                $f.debug_tuple(stringify!($name)).field($inner).finish()
            }
        })*
    };
}
shown! {
    Split this f => &this.parts;
    RSplit this f => &this.parts;
    SplitTerminator this f => &this.parts;
    RSplitTerminator this f => &this.parts;
    SplitN this f => &SplitNInternal { iter: &this.parts, count: this.count };
    RSplitN this f => &SplitNInternal { iter: &this.parts, count: this.count };
    Matches this f => &MatchesInternal(&this.matcher);
    RMatches this f => &MatchesInternal(&this.matcher);
    MatchIndices this f => &MatchIndicesInternal(&this.matcher);
    RMatchIndices this f => &MatchIndicesInternal(&this.matcher);
}
#[derive(Debug)]
struct SplitNInternal<'b, I> {
    iter: &'b I,
    count: usize,
}
#[derive(Debug)]
struct MatchesInternal<'b, I>(&'b I);
#[derive(Debug)]
struct MatchIndicesInternal<'b, I>(&'b I);
impl<P: Pattern> fmt::Debug for SplitInclusive<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SplitInclusive").field("0", &self.parts).finish()
    }
}
