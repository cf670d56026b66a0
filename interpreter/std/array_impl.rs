//! The methods and impls of arrays. Clone and Copy are built in.

use crate::array::{self, IntoIter, TryFromSliceError};
use crate::borrow::{Borrow, BorrowMut};
use crate::cmp::Ordering;
use crate::fmt;
use crate::ops::{Index, IndexMut};
use crate::slice::{Iter, IterMut, SliceIndex};

impl<T, const N: usize> [T; N] {
    #[rustc_const_unstable(feature = "const_array", issue = "147606")]
    #[must_use] pub fn map<F, U>(self, mut f: F) -> [U; N]
    where
        F: FnMut(T) -> U,
    {
        let mut items = IntoIter::new(self);
        array::from_fn(|_| match items.next() {
            Some(x) => f(x),
            None => crate::rt::panic_str("internal error: entered unreachable code"),
        })
    }
    pub const fn as_slice(&self) -> &[T] {
        self
    }
    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        self
    }
    pub const fn each_mut(&mut self) -> [&mut T; N] {
        let all: *mut [T] = self;
        crate::array::from_fn(|i| crate::slice::element_mut(all, i))
    }
    pub const fn each_ref(&self) -> [&T; N] {
        array::from_fn(|i| &self[i])
    }
}
impl<T, const N: usize> IntoIterator for [T; N] {
    type Item = T;
    type IntoIter = IntoIter<T, N>;
    fn into_iter(self) -> IntoIter<T, N> {
        IntoIter::new(self)
    }
}
impl<'a, T, const N: usize> IntoIterator for &'a [T; N] {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<'a, T, const N: usize> IntoIterator for &'a mut [T; N] {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}
impl<T, I, const N: usize> Index<I> for [T; N]
where
    [T]: Index<I>,
{
    type Output = <[T] as Index<I>>::Output;
    #[track_caller]
    fn index(&self, index: I) -> &Self::Output {
        Index::index(self as &[T], index)
    }
}
impl<T, I, const N: usize> IndexMut<I> for [T; N]
where
    [T]: IndexMut<I>,
{
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut Self::Output {
        IndexMut::index_mut(self as &mut [T], index)
    }
}
impl<T, U, const N: usize> PartialEq<[U; N]> for [T; N]
where
    T: PartialEq<U>,
{
    fn eq(&self, other: &[U; N]) -> bool {
        self[..] == other[..]
    }
}
impl<T, U, const N: usize> PartialEq<[U]> for [T; N]
where
    T: PartialEq<U>,
{
    fn eq(&self, other: &[U]) -> bool {
        self[..] == *other
    }
}
impl<T, U, const N: usize> PartialEq<[U; N]> for [T]
where
    T: PartialEq<U>,
{
    fn eq(&self, other: &[U; N]) -> bool {
        *self == other[..]
    }
}
impl<'b, T, U, const N: usize> PartialEq<&'b [U]> for [T; N]
where
    T: PartialEq<U>,
{
    fn eq(&self, other: &&'b [U]) -> bool {
        self[..] == **other
    }
}
impl<'b, T, U, const N: usize> PartialEq<[U; N]> for &'b [T]
where
    T: PartialEq<U>,
{
    fn eq(&self, other: &[U; N]) -> bool {
        **self == other[..]
    }
}
impl<'b, T, U, const N: usize> PartialEq<[U; N]> for &'b mut [T]
where
    T: PartialEq<U>,
{
    fn eq(&self, other: &[U; N]) -> bool {
        **self == other[..]
    }
}
impl<T: Eq, const N: usize> Eq for [T; N] {}
impl<T: PartialOrd, const N: usize> PartialOrd for [T; N] {
    fn partial_cmp(&self, other: &[T; N]) -> Option<Ordering> {
        PartialOrd::partial_cmp(&self[..], &other[..])
    }
}
impl<T: Ord, const N: usize> Ord for [T; N] {
    fn cmp(&self, other: &[T; N]) -> Ordering {
        Ord::cmp(&self[..], &other[..])
    }
}
impl<T: fmt::Debug, const N: usize> fmt::Debug for [T; N] {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self[..], f)
    }
}
impl<T: crate::hash::Hash, const N: usize> crate::hash::Hash for [T; N] {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        crate::hash::Hash::hash(&self[..], state)
    }
}
macro_rules! defaults {
    ($($n:literal)*) => {
        $(impl<T: Default> Default for [T; $n] {
            fn default() -> [T; $n] {
                array::from_fn(|_| T::default())
            }
        })*
    };
}
defaults! { 32 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 }
impl<T> Default for [T; 0] {
    fn default() -> [T; 0] {
        []
    }
}
impl<T, const N: usize> AsRef<[T]> for [T; N] {
    fn as_ref(&self) -> &[T] {
        self
    }
}
impl<T, const N: usize> AsMut<[T]> for [T; N] {
    fn as_mut(&mut self) -> &mut [T] {
        self
    }
}
impl<T, const N: usize> Borrow<[T]> for [T; N] {
    fn borrow(&self) -> &[T] {
        self
    }
}
impl<T, const N: usize> BorrowMut<[T]> for [T; N] {
    fn borrow_mut(&mut self) -> &mut [T] {
        self
    }
}
impl<'a, T, const N: usize> TryFrom<&'a [T]> for &'a [T; N] {
    type Error = TryFromSliceError;
    fn try_from(slice: &'a [T]) -> Result<&'a [T; N], TryFromSliceError> {
        slice.as_array().ok_or(TryFromSliceError(()))
    }
}
impl<'a, T, const N: usize> TryFrom<&'a mut [T]> for &'a mut [T; N] {
    type Error = TryFromSliceError;
    fn try_from(slice: &'a mut [T]) -> Result<&'a mut [T; N], TryFromSliceError> {
        if slice.len() == N { Ok(crate::slice::array_of_mut(slice)) } else { Err(TryFromSliceError(())) }
    }
}
impl<T: Copy, const N: usize> TryFrom<&[T]> for [T; N] {
    type Error = TryFromSliceError;
    fn try_from(slice: &[T]) -> Result<[T; N], TryFromSliceError> {
        if slice.len() == N { Ok(array::from_fn(|i| slice[i])) } else { Err(TryFromSliceError(())) }
    }
}
impl<T: Copy, const N: usize> TryFrom<&mut [T]> for [T; N] {
    type Error = TryFromSliceError;
    fn try_from(slice: &mut [T]) -> Result<[T; N], TryFromSliceError> {
        <[T; N]>::try_from(&*slice)
    }
}
impl<'b, T, U, const N: usize> PartialEq<&'b mut [U]> for [T; N]
where
    T: PartialEq<U>,
{
    fn eq(&self, other: &&'b mut [U]) -> bool {
        self[..] == **other
    }
}
macro_rules! of_tuple {
    ($($n:literal $($T:ident $x:ident)+;)*) => {
        $(
        impl<T> From<($($T,)+)> for [T; $n] {
            fn from(tuple: ($($T,)+)) -> [T; $n] {
                let ($($x,)+) = tuple;
                [$($x),+]
            }
        }
        )*
    };
}
of_tuple! {
    1 T a;
    2 T a T b;
    3 T a T b T c;
    4 T a T b T c T d;
    5 T a T b T c T d T e;
    6 T a T b T c T d T e T f;
    7 T a T b T c T d T e T f T g;
    8 T a T b T c T d T e T f T g T h;
    9 T a T b T c T d T e T f T g T h T i;
    10 T a T b T c T d T e T f T g T h T i T j;
    11 T a T b T c T d T e T f T g T h T i T j T k;
    12 T a T b T c T d T e T f T g T h T i T j T k T l;
}
