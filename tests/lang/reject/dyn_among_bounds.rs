//! `dyn` stands once, before all bounds; a fundamental type around one's own is one's own.
trait A {}
trait B {}
fn f(_: &(dyn A + dyn Send)) {}
fn g(_: impl A + dyn B) {}
fn h<T: A + dyn B>(_: T) {}
struct Own;
impl From<Box<()>> for std::pin::Pin<Own> {
    fn from(_: Box<()>) -> std::pin::Pin<Own> {
        todo!()
    }
}
fn main() {
    let _: Box<dyn A + dyn B>;
}
