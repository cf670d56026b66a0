trait Draw {
    fn draw(&self) -> String;
}
struct Label<'a>(&'a str);
impl<'a> Draw for Label<'a> {
    fn draw(&self) -> String {
        self.0.to_string()
    }
}
fn make<'a>(s: &'a str) -> Box<dyn Draw + 'a> {
    Box::new(Label(s))
}
fn wrong<'a>(s: &'a str) -> Box<dyn Draw> {
    Box::new(Label(s))
}
fn main() {
    let d;
    {
        let s = String::from("s");
        d = make(&s);
    }
    println!("{}", d.draw());
    println!("{}", wrong("x").draw());
}
