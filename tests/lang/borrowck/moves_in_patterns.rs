fn f(o: Option<String>) {
    match o {
        Some(s) => drop(s),
        None => {}
    }
    if o.is_none() {}
    let r: Result<String, i32> = Ok(String::new());
    let v = match r {
        Ok(v) => v,
        Err(_) => return,
    };
    println!("{} {:?}", v, r);
    let x = Some(String::new());
    while let Some(y) = x {
        println!("{}", y);
    }
    let n = String::new();
    let m = if true { n } else { String::new() };
    println!("{} {}", n, m);
    let q = String::new();
    loop {
        let p = q;
        if p.is_empty() {
            break;
        }
    }
    let t = Some(Box::new(1));
    let Some(b) = t else { return };
    println!("{} {:?}", b, t);
}
fn main() {
    f(None);
}
