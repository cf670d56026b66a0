//! A function pointer that takes any lifetime is not made of a function that takes one; fn items aren't compared.
fn stat(x: &'static str) {}
fn same<'a>(x: &'a str, y: &'a str) -> &'a str {
    x
}
fn takes(f: fn(&str)) {}
struct Holder {
    f: fn(&str),
}
fn main() {
    let made: fn(&str) -> String = String::from;
    let one: fn(&'static str) = stat;
    let all: fn(&str) = one;
    takes(stat);
    let held = Holder { f: stat };
    let mut later: fn(&str) = |x| {};
    later = one;
    let maybe: Option<fn(&str)> = Some(one);
    let fits: fn(&'static str, &'static str) -> &'static str = same;
    let apart: for<'a, 'b> fn(&'a str, &'b str) -> &'a str = same;
    main == main;
    all == one;
    main as fn(i32);
}
