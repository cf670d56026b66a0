//! `Arc` and `Weak`. Steps of the machine are never interrupted, so plain counts do for atomic ones.

use crate::alloc::{self, HeapPtr};
use crate::cell::Cell;
use crate::cmp::Ordering;
use crate::fmt;
use crate::marker::Unsize;
use crate::ops::{CoerceUnsized, Deref, DispatchFromDyn, LegacyReceiver};

/// What an Arc's allocation holds. All strong handles together own one weak count.
#[lang = "ArcInner"]
pub(crate) struct ArcInner<T: ?Sized> {
    strong: Cell<usize>,
    weak: Cell<usize>,
    value: T,
}

#[lang = "Arc"]
#[with_allocator]
pub struct Arc<T: ?Sized> {
    ptr: HeapPtr<ArcInner<T>>,
    owns: crate::marker::PhantomData<T>,
}
unsafe impl<T: ?Sized + Sync + Send> Send for Arc<T> {}
unsafe impl<T: ?Sized + Sync + Send> Sync for Arc<T> {}
#[lang = "ArcWeak"]
#[with_allocator]
pub struct Weak<T: ?Sized> {
    ptr: HeapPtr<ArcInner<T>>,
}
unsafe impl<T: ?Sized + Sync + Send> Send for Weak<T> {}
unsafe impl<T: ?Sized + Sync + Send> Sync for Weak<T> {}

fn inner<'a, T: ?Sized>(ptr: HeapPtr<ArcInner<T>>) -> &'a ArcInner<T> {
    alloc::heap_ref(ptr)
}
fn note<T: ?Sized>(ptr: HeapPtr<ArcInner<T>>) {
    let counts = inner(ptr);
    let strong = counts.strong.get();
    let weak = counts.weak.get();
    alloc::count_event(ptr, strong, if strong > 0 { weak - 1 } else { weak });
}

impl<T> Arc<T> {
    pub fn new(value: T) -> Arc<T> {
        let ptr = alloc::heap_new(ArcInner { strong: Cell::new(1), weak: Cell::new(1), value }, "Arc");
        note(ptr);
        Arc { ptr, owns: crate::marker::PhantomData }
    }
    #[must_use] pub fn pin(value: T) -> crate::pin::Pin<Arc<T>> {
        crate::pin::Pin { pointer: Arc::new(value) }
    }
    pub fn new_cyclic<F>(data_fn: F) -> Arc<T>
    where
        F: FnOnce(&Weak<T>) -> T,
    {
        let ptr: HeapPtr<ArcInner<T>> =
            alloc::heap_new(ArcInner { strong: Cell::new(0), weak: Cell::new(1), value: uninit() }, "Arc");
        let weak = Weak { ptr };
        let value = data_fn(&weak);
        let place: *const T = &raw const inner(ptr).value;
        unsafe { crate::ptr::write(place as *mut T, value) };
        inner(ptr).strong.set(1);
        note(ptr);
        crate::mem::forget(weak);
        Arc { ptr, owns: crate::marker::PhantomData }
    }
    pub fn try_unwrap(this: Self) -> Result<T, Self> {
        if Arc::strong_count(&this) == 1 {
            let ptr = this.ptr;
            crate::mem::forget(this);
            let counts = inner(ptr);
            let value = unsafe { take(&raw const counts.value) };
            counts.strong.set(0);
            release_weak(ptr);
            Ok(value)
        } else {
            Err(this)
        }
    }
    pub fn into_inner(this: Self) -> Option<T> {
        Arc::try_unwrap(this).ok()
    }
    pub fn unwrap_or_clone(this: Self) -> T
    where
        T: Clone,
    {
        Arc::try_unwrap(this).unwrap_or_else(|rc| (*rc).clone())
    }
}
/// The allocation whose counted content `r` points to (for `from_raw`).
#[intrinsic = "heap_of_ref"]
fn counted_of_ref<T: ?Sized>(r: *const T) -> HeapPtr<ArcInner<T>>;
#[intrinsic = "uninit"]
pub(crate) fn uninit<T>() -> T;
/// Moves the value out of a place, which is empty from then on.
#[intrinsic = "ptr_take"]
pub(crate) unsafe fn take<T>(p: *const T) -> T;

fn release_weak<T: ?Sized>(ptr: HeapPtr<ArcInner<T>>) {
    let counts = inner(ptr);
    counts.weak.set(counts.weak.get() - 1);
    note(ptr);
    if counts.weak.get() == 0 {
        alloc::heap_free(ptr);
    }
}

