//! A parameter whose pattern isn't a mere name may be borrowed mutably: `ref mut`.
fn pushed(ref mut s: String) -> String {
    s.push('!');
    s.clone()
}

fn parts((ref mut n, ref m): (i32, String)) -> usize {
    *n += 1;
    *n as usize + m.len()
}

struct Total(i32);

impl Total {
    fn add(&mut self, [ref mut first, .., last]: [i32; 3]) {
        *first += last;
        self.0 += *first;
    }
}

fn main() {
    println!("{} {}", pushed(String::from("a")), parts((1, String::from("bc"))));
    let closure = |ref mut s: String| {
        s.push('?');
        s.len()
    };
    println!("{}", closure(String::from("ab")));
    vec![(String::from("x"), 1)].drain(..).for_each(|(ref mut s, n)| {
        s.push('y');
        println!("{s} {n}");
    });
    let mut total = Total(0);
    total.add([1, 2, 3]);
    println!("{} {:?}", total.0, Some(4).map(|ref mut n| { *n += 1; *n }));
}
