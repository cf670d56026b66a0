#[derive(Debug)]
struct T {
    l: Option<Box<T>>,
    r: Option<Box<T>>,
    k: i32,
}
impl T {
    fn ins(&mut self, k: i32) {
        let s = if k < self.k { &mut self.l } else { &mut self.r };
        match s {
            Some(n) => n.ins(k),
            None => {
                *s = Some(Box::new(T {
                    l: None,
                    r: None,
                    k,
                }))
            }
        }
    }
    fn ins2(mut self: Box<Self>, k: i32) -> Box<Self> {
        if k < self.k {
            self.l = Some(match self.l {
                Some(l) => l.ins2(k),
                None => Box::new(T {
                    l: None,
                    r: None,
                    k,
                }),
            });
        }
        self
    }
    fn find(&self, k: i32) -> Option<&T> {
        let mut c = Some(self);
        while let Some(n) = c {
            if n.k == k {
                return Some(n);
            }
            c = if k < n.k {
                n.l.as_deref()
            } else {
                n.r.as_deref()
            };
        }
        None
    }
    fn min(&mut self) -> &mut i32 {
        let mut c = self;
        while let Some(ref mut l) = c.l {
            c = l;
        }
        &mut c.k
    }
    fn min2(&mut self) -> &mut i32 {
        match self.l {
            Some(ref mut l) => l.min2(),
            None => &mut self.k,
        }
    }
    fn walk(&self, f: &mut impl FnMut(i32)) {
        if let Some(l) = &self.l {
            l.walk(f);
        }
        f(self.k);
        if let Some(r) = &self.r {
            r.walk(f);
        }
    }
    fn take_left(&mut self) -> Option<Box<T>> {
        self.l
    }
    fn depth(&self) -> usize {
        1 + self
            .l
            .as_ref()
            .map_or(0, |l| l.depth())
            .max(self.r.as_ref().map_or(0, |r| r.depth()))
    }
    fn rot(self) -> T {
        let mut l = self.l.unwrap();
        l.r = Some(Box::new(self));
        *l
    }
}
fn main() {
    let mut t = T {
        l: None,
        r: None,
        k: 1,
    };
    t.ins(2);
    let mut s = 0;
    t.walk(&mut |k| s += k);
    let f = t.find(2);
    *t.min() = 3;
    println!("{:?} {}", f, s);
}
