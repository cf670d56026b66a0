//! A reference to an associated type is well-formed if the type that it stands for is.
use std::collections::HashMap;

fn name_of(names: &mut HashMap<i32, String>, key: i32) -> &String {
    names.entry(key).or_insert_with(|| key.to_string());
    &names[&key]
}

fn main() {
    println!("{}", name_of(&mut HashMap::new(), 7));
}
