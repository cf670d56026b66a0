//! Control flow, moves, drops, arithmetic, places.
#![crate_type = "lib"]
struct D(i32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn f(d: D, x: i32) -> D {
    let y = x + 1;
    if y > 3 {
        return d;
    }
    let mut e = D(y);
    e = D(2);
    match y {
        1 => {}
        2 if x > 3 => {}
        _ => {}
    }
    e
}
fn x() -> usize {
    1
}
fn idx() {
    let v = [1, 2, 3];
    let k = &v[x()];
    let w = [[1, 2], [3, 4]];
    let q = w[x()][x()];
}
fn opt() {
    let s = Some(D(3));
    match s {
        Some(D(a)) if a > 3 => {}
        Some(ref d) => {
            d.0;
        }
        None => {}
    }
}
fn arith(a: i32, b: i32, c: u8) -> i32 {
    let d = a / b;
    let e = a % b;
    let f = a << c;
    let g = -a;
    let h = a >> b;
    a - b * d + e + f + g + h
}
fn logic(a: bool, b: bool) -> bool {
    let c = a && b || !a;
    if a && !b || c {
        true
    } else {
        false
    }
}
fn brk() -> i32 {
    let q = 'b: {
        if x() > 3 {
            break 'b 5;
        }
        6
    };
    q
}
fn tup(p: (D, i32), (a, b): (D, D)) -> i32 {
    let (d, n) = p;
    let _ = a;
    n
}
fn nest(p: Option<Option<(i32, D)>>) -> i32 {
    match p {
        Some(Some((1, _))) => 1,
        Some(Some((n, d))) => n,
        Some(None) | None => 3,
    }
}
fn refs(p: &mut (i32, i32)) {
    let a = &mut p.0;
    *a = 3;
    let b = &p.1;
    p.1 = 4;
}
struct S {
    a: D,
    b: i32,
    c: D,
}
fn fru(s: S) -> S {
    S { b: 3, ..s }
}
fn part(s: S) {
    let d = s.a;
    let n = s.b;
}
fn boxd(b: Box<D>) -> D {
    *b
}
fn decl(c: bool) {
    let d;
    if c {
        d = D(1);
    } else {
        d = D(2);
    }
}
fn cmp(a: &str) -> i32 {
    match a {
        "x" => 1,
        _ => 2,
    }
}
fn never() -> ! {
    loop {}
}
fn cast(a: i32, f: f64) -> u8 {
    let b = a as u8;
    let c = f as i32;
    let d = 'a' as u32;
    b
}
fn shadow() {
    let x = D(1);
    let x = D(2);
    {
        let x = D(3);
    }
}
fn enums(e: E) -> i32 {
    match e {
        E::A => 1,
        E::B(x) => x,
        E::C { x, y } => x + y,
    }
}
enum E {
    A,
    B(i32),
    C { x: i32, y: i32 },
}
fn two(e: &mut E) {
    if let E::B(x) = e {
        *x += 1;
    }
}
fn orp(p: (i32, i32)) -> i32 {
    match p {
        (x, 0) | (0, x) if x > 3 => x,
        (1 | 2, 3 | 4) => 5,
        _ => 6,
    }
}
fn gen<T>(t: T) -> T {
    let u = t;
    u
}
fn genc<T: Copy>(t: T) -> (T, T) {
    (t, t)
}
