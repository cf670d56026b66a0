use std::collections::HashMap;
fn case1() {
    let mut d = vec!['a'];
    let s = &mut d[..];
    s.reverse();
    d.push('b');
}
fn case2(map: &mut HashMap<i32, String>) {
    match map.get_mut(&1) {
        Some(v) => v.push('x'),
        None => {
            map.insert(1, String::new());
        }
    }
}
fn case4(mut x: &mut Option<Box<i32>>) -> i32 {
    let y = x.as_mut();
    match y {
        Some(b) => {
            **b += 1;
            **b
        }
        None => 0,
    }
}
fn case5<'a>(a: &mut &'a i32, b: &'a i32) {
    let p = &mut *a;
    *p = b;
}
fn case6() {
    let mut x = 22;
    let mut p = &mut x;
    let mut y = 1;
    if *p > 1 {
        p = &mut y;
    }
    x = 5;
    *p = 2;
}
fn case7() {
    let mut v = vec![1];
    let l = v.len();
    let x = &mut v;
    x.push(l);
    let y = &v;
    println!("{:?}", y);
}
fn case8(c: bool) {
    let mut a = 1;
    let mut b = 2;
    let r = if c { &mut a } else { &mut b };
    *r = 3;
    println!("{} {}", a, b);
}
fn case9(c: bool) {
    let mut a = 1;
    let r;
    if c {
        r = &mut a;
        *r = 2;
    }
    println!("{}", a);
}
fn case10(c: bool) {
    let mut a = 1;
    let mut r = &mut a;
    let mut b = 3;
    loop {
        if c {
            r = &mut b;
        }
        *r += 1;
        if *r > 5 {
            break;
        }
        b = 1;
    }
}
fn main() {}
