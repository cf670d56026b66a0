fn main() {
    let mut x = 3;
    let r = &mut x;
    let y = x + 1;
    while x > 0 {
        break;
    }
    match x {
        1 => {}
        _ => {}
    }
    *r = y;
    let mut b = true;
    let q = &mut b;
    if b {
        println!("b");
    }
    *q = false;
    let mut a = [1, 2, 3];
    let m = &mut a;
    let l = a.len();
    let e = a[0];
    m[0] = e + l as i32;
}
