//! `#![recursion_limit]` holds for auto-dereferencing; objects live as long as their trait asks; patterns call no functions.
#![recursion_limit = "4"]

struct Lamp;
impl Lamp {
    fn shine(&self) {}
}

trait Story<'a>: 'a {}
struct Book<'a, 'b> {
    inside: Box<dyn Story<'a> + 'b>,
}

fn limit(n: i32) -> i32 {
    n
}

fn fix<F: Fn(F)>(_f: F) {}

fn main() {
    let lamp = Lamp;
    let far = &&&&&lamp;
    far.shine();
    let near = &&&&lamp;
    near.shine();
    match 3 {
        limit(n) => {}
        _ => {}
    }
    fix(|again| {
        let _ = again;
    });
}
