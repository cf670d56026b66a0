// A borrow has no lifetime of its own choosing; what is borrowed is looked at all the same.
struct Pair<'a> {
    first: &'a str,
}

fn main() {
    let mut number = 1;
    let shared = &'a number;
    let unique = &'b mut number;
    let text = Pair { first: &'static "text"[1..].trim() };
    let missing = &'c nothing.field(1)?;
}
