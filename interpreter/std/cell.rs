//! Interior mutability.

use crate::cmp::Ordering;
use crate::fmt;
use crate::marker::Unsize;
use crate::ops::{CoerceUnsized, Deref, DerefMut};

#[lang = "unsafe_cell"]
pub struct UnsafeCell<T: ?Sized> {
    value: T,
}
impl<T: ?Sized> !Sync for UnsafeCell<T> {}
impl<T> UnsafeCell<T> {
    pub const fn new(value: T) -> UnsafeCell<T> {
        UnsafeCell { value }
    }
    pub const fn into_inner(self) -> T {
        self.value
    }
}
impl<T: ?Sized> UnsafeCell<T> {
    pub const fn get(&self) -> *mut T {
        &raw const self.value as *mut T
    }
    pub const fn get_mut(&mut self) -> &mut T {
        &mut self.value
    }
    pub const fn from_mut(value: &mut T) -> &mut UnsafeCell<T> {
        unsafe { &mut *(value as *mut T as *mut UnsafeCell<T>) }
    }
    pub const fn raw_get(this: *const UnsafeCell<T>) -> *mut T {
        unsafe { &raw const (*this).value as *mut T }
    }
}
impl<T: Default> Default for UnsafeCell<T> {
    fn default() -> UnsafeCell<T> {
        UnsafeCell::new(Default::default())
    }
}
impl<T> From<T> for UnsafeCell<T> {
    fn from(t: T) -> UnsafeCell<T> {
        UnsafeCell::new(t)
    }
}
impl<T: ?Sized> fmt::Debug for UnsafeCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnsafeCell").finish_non_exhaustive()
    }
}
impl<T: CoerceUnsized<U>, U> CoerceUnsized<UnsafeCell<U>> for UnsafeCell<T> {}

// ---------------------------------------------------------------- Cell

#[lang = "Cell"]
pub struct Cell<T: ?Sized> {
    value: UnsafeCell<T>,
}
unsafe impl<T: ?Sized + Send> Send for Cell<T> {}
impl<T: ?Sized> !Sync for Cell<T> {}
impl<T> Cell<T> {
    pub const fn new(value: T) -> Cell<T> {
        Cell { value: UnsafeCell::new(value) }
    }
    #[rustc_const_unstable(feature = "const_cell_traits", issue = "147787")]
    pub fn set(&self, val: T) {
        self.replace(val);
    }
    pub fn swap(&self, other: &Cell<T>) {
        if crate::ptr::eq(self, other) {
            return;
        }
        unsafe { crate::ptr::swap(self.value.get(), other.value.get()) }
    }
    pub const fn replace(&self, val: T) -> T {
        unsafe { crate::mem::replace(&mut *self.value.get(), val) }
    }
    pub const fn into_inner(self) -> T {
        self.value.into_inner()
    }
}
impl<T: Copy> Cell<T> {
    pub const fn get(&self) -> T {
        unsafe { *self.value.get() }
    }
    #[rustc_const_unstable(feature = "const_cell_traits", issue = "147787")]
    pub fn update(&self, f: impl FnOnce(T) -> T) {
        let old = self.get();
        self.set(f(old));
    }
}
impl<T: ?Sized> Cell<T> {
    pub const fn as_ptr(&self) -> *mut T {
        self.value.get()
    }
    pub const fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }
    pub const fn from_mut(t: &mut T) -> &Cell<T> {
        unsafe { &*(t as *mut T as *const Cell<T>) }
    }
}
impl<T> Cell<[T]> {
    pub const fn as_slice_of_cells(&self) -> &[Cell<T>] {
        unsafe { &*(self as *const Cell<[T]> as *const [Cell<T>]) }
    }
}
impl<T, const N: usize> Cell<[T; N]> {
    pub const fn as_array_of_cells(&self) -> &[Cell<T>; N] {
        unsafe { &*(self as *const Cell<[T; N]> as *const [Cell<T>; N]) }
    }
}
impl<T> AsRef<[Cell<T>]> for Cell<[T]> {
    fn as_ref(&self) -> &[Cell<T>] {
        self.as_slice_of_cells()
    }
}
impl<T, const N: usize> AsRef<[Cell<T>]> for Cell<[T; N]> {
    fn as_ref(&self) -> &[Cell<T>] {
        self.as_array_of_cells()
    }
}
impl<T, const N: usize> AsRef<[Cell<T>; N]> for Cell<[T; N]> {
    fn as_ref(&self) -> &[Cell<T>; N] {
        self.as_array_of_cells()
    }
}
impl<T: CoerceUnsized<U>, U> CoerceUnsized<Cell<U>> for Cell<T> {}
impl<T: Default> Cell<T> {
    #[rustc_const_unstable(feature = "const_cell_traits", issue = "147787")]
    pub fn take(&self) -> T {
        self.replace(Default::default())
    }
}
impl<T: Copy> Clone for Cell<T> {
    fn clone(&self) -> Cell<T> {
        Cell::new(self.get())
    }
}
impl<T: Default> Default for Cell<T> {
    fn default() -> Cell<T> {
        Cell::new(Default::default())
    }
}
impl<T: PartialEq + Copy> PartialEq for Cell<T> {
    fn eq(&self, other: &Cell<T>) -> bool {
        self.get() == other.get()
    }
}
impl<T: Eq + Copy> Eq for Cell<T> {}
impl<T: PartialOrd + Copy> PartialOrd for Cell<T> {
    fn partial_cmp(&self, other: &Cell<T>) -> Option<Ordering> {
        self.get().partial_cmp(&other.get())
    }
}
impl<T: Ord + Copy> Ord for Cell<T> {
    fn cmp(&self, other: &Cell<T>) -> Ordering {
        self.get().cmp(&other.get())
    }
}
impl<T> From<T> for Cell<T> {
    fn from(t: T) -> Cell<T> {
        Cell::new(t)
    }
}
impl<T: Copy + fmt::Debug> fmt::Debug for Cell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cell").field("value", &self.get()).finish()
    }
}

