//! `std::hint`.

pub const fn black_box<T>(dummy: T) -> T {
    dummy
}
pub fn spin_loop() {}
/// This path is rarely taken.
pub const fn cold_path() {}
#[track_caller]
pub const unsafe fn unreachable_unchecked() -> ! {
    crate::rt::precondition_violated("hint::unreachable_unchecked must never be reached")
}
/// What the caller promises is checked here: a broken promise has no meaning in Rust.
#[track_caller]
pub const unsafe fn assert_unchecked(cond: bool) {
    crate::rt::precondition(cond, "hint::assert_unchecked must never be called when the condition is false")
}
pub fn select_unpredictable<T>(condition: bool, true_val: T, false_val: T) -> T {
    if condition { true_val } else { false_val }
}
