//! A macro's body with a syntax error, which each repetition brings again, and fragment specifiers that are none.

trait Write {
    fn write(self) -> u8;
}
macro_rules! write_all {
    ($($t:ty),*) => {
        $(
            impl Write for $t {
                fn write(self) -> u8 {
                    both(1 2);
                    1
                }
            }
        )*
    };
}
fn both(_a: u8, _b: u8) {}
write_all!(u8, u16);
write_all!(i8, i16, i32);

macro_rules! unspecified {
    ($n:expr, $t:$ ident) => {};
}
macro_rules! unknown {
    ($t:nothing) => {};
}
unspecified!(1, T T);
unknown!(a);

fn main() {
    1u16.write();
    1i32.write();
}
