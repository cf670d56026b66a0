//! `Pin`.

pub use crate::pin;
use crate::ops::{CoerceUnsized, Deref, DerefMut, LegacyReceiver};

#[fundamental]
#[lang = "pin"]
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pin<Ptr> {
    pub pointer: Ptr,
}
impl<Ptr: Deref> Pin<Ptr> {
    pub const fn new(pointer: Ptr) -> Pin<Ptr>
    where
        Ptr::Target: Unpin,
    {
        Pin { pointer }
    }
    pub const unsafe fn new_unchecked(pointer: Ptr) -> Pin<Ptr> {
        Pin { pointer }
    }
    #[rustc_const_unstable(feature = "const_convert", issue = "143773")]
    pub fn as_ref(&self) -> Pin<&Ptr::Target> {
        Pin { pointer: &*self.pointer }
    }
    pub const unsafe fn into_inner_unchecked(pin: Pin<Ptr>) -> Ptr {
        pin.pointer
    }
    pub const fn into_inner(pin: Pin<Ptr>) -> Ptr
    where
        Ptr::Target: Unpin,
    {
        pin.pointer
    }
}
impl<Ptr: DerefMut> Pin<Ptr> {
    #[rustc_const_unstable(feature = "const_convert", issue = "143773")]
    pub fn as_mut(&mut self) -> Pin<&mut Ptr::Target> {
        Pin { pointer: &mut *self.pointer }
    }
    pub fn set(&mut self, value: Ptr::Target)
    where
        Ptr::Target: Sized,
    {
        *self.pointer = value;
    }
}
impl<'a, T: ?Sized> Pin<&'a mut T> {
    #[must_use] pub const fn get_mut(self) -> &'a mut T
    where
        T: Unpin,
    {
        self.pointer
    }
    #[must_use] pub const unsafe fn get_unchecked_mut(self) -> &'a mut T {
        self.pointer
    }
    #[must_use] pub const fn into_ref(self) -> Pin<&'a T> {
        Pin { pointer: self.pointer }
    }
    pub unsafe fn map_unchecked_mut<U, F>(self, func: F) -> Pin<&'a mut U>
    where
        U: ?Sized,
        F: FnOnce(&mut T) -> &mut U,
    {
        Pin { pointer: func(self.pointer) }
    }
}
impl<T: ?Sized> Pin<&'static T> {
    pub const fn static_ref(r: &'static T) -> Pin<&'static T> {
        Pin { pointer: r }
    }
}
impl<T: ?Sized> Pin<&'static mut T> {
    pub const fn static_mut(r: &'static mut T) -> Pin<&'static mut T> {
        Pin { pointer: r }
    }
}
impl<'a, T: ?Sized> Pin<&'a T> {
    #[must_use] pub const fn get_ref(self) -> &'a T {
        self.pointer
    }
    pub unsafe fn map_unchecked<U, F>(self, func: F) -> Pin<&'a U>
    where
        U: ?Sized,
        F: FnOnce(&T) -> &U,
    {
        Pin { pointer: func(self.pointer) }
    }
}
impl<Ptr: Deref> Deref for Pin<Ptr> {
    type Target = Ptr::Target;
    fn deref(&self) -> &Ptr::Target {
        &*self.pointer
    }
}
impl<Ptr: DerefMut> DerefMut for Pin<Ptr>
where
    Ptr::Target: Unpin,
{
    fn deref_mut(&mut self) -> &mut Ptr::Target {
        &mut *self.pointer
    }
}
impl<Ptr: CoerceUnsized<U>, U> CoerceUnsized<Pin<U>> for Pin<Ptr> {}
impl<Ptr: LegacyReceiver> LegacyReceiver for Pin<Ptr> {}
impl<Ptr: crate::fmt::Debug> crate::fmt::Debug for Pin<Ptr> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        self.pointer.fmt(f)
    }
}
impl<Ptr: crate::fmt::Display> crate::fmt::Display for Pin<Ptr> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        self.pointer.fmt(f)
    }
}
impl<Ptr: crate::fmt::Pointer> crate::fmt::Pointer for Pin<Ptr> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        self.pointer.fmt(f)
    }
}
impl<'a, Ptr: DerefMut> Pin<&'a mut Pin<Ptr>> {
    #[must_use] pub fn as_deref_mut(self) -> Pin<&'a mut Ptr::Target> {
        Pin { pointer: &mut *self.pointer.pointer }
    }
}
impl<P: Default + crate::ops::Deref> Default for Pin<P> {
    fn default() -> Pin<P> {
        Pin { pointer: P::default() }
    }
}
