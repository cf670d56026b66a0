//! Macros found by textual scope, by imports and by paths: shadowing that isn't ambiguous.
#[macro_use]
mod a {
    macro_rules! m {
        () => {
            println!("a")
        };
    }
    macro_rules! calls_m {
        () => {
            m!()
        };
    }
}

macro_rules! m {
    () => {
        println!("root")
    };
}

macro_rules! count {
    ($($_:tt)*) => { 0 $(+ { let _ = stringify!($_); 1 })* };
}

mod b {
    pub fn f() {
        m!();
        calls_m!();
        {
            macro_rules! m {
                () => {
                    println!("inner")
                };
            }
            m!();
        }
        m!()
    }
}

#[macro_export]
macro_rules! exported {
    ($e:expr) => {
        $crate::helper!($e)
    };
}

#[macro_export]
macro_rules! helper {
    ($e:expr) => {
        println!("{}", $e)
    };
}

mod inner {
    pub fn f() {
        crate::exported!(2);
        use crate::helper as h;
        h!(3);
    }
}

mod prelude {
    pub use crate::exported;
}

mod other {
    use crate::prelude::*;
    pub fn g() {
        exported!(4)
    }
}

macro_rules! documented {
    ($(#[$attr:meta])* $name:ident) => { $(#[$attr])* struct $name; };
    (/// passed over
     fn) => {};
}

documented! {
    /// doc
    Unit
}

fn main() {
    b::f();
    inner::f();
    other::g();
    self::exported!(5);
    std::println!("{}", count!(a #foo 'b));
    let _ = Unit;
}
