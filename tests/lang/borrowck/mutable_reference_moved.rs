fn consume(_r: &mut i32) {}
fn take<T>(_t: T) {}
fn main() {
    let mut x = 1;
    let r = &mut x;
    consume(r);
    consume(r);
    take(r);
    *r = 2;
    let s = &mut x;
    let t = s;
    *t = 3;
    *s = 4;
}
