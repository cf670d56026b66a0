//! `Clone`. Tuples, arrays, closures and function pointers are Clone by built-in impls.

#[lang = "clone"]
pub trait Clone: Sized {
    #[lang = "clone_fn"]
    #[must_use] fn clone(&self) -> Self;

    fn clone_from(&mut self, source: &Self) {
        *self = source.clone()
    }
}

impl<T: ?Sized> Clone for &T {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> !Clone for &mut T {}
impl<T: ?Sized> Clone for *const T {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> Clone for *mut T {
    fn clone(&self) -> Self {
        *self
    }
}
impl Clone for ! {
    fn clone(&self) -> Self {
        *self
    }
}

/// What derived impls name to check the types of fields.
pub struct AssertParamIsClone<T: Clone + ?Sized> {
    of: crate::marker::PhantomData<T>,
}
pub struct AssertParamIsCopy<T: Copy + ?Sized> {
    of: crate::marker::PhantomData<T>,
}
