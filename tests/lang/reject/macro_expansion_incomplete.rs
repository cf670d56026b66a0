//! What a macro expands to ends too early, or goes on after the end; recursion is reported once, and the rest is still expanded.
macro_rules! incomplete { () => { 1 + } }
macro_rules! no_item {
    () => { 1 }
}
macro_rules! two_types {
    () => { Vec<i32> foo }
}
macro_rules! forever { () => { forever!() } }
macro_rules! either { ($($i:ident)* $j:ident) => {} }

no_item!();

fn f() -> two_types!() {
    loop {}
}

fn main() {
    incomplete!();
    forever!();
    either!(a b);
}
