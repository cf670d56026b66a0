//! Methods of raw pointers.

#[intrinsic = "ptr_is_null"]
fn is_null_pointer<T: ?Sized>(p: *const T) -> bool;

impl<T: ?Sized> *const T {
    pub const fn is_null(self) -> bool {
        is_null_pointer(self)
    }
    pub const fn cast_mut(self) -> *mut T {
        self as *mut T
    }
    pub const unsafe fn as_ref<'a>(self) -> Option<&'a T> {
        if self.is_null() { None } else { Some(&*self) }
    }
}
#[intrinsic = "ptr_offset"]
const fn moved<T>(p: *const T, count: isize) -> *const T;
#[intrinsic = "ptr_offset_from"]
const fn distance<T>(p: *const T, q: *const T) -> isize;
#[intrinsic = "ptr_address"]
fn address<T: ?Sized>(p: *const T) -> usize;

/// What both kinds of pointers can do.
macro_rules! pointer_methods {
    ($($kind:tt)*) => {
        impl<T> $($kind)* T {
            pub const unsafe fn offset(self, count: isize) -> Self {
                moved(self as *const T, count) as Self
            }
            pub const unsafe fn add(self, count: usize) -> Self {
                moved(self as *const T, count as isize) as Self
            }
            pub const unsafe fn sub(self, count: usize) -> Self {
                moved(self as *const T, -(count as isize)) as Self
            }
            pub const fn wrapping_offset(self, count: isize) -> Self {
                moved(self as *const T, count) as Self
            }
            pub const fn wrapping_add(self, count: usize) -> Self {
                moved(self as *const T, count as isize) as Self
            }
            pub const fn wrapping_sub(self, count: usize) -> Self {
                moved(self as *const T, -(count as isize)) as Self
            }
            pub const unsafe fn offset_from(self, origin: *const T) -> isize {
                distance(self as *const T, origin)
            }
            pub const unsafe fn read(self) -> T {
                crate::ptr::read(self)
            }
            pub const unsafe fn read_unaligned(self) -> T {
                crate::ptr::read(self)
            }
            pub const unsafe fn read_volatile(self) -> T {
                crate::ptr::read(self)
            }
            pub unsafe fn copy_to(self, dest: *mut T, count: usize) {
                crate::ptr::copy(self as *const T, dest, count)
            }
            pub unsafe fn copy_to_nonoverlapping(self, dest: *mut T, count: usize) {
                crate::ptr::copy(self as *const T, dest, count)
            }
            pub fn is_aligned(self) -> bool {
                address(self as *const T) % crate::mem::align_of::<T>() == 0
            }
        }
        impl<T: ?Sized> $($kind)* T {
            pub fn addr(self) -> usize {
                address(self as *const T)
            }
        }
        impl<T: ?Sized> PartialOrd for $($kind)* T {
            fn partial_cmp(&self, other: &Self) -> Option<crate::cmp::Ordering> {
                address(*self as *const T).partial_cmp(&address(*other as *const T))
            }
        }
        impl<T: ?Sized> Ord for $($kind)* T {
            fn cmp(&self, other: &Self) -> crate::cmp::Ordering {
                address(*self as *const T).cmp(&address(*other as *const T))
            }
        }
        impl<T: ?Sized> crate::hash::Hash for $($kind)* T {
            fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
                address(*self as *const T).hash(state);
            }
        }
    };
}
pointer_methods! { *const }
pointer_methods! { *mut }
impl<T> *const T {
    pub const fn cast<U>(self) -> *const U {
        self as *const U
    }
}
impl<T> *mut T {
    pub const fn cast<U>(self) -> *mut U {
        self as *mut U
    }
    pub const unsafe fn write(self, val: T) {
        crate::ptr::write(self, val)
    }
    pub const unsafe fn write_unaligned(self, val: T) {
        crate::ptr::write(self, val)
    }
    pub unsafe fn write_volatile(self, val: T) {
        crate::ptr::write(self, val)
    }
    pub const unsafe fn replace(self, src: T) -> T {
        crate::ptr::replace(self, src)
    }
    pub const unsafe fn swap(self, with: *mut T) {
        crate::ptr::swap(self, with)
    }
    pub const unsafe fn copy_from(self, src: *const T, count: usize) {
        crate::ptr::copy(src, self, count)
    }
    pub const unsafe fn copy_from_nonoverlapping(self, src: *const T, count: usize) {
        crate::ptr::copy(src, self, count)
    }
}
impl<T: ?Sized> *mut T {
    #[rustc_const_unstable(feature = "const_drop_in_place", issue = "109342")]
    pub unsafe fn drop_in_place(self) {
        crate::ptr::drop_in_place(self)
    }
}
impl<T> *const [T] {
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
    pub const fn as_mut_ptr(self) -> *mut T {
        self as *mut T
    }
    #[intrinsic = "slice_len"]
    pub const fn len(self) -> usize;
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}
impl<T: ?Sized> *mut T {
    pub const fn is_null(self) -> bool {
        is_null_pointer(self)
    }
    pub const fn cast_const(self) -> *const T {
        self as *const T
    }
    pub const unsafe fn as_ref<'a>(self) -> Option<&'a T> {
        if self.is_null() { None } else { Some(&*self) }
    }
    pub const unsafe fn as_mut<'a>(self) -> Option<&'a mut T> {
        if self.is_null() { None } else { Some(&mut *self) }
    }
}
impl<T: ?Sized> PartialEq for *const T {
    fn eq(&self, other: &*const T) -> bool {
        crate::ptr::eq(*self, *other)
    }
}
impl<T: ?Sized> Eq for *const T {}
impl<T: ?Sized> PartialEq for *mut T {
    fn eq(&self, other: &*mut T) -> bool {
        crate::ptr::eq(*self, *other)
    }
}
impl<T: ?Sized> Eq for *mut T {}
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
