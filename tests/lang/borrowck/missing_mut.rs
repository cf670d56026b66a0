fn add(v: Vec<i32>) {
    v.push(1);
}
fn add2(v: &Vec<i32>) {
    v.push(1);
}
fn add3(mut v: &Vec<i32>) {
    v.push(1);
}
fn inc(x: &i32) {
    *x += 1;
}
struct P {
    x: i32,
}
impl P {
    fn set(&self) {
        self.x = 1;
        let r = &mut self.x;
        *r = 1;
    }
    fn m(&mut self) {}
    fn n(&self) {
        self.m();
    }
}
fn main() {
    let s = String::new();
    s.push('a');
    let r = &mut s;
    r.push('b');
    let p = P { x: 1 };
    p.m();
    p.x = 2;
    let q = &p;
    q.m();
    let a = [1, 2];
    a[0] = 3;
    let t = (1, 2);
    t.0 = 3;
    let b = Box::new(1);
    *b = 2;
    let v = vec![P { x: 1 }];
    for i in &v {
        i.x = 1;
    }
    for i in v.iter() {
        i.m();
    }
    v[0].x = 3;
    let o = Some(1);
    if let Some(x) = &o {
        *x = 2;
    }
    if let Some(x) = o {
        x = 2;
    }
    if let Some(ref mut x) = o {
        *x = 2;
    }
    let x = 5;
    let y = &mut x;
    *y = 6;
    let c = |z: i32| {
        z = 1;
    };
    c(1);
    let st = "abc";
    let u = &mut *st;
}
