//! A named lifetime
//! `longer` returns one of its arguments, so the result may be used only while both are there: `'a` says so.

fn longer<'a>(x: &'a str, y: &'a str) -> &'a str {
    if x.len() > y.len() { x } else { y }
}

fn main() {
    let outer = String::from("a long string");
    {
        let inner = String::from("short");
        let result = longer(&outer, &inner);
        println!("{result}");
    }
    println!("{outer}");
}
