//! Impls for `!`.

impl crate::ops::Not for ! {
    type Output = !;
    fn not(self) -> ! {
        self
    }
}
impl crate::fmt::Debug for ! {
    fn fmt(&self, _f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        match *self {}
    }
}
impl crate::fmt::Display for ! {
    fn fmt(&self, _f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        match *self {}
    }
}
