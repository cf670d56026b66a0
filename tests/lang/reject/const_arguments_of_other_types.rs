fn f<const N: usize>() {}
fn b<const B: bool>() {}
fn c<const C: char>() {}
fn i<const I: i8>() {}
static S: usize = 1;
const C: i32 = 1;
const D: usize = 2;
struct U;
struct T(u8);
enum E { V }
struct G<const N: usize>;
trait Tr<const N: u8> {}
impl<const M: u16> Tr<M> for i32 {}
fn g<const M: usize, const B: bool>() {
    f::<f>();
    f::<S>();
    f::<C>();
    f::<D>();
    f::<U>();
    f::<T>();
    f::<M>();
    f::<B>();
    f::<E>();
    i::<M>();
    c::<B>();
    let y: G<C>;
    let y: G<U>;
    let z: [u8; B];
    let w = [0; B];
}
fn h<const M: i32>(x: G<M>) {}
fn main() {
    f::<"a">();
    f::<'a'>();
    f::<true>();
    f::<{ "a" }>();
    f::<{ C }>();
    b::<1>();
    c::<1>();
    f::<D>();
}
fn literals() { let z = [1; 1u8]; }
fn kk<const N: usize>() {}
fn g() { kk::<4u8>(); kk::<{ 5u32 }>(); let x: [u8; 6i32]; let y: [u8; { 7u8 }]; }
