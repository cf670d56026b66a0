mod m { pub fn y() {} pub mod n { fn z() {} } pub const C: u8 = 1; pub static ST: u8 = 1; }
struct U; struct T(u8); enum E { V, W(u8) } const K: fn() = main; fn fu() -> u8 { 1 } fn gen<X>(x: X) -> X { x }
impl T { const AC: u8 = 1; fn f() -> u8 { 1 } fn g(&self) -> u8 { 1 } }
fn main() {
    let y = 1; y(); let z = "a"; z(1); m::C(); m::ST(); U(); T(1)(); E::V(); E::W(1)(); K()(); fu()(); gen(1)(); T::AC(); T::f()(); T(1).g()(); let q = || 3; q()(); q()()(); (fu())(); let f: fn() -> u8 = fu; f()(); fu()()(); let t = T(2); t(); t.0(); (t.0)(); let v = [fu]; v[0]()(); v(); Some(1)(); "a"(); 1(); (|x: u8| x)(1)();
    let o = 3; fn o() {} o(); fn main2() {} let main2 = 1; main2();
}
