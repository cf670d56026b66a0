//! `n += x` where x is a reference to an integer decides what integer n is, whichever it is.
fn main() {
    let items: Vec<u64> = vec![4, 5];
    let mut sum = 0;
    for x in &items {
        sum += x;
    }
    let mut product = 1;
    items.iter().for_each(|x| product *= x);
    let small = [1u16, 2];
    let mut shared = 0;
    let less: Option<Vec<u16>> = small.iter().map(|x| {
        shared += x;
        x.checked_sub(2)
    }).collect();
    println!("{sum} {product} {less:?} {shared} {}", std::mem::size_of_val(&shared));
    println!("{:?} {:?}", b"\r\n", "\r\n".as_bytes());
}
