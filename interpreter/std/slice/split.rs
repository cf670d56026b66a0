//! `split` and its kin: the stretches between elements that meet a test.

use crate::fmt;
use crate::iter::FusedIterator;
use crate::marker::PhantomData;
use crate::slice::{sub, sub_mut};

/// The shared and the mutable form of each; `v` is what is left, `sub` takes a part of it.
macro_rules! splits {
    ($($v:ty, $part:ty, $sub:ident;
       $split:ident $inclusive:ident $rsplit:ident $splitn:ident $rsplitn:ident;)*) => {
        $(
        pub struct $split<'a, T, P> {
            v: $v,
            pred: P,
            finished: bool,
            of: PhantomData<$part>,
        }
        impl<'a, T, P> $split<'a, T, P> {
            pub(crate) fn new(slice: $part, pred: P) -> Self {
                $split { v: slice, pred, finished: false, of: PhantomData }
            }
            /// What is left, as the last part.
            fn finish(&mut self) -> Option<$part> {
                if self.finished {
                    return None;
                }
                self.finished = true;
                Some($sub(self.v, 0, self.v.len()))
            }
        }
        impl<'a, T, P: FnMut(&T) -> bool> Iterator for $split<'a, T, P> {
            type Item = $part;
            fn next(&mut self) -> Option<$part> {
                if self.finished {
                    return None;
                }
                let (v, n) = (self.v, self.v.len());
                let all: &[T] = $sub(v, 0, n);
                let mut i = 0;
                while i < n {
                    if (self.pred)(&all[i]) {
                        self.v = $sub(v, i + 1, n);
                        return Some($sub(v, 0, i));
                    }
                    i += 1;
                }
                self.finish()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                if self.finished { (0, Some(0)) } else { (1, Some(self.v.len() + 1)) }
            }
        }
        impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for $split<'a, T, P> {
            fn next_back(&mut self) -> Option<$part> {
                if self.finished {
                    return None;
                }
                let (v, n) = (self.v, self.v.len());
                let all: &[T] = $sub(v, 0, n);
                let mut i = n;
                while i > 0 {
                    i -= 1;
                    if (self.pred)(&all[i]) {
                        self.v = $sub(v, 0, i);
                        return Some($sub(v, i + 1, n));
                    }
                }
                self.finish()
            }
        }
        impl<'a, T, P: FnMut(&T) -> bool> FusedIterator for $split<'a, T, P> {}
        splits! { debug $split }

        /// The element found ends its part.
        pub struct $inclusive<'a, T, P> {
            v: $v,
            pred: P,
            finished: bool,
            of: PhantomData<$part>,
        }
        impl<'a, T, P> $inclusive<'a, T, P> {
            pub(crate) fn new(slice: $part, pred: P) -> Self {
                let finished = slice.is_empty();
                $inclusive { v: slice, pred, finished, of: PhantomData }
            }
        }
        impl<'a, T, P: FnMut(&T) -> bool> Iterator for $inclusive<'a, T, P> {
            type Item = $part;
            fn next(&mut self) -> Option<$part> {
                if self.finished {
                    return None;
                }
                let (v, n) = (self.v, self.v.len());
                let all: &[T] = $sub(v, 0, n);
                let mut end = 0;
                while end < n {
                    end += 1;
                    if (self.pred)(&all[end - 1]) {
                        break;
                    }
                }
                self.finished = end == n;
                self.v = $sub(v, end, n);
                Some($sub(v, 0, end))
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                if self.finished { (0, Some(0)) } else { (1, Some(crate::cmp::max(1, self.v.len()))) }
            }
        }
        impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for $inclusive<'a, T, P> {
            fn next_back(&mut self) -> Option<$part> {
                if self.finished {
                    return None;
                }
                let (v, n) = (self.v, self.v.len());
                let all: &[T] = $sub(v, 0, n);
                let mut start = if n == 0 { 0 } else { n - 1 };
                while start > 0 && !(self.pred)(&all[start - 1]) {
                    start -= 1;
                }
                self.finished = start == 0;
                self.v = $sub(v, 0, start);
                Some($sub(v, start, n))
            }
        }
        impl<'a, T, P: FnMut(&T) -> bool> FusedIterator for $inclusive<'a, T, P> {}
        splits! { debug $inclusive }

        /// Parts from the back.
        pub struct $rsplit<'a, T, P> {
            inner: $split<'a, T, P>,
        }
        impl<'a, T, P> $rsplit<'a, T, P> {
            pub(crate) fn new(slice: $part, pred: P) -> Self {
                $rsplit { inner: $split::new(slice, pred) }
            }
            fn finish(&mut self) -> Option<$part> {
                self.inner.finish()
            }
        }
        impl<'a, T, P: FnMut(&T) -> bool> Iterator for $rsplit<'a, T, P> {
            type Item = $part;
            fn next(&mut self) -> Option<$part> {
                self.inner.next_back()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.inner.size_hint()
            }
        }
        impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for $rsplit<'a, T, P> {
            fn next_back(&mut self) -> Option<$part> {
                self.inner.next()
            }
        }
        impl<'a, T, P: FnMut(&T) -> bool> FusedIterator for $rsplit<'a, T, P> {}
        impl<T: fmt::Debug, P> fmt::Debug for $rsplit<'_, T, P> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let finished = &self.inner.finished;
                f.debug_struct(stringify!($rsplit)).field("v", unsafe { &&*self.inner.v }).field("finished", finished).finish()
            }
        }
        splits! { at most $splitn $split $part }
        splits! { at most $rsplitn $rsplit $part }
        )*
    };
    (debug $name:ident) => {
        impl<T: fmt::Debug, P> fmt::Debug for $name<'_, T, P> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).field("v", unsafe { &&*self.v }).field("finished", &self.finished).finish()
            }
        }
    };
    (at most $name:ident $of:ident $part:ty) => {
        /// At most `count` parts, the last of which has all the rest.
        pub struct $name<'a, T, P> {
            inner: $of<'a, T, P>,
            count: usize,
        }
        impl<'a, T, P> $name<'a, T, P> {
            pub(crate) fn new(slice: $part, count: usize, pred: P) -> Self {
                $name { inner: $of::new(slice, pred), count }
            }
        }
        impl<'a, T, P: FnMut(&T) -> bool> Iterator for $name<'a, T, P> {
            type Item = $part;
            fn next(&mut self) -> Option<$part> {
                match self.count {
                    0 => None,
                    1 => {
                        self.count = 0;
                        self.inner.finish()
                    }
                    _ => {
                        self.count -= 1;
                        self.inner.next()
                    }
                }
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let (low, high) = self.inner.size_hint();
                (crate::cmp::min(self.count, low), Some(high.map_or(self.count, |n| crate::cmp::min(self.count, n))))
            }
        }
        impl<'a, T, P: FnMut(&T) -> bool> FusedIterator for $name<'a, T, P> {}
        impl<T: fmt::Debug, P> fmt::Debug for $name<'_, T, P> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let inner = GenericSplitN { iter: &self.inner, count: self.count };
                f.debug_struct(stringify!($name)).field("inner", &inner).finish()
            }
        }
    };
}
/// What rustc's std has between.
#[derive(Debug)]
struct GenericSplitN<'a, I> {
    iter: &'a I,
    count: usize,
}
splits! {
    &'a [T], &'a [T], sub;
    Split SplitInclusive RSplit SplitN RSplitN;
    *mut [T], &'a mut [T], sub_mut;
    SplitMut SplitInclusiveMut RSplitMut SplitNMut RSplitNMut;
}
impl<T, P: Clone> Clone for Split<'_, T, P> {
    fn clone(&self) -> Self {
        Split { v: self.v, pred: self.pred.clone(), finished: self.finished, of: PhantomData }
    }
}
impl<T, P: Clone> Clone for SplitInclusive<'_, T, P> {
    fn clone(&self) -> Self {
        SplitInclusive { v: self.v, pred: self.pred.clone(), finished: self.finished, of: PhantomData }
    }
}
impl<T, P: Clone> Clone for RSplit<'_, T, P> {
    fn clone(&self) -> Self {
        RSplit { inner: self.inner.clone() }
    }
}
