trait Store {
    fn get(&self, k: &str) -> Option<&String>;
    fn get_mut(&mut self, k: &str) -> Option<&mut String>;
    fn put(&mut self, k: String);
}
struct M {
    v: Vec<String>,
}
impl Store for M {
    fn get(&self, k: &str) -> Option<&String> {
        self.v.iter().find(|s| s.as_str() == k)
    }
    fn get_mut(&mut self, k: &str) -> Option<&mut String> {
        self.v.iter_mut().find(|s| s.as_str() == k)
    }
    fn put(&mut self, k: String) {
        self.v.push(k);
    }
}
fn use_it<S: Store>(s: &mut S) {
    let a = s.get("x");
    s.put(String::new());
    println!("{:?}", a);
}
fn use_dyn(s: &mut dyn Store) {
    if let Some(x) = s.get_mut("y") {
        x.push('z');
        s.put(x.clone());
    }
    let r = s.get("q");
    let m = s.get_mut("w");
    println!("{:?}{:?}", r, m);
}
fn max<'a, T: PartialOrd>(v: &'a [T]) -> &'a T {
    let mut m = &v[0];
    for x in v {
        if x > m {
            m = x;
        }
    }
    m
}
fn map_all<T, U, F: FnMut(&T) -> U>(v: &[T], mut f: F) -> Vec<U> {
    let mut o = vec![];
    for x in v {
        o.push(f(x));
    }
    o
}
fn refs<T>(v: &Vec<T>) -> Vec<&T> {
    map_all(v, |x| x)
}
fn swap<T>(a: &mut T, b: &mut T) {
    std::mem::swap(a, b);
}
fn dup<T>(t: T) -> (T, T) {
    (t, t)
}
fn cl<T: Clone>(t: &T) -> T {
    t.clone()
}
fn take<T>(v: &Vec<T>) -> T {
    v[0]
}
fn main() {
    let mut a = vec![1, 2];
    let m = max(&a);
    a.push(3);
    println!("{}", m);
    let mut x = 1;
    swap(&mut x, &mut x);
    swap(&mut a[0], &mut a[1]);
    use_it(&mut M { v: vec![] });
}
