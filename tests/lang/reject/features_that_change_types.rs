// A stable compiler refuses features, but goes on as if they were there; what they change isn't judged.
#![feature(box_patterns, specialization, coroutines, stmt_expr_attributes)]
#![feature(trait_alias, extern_types, inherent_associated_types)]
#![feature(unsized_locals)]

trait Speak {
    fn speak(&self) {}
}

impl<X> Speak for X {
    default fn speak(&self) {}
}

impl Speak for u8 {
    fn speak(&self) {}
}

trait Both = Clone + Send;

extern "C" {
    type Opaque;
}

struct S;

impl S {
    type A = u8;
    fn f(o: &Opaque) -> Self::A {
        1
    }
}

fn both<T: Both>(t: T) {}

fn main() {
    let box x = Box::new(1);
    let y: u8 = x;
    both(nowhere);
    let counter = #[coroutine]
    || {
        yield 1;
    };
}
