struct P {
    x: i32,
    v: Vec<i32>,
}
fn main() {
    let p = P { x: 1, v: vec![] };
    let r = &p;
    r.x = 2;
    let q = &mut p;
    q.x += 1;
    let (a, mut b) = (1, 2);
    b += a;
    a = b;
    let mut t = (1, String::new());
    let u = &mut t.1;
    t.0 = 5;
    u.push('a');
    t = (2, String::new());
    let [mut c, d] = [1, 2];
    c += d;
    d = c;
    for i in 0..3 {
        i += 1;
    }
    let f = |x: i32| {
        x += 1;
        x
    };
    f(1);
    let z;
    z = 1;
    let w = &mut z;
    *w = 2;
    const K: i32 = 1;
    let ref m = p.v;
    m.push(1);
    let &mut ref mut n = &mut 5;
    *n = 6;
    let _ = (u, b);
    static S: i32 = 1;
    S = 2;
    let sr = &mut S;
}
