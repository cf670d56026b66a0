//! Overloadable operators, ranges, `?`, `Drop`, `Deref`, `Fn*`.

use crate::fmt;
use crate::marker::{Tuple, Unsize};

pub(crate) mod range;

pub(crate) use range::{OneSidedRange, bounds_range, resolve_range};
pub use range::{Bound, Range, RangeBounds, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};

#[lang = "drop"]
pub trait Drop {
    #[lang = "drop_fn"]
    fn drop(&mut self);
}

#[lang = "deref"]
pub trait Deref {
    #[lang = "deref_target"]
    type Target: ?Sized;
    #[lang = "deref_fn"]
    #[must_use] fn deref(&self) -> &Self::Target;
}
#[lang = "deref_mut"]
pub trait DerefMut: Deref {
    #[lang = "deref_mut_fn"]
    fn deref_mut(&mut self) -> &mut Self::Target;
}
impl<T: ?Sized> Deref for &T {
    type Target = T;
    fn deref(&self) -> &T {
        *self
    }
}
impl<T: ?Sized> Deref for &mut T {
    type Target = T;
    fn deref(&self) -> &T {
        *self
    }
}
impl<T: ?Sized> DerefMut for &mut T {
    fn deref_mut(&mut self) -> &mut T {
        *self
    }
}

#[lang = "index"]
#[rustc_on_unimplemented(
    message = "the type `{Self}` cannot be indexed by `{Idx}`",
    label = "`{Self}` cannot be indexed by `{Idx}`"
)]
pub trait Index<Idx: ?Sized> {
    type Output: ?Sized;
    #[track_caller]
    #[lang = "index_fn"]
    fn index(&self, index: Idx) -> &Self::Output;
}
#[lang = "index_mut"]
#[rustc_on_unimplemented(
    message = "the type `{Self}` cannot be mutably indexed by `{Idx}`",
    label = "`{Self}` cannot be mutably indexed by `{Idx}`"
)]
pub trait IndexMut<Idx: ?Sized>: Index<Idx> {
    #[track_caller]
    #[lang = "index_mut_fn"]
    fn index_mut(&mut self, index: Idx) -> &mut Self::Output;
}

#[lang = "coerce_unsized"]
#[unstable(feature = "coerce_unsized", issue = "18598")]
pub trait CoerceUnsized<T: ?Sized> {}
impl<'a, 'b: 'a, T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<&'a U> for &'b T {}
impl<'a, T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<&'a mut U> for &'a mut T {}
impl<'a, 'b: 'a, T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<&'a U> for &'b mut T {}
impl<'a, T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<*mut U> for &'a mut T {}
impl<'a, T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<*const U> for &'a T {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<*mut U> for *mut T {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<*const U> for *const T {}

#[lang = "dispatch_from_dyn"]
pub(crate) trait DispatchFromDyn<T> {}
impl<'a, T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<&'a U> for &'a T {}
impl<'a, T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<&'a mut U> for &'a mut T {}

/// Types that a method's `self` may have.
#[lang = "receiver"]
pub trait LegacyReceiver {}
impl<T: ?Sized> LegacyReceiver for &T {}
impl<T: ?Sized> LegacyReceiver for &mut T {}

/// A bound by one of these is one by `FnOnce`, `FnMut` or `Fn` whose output is a future.
#[lang = "async_fn_once"]
#[rustc_paren_sugar]
pub trait AsyncFnOnce<Args: Tuple> {}
#[lang = "async_fn_mut"]
#[rustc_paren_sugar]
pub trait AsyncFnMut<Args: Tuple> {}
#[lang = "async_fn"]
#[rustc_paren_sugar]
pub trait AsyncFn<Args: Tuple> {}
#[lang = "fn_once"]
#[rustc_paren_sugar]
#[rustc_on_unimplemented(message = "expected a `{Trait}` closure, found `{Self}`", label = "expected an `{Trait}` closure, found `{Self}`")]
#[must_use] pub trait FnOnce<Args: Tuple> {
    #[lang = "fn_once_output"]
    type Output;
    #[unstable(feature = "fn_traits", issue = "29625")]
    #[lang = "call_once_fn"]
    #[panics_at = "core/src/ops/function.rs:250"]
    extern "rust-call" fn call_once(self, args: Args) -> Self::Output;
}
#[lang = "fn_mut"]
#[rustc_paren_sugar]
#[rustc_on_unimplemented(message = "expected a `{Trait}` closure, found `{Self}`", label = "expected an `{Trait}` closure, found `{Self}`")]
#[must_use] pub trait FnMut<Args: Tuple>: FnOnce<Args> {
    #[unstable(feature = "fn_traits", issue = "29625")]
    #[lang = "call_mut_fn"]
    #[panics_at = "core/src/ops/function.rs:166"]
    extern "rust-call" fn call_mut(&mut self, args: Args) -> Self::Output;
}
#[lang = "fn"]
#[rustc_paren_sugar]
#[rustc_on_unimplemented(message = "expected a `{Trait}` closure, found `{Self}`", label = "expected an `{Trait}` closure, found `{Self}`")]
#[must_use] pub trait Fn<Args: Tuple>: FnMut<Args> {
    #[unstable(feature = "fn_traits", issue = "29625")]
    #[lang = "call_fn"]
    #[panics_at = "core/src/ops/function.rs:79"]
    extern "rust-call" fn call(&self, args: Args) -> Self::Output;
}
impl<A: Tuple, F: ?Sized + Fn<A>> Fn<A> for &F {
    extern "rust-call" fn call(&self, args: A) -> F::Output {
        (**self).call(args)
    }
}
impl<A: Tuple, F: ?Sized + Fn<A>> FnMut<A> for &F {
    extern "rust-call" fn call_mut(&mut self, args: A) -> F::Output {
        (**self).call(args)
    }
}
impl<A: Tuple, F: ?Sized + Fn<A>> FnOnce<A> for &F {
    type Output = F::Output;
    extern "rust-call" fn call_once(self, args: A) -> F::Output {
        (*self).call(args)
    }
}
impl<A: Tuple, F: ?Sized + FnMut<A>> FnMut<A> for &mut F {
    extern "rust-call" fn call_mut(&mut self, args: A) -> F::Output {
        (**self).call_mut(args)
    }
}
impl<A: Tuple, F: ?Sized + FnMut<A>> FnOnce<A> for &mut F {
    type Output = F::Output;
    extern "rust-call" fn call_once(self, args: A) -> F::Output {
        (*self).call_mut(args)
    }
}

