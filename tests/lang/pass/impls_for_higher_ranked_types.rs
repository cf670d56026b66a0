// A type for all lifetimes is another type than one for a certain lifetime.
trait Name {
    fn name(&self) -> &'static str;
}

impl Name for for<'a> fn(&'a u8) {
    fn name(&self) -> &'static str {
        "all"
    }
}

impl<T> Name for fn(T, T) {
    fn name(&self) -> &'static str {
        "two"
    }
}

impl Name for for<'a> fn(&'a u8, &'a u8) {
    fn name(&self) -> &'static str {
        "two of one lifetime"
    }
}

impl Name for for<'a, 'b> fn(&'a u8, &'b u8) {
    fn name(&self) -> &'static str {
        "two of any"
    }
}

fn one(_: &u8) {}

fn numbers(_: u8, _: u8) {}

fn main() {
    let f: for<'a> fn(&'a u8) = one;
    println!("{}", f.name());
    let g: fn(u8, u8) = numbers;
    println!("{}", g.name());
}
