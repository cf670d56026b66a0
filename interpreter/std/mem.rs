//! `std::mem`.

#[intrinsic = "size_of"]
pub const fn size_of<T>() -> usize;
#[intrinsic = "align_of"]
pub const fn align_of<T>() -> usize;
#[intrinsic = "size_of_val"]
pub const fn size_of_val<T: ?Sized>(val: &T) -> usize;
#[intrinsic = "align_of_val"]
pub const fn align_of_val<T: ?Sized>(val: &T) -> usize;
#[intrinsic = "needs_drop"]
pub const fn needs_drop<T: ?Sized>() -> bool;
/// The value of `dest`, with `src` put in its place.
#[intrinsic = "mem_replace"]
pub const fn replace<T>(dest: &mut T, src: T) -> T;
#[intrinsic = "mem_swap"]
pub const fn swap<T>(x: &mut T, y: &mut T);
#[intrinsic = "transmute"]
pub const unsafe fn transmute<Src, Dst>(src: Src) -> Dst;
#[intrinsic = "discriminant_value"]
fn discriminant_value<T>(v: &T) -> isize;
/// Takes the value over without dropping it.
#[intrinsic = "forget"]
pub const fn forget<T>(t: T);

pub fn drop<T>(_x: T) {}

pub fn take<T: Default>(dest: &mut T) -> T {
    replace(dest, T::default())
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Discriminant<T> {
    value: isize,
    of: crate::marker::PhantomData<T>,
}
impl<T> crate::fmt::Debug for Discriminant<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.debug_tuple("Discriminant").field(&self.value).finish()
    }
}
pub fn discriminant<T>(v: &T) -> Discriminant<T> {
    Discriminant { value: discriminant_value(v), of: crate::marker::PhantomData }
}

/// Holds a value whose drop the compiler leaves out.
#[lang = "manually_drop"]
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ManuallyDrop<T: ?Sized> {
    value: T,
}
impl<T> ManuallyDrop<T> {
    pub const fn new(value: T) -> ManuallyDrop<T> {
        ManuallyDrop { value }
    }
    pub fn into_inner(slot: ManuallyDrop<T>) -> T {
        slot.value
    }
    pub unsafe fn take(slot: &mut ManuallyDrop<T>) -> T {
        crate::ptr::read(&slot.value)
    }
}
impl<T: ?Sized> ManuallyDrop<T> {
    pub unsafe fn drop(slot: &mut ManuallyDrop<T>) {
        crate::ptr::drop_in_place(&mut slot.value)
    }
}
impl<T: ?Sized> crate::ops::Deref for ManuallyDrop<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}
impl<T: ?Sized> crate::ops::DerefMut for ManuallyDrop<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
