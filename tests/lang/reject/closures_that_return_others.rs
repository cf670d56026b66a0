// A closure that returns another type than its use asks for is blamed itself.
fn take<F: Fn(i32) -> u8>(f: F) {}
fn take0<F: FnOnce() -> String>(f: F) {}
fn g(x: i32) -> u16 {
    1
}
fn main() {
    let c = |x: i32| {
        let y = x;
        "b"
    };
    take(c);
    let d = || -> u8 { 1 };
    take0(d);
    take(g);
    let h = |x: i32| x;
    take(h);
    let b: Box<dyn Fn(i32) -> u8> = Box::new(h);
    let r: &dyn Fn(i32) -> u8 = &g;
}
