// Where a bound names no trait, the check of the item ends.
struct A<T: Nope>(str, u8);
enum B<T>
where
    T: i32,
{
    X(str),
}
fn c<T: Nope>(x: Vec<str>) -> str {
    loop {}
}
trait D<T: Nope> {
    fn f(x: str) -> [str];
    type G: Nope;
    const C: Vec<str>;
}
impl<T: Nope> D<u8> for Vec<T> {}
type E<T: Nope> = Vec<str>;
struct F {
    x: str,
    y: u8,
}
trait S: Nope {
    fn f(x: Vec<str>);
}
impl<T> Clone for A<T>
where
    T: Nope,
{
    fn clone(&self) -> u8 {
        1
    }
}
fn g(x: A<u8>) -> Vec<str> {
    loop {}
}
struct G<ID: i32>;
impl<const ID: i32> G<ID> {}
fn main() {}