// ---------------------------------------------------------------- RefCell

/// `borrow` counts the readers, or is -1 while there is a writer (less with `map_split`).
#[lang = "RefCell"]
pub struct RefCell<T: ?Sized> {
    borrow: Cell<isize>,
    value: UnsafeCell<T>,
}
unsafe impl<T: ?Sized + Send> Send for RefCell<T> {}
impl<T: ?Sized> !Sync for RefCell<T> {}

#[derive(Debug)]
pub struct BorrowError;
impl fmt::Display for BorrowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("RefCell already mutably borrowed")
    }
}
impl crate::error::Error for BorrowError {}
#[derive(Debug)]
pub struct BorrowMutError;
impl fmt::Display for BorrowMutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("RefCell already borrowed")
    }
}
impl crate::error::Error for BorrowMutError {}

impl<T> RefCell<T> {
    pub const fn new(value: T) -> RefCell<T> {
        RefCell { borrow: Cell::new(0), value: UnsafeCell::new(value) }
    }
    pub const fn into_inner(self) -> T {
        self.value.into_inner()
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_ref_cell", issue = "137844")]
    pub fn replace(&self, t: T) -> T {
        crate::mem::replace(&mut *self.borrow_mut(), t)
    }
    #[track_caller]
    pub fn replace_with<F: FnOnce(&mut T) -> T>(&self, f: F) -> T {
        let mut_borrow = &mut *self.borrow_mut();
        let replacement = f(mut_borrow);
        crate::mem::replace(mut_borrow, replacement)
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_ref_cell", issue = "137844")]
    pub fn swap(&self, other: &Self) {
        crate::mem::swap(&mut *self.borrow_to_swap(), &mut *other.borrow_other())
    }
    #[panics_at = "core/src/cell.rs:1080:30"]
    fn borrow_to_swap(&self) -> RefMut<'_, T> {
        self.borrow_mut()
    }
    #[panics_at = "core/src/cell.rs:1080:56"]
    fn borrow_other(&self) -> RefMut<'_, T> {
        self.borrow_mut()
    }
}
impl<T: ?Sized> RefCell<T> {
    #[track_caller]
    #[rustc_const_unstable(feature = "const_ref_cell", issue = "137844")]
    pub fn borrow(&self) -> Ref<'_, T> {
        match self.try_borrow() {
            Ok(b) => b,
            Err(_) => crate::rt::panic_display("RefCell already mutably borrowed"),
        }
    }
    #[rustc_const_unstable(feature = "const_ref_cell", issue = "137844")]
    pub fn try_borrow(&self) -> Result<Ref<'_, T>, BorrowError> {
        let readers = self.borrow.get();
        if readers < 0 {
            return Err(BorrowError);
        }
        self.borrow.set(readers + 1);
        Ok(Ref { value: unsafe { &*self.value.get() }, borrow: BorrowRef { flag: &self.borrow } })
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_ref_cell", issue = "137844")]
    pub fn borrow_mut(&self) -> RefMut<'_, T> {
        match self.try_borrow_mut() {
            Ok(b) => b,
            Err(_) => crate::rt::panic_display("RefCell already borrowed"),
        }
    }
    #[rustc_const_unstable(feature = "const_ref_cell", issue = "137844")]
    pub fn try_borrow_mut(&self) -> Result<RefMut<'_, T>, BorrowMutError> {
        if self.borrow.get() != 0 {
            return Err(BorrowMutError);
        }
        self.borrow.set(-1);
        Ok(RefMut { value: unsafe { &mut *self.value.get() }, borrow: BorrowRefMut { flag: &self.borrow } })
    }
    #[rustc_const_unstable(feature = "const_ref_cell", issue = "137844")]
    pub fn as_ptr(&self) -> *mut T {
        self.value.get()
    }
    pub unsafe fn try_borrow_unguarded(&self) -> Result<&T, BorrowError> {
        if self.borrow.get() < 0 { Err(BorrowError) } else { Ok(&*self.value.get()) }
    }
    #[rustc_const_unstable(feature = "const_ref_cell", issue = "137844")]
    pub fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }
}
impl<T: Default> RefCell<T> {
    #[panics_at = "core/src/cell.rs:1431:14"]
    pub fn take(&self) -> T {
        self.replace(Default::default())
    }
}
impl<T: Clone> Clone for RefCell<T> {
    #[track_caller]
    fn clone(&self) -> RefCell<T> {
        RefCell::new(self.borrow().clone())
    }
}
impl<T: Default> Default for RefCell<T> {
    fn default() -> RefCell<T> {
        RefCell::new(Default::default())
    }
}
impl<T: ?Sized + PartialEq> PartialEq for RefCell<T> {
    #[panics_at = "core/src/cell.rs:1479:15"]
    fn eq(&self, other: &RefCell<T>) -> bool {
        *self.borrow() == *other.borrow()
    }
}
impl<T: ?Sized + Eq> Eq for RefCell<T> {}
impl<T: ?Sized + PartialOrd> PartialOrd for RefCell<T> {
    #[panics_at = "core/src/cell.rs:1501:15"]
    fn partial_cmp(&self, other: &RefCell<T>) -> Option<Ordering> {
        self.borrow().partial_cmp(&*other.borrow())
    }
}
impl<T: ?Sized + Ord> Ord for RefCell<T> {
    #[panics_at = "core/src/cell.rs:1561:15"]
    fn cmp(&self, other: &RefCell<T>) -> Ordering {
        self.borrow().cmp(&*other.borrow())
    }
}
impl<T> From<T> for RefCell<T> {
    fn from(t: T) -> RefCell<T> {
        RefCell::new(t)
    }
}
impl<T: CoerceUnsized<U>, U> CoerceUnsized<RefCell<U>> for RefCell<T> {}
struct BorrowedPlaceholder;
impl fmt::Debug for BorrowedPlaceholder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<borrowed>")
    }
}
impl<T: ?Sized + fmt::Debug> fmt::Debug for RefCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_struct("RefCell");
        match self.try_borrow() {
            Ok(borrow) => d.field("value", &borrow),
            Err(_) => d.field("value", &BorrowedPlaceholder),
        };
        d.finish()
    }
}

