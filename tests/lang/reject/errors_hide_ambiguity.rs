// What can't be inferred for a type that is an error itself is not told.
trait Trait {
    const X: Missing;
}
fn static_foo<U: Trait + ?Sized>(b: &T) {}
fn dynamic_bar(a: &dyn Trait2) {
    static_foo(a)
}
fn other<U>(b: T, c: Vec<T>) {}
fn k() {
    other(1, vec![1]);
}
struct G<U> {
    x: T,
    y: std::marker::PhantomData<U>,
}
fn l() {
    let g = G {
        x: 1,
        y: std::marker::PhantomData,
    };
}
fn test<A: Trait>(arg: Missing) {
    match arg {
        A::X => {}
        _ => {}
    }
}
trait Trait2 {
    fn by_ref_mut(self: &mut T) {}
}
fn length_of(cell: dyn Copy) {}
fn main() {}
