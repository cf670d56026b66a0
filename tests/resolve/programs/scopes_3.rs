trait Tr { fn a(&self); type B; const C: i32; fn bar(); }
impl Tr for i32 { fn a(&self) {} fn zz() {} type Y = u8; const W: i32 = 1; type a = u8; fn B() {} fn C() {} const bar: i32 = 1; type B = u8; const C: i32 = 1; fn a(&self) {} fn baz() {} }
impl std::fmt::Display for Foo { fn show(&self) {} fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result { Ok(()) } } struct Foo;
impl Foo { fn x() {} fn x() {} } impl Foo { const x: u8 = 1; }

fn main() {}
