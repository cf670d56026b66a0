//! A closure or function that takes another number of arguments than the one that calls it gives (E0593).
fn app<F: Fn(i32, i32) -> i32>(f: F) {} fn one<F: Fn((i32, i32))>(f: F) {} fn unit<F: FnOnce(())>(f: F) {} fn none<F: Fn()>(f: F) {} fn three<F: Fn(i32, u8, char)>(f: F) {}
fn two(a: i32, b: i32) {} fn tup(a: (i32, i32)) {}
fn main() {
    app(|(x, y)| x);
    app(|x| 1);
    app(|| 1);
    one(|x, y| ());
    one(|x, y, z| ());
    unit(|| ());
    unit(|x, y| ());
    none(|x| ());
    none(|(x, y)| ());
    three(|(a, b, c)| ());
    app(two);
    one(two);
    app(tup);
    none(tup);
    vec![(1, 2)].iter().map(|a, b| a);
    vec![1].iter().map(|| 1);
    vec![1].iter().enumerate().for_each(|i, x| ());
    vec![1].iter().fold(0, |(a, b)| a);
    Ok::<i32, ()>(1).map_err(|| 1);
    Some((1, 2)).map(|a, b| a + b);
    vec![1].sort_by(|x| x);
}
