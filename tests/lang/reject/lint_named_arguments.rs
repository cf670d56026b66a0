#![deny(named_arguments_used_positionally)]
fn main() {
    let width = 5;
    println!("{}", a = 3);
    println!("{} {}", 1, b = 3);
    println!("{0}", c = 3);
    println!("{:.*}", p = 3, v = 1.5);
    println!("{:w$} {}", 1, w = 3);
    let s = format!("{:?}", x = "hey");
    println!("{:1$}", 5, w = width);
    println!("{0} {a}", a = s);
    println!("{a}", a = 1);
}
