//! Raw pointers.

pub use crate::{addr_of, addr_of_mut};

/// Drops what `to_drop` points at; the machine calls the drop glue of `T`.
#[lang = "drop_in_place"]
#[intrinsic = "drop_in_place"]
#[rustc_const_unstable(feature = "const_drop_in_place", issue = "109342")]
pub unsafe fn drop_in_place<T: ?Sized>(to_drop: *mut T);
/// The value at `src`; the place keeps it (the caller must see to it that it's not used twice).
#[intrinsic = "ptr_read"]
pub const unsafe fn read<T>(src: *const T) -> T;
#[intrinsic = "ptr_write"]
pub const unsafe fn write<T>(dst: *mut T, src: T);
#[intrinsic = "ptr_eq"]
#[must_use] pub fn eq<T: ?Sized>(a: *const T, b: *const T) -> bool;
#[intrinsic = "ptr_addr_eq"]
#[must_use] pub fn addr_eq<T: ?Sized, U: ?Sized>(p: *const T, q: *const U) -> bool;
#[intrinsic = "ptr_null"]
#[rustc_promotable]
#[must_use] pub const fn null<T>() -> *const T;
#[intrinsic = "ptr_null"]
#[rustc_promotable]
#[must_use] pub const fn null_mut<T>() -> *mut T;

#[intrinsic = "ptr_copy"]
const unsafe fn copy_cells<T>(src: *const T, dst: *mut T, count: usize);
#[panics_at = "core/src/ptr/mod.rs:626:9"]
pub const unsafe fn copy<T>(src: *const T, dst: *mut T, count: usize) {
    crate::rt::precondition(
        count == 0 || !src.is_null() && !dst.is_null(),
        "ptr::copy requires that both pointer arguments are aligned and non-null",
    );
    copy_cells(src, dst, count)
}
#[intrinsic = "ptr_overlap"]
const fn overlap<T>(src: *const T, dst: *const T, count: usize) -> bool;
#[panics_at = "core/src/ptr/mod.rs:527:5"]
const fn check_disjoint(holds: bool) {
    crate::rt::precondition(
        holds,
        "ptr::copy_nonoverlapping requires that both pointer arguments are aligned and non-null and the specified memory ranges do not overlap",
    )
}
pub const unsafe fn copy_nonoverlapping<T>(src: *const T, dst: *mut T, count: usize) {
    check_disjoint(count == 0 || !src.is_null() && !dst.is_null() && !overlap(src, dst, count));
    copy_cells(src, dst, count)
}
#[panics_at = "core/src/ptr/mod.rs:700:9"]
pub const unsafe fn write_bytes<T>(dst: *mut T, val: u8, count: usize) {
    crate::rt::precondition(
        count == 0 || !dst.is_null(),
        "ptr::write_bytes requires that the destination pointer is aligned and non-null",
    );
    fill_bytes(dst, val, count)
}
#[intrinsic = "ptr_write_bytes"]
const unsafe fn fill_bytes<T>(dst: *mut T, val: u8, count: usize);
#[intrinsic = "slice_from_parts"]
pub const fn slice_from_raw_parts<T>(data: *const T, len: usize) -> *const [T];
#[intrinsic = "slice_from_parts"]
pub const fn slice_from_raw_parts_mut<T>(data: *mut T, len: usize) -> *mut [T];

#[must_use] pub const fn from_ref<T: ?Sized>(r: &T) -> *const T {
    r
}
#[must_use] pub const fn from_mut<T: ?Sized>(r: &mut T) -> *mut T {
    r
}
pub unsafe fn read_volatile<T>(src: *const T) -> T {
    read(src)
}
pub const unsafe fn read_unaligned<T>(src: *const T) -> T {
    check_disjoint(!src.is_null());
    read(src)
}
pub unsafe fn write_volatile<T>(dst: *mut T, src: T) {
    write(dst, src)
}
pub const unsafe fn write_unaligned<T>(dst: *mut T, src: T) {
    write(dst, src)
}
pub fn hash<T: ?Sized, S: crate::hash::Hasher>(hashee: *const T, into: &mut S) {
    crate::hash::Hash::hash(&hashee, into)
}
#[track_caller]
pub const unsafe fn replace<T>(dst: *mut T, src: T) -> T {
    crate::rt::precondition(!dst.is_null(), "ptr::replace requires that the pointer argument is aligned and non-null");
    crate::mem::replace(&mut *dst, src)
}
pub const unsafe fn swap<T>(x: *mut T, y: *mut T) {
    check_disjoint(!x.is_null() && !y.is_null());
    crate::mem::swap(&mut *x, &mut *y)
}
#[track_caller]
pub unsafe fn swap_nonoverlapping<T>(x: *mut T, y: *mut T, count: usize) {
    crate::rt::precondition(
        count == 0 || !x.is_null() && !y.is_null() && !overlap(x, y, count),
        "ptr::swap_nonoverlapping requires that both pointer arguments are aligned and non-null and the specified memory ranges do not overlap",
    );
    let mut i = 0;
    while i < count {
        swap(x.add(i), y.add(i));
        i += 1;
    }
}
#[must_use] pub const fn dangling<T>() -> *const T {
    crate::mem::align_of::<T>() as *const T
}
#[must_use] pub const fn dangling_mut<T>() -> *mut T {
    crate::mem::align_of::<T>() as *mut T
}
#[must_use] pub const fn without_provenance<T>(addr: usize) -> *const T {
    addr as *const T
}
#[must_use] pub const fn without_provenance_mut<T>(addr: usize) -> *mut T {
    addr as *mut T
}

