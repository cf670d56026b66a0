//! Trait objects
//! A `Box<dyn Shape>` is two words: a pointer to the value and one to the table of its type's methods. The call finds the
//! method in the table; dropping the box finds the type's drop there, too.

trait Shape {
    fn area(&self) -> f64;
    fn name(&self) -> String {
        String::from("shape")
    }
}

struct Circle {
    radius: f64,
}

struct Rect {
    width: f64,
    height: f64,
}

impl Shape for Circle {
    fn area(&self) -> f64 {
        3.0 * self.radius * self.radius
    }
    fn name(&self) -> String {
        String::from("circle")
    }
}

impl Shape for Rect {
    fn area(&self) -> f64 {
        self.width * self.height
    }
}

impl Drop for Circle {
    fn drop(&mut self) {
        println!("a circle of radius {} goes", self.radius);
    }
}

fn describe(shape: &dyn Shape) -> String {
    format!("{} of area {}", shape.name(), shape.area())
}

fn main() {
    let shapes: Vec<Box<dyn Shape>> = vec![Box::new(Circle { radius: 2.0 }), Box::new(Rect { width: 2.0, height: 3.5 })];
    for shape in &shapes {
        println!("{}", describe(shape.as_ref()));
    }
    let total: f64 = shapes.iter().map(|s| s.area()).sum();
    println!("{total}");
}
