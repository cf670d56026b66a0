//! 'static, and one lifetime that outlives another
//! A literal lives for ever. `'long: 'short` lets a longer borrow be kept where a shorter one is asked for.

static GREETING: &str = "hello";

struct Cache<'short, 'long: 'short> {
    text: &'long str,
    recent: &'short str,
}

impl<'short, 'long: 'short> Cache<'short, 'long> {
    fn best(&self, want_recent: bool) -> &'short str {
        if want_recent { self.recent } else { self.text }
    }
}

fn keep(text: &'static str) -> &'static str {
    text
}

fn main() {
    let forever: &'static str = keep("literal");
    let local = String::from("local");
    let cache = Cache { text: forever, recent: &local };
    println!("{} {} {GREETING}", cache.best(true), cache.best(false));
}
