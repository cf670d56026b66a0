fn longest<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() > b.len() {
        a
    } else {
        b
    }
}
fn split(s: &str) -> (&str, &str) {
    let i = s.find(' ').unwrap_or(0);
    (&s[..i], &s[i..])
}
fn words(s: &str) -> Vec<&str> {
    s.split_whitespace().collect()
}
fn upper(s: &str) -> &str {
    let u = s.to_uppercase();
    &u
}
fn upper2(s: &str) -> &str {
    &s.to_uppercase()
}
fn trim(s: String) -> &'static str {
    s.trim()
}
fn main() {
    let r;
    {
        let s = String::from("abc");
        r = longest(&s, "x");
        println!("{}", r);
    }
    println!("{}", r);
    let mut t = String::from("a b");
    let (x, y) = split(&t);
    t.push('c');
    println!("{}{}", x, y);
    let w;
    {
        let u = String::from("a b");
        w = words(&u);
    }
    println!("{:?}", w);
    let c = t.chars();
    t.clear();
    println!("{:?}", c.count());
    let z = &t;
    let mut q = z.clone();
    q.push('x');
    t.push('y');
    println!("{}", q);
    let b = t.as_bytes();
    let n = t.into_bytes();
    println!("{:?} {:?}", b, n);
}