/// One of the shared borrows that the flag of a RefCell counts.
struct BorrowRef<'b> {
    flag: &'b Cell<isize>,
}
impl Drop for BorrowRef<'_> {
    fn drop(&mut self) {
        self.flag.set(self.flag.get() - 1);
    }
}
impl<'b> BorrowRef<'b> {
    fn another(&self) -> BorrowRef<'b> {
        self.flag.set(self.flag.get() + 1);
        BorrowRef { flag: self.flag }
    }
}
/// A shared borrow of a RefCell's content.
#[lang = "RefCellRef"]
pub struct Ref<'b, T: ?Sized + 'b> {
    value: &'b T,
    borrow: BorrowRef<'b>,
}
impl<'b, T: ?Sized> Ref<'b, T> {
    #[rustc_const_unstable(feature = "const_ref_cell", issue = "137844")]
    #[must_use] pub fn clone(orig: &Ref<'b, T>) -> Ref<'b, T> {
        Ref { value: orig.value, borrow: orig.borrow.another() }
    }
    pub fn map<U: ?Sized, F>(orig: Ref<'b, T>, f: F) -> Ref<'b, U>
    where
        F: FnOnce(&T) -> &U,
    {
        Ref { value: f(orig.value), borrow: orig.borrow }
    }
    pub fn filter_map<U: ?Sized, F>(orig: Ref<'b, T>, f: F) -> Result<Ref<'b, U>, Self>
    where
        F: FnOnce(&T) -> Option<&U>,
    {
        match f(orig.value) {
            Some(value) => Ok(Ref { value, borrow: orig.borrow }),
            None => Err(orig),
        }
    }
    pub fn map_split<U: ?Sized, V: ?Sized, F>(orig: Ref<'b, T>, f: F) -> (Ref<'b, U>, Ref<'b, V>)
    where
        F: FnOnce(&T) -> (&U, &V),
    {
        let (a, b) = f(orig.value);
        (Ref { value: a, borrow: orig.borrow.another() }, Ref { value: b, borrow: orig.borrow })
    }
}
impl<T: ?Sized> Deref for Ref<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.value
    }
}
impl<T: ?Sized + fmt::Display> fmt::Display for Ref<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
impl<T: ?Sized + fmt::Debug> fmt::Debug for Ref<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
/// One of the unique borrows (of disjoint parts) that the flag of a RefCell counts below zero.
struct BorrowRefMut<'b> {
    flag: &'b Cell<isize>,
}
impl Drop for BorrowRefMut<'_> {
    fn drop(&mut self) {
        self.flag.set(self.flag.get() + 1);
    }
}
impl<'b> BorrowRefMut<'b> {
    fn another(&self) -> BorrowRefMut<'b> {
        self.flag.set(self.flag.get() - 1);
        BorrowRefMut { flag: self.flag }
    }
}
/// The unique borrow of a RefCell's content.
#[lang = "RefCellRefMut"]
pub struct RefMut<'b, T: ?Sized + 'b> {
    value: &'b mut T,
    borrow: BorrowRefMut<'b>,
}
impl<'b, T: ?Sized> RefMut<'b, T> {
    pub fn map<U: ?Sized, F>(orig: RefMut<'b, T>, f: F) -> RefMut<'b, U>
    where
        F: FnOnce(&mut T) -> &mut U,
    {
        RefMut { value: f(orig.value), borrow: orig.borrow }
    }
    pub fn filter_map<U: ?Sized, F>(orig: RefMut<'b, T>, f: F) -> Result<RefMut<'b, U>, Self>
    where
        F: FnOnce(&mut T) -> Option<&mut U>,
    {
        let value: *mut T = &raw const *orig.value as *mut T;
        match f(unsafe { &mut *value }) {
            Some(value) => Ok(RefMut { value, borrow: orig.borrow }),
            None => Err(orig),
        }
    }
    pub fn map_split<U: ?Sized, V: ?Sized, F>(orig: RefMut<'b, T>, f: F) -> (RefMut<'b, U>, RefMut<'b, V>)
    where
        F: FnOnce(&mut T) -> (&mut U, &mut V),
    {
        let (a, b) = f(orig.value);
        (RefMut { value: a, borrow: orig.borrow.another() }, RefMut { value: b, borrow: orig.borrow })
    }
}
impl<T: ?Sized> Deref for RefMut<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.value
    }
}
impl<T: ?Sized> DerefMut for RefMut<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.value
    }
}
impl<T: ?Sized + fmt::Display> fmt::Display for RefMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
impl<T: ?Sized + fmt::Debug> fmt::Debug for RefMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

