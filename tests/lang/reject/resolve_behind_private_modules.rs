// What a path goes on to behind a private module is pointed at; so is a method's name that is like another one.
mod a {
    mod inner {
        pub fn z() {}
        pub struct S;
        pub mod k {
            pub fn w() {}
        }
        pub enum E {
            A,
        }
    }
    pub use inner::S;
    fn f() {}
    pub mod p {
        fn q() {}
    }
}

use a::inner::k::w;
use a::inner::z;
use a::inner::{k, E};

struct G;

impl G {
    fn f(&self) {
        g();
    }
    fn g(&self) {}
}

fn n<const N: usize>() {
    let N = 3;
}

extern crate self;

fn main() {
    a::inner::z();
    a::inner::S;
    a::inner::k::w();
    a::inner::E::A;
    a::f();
    a::p::q();
    let x: a::inner::E = a::inner::E::A;
}
