fn main() {
    let mut x = 1;
    let mut v: Vec<&mut i32> = Vec::new();
    for _ in 0..2 {
        v.push(&mut x);
    }
    let mut s = 1;
    let mut held = &1;
    loop {
        s += *held;
        held = &s;
        if s > 10 {
            break;
        }
    }
}
