//! `Box`. Dereferencing, moving out of and dropping a Box are built in.

use crate::alloc::{self, HeapPtr};
use crate::cmp::Ordering;
use crate::fmt;
use crate::marker::{Tuple, Unsize};
use crate::ops::{CoerceUnsized, Deref, DerefMut, DispatchFromDyn, LegacyReceiver};

#[lang = "owned_box"]
#[with_allocator]
pub struct Box<T: ?Sized>(HeapPtr<T>);

/// Frees the box's allocation after its contents were dropped or moved out: the end of the drop glue of every Box.
#[lang = "box_free"]
fn box_free<T: ?Sized>(b: &mut Box<T>) {
    alloc::heap_free(b.0)
}

#[panics_at = "core/src/ptr/unique.rs:89:36"]
pub(crate) fn check_raw<T: ?Sized>(raw: *mut T) {
    crate::rt::precondition(!raw.is_null(), "NonNull::new_unchecked requires that the pointer is non-null")
}
impl<T> Box<crate::mem::MaybeUninit<T>> {
    pub unsafe fn assume_init(self) -> Box<T> {
        Box::new((*self).assume_init())
    }
    pub fn write(mut boxed: Self, value: T) -> Box<T> {
        boxed.write(value);
        unsafe { boxed.assume_init() }
    }
}
impl<T> Box<[T]> {
    #[must_use] pub fn new_uninit_slice(len: usize) -> Box<[crate::mem::MaybeUninit<T>]> {
        crate::iter::repeat_with(crate::mem::MaybeUninit::uninit).take(len).collect()
    }
}
impl<T> Box<[crate::mem::MaybeUninit<T>]> {
    pub unsafe fn assume_init(self) -> Box<[T]> {
        self.into_iter().map(|part| part.assume_init()).collect()
    }
}
impl<T> Box<[T]> {
    #[must_use] pub fn new_zeroed_slice(len: usize) -> Box<[crate::mem::MaybeUninit<T>]> {
        crate::iter::repeat_with(crate::mem::MaybeUninit::zeroed).take(len).collect()
    }
}
impl<T> Box<T> {
    #[must_use] pub fn new_zeroed() -> Box<crate::mem::MaybeUninit<T>> {
        Box::new(crate::mem::MaybeUninit::zeroed())
    }
    #[must_use] pub fn new_uninit() -> Box<crate::mem::MaybeUninit<T>> {
        Box::new(crate::mem::MaybeUninit::uninit())
    }
    #[lang = "box_new"]
    #[must_use] pub fn new(x: T) -> Self {
        Box(alloc::heap_new(x, "Box"))
    }
    #[must_use] pub fn pin(x: T) -> crate::pin::Pin<Box<T>> {
        Box::into_pin(Box::new(x))
    }
    #[unstable(feature = "box_into_inner", issue = "80437")]
    pub fn into_inner(boxed: Self) -> T {
        *boxed
    }
}
impl<T: ?Sized> Box<T> {
    pub(crate) fn from_heap(ptr: HeapPtr<T>) -> Self {
        Box(ptr)
    }
    pub(crate) fn into_heap(b: Self) -> HeapPtr<T> {
        let ptr = b.0;
        crate::mem::forget(b);
        ptr
    }
    pub fn leak<'a>(b: Self) -> &'a mut T
    where
        T: 'a,
    {
        alloc::heap_ref(Box::into_heap(b))
    }
    #[must_use] pub fn into_raw(b: Self) -> *mut T {
        Box::leak(b)
    }
    #[must_use] pub unsafe fn from_raw(raw: *mut T) -> Self {
        check_raw(raw);
        Box(alloc::heap_of_ref(raw))
    }
    pub fn into_pin(boxed: Self) -> crate::pin::Pin<Self> {
        crate::pin::Pin { pointer: boxed }
    }
    #[unstable(feature = "box_as_ptr", issue = "129090")]
    pub fn as_ptr(b: &Self) -> *const T {
        &**b
    }
}

