//! Where `impl Trait` may stand, and what the defaults of generic parameters must fulfil.
fn in_bound<T: Into<impl Copy>>(_: T) {}

fn in_where<T>(_: T)
where
    T: Into<impl Copy>,
{
}

fn in_pointer(_: fn(impl Copy) -> u8) {}

fn in_fn_bound(_: impl Fn(u8) -> impl Copy) {}

fn in_object() -> Box<dyn Fn() -> impl Copy> {
    loop {}
}

struct InStruct<T: Into<impl Copy>>(T);

trait InTrait: Into<impl Copy> {
    type Item: Into<impl Copy>;
}

impl Into<impl Copy> for InStruct<u8> {}

struct Default1<T = impl Copy>(T);

struct Default2<T = [u8]>(T);

struct Default3<T: Copy = String>(T);

fn main() {
    let a = 1 as impl Copy;
    let b = |_: impl Copy| 1;
    let c = || -> impl Copy { 1 };
    let d = Vec::<impl Copy>::new();
    let e = <impl Copy as Clone>::clone;
    let f: impl Copy = 1;
}
