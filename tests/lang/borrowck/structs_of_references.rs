struct W<'a> {
    buf: &'a mut Vec<u8>,
    pos: usize,
}
impl<'a> W<'a> {
    fn new(buf: &'a mut Vec<u8>) -> W<'a> {
        W { buf, pos: 0 }
    }
    fn put(&mut self, b: u8) -> &mut Self {
        self.buf.push(b);
        self.pos += 1;
        self
    }
    fn inner(&mut self) -> &mut Vec<u8> {
        self.buf
    }
    fn inner2(self) -> &'a mut Vec<u8> {
        self.buf
    }
    fn inner3(&mut self) -> &'a mut Vec<u8> {
        self.buf
    }
    fn inner4(&self) -> &Vec<u8> {
        self.buf
    }
    fn inner5(&self) -> &mut Vec<u8> {
        self.buf
    }
    fn sub(&mut self) -> W {
        W {
            buf: self.buf,
            pos: self.pos,
        }
    }
    fn sub2<'b>(&'b mut self) -> W<'b> {
        W {
            buf: &mut *self.buf,
            pos: 0,
        }
    }
}
fn main() {
    let mut b = vec![];
    let mut w = W::new(&mut b);
    w.put(1).put(2);
    let i = w.inner();
    w.put(3);
    i.push(1);
    {
        let mut s = w.sub();
        s.put(4);
    }
    w.put(5);
    b.push(6);
    w.put(7);
    let v = w.inner2();
    v.push(8);
    println!("{}", w.pos);
}
