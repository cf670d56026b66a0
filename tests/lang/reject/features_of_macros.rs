#![feature(decl_macro, macro_metavar_expr, concat_idents)]

pub macro one {
    ($x:expr) => { $x },
    () => { 1 }
}

macro_rules! count {
    ($($x:ident),*) => {
        ${count($x)}
    };
}

fn boxed() {
    let x = box 1;
}

fn main() {
    one!(1);
    println!("{}", count!(a, b));
    one!(1, 2);
}
