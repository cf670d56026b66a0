//! `std::hint`.

pub const fn black_box<T>(dummy: T) -> T {
    dummy
}
pub fn spin_loop() {
    
}
pub const unsafe fn unreachable_unchecked() -> ! {
    crate::rt::panic_str("unsafe precondition(s) violated: hint::unreachable_unchecked must never be reached")
}
