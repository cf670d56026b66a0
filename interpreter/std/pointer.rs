//! Methods and impls of raw pointers. Offsets count elements of the slice or buffer that the pointer points into.

use crate::cmp::Ordering;
use crate::marker::FnPtr;
use crate::ptr;

#[intrinsic = "ptr_is_null"]
fn is_null_pointer<T: ?Sized>(p: *const T) -> bool;
#[intrinsic = "ptr_offset"]
const fn moved<T>(p: *const T, count: isize) -> *const T;
#[intrinsic = "ptr_offset_from"]
const fn distance<T>(p: *const T, origin: *const T) -> isize;
#[intrinsic = "ptr_address"]
pub(crate) fn address<T: ?Sized>(p: *const T) -> usize;

macro_rules! pointers {
    ($($p:ty, $s:ty, $unsized:ty;)*) => {
        $(
        impl<T: ?Sized> $unsized {
            pub const fn is_null(self) -> bool {
                is_null_pointer(self)
            }
            pub const fn cast<U>(self) -> $s {
                self as $s
            }
            pub const unsafe fn as_ref<'a>(self) -> Option<&'a T> {
                if self.is_null() { None } else { Some(&*self) }
            }
            pub const unsafe fn as_ref_unchecked<'a>(self) -> &'a T {
                &*self
            }
            pub fn addr(self) -> usize {
                address(self)
            }
            pub fn expose_provenance(self) -> usize {
                address(self)
            }
        }
        impl<T> $p {
            pub const unsafe fn offset(self, count: isize) -> $p {
                moved(self, count) as $p
            }
            pub const fn wrapping_offset(self, count: isize) -> $p {
                moved(self, count) as $p
            }
            pub const unsafe fn add(self, count: usize) -> $p {
                moved(self, count as isize) as $p
            }
            pub const unsafe fn sub(self, count: usize) -> $p {
                moved(self, -(count as isize)) as $p
            }
            pub const fn wrapping_add(self, count: usize) -> $p {
                moved(self, count as isize) as $p
            }
            pub const fn wrapping_sub(self, count: usize) -> $p {
                moved(self, -(count as isize)) as $p
            }
            pub const unsafe fn byte_offset(self, count: isize) -> $p {
                moved(self as *const u8, count) as $p
            }
            pub const unsafe fn byte_add(self, count: usize) -> $p {
                moved(self as *const u8, count as isize) as $p
            }
            pub const unsafe fn byte_sub(self, count: usize) -> $p {
                moved(self as *const u8, -(count as isize)) as $p
            }
            pub const fn wrapping_byte_add(self, count: usize) -> $p {
                moved(self as *const u8, count as isize) as $p
            }
            pub const fn wrapping_byte_sub(self, count: usize) -> $p {
                moved(self as *const u8, -(count as isize)) as $p
            }
            pub const fn wrapping_byte_offset(self, count: isize) -> $p {
                moved(self as *const u8, count) as $p
            }
            pub fn with_addr(self, addr: usize) -> $p {
                self.wrapping_byte_offset((addr as isize).wrapping_sub(address(self) as isize))
            }
            pub fn map_addr(self, f: impl FnOnce(usize) -> usize) -> $p {
                self.with_addr(f(address(self)))
            }
            pub const unsafe fn byte_offset_from_unsigned<U>(self, origin: *const U) -> usize {
                distance(self as *const u8, origin as *const u8) as usize
            }
            pub const unsafe fn byte_offset_from<U>(self, origin: *const U) -> isize {
                distance(self as *const u8, origin as *const u8)
            }
            pub const unsafe fn offset_from(self, origin: *const T) -> isize {
                distance(self, origin)
            }
            #[track_caller]
            pub const unsafe fn offset_from_unsigned(self, origin: *const T) -> usize {
                let distance = distance(self, origin);
                crate::rt::precondition(distance >= 0, "ptr::offset_from_unsigned requires `self >= origin`");
                distance as usize
            }
            pub const unsafe fn read(self) -> T {
                ptr::read(self)
            }
            pub unsafe fn read_volatile(self) -> T {
                ptr::read(self)
            }
            pub const unsafe fn read_unaligned(self) -> T {
                ptr::read(self)
            }
            pub const unsafe fn copy_to(self, dest: *mut T, count: usize) {
                ptr::copy(self, dest, count)
            }
            pub const unsafe fn copy_to_nonoverlapping(self, dest: *mut T, count: usize) {
                ptr::copy_nonoverlapping(self, dest, count)
            }
            /// How many steps of `step` bytes lead to an address that is right for `T`.
            pub(crate) fn align_offset_of(self, step: usize) -> usize {
                let align = crate::mem::align_of::<T>();
                let mut steps = 0;
                while (address(self) + steps * step) % align != 0 {
                    if steps == align {
                        return usize::MAX;
                    }
                    steps += 1;
                }
                steps
            }
            pub fn align_offset(self, align: usize) -> usize {
                let size = crate::mem::size_of::<T>();
                let mut steps = 0;
                while (address(self) + steps * size) % align != 0 {
                    if steps == align {
                        return usize::MAX;
                    }
                    steps += 1;
                }
                steps
            }
            pub fn is_aligned(self) -> bool {
                address(self) % crate::mem::align_of::<T>() == 0
            }
        }
        )*
    };
}
pointers! {
    *const T, *const U, *const T;
    *mut T, *mut U, *mut T;
}
impl<T> Default for *const T {
    fn default() -> *const T {
        ptr::null()
    }
}
impl<T> Default for *mut T {
    fn default() -> *mut T {
        ptr::null_mut()
    }
}
impl<T: ?Sized> *const T {
    pub const fn cast_mut(self) -> *mut T {
        self as *mut T
    }
}
impl<T: ?Sized> *mut T {
    pub const fn cast_const(self) -> *const T {
        self as *const T
    }
    pub const unsafe fn as_mut<'a>(self) -> Option<&'a mut T> {
        if self.is_null() { None } else { Some(&mut *self) }
    }
    #[must_use] pub const unsafe fn as_mut_unchecked<'a>(self) -> &'a mut T {
        &mut *self
    }
    pub unsafe fn drop_in_place(self) {
        ptr::drop_in_place(self)
    }
}
impl<T> *mut T {
    pub const unsafe fn write(self, val: T) {
        ptr::write(self, val)
    }
    pub const unsafe fn write_bytes(self, val: u8, count: usize) {
        ptr::write_bytes(self, val, count)
    }
    pub unsafe fn write_volatile(self, val: T) {
        ptr::write(self, val)
    }
    pub const unsafe fn write_unaligned(self, val: T) {
        ptr::write(self, val)
    }
    pub const unsafe fn copy_from(self, src: *const T, count: usize) {
        ptr::copy(src, self, count)
    }
    pub const unsafe fn copy_from_nonoverlapping(self, src: *const T, count: usize) {
        ptr::copy_nonoverlapping(src, self, count)
    }
    #[track_caller]
    pub const unsafe fn replace(self, src: T) -> T {
        ptr::replace(self, src)
    }
    pub const unsafe fn swap(self, with: *mut T) {
        ptr::swap(self, with)
    }
}
impl<T> *const [T] {
    pub const fn as_array<const N: usize>(self) -> Option<*const [T; N]> {
        if self.len() == N { Some(self as *const [T; N]) } else { None }
    }
    #[unstable(feature = "array_ptr_get", issue = "119834")]
    pub const fn as_ptr(self) -> *const T {
        self as *const T
    }
    #[intrinsic = "slice_len"]
    pub const fn len(self) -> usize;
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}
impl<T> *mut [T] {
    pub const fn as_mut_array<const N: usize>(self) -> Option<*mut [T; N]> {
        if self.len() == N { Some(self as *mut [T; N]) } else { None }
    }
    #[unstable(feature = "array_ptr_get", issue = "119834")]
    pub const fn as_mut_ptr(self) -> *mut T {
        self as *mut T
    }
    #[intrinsic = "slice_len"]
    pub const fn len(self) -> usize;
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}
macro_rules! compared_by_address {
    ($($p:ty;)*) => {
        $(
        impl<T: ?Sized> PartialEq for $p {
            fn eq(&self, other: &$p) -> bool {
                ptr::eq(*self, *other)
            }
        }
        impl<T: ?Sized> Eq for $p {}
        impl<T: ?Sized> PartialOrd for $p {
            fn partial_cmp(&self, other: &$p) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }
        impl<T: ?Sized> Ord for $p {
            fn cmp(&self, other: &$p) -> Ordering {
                address(*self).cmp(&address(*other))
            }
        }
        impl<T: ?Sized> crate::hash::Hash for $p {
            fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
                state.write_usize(address(*self))
            }
        }
        impl<T: ?Sized> Unpin for $p {}
        )*
    };
}
compared_by_address! { *const T; *mut T; }
impl<T: ?Sized> crate::fmt::Debug for *const T {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        crate::fmt::pointer_fmt(*self, f)
    }
}
impl<T: ?Sized> crate::fmt::Debug for *mut T {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        crate::fmt::pointer_fmt(*self as *const T, f)
    }
}
impl<T: ?Sized> crate::fmt::Pointer for *const T {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        crate::fmt::pointer_fmt(*self, f)
    }
}
impl<T: ?Sized> crate::fmt::Pointer for *mut T {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        crate::fmt::pointer_fmt(*self as *const T, f)
    }
}

#[intrinsic = "fn_address"]
pub(crate) fn fn_address<F: FnPtr>(f: F) -> usize;
impl<F: FnPtr> PartialEq for F {
    fn eq(&self, other: &F) -> bool {
        fn_address(*self) == fn_address(*other)
    }
}
impl<F: FnPtr> Eq for F {}
impl<F: FnPtr> PartialOrd for F {
    fn partial_cmp(&self, other: &F) -> Option<Ordering> {
        fn_address(*self).partial_cmp(&fn_address(*other))
    }
}
impl<F: FnPtr> Ord for F {
    fn cmp(&self, other: &F) -> Ordering {
        fn_address(*self).cmp(&fn_address(*other))
    }
}
impl<F: FnPtr> crate::hash::Hash for F {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        state.write_usize(fn_address(*self))
    }
}
impl<F: FnPtr> crate::fmt::Debug for F {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        crate::fmt::address_fmt(fn_address(*self), f)
    }
}
impl<F: FnPtr> crate::fmt::Pointer for F {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        crate::fmt::address_fmt(fn_address(*self), f)
    }
}
