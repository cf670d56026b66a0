//! Parameters given twice or too early, lifetimes given to methods, pointers in constants, `Self` of an item around.
struct Twice<T, T>(T);
impl<T, T> Twice<T, T> {}
type Alias<T, T> = T;
struct Early<const N: usize = M, const M: usize = 1>;
fn array<const N: usize, const M: [u8; N]>() {}

trait Size {
    const K: usize;
    fn sized() -> [u8; Self::K];
    fn outer() {
        fn inner(x: Self) {}
    }
}

struct S;
impl S {
    fn method(&self) {}
    fn early<'a: 'a>(&'a self) {}
    fn none(self) {}
    fn outer() {
        fn inner(x: Self) {}
    }
}
fn elided(x: &i32) {}

const ADDRESS: usize = main as usize;
const EQUAL: bool = (&1 as *const i32) == (&2 as *const i32);

struct W<const N: usize>;

fn main() {
    S.method::<'static>();
    S.early::<'static, 'static>();
    S.none::<'static>();
    S::method::<'static>(&S);
    elided::<'static>(&1);
    let w: W<1> = W::<2>;
}
