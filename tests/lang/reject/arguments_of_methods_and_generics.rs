struct S;
impl S {
    fn m(&self, a: i32, b: &str) -> i32 { a }
    fn n(&self, a: Option<i32>) {}
    fn s(a: Vec<i32>, b: String) {}
    fn g<T>(&self, a: T, b: T) {}
}
fn pair<T>(a: T, b: T) -> T { a }
fn trip<T, U>(a: T, b: T, c: U) {}
fn tup(a: (i32, i32)) {}
fn tup2(a: (i32, i32), b: &str) {}
fn ret() -> i32 { pair(1, "a") }
fn ret2() -> String { return pair(String::new(), 3); }
fn unit() { pair(1u8, 2u16) }
fn main() {
    let s = S;
    s.m("a", 1);
    s.m(1);
    s.m("a");
    s.m(1, "a", 2);
    s.m("x", 2.0);
    s.n(1);
    s.n(Some("a"));
    s.n();
    S::s(vec![1.0], 1);
    S::s(String::new(), vec![1]);
    S::s(1);
    S::m(1, "a");
    S::m(&s, "a");
    s.g(1, "a");
    s.g::<i32>(1, "a");
    s.g(1);
    pair(1, "a");
    pair("a", 1);
    trip(1, "a", 2);
    trip(1, "a");
    tup(1, 2);
    tup(1, 2, 3);
    tup2(1, 2, "a");
    tup2((1, 2));
    tup(1, "a");
}
