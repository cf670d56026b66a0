//! `std::mem`.

use crate::fmt;
pub use crate::offset_of;
#[intrinsic = "size_of"]
#[rustc_promotable]
#[must_use] pub const fn size_of<T>() -> usize;
#[intrinsic = "align_of"]
#[rustc_promotable]
#[must_use] pub const fn align_of<T>() -> usize;
#[intrinsic = "size_of_val"]
#[must_use] pub const fn size_of_val<T: ?Sized>(val: &T) -> usize;
#[intrinsic = "align_of_val"]
#[must_use] pub const fn align_of_val<T: ?Sized>(val: &T) -> usize;
#[deprecated]
#[must_use] pub fn min_align_of<T>() -> usize {
    align_of::<T>()
}
#[deprecated]
#[must_use] pub fn min_align_of_val<T: ?Sized>(val: &T) -> usize {
    align_of_val(val)
}
#[intrinsic = "needs_drop"]
#[must_use] pub const fn needs_drop<T: ?Sized>() -> bool;
/// The value of `dest`, with `src` put in its place.
#[intrinsic = "mem_replace"]
#[must_use] pub const fn replace<T>(dest: &mut T, src: T) -> T;
#[intrinsic = "mem_swap"]
pub const fn swap<T>(x: &mut T, y: &mut T);
#[rustc_intrinsic]
#[intrinsic = "transmute"]
pub const unsafe fn transmute<Src, Dst>(src: Src) -> Dst;
#[must_use] pub const unsafe fn transmute_copy<Src, Dst>(src: &Src) -> Dst {
    crate::ptr::read_unaligned(src as *const Src as *const Dst)
}
#[intrinsic = "discriminant_value"]
const fn discriminant_value<T>(v: &T) -> isize;
/// How many bytes a discriminant of `T` has.
#[intrinsic = "discriminant_size"]
const fn discriminant_size<T>() -> usize;
/// Hashes a discriminant of `T` as a number of its own type.
#[unstable(feature = "discriminant_internals")]
pub fn hash_discriminant<T, H: crate::hash::Hasher>(value: isize, state: &mut H) {
    match discriminant_size::<T>() {
        1 => state.write_u8(value as u8),
        2 => state.write_u16(value as u16),
        4 => state.write_u32(value as u32),
        16 => state.write_u128(value as u128),
        _ => state.write_isize(value),
    }
}
/// Takes the value over without dropping it.
#[intrinsic = "forget"]
pub const fn forget<T>(t: T);

#[rustc_const_unstable(feature = "const_destruct", issue = "133214")]
pub fn drop<T>(_x: T) {}

#[rustc_const_unstable(feature = "const_default", issue = "143894")]
pub fn take<T: Default>(dest: &mut T) -> T {
    replace(dest, T::default())
}

pub struct Discriminant<T> {
    value: isize,
    of: crate::marker::PhantomData<T>,
}
impl<T> Copy for Discriminant<T> {}
impl<T> Clone for Discriminant<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> PartialEq for Discriminant<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}
impl<T> Eq for Discriminant<T> {}
impl<T> crate::hash::Hash for Discriminant<T> {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        hash_discriminant::<T, H>(self.value, state);
    }
}
impl<T> crate::fmt::Debug for Discriminant<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.debug_tuple("Discriminant").field(&self.value).finish()
    }
}
pub const fn discriminant<T>(v: &T) -> Discriminant<T> {
    Discriminant { value: discriminant_value(v), of: crate::marker::PhantomData }
}

#[intrinsic = "zeroed"]
const unsafe fn zeroed_bytes<T>() -> T;
#[intrinsic = "assert_zero_valid"]
const fn assert_zero_valid<T>();
#[panics_at = "core/src/panicking.rs:225:5"]
#[must_use] pub const unsafe fn zeroed<T>() -> T {
    assert_zero_valid::<T>();
    zeroed_bytes()
}

#[intrinsic = "uninit_parts"]
const unsafe fn uninit_parts<T>() -> T;
/// Memory for a `T` that need not be there yet.
pub union MaybeUninit<T> {
    uninit: (),
    value: ManuallyDrop<T>,
}
impl<T> MaybeUninit<T> {
    #[must_use] pub const fn new(val: T) -> MaybeUninit<T> {
        MaybeUninit { value: ManuallyDrop::new(val) }
    }
    #[must_use] pub const fn uninit() -> MaybeUninit<T> {
        unsafe { MaybeUninit { value: uninit_parts() } }
    }
    #[must_use] pub const fn zeroed() -> MaybeUninit<T> {
        unsafe { MaybeUninit { value: ManuallyDrop::new(zeroed_bytes()) } }
    }
    pub const fn write(&mut self, val: T) -> &mut T {
        *self = MaybeUninit::new(val);
        unsafe { self.assume_init_mut() }
    }
    pub const fn as_ptr(&self) -> *const T {
        unsafe { &raw const self.value.value }
    }
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        unsafe { &raw mut self.value.value }
    }
    pub const unsafe fn assume_init(self) -> T {
        ManuallyDrop::into_inner(self.value)
    }
    pub const unsafe fn assume_init_read(&self) -> T {
        crate::ptr::read(&self.value.value)
    }
    #[rustc_const_unstable(feature = "const_drop_in_place", issue = "109342")]
    pub unsafe fn assume_init_drop(&mut self) {
        crate::ptr::drop_in_place(&mut self.value.value)
    }
    pub const unsafe fn assume_init_ref(&self) -> &T {
        &self.value.value
    }
    pub const unsafe fn assume_init_mut(&mut self) -> &mut T {
        &mut self.value.value
    }
}
impl<T: Copy> Clone for MaybeUninit<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Copy> Copy for MaybeUninit<T> {}
impl<T> crate::fmt::Debug for MaybeUninit<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.write_str("MaybeUninit<")?;
        f.write_str(crate::any::type_name::<T>())?;
        f.write_str(">")
    }
}

/// What `offset_of!` becomes: how far into a `T` the place lies that `place` leads to.
#[unstable(feature = "offset_of_internals")]
pub const fn offset_of_place<T, U>(place: fn(*const T) -> *const U) -> usize {
    let value = MaybeUninit::<T>::uninit();
    let base = value.as_ptr();
    offset_within(base, place(base))
}
#[intrinsic = "offset_within"]
const fn offset_within<T, U>(base: *const T, place: *const U) -> usize;

/// Holds a value whose drop the compiler leaves out.
#[lang = "manually_drop"]
#[derive(Copy, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ManuallyDrop<T: ?Sized> {
    value: T,
}
/// What rustc's std has between.
#[derive(Debug)]
struct MaybeDangling<'a, T: ?Sized>(&'a T);
impl<T: fmt::Debug + ?Sized> fmt::Debug for ManuallyDrop<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ManuallyDrop").field("value", &MaybeDangling(&self.value)).finish()
    }
}
impl<T> ManuallyDrop<T> {
    #[must_use] pub const fn new(value: T) -> ManuallyDrop<T> {
        ManuallyDrop { value }
    }
    pub const fn into_inner(slot: ManuallyDrop<T>) -> T {
        slot.value
    }
    #[rustc_const_unstable(feature = "const_manually_drop_take", issue = "148773")]
    #[must_use] pub unsafe fn take(slot: &mut ManuallyDrop<T>) -> T {
        crate::ptr::read(&slot.value)
    }
}
impl<T: ?Sized> ManuallyDrop<T> {
    #[rustc_const_unstable(feature = "const_drop_in_place", issue = "109342")]
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
