//! Raw pointers.

/// Drops what `to_drop` points at; the machine calls the drop glue of `T`.
#[lang = "drop_in_place"]
#[intrinsic = "drop_in_place"]
pub unsafe fn drop_in_place<T: ?Sized>(to_drop: *mut T);
/// The value at `src`; the place keeps it (the caller must see to it that it's not used twice).
#[intrinsic = "ptr_read"]
pub const unsafe fn read<T>(src: *const T) -> T;
#[intrinsic = "ptr_write"]
pub const unsafe fn write<T>(dst: *mut T, src: T);
#[intrinsic = "ptr_eq"]
pub fn eq<T: ?Sized>(a: *const T, b: *const T) -> bool;
#[intrinsic = "ptr_addr_eq"]
pub fn addr_eq<T: ?Sized, U: ?Sized>(p: *const T, q: *const U) -> bool;
#[intrinsic = "ptr_null"]
pub const fn null<T>() -> *const T;
#[intrinsic = "ptr_null"]
pub const fn null_mut<T>() -> *mut T;

pub unsafe fn replace<T>(dst: *mut T, src: T) -> T {
    crate::mem::replace(&mut *dst, src)
}
pub unsafe fn swap<T>(x: *mut T, y: *mut T) {
    crate::mem::swap(&mut *x, &mut *y)
}

/// A raw pointer that isn't null.
pub struct NonNull<T: ?Sized> {
    pointer: *const T,
}
impl<T: ?Sized> NonNull<T> {
    pub const unsafe fn new_unchecked(ptr: *mut T) -> Self {
        NonNull { pointer: ptr }
    }
    pub const fn as_ptr(self) -> *mut T {
        self.pointer as *mut T
    }
    pub unsafe fn as_ref<'a>(&self) -> &'a T {
        &*self.pointer
    }
    pub unsafe fn as_mut<'a>(&mut self) -> &'a mut T {
        &mut *(self.pointer as *mut T)
    }
}
impl<T> NonNull<T> {
    pub fn new(ptr: *mut T) -> Option<Self> {
        if ptr.is_null() { None } else { Some(NonNull { pointer: ptr }) }
    }
}
impl<T: ?Sized> Clone for NonNull<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> Copy for NonNull<T> {}
impl<T: ?Sized> PartialEq for NonNull<T> {
    fn eq(&self, other: &Self) -> bool {
        eq(self.pointer, other.pointer)
    }
}
impl<T: ?Sized> Eq for NonNull<T> {}
impl<T: ?Sized> From<&mut T> for NonNull<T> {
    fn from(r: &mut T) -> Self {
        NonNull { pointer: r }
    }
}
impl<T: ?Sized> From<&T> for NonNull<T> {
    fn from(r: &T) -> Self {
        NonNull { pointer: r }
    }
}
