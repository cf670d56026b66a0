//! A `let` beside `||` or in parentheses, and inclusive ranges without an end: what follows is still judged.
fn main() {
    if let Some(x) = Some(1) || true {} //~ ERROR `||` operators are not supported in let chain conditions
    if true && (let Some(y) = Some(1)) { //~ ERROR expected expression, found `let` statement
        println!("{}", y);
    }
    let all = 0..=; //~ ERROR E0586
    match 5 {
        6..= => {} //~ ERROR E0586
        _ => {}
    }
    let wrong: String = 5; //~ ERROR E0308
}
