// What a panic's message is made of panics itself, which ends the program; an error of its formatting only ends the message.
use std::fmt;
use std::panic::catch_unwind;

struct Fails;
impl fmt::Display for Fails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("part")?;
        Err(fmt::Error)
    }
}
struct Panics;
impl fmt::Debug for Panics {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        panic!("while formatting")
    }
}

fn main() {
    let error = catch_unwind(|| panic!("a {Fails} b")).unwrap_err();
    println!("{:?}", error.downcast_ref::<String>());
    let failed: Result<(), Panics> = Err(Panics);
    println!("{}", catch_unwind(move || failed.unwrap()).is_err());
}
