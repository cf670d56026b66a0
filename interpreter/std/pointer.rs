//! Methods of raw pointers.

#[intrinsic = "ptr_is_null"]
fn is_null_pointer<T: ?Sized>(p: *const T) -> bool;

impl<T: ?Sized> *const T {
    pub fn is_null(self) -> bool {
        is_null_pointer(self)
    }
    pub const fn cast_mut(self) -> *mut T {
        self as *mut T
    }
    pub unsafe fn as_ref<'a>(self) -> Option<&'a T> {
        if self.is_null() { None } else { Some(&*self) }
    }
}
impl<T> *const [T] {
    #[intrinsic = "slice_len"]
    pub const fn len(self) -> usize;
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}
impl<T> *mut [T] {
    #[intrinsic = "slice_len"]
    pub const fn len(self) -> usize;
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}
impl<T: ?Sized> *mut T {
    pub fn is_null(self) -> bool {
        is_null_pointer(self)
    }
    pub const fn cast_const(self) -> *const T {
        self as *const T
    }
    pub unsafe fn as_ref<'a>(self) -> Option<&'a T> {
        if self.is_null() { None } else { Some(&*self) }
    }
    pub unsafe fn as_mut<'a>(self) -> Option<&'a mut T> {
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
