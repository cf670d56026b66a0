//! What moves a captured variable out of a closure that may be called again is told as it is elsewhere: a method, an operator, a
//! loop, a call.

fn method(text: Option<String>) {
    (0..2).for_each(|_| {
        text.unwrap();
    });
}

fn operator(text: String) {
    (0..2).for_each(|_| {
        text + "!";
    });
}

fn in_a_loop(texts: Vec<String>) {
    (0..2).for_each(|_| for text in texts {});
}

fn call(task: Box<dyn FnOnce()>) {
    (0..2).for_each(|_| task());
}

fn by_pattern(pair: (String, i32)) {
    let (ref text, _) = pair;
    drop(pair);
    drop(text);
}

fn main() {}
