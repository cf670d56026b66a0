//! The type `!` is stable as what a function returns only, and function traits are written with parentheses.

type Nothing = !;
fn stop() -> ! {
    loop {}
}
fn give() -> Result<!, u8> {
    Err(1)
}
fn call<F: Fn<(u32,)>>(_f: F) {}
fn call_other<A, F: FnOnce<A>>(_f: F) {}

struct Bell;
impl Bell {
    fn on(&self, when_done: fn() -> !) {
        when_done()
    }
    fn off<F: Fn() -> !>(&self, _: F) {}
}

fn main() {
    let never: ! = stop();
    let run = || -> ! { loop {} };
    Bell.on(stop);
}
