fn find<'a>(v: &'a Vec<String>, k: &str) -> Option<&'a String> {
    for s in v {
        if s == k {
            return Some(s);
        }
    }
    None
}
fn main() {
    let mut v = vec![String::from("a")];
    let f = find(&v, "a");
    v.push(String::from("b"));
    if let Some(s) = f {
        println!("{}", s);
    }
    let r = {
        let k = String::from("b");
        find(&v, &k)
    };
    println!("{:?}", r);
}
