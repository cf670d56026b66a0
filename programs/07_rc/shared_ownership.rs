//! Rc: shared ownership
//! Each clone of an Rc is one more handle to the same allocation; the count says how many there are. The value is dropped
//! when the last handle goes, whoever has it.

use std::rc::Rc;

struct Song {
    title: String,
}

impl Drop for Song {
    fn drop(&mut self) {
        println!("{} ends", self.title);
    }
}

fn main() {
    let song = Rc::new(Song { title: String::from("Crab Walk") });
    println!("{} handle", Rc::strong_count(&song));
    let mut lists = vec![Rc::clone(&song)];
    {
        let guest = Rc::clone(&song);
        println!("{} handles, guest plays {}", Rc::strong_count(&guest), guest.title);
    }
    println!("{} handles", Rc::strong_count(&song));
    drop(song);
    println!("still {}", lists[0].title);
    lists.clear();
    println!("done");
}
