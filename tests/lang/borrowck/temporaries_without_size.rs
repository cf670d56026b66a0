// What has no size can't be moved out into a temporary.
trait Eat {
    fn eat(self);
}
fn a() {
    let x = [*"a", *"b"];
}
fn c(s: &[u8]) {
    let x = [*s, *s];
}
fn d(s: &dyn Fn()) {
    [*s];
}
fn e(b: Box<dyn Eat>) {
    b.eat();
}
fn main() {}
