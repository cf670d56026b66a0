fn main() {
    let mut n = 0;
    let s = String::from("s");
    let mut f = || {
        let mut g = || n += s.len();
        g();
        g();
    };
    f();
    println!("{}", n);
    f();
    let h = move || {
        let k = || s.len();
        k()
    };
    println!("{}", h());
    println!("{}", s);
}
