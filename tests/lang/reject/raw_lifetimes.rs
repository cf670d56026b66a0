//! `'r#a` is `'a`; a keyword may be a label so, but not the words of paths.
fn same<'r#a>(x: &'a u8) -> &'r#a u8 {
    x
}

fn main() {
    'r#fn: loop {
        break 'r#fn;
    }
    'r#outer: loop {
        break 'outer;
    }
    println!("{}", same(&1));
    'r#self: loop { //~ ERROR `self` cannot be a raw lifetime
        break;
    }
}
