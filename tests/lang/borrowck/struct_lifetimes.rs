struct Parser<'a> {
    text: &'a str,
    pos: usize,
}
impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        Parser { text, pos: 0 }
    }
    fn word(&mut self) -> &'a str {
        self.pos += 1;
        self.text
    }
    fn short(&self) -> &str {
        self.text
    }
    fn wrong(&self) -> &'a usize {
        &self.pos
    }
}
fn main() {
    let w;
    let s;
    {
        let t = String::from("a b");
        let mut p = Parser::new(&t);
        w = p.word();
        s = p.short();
    }
    println!("{} {}", w, s);
}
