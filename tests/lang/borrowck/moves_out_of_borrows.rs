struct S {
    name: String,
    o: Option<String>,
    v: Vec<String>,
}
impl S {
    fn a(&self) -> String {
        self.name
    }
    fn b(&mut self) -> String {
        self.o.unwrap()
    }
    fn c(&self) {
        for x in self.v {
            println!("{}", x);
        }
    }
    fn d(&mut self) -> Option<String> {
        self.o.take()
    }
    fn e(&self) -> Vec<String> {
        self.v.into_iter().collect()
    }
    fn f(&self) {
        let S { name, .. } = *self;
        println!("{}", name);
    }
    fn g(&self) {
        if let Some(x) = self.o {
            println!("{}", x);
        }
    }
    fn h(&self) {
        match self.name {
            n => println!("{}", n),
        }
    }
    fn i(&mut self) {
        let t = self.v[0];
        drop(t);
        drop(self.name);
    }
}
fn p(v: &Vec<Option<String>>) -> String {
    v[0].unwrap_or_default()
}
fn q(r: &&String) -> String {
    **r
}
fn t(x: std::rc::Rc<String>) -> String {
    *x
}
fn u(b: &Box<String>) -> String {
    **b
}
fn w(a: &[String]) {
    let x = a[0];
    for y in a {
        let z = *y;
    }
    let [f, ..] = a else { return };
    let g = *f;
}
static N: String = String::new();
fn z() -> String {
    N
}
fn main() {}
