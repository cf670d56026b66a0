trait Car {
    type Color;
}

trait Crate {
    type Color;
}

trait CarCrate: Car + Crate {}

fn paint<C>(_: C)
where
    C: CarCrate<Color = u32>,
{
}

fn paint_object(_: &dyn CarCrate<Color = u32>) {}

struct Red;

impl Car<Color = u8> for Red {
    type Color = u8;
}

fn of_red(_: <Red as Car<Color = u8, Shade = u8>>::Color) {}

fn twice<I: Iterator<Item = u8, Item = u8>>(_: I) {}

type Twice = dyn Iterator<Item = u8, Item = u16>;

type Bounded = dyn Iterator<Item: Copy>;

trait Sizes {
    const WIDTH: usize;
    const NAME: &'static str;
}

fn zeros<T: Sizes>() {
    let _ = [0u8; T::WIDTH];
    let _ = [0u8; T::NAME];
}

fn main() {}
