struct Person {
    name: String,
}
struct View<'a> {
    p: &'a Person,
}
fn consume(p: Person) {}
fn main() {
    let p = Person {
        name: String::from("a"),
    };
    let v = View { p: &p };
    consume(p);
    println!("{}", v.p.name);
    let q = Person {
        name: String::from("b"),
    };
    let n = &q.name;
    let moved = q.name;
    println!("{} {}", n, moved);
    let w = vec![Person {
        name: String::new(),
    }];
    let first = &w[0];
    for x in w {
        println!("{}", x.name);
    }
    println!("{}", first.name);
}
