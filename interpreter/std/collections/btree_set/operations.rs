//! What set operations give: iterators over two sets in order.

use crate::cmp::Ordering;
use crate::collections::btree_set::{BTreeSet, Iter};
use crate::fmt;
use crate::iter::{FusedIterator, Peekable};

/// Two sets in step: the least element of both, from whichever has it (alloc: `MergeIterInner`).
struct Merged<'a, T> {
    a: Iter<'a, T>,
    b: Iter<'a, T>,
    peeked: Option<Peeked<'a, T>>,
}
#[derive(Debug)]
enum Peeked<'a, T> {
    A(&'a T),
    B(&'a T),
}
impl<T> Clone for Peeked<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Peeked<'_, T> {}
impl<'a, T> Merged<'a, T> {
    fn new(a: &'a BTreeSet<T>, b: &'a BTreeSet<T>) -> Self {
        Merged { a: a.iter(), b: b.iter(), peeked: None }
    }
    fn nexts(&mut self) -> (Option<&'a T>, Option<&'a T>)
    where
        T: Ord,
    {
        let (a, b) = match self.peeked.take() {
            Some(Peeked::A(x)) => (Some(x), self.b.next()),
            Some(Peeked::B(y)) => (self.a.next(), Some(y)),
            None => (self.a.next(), self.b.next()),
        };
        if let (Some(x), Some(y)) = (a, b) {
            match x.cmp(y) {
                Ordering::Less => {
                    self.peeked = Some(Peeked::B(y));
                    return (a, None);
                }
                Ordering::Greater => {
                    self.peeked = Some(Peeked::A(x));
                    return (None, b);
                }
                Ordering::Equal => (),
            }
        }
        (a, b)
    }
    fn lens(&self) -> (usize, usize) {
        let (a, b) = (self.a.len(), self.b.len());
        match self.peeked {
            Some(Peeked::A(_)) => (a + 1, b),
            Some(Peeked::B(_)) => (a, b + 1),
            None => (a, b),
        }
    }
}
impl<T> Clone for Merged<'_, T> {
    fn clone(&self) -> Self {
        Merged { a: self.a.clone(), b: self.b.clone(), peeked: self.peeked }
    }
}
impl<T: fmt::Debug> fmt::Debug for Merged<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("MergeIterInner").field(&self.a).field(&self.b).field(&self.peeked).finish()
    }
}
/// In which way the difference of two sets is found: from one iterator, by looking up, or in step.
enum DifferenceInner<'a, T> {
    Stitch { self_iter: Iter<'a, T>, other_iter: Peekable<Iter<'a, T>> },
    Search { self_iter: Iter<'a, T>, other_set: &'a BTreeSet<T> },
    Iterate(Iter<'a, T>),
}
enum IntersectionInner<'a, T> {
    Stitch { a: Iter<'a, T>, b: Iter<'a, T> },
    Search { small_iter: Iter<'a, T>, large_set: &'a BTreeSet<T> },
    Answer(Option<&'a T>),
}
/// From which ratio of the sizes on looking up is better.
const TIPPING_SIZE_DIFF: usize = 16;
impl<'a, T: Ord> Difference<'a, T> {
    pub(crate) fn new(of: &'a BTreeSet<T>, other: &'a BTreeSet<T>) -> Self {
        let mut iter = of.iter();
        let (Some(min), Some(max), Some(other_min), Some(other_max)) = (of.first(), of.last(), other.first(), other.last()) else {
            return Difference { inner: DifferenceInner::Iterate(iter) };
        };
        let inner = match (min.cmp(other_max), max.cmp(other_min)) {
            (Ordering::Greater, _) | (_, Ordering::Less) => DifferenceInner::Iterate(iter),
            (Ordering::Equal, _) => {
                iter.next();
                DifferenceInner::Iterate(iter)
            }
            (_, Ordering::Equal) => {
                iter.next_back();
                DifferenceInner::Iterate(iter)
            }
            _ if of.len() <= other.len() / TIPPING_SIZE_DIFF => DifferenceInner::Search { self_iter: iter, other_set: other },
            _ => DifferenceInner::Stitch { self_iter: iter, other_iter: other.iter().peekable() },
        };
        Difference { inner }
    }
}
impl<'a, T: Ord> Iterator for Difference<'a, T> {
    type Item = &'a T;
    fn next(&mut self) -> Option<&'a T> {
        match &mut self.inner {
            DifferenceInner::Stitch { self_iter, other_iter } => {
                let mut found = self_iter.next()?;
                loop {
                    match other_iter.peek().map_or(Ordering::Less, |other| found.cmp(other)) {
                        Ordering::Less => return Some(found),
                        Ordering::Equal => {
                            found = self_iter.next()?;
                            other_iter.next();
                        }
                        Ordering::Greater => {
                            other_iter.next();
                        }
                    }
                }
            }
            DifferenceInner::Search { self_iter, other_set } => loop {
                let found = self_iter.next()?;
                if !other_set.contains(found) {
                    return Some(found);
                }
            },
            DifferenceInner::Iterate(iter) => iter.next(),
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (n, other) = match &self.inner {
            DifferenceInner::Stitch { self_iter, other_iter } => (self_iter.len(), other_iter.len()),
            DifferenceInner::Search { self_iter, other_set } => (self_iter.len(), other_set.len()),
            DifferenceInner::Iterate(iter) => (iter.len(), 0),
        };
        (n.saturating_sub(other), Some(n))
    }
}
impl<'a, T: Ord> Intersection<'a, T> {
    pub(crate) fn new(of: &'a BTreeSet<T>, other: &'a BTreeSet<T>) -> Self {
        let (Some(min), Some(max), Some(other_min), Some(other_max)) = (of.first(), of.last(), other.first(), other.last()) else {
            return Intersection { inner: IntersectionInner::Answer(None) };
        };
        let inner = match (min.cmp(other_max), max.cmp(other_min)) {
            (Ordering::Greater, _) | (_, Ordering::Less) => IntersectionInner::Answer(None),
            (Ordering::Equal, _) => IntersectionInner::Answer(Some(min)),
            (_, Ordering::Equal) => IntersectionInner::Answer(Some(max)),
            _ if of.len() <= other.len() / TIPPING_SIZE_DIFF => {
                IntersectionInner::Search { small_iter: of.iter(), large_set: other }
            }
            _ if other.len() <= of.len() / TIPPING_SIZE_DIFF => {
                IntersectionInner::Search { small_iter: other.iter(), large_set: of }
            }
            _ => IntersectionInner::Stitch { a: of.iter(), b: other.iter() },
        };
        Intersection { inner }
    }
}
impl<'a, T: Ord> Iterator for Intersection<'a, T> {
    type Item = &'a T;
    fn next(&mut self) -> Option<&'a T> {
        match &mut self.inner {
            IntersectionInner::Stitch { a, b } => {
                let mut x = a.next()?;
                let mut y = b.next()?;
                loop {
                    match x.cmp(y) {
                        Ordering::Less => x = a.next()?,
                        Ordering::Greater => y = b.next()?,
                        Ordering::Equal => return Some(x),
                    }
                }
            }
            IntersectionInner::Search { small_iter, large_set } => loop {
                let found = small_iter.next()?;
                if large_set.contains(found) {
                    return Some(found);
                }
            },
            IntersectionInner::Answer(answer) => answer.take(),
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.inner {
            IntersectionInner::Stitch { a, b } => (0, Some(crate::cmp::min(a.len(), b.len()))),
            IntersectionInner::Search { small_iter, .. } => (0, Some(small_iter.len())),
            IntersectionInner::Answer(None) => (0, Some(0)),
            IntersectionInner::Answer(Some(_)) => (1, Some(1)),
        }
    }
}
impl<'a, T: Ord> Iterator for Union<'a, T> {
    type Item = &'a T;
    fn next(&mut self) -> Option<&'a T> {
        let (a, b) = self.inner.nexts();
        a.or(b)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (a, b) = self.inner.lens();
        (crate::cmp::max(a, b), Some(a + b))
    }
}
impl<'a, T: Ord> Iterator for SymmetricDifference<'a, T> {
    type Item = &'a T;
    fn next(&mut self) -> Option<&'a T> {
        loop {
            let (a, b) = self.inner.nexts();
            if a.and(b).is_none() {
                return a.or(b);
            }
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (a, b) = self.inner.lens();
        (0, Some(a + b))
    }
}
macro_rules! set_iterators {
    ($($name:ident $inner:ident;)*) => {
        $(pub struct $name<'a, T> {
            inner: $inner<'a, T>,
        }
        impl<T: Ord> FusedIterator for $name<'_, T> {}
        impl<T> Clone for $name<'_, T> {
            fn clone(&self) -> Self {
                $name { inner: self.inner.clone() }
            }
        }
        impl<T: fmt::Debug> fmt::Debug for $name<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.inner).finish()
            }
        })*
    };
}
set_iterators! { Difference DifferenceInner; Intersection IntersectionInner; Union Merged; SymmetricDifference Merged; }
impl<T> Clone for DifferenceInner<'_, T> {
    fn clone(&self) -> Self {
        match self {
            DifferenceInner::Stitch { self_iter, other_iter } => {
                DifferenceInner::Stitch { self_iter: self_iter.clone(), other_iter: other_iter.clone() }
            }
            DifferenceInner::Search { self_iter, other_set } => {
                DifferenceInner::Search { self_iter: self_iter.clone(), other_set }
            }
            DifferenceInner::Iterate(iter) => DifferenceInner::Iterate(iter.clone()),
        }
    }
}
impl<T> Clone for IntersectionInner<'_, T> {
    fn clone(&self) -> Self {
        match self {
            IntersectionInner::Stitch { a, b } => IntersectionInner::Stitch { a: a.clone(), b: b.clone() },
            IntersectionInner::Search { small_iter, large_set } => {
                IntersectionInner::Search { small_iter: small_iter.clone(), large_set }
            }
            IntersectionInner::Answer(answer) => IntersectionInner::Answer(*answer),
        }
    }
}
impl<T: fmt::Debug> fmt::Debug for DifferenceInner<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DifferenceInner::Stitch { self_iter, other_iter } => {
                f.debug_struct("Stitch").field("self_iter", self_iter).field("other_iter", other_iter).finish()
            }
            DifferenceInner::Search { self_iter, other_set } => {
                f.debug_struct("Search").field("self_iter", self_iter).field("other_iter", other_set).finish()
            }
            DifferenceInner::Iterate(x) => f.debug_tuple("Iterate").field(x).finish(),
        }
    }
}
impl<T: fmt::Debug> fmt::Debug for IntersectionInner<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            IntersectionInner::Stitch { a, b } => f.debug_struct("Stitch").field("a", a).field("b", b).finish(),
            IntersectionInner::Search { small_iter, large_set } => {
                f.debug_struct("Search").field("small_iter", small_iter).field("large_set", large_set).finish()
            }
            IntersectionInner::Answer(x) => f.debug_tuple("Answer").field(x).finish(),
        }
    }
}
impl<'a, T> Union<'a, T> {
    pub(crate) fn new(a: &'a BTreeSet<T>, b: &'a BTreeSet<T>) -> Self {
        Union { inner: Merged::new(a, b) }
    }
}
impl<'a, T> SymmetricDifference<'a, T> {
    pub(crate) fn new(a: &'a BTreeSet<T>, b: &'a BTreeSet<T>) -> Self {
        SymmetricDifference { inner: Merged::new(a, b) }
    }
}
