fn takes(f: impl Fn(i32) -> i32, x: i32) {}
fn opt(a: Option<String>, b: &mut Vec<u8>, c: usize) {}
fn rr(a: &i32, b: &mut i32) {}
fn bx(a: Box<dyn Fn()>, b: i32) {}
fn main() {
    let c = |a: i32, b: &str| a;
    c(1);
    c("a", 1);
    c(1, "a", 3);
    c("a", "b");
    let d = |x| x;
    d(1);
    d("a");
    let f: fn(i32, u8) = |_, _| {};
    f(1);
    f("a", 2, 3);
    f("a", 'b');
    takes(1, |x| x);
    takes(|x| x);
    takes(2);
    let mut v = vec![];
    opt(&mut v, None, 1);
    opt(None, &mut v);
    opt(&mut v, 1);
    opt(Some("a"), &mut v, 1);
    opt(Some("a"), &v, 1u8);
    let mut n = 1;
    rr(&mut n, &n);
    rr(&n, &n);
    rr(n, n);
    bx(1, Box::new(main));
    bx(Box::new(|| {}));
    bx(1);
    bx(undefined, "a");
    undefined2(1, "a");
}
