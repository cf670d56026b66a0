//! Two-phase borrows
//! In `v.push(v.len())` the unique borrow of `v` is only reserved while the argument is worked out, so that `v.len()` may
//! look at `v`; it is activated by the call.

fn main() {
    let mut v = vec![1, 2];
    v.push(v.len());
    v.push(v[0] + v[1]);
    println!("{v:?}");
}
