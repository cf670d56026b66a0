//! A panic that would leave a function without unwinding aborts; its own locals are dropped before, its caller's aren't.
struct Noisy(&'static str);
impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn inner() {
    let _inner = Noisy("inner");
    panic!("no way out");
}

extern "C" fn callback() {
    let _own = Noisy("own");
    inner();
}

fn main() {
    let _main = Noisy("main");
    println!("calling");
    callback();
}
