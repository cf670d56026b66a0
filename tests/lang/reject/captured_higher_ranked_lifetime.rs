//! `impl Trait` within another type's bounds can't mention a lifetime that those bounds bind.

trait Id<T> {}
impl<T> Id<T> for T {}
trait Of<'a> {
    type Out;
}
impl<'a> Of<'a> for u8 {
    type Out = u8;
}
trait Mark<'a> {}
impl<'a> Mark<'a> for () {}
impl<'a> Mark<'a> for u8 {}

fn in_object() -> Box<dyn for<'a> Id<impl Mark<'a> + Mark<'a>>> {
    Box::new(())
}

fn in_reference() -> Box<dyn for<'a> Id<impl Id<&'a ()>>> {
    Box::new(())
}

fn in_opaque() -> impl for<'a> Of<'a, Out = impl Mark<'a>> {
    3u8
}

fn bound_within() -> Box<dyn Id<impl for<'a> Mark<'a>>> {
    Box::new(())
}

fn main() {
    in_object();
    in_reference();
    in_opaque();
    bound_within();
}
