//! `Rc` and `Weak`.

use crate::alloc::{self, HeapPtr};
use crate::cell::Cell;
use crate::cmp::Ordering;
use crate::fmt;
use crate::marker::Unsize;
use crate::ops::{CoerceUnsized, Deref, DispatchFromDyn, LegacyReceiver};

/// What an Rc's allocation holds. All strong handles together own one weak count.
#[lang = "RcInner"]
pub(crate) struct RcInner<T: ?Sized> {
    strong: Cell<usize>,
    weak: Cell<usize>,
    value: T,
}

#[lang = "Rc"]
#[with_allocator]
pub struct Rc<T: ?Sized> {
    ptr: HeapPtr<RcInner<T>>,
    owns: crate::marker::PhantomData<T>,
}
impl<T: ?Sized> !Send for Rc<T> {}
impl<T: ?Sized> !Sync for Rc<T> {}
#[lang = "RcWeak"]
#[with_allocator]
pub struct Weak<T: ?Sized> {
    ptr: HeapPtr<RcInner<T>>,
}
impl<T: ?Sized> !Send for Weak<T> {}
impl<T: ?Sized> !Sync for Weak<T> {}
impl<T: ?Sized> !crate::panic::UnwindSafe for Weak<T> {}
impl<T: ?Sized> !crate::panic::RefUnwindSafe for Weak<T> {}

fn inner<'a, T: ?Sized>(ptr: HeapPtr<RcInner<T>>) -> &'a RcInner<T> {
    alloc::heap_ref(ptr)
}
fn note<T: ?Sized>(ptr: HeapPtr<RcInner<T>>) {
    let counts = inner(ptr);
    let strong = counts.strong.get();
    let weak = counts.weak.get();
    alloc::count_event(ptr, strong, if strong > 0 { weak - 1 } else { weak });
}

impl<T> Rc<T> {
    pub fn new(value: T) -> Rc<T> {
        let ptr = alloc::heap_new(RcInner { strong: Cell::new(1), weak: Cell::new(1), value }, "Rc");
        note(ptr);
        Rc { ptr, owns: crate::marker::PhantomData }
    }
    #[must_use] pub fn pin(value: T) -> crate::pin::Pin<Rc<T>> {
        crate::pin::Pin { pointer: Rc::new(value) }
    }
    pub fn new_cyclic<F>(data_fn: F) -> Rc<T>
    where
        F: FnOnce(&Weak<T>) -> T,
    {
        let ptr: HeapPtr<RcInner<T>> =
            alloc::heap_new(RcInner { strong: Cell::new(0), weak: Cell::new(1), value: uninit() }, "Rc");
        let weak = Weak { ptr };
        let value = data_fn(&weak);
        let place: *const T = &raw const inner(ptr).value;
        unsafe { crate::ptr::write(place as *mut T, value) };
        inner(ptr).strong.set(1);
        note(ptr);
        crate::mem::forget(weak);
        Rc { ptr, owns: crate::marker::PhantomData }
    }
    pub fn try_unwrap(this: Self) -> Result<T, Self> {
        if Rc::strong_count(&this) == 1 {
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
        Rc::try_unwrap(this).ok()
    }
    pub fn unwrap_or_clone(this: Self) -> T
    where
        T: Clone,
    {
        Rc::try_unwrap(this).unwrap_or_else(|rc| (*rc).clone())
    }
}
/// The allocation whose counted content `r` points to (for `from_raw`).
#[intrinsic = "heap_of_ref"]
fn counted_of_ref<T: ?Sized>(r: *const T) -> HeapPtr<RcInner<T>>;
#[intrinsic = "uninit"]
pub(crate) fn uninit<T>() -> T;
/// Moves the value out of a place, which is empty from then on.
#[intrinsic = "ptr_take"]
pub(crate) unsafe fn take<T>(p: *const T) -> T;

fn release_weak<T: ?Sized>(ptr: HeapPtr<RcInner<T>>) {
    let counts = inner(ptr);
    counts.weak.set(counts.weak.get() - 1);
    note(ptr);
    if counts.weak.get() == 0 {
        alloc::heap_free(ptr);
    }
}

