// Each pattern is looked into although the value that is matched has another type.
enum Shape {
    Dot(u8),
    Line { length: u8 },
    Empty,
}

trait Area {}

fn plane() -> dyn Area {}

fn text() -> str {
    "no error here: the return type is told"
}

fn needs<T: std::ops::Add<T>>(_value: T) {}

fn main() {
    let shape = Shape::Dot;
    match shape {
        Shape::Dot(x, y) => {}
        Shape::Line(x) => {}
        Shape::Empty(..) => {}
        Shape::Line { width } => {}
    }
    needs("a");
    let word = "b";
    word[0];
    let object: &dyn Sized;
    plane();
    text();
}
