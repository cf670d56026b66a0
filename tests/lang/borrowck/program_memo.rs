use std::collections::HashMap;
struct Memo<F: Fn(u64) -> u64> {
    f: F,
    m: HashMap<u64, u64>,
}
impl<F: Fn(u64) -> u64> Memo<F> {
    fn get(&mut self, k: u64) -> u64 {
        if let Some(v) = self.m.get(&k) {
            return *v;
        }
        let v = (self.f)(k);
        self.m.insert(k, v);
        v
    }
    fn get_ref(&mut self, k: u64) -> &u64 {
        let f = &self.f;
        self.m.entry(k).or_insert_with(|| f(k))
    }
    fn bad(&mut self, k: u64) -> &u64 {
        self.m.entry(k).or_insert_with(|| self.get(k))
    }
}
fn main() {
    let n = 2;
    let mut m = Memo {
        f: |x| x * n,
        m: HashMap::new(),
    };
    println!("{} {}", m.get(1), m.get_ref(2));
}
