// Patterns and closures that only nightly has, and what is said of them on the way.
enum Void {}

fn value(result: Result<u8, Void>) -> u8 {
    match result {
        Ok(value) => value,
        Err(!),
    }
}

fn number(x: u8) -> u8 {
    match x {
        1 => 2,
        ! => 3,
    }
}

fn void(!: Void) {}

fn main() {
    let (Ok(x) | Err(!)) = Ok::<u8, Void>(1);
    let identity = for<'a> |x: &'a u8| -> &'a u8 { x };
    let untyped = for<'a> |x| 1;
    if let [1.., _] = [x, 2] {}
}
