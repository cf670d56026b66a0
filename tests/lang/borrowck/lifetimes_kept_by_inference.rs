//! A shared reference whose lifetime is that of the target is copied (E0503), any other is reborrowed (E0502); values returned after
//! others are reborrowed only if their lifetimes may differ.
struct R<'a> {
    r: &'a String,
    n: i32,
}
struct M<'a> {
    m: &'a mut i32,
}
fn c() -> bool {
    true
}
fn see<T>(_: T) {}
fn id<T>(x: &T) -> &T {
    x
}
fn id_mut<T>(x: &mut T) -> &mut T {
    x
}

fn through_a_function(mut v: R<'_>) {
    let p = id_mut(&mut v);
    p.r = v.r;
    see(&p.n);
}
fn through_two(mut v: &String) {
    let p = id_mut(id_mut(&mut v));
    *p = v;
    see(p);
}
fn in_a_box(mut v: &String) {
    let p = Box::new(&mut v);
    **p = v;
    see(&p);
}
fn annotated(mut v: &String) {
    let p: &mut &String = id_mut(&mut v);
    *p = v;
    see(p);
}
fn annotated_by_name<'a>(mut v: &'a String) {
    let p: &mut &'a String = &mut v;
    *p = v;
    see(p);
}
fn element(a: &String, b: &String) {
    let mut v = [a, b];
    see(std::mem::replace(&mut v[1], v[0]));
    let mut o = Box::new(R { r: a, n: 1 });
    see(std::mem::replace(&mut (*o).r, o.r));
}
fn named_let<'a>(mut v: &'a String) {
    let p = &mut v;
    let x: &'a String = v;
    see(p);
}
fn unnamed_let<'a>(mut v: &'a String) {
    let p = &mut v;
    let x: &String = v;
    see(p);
}
fn branches<'a>(mut v: &'a String, w: &'a String) {
    let p = &mut v;
    let x: &'a String = if c() { id(w) } else { v };
    see(p);
}
fn after_returns<'a>(mut v: &'a String, w: &'a String) -> &'a String {
    let p = &mut v;
    if c() {
        return v;
    }
    if c() {
        return id(w);
    }
    if c() {
        return v;
    }
    see(p);
    w
}

fn in_parts<'a>(mut v: &'a String, w: &'a String) -> ((&'a String, i32), [&'a String; 2]) {
    let p = &mut v;
    if c() {
        return ((v, 1), [w, w]);
    }
    let x: (i32, &'a String) = (1, v);
    let y: Option<&'a String> = Some(v);
    see(p);
    ((w, 1), [w, w])
}
fn pick<'a, T>(x: &'a mut T, _: &'a mut T) -> &'a mut T {
    x
}
fn reserved_twice<'a>(mut v: M<'a>) {
    v.m = pick(v.m, v.m);
}
fn replaced<'a>(mut t: (&'a String, i32)) {
    let p = &mut t;
    *p = (t.0, 1);
    see(std::mem::replace(p, (t.0, 2)));
}

impl<'s> M<'s> {
    fn the_last_is_blamed<'b>(&mut self) -> &mut M<'b> {
        let mut v: M<'_> = std::mem::replace(&mut (*self), M { m: &mut (*self.m) });
        if c() {
            return if c() { self } else { &mut v };
        }
        &mut (*self)
    }
    fn the_first_is_blamed<'a, 'b>(v: &'b mut Box<&String>) -> &'b Box<&'a String> {
        if c() {
            return &(*v);
        }
        if c() {
            return id(&(*v));
        }
        &(*v)
    }
    fn an_assignment_is_blamed(&mut self) {
        let mut v = Some(1);
        self.m = if c() { v.as_mut().unwrap() } else { &mut *self.m };
    }
}

fn array_elements(x: &mut i32, y: &mut i32) {
    let a = [(y, 1), (x, 1)];
    see(&a);
    *x = 1;
    let z = &mut *y;
    see(a);
    see(z);
}

fn main() {}
