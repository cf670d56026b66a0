//! Copy can't be implemented for these.
impl Copy for i32 {}
impl Copy for &'static mut i32 {} struct S(String);
impl Copy for S {}
#[derive(Clone, Copy)] struct D { v: Vec<i32> }
#[derive(Copy)] struct E;
enum En { A(Box<i32>) }
impl Copy for En {} impl Clone for En { fn clone(&self) -> En { loop {} } }
impl Copy for [i32] {}
impl Copy for dyn Send {} 
impl Copy for &'static S {}
fn main() {}