/// A raw pointer that isn't null.
#[rustc_layout_scalar_valid_range_start(1)]
pub struct NonNull<T: ?Sized> {
    pointer: *const T,
}
impl<T: ?Sized> !Send for NonNull<T> {}
impl<T: ?Sized> !Sync for NonNull<T> {}
impl<T: ?Sized> NonNull<T> {
    #[track_caller]
    pub const unsafe fn new_unchecked(ptr: *mut T) -> Self {
        crate::rt::precondition(!ptr.is_null(), "NonNull::new_unchecked requires that the pointer is non-null");
        NonNull { pointer: ptr }
    }
    pub const fn new(ptr: *mut T) -> Option<Self> {
        if ptr.is_null() { None } else { Some(NonNull { pointer: ptr }) }
    }
    pub const fn from_ref(r: &T) -> Self {
        NonNull { pointer: r }
    }
    pub const fn from_mut(r: &mut T) -> Self {
        NonNull { pointer: r }
    }
    #[must_use] pub const fn as_ptr(self) -> *mut T {
        self.pointer as *mut T
    }
    #[must_use] pub const unsafe fn as_ref<'a>(&self) -> &'a T {
        &*self.pointer
    }
    #[must_use] pub const unsafe fn as_mut<'a>(&mut self) -> &'a mut T {
        &mut *(self.pointer as *mut T)
    }
    pub const fn cast<U>(self) -> NonNull<U> {
        NonNull { pointer: self.pointer as *const U }
    }
    pub unsafe fn drop_in_place(self) {
        drop_in_place(self.as_ptr())
    }
    pub fn expose_provenance(self) -> crate::num::NonZero<usize> {
        self.addr()
    }
    #[must_use] pub fn addr(self) -> crate::num::NonZero<usize> {
        crate::num::NonZero::new(self.pointer.addr()).unwrap()
    }
}
impl<T> NonNull<T> {
    #[must_use] pub const fn dangling() -> Self {
        NonNull { pointer: dangling() }
    }
    #[must_use] pub const unsafe fn offset(self, count: isize) -> Self {
        NonNull { pointer: self.pointer.offset(count) }
    }
    #[must_use] pub const unsafe fn add(self, count: usize) -> Self {
        NonNull { pointer: self.pointer.add(count) }
    }
    #[must_use] pub const unsafe fn sub(self, count: usize) -> Self {
        NonNull { pointer: self.pointer.sub(count) }
    }
    #[must_use] pub const unsafe fn byte_offset(self, count: isize) -> Self {
        NonNull { pointer: self.pointer.byte_offset(count) }
    }
    #[must_use] pub const unsafe fn byte_add(self, count: usize) -> Self {
        NonNull { pointer: self.pointer.byte_add(count) }
    }
    #[must_use] pub const unsafe fn byte_sub(self, count: usize) -> Self {
        NonNull { pointer: self.pointer.byte_sub(count) }
    }
    pub const unsafe fn byte_offset_from<U>(self, origin: NonNull<U>) -> isize {
        self.pointer.byte_offset_from(origin.pointer)
    }
    pub const unsafe fn byte_offset_from_unsigned<U>(self, origin: NonNull<U>) -> usize {
        self.pointer.byte_offset_from_unsigned(origin.pointer)
    }
    #[must_use] pub fn with_addr(self, addr: crate::num::NonZero<usize>) -> Self {
        NonNull { pointer: self.pointer.with_addr(addr.get()) }
    }
    #[must_use] pub fn map_addr(self, f: impl FnOnce(crate::num::NonZero<usize>) -> crate::num::NonZero<usize>) -> Self {
        self.with_addr(f(self.addr()))
    }
    pub fn align_offset(self, align: usize) -> usize {
        self.pointer.align_offset(align)
    }
    #[must_use] pub fn with_exposed_provenance(addr: crate::num::NonZero<usize>) -> Self {
        NonNull { pointer: with_exposed_provenance(addr.get()) }
    }
    pub const unsafe fn offset_from(self, origin: NonNull<T>) -> isize {
        self.pointer.offset_from(origin.pointer)
    }
    pub const unsafe fn offset_from_unsigned(self, origin: NonNull<T>) -> usize {
        self.pointer.offset_from_unsigned(origin.pointer)
    }
    pub const unsafe fn read(self) -> T {
        read(self.pointer)
    }
    pub const unsafe fn write(self, val: T) {
        write(self.as_ptr(), val)
    }
    pub unsafe fn read_volatile(self) -> T {
        read(self.pointer)
    }
    pub const unsafe fn read_unaligned(self) -> T {
        read(self.pointer)
    }
    pub const unsafe fn write_bytes(self, val: u8, count: usize) {
        write_bytes(self.pointer as *mut T, val, count)
    }
    pub unsafe fn write_volatile(self, val: T) {
        write(self.as_ptr(), val)
    }
    pub const unsafe fn write_unaligned(self, val: T) {
        write(self.as_ptr(), val)
    }
    pub const unsafe fn replace(self, src: T) -> T {
        crate::mem::replace(&mut *self.as_ptr(), src)
    }
    pub const unsafe fn swap(self, with: NonNull<T>) {
        swap(self.as_ptr(), with.as_ptr())
    }
    pub const unsafe fn copy_to(self, dest: NonNull<T>, count: usize) {
        copy(self.pointer, dest.as_ptr(), count)
    }
    pub const unsafe fn copy_from(self, src: NonNull<T>, count: usize) {
        copy(src.pointer, self.as_ptr(), count)
    }
    pub unsafe fn copy_to_nonoverlapping(self, dest: NonNull<T>, count: usize) {
        copy_nonoverlapping(self.pointer, dest.as_ptr(), count)
    }
    pub unsafe fn copy_from_nonoverlapping(self, src: NonNull<T>, count: usize) {
        copy_nonoverlapping(src.pointer, self.as_ptr(), count)
    }
    #[must_use] pub fn is_aligned(self) -> bool {
        self.pointer.is_aligned()
    }
}
impl<T> NonNull<[T]> {
    #[must_use] pub const fn slice_from_raw_parts(data: NonNull<T>, len: usize) -> Self {
        NonNull { pointer: slice_from_raw_parts(data.pointer, len) }
    }
    #[must_use] pub const fn len(self) -> usize {
        self.pointer.len()
    }
    #[must_use] pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}
