trait T { fn t(&self); fn tm(); const TC: u8; type TT; }
mod m { pub trait U {} }
fn a(x: T::TU) {} fn b(x: T::TT) {} fn c(x: T::tm) {} fn d(x: m::U::X) {} fn e(x: Iterator::Item) {} fn f(x: Iterator::Foo) {} fn g(x: Vec<T::TU::V>) {} fn h(x: T::TT::V) {} fn k(x: &T::TU) {} 
fn main() { }
