//! Rc<dyn Trait> and Arc<dyn Trait>
//! Any owner can hold a trait object. The coercion adds the table's pointer; the allocation and its counts stay the same.

use std::rc::Rc;
use std::sync::Arc;

trait Speak {
    fn speak(&self) -> String;
}

struct Dog;
struct Robot {
    number: u32,
}

impl Speak for Dog {
    fn speak(&self) -> String {
        String::from("wuff")
    }
}

impl Speak for Robot {
    fn speak(&self) -> String {
        format!("beep {}", self.number)
    }
}

fn main() {
    let dog = Rc::new(Dog);
    let speaker: Rc<dyn Speak> = dog.clone();
    println!("{} ({} handles)", speaker.speak(), Rc::strong_count(&dog));

    let robot: Arc<dyn Speak> = Arc::new(Robot { number: 7 });
    let same = Arc::clone(&robot);
    println!("{} ({} handles)", same.speak(), Arc::strong_count(&robot));
}