impl<T: ?Sized> Clone for NonNull<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> Copy for NonNull<T> {}
impl<T: ?Sized + crate::marker::Unsize<U>, U: ?Sized> crate::ops::CoerceUnsized<NonNull<U>> for NonNull<T> {}
impl<T: ?Sized> PartialEq for NonNull<T> {
    fn eq(&self, other: &Self) -> bool {
        eq(self.pointer, other.pointer)
    }
}
impl<T: ?Sized> Eq for NonNull<T> {}
impl<T: ?Sized> PartialOrd for NonNull<T> {
    fn partial_cmp(&self, other: &Self) -> Option<crate::cmp::Ordering> {
        self.pointer.partial_cmp(&other.pointer)
    }
}
impl<T: ?Sized> Ord for NonNull<T> {
    fn cmp(&self, other: &Self) -> crate::cmp::Ordering {
        self.pointer.cmp(&other.pointer)
    }
}
impl<T: ?Sized> crate::hash::Hash for NonNull<T> {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        self.pointer.hash(state)
    }
}
impl<T: ?Sized> crate::fmt::Debug for NonNull<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        crate::fmt::pointer_fmt(self.pointer, f)
    }
}
impl<T: ?Sized> crate::fmt::Pointer for NonNull<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        crate::fmt::pointer_fmt(self.pointer, f)
    }
}
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
/// A pointer to what lies at this address, whose provenance was exposed.
#[must_use] pub fn with_exposed_provenance<T>(addr: usize) -> *const T {
    addr as *const T
}
#[must_use] pub fn with_exposed_provenance_mut<T>(addr: usize) -> *mut T {
    addr as *mut T
}
#[must_use] pub fn fn_addr_eq<T: crate::marker::FnPtr, U: crate::marker::FnPtr>(f: T, g: U) -> bool {
    crate::pointer::fn_address(f) == crate::pointer::fn_address(g)
}
