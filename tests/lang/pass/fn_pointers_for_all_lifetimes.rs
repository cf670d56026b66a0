//! What fits a function pointer for all lifetimes: functions, methods and closures whose own lifetimes can be chosen.
use std::fmt::Display;
struct Text<'t>(&'t str);
impl<'t> Text<'t> {
    fn get(&self) -> &'t str {
        self.0
    }
    fn new(text: &'t str) -> Text<'t> {
        Text(text)
    }
}
fn first<'a>(x: &'a str, _: &str) -> &'a str {
    x
}
fn shared<'a>(x: &'a str, y: &'a str) -> &'a str {
    if x.len() > y.len() { x } else { y }
}
fn show<T: Display>(value: &T) -> String {
    format!("<{value}>")
}
fn apply(f: fn(&str) -> &str, text: &str) -> String {
    f(text).to_string()
}
fn table() -> [(&'static str, fn(&str) -> String); 3] {
    [("upper", str::to_uppercase), ("owned", |s| s.to_owned()), ("string", ToString::to_string)]
}
fn main() {
    let pick: fn(&'static str, &'static str) -> &'static str = shared;
    let any: for<'a, 'b> fn(&'a str, &'b str) -> &'a str = first;
    println!("{} {}", pick("ab", "c"), any("x", "yz"));
    println!("{}", apply(str::trim, "  a  "));
    let get: for<'x> fn(&'x Text<'static>) -> &'static str = Text::get;
    println!("{}", get(&Text::new("kept")));
    let shown: fn(&i32) -> String = show;
    println!("{}", shown(&5));
    for (name, f) in table() {
        println!("{name}: {}", f("abc"));
    }
    let compare: fn(&i32, &i32) -> std::cmp::Ordering = Ord::cmp;
    let mut numbers = vec![3, 1, 2];
    numbers.sort_by(compare);
    println!("{numbers:?} {}", compare == compare as fn(&i32, &i32) -> std::cmp::Ordering);
    let nested: fn(fn(&str) -> &str, &str) -> String = apply;
    println!("{}", nested(|s| &s[1..], "xyz"));
    let plain: fn(i32) -> i32 = |x| x;
    println!("{}", plain == plain);
}
