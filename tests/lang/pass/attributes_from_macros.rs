//! Attributes whose arguments are a macro's, and attributes on what a macro puts last.

macro_rules! with_feature {
    ($name:ident, $feature:literal, $text:expr) => {
        #[cfg_attr(not(target_arch = "aarch64"), target_feature(enable = $feature))]
        #[doc = $text]
        unsafe fn $name() -> u8 {
            1
        }
    };
}
with_feature!(fast, "sse2", "Quick.");

macro_rules! known {
    ($key:ident, $($value:literal),+) => {
        { $( #[cfg($key = $value)] { println!("{}", $value); } )+ }
    };
}

macro_rules! check {
    ($e:expr) => {
        let result = $e;
        #[allow(clippy::question_mark)]
        if result.is_err() {
            return result;
        }
    };
}

macro_rules! last {
    ($e:expr) => {
        #[allow(unused)]
        if $e { 1 } else { 2 }
    };
}

fn first_error(x: Result<u8, u8>) -> Result<u8, u8> {
    check!(x);
    Ok(3)
}

fn chosen(yes: bool) -> u8 {
    last!(yes)
}

/// `I` is determined by what `T` gives.
struct Counted<I: Clone, T: IntoIterator<Item = I>>(usize, T);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[deny(unused_qualifications)]
struct Outer<'a> {
    value: inner::Slice<'a>,
}
mod inner {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
    pub struct Slice<'a>(pub &'a [u8]);
}

fn main() {
    known!(target_os, "linux", "windows");
    println!("{:?} {:?} {} {}", first_error(Ok(1)), first_error(Err(2)), chosen(true), chosen(false));
    let counted = Counted(2, vec![1, 2]);
    println!("{} {}", counted.0, counted.1.len());
    println!("{:?} {}", Outer::default(), unsafe { fast() });
}
