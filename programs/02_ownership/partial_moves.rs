//! Partial moves
//! A field can be moved out on its own. The struct is then partly moved: the other fields may be used, the whole may not,
//! and at the end of the scope only what is left is dropped.

struct Person {
    name: String,
    city: String,
    age: u32,
}

fn main() {
    let ann = Person { name: String::from("Ann"), city: String::from("Oslo"), age: 41 };
    let name = ann.name;
    println!("{name} is {}", ann.age);
    println!("{} is still here", ann.city);

    let pair = (String::from("left"), String::from("right"));
    let (left, _) = pair;
    println!("{left}, {}", pair.1);
}
