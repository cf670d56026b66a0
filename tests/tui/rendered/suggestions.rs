fn change(v: &Vec<i32>) {
    v.push(1);
}

fn main() {
    let v = Vec::new();
    v.push(String::from("a"));
    let first = v[0];
    let a = String::from("b");
    let b = a;
    println!("{a} {b} {first}");
    let f = || b.len();
    let n = b;
    std::thread::spawn(|| println!("{n}"));
}
