use std::cell::RefCell;
use std::sync::Mutex;
struct C {
    names: &'static [&'static str],
    m: Option<&'static C>,
}
static A: C = C {
    names: &["a", "b"],
    m: None,
};
static B: C = C {
    names: &["a", "b"],
    m: Some(&A),
};
static M: Mutex<Vec<i32>> = Mutex::new(Vec::new());
const V: &Vec<i32> = &Vec::new();
const O: &Option<String> = &None;
const F: fn(i32) -> i32 = |x| x + 1;
const D: [&str; 2] = {
    let a = "x";
    [a, a]
};
const BAD: &'static i32 = {
    let x = 5;
    &x
};
fn main() {
    println!("{} {} {:?} {:?}", A.names[0], B.m.unwrap().names[1], V, O);
    M.lock().unwrap().push(F(1));
    let c = RefCell::new(D);
    println!("{}", c.borrow()[0]);
}
