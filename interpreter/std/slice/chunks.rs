//! `chunks` and its kin: pieces of one size from the front or the back, and runs of like elements.

use crate::fmt;
use crate::iter::FusedIterator;
use crate::marker::PhantomData;
use crate::slice::{sub, sub_mut};

/// The shared and the mutable form of each; `v` is what is left, `sub` takes a part of it.
macro_rules! chunks {
    ($($v:ty, $part:ty, $sub:ident;
       $chunks:ident $exact:ident $rchunks:ident $rexact:ident $by:ident;)*) => {
        $(
        pub struct $chunks<'a, T> {
            v: $v,
            chunk_size: usize,
            of: PhantomData<$part>,
        }
        impl<'a, T> $chunks<'a, T> {
            pub(crate) fn new(slice: $part, chunk_size: usize) -> Self {
                $chunks { v: slice, chunk_size, of: PhantomData }
            }
        }
        impl<'a, T> Iterator for $chunks<'a, T> {
            type Item = $part;
            fn next(&mut self) -> Option<$part> {
                let (v, n) = (self.v, self.v.len());
                if n == 0 {
                    return None;
                }
                let size = if self.chunk_size < n { self.chunk_size } else { n };
                self.v = $sub(v, size, n);
                Some($sub(v, 0, size))
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = self.v.len().div_ceil(self.chunk_size);
                (n, Some(n))
            }
        }
        impl<'a, T> DoubleEndedIterator for $chunks<'a, T> {
            fn next_back(&mut self) -> Option<$part> {
                let (v, n) = (self.v, self.v.len());
                if n == 0 {
                    return None;
                }
                let over = n % self.chunk_size;
                let size = if over == 0 { self.chunk_size } else { over };
                self.v = $sub(v, 0, n - size);
                Some($sub(v, n - size, n))
            }
        }
        impl<T> ExactSizeIterator for $chunks<'_, T> {}
        impl<T> FusedIterator for $chunks<'_, T> {}

        pub struct $exact<'a, T> {
            v: $v,
            rem: $v,
            chunk_size: usize,
            of: PhantomData<$part>,
        }
        impl<'a, T> $exact<'a, T> {
            pub(crate) fn new(slice: $part, chunk_size: usize) -> Self {
                let v: $v = slice;
                let n = v.len();
                let whole = n - n % chunk_size;
                $exact { v: $sub(v, 0, whole), rem: $sub(v, whole, n), chunk_size, of: PhantomData }
            }
        }
        impl<'a, T> Iterator for $exact<'a, T> {
            type Item = $part;
            fn next(&mut self) -> Option<$part> {
                let (v, n) = (self.v, self.v.len());
                if n == 0 {
                    return None;
                }
                self.v = $sub(v, self.chunk_size, n);
                Some($sub(v, 0, self.chunk_size))
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = self.v.len() / self.chunk_size;
                (n, Some(n))
            }
        }
        impl<'a, T> DoubleEndedIterator for $exact<'a, T> {
            fn next_back(&mut self) -> Option<$part> {
                let (v, n) = (self.v, self.v.len());
                if n == 0 {
                    return None;
                }
                self.v = $sub(v, 0, n - self.chunk_size);
                Some($sub(v, n - self.chunk_size, n))
            }
        }
        impl<T> ExactSizeIterator for $exact<'_, T> {}
        impl<T> FusedIterator for $exact<'_, T> {}

        pub struct $rchunks<'a, T> {
            v: $v,
            chunk_size: usize,
            of: PhantomData<$part>,
        }
        impl<'a, T> $rchunks<'a, T> {
            pub(crate) fn new(slice: $part, chunk_size: usize) -> Self {
                $rchunks { v: slice, chunk_size, of: PhantomData }
            }
        }
        impl<'a, T> Iterator for $rchunks<'a, T> {
            type Item = $part;
            fn next(&mut self) -> Option<$part> {
                let (v, n) = (self.v, self.v.len());
                if n == 0 {
                    return None;
                }
                let size = if self.chunk_size < n { self.chunk_size } else { n };
                self.v = $sub(v, 0, n - size);
                Some($sub(v, n - size, n))
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = self.v.len().div_ceil(self.chunk_size);
                (n, Some(n))
            }
        }
        impl<'a, T> DoubleEndedIterator for $rchunks<'a, T> {
            fn next_back(&mut self) -> Option<$part> {
                let (v, n) = (self.v, self.v.len());
                if n == 0 {
                    return None;
                }
                let over = n % self.chunk_size;
                let size = if over == 0 { self.chunk_size } else { over };
                self.v = $sub(v, size, n);
                Some($sub(v, 0, size))
            }
        }
        impl<T> ExactSizeIterator for $rchunks<'_, T> {}
        impl<T> FusedIterator for $rchunks<'_, T> {}

        pub struct $rexact<'a, T> {
            v: $v,
            rem: $v,
            chunk_size: usize,
            of: PhantomData<$part>,
        }
        impl<'a, T> $rexact<'a, T> {
            pub(crate) fn new(slice: $part, chunk_size: usize) -> Self {
                let v: $v = slice;
                let n = v.len();
                let rem = n % chunk_size;
                $rexact { v: $sub(v, rem, n), rem: $sub(v, 0, rem), chunk_size, of: PhantomData }
            }
        }
        impl<'a, T> Iterator for $rexact<'a, T> {
            type Item = $part;
            fn next(&mut self) -> Option<$part> {
                let (v, n) = (self.v, self.v.len());
                if n == 0 {
                    return None;
                }
                self.v = $sub(v, 0, n - self.chunk_size);
                Some($sub(v, n - self.chunk_size, n))
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = self.v.len() / self.chunk_size;
                (n, Some(n))
            }
        }
        impl<'a, T> DoubleEndedIterator for $rexact<'a, T> {
            fn next_back(&mut self) -> Option<$part> {
                let (v, n) = (self.v, self.v.len());
                if n == 0 {
                    return None;
                }
                self.v = $sub(v, self.chunk_size, n);
                Some($sub(v, 0, self.chunk_size))
            }
        }
        impl<T> ExactSizeIterator for $rexact<'_, T> {}
        impl<T> FusedIterator for $rexact<'_, T> {}

        pub struct $by<'a, T, P> {
            v: $v,
            predicate: P,
            of: PhantomData<$part>,
        }
        impl<'a, T, P> $by<'a, T, P> {
            pub(crate) fn new(slice: $part, predicate: P) -> Self {
                $by { v: slice, predicate, of: PhantomData }
            }
        }
        impl<'a, T, P: FnMut(&T, &T) -> bool> Iterator for $by<'a, T, P> {
            type Item = $part;
            fn next(&mut self) -> Option<$part> {
                let (v, n) = (self.v, self.v.len());
                if n == 0 {
                    return None;
                }
                let all: &[T] = $sub(v, 0, n);
                let mut size = 1;
                while size < n && (self.predicate)(&all[size - 1], &all[size]) {
                    size += 1;
                }
                self.v = $sub(v, size, n);
                Some($sub(v, 0, size))
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = self.v.len();
                (if n == 0 { 0 } else { 1 }, Some(n))
            }
        }
        impl<'a, T, P: FnMut(&T, &T) -> bool> DoubleEndedIterator for $by<'a, T, P> {
            fn next_back(&mut self) -> Option<$part> {
                let (v, n) = (self.v, self.v.len());
                if n == 0 {
                    return None;
                }
                let all: &[T] = $sub(v, 0, n);
                let mut start = n - 1;
                while start > 0 && (self.predicate)(&all[start - 1], &all[start]) {
                    start -= 1;
                }
                self.v = $sub(v, 0, start);
                Some($sub(v, start, n))
            }
        }
        impl<'a, T, P: FnMut(&T, &T) -> bool> FusedIterator for $by<'a, T, P> {}
        )*
    };
}
chunks! {
    &'a [T], &'a [T], sub;
    Chunks ChunksExact RChunks RChunksExact ChunkBy;
    *mut [T], &'a mut [T], sub_mut;
    ChunksMut ChunksExactMut RChunksMut RChunksExactMut ChunkByMut;
}
macro_rules! shared {
    ($($name:ident $($rem:ident)?;)*) => {
        $(
        impl<T> Clone for $name<'_, T> {
            fn clone(&self) -> Self {
                $name { v: self.v, $($rem: self.$rem,)? chunk_size: self.chunk_size, of: PhantomData }
            }
        }
        impl<T: fmt::Debug> fmt::Debug for $name<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    .field("v", &self.v)
                    $(.field(stringify!($rem), &self.$rem))?
                    .field("chunk_size", &self.chunk_size)
                    .finish()
            }
        }
        $(impl<'a, T> $name<'a, T> {
            pub fn remainder(&self) -> &'a [T] {
                self.$rem
            }
        })?
        )*
    };
}
shared! { Chunks; RChunks; ChunksExact rem; RChunksExact rem; }
macro_rules! mutable {
    ($($name:ident [$($args:tt)*] $($rem:ident)? $(, $marker:ident)?;)*) => {
        $(
        impl<T: fmt::Debug> fmt::Debug for $name<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    .field("v", &self.v)
                    $(.field(stringify!($rem), unsafe { &&*self.$rem }))?
                    .field("chunk_size", &self.chunk_size)
                    $(.field(stringify!($marker), &PhantomData::<&mut T>))?
                    .finish()
            }
        }
        unsafe impl<$($args)*> Send for $name<'_, $($args)*> where T: Send {}
        unsafe impl<$($args)*> Sync for $name<'_, $($args)*> where T: Sync {}
        $(impl<'a, T> $name<'a, T> {
            pub fn into_remainder(self) -> &'a mut [T] {
                sub_mut(self.$rem, 0, self.$rem.len())
            }
        })?
        )*
    };
}
mutable! { ChunksMut [T], _marker; RChunksMut [T], _marker; ChunksExactMut [T] rem, _marker; RChunksExactMut [T] rem; }
impl<'a, T: 'a, P: Clone> Clone for ChunkBy<'a, T, P> {
    fn clone(&self) -> Self {
        ChunkBy { v: self.v, predicate: self.predicate.clone(), of: PhantomData }
    }
}
impl<'a, T: 'a + fmt::Debug, P> fmt::Debug for ChunkBy<'a, T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChunkBy").field("slice", &self.v).finish()
    }
}
impl<'a, T: 'a + fmt::Debug, P> fmt::Debug for ChunkByMut<'a, T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChunkByMut").field("slice", unsafe { &&*self.v }).finish()
    }
}

