//! The path of a macro call leads to the macro of that module; ranges of ranges; a variable that isn't set.
mod one {
    macro_rules! number {
        () => {
            1
        };
    }
    pub(crate) use number;
}

mod two {
    macro_rules! number {
        () => {
            2
        };
    }
    pub(crate) use number;
    pub mod inner {
        pub(crate) use super::number as again;
        pub(crate) use crate::one::*;
        pub fn both() -> (i32, i32) {
            (again!(), number!())
        }
    }
}

use two::inner;

fn dots() -> impl std::fmt::Debug {
    ..=..=.. .. .. ..
}

fn main() {
    println!("{} {} {}", one::number!(), two::number!(), self::two::inner::again!());
    println!("{:?} {}", inner::both(), inner::number!());
    println!("{:?} {:?}", .. .. .., dots());
    println!("{:?}", option_env!("A_VARIABLE_THAT_IS_NOT_SET"));
}
