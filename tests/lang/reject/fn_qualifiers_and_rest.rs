async const fn i() {}
struct S { a: i32, b: i32 }
impl S {
    const async fn g() {}
    const async unsafe fn h() {}
}
const async fn f() {}
fn main() {
    let s = S { a: 1, b: 2 };
    let S { .., } = s;
    let S { a, .. , } = s;
    let S { .. } = s;
}
