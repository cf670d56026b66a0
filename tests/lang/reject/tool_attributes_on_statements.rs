fn main() { #[rustfmt::skip] { } let x = 1; #[inline] { } #[cfg(unix)] {} #[deny(x)] { let y = 1; } #[diagnostic::x] if true {} #[rustfmt::skip] match 1 { _ => {} } #[clippy::x] unsafe {} #[diagnostic::x] loop { break } #[diagnostic::x] foo(); }
fn foo() {}
