struct It<'a, T> {
    v: &'a [T],
    i: usize,
}
impl<'a, T> It<'a, T> {
    fn next(&mut self) -> Option<&T> {
        let r = self.v.get(self.i);
        self.i += 1;
        r
    }
    fn next2(&mut self) -> Option<&'a T> {
        let r = self.v.get(self.i);
        self.i += 1;
        r
    }
    fn rest<'b>(&'b self) -> It<'a, T> {
        It {
            v: &self.v[self.i..],
            i: 0,
        }
    }
    fn bad<'b>(&'b self, o: &'b [T]) -> It<'a, T> {
        It { v: o, i: 0 }
    }
}
fn a<'a>(x: &'a str, y: &str) -> Vec<&'a str> {
    let mut v = vec![x];
    v.push(y);
    v
}
fn b(x: &str, y: &str) -> String {
    let mut l = x;
    if y.len() > l.len() {
        l = y;
    }
    l.to_string()
}
fn c<'a, 'b>(x: &'a mut &'b str, y: &'a str) {
    *x = y;
}
fn d<'a>(m: &mut std::collections::HashMap<&'a str, i32>, k: &str) {
    m.insert(k, 1);
}
fn e<'a>(v: &'a Vec<String>) -> impl Fn(usize) -> &'a str {
    move |i| v[i].as_str()
}
fn f<'a>(a: Option<&'a str>, b: Option<&str>) -> Option<&'a str> {
    a.or(b)
}
fn g<'a, F>(f: F) -> &'a str
where
    F: Fn() -> &'a str,
{
    f()
}
fn h(s: &str) -> &str {
    g(|| s)
}
fn i<'a>(x: &'a i32) {
    let y: &'static i32 = x;
    let z: Vec<&'static i32> = vec![x];
    drop((y, z));
}
fn j<'a, T>(x: &'a T) -> &'a T
where
    T: 'a,
{
    x
}
fn k<T>(x: T) -> impl Fn() -> T
where
    T: Copy,
{
    move || x
}
fn l<'a, 'b>(x: &'a i32, y: &'b i32) -> (&'b i32, &'a i32) {
    (x, y)
}
fn main() {
    let v = vec![1, 2];
    let mut it = It { v: &v, i: 0 };
    let a = it.next();
    let b = it.next();
    println!("{:?} {:?}", a, b);
    let c = it.next2();
    let d = it.next2();
    println!("{:?} {:?}", c, d);
}
