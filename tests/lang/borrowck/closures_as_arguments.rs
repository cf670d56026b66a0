fn main() {
    let mut v = vec![3, 1, 2];
    let w = vec![1, 2, 3, 4];
    v.sort_by(|a, b| w[*a].cmp(&w[*b]));
    v.sort_by_key(|a| v.len() + a);
    v.iter().for_each(|x| v.push(*x));
    let total: usize = v.iter().map(|x| x + w.len()).filter(|x| *x > 1).sum();
    println!("{} {:?}", total, v);
}
