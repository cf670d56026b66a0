fn main() {
    let mut stack = vec![1, 2];
    while let Some(top) = stack.pop() {
        if top == 2 {
            stack.push(5);
        }
    }
    while let Some(top) = stack.last() {
        stack.push(*top);
        println!("{}", top);
    }
    let mut o = Some(3);
    if let Some(x) = &mut o {
        *x += 1;
        o = None;
        println!("{}", x);
    }
}
