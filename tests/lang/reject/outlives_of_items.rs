//! Fields, associated types and implemented traits whose lifetimes aren't long enough.

struct Ref<'a, T> {
    r: &'a T,
}

struct Owned<T: 'static>(T);

enum Either<'a, T> {
    Borrowed(Ref<'a, T>),
    Owned(Owned<T>),
}

struct Forever<T> {
    r: &'static T,
}

struct Nested<'a> {
    r: &'static &'a i32,
}

trait Lend<'a> {
    type Lent;
}

impl<'a, T> Lend<'a> for Vec<T> {
    type Lent = &'a T;
}

impl<'a, T> Lend<'a> for Option<&'a T> {
    type Lent = &'a T;
}

impl<'a, 'b> Lend<'a> for &'b i32 {
    type Lent = &'a &'b i32;
}

trait Static: 'static {}

impl<'a> Static for Ref<'a, i32> {}

impl<T: 'static> Static for Vec<T> {}

fn main() {}
