use std::cell::RefCell;
use std::rc::{Rc, Weak};
struct N {
    id: u32,
    e: RefCell<Vec<Weak<N>>>,
}
struct G {
    ns: Vec<Rc<N>>,
}
impl G {
    fn add(&mut self, id: u32) -> Rc<N> {
        let n = Rc::new(N {
            id,
            e: RefCell::new(vec![]),
        });
        self.ns.push(n.clone());
        n
    }
    fn link(&self, a: usize, b: usize) {
        self.ns[a].e.borrow_mut().push(Rc::downgrade(&self.ns[b]));
    }
    fn first(&self) -> &N {
        &self.ns[0]
    }
    fn names(&self) -> Vec<&u32> {
        self.ns.iter().map(|n| &n.id).collect()
    }
    fn edges(&self) -> Vec<u32> {
        self.ns[0]
            .e
            .borrow()
            .iter()
            .filter_map(|w| w.upgrade())
            .map(|n| n.id)
            .collect()
    }
    fn bad(&self) -> &Vec<Weak<N>> {
        &self.ns[0].e.borrow()
    }
}
fn main() {
    let mut g = G { ns: vec![] };
    let a = g.add(1);
    g.add(2);
    g.link(0, 1);
    let f = g.first();
    g.add(3);
    println!("{} {}", f.id, a.id);
    println!("{:?} {:?}", g.names(), g.edges());
}
