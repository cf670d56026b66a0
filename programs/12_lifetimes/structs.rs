//! Lifetimes in structs
//! A struct that holds a reference is itself a borrower: as long as `excerpt` lives, `novel` is borrowed.

struct Excerpt<'a> {
    part: &'a str,
}

impl<'a> Excerpt<'a> {
    fn words(&self) -> usize {
        self.part.split(' ').count()
    }
    fn part(&self) -> &'a str {
        self.part
    }
}

fn main() {
    let novel = String::from("Call me Ishmael. Some years ago");
    let part;
    {
        let excerpt = Excerpt { part: novel.split('.').next().unwrap() };
        println!("{} words", excerpt.words());
        part = excerpt.part();
    }
    println!("{part}");
}