#[lang = "Try"]
#[rustc_on_unimplemented(message = "the `?` operator can only be applied to values that implement `Try`", label = "the `?` operator cannot be applied to type `{Self}`")]
#[unstable(feature = "try_trait_v2", issue = "84277")]
pub trait Try: FromResidual {
    #[lang = "try_output"]
    type Output;
    #[lang = "try_residual"]
    type Residual;
    #[lang = "from_output"]
    fn from_output(output: Self::Output) -> Self;
    #[lang = "branch"]
    fn branch(self) -> ControlFlow<Self::Residual, Self::Output>;
}
#[lang = "FromResidual"]
#[unstable(feature = "try_trait_v2", issue = "84277")]
pub trait FromResidual<R = <Self as Try>::Residual> {
    #[lang = "from_residual"]
    #[track_caller]
    fn from_residual(residual: R) -> Self;
}
#[unstable(feature = "try_trait_v2_residual", issue = "91285")]
pub trait Residual<O> {
    type TryType: Try<Output = O, Residual = Self>;
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[lang = "ControlFlow"]
#[must_use] pub enum ControlFlow<B, C = ()> {
    #[lang = "Continue"]
    Continue(C),
    #[lang = "Break"]
    Break(B),
}
impl<B, C> Try for ControlFlow<B, C> {
    type Output = C;
    type Residual = ControlFlow<B, crate::convert::Infallible>;
    fn from_output(output: C) -> Self {
        ControlFlow::Continue(output)
    }
    fn branch(self) -> ControlFlow<ControlFlow<B, crate::convert::Infallible>, C> {
        match self {
            ControlFlow::Continue(c) => ControlFlow::Continue(c),
            ControlFlow::Break(b) => ControlFlow::Break(ControlFlow::Break(b)),
        }
    }
}
impl<B, C> FromResidual<ControlFlow<B, crate::convert::Infallible>> for ControlFlow<B, C> {
    fn from_residual(residual: ControlFlow<B, crate::convert::Infallible>) -> Self {
        match residual {
            ControlFlow::Break(b) => ControlFlow::Break(b),
            ControlFlow::Continue(never) => match never {},
        }
    }
}
impl<B, C> ControlFlow<B, C> {
    pub fn map_break<T, F: FnOnce(B) -> T>(self, f: F) -> ControlFlow<T, C> {
        match self {
            ControlFlow::Continue(x) => ControlFlow::Continue(x),
            ControlFlow::Break(x) => ControlFlow::Break(f(x)),
        }
    }
    pub fn map_continue<T, F: FnOnce(C) -> T>(self, f: F) -> ControlFlow<B, T> {
        match self {
            ControlFlow::Continue(x) => ControlFlow::Continue(f(x)),
            ControlFlow::Break(x) => ControlFlow::Break(x),
        }
    }
    pub const fn is_break(&self) -> bool {
        matches!(*self, ControlFlow::Break(_))
    }
    pub const fn is_continue(&self) -> bool {
        matches!(*self, ControlFlow::Continue(_))
    }
    #[rustc_const_unstable(feature = "const_control_flow", issue = "148739")]
    pub fn break_value(self) -> Option<B> {
        match self {
            ControlFlow::Continue(..) => None,
            ControlFlow::Break(x) => Some(x),
        }
    }
    #[rustc_const_unstable(feature = "const_control_flow", issue = "148739")]
    pub fn continue_value(self) -> Option<C> {
        match self {
            ControlFlow::Continue(x) => Some(x),
            ControlFlow::Break(..) => None,
        }
    }
}

