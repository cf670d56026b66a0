#![deny(dead_code)]
macro_rules! m { ($(#[$a:meta])* $n:ident $(#[$b:meta])* $k:ident) => { $(#[$a])* fn $n() {} $(#[$b])* fn $k() {} } }
m! { #[allow(dead_code)] a #[inline] b }
m! { #[inline] c #[allow(dead_code)] d }
fn main() {}
