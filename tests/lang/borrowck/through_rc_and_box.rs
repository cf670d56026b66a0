use std::rc::Rc;
struct P {
    name: String,
}
fn main() {
    let p = Rc::new(P {
        name: String::from("a"),
    });
    p.name.push('b');
    let n = p.name;
    let q = &mut p.name;
    let b = Box::new(P {
        name: String::new(),
    });
    b.name.push('c');
    println!("{} {}", n, q);
}