#[lang = "add"]
#[rustc_on_unimplemented(
    on(all(Self = "{integer}", Rhs = "{float}"), message = "cannot add a float to an integer"),
    on(all(Self = "{float}", Rhs = "{integer}"), message = "cannot add an integer to a float"),
    message = "cannot add `{Rhs}` to `{Self}`",
    label = "no implementation for `{Self} + {Rhs}`"
)]
pub trait Add<Rhs = Self> {
    type Output;
    #[lang = "add_fn"]
    #[must_use] fn add(self, rhs: Rhs) -> Self::Output;
}
#[lang = "add_assign"]
#[rustc_on_unimplemented(message = "cannot add-assign `{Rhs}` to `{Self}`", label = "no implementation for `{Self} += {Rhs}`")]
pub trait AddAssign<Rhs = Self> {
    #[lang = "add_assign_fn"]
    fn add_assign(&mut self, rhs: Rhs);
}
#[lang = "sub"]
#[rustc_on_unimplemented(message = "cannot subtract `{Rhs}` from `{Self}`", label = "no implementation for `{Self} - {Rhs}`")]
pub trait Sub<Rhs = Self> {
    type Output;
    #[lang = "sub_fn"]
    #[must_use] fn sub(self, rhs: Rhs) -> Self::Output;
}
#[lang = "sub_assign"]
#[rustc_on_unimplemented(message = "cannot subtract-assign `{Rhs}` from `{Self}`", label = "no implementation for `{Self} -= {Rhs}`")]
pub trait SubAssign<Rhs = Self> {
    #[lang = "sub_assign_fn"]
    fn sub_assign(&mut self, rhs: Rhs);
}
#[lang = "mul"]
#[rustc_on_unimplemented(message = "cannot multiply `{Self}` by `{Rhs}`", label = "no implementation for `{Self} * {Rhs}`")]
pub trait Mul<Rhs = Self> {
    type Output;
    #[lang = "mul_fn"]
    #[must_use] fn mul(self, rhs: Rhs) -> Self::Output;
}
#[lang = "mul_assign"]
#[rustc_on_unimplemented(message = "cannot multiply-assign `{Self}` by `{Rhs}`", label = "no implementation for `{Self} *= {Rhs}`")]
pub trait MulAssign<Rhs = Self> {
    #[lang = "mul_assign_fn"]
    fn mul_assign(&mut self, rhs: Rhs);
}
#[lang = "div"]
#[rustc_on_unimplemented(message = "cannot divide `{Self}` by `{Rhs}`", label = "no implementation for `{Self} / {Rhs}`")]
pub trait Div<Rhs = Self> {
    type Output;
    #[lang = "div_fn"]
    #[must_use] fn div(self, rhs: Rhs) -> Self::Output;
}
#[lang = "div_assign"]
#[rustc_on_unimplemented(message = "cannot divide-assign `{Self}` by `{Rhs}`", label = "no implementation for `{Self} /= {Rhs}`")]
pub trait DivAssign<Rhs = Self> {
    #[lang = "div_assign_fn"]
    fn div_assign(&mut self, rhs: Rhs);
}
#[lang = "rem"]
#[rustc_on_unimplemented(message = "cannot calculate the remainder of `{Self}` divided by `{Rhs}`", label = "no implementation for `{Self} % {Rhs}`")]
pub trait Rem<Rhs = Self> {
    type Output;
    #[lang = "rem_fn"]
    #[must_use] fn rem(self, rhs: Rhs) -> Self::Output;
}
#[lang = "rem_assign"]
#[rustc_on_unimplemented(message = "cannot calculate and assign the remainder of `{Self}` divided by `{Rhs}`", label = "no implementation for `{Self} %= {Rhs}`")]
pub trait RemAssign<Rhs = Self> {
    #[lang = "rem_assign_fn"]
    fn rem_assign(&mut self, rhs: Rhs);
}
#[lang = "bitand"]
#[rustc_on_unimplemented(message = "no implementation for `{Self} & {Rhs}`", label = "no implementation for `{Self} & {Rhs}`")]
pub trait BitAnd<Rhs = Self> {
    type Output;
    #[lang = "bitand_fn"]
    #[must_use] fn bitand(self, rhs: Rhs) -> Self::Output;
}
#[lang = "bitand_assign"]
#[rustc_on_unimplemented(message = "no implementation for `{Self} &= {Rhs}`", label = "no implementation for `{Self} &= {Rhs}`")]
pub trait BitAndAssign<Rhs = Self> {
    #[lang = "bitand_assign_fn"]
    fn bitand_assign(&mut self, rhs: Rhs);
}
#[lang = "bitor"]
#[rustc_on_unimplemented(message = "no implementation for `{Self} | {Rhs}`", label = "no implementation for `{Self} | {Rhs}`")]
pub trait BitOr<Rhs = Self> {
    type Output;
    #[lang = "bitor_fn"]
    #[must_use] fn bitor(self, rhs: Rhs) -> Self::Output;
}
#[lang = "bitor_assign"]
#[rustc_on_unimplemented(message = "no implementation for `{Self} |= {Rhs}`", label = "no implementation for `{Self} |= {Rhs}`")]
pub trait BitOrAssign<Rhs = Self> {
    #[lang = "bitor_assign_fn"]
    fn bitor_assign(&mut self, rhs: Rhs);
}
#[lang = "bitxor"]
#[rustc_on_unimplemented(message = "no implementation for `{Self} ^ {Rhs}`", label = "no implementation for `{Self} ^ {Rhs}`")]
pub trait BitXor<Rhs = Self> {
    type Output;
    #[lang = "bitxor_fn"]
    #[must_use] fn bitxor(self, rhs: Rhs) -> Self::Output;
}
#[lang = "bitxor_assign"]
#[rustc_on_unimplemented(message = "no implementation for `{Self} ^= {Rhs}`", label = "no implementation for `{Self} ^= {Rhs}`")]
pub trait BitXorAssign<Rhs = Self> {
    #[lang = "bitxor_assign_fn"]
    fn bitxor_assign(&mut self, rhs: Rhs);
}
#[lang = "shl"]
#[rustc_on_unimplemented(message = "no implementation for `{Self} << {Rhs}`", label = "no implementation for `{Self} << {Rhs}`")]
pub trait Shl<Rhs = Self> {
    type Output;
    #[lang = "shl_fn"]
    #[must_use] fn shl(self, rhs: Rhs) -> Self::Output;
}
#[lang = "shl_assign"]
#[rustc_on_unimplemented(message = "no implementation for `{Self} <<= {Rhs}`", label = "no implementation for `{Self} <<= {Rhs}`")]
pub trait ShlAssign<Rhs = Self> {
    #[lang = "shl_assign_fn"]
    fn shl_assign(&mut self, rhs: Rhs);
}
#[lang = "shr"]
#[rustc_on_unimplemented(message = "no implementation for `{Self} >> {Rhs}`", label = "no implementation for `{Self} >> {Rhs}`")]
pub trait Shr<Rhs = Self> {
    type Output;
    #[lang = "shr_fn"]
    #[must_use] fn shr(self, rhs: Rhs) -> Self::Output;
}
#[lang = "shr_assign"]
#[rustc_on_unimplemented(message = "no implementation for `{Self} >>= {Rhs}`", label = "no implementation for `{Self} >>= {Rhs}`")]
pub trait ShrAssign<Rhs = Self> {
    #[lang = "shr_assign_fn"]
    fn shr_assign(&mut self, rhs: Rhs);
}
#[lang = "neg"]
pub trait Neg {
    type Output;
    #[lang = "neg_fn"]
    #[must_use] fn neg(self) -> Self::Output;
}
#[lang = "not"]
pub trait Not {
    type Output;
    #[lang = "not_fn"]
    #[must_use] fn not(self) -> Self::Output;
}
