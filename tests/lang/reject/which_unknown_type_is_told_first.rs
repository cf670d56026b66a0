//! Of several types that aren't known, the one of a variable is told where it stands, a bare `T: Sized` only at the end.

fn make<T>() -> Vec<T> {
    Vec::new()
}

fn nothing<T>() {}

fn variable_first() {
    let v = Vec::new();
    let n = "5".parse().unwrap();
}

fn parse_first() {
    let n = "5".parse().unwrap();
    let v = Vec::new();
}

fn without_variable() {
    make();
    let c = "abc".chars().collect();
}

fn sized_last() {
    nothing();
    let x = None;
}

fn main() {}
