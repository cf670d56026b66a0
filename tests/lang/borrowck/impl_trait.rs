use std::fmt::Display;
fn show(x: &impl Display) -> String {
    format!("{}", x)
}
fn keep(x: impl Display + 'static) -> Box<dyn Display> {
    Box::new(x)
}
fn bad(x: impl Display) -> Box<dyn Display> {
    Box::new(x)
}
fn mk<'a>(v: &'a [i32]) -> impl Iterator<Item = i32> + 'a {
    v.iter().map(|x| x + 1)
}
fn mk2(v: &[i32]) -> impl Iterator<Item = i32> + '_ {
    v.iter().copied()
}
fn own(v: Vec<i32>) -> impl Iterator<Item = i32> {
    v.into_iter().map(|x| x * 2)
}
fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |x| g(f(x))
}
fn main() {
    let it;
    {
        let v = vec![1];
        it = mk(&v);
    }
    for x in it {
        println!("{}", x);
    }
    let c = compose(|x: i32| x + 1, |y: i32| y * 2);
    println!("{} {}", c(1), show(&1));
    let mut w = vec![1];
    let m = mk2(&w);
    w.push(2);
    println!("{}", m.count());
    let o = own(w);
    println!("{:?}", w);
    drop(o);
    drop(keep(1));
    drop(bad(2));
}
