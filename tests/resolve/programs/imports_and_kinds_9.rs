pub struct Foo; pub mod b { pub(in crate::Foo) struct S; pub(in crate::nope) struct S2; pub(in nope2) struct S3; pub(in std) struct S4; pub(in super::c) struct S5;} pub mod c {}

fn main() {}
