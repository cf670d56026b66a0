//! A struct with nothing but an unsized value in it: pointers to it are pointers to the slice.
use std::borrow::{Borrow, Cow};
use std::cell::Cell;
use std::rc::Rc;

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(transparent)]
struct Name(str);
impl Name {
    fn new<S: AsRef<str> + ?Sized>(s: &S) -> &Name {
        unsafe { &*(s.as_ref() as *const str as *const Name) }
    }
}
impl ToOwned for Name {
    type Owned = NameBuf;
    fn to_owned(&self) -> NameBuf {
        NameBuf(self.0.to_owned())
    }
}
#[derive(Debug)]
struct NameBuf(String);
impl Borrow<Name> for NameBuf {
    fn borrow(&self) -> &Name {
        Name::new(&self.0)
    }
}
struct Loud(u8);
impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
struct Wrap<T: ?Sized>(T);
struct Tail<T: ?Sized> {
    count: usize,
    rest: Wrap<T>,
}

fn main() {
    println!("{:?} {} {}", Name::new("ann"), Name::new("a") < Name::new("b"), Name::new("ann").0.len());
    let mut name: Cow<Name> = Cow::Borrowed(Name::new("bob"));
    name.to_mut().0.push('!');
    println!("{:?}", name);

    let boxed: Box<Wrap<[Loud]>> = Box::new(Wrap([Loud(1), Loud(2)]));
    println!("{}", boxed.0.len());
    let shared: Rc<Tail<[Loud]>> = Rc::new(Tail { count: 1, rest: Wrap([Loud(3)]) });
    println!("{} {}", shared.count, shared.rest.0[0].0);
    let mut sized = Wrap([1, 2, 3]);
    let wrapped: &mut Wrap<[i32]> = &mut sized;
    wrapped.0.reverse();
    println!("{:?} {}", sized.0, std::mem::size_of_val(&sized));

    let mut words = vec![String::from("a"), String::from("b"), String::from("c")];
    let cells = Cell::from_mut(words.as_mut_slice()).as_slice_of_cells();
    for pair in cells.windows(2) {
        pair[0].swap(&pair[1]);
    }
    let first = &cells[0];
    cells[0].set(cells[2].take() + "!");
    println!("{}", first.replace("z".to_string()));
    println!("{words:?}");
}
