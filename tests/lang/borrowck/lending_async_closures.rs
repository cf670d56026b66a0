fn one() {
    let mut x = 0;
    let mut c = async || x += 1;
    let f = c();
    let g = c();
    drop((f, g));
}
fn two() {
    let x = String::new();
    let c = async move || println!("{x}");
    let f = c();
    let g = c();
    drop((f, g));
    drop(c);
}
fn three() {
    let x = String::new();
    let c = async move || println!("{x}");
    let f = c();
    drop(c);
    drop(f);
}
fn four() {
    let x = String::new();
    let c = async || println!("{x}");
    let f = c();
    drop(c);
    drop(f);
}
fn five<'a>(x: &'a i32) -> impl Sized + 'a {
    let c = async move || println!("{}", *x);
    c()
}
fn six() {
    let mut x = String::new();
    let mut c = async || x.push('a');
    let f = c();
    c;
    drop(f);
}
fn main() {}
