struct L {
    next: Option<Box<L>>,
    n: i32,
}
fn last(mut l: &mut L) -> &mut i32 {
    while l.next.is_some() {
        l = l.next.as_mut().unwrap();
    }
    &mut l.n
}
fn f(x: &mut i32) {
    let a = &mut *x;
    let b = &mut *x;
    *a = 1;
    *b = 2;
}
fn get<'a>(v: &'a mut Vec<i32>) -> &'a mut i32 {
    match v.first_mut() {
        Some(x) => x,
        None => {
            v.push(1);
            &mut v[0]
        }
    }
}
fn main() {
    let mut l = L { next: None, n: 1 };
    *last(&mut l) = 2;
    let mut n = l.n;
    f(&mut n);
}
