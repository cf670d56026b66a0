#![allow(dead_code)]
#![deny(self_constructor_from_outer_item)]
struct S<T>(T);
impl<T> S<T> {
    fn f() {
        fn g() {
            let _ = Self(1u8);
        }
        const C: S<u8> = Self(1);
    }
}
struct U;
impl U {
    fn f() {
        fn g() {
            let _ = Self;
            match U {
                Self => {}
            }
        }
        static P: U = Self;
    }
    fn h() -> U {
        let c = || Self;
        let _ = [0u8; {
            Self;
            1
        }];
        const { Self };
        c()
    }
}
fn main() {}
