//! `std::hint`.

pub const fn black_box<T>(dummy: T) -> T {
    dummy
}
pub fn spin_loop() {}
/// This path is rarely taken.
pub const fn cold_path() {}
pub const unsafe fn unreachable_unchecked() -> ! {
    crate::rt::panic_str("unsafe precondition(s) violated: hint::unreachable_unchecked must never be reached")
}
/// What the caller promises is checked here: a broken promise has no meaning in Rust.
#[track_caller]
pub const unsafe fn assert_unchecked(cond: bool) {
    if !cond {
        unreachable_unchecked()
    }
}
pub fn select_unpredictable<T>(condition: bool, true_val: T, false_val: T) -> T {
    if condition { true_val } else { false_val }
}
