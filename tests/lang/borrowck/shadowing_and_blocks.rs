fn main() {
    let x = String::from("a");
    let r = &x;
    let x = 5;
    println!("{} {}", r, x);
    let y = {
        let t = String::from("t");
        t.len()
    };
    let z = {
        let t = String::from("t");
        &t[..]
    };
    println!("{} {}", y, z);
}
