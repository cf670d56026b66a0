//! The `const` blocks of a function without parameters are evaluated even if nothing calls it; then no others are.
fn unused() {
    const { assert!(1 + 1 == 3) }
}
fn generic<T>() {
    const { assert!(std::mem::size_of::<T>() == 4) }
}
fn main() {
    const { let a = [1, 2, 3]; a[4] };
    generic::<u8>();
}
