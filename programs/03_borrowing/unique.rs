//! Unique references
//! A `&mut` reference is the only way to its value as long as it lives. Passing it on reborrows it: the outer reference is
//! suspended until the inner one ends, and then usable again.

fn double(n: &mut i32) {
    *n *= 2;
}

fn main() {
    let mut count = 5;
    let r = &mut count;
    *r += 1;
    double(r);
    *r -= 2;
    println!("{count}");

    let mut words = vec![String::from("one")];
    let first = &mut words[0];
    first.push_str(" and more");
    words.push(String::from("two"));
    println!("{words:?}");
}
