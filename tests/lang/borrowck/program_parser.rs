#[derive(Debug, Clone, PartialEq)]
enum Tok<'a> {
    Num(i64),
    Id(&'a str),
    Op(char),
}
struct Lex<'a> {
    s: &'a str,
    p: usize,
}
impl<'a> Lex<'a> {
    fn next(&mut self) -> Option<Tok<'a>> {
        let b = self.s.as_bytes();
        while self.p < b.len() && b[self.p] == b' ' {
            self.p += 1;
        }
        if self.p >= b.len() {
            return None;
        }
        let st = self.p;
        if b[st].is_ascii_digit() {
            while self.p < b.len() && b[self.p].is_ascii_digit() {
                self.p += 1;
            }
            return Some(Tok::Num(self.s[st..self.p].parse().unwrap()));
        }
        if b[st].is_ascii_alphabetic() {
            while self.p < b.len() && b[self.p].is_ascii_alphanumeric() {
                self.p += 1;
            }
            return Some(Tok::Id(&self.s[st..self.p]));
        }
        self.p += 1;
        Some(Tok::Op(b[st] as char))
    }
}
struct P<'a> {
    l: Lex<'a>,
    cur: Option<Tok<'a>>,
}
impl<'a> P<'a> {
    fn new(s: &'a str) -> P<'a> {
        let mut l = Lex { s, p: 0 };
        let cur = l.next();
        P { l, cur }
    }
    fn bump(&mut self) -> Option<Tok<'a>> {
        std::mem::replace(&mut self.cur, self.l.next())
    }
    fn peek(&self) -> Option<&Tok<'a>> {
        self.cur.as_ref()
    }
    fn bump2(&mut self) -> Option<Tok<'a>> {
        let t = self.cur;
        self.cur = self.l.next();
        t
    }
    fn all(mut self) -> Vec<Tok<'a>> {
        let mut v = vec![];
        while let Some(t) = self.bump() {
            v.push(t);
        }
        v
    }
    fn two(&mut self) -> (Option<&Tok<'a>>, Option<Tok<'a>>) {
        let a = self.peek();
        let b = self.bump();
        (a, b)
    }
}
fn main() {
    let src = String::from("a + 12");
    let t = P::new(&src).all();
    println!("{:?}", t);
    let ts;
    {
        let s2 = String::from("b");
        ts = P::new(&s2).all();
    }
    println!("{:?}", ts);
}
