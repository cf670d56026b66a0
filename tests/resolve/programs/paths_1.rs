fn f(){ let _ = foo::bar(); let _ = Foo::bar(); let _ = std::nope::x(); let _: std::Foo; let _ = std::collections::HashMop::<i32,i32>::new(); let x = undefined; let y: Undef; undefd(); }

fn main() {}
