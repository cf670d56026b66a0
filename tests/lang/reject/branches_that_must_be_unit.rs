//! What says that a branch must be `()`; other things that stand beside the cause: the operand before, the hidden function.

fn hidden(n: i32) -> bool {
    if n == 0 {
        true
    }
    if n == 1 {
        return true;
    } else {
        3
    }
    match n {
        1 => { 2 }
        _ => {}
    }
    while n > 2 {
        4
    }
    n > 1 && "yes"
}

fn last(n: i32) {
    if n == 0 {
        3
    }
}

fn nested(n: i32) -> i32 {
    if n == 0 {
        if n > 2 {
            5
        }
    } else if n == 1 {
        6
    }
    3
}

struct Account {
    id: u32,
}

impl Shape for Missing {}
trait Shape {
    fn area(&self) -> f64;
}
impl Shape for Account {
    fn area(&self) -> i32 {
        2
    }
}

fn main() {
    let hidden = 5;
    hidden(1);
    Account.new(1);
}