// ---------------------------------------------------------------- OnceCell, LazyCell

/// Set once. (It isn't Sync, as the cell within it isn't.)
pub struct OnceCell<T> {
    inner: UnsafeCell<Option<T>>,
}
impl<T> OnceCell<T> {
    #[must_use] pub const fn new() -> OnceCell<T> {
        OnceCell { inner: UnsafeCell::new(None) }
    }
    pub fn get(&self) -> Option<&T> {
        unsafe { (*self.inner.get()).as_ref() }
    }
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.inner.get_mut().as_mut()
    }
    pub fn set(&self, value: T) -> Result<(), T> {
        if self.get().is_some() {
            return Err(value);
        }
        unsafe { *self.inner.get() = Some(value) };
        Ok(())
    }
    #[track_caller]
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
        if self.get().is_none() {
            let value = f();
            if self.set(value).is_err() {
                reentrant_init();
            }
        }
        match self.get() {
            Some(value) => value,
            None => crate::rt::panic_str("internal error: entered unreachable code"),
        }
    }
    pub const fn into_inner(self) -> Option<T> {
        self.inner.into_inner()
    }
    pub fn take(&mut self) -> Option<T> {
        self.inner.get_mut().take()
    }
}
#[panics_at = "core/src/cell/once.rs:300:66"]
fn reentrant_init() -> ! {
    crate::rt::panic_str("reentrant init")
}
impl<T: PartialEq> PartialEq for OnceCell<T> {
    fn eq(&self, other: &OnceCell<T>) -> bool {
        self.get() == other.get()
    }
}
impl<T: Eq> Eq for OnceCell<T> {}
impl<T> From<T> for OnceCell<T> {
    fn from(value: T) -> OnceCell<T> {
        OnceCell { inner: UnsafeCell::new(Some(value)) }
    }
}
impl<T> Default for OnceCell<T> {
    fn default() -> Self {
        OnceCell::new()
    }
}
impl<T: fmt::Debug> fmt::Debug for OnceCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_tuple("OnceCell");
        match self.get() {
            Some(v) => d.field(v),
            None => d.field(&format_args!("<uninit>")),
        };
        d.finish()
    }
}
impl<T: Clone> Clone for OnceCell<T> {
    fn clone(&self) -> OnceCell<T> {
        OnceCell { inner: UnsafeCell::new(self.get().cloned()) }
    }
}
pub struct LazyCell<T, F = fn() -> T> {
    cell: OnceCell<T>,
    init: Cell<Option<F>>,
}
#[panics_at = "core/src/cell/lazy.rs:372:5"]
fn poisoned() -> ! {
    crate::rt::panic_str("LazyCell instance has previously been poisoned")
}
impl<T, F: FnOnce() -> T> LazyCell<T, F> {
    pub const fn new(f: F) -> LazyCell<T, F> {
        LazyCell { cell: OnceCell::new(), init: Cell::new(Some(f)) }
    }
    #[track_caller]
    pub fn force(this: &LazyCell<T, F>) -> &T {
        this.cell.get_or_init(|| match this.init.take() {
            Some(f) => f(),
            None => poisoned(),
        })
    }
}
impl<T, F: FnOnce() -> T> Deref for LazyCell<T, F> {
    type Target = T;
    fn deref(&self) -> &T {
        LazyCell::force(self)
    }
}
impl<T, F: FnOnce() -> T> LazyCell<T, F> {
    pub fn force_mut(this: &mut LazyCell<T, F>) -> &mut T {
        LazyCell::force(this);
        match this.cell.get_mut() {
            Some(value) => value,
            None => crate::rt::panic_str("internal error: entered unreachable code"),
        }
    }
}
impl<T, F> LazyCell<T, F> {
    pub fn get(this: &LazyCell<T, F>) -> Option<&T> {
        this.cell.get()
    }
    pub fn get_mut(this: &mut LazyCell<T, F>) -> Option<&mut T> {
        this.cell.get_mut()
    }
}
impl<T, F: FnOnce() -> T> DerefMut for LazyCell<T, F> {
    fn deref_mut(&mut self) -> &mut T {
        LazyCell::force_mut(self)
    }
}
impl<T: Default> Default for LazyCell<T> {
    fn default() -> LazyCell<T> {
        LazyCell::new(T::default)
    }
}
impl<T: fmt::Debug, F> fmt::Debug for LazyCell<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_tuple("LazyCell");
        match self.cell.get() {
            Some(v) => d.field(v),
            None => d.field(&format_args!("<uninit>")),
        };
        d.finish()
    }
}
