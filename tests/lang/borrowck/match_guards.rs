fn f(o: Option<String>, c: bool) -> usize {
    match o {
        Some(s) if s.len() > 3 => s.len(),
        Some(s) if c => {
            drop(s);
            1
        }
        Some(_) | None => 0,
    }
}
fn g(v: &mut Vec<i32>) {
    match v.len() {
        0 if {
            v.push(1);
            true
        } => {}
        n if v[n - 1] > 0 => v.clear(),
        _ => {}
    }
}
fn h(mut x: i32) {
    match x {
        1 if {
            x = 2;
            false
        } => {}
        _ => {}
    }
    println!("{}", x);
}
fn i(o: Option<String>) {
    match o {
        Some(s)
            if {
                drop(s);
                false
            } => {}
        _ => {}
    }
}
fn j(mut o: Option<i32>) {
    match o {
        Some(ref mut r)
            if {
                *r = 1;
                true
            } => {}
        Some(_)
            if {
                o = None;
                true
            } => {}
        _ => {}
    }
}
fn k(t: (i32, String)) {
    match t {
        (1, s) => println!("{}", s),
        (n, ref s) if n > 1 => println!("{}", s),
        (_, s) => drop(s),
    }
    println!("{}", t.0);
    println!("{}", t.1);
}
fn main() {}