impl<T: ?Sized> Rc<T> {
    #[must_use] pub fn into_raw(this: Self) -> *const T {
        let p: *const T = &raw const inner(this.ptr).value;
        crate::mem::forget(this);
        p
    }
    pub fn as_ptr(this: &Self) -> *const T {
        &raw const inner(this.ptr).value
    }
    pub unsafe fn from_raw(ptr: *const T) -> Self {
        Rc { ptr: counted_of_ref(ptr), owns: crate::marker::PhantomData }
    }
    pub unsafe fn increment_strong_count(ptr: *const T) {
        let rc = crate::mem::ManuallyDrop::new(Rc::from_raw(ptr));
        crate::mem::forget(Rc::clone(&*rc));
    }
    pub unsafe fn decrement_strong_count(ptr: *const T) {
        drop(Rc::from_raw(ptr));
    }
    #[must_use] pub fn downgrade(this: &Self) -> Weak<T> {
        let counts = inner(this.ptr);
        counts.weak.set(counts.weak.get() + 1);
        note(this.ptr);
        Weak { ptr: this.ptr }
    }
    pub fn weak_count(this: &Self) -> usize {
        inner(this.ptr).weak.get() - 1
    }
    pub fn strong_count(this: &Self) -> usize {
        inner(this.ptr).strong.get()
    }
    fn is_unique(this: &Self) -> bool {
        Rc::weak_count(this) == 0 && Rc::strong_count(this) == 1
    }
    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        if Rc::is_unique(this) { Some(&mut alloc::heap_ref(this.ptr).value) } else { None }
    }
    pub fn ptr_eq(this: &Self, other: &Self) -> bool {
        alloc::heap_ptr_eq(this.ptr, other.ptr)
    }
}
impl<T: Clone> Rc<T> {
    pub fn make_mut(this: &mut Self) -> &mut T {
        if Rc::strong_count(this) != 1 {
            *this = Rc::new((**this).clone());
        } else if Rc::weak_count(this) != 0 {
            let counts = inner(this.ptr);
            let value = unsafe { take(&raw const counts.value) };
            counts.strong.set(0);
            let old = this.ptr;
            let fresh = Rc::new(value);
            this.ptr = fresh.ptr;
            crate::mem::forget(fresh);
            release_weak(old);
        }
        &mut alloc::heap_ref(this.ptr).value
    }
}
impl<T: ?Sized> Deref for Rc<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &inner(self.ptr).value
    }
}
impl<T: ?Sized> LegacyReceiver for Rc<T> {}
unsafe impl<#[may_dangle] T: ?Sized> Drop for Rc<T> {
    fn drop(&mut self) {
        let counts: &mut RcInner<T> = alloc::heap_ref(self.ptr);
        counts.strong.set(counts.strong.get() - 1);
        note(self.ptr);
        if counts.strong.get() == 0 {
            unsafe { crate::ptr::drop_in_place(&mut counts.value) }
            release_weak(self.ptr);
        }
    }
}
impl<T: ?Sized> Clone for Rc<T> {
    fn clone(&self) -> Rc<T> {
        let counts = inner(self.ptr);
        counts.strong.set(counts.strong.get() + 1);
        note(self.ptr);
        Rc { ptr: self.ptr, owns: crate::marker::PhantomData }
    }
}
impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Rc<U>> for Rc<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Rc<U>> for Rc<T> {}
impl<T: Default> Default for Rc<T> {
    fn default() -> Rc<T> {
        Rc::new(Default::default())
    }
}
impl<T> Default for Rc<[T]> {
    fn default() -> Rc<[T]> {
        Rc::from(Vec::new())
    }
}
impl Default for Rc<str> {
    fn default() -> Rc<str> {
        Rc::from("")
    }
}
impl<T: ?Sized> Unpin for Rc<T> {}
impl<T: ?Sized + PartialEq> PartialEq for Rc<T> {
    fn eq(&self, other: &Rc<T>) -> bool {
        **self == **other
    }
}
impl<T: ?Sized + Eq> Eq for Rc<T> {}
impl<T: ?Sized + PartialOrd> PartialOrd for Rc<T> {
    fn partial_cmp(&self, other: &Rc<T>) -> Option<Ordering> {
        (**self).partial_cmp(&**other)
    }
}
impl<T: ?Sized + Ord> Ord for Rc<T> {
    fn cmp(&self, other: &Rc<T>) -> Ordering {
        (**self).cmp(&**other)
    }
}
impl<T: ?Sized + crate::hash::Hash> crate::hash::Hash for Rc<T> {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        (**self).hash(state)
    }
}
impl<T: ?Sized + fmt::Display> fmt::Display for Rc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}
impl<T: ?Sized + fmt::Debug> fmt::Debug for Rc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
impl<T: ?Sized> fmt::Pointer for Rc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::pointer_fmt(&**self as *const T, f)
    }
}
impl<T> From<T> for Rc<T> {
    fn from(t: T) -> Self {
        Rc::new(t)
    }
}
impl<T: ?Sized> From<Box<T>> for Rc<T> {
    fn from(b: Box<T>) -> Rc<T> {
        from_box(b)
    }
}
/// An Rc of a box's content, whatever its size.
#[intrinsic = "rc_from_box"]
fn from_box<T: ?Sized>(b: Box<T>) -> Rc<T>;
impl From<&str> for Rc<str> {
    fn from(v: &str) -> Rc<str> {
        Rc::from(String::from(v).into_boxed_str())
    }
}
impl From<String> for Rc<str> {
    fn from(v: String) -> Rc<str> {
        Rc::from(v.into_boxed_str())
    }
}
macro_rules! texts {
    ($($borrowed:ty, $owned:ty, $into_boxed:ident;)*) => {
        $(
        impl From<&$borrowed> for Rc<$borrowed> {
            fn from(s: &$borrowed) -> Self {
                Rc::from(s.to_owned().$into_boxed())
            }
        }
        impl From<&mut $borrowed> for Rc<$borrowed> {
            fn from(s: &mut $borrowed) -> Self {
                Rc::from(&*s)
            }
        }
        impl From<$owned> for Rc<$borrowed> {
            fn from(s: $owned) -> Self {
                Rc::from(s.$into_boxed())
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
impl From<&mut str> for Rc<str> {
    fn from(s: &mut str) -> Rc<str> {
        Rc::from(&*s)
    }
}
impl<'a, B: ?Sized + ToOwned> From<crate::borrow::Cow<'a, B>> for Rc<B>
where
    Rc<B>: From<&'a B> + From<<B as ToOwned>::Owned>,
{
    fn from(cow: crate::borrow::Cow<'a, B>) -> Rc<B> {
        match cow {
            crate::borrow::Cow::Borrowed(s) => Rc::from(s),
            crate::borrow::Cow::Owned(s) => Rc::from(s),
        }
    }
}
impl From<Rc<str>> for Rc<[u8]> {
    fn from(text: Rc<str>) -> Rc<[u8]> {
        Rc::from(text.as_bytes())
    }
}
impl<T, const N: usize> TryFrom<Rc<[T]>> for Rc<[T; N]> {
    type Error = Rc<[T]>;
    fn try_from(slice: Rc<[T]>) -> Result<Rc<[T; N]>, Rc<[T]>> {
        if slice.len() != N {
            return Err(slice);
        }
        let ptr = alloc::heap_thin(slice.ptr);
        crate::mem::forget(slice);
        Ok(Rc { ptr, owns: crate::marker::PhantomData })
    }
}
impl<T: Clone> From<&mut [T]> for Rc<[T]> {
    fn from(s: &mut [T]) -> Rc<[T]> {
        Rc::from(&*s)
    }
}
impl<T: Clone> From<&[T]> for Rc<[T]> {
    fn from(v: &[T]) -> Rc<[T]> {
        Rc::from(v.to_vec().into_boxed_slice())
    }
}
impl<T> From<Vec<T>> for Rc<[T]> {
    fn from(v: Vec<T>) -> Rc<[T]> {
        Rc::from(v.into_boxed_slice())
    }
}
impl<T, const N: usize> From<[T; N]> for Rc<[T]> {
    fn from(v: [T; N]) -> Rc<[T]> {
        Rc::new(v)
    }
}
impl<T> FromIterator<T> for Rc<[T]> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self {
        Rc::from(iter.into_iter().collect::<Vec<T>>())
    }
}
impl<T: ?Sized> AsRef<T> for Rc<T> {
    fn as_ref(&self) -> &T {
        &**self
    }
}
impl<T: ?Sized> crate::borrow::Borrow<T> for Rc<T> {
    fn borrow(&self) -> &T {
        &**self
    }
}

impl Rc<dyn crate::any::Any> {
    pub fn downcast<T: crate::any::Any>(self) -> Result<Rc<T>, Self> {
        if !(*self).is::<T>() {
            return Err(self);
        }
        let ptr = alloc::heap_thin(self.ptr);
        crate::mem::forget(self);
        Ok(Rc { ptr, owns: crate::marker::PhantomData })
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
    #[must_use] pub fn upgrade(&self) -> Option<Rc<T>> {
        if self.strong_count() == 0 {
            return None;
        }
        let counts = inner(self.ptr);
        counts.strong.set(counts.strong.get() + 1);
        note(self.ptr);
        Some(Rc { ptr: self.ptr, owns: crate::marker::PhantomData })
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
impl<T> Rc<T> {
    #[must_use] pub fn new_uninit() -> Rc<crate::mem::MaybeUninit<T>> {
        Rc::new(crate::mem::MaybeUninit::uninit())
    }
    #[must_use] pub fn new_zeroed() -> Rc<crate::mem::MaybeUninit<T>> {
        Rc::new(crate::mem::MaybeUninit::zeroed())
    }
}
impl<T> Rc<[T]> {
    #[must_use] pub fn new_uninit_slice(len: usize) -> Rc<[crate::mem::MaybeUninit<T>]> {
        crate::iter::repeat_with(crate::mem::MaybeUninit::uninit).take(len).collect()
    }
    #[must_use] pub fn new_zeroed_slice(len: usize) -> Rc<[crate::mem::MaybeUninit<T>]> {
        crate::iter::repeat_with(crate::mem::MaybeUninit::zeroed).take(len).collect()
    }
}
impl<T> Rc<crate::mem::MaybeUninit<T>> {
    #[must_use] pub unsafe fn assume_init(self) -> Rc<T> {
        Rc::new(self.assume_init_read())
    }
}
impl<T> Rc<[crate::mem::MaybeUninit<T>]> {
    #[must_use] pub unsafe fn assume_init(self) -> Rc<[T]> {
        self.iter().map(|part| part.assume_init_read()).collect()
    }
}
