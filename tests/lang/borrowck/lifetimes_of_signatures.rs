fn a<'a>(x: &'a i32, y: &i32) -> &'a i32 {
    if *x > 1 {
        x
    } else {
        y
    }
}
fn b<'a, 'b>(x: &'a i32, y: &'b i32) -> &'a i32 {
    println!("{}", x);
    y
}
fn c(v: &mut Vec<&i32>, x: &i32) {
    v.push(x);
}
fn d<'a, T>(t: &'a T) -> &'static T {
    t
}
fn e(x: &i32) -> &'static i32 {
    x
}
fn f(x: &i32) {
    let y: &'static i32 = x;
    println!("{}", y);
}
fn g(x: &i32) {
    h(x)
}
fn h(_x: &'static i32) {}
fn i<'a, 'b: 'a>(x: &'a i32, y: &'b i32) -> &'a i32 {
    println!("{}", x);
    y
}
struct S;
impl S {
    fn r<'a>(&self, o: &'a S) -> &'a S {
        println!("{:p}", o);
        self
    }
}
fn main() {}
