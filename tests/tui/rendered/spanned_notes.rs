struct Person {
    name: String,
}

impl Person {
    fn consume(self) {}
}

fn take(_s: String) {}

fn main() {
    let a = String::from("x");
    take(a);
    println!("{a}");
    let p = Person { name: String::new() };
    p.consume();
    println!("{}", p.name);
    let f = {
        let inner = String::new();
        move || inner
    };
    f();
    f();
}
