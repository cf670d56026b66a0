enum E {
    A(String),
    B { x: i32, y: String },
    C,
}
fn f(e: &mut E) {
    match e {
        E::A(s) => {
            s.push('a');
            *e = E::C;
        }
        E::B { x, .. } if *x > 0 => *x = 0,
        E::B { y, .. } => {
            let z = &*e;
            y.clear();
            let _ = z;
        }
        E::C => {}
    }
}
fn g(e: E) -> String {
    match e {
        E::A(s) | E::B { y: s, .. } => s,
        E::C => String::new(),
    }
}
fn main() {
    let mut e = E::A(String::new());
    f(&mut e);
    g(e);
    f(&mut e);
}
