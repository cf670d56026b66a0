//! Borrows of elements and patterns of slices and arrays.
#![allow(warnings)]
// slice patterns and arrays
fn s1(v: &mut [i32]) {
    let [a, .., b] = v else { return };
    *a = 1;
    *b = 2;
    v[0] = 1;
    *a = 3;
}
fn s2(v: &mut [i32; 3]) {
    let [a, b, c] = v;
    std::mem::swap(a, c);
    let [ref mut x, _, ref mut y] = *v;
    *x = *y;
    v[0] = 1;
    *x = 2;
}
fn s3(v: &mut Vec<String>) {
    if let [first, rest @ ..] = &mut v[..] {
        first.push('a');
        rest[0].push('b');
        v.push(String::new());
        rest.len();
    }
}
fn s4(v: [String; 3]) {
    let [a, b, _] = v;
    drop(v[2].clone());
    drop(v);
}
fn s5(v: [String; 3]) {
    let [a, ..] = v;
    let [.., c] = v;
    let [_, b, _] = v;
    let [x, ..] = v;
}
fn s6(v: [String; 3]) {
    let [ref a, .., ref c] = v;
    let [_, b, _] = v;
    a.len();
    let [q, ..] = v;
    c.len();
}
fn s7(v: &[String]) {
    match v {
        [a, b] => drop(*a),
        [a, rest @ ..] => {
            let x = rest[0];
        }
        [] => {}
    }
    match *v {
        [ref a, ..] => {}
        [] => {}
    }
    match *v {
        [a, ..] => {}
        [] => {}
    }
}
fn s8(mut v: [i32; 4]) {
    let [ref mut a, ref mut b, ..] = v;
    *a = *b;
    let [.., ref c, _] = v;
    *a = *c;
    let [ref mut d, ..] = v;
    *a = *d;
}
fn s9(mut v: [i32; 4]) {
    let a = &mut v[0];
    let b = &mut v[1];
    *a = *b;
}
fn s10(mut v: [[i32; 2]; 2], i: usize) {
    let a = &mut v[0][0];
    let b = &mut v[1][1];
    *a = *b;
    let c = &mut v[i];
    let d = &v[0];
    c[0] = d[0];
}
fn s11(v: &mut [i32]) {
    let (a, b) = v.split_at_mut(1);
    a[0] = b[0];
    v[0] = 1;
    a[0] = 2;
    let mut it = v.iter_mut();
    let x = it.next();
    let y = it.next();
    x;
    y;
    for i in it {}
    v[0];
}
fn s12(v: &mut [String]) {
    let a = v.first_mut().unwrap();
    let b = v.last_mut().unwrap();
    a.push_str(b);
    v.swap(0, 1);
    v.sort();
    let m = v.iter().max();
    v.reverse();
    m;
}
fn s13(v: &[i32]) {
    v[0] = 1;
    let a = &mut v[0];
    let b = v.iter_mut();
    v.sort();
    let [x, ..] = v else { return };
    *x = 1;
}
fn s14(mut v: Vec<Vec<i32>>) {
    for r in &v {
        for c in &mut v {
            c.push(r[0]);
        }
    }
    for i in 0..v.len() {
        let r = &mut v[i];
        let s = &v[i];
        r.push(s[0]);
    }
    let x = &v[0];
    v[1] = x.clone();
    v[1].push(x[0]);
}
fn s15(b: Box<[String]>) {
    let x = b[0];
    let c: Box<[String; 2]> = Box::new([String::new(), String::new()]);
    let [p, q] = *c;
    c.len();
}
fn s16(mut t: ((String, String), String)) {
    let ((ref mut a, _), ref b) = t;
    let ((_, ref mut c), _) = t;
    a.push_str(c);
    t.0 .0.push('a');
    b.len();
    a.len();
    let (p, q) = t;
    let ((x, _), _) = t;
    p.0;
}
fn s18(mut a: [String; 2], i: usize) {
    a[i] = String::new();
    let x = &a[i];
    a[i].push('a');
    x.len();
    let m = a;
    a[0] = String::new();
    a[0].len();
    a = m;
}
fn main() {}
