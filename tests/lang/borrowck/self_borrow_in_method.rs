struct Counter {
    n: u32,
    log: Vec<String>,
}
impl Counter {
    fn name(&self) -> &String {
        &self.log[0]
    }
    fn bump(&mut self) {
        let name = self.name();
        self.n += 1;
        self.add(name);
    }
    fn add(&mut self, s: &String) {
        self.log.push(s.clone());
    }
    fn split(&mut self) {
        let l = &mut self.log;
        let n = &mut self.n;
        *n += 1;
        l.clear();
        for s in &self.log {
            self.n += s.len() as u32;
            self.bump();
        }
    }
    fn take(self) -> Vec<String> {
        self.log
    }
}
fn main() {
    let c = Counter { n: 0, log: vec![] };
    let l = c.take();
    println!("{:?} {}", l, c.n);
}