impl<T: ?Sized> Arc<T> {
    #[must_use] pub fn into_raw(this: Self) -> *const T {
        let p: *const T = &raw const inner(this.ptr).value;
        crate::mem::forget(this);
        p
    }
    #[must_use] pub fn as_ptr(this: &Self) -> *const T {
        &raw const inner(this.ptr).value
    }
    pub unsafe fn from_raw(ptr: *const T) -> Self {
        Arc { ptr: counted_of_ref(ptr), owns: crate::marker::PhantomData }
    }
    pub unsafe fn increment_strong_count(ptr: *const T) {
        let rc = crate::mem::ManuallyDrop::new(Arc::from_raw(ptr));
        crate::mem::forget(Arc::clone(&*rc));
    }
    pub unsafe fn decrement_strong_count(ptr: *const T) {
        drop(Arc::from_raw(ptr));
    }
    #[must_use] pub fn downgrade(this: &Self) -> Weak<T> {
        let counts = inner(this.ptr);
        counts.weak.set(counts.weak.get() + 1);
        note(this.ptr);
        Weak { ptr: this.ptr }
    }
    #[must_use] pub fn weak_count(this: &Self) -> usize {
        inner(this.ptr).weak.get() - 1
    }
    #[must_use] pub fn strong_count(this: &Self) -> usize {
        inner(this.ptr).strong.get()
    }
    fn is_unique(this: &Self) -> bool {
        Arc::weak_count(this) == 0 && Arc::strong_count(this) == 1
    }
    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        if Arc::is_unique(this) { Some(&mut alloc::heap_ref(this.ptr).value) } else { None }
    }
    #[must_use] pub fn ptr_eq(this: &Self, other: &Self) -> bool {
        alloc::heap_ptr_eq(this.ptr, other.ptr)
    }
}
impl<T: Clone> Arc<T> {
    pub fn make_mut(this: &mut Self) -> &mut T {
        if Arc::strong_count(this) != 1 {
            *this = Arc::new((**this).clone());
        } else if Arc::weak_count(this) != 0 {
            let counts = inner(this.ptr);
            let value = unsafe { take(&raw const counts.value) };
            counts.strong.set(0);
            let old = this.ptr;
            let fresh = Arc::new(value);
            this.ptr = fresh.ptr;
            crate::mem::forget(fresh);
            release_weak(old);
        }
        &mut alloc::heap_ref(this.ptr).value
    }
}
impl<T: ?Sized> Deref for Arc<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &inner(self.ptr).value
    }
}
impl<T: ?Sized> LegacyReceiver for Arc<T> {}
unsafe impl<#[may_dangle] T: ?Sized> Drop for Arc<T> {
    fn drop(&mut self) {
        let counts: &mut ArcInner<T> = alloc::heap_ref(self.ptr);
        counts.strong.set(counts.strong.get() - 1);
        note(self.ptr);
        if counts.strong.get() == 0 {
            unsafe { crate::ptr::drop_in_place(&mut counts.value) }
            release_weak(self.ptr);
        }
    }
}
impl<T: ?Sized> Clone for Arc<T> {
    fn clone(&self) -> Arc<T> {
        let counts = inner(self.ptr);
        counts.strong.set(counts.strong.get() + 1);
        note(self.ptr);
        Arc { ptr: self.ptr, owns: crate::marker::PhantomData }
    }
}
impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Arc<U>> for Arc<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Arc<U>> for Arc<T> {}
impl<T: Default> Default for Arc<T> {
    fn default() -> Arc<T> {
        Arc::new(Default::default())
    }
}
impl<T> Default for Arc<[T]> {
    fn default() -> Arc<[T]> {
        Arc::from(Vec::new())
    }
}
impl Default for Arc<str> {
    fn default() -> Arc<str> {
        Arc::from("")
    }
}
impl<T: ?Sized> Unpin for Arc<T> {}
impl<T: ?Sized + PartialEq> PartialEq for Arc<T> {
    fn eq(&self, other: &Arc<T>) -> bool {
        **self == **other
    }
}
impl<T: ?Sized + Eq> Eq for Arc<T> {}
impl<T: ?Sized + PartialOrd> PartialOrd for Arc<T> {
    fn partial_cmp(&self, other: &Arc<T>) -> Option<Ordering> {
        (**self).partial_cmp(&**other)
    }
}
impl<T: ?Sized + Ord> Ord for Arc<T> {
    fn cmp(&self, other: &Arc<T>) -> Ordering {
        (**self).cmp(&**other)
    }
}
impl<T: ?Sized + crate::hash::Hash> crate::hash::Hash for Arc<T> {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        (**self).hash(state)
    }
}
impl<T: ?Sized + fmt::Display> fmt::Display for Arc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}
impl<T: ?Sized + fmt::Debug> fmt::Debug for Arc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
impl<T: ?Sized> fmt::Pointer for Arc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::pointer_fmt(&**self as *const T, f)
    }
}
impl<T> From<T> for Arc<T> {
    fn from(t: T) -> Self {
        Arc::new(t)
    }
}
impl<T: ?Sized> From<Box<T>> for Arc<T> {
    fn from(b: Box<T>) -> Arc<T> {
        from_box(b)
    }
}
/// An Arc of a box's content, whatever its size.
#[intrinsic = "rc_from_box"]
fn from_box<T: ?Sized>(b: Box<T>) -> Arc<T>;
impl From<&str> for Arc<str> {
    fn from(v: &str) -> Arc<str> {
        Arc::from(String::from(v).into_boxed_str())
    }
}
impl From<String> for Arc<str> {
    fn from(v: String) -> Arc<str> {
        Arc::from(v.into_boxed_str())
    }
}
macro_rules! texts {
    ($($borrowed:ty, $owned:ty, $into_boxed:ident;)*) => {
        $(
        impl From<&$borrowed> for Arc<$borrowed> {
            fn from(s: &$borrowed) -> Self {
                Arc::from(s.to_owned().$into_boxed())
            }
        }
        impl From<&mut $borrowed> for Arc<$borrowed> {
            fn from(s: &mut $borrowed) -> Self {
                Arc::from(&*s)
            }
        }
        impl From<$owned> for Arc<$borrowed> {
            fn from(s: $owned) -> Self {
                Arc::from(s.$into_boxed())
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
impl From<&mut str> for Arc<str> {
    fn from(s: &mut str) -> Arc<str> {
        Arc::from(&*s)
    }
}
impl<'a, B: ?Sized + ToOwned> From<crate::borrow::Cow<'a, B>> for Arc<B>
where
    Arc<B>: From<&'a B> + From<<B as ToOwned>::Owned>,
{
    fn from(cow: crate::borrow::Cow<'a, B>) -> Arc<B> {
        match cow {
            crate::borrow::Cow::Borrowed(s) => Arc::from(s),
            crate::borrow::Cow::Owned(s) => Arc::from(s),
        }
    }
}
impl From<Arc<str>> for Arc<[u8]> {
    fn from(text: Arc<str>) -> Arc<[u8]> {
        Arc::from(text.as_bytes())
    }
}
impl<T, const N: usize> TryFrom<Arc<[T]>> for Arc<[T; N]> {
    type Error = Arc<[T]>;
    fn try_from(slice: Arc<[T]>) -> Result<Arc<[T; N]>, Arc<[T]>> {
        if slice.len() != N {
            return Err(slice);
        }
        let ptr = alloc::heap_thin(slice.ptr);
        crate::mem::forget(slice);
        Ok(Arc { ptr, owns: crate::marker::PhantomData })
    }
}
impl<T: Clone> From<&mut [T]> for Arc<[T]> {
    fn from(s: &mut [T]) -> Arc<[T]> {
        Arc::from(&*s)
    }
}
impl<T: Clone> From<&[T]> for Arc<[T]> {
    fn from(v: &[T]) -> Arc<[T]> {
        Arc::from(v.to_vec().into_boxed_slice())
    }
}
impl<T> From<Vec<T>> for Arc<[T]> {
    fn from(v: Vec<T>) -> Arc<[T]> {
        Arc::from(v.into_boxed_slice())
    }
}
impl<T, const N: usize> From<[T; N]> for Arc<[T]> {
    fn from(v: [T; N]) -> Arc<[T]> {
        Arc::new(v)
    }
}
impl<T> FromIterator<T> for Arc<[T]> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self {
        Arc::from(iter.into_iter().collect::<Vec<T>>())
    }
}
impl<T: ?Sized> AsRef<T> for Arc<T> {
    fn as_ref(&self) -> &T {
        &**self
    }
}
impl<T: ?Sized> crate::borrow::Borrow<T> for Arc<T> {
    fn borrow(&self) -> &T {
        &**self
    }
}

impl Arc<dyn crate::any::Any + Send + Sync> {
    pub fn downcast<T: crate::any::Any + Send + Sync>(self) -> Result<Arc<T>, Self> {
        if !(*self).is::<T>() {
            return Err(self);
        }
        let ptr = alloc::heap_thin(self.ptr);
        crate::mem::forget(self);
        Ok(Arc { ptr, owns: crate::marker::PhantomData })
    }
}

impl<T> Weak<T> {
    #[must_use] pub const fn new() -> Weak<T> {
        Weak { ptr: empty() }
    }
}
#[intrinsic = "heap_empty"]
const fn empty<T>() -> HeapPtr<T>;
impl<T: ?Sized> Weak<T> {
    #[must_use] pub fn as_ptr(&self) -> *const T {
        &raw const inner(self.ptr).value
    }
    #[must_use] pub fn into_raw(self) -> *const T {
        let p = self.as_ptr();
        crate::mem::forget(self);
        p
    }
    pub unsafe fn from_raw(ptr: *const T) -> Weak<T> {
        Weak { ptr: counted_of_ref(ptr) }
    }
    #[must_use] pub fn upgrade(&self) -> Option<Arc<T>> {
        if self.strong_count() == 0 {
            return None;
        }
        let counts = inner(self.ptr);
        counts.strong.set(counts.strong.get() + 1);
        note(self.ptr);
        Some(Arc { ptr: self.ptr, owns: crate::marker::PhantomData })
    }
    #[must_use] pub fn strong_count(&self) -> usize {
        if alloc::heap_is_empty(self.ptr) { 0 } else { inner(self.ptr).strong.get() }
    }
    #[must_use] pub fn weak_count(&self) -> usize {
        if alloc::heap_is_empty(self.ptr) {
            return 0;
        }
        let counts = inner(self.ptr);
        if counts.strong.get() > 0 { counts.weak.get() - 1 } else { 0 }
    }
    #[must_use] pub fn ptr_eq(&self, other: &Self) -> bool {
        alloc::heap_ptr_eq(self.ptr, other.ptr)
    }
}
unsafe impl<#[may_dangle] T: ?Sized> Drop for Weak<T> {
    fn drop(&mut self) {
        if !alloc::heap_is_empty(self.ptr) {
            release_weak(self.ptr);
        }
    }
}
impl<T: ?Sized> Clone for Weak<T> {
    fn clone(&self) -> Weak<T> {
        if !alloc::heap_is_empty(self.ptr) {
            let counts = inner(self.ptr);
            counts.weak.set(counts.weak.get() + 1);
            note(self.ptr);
        }
        Weak { ptr: self.ptr }
    }
}
impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Weak<U>> for Weak<T> {}
impl<T> Default for Weak<T> {
    fn default() -> Weak<T> {
        Weak::new()
    }
}
impl<T: ?Sized> fmt::Debug for Weak<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(Weak)")
    }
}
impl<T: ?Sized + crate::error::Error> crate::error::Error for Arc<T> {
    fn source(&self) -> Option<&(dyn crate::error::Error + 'static)> {
        (**self).source()
    }
}
impl<T> Arc<T> {
    #[must_use] pub fn new_uninit() -> Arc<crate::mem::MaybeUninit<T>> {
        Arc::new(crate::mem::MaybeUninit::uninit())
    }
    #[must_use] pub fn new_zeroed() -> Arc<crate::mem::MaybeUninit<T>> {
        Arc::new(crate::mem::MaybeUninit::zeroed())
    }
}
impl<T> Arc<[T]> {
    #[must_use] pub fn new_uninit_slice(len: usize) -> Arc<[crate::mem::MaybeUninit<T>]> {
        crate::iter::repeat_with(crate::mem::MaybeUninit::uninit).take(len).collect()
    }
    #[must_use] pub fn new_zeroed_slice(len: usize) -> Arc<[crate::mem::MaybeUninit<T>]> {
        crate::iter::repeat_with(crate::mem::MaybeUninit::zeroed).take(len).collect()
    }
}
impl<T> Arc<crate::mem::MaybeUninit<T>> {
    #[must_use] pub unsafe fn assume_init(self) -> Arc<T> {
        Arc::new(self.assume_init_read())
    }
}
impl<T> Arc<[crate::mem::MaybeUninit<T>]> {
    #[must_use] pub unsafe fn assume_init(self) -> Arc<[T]> {
        self.iter().map(|part| part.assume_init_read()).collect()
    }
}
