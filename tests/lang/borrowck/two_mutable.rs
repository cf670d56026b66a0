struct S {
    a: i32,
    b: i32,
}
fn main() {
    let mut x = 1;
    let r = &mut x;
    let q = &mut x;
    *r = 2;
    *q = 3;
    let mut s = S { a: 1, b: 2 };
    let a = &mut s.a;
    let b = &mut s.b;
    *a += *b;
    *b += 1;
    let all = &mut s;
    let c = &mut s.a;
    all.b = 2;
    *c = 1;
    let mut v = [1, 2];
    let first = &mut v[0];
    let second = &mut v[1];
    *first = *second;
}
