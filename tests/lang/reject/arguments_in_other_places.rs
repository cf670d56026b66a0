fn two(_: i32, _: &str) {}
fn three(_: u8, _: bool, _: char) {}
fn one(_: i32) {}
fn zero() {}
fn four(_: i32, _: f32, _: &str, _: char) {}
struct P(i32, String);
enum E { V(i32, i32), U }
fn main() {
    two("a", 1);
    two(1);
    two("a");
    two();
    two(1, "a", 2);
    two(2.0, 1, "a");
    three(true, 'c', 1);
    three('c', 1, true);
    three(1, true);
    three(1, 'c');
    three(true, 'c');
    three("x", "y", "z");
    three("x", true, "z");
    one("a", 1);
    one(1, "a");
    one("a", "b");
    zero(1);
    zero(1, 2, 3);
    four(1, 2.0);
    four("a", 'c');
    four();
    four(1.0, 1, 'c', "d");
    four('c', 1.0, "d", 1);
    P(1);
    P("a", 1);
    P(String::new(), 1);
    E::V(1);
    E::V();
    E::V("a", 1);
}
