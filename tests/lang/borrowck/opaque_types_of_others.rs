//! A hidden type that is another function's opaque type, and what is said of opaque callables; bindings of patterns that could be
//! `&mut`; elided lifetimes of paths in parameters.
use std::fmt::Debug;

struct Point {
    x: i32,
    name: String,
}

struct Holder<'a>(&'a i32);

fn debug<'a>(number: &'a i32) -> impl Debug + 'a {
    number
}

fn of_local() -> impl Debug {
    let local = 1;
    debug(&local)
}

fn of_local_within() -> impl Debug {
    let local = 1;
    (debug(&local), 2)
}

fn of_parameter(number: &i32) -> impl Debug {
    debug(number)
}

fn of_parameter_named(number: &i32) -> impl Debug + '_ {
    Some(debug(number))
}

fn starts(text: &str) -> impl Fn(&str) -> bool + '_ {
    move |other| text.starts_with(other)
}

fn pick(text: &str) -> impl for<'z> Fn(&'z str, &u8) -> &'z str + '_ {
    move |other, _| if text.is_empty() { other } else { other.trim() }
}

fn callables() {
    let text = String::new();
    let first = starts(&text);
    let second = pick(&text);
    drop(text);
}

fn bindings(point: &Point, maybe: Option<&Point>, (pair, n): (&Point, i32), points: &[Point]) {
    match point {
        bound if bound.x > 1 => bound.x = 1,
        bound => bound.name.clear(),
    }
    if let Some(bound) = maybe {
        bound.x = 1;
    }
    let whole = point;
    whole.x = 2;
    let (left, right) = (point, n);
    left.x = right;
    pair.x = n;
    points.iter().for_each(|each| each.x = 1);
    points.iter().enumerate().for_each(|(i, each)| each.x = i as i32);
    let untyped = |each| {
        let known: &Point = each;
        each.x = known.x;
    };
    let branches = Box::new(if n > 1 { &mut Point { x: 1, name: String::new() } } else { &mut Point { x: 2, name: String::new() } });
}

fn anonymous(holders: &mut [Holder<'_>; 2], one: &mut Holder<'_>, mut number: &i32) {
    let local = 1;
    holders[0] = Holder(&local);
    *one = Holder(number);
    std::thread::spawn(move || number);
}

fn main() {}
