//! Literals and nested `format_args!` become part of the text: what is left decides whether a panic carries a `&str` or a `String`.
use std::panic::catch_unwind;
struct Loud;
impl std::fmt::Display for Loud {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        print!("!");
        f.write_str("loud")
    }
}
fn kind(f: impl FnOnce() + std::panic::UnwindSafe) {
    let e = catch_unwind(f).unwrap_err();
    println!(
        "{:?} {:?}",
        e.downcast_ref::<&str>(),
        e.downcast_ref::<String>()
    );
}
fn v(n: i32) -> i32 {
    print!("[{n}]");
    n
}
fn main() {
    kind(|| panic!("boom {}", 7));
    kind(|| panic!("boom {}", "s"));
    kind(|| unreachable!("at {}", 3));
    kind(|| todo!("x"));
    kind(|| todo!("{}", v(1)));
    kind(|| panic!("{}", "only"));
    kind(|| panic!("{:?}", 7));
    kind(|| panic!("{:>4}", 7));
    kind(|| panic!("a{0}b{0}", 7));
    kind(|| assert!(1 > 2, "no {}", line!()));
    kind(|| assert_eq!(1, 2, "no {}", 5u8));
    kind(|| panic!(concat!("x", "{}"), stringify!(y)));
    println!(
        "{} {} {} {}",
        format_args!("{}-{}", v(1), "q"),
        v(2),
        format_args!("{x:w$}", x = v(3), w = 5),
        1 + 1
    );
    println!("{1} {0} {2}", v(1), format_args!("{}", v(2)), 'c');
    println!("{} {l}", 0x10, l = Loud);
    println!("{}{}{{}}", -1, true);
}
