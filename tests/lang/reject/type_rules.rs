//! Types that can't be: trait objects of no trait, nested `for`, captures of what is no parameter, auto traits out of nowhere.
trait Shape {}
trait Pair<'a, 'b> {}

type Nothing = dyn 'static;

fn nested<T>(t: T)
where
    for<'a> &'a T: for<'b> Pair<'a, 'b>,
{
}

fn not_a_parameter() -> impl Sized + use<Shape> {}

fn missing() -> impl Sized + use<T> {}

fn main() {}
