fn s() -> String {
    String::from("a b")
}
struct T {
    v: Vec<i32>,
}
impl T {
    fn get(&self) -> &Vec<i32> {
        &self.v
    }
    fn mk() -> T {
        T { v: vec![1] }
    }
}
fn main() {
    let p = s().trim();
    println!("{}", p);
    let words: Vec<&str> = s().split(' ').collect();
    println!("{:?}", words);
    let g = T::mk().get();
    println!("{:?}", g);
    let ok = &s();
    println!("{}", ok);
    let r: &String;
    {
        r = &s();
    }
    println!("{}", r);
    let len = s().trim().len();
    println!("{}", len);
}
