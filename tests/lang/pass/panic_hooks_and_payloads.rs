//! What a panic carries, who is told of it, and where it is caught.
use std::panic::{self, AssertUnwindSafe};

struct Noisy(&'static str);
impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn describe(result: Result<(), Box<dyn std::any::Any + Send>>) -> String {
    match result {
        Ok(()) => "fine".to_string(),
        Err(payload) => match payload.downcast::<i32>() {
            Ok(number) => format!("number {number}"),
            Err(payload) => match payload.downcast_ref::<&str>() {
                Some(text) => format!("literal {text}"),
                None => format!("text {:?}", payload.downcast_ref::<String>()),
            },
        },
    }
}

fn main() {
    println!("{}", describe(panic::catch_unwind(|| panic!("plain"))));
    let name = String::from("x");
    println!("{}", describe(panic::catch_unwind(|| panic!("formatted {name}"))));
    println!("{}", describe(panic::catch_unwind(|| panic::panic_any(42))));
    println!("{}", describe(panic::catch_unwind(|| panic::resume_unwind(Box::new(7)))));
    let empty: Vec<i32> = Vec::new();
    let index = empty.len() + 2;
    println!("{}", describe(panic::catch_unwind(AssertUnwindSafe(|| println!("{}", empty[index])))));
    println!("{}", describe(std::thread::spawn(|| panic::panic_any(9)).join()));

    panic::set_hook(Box::new(|info| {
        let text = info.payload().downcast_ref::<&str>().copied().unwrap_or("something else");
        println!("hook: {text} at line {}", info.location().unwrap().line());
    }));
    let caught = panic::catch_unwind(|| {
        let _outer = Noisy("outer");
        let _values = vec![Noisy("first"), panic!("hooked")];
    });
    println!("{}", describe(caught));
    println!("{}", describe(panic::catch_unwind(|| panic::panic_any(1u8)).map(|()| ())));
    println!("{}", std::thread::spawn(|| panic!("in a thread")).join().is_err());
    let _ = panic::take_hook();

    let caught = panic::catch_unwind(|| {
        std::thread::scope(|scope| {
            let handle = scope.spawn(|| panic!("joined"));
            println!("joined: {}", handle.join().is_err());
            scope.spawn(|| panic!("left alone"));
        })
    });
    println!("{}", describe(caught));
    let fine = std::thread::scope(|scope| scope.spawn(|| panic!("joined")).join().is_err());
    println!("{fine}");
}
