trait Tr {}
impl Tr for i32 {}
impl<T: Tr> Tr for Option<T> {}
impl<'a, T: Tr> Tr for &'a T {}
impl<U: Tr> Tr for Vec<U> {}
impl<A: Tr, B: Tr> Tr for (A, B) {}
struct W<T> { a: u8, b: T }
impl<T: Tr> Tr for W<T> {}
struct P<T>(u8, T);
impl<T> Tr for P<T> where T: Tr {}
enum E<T> { X(T), Y { y: T }, Z }
impl<T: Tr> Tr for E<T> {}
struct Nest<T> { n: Option<(T, u8)> }
impl<T: Tr> Tr for Nest<T> {}
fn need<T: Tr>(_: T) {}
fn need2(_: impl Tr, _: u8) {}
fn show(_: impl std::fmt::Debug) {}
struct No;
struct S;
impl S { fn m<T: Tr>(&self, t: T) {} }
fn main() {
    need("a");
    need(Some("a"));
    need(&"a");
    let x = "b";
    need(&x);
    need(Some(&x));
    need(&Some(x));
    need((1, x));
    need((x, 1));
    need((x, x));
    need(W { a: 1, b: x });
    need(W { b: Some(x), a: 1 });
    need(P(1, "a"));
    need(E::X("a"));
    need(E::Y { y: "a" });
    need(E::Z::<&str>);
    need(Nest { n: Some(("a", 1)) });
    need(Nest { n: None::<(&str, u8)> });
    need(vec!["a"]);
    need(Vec::<u8>::new());
    need((Some((1, &Some("x"))), 2));
    need2(Some("q"), 2);
    S.m(Some(No));
    S.m(&&No);
    show(Some(No));
    show((1, No));
    show([No]);
    show(&[No]);
    show(vec![No]);
    show(Some(Box::new(No)));
    let f = need::<Option<&str>>;
}
