//! What an `if let` guard binds is dropped before the variables of the arm's pattern; a guard that fails drops what it has bound.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn make(name: &'static str) -> Option<Loud> {
    println!("make {name}");
    Some(Loud(name))
}

fn chain() {
    match Loud("value") {
        held if let Some(first) = make("first") && let Some(second) = make("second") => {
            println!("{} {} {}", held.0, first.0, second.0);
        }
        _ => println!("none"),
    }
}

fn fails() {
    match Loud("kept") {
        held if let Some(first) = make("failing") && first.0.is_empty() => println!("never {}", held.0),
        held => println!("arm of {}", held.0),
    }
}

fn alternatives(pair: (Option<Loud>, Option<Loud>)) {
    match pair {
        (Some(held), _) | (_, Some(held)) if let Some(found) = make("alternative") && found.0.len() > held.0.len() => {
            println!("held {} found {}", held.0, found.0);
        }
        (left, right) => println!("{} {}", left.is_some(), right.is_some()),
    }
}

fn moved() -> Loud {
    match Loud("moved out") {
        held if let Some(extra) = make("extra") => {
            println!("with {}", extra.0);
            held
        }
        other => other,
    }
}

fn main() {
    chain();
    fails();
    alternatives((Some(Loud("left")), Some(Loud("right"))));
    alternatives((None, Some(Loud("a very long name indeed"))));
    let kept = moved();
    println!("{}", kept.0);
}
