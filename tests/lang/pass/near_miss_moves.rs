//! Near misses of E0381, E0382, E0384, E0505, E0507, E0508, E0509: moves and assignments that look wrong and aren't.

use std::mem;

#[derive(Debug, Clone)]
struct Person {
    name: String,
    email: Option<String>,
}

struct Guard(String);

impl Drop for Guard {
    fn drop(&mut self) {
        println!("guard {:?}", self.0);
    }
}

impl Guard {
    /// Not a move out of a type with Drop: something else takes its place.
    fn disarm(mut self) -> String {
        mem::take(&mut self.0)
    }
}

/// Assigned on every path, once on each.
fn late(n: i32) -> &'static str {
    let size;
    match n {
        0 => size = "none",
        1..=9 => size = "few",
        n if n < 0 => return "negative",
        _ => size = "many",
    }
    size
}

/// Moved on one path only, which never comes back.
fn moved_and_left(name: String, keep: bool) -> String {
    if !keep {
        drop(name);
        return String::from("dropped");
    }
    name
}

/// Moved in a loop, but given a new value before the next round.
fn refilled() -> usize {
    let mut line = String::from("a");
    let mut lines = Vec::new();
    while lines.len() < 3 {
        lines.push(line);
        line = String::from("b");
    }
    lines.len() + line.len()
}

/// The parts of a struct move one by one; the rest may still be used, and the whole after it was filled up.
fn parts(mut person: Person) -> Person {
    let name = person.name;
    println!("{:?} {name}", person.email);
    person.name = name.to_uppercase();
    person
}

/// Out of a Box a move is a move.
fn unboxed(person: Box<Person>) -> (String, Option<String>) {
    let name = person.name;
    (name, person.email)
}

fn out_of_references(person: &mut Person, people: &mut Vec<Person>, array: [String; 2]) -> Vec<String> {
    let email = person.email.take().unwrap_or_default();
    let name = mem::replace(&mut person.name, String::from("nobody"));
    let last = people.pop().map_or_else(String::new, |p| p.name);
    let Person { name: ref first, .. } = people[0];
    let copied = first.clone();
    let [left, right] = array;
    vec![email, name, last, copied, left, right]
}

fn loan_over_before_the_move() -> usize {
    let text = String::from("abc");
    let length = {
        let view = &text;
        view.len()
    };
    let owned = text;
    length + owned.len()
}

fn main() {
    println!("{} {} {}", late(0), late(5), late(50));
    println!("{} {}", moved_and_left("x".into(), true), moved_and_left("y".into(), false));
    println!("{}", refilled());
    let ada = Person { name: "Ada".into(), email: Some("ada@example.org".into()) };
    println!("{:?}", parts(ada.clone()));
    println!("{:?}", unboxed(Box::new(ada.clone())));
    let mut people = vec![ada.clone(), Person { name: "Grace".into(), email: None }];
    let mut someone = ada;
    println!("{:?}", out_of_references(&mut someone, &mut people, ["l".into(), "r".into()]));
    println!("{}", loan_over_before_the_move());
    println!("{}", Guard("armed".into()).disarm());
    let consumed = String::from("once");
    let eat = move || consumed.len();
    println!("{} {}", eat(), eat());
}
