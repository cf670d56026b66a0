struct N<'a> {
    s: &'a str,
    o: Option<&'a N<'a>>,
}
impl<'a> Drop for N<'a> {
    fn drop(&mut self) {
        println!("{}", self.s);
    }
}
struct Q<'a>(&'a str);
fn main() {
    let (a, b);
    a = String::from("a");
    b = N { s: &a, o: None };
    let c;
    let d = N {
        s: "d",
        o: Some(&b),
    };
    c = N {
        s: "c",
        o: Some(&d),
    };
    let e;
    let f = String::from("f");
    e = Q(&f);
    let mut v = vec![];
    let g = String::from("g");
    v.push(Q(&g));
    let mut w = vec![];
    let h = String::from("h");
    w.push(N { s: &h, o: None });
    let bx: Box<N>;
    let i = String::from("i");
    bx = Box::new(N { s: &i, o: None });
    println!("{} {} {}", e.0, v.len(), c.s);
}
