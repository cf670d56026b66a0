//! A method isn't there for types for which what it returns is no type; methods of traits elsewhere; casts of objects.
trait Tr {
    type Out;
}
struct W<T>(T);
struct M;
impl<T> W<T> {
    fn value(&self) -> T::Out
    where
        T: Tr,
    {
        loop {}
    }
    fn argument(&self, x: T::Out)
    where
        T: Tr,
    {
    }
}

mod elsewhere {
    pub trait Far {
        fn far(&self) {}
    }
    impl Far for super::M {}
}

fn call<F: Fn(i32) -> i32>(f: F) {}

fn main() {
    W(M).value();
    W(M).argument(1);
    vec![1].iter();
    [M].join(",");
    M.far();
    5.sqrt();
    Some(1).len();
    call(|(a, b)| a);
    call(|x| -> u8 { 1 });
    "a" as String;
    (|| 1) as usize;
}

trait Object {}
fn casts(p: *const dyn Object) {
    p as *const dyn Send;
}
