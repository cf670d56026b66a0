//! Constants and statics whose types are missing, doc comments before no item, `impl` where a trait stands.

pub const A:  = 0b_10;
static B: = 1;
const C = 2;
static mut D: = 1;
trait T {
    const E: ;
    const F: = 1;
}
struct S<U>(U);
impl<U> impl Clone for S<U> {
    fn clone(&self) -> Self {
        todo!()
    }
}
impl S<u8> {
    /// Of nothing.
    pub ;fn gone(&self) {}
}

fn main() {
    const G: = 2;
    static H: = 3;
}
