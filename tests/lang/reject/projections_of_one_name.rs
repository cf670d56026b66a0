mod a { pub trait Trait { type A; } pub struct S; impl Trait for S { type A = u8; } impl Trait for i8 { type A = S; } }
mod b { pub trait Trait { type A; } pub struct S; }
fn f<T: a::Trait<A = u32>>(_: T) {}
fn g<T: a::Trait<A = b::S>>(_: T) {}
fn main() {
    trait Inner { type B; }
    struct L;
    impl Inner for L { type B = L; }
    fn h<T: Inner<B = u8>>(_: T) {}
    f(a::S);
    f(1i8);
    g(1i8);
    h(L);
}
fn fo<F: Fn() -> a::S>(_: F) {}
fn it<I: Iterator<Item = b::S>>(_: I) {}
fn fu<I: std::future::Future<Output = b::S>>(_: I) {}
fn more() { fo(|| b::S); it(vec![a::S].into_iter()); fu(async { a::S }); fn k() -> b::S { b::S } fo(k); it([&a::S].iter()); }
