//! `std::array`.

#[intrinsic = "array_uninit"]
fn uninit<T, const N: usize>() -> [T; N];
/// Puts a value into an element without dropping the old one.
#[intrinsic = "array_put"]
fn put<T, const N: usize>(array: &mut [T; N], index: usize, value: T);
#[intrinsic = "array_take"]
pub(crate) fn take<T, const N: usize>(array: &mut [T; N], index: usize) -> T;

#[rustc_const_unstable(feature = "const_array", issue = "147606")]
pub fn from_fn<T, const N: usize, F>(mut f: F) -> [T; N]
where
    F: FnMut(usize) -> T,
{
    let mut array: [T; N] = uninit();
    let mut i = 0;
    while i < N {
        put(&mut array, i, f(i));
        i += 1;
    }
    array
}

pub const fn from_ref<T>(s: &T) -> &[T; 1] {
    crate::slice::array_of(crate::slice::from_ref(s))
}
pub const fn from_mut<T>(s: &mut T) -> &mut [T; 1] {
    crate::slice::array_of_mut(crate::slice::from_mut(s))
}

#[derive(Debug, Copy, Clone)]
pub struct TryFromSliceError(pub(crate) ());
impl crate::fmt::Display for TryFromSliceError {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.pad("could not convert slice to array")
    }
}
impl crate::error::Error for TryFromSliceError {}

/// The elements of an array by value.
pub struct IntoIter<T, const N: usize> {
    data: [T; N],
    at: usize,
    end: usize,
}
impl<T, const N: usize> IntoIter<T, N> {
    pub(crate) fn new(data: [T; N]) -> Self {
        IntoIter { data, at: 0, end: N }
    }
}
impl<T, const N: usize> Iterator for IntoIter<T, N> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        if self.at == self.end {
            None
        } else {
            let at = self.at;
            self.at += 1;
            Some(take(&mut self.data, at))
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = self.end - self.at;
        (n, Some(n))
    }
}
impl<T, const N: usize> DoubleEndedIterator for IntoIter<T, N> {
    fn next_back(&mut self) -> Option<T> {
        if self.at == self.end {
            None
        } else {
            self.end -= 1;
            Some(take(&mut self.data, self.end))
        }
    }
}
impl<T, const N: usize> ExactSizeIterator for IntoIter<T, N> {}
impl<T, const N: usize> crate::iter::FusedIterator for IntoIter<T, N> {}
impl<T, const N: usize> IntoIter<T, N> {
    pub fn as_slice(&self) -> &[T] {
        crate::slice::sub(&self.data, self.at, self.end)
    }
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        crate::slice::sub_mut(&mut self.data, self.at, self.end)
    }
}
impl<T: Clone, const N: usize> Clone for IntoIter<T, N> {
    fn clone(&self) -> Self {
        let mut new = IntoIter { data: uninit(), at: 0, end: 0 };
        for x in self.as_slice() {
            let end = new.end;
            put(&mut new.data, end, x.clone());
            new.end += 1;
        }
        new
    }
}
impl<T: crate::fmt::Debug, const N: usize> crate::fmt::Debug for IntoIter<T, N> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.debug_tuple("IntoIter").field(&self.as_slice()).finish()
    }
}
impl<T, const N: usize> Default for IntoIter<T, N> {
    fn default() -> Self {
        IntoIter { data: uninit(), at: 0, end: 0 }
    }
}
#[must_use] pub fn repeat<T: Clone, const N: usize>(val: T) -> [T; N] {
    let mut array: [T; N] = uninit();
    if N > 0 {
        let mut i = 0;
        while i < N - 1 {
            put(&mut array, i, val.clone());
            i += 1;
        }
        put(&mut array, N - 1, val);
    }
    array
}
impl From<crate::convert::Infallible> for TryFromSliceError {
    fn from(x: crate::convert::Infallible) -> TryFromSliceError {
        match x {}
    }
}
