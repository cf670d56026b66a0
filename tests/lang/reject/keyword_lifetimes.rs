fn one<'self>(x: &'self u32) {}
struct S<'fn>(&'fn u32);
impl<'fn> S<'fn> {}
fn two(x: &'_ u32, y: &'static u32) {}
fn main() {
    'crate: loop {
        break 'crate;
    }
}
