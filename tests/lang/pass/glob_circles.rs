//! Modules that import all of each other, and macros looked for through them.

mod a {
    pub use super::*;
    pub use super::b::*;
    pub use super::c::*;
    pub fn one() -> u8 {
        1
    }
}
mod b {
    pub use super::a::*;
    pub use super::c::*;
    pub use super::*;
    pub fn two() -> u8 {
        assert!(one() == 1);
        2
    }
}
mod c {
    pub use super::a::*;
    pub use super::b::*;
    pub use super::*;
    pub use inner as renamed;
    pub mod inner {
        pub use super::super::a::*;
        macro_rules! seven {
            () => {
                7
            };
        }
        pub(crate) use seven;
    }
    pub fn three() -> u8 {
        println!("{}", one() + two());
        3
    }
}
use a::*;
use b::*;
use c::*;

fn main() {
    println!("{} {} {} {}", one(), two(), three(), c::renamed::seven!());
}
