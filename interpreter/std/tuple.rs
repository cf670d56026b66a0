//! Impls for tuples of up to twelve elements. Clone and Copy are built in.

use crate::cmp::Ordering;
use crate::fmt;

macro_rules! tuple_impls {
    ($($(($T:ident $i:tt))+;)*) => {
        $(
        impl<$($T: PartialEq),+> PartialEq for ($($T,)+) {
            fn eq(&self, other: &($($T,)+)) -> bool {
                $(self.$i == other.$i)&&+
            }
        }
        impl<$($T: Eq),+> Eq for ($($T,)+) {}
        impl<$($T: PartialOrd),+> PartialOrd for ($($T,)+) {
            fn partial_cmp(&self, other: &($($T,)+)) -> Option<Ordering> {
                $(match self.$i.partial_cmp(&other.$i) {
                    Some(Ordering::Equal) => (),
                    ordering => return ordering,
                })+
                Some(Ordering::Equal)
            }
        }
        impl<$($T: Ord),+> Ord for ($($T,)+) {
            fn cmp(&self, other: &($($T,)+)) -> Ordering {
                $(match self.$i.cmp(&other.$i) {
                    Ordering::Equal => (),
                    ordering => return ordering,
                })+
                Ordering::Equal
            }
        }
        impl<$($T: Default),+> Default for ($($T,)+) {
            fn default() -> ($($T,)+) {
                ($($T::default(),)+)
            }
        }
        impl<$($T: fmt::Debug),+> fmt::Debug for ($($T,)+) {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut builder = f.debug_tuple("");
                $(builder.field(&self.$i);)+
                builder.finish()
            }
        }
        impl<$($T: crate::hash::Hash),+> crate::hash::Hash for ($($T,)+) {
            fn hash<HASHER: crate::hash::Hasher>(&self, state: &mut HASHER) {
                $(self.$i.hash(state);)+
            }
        }
        )*
    };
}
tuple_impls! {
    (A 0);
    (A 0) (B 1);
    (A 0) (B 1) (C 2);
    (A 0) (B 1) (C 2) (D 3);
    (A 0) (B 1) (C 2) (D 3) (E 4);
    (A 0) (B 1) (C 2) (D 3) (E 4) (F 5);
    (A 0) (B 1) (C 2) (D 3) (E 4) (F 5) (G 6);
    (A 0) (B 1) (C 2) (D 3) (E 4) (F 5) (G 6) (H 7);
    (A 0) (B 1) (C 2) (D 3) (E 4) (F 5) (G 6) (H 7) (I 8);
    (A 0) (B 1) (C 2) (D 3) (E 4) (F 5) (G 6) (H 7) (I 8) (J 9);
    (A 0) (B 1) (C 2) (D 3) (E 4) (F 5) (G 6) (H 7) (I 8) (J 9) (K 10);
    (A 0) (B 1) (C 2) (D 3) (E 4) (F 5) (G 6) (H 7) (I 8) (J 9) (K 10) (L 11);
}
macro_rules! of_array {
    ($($n:literal $($T:ident $x:ident)+;)*) => {
        $(
        impl<T> From<[T; $n]> for ($($T,)+) {
            fn from(array: [T; $n]) -> ($($T,)+) {
                let [$($x),+] = array;
                ($($x,)+)
            }
        }
        )*
    };
}
of_array! {
    1 T a;
    2 T a T b;
    3 T a T b T c;
    4 T a T b T c T d;
    5 T a T b T c T d T e;
    6 T a T b T c T d T e T f;
    7 T a T b T c T d T e T f T g;
    8 T a T b T c T d T e T f T g T h;
    9 T a T b T c T d T e T f T g T h T i;
    10 T a T b T c T d T e T f T g T h T i T j;
    11 T a T b T c T d T e T f T g T h T i T j T k;
    12 T a T b T c T d T e T f T g T h T i T j T k T l;
}
impl PartialEq for () {
    fn eq(&self, _other: &()) -> bool {
        true
    }
}
impl Eq for () {}
impl PartialOrd for () {
    fn partial_cmp(&self, _other: &()) -> Option<Ordering> {
        Some(Ordering::Equal)
    }
}
impl Ord for () {
    fn cmp(&self, _other: &()) -> Ordering {
        Ordering::Equal
    }
}
impl Default for () {
    fn default() -> () {}
}
impl fmt::Debug for () {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("()")
    }
}
impl crate::hash::Hash for () {
    fn hash<H: crate::hash::Hasher>(&self, _state: &mut H) {}
}
