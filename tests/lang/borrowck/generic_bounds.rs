struct Holder<'a, T> {
    r: &'a T,
}
impl<'a, T> Holder<'a, T> {
    fn get(&self) -> &'a T {
        self.r
    }
}
fn pick<'a, 'b, T>(a: &'a T, _b: &'b T) -> &'b T {
    a
}
fn longest<'a: 'b, 'b>(x: &'a str, y: &'b str) -> &'b str {
    if x.len() > y.len() {
        x
    } else {
        y
    }
}
fn main() {
    let g;
    {
        let n = 5;
        let h = Holder { r: &n };
        g = h.get();
    }
    println!("{} {}", g, longest("a", "bb"));
    pick(&1, &2);
}
