use std::mem::transmute;
fn a() { let f = |x: u8| unsafe { transmute::<_, u16>(x) }; f(1); }
fn e<T>(x: [T; 2]) -> (T, T) { unsafe { transmute(x) } }
fn i<T: ?Sized>(x: &T) -> usize { unsafe { transmute(x) } }
fn j() { let f = unsafe { transmute::<u8, u16> }; }
const L: u16 = unsafe { transmute(1u8) };
trait Tr { type A; }
struct Foo<T>(T);
fn m<T: Tr>(x: T::A) { let y: () = unsafe { transmute(x) }; let z: Foo<u8> = unsafe { transmute(Foo(1u16)) }; let _: [u8; 2] = unsafe { transmute([1u8]) }; let _: &[u8] = unsafe { transmute(1u8) };  let _: (u8, u16) = unsafe { transmute("") }; let _: &'static mut dyn Send = unsafe { transmute(&1) }; let _: fn() = unsafe { transmute(1u8) }; let _: Option<Box<T>> = unsafe { transmute(Foo(1u8)) }; let _: T = unsafe { transmute(Foo(1u8)) }; }
fn k() { let f: unsafe fn(u8) -> u16 = transmute; }
fn n() { let y: *const () = unsafe { transmute(main) }; let c = || (); let y: u8 = unsafe { transmute(c) }; }
fn o<const N: usize>(x: [u8; N]) { let _: [u8; 2] = unsafe { transmute(x) }; let _: *const () = unsafe { transmute(&x) }; let _: usize = unsafe { transmute(&x[..]) };}
fn main() {}
