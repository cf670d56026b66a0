struct Guard<'a> {
    v: &'a mut Vec<i32>,
}
impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.v.push(0);
    }
}
fn main() {
    let mut v = vec![1];
    let g = Guard { v: &mut v };
    println!("{}", v.len());
    let mut w = vec![2];
    {
        let _h = Guard { v: &mut w };
    }
    w.push(1);
    drop(g);
    let mut x = 1;
    let b: Box<dyn Fn() -> i32> = Box::new(|| x);
    x = 2;
}
