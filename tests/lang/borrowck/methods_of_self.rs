struct G {
    items: Vec<String>,
    count: usize,
}
impl G {
    fn each(&mut self) {
        for i in &self.items {
            self.inc(i);
        }
        let n = &self.items[0];
        self.count += n.len();
        self.inc(n);
        let f = || self.count += 1;
        println!("{}", self.count);
        f();
    }
    fn inc(&mut self, s: &str) {
        self.count += s.len();
    }
    fn len(&self) -> usize {
        self.count
    }
    fn upd(&mut self) {
        self.add(self.len());
        self.items.push(self.items[0].clone());
    }
    fn add(&mut self, n: usize) {
        self.count += n;
    }
}
fn main() {
    let mut g = G {
        items: vec![],
        count: 0,
    };
    g.each();
    g.upd();
}
