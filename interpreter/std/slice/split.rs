//! The iterators over parts of slices: splitting at elements that meet a test, and what is rarer of chunks.

use crate::slice::{sub, sub_mut};

/// `split_inclusive`: the element found ends its part.
pub struct SplitInclusive<'a, T, P> {
    pub(crate) v: &'a [T],
    pub(crate) pred: P,
}
impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitInclusive<'a, T, P> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        let n = self.v.len();
        if n == 0 {
            return None;
        }
        let mut i = 0;
        while i < n - 1 && !(self.pred)(&self.v[i]) {
            i += 1;
        }
        let part = sub(self.v, 0, i + 1);
        self.v = sub(self.v, i + 1, n);
        Some(part)
    }
}
pub struct SplitInclusiveMut<'a, T, P> {
    pub(crate) v: &'a mut [T],
    pub(crate) pred: P,
}
impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitInclusiveMut<'a, T, P> {
    type Item = &'a mut [T];
    fn next(&mut self) -> Option<&'a mut [T]> {
        let n = self.v.len();
        if n == 0 {
            return None;
        }
        let mut i = 0;
        while i < n - 1 && !(self.pred)(&self.v[i]) {
            i += 1;
        }
        let all: *mut [T] = &mut *self.v;
        self.v = sub_mut(all, i + 1, n);
        Some(sub_mut(all, 0, i + 1))
    }
}
pub struct SplitMut<'a, T, P> {
    pub(crate) v: &'a mut [T],
    pub(crate) pred: P,
    pub(crate) finished: bool,
}
impl<'a, T, P: FnMut(&T) -> bool> SplitMut<'a, T, P> {
    /// What is left, as the last part.
    fn finish(&mut self) -> Option<&'a mut [T]> {
        if self.finished {
            return None;
        }
        self.finished = true;
        let n = self.v.len();
        let all: *mut [T] = &mut *self.v;
        Some(sub_mut(all, 0, n))
    }
}
impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitMut<'a, T, P> {
    type Item = &'a mut [T];
    fn next(&mut self) -> Option<&'a mut [T]> {
        let n = self.v.len();
        let mut i = 0;
        while !self.finished && i < n {
            if (self.pred)(&self.v[i]) {
                let all: *mut [T] = &mut *self.v;
                self.v = sub_mut(all, i + 1, n);
                return Some(sub_mut(all, 0, i));
            }
            i += 1;
        }
        self.finish()
    }
}
impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for SplitMut<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a mut [T]> {
        let n = self.v.len();
        let mut i = n;
        while !self.finished && i > 0 {
            i -= 1;
            if (self.pred)(&self.v[i]) {
                let all: *mut [T] = &mut *self.v;
                self.v = sub_mut(all, 0, i);
                return Some(sub_mut(all, i + 1, n));
            }
        }
        self.finish()
    }
}

/// Parts from the back: `rsplit`, `rsplit_mut`.
pub struct RSplit<I> {
    pub(crate) inner: I,
}
impl<I: DoubleEndedIterator> Iterator for RSplit<I> {
    type Item = I::Item;
    fn next(&mut self) -> Option<I::Item> {
        self.inner.next_back()
    }
}
impl<I: DoubleEndedIterator> DoubleEndedIterator for RSplit<I> {
    fn next_back(&mut self) -> Option<I::Item> {
        self.inner.next()
    }
}

/// At most `left` parts, the last of which has all the rest: `splitn` and the like.
pub struct SplitN<I> {
    pub(crate) inner: I,
    pub(crate) left: usize,
}
/// An iterator over parts that can hand out what it hasn't looked at.
pub(crate) trait Parts: Iterator {
    fn rest(&mut self) -> Option<Self::Item>;
}
impl<'a, T, P: FnMut(&T) -> bool> Parts for crate::slice::Split<'a, T, P> {
    fn rest(&mut self) -> Option<&'a [T]> {
        self.finish()
    }
}
impl<'a, T, P: FnMut(&T) -> bool> Parts for SplitMut<'a, T, P> {
    fn rest(&mut self) -> Option<&'a mut [T]> {
        self.finish()
    }
}
impl<I: Parts + DoubleEndedIterator> Parts for RSplit<I> {
    fn rest(&mut self) -> Option<I::Item> {
        self.inner.rest()
    }
}
impl<I: Parts> Iterator for SplitN<I> {
    type Item = I::Item;
    fn next(&mut self) -> Option<I::Item> {
        match self.left {
            0 => None,
            1 => {
                self.left = 0;
                self.inner.rest()
            }
            _ => {
                self.left -= 1;
                self.inner.next()
            }
        }
    }
}

/// Chunks that can be changed, from the front or the back, of one size but for the last.
pub struct ChunksExactMut<'a, T> {
    pub(crate) inner: crate::slice::ChunksMut<'a, T>,
    pub(crate) rest: &'a mut [T],
}
impl<'a, T> ChunksExactMut<'a, T> {
    pub fn into_remainder(self) -> &'a mut [T] {
        self.rest
    }
}
impl<'a, T> Iterator for ChunksExactMut<'a, T> {
    type Item = &'a mut [T];
    fn next(&mut self) -> Option<&'a mut [T]> {
        self.inner.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}
impl<T> ExactSizeIterator for ChunksExactMut<'_, T> {}
pub struct RChunksExact<'a, T> {
    pub(crate) inner: crate::slice::RChunks<'a, T>,
    pub(crate) rest: &'a [T],
}
impl<'a, T> RChunksExact<'a, T> {
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn remainder(&self) -> &'a [T] {
        self.rest
    }
}
impl<'a, T> Iterator for RChunksExact<'a, T> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        self.inner.next()
    }
}
pub struct RChunksMut<'a, T> {
    pub(crate) v: &'a mut [T],
    pub(crate) size: usize,
}
impl<'a, T> Iterator for RChunksMut<'a, T> {
    type Item = &'a mut [T];
    fn next(&mut self) -> Option<&'a mut [T]> {
        let n = self.v.len();
        if n == 0 {
            return None;
        }
        let size = if self.size < n { self.size } else { n };
        let all: *mut [T] = &mut *self.v;
        self.v = sub_mut(all, 0, n - size);
        Some(sub_mut(all, n - size, n))
    }
}
pub struct RChunksExactMut<'a, T> {
    pub(crate) inner: RChunksMut<'a, T>,
    pub(crate) rest: &'a mut [T],
}
impl<'a, T> RChunksExactMut<'a, T> {
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn into_remainder(self) -> &'a mut [T] {
        self.rest
    }
}
impl<'a, T> Iterator for RChunksExactMut<'a, T> {
    type Item = &'a mut [T];
    fn next(&mut self) -> Option<&'a mut [T]> {
        self.inner.next()
    }
}
pub struct ChunkByMut<'a, T, P> {
    pub(crate) v: &'a mut [T],
    pub(crate) predicate: P,
}
impl<'a, T, P: FnMut(&T, &T) -> bool> Iterator for ChunkByMut<'a, T, P> {
    type Item = &'a mut [T];
    fn next(&mut self) -> Option<&'a mut [T]> {
        let n = self.v.len();
        if n == 0 {
            return None;
        }
        let mut size = 1;
        while size < n && (self.predicate)(&self.v[size - 1], &self.v[size]) {
            size += 1;
        }
        let all: *mut [T] = &mut *self.v;
        self.v = sub_mut(all, size, n);
        Some(sub_mut(all, 0, size))
    }
}
