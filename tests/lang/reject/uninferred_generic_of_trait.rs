//! The associated type of a bound for all lifetimes needs to know for which.

trait Get<T> {
    type Output;
    fn get(&self, key: T) -> Self::Output;
}

fn field<G: for<'x> Get<&'x u8>>(value: G::Output) {}

fn qualified<'a, G: for<'x> Get<&'x u8>>(value: <G as Get<&'a u8>>::Output) {}

fn main() {}
