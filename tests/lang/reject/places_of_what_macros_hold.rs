//! Where an error stands that is about what a macro was given: at the variable in the macro's body, or at what it holds.

macro_rules! uses {
    ($name:ident, $ty:ty, $value:expr, $tree:tt, $field:ident, $literal:literal) => {
        let taken: u8 = $name;
        let taken: u8 = $value;
        let taken: u8 = $tree;
        let taken: &$ty = "a";
        let taken: u8 = &$name;
        let taken: u8 = $name + 1;
        let taken: u8 = $value + $value;
        let taken: u8 = $tree as u16;
        let taken: u8 = Point { $field: 1 };
        let Point { $field } = 1;
        $name.$field;
        $name.$field();
        -$name;
        $name += 1;
        $name?;
        match $name { 1 => {} $literal => {} _ => {} }
        takes($name, $value);
        fn inner($field: u8) -> $ty { $literal }
        (($value)).missing;
        Point { b: $value };
        assert!($name);
    };
}

macro_rules! one {
    () => { 1 };
    ($e:expr) => { $e };
    (b) => { { let x = 1; x } };
}

struct Point { a: u8 }

fn takes(a: u8, b: u8) {}
fn text() -> String { one!() }
fn given() -> String { one!(1) }
fn scope() -> String { one!(b) }

fn main() {
    let name = "a";
    uses!(name, u8, "x", name, missing, "lit");
    takes(one!(), one!("a"));
    match one!() { "a" => {} }
}
