fn run<F>(f: F)
where
    F: for<'a> FnOnce(&'a mut Vec<&'a str>),
{
    let mut v = vec![];
    f(&mut v);
}
fn run2<F>(f: F)
where
    F: FnOnce(&mut Vec<String>),
{
    let mut v = vec![];
    f(&mut v);
    println!("{:?}", v);
}
fn main() {
    let s = String::from("a");
    run2(|v| v.push(s.clone()));
    let mut out: Vec<&String> = vec![];
    run2(|v| out.push(&v[0]));
    println!("{:?}", out);
    run(|v| v.push("lit"));
}
