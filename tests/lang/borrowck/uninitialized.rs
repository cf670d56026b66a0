fn main() {
    let c = true;
    let x: i32;
    println!("{}", x);
    let y;
    if c {
        y = 1;
    }
    println!("{}", y);
    let z: i32;
    match c {
        true => z = 1,
        false => {}
    }
    println!("{}", z);
    let w: i32;
    while c {
        w = 2;
        break;
    }
    println!("{}", w);
    let q: i32;
    let f = || q + 1;
    println!("{}", f());
}
