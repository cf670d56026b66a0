fn main() {
    let x = String::from("a").as_str();
    println!("{}", x);
    let v: &mut Vec<i32>;
    v = &mut Vec::new();
    v.push(1);
}
