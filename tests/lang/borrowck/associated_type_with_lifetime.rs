trait Shape {
    type Out;
    fn get(&self) -> Self::Out;
}
struct R<'a>(&'a str);
impl<'a> Shape for R<'a> {
    type Out = &'a str;
    fn get(&self) -> &'a str {
        self.0
    }
}
fn take<S: Shape>(s: S) -> S::Out {
    s.get()
}
fn main() {
    let o;
    {
        let t = String::from("t");
        o = take(R(&t));
    }
    println!("{}", o);
}