impl<T: ?Sized> Deref for Box<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &**self
    }
}
impl<T: ?Sized> DerefMut for Box<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut **self
    }
}
impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Box<U>> for Box<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Box<U>> for Box<T> {}
impl<T: ?Sized> LegacyReceiver for Box<T> {}

impl<T: Clone> Clone for Box<T> {
    fn clone(&self) -> Self {
        Box::new((**self).clone())
    }
    fn clone_from(&mut self, source: &Self) {
        (**self).clone_from(&**source);
    }
}
impl<T: Clone> Clone for Box<[T]> {
    fn clone(&self) -> Self {
        self.to_vec().into_boxed_slice()
    }
}
impl Clone for Box<str> {
    fn clone(&self) -> Self {
        String::from(&**self).into_boxed_str()
    }
}
impl<T: Default> Default for Box<T> {
    fn default() -> Self {
        Box::new(T::default())
    }
}
impl<T> Default for Box<[T]> {
    fn default() -> Self {
        Vec::new().into_boxed_slice()
    }
}
impl Default for Box<str> {
    fn default() -> Self {
        String::new().into_boxed_str()
    }
}
impl<T: ?Sized + fmt::Display> fmt::Display for Box<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}
impl<T: ?Sized + fmt::Debug> fmt::Debug for Box<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
impl<T: ?Sized> fmt::Pointer for Box<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::pointer_fmt(&**self as *const T, f)
    }
}
impl<T: ?Sized + PartialEq> PartialEq for Box<T> {
    fn eq(&self, other: &Self) -> bool {
        PartialEq::eq(&**self, &**other)
    }
}
impl<T: ?Sized + Eq> Eq for Box<T> {}
impl<T: ?Sized + PartialOrd> PartialOrd for Box<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        PartialOrd::partial_cmp(&**self, &**other)
    }
}
impl<T: ?Sized + Ord> Ord for Box<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        Ord::cmp(&**self, &**other)
    }
}
impl<T: ?Sized + crate::hash::Hash> crate::hash::Hash for Box<T> {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        (**self).hash(state)
    }
}
impl<T> From<T> for Box<T> {
    fn from(t: T) -> Self {
        Box::new(t)
    }
}
impl From<&str> for Box<str> {
    fn from(s: &str) -> Box<str> {
        String::from(s).into_boxed_str()
    }
}
impl From<String> for Box<str> {
    fn from(s: String) -> Box<str> {
        s.into_boxed_str()
    }
}
impl From<&mut str> for Box<str> {
    fn from(s: &mut str) -> Box<str> {
        Box::from(&*s)
    }
}
impl<'a> From<crate::borrow::Cow<'a, str>> for Box<str> {
    fn from(s: crate::borrow::Cow<'a, str>) -> Box<str> {
        Box::from(&*s)
    }
}
impl<T: Clone> From<&mut [T]> for Box<[T]> {
    fn from(s: &mut [T]) -> Box<[T]> {
        Box::from(&*s)
    }
}
impl<T: Clone> From<&[T]> for Box<[T]> {
    fn from(s: &[T]) -> Box<[T]> {
        s.to_vec().into_boxed_slice()
    }
}
impl<T> From<Vec<T>> for Box<[T]> {
    fn from(v: Vec<T>) -> Box<[T]> {
        v.into_boxed_slice()
    }
}
impl<T, const N: usize> From<[T; N]> for Box<[T]> {
    fn from(array: [T; N]) -> Box<[T]> {
        Box::new(array)
    }
}
impl<T> FromIterator<T> for Box<[T]> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self {
        iter.into_iter().collect::<Vec<T>>().into_boxed_slice()
    }
}
impl<T: Clone> From<crate::borrow::Cow<'_, [T]>> for Box<[T]> {
    fn from(cow: crate::borrow::Cow<'_, [T]>) -> Box<[T]> {
        cow.into_owned().into_boxed_slice()
    }
}
impl From<Box<str>> for Box<[u8]> {
    fn from(s: Box<str>) -> Box<[u8]> {
        s.into_boxed_bytes()
    }
}
impl<T: ?Sized> From<Box<T>> for crate::pin::Pin<Box<T>> {
    fn from(boxed: Box<T>) -> Self {
        Box::into_pin(boxed)
    }
}
impl<T, const N: usize> TryFrom<Box<[T]>> for Box<[T; N]> {
    type Error = Box<[T]>;
    fn try_from(boxed: Box<[T]>) -> Result<Box<[T; N]>, Box<[T]>> {
        Box::<[T; N]>::try_from(boxed.into_vec()).map_err(Vec::into_boxed_slice)
    }
}
impl<T, const N: usize> TryFrom<Vec<T>> for Box<[T; N]> {
    type Error = Vec<T>;
    fn try_from(vec: Vec<T>) -> Result<Box<[T; N]>, Vec<T>> {
        Ok(Box::new(<[T; N]>::try_from(vec)?))
    }
}
macro_rules! text_from_iter {
    ($($t:ty),*) => {
        $(impl<'a> FromIterator<$t> for Box<str> {
            fn from_iter<I: IntoIterator<Item = $t>>(iter: I) -> Self {
                iter.into_iter().collect::<String>().into_boxed_str()
            }
        })*
    };
}
text_from_iter! { char, &'a char, &'a str, String, Box<str>, crate::borrow::Cow<'a, str> }
impl<T: ?Sized> AsRef<T> for Box<T> {
    fn as_ref(&self) -> &T {
        &**self
    }
}
impl<T: ?Sized> AsMut<T> for Box<T> {
    fn as_mut(&mut self) -> &mut T {
        &mut **self
    }
}
impl<T: ?Sized> crate::borrow::Borrow<T> for Box<T> {
    fn borrow(&self) -> &T {
        &**self
    }
}
impl<T: ?Sized> crate::borrow::BorrowMut<T> for Box<T> {
    fn borrow_mut(&mut self) -> &mut T {
        &mut **self
    }
}
impl<I: ExactSizeIterator + ?Sized> ExactSizeIterator for Box<I> {
    fn len(&self) -> usize {
        (**self).len()
    }
}
impl<I: crate::iter::FusedIterator + ?Sized> crate::iter::FusedIterator for Box<I> {}
impl<H: crate::hash::Hasher + ?Sized> crate::hash::Hasher for Box<H> {
    fn finish(&self) -> u64 {
        (**self).finish()
    }
    fn write(&mut self, bytes: &[u8]) {
        (**self).write(bytes)
    }
}
impl<I: Iterator + ?Sized> Iterator for Box<I> {
    type Item = I::Item;
    fn next(&mut self) -> Option<I::Item> {
        (**self).next()
    }
    fn nth(&mut self, n: usize) -> Option<I::Item> {
        (**self).nth(n)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (**self).size_hint()
    }
}
impl<I: DoubleEndedIterator + ?Sized> DoubleEndedIterator for Box<I> {
    fn next_back(&mut self) -> Option<I::Item> {
        (**self).next_back()
    }
}
impl<I: ?Sized> Unpin for Box<I> {}
impl<'a, T> IntoIterator for &'a Box<[T]> {
    type Item = &'a T;
    type IntoIter = crate::slice::Iter<'a, T>;
    fn into_iter(self) -> crate::slice::Iter<'a, T> {
        self.iter()
    }
}
impl<'a, T> IntoIterator for &'a mut Box<[T]> {
    type Item = &'a mut T;
    type IntoIter = crate::slice::IterMut<'a, T>;
    fn into_iter(self) -> crate::slice::IterMut<'a, T> {
        self.iter_mut()
    }
}
impl<T> IntoIterator for Box<[T]> {
    type Item = T;
    type IntoIter = crate::vec::IntoIter<T>;
    fn into_iter(self) -> crate::vec::IntoIter<T> {
        self.into_vec().into_iter()
    }
}
impl<Args: Tuple, F: FnOnce<Args> + ?Sized> FnOnce<Args> for Box<F> {
    type Output = <F as FnOnce<Args>>::Output;
    extern "rust-call" fn call_once(self, args: Args) -> Self::Output {
        <F as FnOnce<Args>>::call_once(*self, args)
    }
}
impl<Args: Tuple, F: FnMut<Args> + ?Sized> FnMut<Args> for Box<F> {
    extern "rust-call" fn call_mut(&mut self, args: Args) -> Self::Output {
        <F as FnMut<Args>>::call_mut(&mut **self, args)
    }
}
impl<Args: Tuple, F: Fn<Args> + ?Sized> Fn<Args> for Box<F> {
    extern "rust-call" fn call(&self, args: Args) -> Self::Output {
        <F as Fn<Args>>::call(&**self, args)
    }
}
impl<'a, E: crate::error::Error + 'a> From<E> for Box<dyn crate::error::Error + 'a> {
    fn from(err: E) -> Box<dyn crate::error::Error + 'a> {
        Box::new(err)
    }
}
impl<'a, E: crate::error::Error + Send + Sync + 'a> From<E> for Box<dyn crate::error::Error + Send + Sync + 'a> {
    fn from(err: E) -> Box<dyn crate::error::Error + Send + Sync + 'a> {
        Box::new(err)
    }
}
macro_rules! error_from_text {
    ($($e:ty),*) => {
        $(
        impl<'a> From<String> for Box<$e> {
            fn from(err: String) -> Box<$e> {
                Box::new(crate::error::StringError(err))
            }
        }
        impl<'a> From<&str> for Box<$e> {
            fn from(err: &str) -> Box<$e> {
                From::from(String::from(err))
            }
        }
        impl<'a, 'b> From<crate::borrow::Cow<'b, str>> for Box<$e> {
            fn from(err: crate::borrow::Cow<'b, str>) -> Box<$e> {
                From::from(err.into_owned())
            }
        }
        )*
    };
}
error_from_text! { dyn crate::error::Error + 'a, dyn crate::error::Error + Send + Sync + 'a }
macro_rules! downcast_error {
    ($($e:ty),*) => {
        $(impl Box<$e> {
            pub fn downcast<T: crate::error::Error + 'static>(self) -> Result<Box<T>, Self> {
                if self.is::<T>() { Ok(Box::from_heap(alloc::heap_thin(Box::into_heap(self)))) } else { Err(self) }
            }
        })*
    };
}
downcast_error! {
    dyn crate::error::Error,
    dyn crate::error::Error + Send,
    dyn crate::error::Error + Send + Sync
}

