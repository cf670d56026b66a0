trait Get {
    fn get(&self) -> i32;
}
struct W<'a>(&'a i32);
impl Get for W<'_> {
    fn get(&self) -> i32 {
        *self.0
    }
}
fn opaque(x: &i32) -> impl Get {
    W(x)
}
fn boxed(x: &i32) -> Box<dyn Fn(i32) -> i32> {
    Box::new(move |y| x + y)
}
fn fine<'a>(x: &'a i32) -> impl Fn(i32) -> i32 + 'a {
    move |y| x + y
}
fn named<'a>(x: &'a i32) -> impl Get {
    W(x)
}
fn main() {
    let k = 1;
    println!(
        "{} {} {} {}",
        opaque(&k).get(),
        boxed(&k)(2),
        fine(&k)(3),
        named(&k).get()
    );
}
