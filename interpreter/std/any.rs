//! `Any`, type names.

#[intrinsic = "type_name"]
#[rustc_const_unstable(feature = "const_type_name", issue = "63084")]
#[must_use] pub fn type_name<T: ?Sized>() -> &'static str;
#[rustc_const_unstable(feature = "const_type_name", issue = "63084")]
#[must_use] pub fn type_name_of_val<T: ?Sized>(_val: &T) -> &'static str {
    type_name::<T>()
}
/// A number that tells types apart.
#[intrinsic = "type_number"]
pub(crate) const fn type_number<T: ?Sized>() -> u64;
/// The data of a trait object, taken as a `T`.
#[intrinsic = "downcast_ref"]
pub(crate) fn downcast<'a, D: ?Sized, T>(r: &'a D) -> &'a T;
#[intrinsic = "downcast_ref"]
pub(crate) fn downcast_mut<'a, D: ?Sized, T>(r: &'a mut D) -> &'a mut T;

#[rustc_std_layout(16, 8)]
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TypeId {
    t: u64,
}
impl TypeId {
    pub const fn of<T: ?Sized + 'static>() -> TypeId {
        TypeId { t: type_number::<T>() }
    }
}

pub trait Any: 'static {
    fn type_id(&self) -> TypeId;
}
impl<T: 'static + ?Sized> Any for T {
    fn type_id(&self) -> TypeId {
        TypeId::of::<T>()
    }
}
macro_rules! any_impls {
    ($($t:ty;)*) => {
        $(impl $t {
            pub fn is<T: Any>(&self) -> bool {
                TypeId::of::<T>() == self.type_id()
            }
            pub fn downcast_ref<T: Any>(&self) -> Option<&T> {
                if self.is::<T>() { Some(downcast(self)) } else { None }
            }
            pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T> {
                if self.is::<T>() { Some(downcast_mut(self)) } else { None }
            }
        }
        impl crate::fmt::Debug for $t {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
                f.write_str("Any { .. }")
            }
        })*
    };
}
any_impls! { dyn Any; dyn Any + Send; dyn Any + Send + Sync; }
macro_rules! box_downcasts {
    ($($t:ty;)*) => {
        $(impl Box<$t> {
            pub fn downcast<T: Any>(self) -> Result<Box<T>, Self> {
                if self.is::<T>() { Ok(Box::from_heap(crate::alloc::heap_thin(Box::into_heap(self)))) } else { Err(self) }
            }
        })*
    };
}
box_downcasts! { dyn Any; dyn Any + Send; dyn Any + Send + Sync; }