// ---------------------------------------------------------------- text of C, of the system and of paths

macro_rules! texts {
    ($($borrowed:ty, $owned:ty, $into_boxed:ident;)*) => {
        $(
        impl Clone for Box<$borrowed> {
            fn clone(&self) -> Self {
                Box::from(&**self)
            }
        }
        impl From<&$borrowed> for Box<$borrowed> {
            fn from(s: &$borrowed) -> Self {
                s.to_owned().$into_boxed()
            }
        }
        impl From<&mut $borrowed> for Box<$borrowed> {
            fn from(s: &mut $borrowed) -> Self {
                Box::from(&*s)
            }
        }
        impl<'a> From<crate::borrow::Cow<'a, $borrowed>> for Box<$borrowed> {
            fn from(s: crate::borrow::Cow<'a, $borrowed>) -> Self {
                s.into_owned().$into_boxed()
            }
        }
        impl From<$owned> for Box<$borrowed> {
            fn from(s: $owned) -> Self {
                s.$into_boxed()
            }
        }
        )*
    };
}
texts! {
    crate::ffi::CStr, crate::ffi::CString, into_boxed_c_str;
    crate::ffi::OsStr, crate::ffi::OsString, into_boxed_os_str;
    crate::path::Path, crate::path::PathBuf, into_boxed_path;
}
impl Default for Box<crate::ffi::CStr> {
    fn default() -> Self {
        Box::from(c"")
    }
}
impl Default for Box<crate::ffi::OsStr> {
    fn default() -> Self {
        crate::ffi::OsString::new().into_boxed_os_str()
    }
}
