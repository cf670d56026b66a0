//! A shared reference assigned where one of the very same lifetime is expected is copied, not reborrowed: `&mut` keeps the lifetimes
//! of what it points to, also as the value of a block, of a branch, or when it is passed on.
struct View<'a> {
    text: &'a String,
}

fn block(text: &String) {
    let mut view = View { text };
    let borrowed = {
        let _other = 1;
        &mut view
    };
    borrowed.text = view.text;
}

fn branch(text: &String, which: bool) {
    let mut view = View { text };
    let borrowed = if which { &mut view } else { return };
    borrowed.text = view.text;
}

fn passed_on(text: &String) {
    let mut view = View { text };
    let first = &mut view;
    let second = first;
    second.text = view.text;
}

fn main() {}
