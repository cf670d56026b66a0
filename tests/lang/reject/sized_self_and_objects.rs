//! Methods that trait objects don't have: `where Self: Sized` keeps them away; a receiver without a size can't be moved (E0161).
trait Shape {
    fn twin(&self) -> Self
    where
        Self: Sized;
    fn same(&self, other: Self)
    where
        Self: Sized,
    {
    }
    fn consume(self);
    fn fine(&self) -> i32 {
        1
    }
}

impl Shape for i32 {
    fn twin(&self) -> i32 {
        *self
    }
    fn consume(self) {}
}

fn main() {
    let shape: Box<dyn Shape> = Box::new(3);
    shape.fine();
    shape.twin();
    shape.same(3);
    5.twin().same(6);
}

fn moved(shape: Box<dyn Shape>) {
    shape.consume();
}
