#[derive(Debug)]
enum St {
    Idle,
    Run { job: String, n: u32 },
    Done(String),
}
struct M {
    st: St,
    log: Vec<String>,
}
impl M {
    fn step(&mut self) {
        self.st = match self.st {
            St::Idle => St::Idle,
            St::Run { job, n } => {
                if n > 1 {
                    St::Done(job)
                } else {
                    St::Run { job, n: n + 1 }
                }
            }
            St::Done(s) => St::Done(s),
        };
    }
    fn step2(&mut self) {
        self.st = match std::mem::replace(&mut self.st, St::Idle) {
            St::Run { job, n } if n > 1 => St::Done(job),
            o => o,
        };
    }
    fn step3(&mut self) {
        match &mut self.st {
            St::Run { job, n } => {
                *n += 1;
                self.log.push(job.clone());
                self.st = St::Idle;
                job.clear();
            }
            St::Done(s) => {
                self.log.push(s.to_string());
            }
            St::Idle => {}
        }
    }
    fn cur(&self) -> Option<&str> {
        if let St::Run { job, .. } = &self.st {
            Some(job)
        } else {
            None
        }
    }
    fn cur2(&self) -> Option<String> {
        if let St::Run { job, .. } = self.st {
            Some(job)
        } else {
            None
        }
    }
    fn work(&mut self) {
        let c = self.cur();
        self.log.clear();
        println!("{:?}", c);
        if let Some(j) = self.cur() {
            let s = j.to_string();
            self.log.push(s);
        }
    }
}
fn main() {
    let mut m = M {
        st: St::Idle,
        log: vec![],
    };
    m.step();
    m.work();
    let M { st, log } = m;
    println!("{:?} {:?} {:?}", st, log, m.st);
}
