use std::mem::transmute;
struct Wrapper<T: ?Sized>(*const T);
fn lifetimes<'a, T: ?Sized>(x: &'a T) -> &'static T {
    unsafe { transmute(x) }
}
fn pointer<T: ?Sized>(x: &T) -> *const T {
    unsafe { transmute(x) }
}
#[allow(dead_code)]
fn option<T: ?Sized>(x: Option<&T>) -> *const T {
    unsafe { transmute(x) }
}
fn wrapped<T: ?Sized>(x: &T) -> Wrapper<T> {
    unsafe { transmute(x) }
}
fn sized<T>(x: &T) -> usize {
    unsafe { transmute(x) }
}
fn same<T>(x: T) -> T {
    unsafe { transmute::<T, T>(x) }
}
fn boxed<T: ?Sized>(x: Box<T>) -> *mut T {
    unsafe { transmute(x) }
}
fn main() {
    let f = |x: u8| unsafe { transmute::<_, i8>(x) };
    println!("{} {}", f(200), lifetimes("a"));
    println!("{}", unsafe { &*pointer(&[1, 2][..]) }.len());
    println!("{}", unsafe { &*wrapped("abc").0 });
    println!("{}", sized(&1) != 0);
    println!("{}", same(String::from("x")));
    println!("{}", unsafe { Box::from_raw(boxed(Box::new(5))) });
    println!("{:?}", unsafe { transmute::<[u8; 4], u32>([1, 0, 0, 0]) });
}
