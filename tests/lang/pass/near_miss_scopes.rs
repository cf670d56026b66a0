//! Near misses of E0373, E0515, E0597, E0716: what is borrowed lives long enough.

use std::cell::RefCell;
use std::thread;

struct Reader<'a> {
    text: &'a String,
}

fn make() -> String {
    String::from("made")
}

/// A reference to what the caller owns, or to a constant; values made of locals.
fn returned<'a>(text: &'a String, n: usize) -> (&'a str, &'static [usize; 2], String) {
    let local = &text[..n];
    (local, &[1, 2], local.to_uppercase())
}

fn returned_closure(n: i32) -> impl Fn(i32) -> i32 {
    move |x| x + n
}

fn boxed_closure(text: &str) -> Box<dyn Fn() -> usize + '_> {
    Box::new(|| text.len())
}

fn length_of(cell: RefCell<String>) -> usize {
    let length = cell.borrow().len();
    length
}

fn main() {
    let reader;
    let text = make();
    reader = Reader { text: &text };
    println!("{}", reader.text);

    // Temporaries that live as long as the variable.
    let extended = &make();
    let field = Reader { text: &make() };
    let pair = (&make(), [&make()]);
    let tail = { &make() };
    let chosen = if text.is_empty() { &make() } else { &*text };
    let ref bound = make();
    let constant: &'static Option<String> = &None;
    println!("{extended} {} {} {} {tail} {chosen} {bound} {constant:?}", field.text, pair.0, pair.1[0]);
    let message = format_args!("{} {}", make(), 1).to_string();
    println!("{message}");

    // A temporary that is used up in its statement.
    let size = make().as_str().len();
    println!("{size} {}", length_of(RefCell::new(make())));

    let mut kept: Vec<&String> = Vec::new();
    for _ in 0..2 {
        kept.push(&text);
    }
    {
        let inner = make();
        let mut shorter = kept.clone();
        shorter.push(&inner);
        println!("{}", shorter.len());
    }
    println!("{kept:?} {:?}", returned(&text, 2));
    println!("{} {}", returned_closure(1)(2), boxed_closure(&text)());

    let mut count = 0;
    thread::scope(|s| {
        s.spawn(|| count += text.len());
    });
    let moved = text.clone();
    let handle = thread::spawn(move || moved.len());
    println!("{count} {}", handle.join().unwrap());
    drop(text);
}
