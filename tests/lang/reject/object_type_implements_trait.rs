//! A trait object implements its supertraits by itself.
trait Foo {} trait Bar: Foo {} trait Baz: Bar {} impl Bar for Baz {} impl Foo for dyn Baz {} impl Baz for dyn Baz {} impl Foo for dyn Bar + Send {}
fn main() {}
