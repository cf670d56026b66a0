fn main() {
    let s = String::from("a");
    let f = move || println!("{}", s);
    f();
    println!("{}", s);
    let t = String::new();
    let g = || drop(t);
    g();
    g();
    let u = String::new();
    let h = || drop(u);
    println!("{}", u);
    h();
}
