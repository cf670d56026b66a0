//! The lifetimes of a generic associated type are never left out, in no path and no constraint.
trait Lends {
    type Item<'a>
    where
        Self: 'a;
    type Made<T>;
    fn next(&mut self) -> Option<Self::Item>;
    fn other(&mut self) -> Option<Self::Item<'_>>;
}

fn by_path<X: Lends>(x: X::Item) {}
fn qualified<X: Lends>(x: <X as Lends>::Item) {}
fn constrained<X: Lends<Item = i32>>(x: X) {}
fn other<X: Lends<Made = i32>>(x: X) {}
fn too_many<X: Lends<Made<u8, u8> = i32>>(x: X) {}
fn object(x: &dyn Lends<Made<u8> = i32>) {}
fn object_of_all(x: &dyn Lends) {}
struct Keeps<X: Lends>(X::Item);

fn in_body<X: Lends>(mut x: X) {
    let y: Option<X::Item> = x.other();
}

trait Plain {
    type Size<'a>;
    type Same<T>;
    type Fixed;
}
impl Plain for u8 {
    type Size<'a, 'b> = &'a u8;
    type Same<'a> = u8;
    type Fixed<X> = X;
}
impl Plain for u16 {
    type Size = u8;
    type Same<T> = T;
    type Fixed = u8;
}

fn main() {}
