//! A function that takes only some lifetimes doesn't go where one for all lifetimes is wanted.

struct Invariant<T>(std::cell::Cell<T>);

trait Tr<'a> {
    fn m(&self, x: &'a u8);
}

struct Holder {
    f: fn(&u8) -> &u8,
}

fn of_static(x: &'static u8) -> &'static u8 {
    x
}

fn take(_: fn(&u8)) {}

fn one_lifetime(x: for<'a> fn(&'a i32, &'a i32)) -> for<'a, 'b> fn(&'a i32, &'b i32) {
    x
}

fn in_option(x: Option<fn(&'static u8)>) -> Option<fn(&u8)> {
    x
}

fn in_cell(x: Invariant<for<'a> fn(&'a u8)>) -> Invariant<fn(&'static u8)> {
    x
}

fn behind_mut(x: &mut for<'a> fn(&'a u8)) -> &mut fn(&'static u8) {
    x
}

fn other_result(x: for<'a, 'b> fn(&'a u8, &'b u8) -> &'a u8) -> for<'a, 'b> fn(&'a u8, &'b u8) -> &'b u8 {
    x
}

fn object(x: Box<dyn Tr<'static>>) -> Box<dyn for<'a> Tr<'a>> {
    x
}

fn closure_object(f: Box<dyn Fn(&'static u8)>) -> Box<dyn Fn(&u8)> {
    f
}

fn made() -> Holder {
    Holder { f: of_static }
}

fn argument(f: fn(&'static u8)) {
    take(f)
}

trait OnlyStatic {}
impl OnlyStatic for fn(&'static u32) {}
fn need<T: OnlyStatic>(_: T) {}
fn any(_: &u32) {}

fn bound() {
    need(any as fn(&'static u32));
    need(any as for<'a> fn(&'a u32));
}

fn main() {}
