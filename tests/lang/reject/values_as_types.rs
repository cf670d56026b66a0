// A generic argument that names a value is a constant.
fn a() {}
static ST: u8 = 1;
const K: usize = 1;
struct G<T>(T);
impl G<a> {
    fn x() {}
}
impl Clone for G<ST> {
    fn clone(&self) -> Self {
        loop {}
    }
}
fn c<const N: usize>(x: G<N>) {}
trait Tr<T> {
    fn f(&self, x: Option<a>);
}
fn d() -> impl Tr<a> {
    1u8
}
fn e(x: &dyn Tr<ST>) {}
type Al = G<a>;
fn h() {
    let x = 1;
    let y: G<x> = G(1);
    Vec::<x>::new();
    <G<a>>::x();
    "".parse::<a>();
    let k: Option<K> = None;
}
struct F {
    f: G<a>,
    g: Box<G<ST>>,
}
fn main() {}
