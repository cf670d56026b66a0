struct V {
    d: Vec<i32>,
}
impl V {
    fn len(&self) -> usize {
        self.d.len()
    }
    fn at(&mut self, i: usize) -> &mut i32 {
        &mut self.d[i]
    }
    fn push2(&mut self, a: usize, b: usize) {
        self.d.push((a + b) as i32);
    }
}
fn main() {
    let mut v = V { d: vec![1] };
    v.push2(v.len(), v.len());
    *v.at(v.len() - 1) += 1;
    let mut w = vec![0; 3];
    w[w.len() - 1] = 5;
    let n = w.len();
    w.insert(n, w[0]);
    let x = &mut w;
    x.push(x.len() as i32);
    w.push({
        w.clear();
        1
    });
    let mut s = String::from("a");
    s.push_str(&s.clone());
    s.push_str(&s);
    let mut a = [1, 2];
    a[a[0] as usize] = a[1];
    let i = &mut v;
    i.push2(v.len(), 1);
}
