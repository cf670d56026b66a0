fn main() {
    let x = String::from("a").as_str();
    println!("{}", x);
    let v: &mut Vec<i32>;
    v = &mut vec![1];
    v.push(1);
}
