use std::marker::PhantomData;
struct Id<'a, T> {
    n: usize,
    p: PhantomData<&'a T>,
}
fn mk<'a, T>(_t: &'a T) -> Id<'a, T> {
    Id {
        n: 1,
        p: PhantomData,
    }
}
fn main() {
    let id;
    {
        let x = 5;
        id = mk(&x);
    }
    println!("{}", id.n);
    let _ = id.p;
}
