fn first_two(v: &mut [i32]) -> (&mut i32, &mut i32) {
    let (a, b) = v.split_at_mut(1);
    (&mut a[0], &mut b[0])
}
fn both(v: &mut [i32]) -> (&mut i32, &mut i32) {
    (&mut v[0], &mut v[1])
}
fn main() {
    let mut a = [1, 2, 3];
    {
        let (x, y) = first_two(&mut a);
        *x += *y;
    }
    both(&mut a);
    let s = &a[1..];
    a[0] = 5;
    println!("{:?}", s);
    if let [x, y, ..] = &mut a {
        *x = *y;
        let z = &a;
        *y = 1;
        println!("{:?}", z);
    }
}
