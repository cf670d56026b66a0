//! Lifetimes of trait objects that neither the trait nor its place decides (E0227, E0228), and where they are decided.
trait Foo {}

struct Two<'a, 'b, T: ?Sized + 'a + 'b> {
    x: &'a i32,
    y: &'b i32,
    z: Box<T>,
}

struct Where<'a, T: ?Sized>(&'a T)
where
    T: 'a;

type Ambiguous<'a, 'b> = Two<'a, 'b, dyn Foo>;
type Decided<'a> = Where<'a, dyn Foo>;

trait Left<'l>: 'l {}
trait Right<'r>: 'r {}
trait Both<'l, 'r>: Left<'l> + Right<'r> {}
trait One<'l>: Left<'l> {}

struct Holds<'l, 'r> {
    both: Box<dyn Both<'l, 'r>>,
    one: Box<dyn One<'l>>,
}

fn of_the_parameter<'a>(x: Where<'a, dyn Foo>) -> &'a (dyn Foo + 'a) {
    x.0
}

fn of_the_trait<'a>(x: Box<dyn One<'a>>) -> Box<dyn One<'a> + 'a> {
    x
}

fn main() {}
