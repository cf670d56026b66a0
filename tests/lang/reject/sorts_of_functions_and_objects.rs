//! How types of functions and of trait objects differ: ABI, safety, arguments, traits; bound lifetimes have names.
trait A {}
trait B: A {}
trait F<T> {}
trait Tr {}
impl Tr for fn(&u8) {}
impl Tr for fn(&u8) {}
impl Tr for Box<dyn A> {}
impl Tr for Box<dyn A> {}
impl Tr for &'static str {}
impl<'a> Tr for &'a str {}

fn down(x: &dyn A) -> &dyn B {
    x
}
fn arguments<'a>(x: &'a dyn F<u8>) -> &'a dyn A {
    x
}
fn auto(x: Box<dyn Fn(u8) -> u8>) -> Box<dyn Fn(u8) + Send> {
    x
}
fn kinds(x: Box<dyn Fn(u8)>) -> Box<dyn FnMut(u8)> {
    x
}
fn pointee(x: *const dyn A) -> *const dyn B {
    x
}
fn reference(x: fn(&u8)) -> fn(&u16) {
    x
}
fn count(x: fn(&u8) -> &u8) -> fn(&u16, &u8) {
    x
}
fn nested(x: Vec<fn(u8)>) -> Vec<fn(u16)> {
    x
}
fn need<T: Tr>(t: T) {}
extern "C" fn foreign(x: i32) {}
unsafe fn careful(x: i8) {}
fn plain(x: i32) {}
enum Made {
    One(i32),
}

fn calls(x: fn(&u8, &str), y: unsafe fn(i32), z: extern "C" fn(i32)) -> Made {
    need(x);
    need(reference);
    x.missing();
    let a: fn(i32) = y;
    let b: fn(i32) = z;
    let c: extern "C" fn(i32) = plain;
    let d: extern "C" fn() = || {};
    let e: fn(i32) = foreign;
    let f = [foreign, plain];
    let g = [careful, plain];
    let mut h: fn(i8) = |_| {};
    h = plain;
    let i = if true { a } else { h };
    fn call<G: Fn(i32)>(g: G) {}
    call(z);
    Made::One
}

trait Many<T> {}
trait Both: Many<i32> + Many<u32> {}
fn ambiguous(x: &dyn Both) {
    let y: &dyn Many<_> = x;
    let z: &dyn Many<i32> = x;
}

fn assigned(x: &mut i32, mut s: String) {
    x = 1;
    s = 'a';
    let mut n = 1;
    n = "a";
    let y = loop {
        break 1;
        break "a";
    };
}

fn main() {}
