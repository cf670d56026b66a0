//! The supported part of the standard library, as Rust text. A module's file is read only when something in it is asked for.
//! `#[prim(...)]` names the primitives whose inherent methods and trait impls stand in a file; with `template = "X"` the file is
//! read once for each of them, with the identifier X replaced by the primitive's name.

pub mod alloc;
pub mod any;
pub mod array;
pub mod ascii;
pub mod borrow;
pub mod boxed;
pub mod cell;
pub mod char;
pub mod clone;
pub mod cmp;
pub mod collections;
pub mod convert;
pub mod default;
pub mod env;
pub mod error;
pub mod f32;
pub mod f64;
pub mod ffi;
pub mod fmt;
pub mod future;
pub mod hash;
pub mod hint;
pub mod io;
pub mod iter;
pub mod marker;
pub mod mem;
pub mod net;
pub mod num;
pub mod ops;
pub mod option;
pub mod os;
pub mod panic;
pub mod path;
pub mod prelude;
pub mod pin;
pub mod process;
pub mod ptr;
pub mod range;
pub mod rc;
pub mod result;
pub mod rt;
pub mod slice;
pub mod str;
pub mod string;
pub mod sync;
pub mod task;
pub mod thread;
pub mod time;
pub mod vec;

// The modules of constants that came before the associated ones.
macro_rules! int_modules {
    ($($t:ident)*) => {
        $(pub mod $t {
            pub const MIN: $t = $t::MIN;
            pub const MAX: $t = $t::MAX;
        })*
    };
}
int_modules! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

#[macro_use]
mod macros;

#[prim(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, template = "Int")]
mod int;
#[prim(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, template = "Int")]
mod int_strict;
#[prim(i8, i16, i32, i64, i128, isize, template = "Int")]
mod int_signed;
#[prim(u8, u16, u32, u64, u128, usize, template = "Int")]
mod int_unsigned;
#[prim(f32, f64, template = "Float")]
mod float;
#[prim(bool)]
mod bool;
#[prim(char)]
mod char_impl;
#[prim(u8, slice)]
mod byte;
#[prim(str)]
mod str_impl;
#[prim(slice)]
mod slice_impl;
#[prim(slice)]
mod slice_more;
#[prim(slice)]
mod slice_arrays;
#[prim(array)]
mod array_impl;
#[prim(tuple)]
mod tuple;
#[prim(reference)]
mod reference;
#[prim(pointer, fn_ptr)]
mod pointer;
#[prim(never)]
mod never;
mod libc;
