use std::collections::HashMap;
#[derive(Debug)]
enum Err {
    No(String),
    Low { need: u32, have: u32 },
}
struct Acc {
    id: u32,
    bal: u32,
    hist: Vec<String>,
}
struct Bank {
    accs: HashMap<u32, Acc>,
    log: Vec<String>,
}
impl Bank {
    fn get(&mut self, id: u32) -> Result<&mut Acc, Err> {
        self.accs.get_mut(&id).ok_or(Err::No(format!("{}", id)))
    }
    fn mv(&mut self, a: u32, b: u32, n: u32) -> Result<(), Err> {
        let x = self.get(a)?;
        if x.bal < n {
            return Err(Err::Low {
                need: n,
                have: x.bal,
            });
        }
        x.bal -= n;
        let y = self.get(b)?;
        y.bal += n;
        self.log.push(String::new());
        Ok(())
    }
    fn mv2(&mut self, a: u32, b: u32) -> Result<(), Err> {
        let x = self.get(a)?;
        let y = self.get(b)?;
        std::mem::swap(&mut x.bal, &mut y.bal);
        Ok(())
    }
    fn top(&self) -> Option<&Acc> {
        self.accs.values().max_by_key(|a| a.bal)
    }
    fn note(&mut self) {
        if let Some(t) = self.top() {
            self.log.push(format!("{}", t.id));
        }
        let t = self.top().map(|t| t.id);
        self.log.push(format!("{:?}", t));
    }
    fn each(&mut self) {
        for a in self.accs.values_mut() {
            a.bal += 1;
            a.hist.push(self.log[0].clone());
        }
        for (k, a) in self.accs.iter() {
            if a.bal == 0 {
                self.accs.remove(k);
            }
        }
    }
    fn drain(self) -> Vec<Acc> {
        self.accs.into_values().collect()
    }
}
fn main() {
    let mut b = Bank {
        accs: HashMap::new(),
        log: vec![],
    };
    b.note();
    b.each();
    let v = b.drain();
    println!("{} {}", v.len(), b.log.len());
    match b.mv(1, 2, 3) {
        Ok(()) => {}
        Err(Err::No(s)) => println!("{}", s),
        Err(e) => println!("{:?}", e),
    }
}
