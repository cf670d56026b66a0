// Types in messages bear the lifetimes that have names; those that inference makes up are left out.
struct Person<'a> {
    name: &'a str,
}

static GREETING: &str = "hello";

fn parts<'a>(word: &'a str, person: &Person<'a>, pair: (&'a str, u8)) {
    word.shout();
    word.len;
    person.name.shout();
    person.age;
    pair.2;
    let copy = word;
    copy.shout();
    let same: &'a str = word;
    same.shout();
    let inner = &mut &word;
    inner.shout();
    word();
}

fn main() {
    GREETING.shout();
    "bye".size;
    ("a", 1).2;
    -"x";
    'q' as *const str;
    0 as *const str;
    parts("", &Person { name: "" }, ("", 1));
}
