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
