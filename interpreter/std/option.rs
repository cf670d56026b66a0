//! `Option`.

use crate::fmt;
use crate::ops::{ControlFlow, Deref, DerefMut, FromResidual, Residual, Try};
use crate::convert::Infallible;

#[lang = "Option"]
#[derive(Copy, Debug, Hash, PartialEq, Eq, PartialOrd, Ord)]
pub enum Option<T> {
    #[lang = "None"]
    None,
    #[lang = "Some"]
    Some(T),
}
use Option::{None, Some};

impl<T> Option<T> {
    const fn len(&self) -> usize {
        self.is_some() as usize
    }
    pub const fn as_pin_ref(self: crate::pin::Pin<&Self>) -> Option<crate::pin::Pin<&T>> {
        match crate::pin::Pin::get_ref(self).as_ref() {
            Some(x) => unsafe { Some(crate::pin::Pin::new_unchecked(x)) },
            None => None,
        }
    }
    pub const fn as_pin_mut(self: crate::pin::Pin<&mut Self>) -> Option<crate::pin::Pin<&mut T>> {
        unsafe {
            match crate::pin::Pin::get_unchecked_mut(self).as_mut() {
                Some(x) => Some(crate::pin::Pin::new_unchecked(x)),
                None => None,
            }
        }
    }
    #[must_use] pub const fn is_some(&self) -> bool {
        matches!(*self, Some(_))
    }
    #[must_use] pub const fn is_none(&self) -> bool {
        !self.is_some()
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    #[must_use] pub fn is_some_and(self, f: impl FnOnce(T) -> bool) -> bool {
        match self {
            None => false,
            Some(x) => f(x),
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    #[must_use] pub fn is_none_or(self, f: impl FnOnce(T) -> bool) -> bool {
        match self {
            None => true,
            Some(x) => f(x),
        }
    }
    pub const fn as_ref(&self) -> Option<&T> {
        match *self {
            Some(ref x) => Some(x),
            None => None,
        }
    }
    pub const fn as_mut(&mut self) -> Option<&mut T> {
        match *self {
            Some(ref mut x) => Some(x),
            None => None,
        }
    }
    #[must_use] pub const fn as_mut_slice(&mut self) -> &mut [T] {
        match self {
            Some(x) => crate::slice::from_mut(x),
            None => &mut [],
        }
    }
    #[must_use] pub const fn as_slice(&self) -> &[T] {
        match self {
            Some(x) => crate::slice::from_ref(x),
            None => &[],
        }
    }
    #[track_caller]
    pub const fn expect(self, msg: &str) -> T {
        match self {
            Some(val) => val,
            None => crate::rt::panic_display(msg),
        }
    }
    #[track_caller]
    pub const fn unwrap(self) -> T {
        match self {
            Some(val) => val,
            None => crate::rt::panic_str("called `Option::unwrap()` on a `None` value"),
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn unwrap_or(self, default: T) -> T {
        match self {
            Some(x) => x,
            None => default,
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn unwrap_or_else<F>(self, f: F) -> T
    where
        F: FnOnce() -> T,
    {
        match self {
            Some(x) => x,
            None => f(),
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn unwrap_or_default(self) -> T
    where
        T: Default,
    {
        match self {
            Some(x) => x,
            None => T::default(),
        }
    }
    #[track_caller]
    pub const unsafe fn unwrap_unchecked(self) -> T {
        match self {
            Some(x) => x,
            None => crate::hint::unreachable_unchecked(),
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn map<U, F>(self, f: F) -> Option<U>
    where
        F: FnOnce(T) -> U,
    {
        match self {
            Some(x) => Some(f(x)),
            None => None,
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn inspect<F: FnOnce(&T)>(self, f: F) -> Self {
        if let Some(ref x) = self {
            f(x);
        }
        self
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    #[must_use] pub fn map_or<U, F>(self, default: U, f: F) -> U
    where
        F: FnOnce(T) -> U,
    {
        match self {
            Some(t) => f(t),
            None => default,
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn map_or_else<U, D, F>(self, default: D, f: F) -> U
    where
        D: FnOnce() -> U,
        F: FnOnce(T) -> U,
    {
        match self {
            Some(t) => f(t),
            None => default(),
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn ok_or<E>(self, err: E) -> Result<T, E> {
        match self {
            Some(v) => Ok(v),
            None => Err(err),
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn ok_or_else<E, F>(self, err: F) -> Result<T, E>
    where
        F: FnOnce() -> E,
    {
        match self {
            Some(v) => Ok(v),
            None => Err(err()),
        }
    }
    #[rustc_const_unstable(feature = "const_convert", issue = "143773")]
    pub fn as_deref(&self) -> Option<&T::Target>
    where
        T: Deref,
    {
        match self {
            Some(t) => Some(t.deref()),
            None => None,
        }
    }
    #[rustc_const_unstable(feature = "const_convert", issue = "143773")]
    pub fn as_deref_mut(&mut self) -> Option<&mut T::Target>
    where
        T: DerefMut,
    {
        match self {
            Some(t) => Some(t.deref_mut()),
            None => None,
        }
    }
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { inner: self.as_ref() }
    }
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut { inner: self.as_mut() }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn and<U>(self, optb: Option<U>) -> Option<U> {
        match self {
            Some(_) => optb,
            None => None,
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn and_then<U, F>(self, f: F) -> Option<U>
    where
        F: FnOnce(T) -> Option<U>,
    {
        match self {
            Some(x) => f(x),
            None => None,
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn filter<P>(self, predicate: P) -> Self
    where
        P: FnOnce(&T) -> bool,
    {
        if let Some(x) = self {
            if predicate(&x) {
                return Some(x);
            }
        }
        None
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn or(self, optb: Option<T>) -> Option<T> {
        match self {
            x @ Some(_) => x,
            None => optb,
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn or_else<F>(self, f: F) -> Option<T>
    where
        F: FnOnce() -> Option<T>,
    {
        match self {
            x @ Some(_) => x,
            None => f(),
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn xor(self, optb: Option<T>) -> Option<T> {
        match (self, optb) {
            (a @ Some(_), None) => a,
            (None, b @ Some(_)) => b,
            _ => None,
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    #[must_use] pub fn insert(&mut self, value: T) -> &mut T {
        *self = Some(value);
        match self {
            Some(v) => v,
            None => crate::rt::panic_str("internal error: entered unreachable code"),
        }
    }
    pub fn get_or_insert(&mut self, value: T) -> &mut T {
        if let None = *self {
            *self = Some(value);
        }
        match self {
            Some(v) => v,
            None => crate::rt::panic_str("internal error: entered unreachable code"),
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn get_or_insert_with<F>(&mut self, f: F) -> &mut T
    where
        F: FnOnce() -> T,
    {
        if let None = *self {
            *self = Some(f());
        }
        match self {
            Some(v) => v,
            None => crate::rt::panic_str("internal error: entered unreachable code"),
        }
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn get_or_insert_default(&mut self) -> &mut T
    where
        T: Default,
    {
        self.get_or_insert_with(T::default)
    }
    pub const fn take(&mut self) -> Option<T> {
        crate::mem::replace(self, None)
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn take_if<P>(&mut self, predicate: P) -> Option<T>
    where
        P: FnOnce(&mut T) -> bool,
    {
        if self.as_mut().map_or(false, predicate) { self.take() } else { None }
    }
    pub const fn replace(&mut self, value: T) -> Option<T> {
        crate::mem::replace(self, Some(value))
    }
    #[rustc_const_unstable(feature = "const_option_ops", issue = "143956")]
    pub fn zip<U>(self, other: Option<U>) -> Option<(T, U)> {
        match (self, other) {
            (Some(a), Some(b)) => Some((a, b)),
            _ => None,
        }
    }
}

impl<T, U> Option<(T, U)> {
    pub fn unzip(self) -> (Option<T>, Option<U>) {
        match self {
            Some((a, b)) => (Some(a), Some(b)),
            None => (None, None),
        }
    }
}

impl<T> Option<&T> {
    #[must_use] pub const fn copied(self) -> Option<T>
    where
        T: Copy,
    {
        match self {
            Some(&v) => Some(v),
            None => None,
        }
    }
    #[must_use] pub fn cloned(self) -> Option<T>
    where
        T: Clone,
    {
        match self {
            Some(t) => Some(t.clone()),
            None => None,
        }
    }
}

impl<T> Option<&mut T> {
    #[must_use] pub const fn copied(self) -> Option<T>
    where
        T: Copy,
    {
        match self {
            Some(&mut t) => Some(t),
            None => None,
        }
    }
    #[must_use] pub fn cloned(self) -> Option<T>
    where
        T: Clone,
    {
        match self {
            Some(t) => Some(t.clone()),
            None => None,
        }
    }
}

impl<T, E> Option<Result<T, E>> {
    pub const fn transpose(self) -> Result<Option<T>, E> {
        match self {
            Some(Ok(x)) => Ok(Some(x)),
            Some(Err(e)) => Err(e),
            None => Ok(None),
        }
    }
}

impl<T> Option<Option<T>> {
    pub const fn flatten(self) -> Option<T> {
        match self {
            Some(inner) => inner,
            None => None,
        }
    }
}

impl<T> Clone for Option<T>
where
    T: Clone,
{
    fn clone(&self) -> Self {
        match self {
            Some(x) => Some(x.clone()),
            None => None,
        }
    }
}

impl<T> Default for Option<T> {
    fn default() -> Option<T> {
        None
    }
}

impl<T> From<T> for Option<T> {
    fn from(val: T) -> Option<T> {
        Some(val)
    }
}
impl<'a, T> From<&'a mut Option<T>> for Option<&'a mut T> {
    fn from(o: &'a mut Option<T>) -> Option<&'a mut T> {
        o.as_mut()
    }
}
impl<'a, T> From<&'a Option<T>> for Option<&'a T> {
    fn from(o: &'a Option<T>) -> Option<&'a T> {
        o.as_ref()
    }
}

impl<T> IntoIterator for Option<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { inner: self }
    }
}
impl<'a, T> IntoIterator for &'a Option<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<'a, T> IntoIterator for &'a mut Option<T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}

/// How the iterators show what is left.
#[derive(Debug)]
struct Item<'a, T> {
    opt: &'a Option<T>,
}
macro_rules! iterators {
    ($($name:ident [$($life:lifetime)?] $item:ty;)*) => {
        $(
        pub struct $name<$($life,)? T> {
            inner: Option<$item>,
        }
        impl<$($life,)? T: fmt::Debug> fmt::Debug for $name<$($life,)? T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).field("inner", &Item { opt: &self.inner }).finish()
            }
        }
        impl<$($life,)? T> Iterator for $name<$($life,)? T> {
            type Item = $item;
            fn next(&mut self) -> Option<$item> {
                self.inner.take()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = if self.inner.is_some() { 1 } else { 0 };
                (n, Some(n))
            }
        }
        impl<$($life,)? T> DoubleEndedIterator for $name<$($life,)? T> {
            fn next_back(&mut self) -> Option<$item> {
                self.inner.take()
            }
        }
        impl<$($life,)? T> ExactSizeIterator for $name<$($life,)? T> {}
        impl<$($life,)? T> crate::iter::FusedIterator for $name<$($life,)? T> {}
        )*
    };
}
iterators! { Iter ['a] &'a T; IterMut ['a] &'a mut T; IntoIter [] T; }
impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { inner: self.inner }
    }
}
impl<T: Clone> Clone for IntoIter<T> {
    fn clone(&self) -> Self {
        IntoIter { inner: self.inner.clone() }
    }
}

impl<A, V: FromIterator<A>> FromIterator<Option<A>> for Option<V> {
    fn from_iter<I: IntoIterator<Item = Option<A>>>(iter: I) -> Option<V> {
        let mut stopped = false;
        let v: V = OptionShunt { iter: iter.into_iter(), stopped: &mut stopped }.collect();
        if stopped { None } else { Some(v) }
    }
}
struct OptionShunt<'a, I> {
    iter: I,
    stopped: &'a mut bool,
}
impl<'a, A, I: Iterator<Item = Option<A>>> Iterator for OptionShunt<'a, I> {
    type Item = A;
    fn next(&mut self) -> Option<A> {
        match self.iter.next() {
            Some(Some(x)) => Some(x),
            Some(None) => {
                *self.stopped = true;
                None
            }
            None => None,
        }
    }
}
impl<T, U> crate::iter::Sum<Option<U>> for Option<T>
where
    T: crate::iter::Sum<U>,
{
    fn sum<I>(iter: I) -> Option<T>
    where
        I: Iterator<Item = Option<U>>,
    {
        let mut stopped = false;
        let v = T::sum(OptionShunt { iter, stopped: &mut stopped });
        if stopped { None } else { Some(v) }
    }
}
impl<T, U> crate::iter::Product<Option<U>> for Option<T>
where
    T: crate::iter::Product<U>,
{
    fn product<I>(iter: I) -> Option<T>
    where
        I: Iterator<Item = Option<U>>,
    {
        let mut stopped = false;
        let v = T::product(OptionShunt { iter, stopped: &mut stopped });
        if stopped { None } else { Some(v) }
    }
}

impl<T> Try for Option<T> {
    type Output = T;
    type Residual = Option<Infallible>;
    fn from_output(output: T) -> Self {
        Some(output)
    }
    fn branch(self) -> ControlFlow<Option<Infallible>, T> {
        match self {
            Some(v) => ControlFlow::Continue(v),
            None => ControlFlow::Break(None),
        }
    }
}
impl<T> FromResidual<Option<Infallible>> for Option<T> {
    fn from_residual(residual: Option<Infallible>) -> Self {
        match residual {
            None => None,
            Some(never) => match never {},
        }
    }
}
impl<T> Residual<T> for Option<Infallible> {
    type TryType = Option<T>;
}
