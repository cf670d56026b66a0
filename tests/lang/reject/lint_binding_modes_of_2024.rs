#![deny(rust_2024_incompatible_pat)]
fn main() {
    let [&x, ..] = &[&1];
    let [&a, mut b] = &[&1, &2];
    match &Some((1, &2)) { Some((ref a, &b)) => {} None => {} }
    match &mut Some((1, 2)) { Some((mut a, ref mut b)) => {} None => {} }
    let (&c, ref d) = (&1, 2);
    let Some(mut e) = Some(1) else { return };
    if let Some(&f) = &Some(&1) {}
    let _ = |(&g, mut h): &(&u8, u8)| {};
    for (i, &j) in &[(1, &2)] {}
    macro_rules! m { ($p:pat, $e:expr) => { let $p = $e; } }
    m!((ref k,), &(1,));
    let &[&l] = &[&1];
    let [[&n]] = &[&[&1]];
    let x @ [mut p] = [1];
}
fn f((&q, mut r): &(&u8, u8)) {}
