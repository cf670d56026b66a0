// A cast's type takes what follows it: `<` begins generic arguments, and nothing else may follow.
fn main() {
    let a = 1u64;
    let b = 2usize;
    let shifted = a as usize << b;
    if a as usize < b {}
    let v = [1, 2];
    let c = a as usize[0];
    let d = a as usize.count_ones();
    let e = &a as u8.field;
    let f = b + a as usize?;
    let fine = (a as usize) << b;
}
