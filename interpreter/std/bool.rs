//! `bool`.

use crate::cmp::Ordering;
use crate::fmt;
use crate::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Not};

impl bool {
    #[rustc_const_unstable(feature = "const_bool", issue = "151531")]
    pub fn then_some<T>(self, t: T) -> Option<T> {
        if self { Some(t) } else { None }
    }
    #[rustc_const_unstable(feature = "const_bool", issue = "151531")]
    pub fn then<T, F: FnOnce() -> T>(self, f: F) -> Option<T> {
        if self { Some(f()) } else { None }
    }
}
impl Copy for bool {}
impl Clone for bool {
    fn clone(&self) -> bool {
        *self
    }
}
impl Default for bool {
    fn default() -> bool {
        false
    }
}
impl PartialEq for bool {
    fn eq(&self, other: &bool) -> bool {
        *self == *other
    }
    fn ne(&self, other: &bool) -> bool {
        *self != *other
    }
}
impl Eq for bool {}
impl PartialOrd for bool {
    fn partial_cmp(&self, other: &bool) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for bool {
    fn cmp(&self, other: &bool) -> Ordering {
        (*self as u8).cmp(&(*other as u8))
    }
}
impl crate::hash::Hash for bool {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        state.write_u8(*self as u8)
    }
}
impl fmt::Display for bool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(if *self { "true" } else { "false" })
    }
}
impl fmt::Debug for bool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(if *self { "true" } else { "false" })
    }
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseBoolError;
impl fmt::Display for ParseBoolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("provided string was not `true` or `false`")
    }
}
impl crate::error::Error for ParseBoolError {}
impl crate::str::FromStr for bool {
    type Err = ParseBoolError;
    fn from_str(s: &str) -> Result<bool, ParseBoolError> {
        match s {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(ParseBoolError),
        }
    }
}
impl Not for bool {
    type Output = bool;
    fn not(self) -> bool {
        !self
    }
}
impl<'a> Not for &'a bool {
    type Output = bool;
    fn not(self) -> bool {
        !*self
    }
}
macro_rules! logical_operators {
    ($($op_trait:ident $f:ident $assign:ident $fa:ident $op:tt)*) => {
        $(
        impl $op_trait for bool {
            type Output = bool;
            fn $f(self, other: bool) -> bool {
                self $op other
            }
        }
        impl<'a> $op_trait<&'a bool> for bool {
            type Output = bool;
            fn $f(self, other: &'a bool) -> bool {
                self $op *other
            }
        }
        impl<'a> $op_trait<bool> for &'a bool {
            type Output = bool;
            fn $f(self, other: bool) -> bool {
                *self $op other
            }
        }
        impl<'a, 'b> $op_trait<&'a bool> for &'b bool {
            type Output = bool;
            fn $f(self, other: &'a bool) -> bool {
                *self $op *other
            }
        }
        impl $assign for bool {
            fn $fa(&mut self, other: bool) {
                *self = *self $op other
            }
        }
        impl<'a> $assign<&'a bool> for bool {
            fn $fa(&mut self, other: &'a bool) {
                *self = *self $op *other
            }
        }
        )*
    };
}
logical_operators! {
    BitAnd bitand BitAndAssign bitand_assign &
    BitOr bitor BitOrAssign bitor_assign |
    BitXor bitxor BitXorAssign bitxor_assign ^
}