/// `windows`.
#[derive(Debug)]
#[must_use] pub struct Windows<'a, T> {
    v: &'a [T],
    size: usize,
}
impl<'a, T> Windows<'a, T> {
    pub(crate) fn new(v: &'a [T], size: usize) -> Self {
        Windows { v, size }
    }
}
impl<T> Clone for Windows<'_, T> {
    fn clone(&self) -> Self {
        Windows { v: self.v, size: self.size }
    }
}
impl<'a, T> Iterator for Windows<'a, T> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        let n = self.v.len();
        if self.size > n {
            return None;
        }
        let window = sub(self.v, 0, self.size);
        self.v = sub(self.v, 1, n);
        Some(window)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = if self.size > self.v.len() { 0 } else { self.v.len() - self.size + 1 };
        (n, Some(n))
    }
}
impl<'a, T> DoubleEndedIterator for Windows<'a, T> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        let n = self.v.len();
        if self.size > n {
            return None;
        }
        let window = sub(self.v, n - self.size, n);
        self.v = sub(self.v, 0, n - 1);
        Some(window)
    }
}
impl<T> ExactSizeIterator for Windows<'_, T> {}
impl<T> FusedIterator for Windows<'_, T> {}
/// `array_windows`.
#[derive(Debug)]
pub struct ArrayWindows<'a, T, const N: usize> {
    v: &'a [T],
}
impl<'a, T, const N: usize> ArrayWindows<'a, T, N> {
    pub(crate) fn new(v: &'a [T]) -> Self {
        ArrayWindows { v }
    }
}
impl<T, const N: usize> Clone for ArrayWindows<'_, T, N> {
    fn clone(&self) -> Self {
        ArrayWindows { v: self.v }
    }
}
impl<'a, T, const N: usize> Iterator for ArrayWindows<'a, T, N> {
    type Item = &'a [T; N];
    fn next(&mut self) -> Option<&'a [T; N]> {
        let window = self.v.first_chunk()?;
        self.v = sub(self.v, 1, self.v.len());
        Some(window)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = if N > self.v.len() { 0 } else { self.v.len() - N + 1 };
        (n, Some(n))
    }
}
impl<'a, T, const N: usize> DoubleEndedIterator for ArrayWindows<'a, T, N> {
    fn next_back(&mut self) -> Option<&'a [T; N]> {
        let window = self.v.last_chunk()?;
        self.v = sub(self.v, 0, self.v.len() - 1);
        Some(window)
    }
}
impl<T, const N: usize> ExactSizeIterator for ArrayWindows<'_, T, N> {}
impl<T, const N: usize> FusedIterator for ArrayWindows<'_, T, N> {}
