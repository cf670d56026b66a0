struct Counter { n: u32 }
impl Counter {
    fn new() -> Self { Counter { n: 0 } }
    fn bump() { self.n += 1; }
    fn get(&self) -> u32 { n }
    fn other(&self) { bump(); Self::bump(); count(); }
}
fn main() {
    let c = Counter::new();
    let total = 0;
    for i in 0..3 { totl += i; }
    println!("{}", totla);
    if let Some(v) = Some(3) { v; }
    v;
    { let inner = 1; }
    inner;
    'a: loop { break 'b; }
    let f = |x| x + y;
    match 3 { Foo => {} Foo::Bar => {} Foo { a } => {} Foo(a) => {} }
}
