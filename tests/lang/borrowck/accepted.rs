struct Stack<T> {
    items: Vec<T>,
}
impl<T> Stack<T> {
    fn push(&mut self, t: T) {
        self.items.push(t);
    }
    fn peek(&self) -> Option<&T> {
        self.items.last()
    }
    fn peek_mut(&mut self) -> Option<&mut T> {
        self.items.last_mut()
    }
}
fn longest<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() > b.len() {
        a
    } else {
        b
    }
}
fn main() {
    let mut s = Stack { items: Vec::new() };
    s.push(String::from("a"));
    if let Some(top) = s.peek_mut() {
        top.push('b');
    }
    let n = s.peek().map(|t| t.len());
    println!("{:?}", n);
    let x = String::from("x");
    let r;
    {
        let y = String::from("yy");
        r = longest(&x, &y).len();
    }
    println!("{}", r);
    let mut v = vec![1, 2, 3];
    for i in v.iter_mut() {
        *i += 1;
    }
    let total: i32 = v.iter().sum();
    v.push(total);
    let mut count = 0;
    let mut inc = || {
        count += 1;
        count
    };
    inc();
    inc();
    println!("{} {:?}", count, v);
    let t = (String::new(), String::new());
    let a = t.0;
    let b = t.1;
    println!("{}{}", a, b);
    let z;
    if a.is_empty() {
        z = 1;
    } else {
        z = 2;
    }
    println!("{}", z);
}
