// `..` stands for the rest of a tuple or slice, and nowhere else.
struct S {
    a: u8,
}

fn f(..: u8) {}

fn main() {
    let .. = 2;
    match 3 {
        .. => {}
    }
    let (a, b @ ..) = (1, 2);
    let Some(c @ ..) = Some(1) else { return };
    let &.. = &1;
    let x @ .. = 4;
    if let .. | 1 = 2 {}
    let S { a: .. } = S { a: 1 };
    let closure = |..| 1;
    for .. in [1] {}
    let [first, rest @ ..] = [1, 2, 3];
    let (.., last) = (1, 2);
    let removed = #[cfg(any())] 2;
    f(1 + #[cfg(any())] 2);
}
