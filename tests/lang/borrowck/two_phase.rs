fn main() {
    let mut v = vec![1];
    v.push(v.len());
    let l = v.len();
    v[l - 1] += 1;
    let mut w = vec![1, 2];
    let r = &w;
    w.push(r.len());
    w.push({
        w.push(1);
        2
    });
}
