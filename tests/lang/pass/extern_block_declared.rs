//! Foreign items may be declared, and functions with another calling convention called.
extern "C" {
    fn abs(x: i32) -> i32;
    fn printf(format: *const u8, ...) -> i32;
    static environ: *const *const u8;
}

unsafe extern "C" {
    pub safe fn labs(x: i64) -> i64;
}

extern "C" fn callback(x: i32) -> i32 {
    x + 1
}

fn call(f: extern "C" fn(i32) -> i32) -> i32 {
    f(2)
}

fn main() {
    println!("{}", call(callback));
}
