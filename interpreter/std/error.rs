//! `Error`.

use crate::fmt::{self, Debug, Display};

#[lang = "Error"]
pub trait Error: Debug + Display {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        None
    }
    fn description(&self) -> &str {
        "description() is deprecated; use Display"
    }
    fn cause(&self) -> Option<&dyn Error> {
        self.source()
    }
    /// The concrete type's number.
    fn type_number(&self) -> u64
    where
        Self: 'static,
    {
        crate::any::type_number::<Self>()
    }
}
macro_rules! downcasts {
    ($($t:ty),*) => {
        $(impl $t {
            pub fn is<T: Error + 'static>(&self) -> bool {
                self.type_number() == crate::any::type_number::<T>()
            }
            pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T> {
                if self.is::<T>() { Some(crate::any::downcast(self)) } else { None }
            }
            pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T> {
                if self.is::<T>() { Some(crate::any::downcast_mut(self)) } else { None }
            }
        })*
    };
}
downcasts! { dyn Error, dyn Error + Send, dyn Error + Send + Sync }
impl<'a, T: Error + ?Sized> Error for &'a T {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        (**self).source()
    }
}
impl<T: Error> Error for Box<T> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        (**self).source()
    }
}

/// What `Box<dyn Error>::from(text)` holds.
pub(crate) struct StringError(pub(crate) String);
impl Error for StringError {}
impl Display for StringError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.0, f)
    }
}
impl Debug for StringError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.0, f)
    }
}
impl Error for fmt::Error {}
