struct It<'a> {
    v: &'a [i32],
    i: usize,
}
impl<'a> Iterator for It<'a> {
    type Item = &'a i32;
    fn next(&mut self) -> Option<&'a i32> {
        let r = self.v.get(self.i);
        self.i += 1;
        r
    }
}
fn main() {
    let mut data = vec![1, 2, 3];
    let mut it = It { v: &data, i: 0 };
    let a = it.next();
    let b = it.next();
    println!("{:?} {:?}", a, b);
    data.push(4);
    let s: i32 = It { v: &data, i: 0 }.map(|x| x * 2).sum();
    println!("{}", s);
    let it2 = It { v: &data, i: 0 };
    data.clear();
    for x in it2 {
        println!("{}", x);
    }
}
