//! A panic hook runs while the thread counts as panicking; if it panics itself, the program aborts.
use std::panic;

struct Noisy;
impl Drop for Noisy {
    fn drop(&mut self) {
        println!("dropped");
    }
}

fn main() {
    panic::set_hook(Box::new(|info| {
        println!("hook, panicking: {}", std::thread::panicking());
        if info.payload().downcast_ref::<&str>() == Some(&"second") {
            panic!("in the hook");
        }
    }));
    println!("{}", panic::catch_unwind(|| panic!("first")).is_err());
    println!("panicking: {}", std::thread::panicking());
    let _noisy = Noisy;
    panic!("second");
}
