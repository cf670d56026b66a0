//! Parts of slices: split at elements, from either end, and in chunks that can be changed.

fn main(){
    let v = [10, 40, 33, 20, 60, 50];
    for g in v.split_inclusive(|n| n % 3 == 0) { print!("{g:?} "); }
    for g in v.rsplit(|n| n % 3 == 0) { print!("{g:?} "); }
    for g in v.splitn(2, |n| n % 3 == 0) { print!("{g:?} "); }
    for g in v.rsplitn(2, |n| n % 3 == 0) { print!("{g:?} "); }
    println!();
    let mut w = v;
    for g in w.chunks_exact_mut(4) { g[0] = 0; }
    for g in w.rchunks_mut(4) { g[0] += 1; }
    for g in w.split_mut(|n| *n == 33) { g.reverse(); }
    for g in w.splitn_mut(2, |n| *n == 33) { g[0] += 5; }
    println!("{w:?}");
    let mut s = &v[..]; let a = s.split_off_first(); println!("{a:?} {s:?}");
    let (l, m, r) = w.select_nth_unstable(2); println!("{} {m} {}", l.len(), r.len());
    println!("{:?} {:?}", v.strip_suffix(&[50]), ["a", "b"].join("-"));
}
