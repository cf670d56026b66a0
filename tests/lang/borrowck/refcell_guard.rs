use std::cell::RefCell;
use std::rc::Rc;
fn main() {
    let c = RefCell::new(vec![1]);
    let r = c.borrow();
    drop(c);
    println!("{:?}", r);
    let rc = Rc::new(String::from("a"));
    let s: &String = &rc;
    let other = rc;
    println!("{} {}", s, other);
    let m = Rc::new(5);
    *m = 6;
    let text = *Rc::new(String::new());
    println!("{} {}", m, text);
}
