//! A cycle among supertraits ends the work after the items were checked: bodies are not looked at.
trait First: Second {}
trait Second: First {}

struct Endless(Option<Endless>);

fn main() {
    let x: i32 = "never looked at";
}
