//! Moves out of borrowed content by patterns, and what names them (E0507, E0508).
#![allow(warnings)]
fn h2(o: &Option<String>) {
    let Some(s) = *o else { return };
}
fn h3(o: &(String, i32)) {
    let &(s, 1) = o else { return };
}
fn h4(o: &Box<Option<String>>) {
    let Some(s) = **o else { return };
}
fn h5(o: &Option<(String, String)>) {
    let Some((a, b)) = *o else { return };
}
fn h6(o: &Option<(String, String)>) {
    let Some((a, _)) = *o else { return };
}
fn h7(o: &Option<(String, String)>) {
    if let Some((a, b)) = *o {};
    if let &Some((_, b)) = o {}
}
fn h8(o: &Option<(String, String)>) {
    while let Some((a, b)) = *o {}
    while let &Some((_, b)) = o {}
}
fn h10(o: &Option<String>) {
    let &Some(ref s) = o else { return };
    let Some(mut t) = *o else { return };
}
fn h11(&(s, t): &(String, String), &u: &String) {}
fn h12(v: Vec<(String, i32)>) {
    for &(s, t) in &v {}
    for &(s, t) in v.iter() {}
    v.iter().map(|&(s, t)| s);
}
fn h13(o: std::rc::Rc<Option<String>>) {
    let Some(s) = *o else { return };
    match *o {
        Some(s) => {}
        None => {}
    }
}
fn h14(o: [Option<String>; 2], i: usize) {
    let Some(s) = o[i] else { return };
    match o[0] {
        Some(s) => {}
        None => {}
    }
}
fn h15(o: Vec<Option<String>>, i: usize) {
    let Some(s) = o[i] else { return };
    match o[0] {
        Some(s) => {}
        None => {}
    }
}
fn k1(o: &Option<String>) {
    let &Some(mut s) = o else { return };
    match *o {
        Some(mut s) => {}
        None => {}
    }
}
fn k2(o: &Option<(String, String)>) {
    let Some((mut a, b)) = *o else { return };
    let &(mut c, d) = &(String::new(), String::new());
}
fn k3(&(mut s): &String) {}
fn k4(&(mut s, ..): &(String, i32)) {
    for &mut (mut s, mut t) in &mut vec![(String::new(), String::new())] {}
}
struct S {
    a: String,
    b: String,
}
fn k5(s: &S) {
    let S { mut a, b: mut c } = *s;
    let &S { a: ref x, mut b } = s;
}
fn k6(s: &S) {
    let S { a: mut q @ _, .. } = *s;
}
fn m1(u: std::rc::Rc<String>) {
    drop(u);
    u.len();
}
fn m2(u: std::rc::Rc<String>) {
    drop(u);
    let x: &str = &u;
}
fn m3(u: String) {
    drop(u);
    u.len();
}
fn m4(u: String) {
    drop(u);
    u.trim();
}
fn m5(u: Box<std::rc::Rc<String>>) {
    drop(u);
    u.trim();
}
fn m6(u: std::rc::Rc<(i32, String)>) {
    drop(u);
    u.0;
}
fn m7(u: std::rc::Rc<(i32, String)>) {
    drop(u);
    (*u).0;
}
fn m8(u: std::rc::Rc<(i32, String)>) {
    drop(u);
    (*u).1.len();
}
fn m9(u: std::rc::Rc<(i32, String)>) {
    drop(u);
    u.1.trim();
}
fn m10(u: Vec<String>) {
    drop(u);
    u[0].trim();
}
fn m12(u: Vec<String>) {
    drop(u);
    f(&u);
}
fn m13(u: Vec<String>) {
    drop(u);
    f(&*u);
}
fn m14(mut u: Vec<String>) {
    drop(u);
    g(&mut u);
}
fn m15(mut u: Vec<String>) {
    drop(u);
    g(&mut *u);
}
fn m16(u: std::rc::Rc<i32>) {
    drop(u);
    *u + 1;
}
fn m17(u: std::rc::Rc<i32>) {
    drop(u);
    let x = *u;
}
fn m18(u: std::rc::Rc<i32>) {
    drop(u);
    match *u {
        1 => {}
        _ => {}
    }
}
fn m19(u: std::rc::Rc<(i32, String)>) {
    let x = &u.1;
    drop(u);
    x.len();
}
fn m20(mut u: Vec<i32>) {
    let x = &*u;
    u.push(1);
    x.len();
}
fn m21(mut u: String) {
    let x = u.trim();
    u.push('a');
    x.len();
}
fn m22(mut u: String) {
    let x: &str = &u;
    u.push('a');
    x.len();
}
fn m23(mut u: String) {
    let x: &mut str = &mut u;
    u.trim();
    x.len();
}
fn m24(mut u: Box<std::rc::Rc<String>>) {
    let x: &str = u.trim();
    u = Box::new(std::rc::Rc::new(String::new()));
    x.len();
}
fn m25(u: std::rc::Rc<String>) {
    let x = u.clone().trim();
    x.len();
}
fn m26(u: std::rc::Rc<String>) {
    let x: &str = &u.clone();
    x.len();
    let y: &str = { &u.clone() };
    y.len();
    let z = &**u.clone();
    z.len();
}

fn f(_: &[String]) {}
fn g(_: &mut [String]) {}
fn main() {}
