//! The lifetimes of impl methods, bounds and associated types must serve wherever the trait's do.

struct Ctx<'a> {
    text: &'a str,
}

trait Visit {
    fn visit<'a>(&self, x: &'a str) -> &'a str;
    fn parse(&self, c: Ctx<'_>) -> usize;
    fn pick<'a, 'b>(&'a self, y: &'b u8) -> &'a u8;
}

struct Everywhere;

impl Visit for Everywhere {
    fn visit(&self, x: &'static str) -> &'static str {
        x
    }
    fn parse(&self, c: Ctx<'static>) -> usize {
        c.text.len()
    }
    fn pick<'a, 'b>(&'b self, y: &'a u8) -> &'a u8 {
        y
    }
}

struct Held<'s>(&'s u8);

impl<'s> Visit for Held<'s> {
    fn visit(&self, x: &'s str) -> &'s str {
        x
    }
    fn parse<'c>(&self, c: Ctx<'c>) -> usize {
        c.text.len()
    }
    fn pick<'a, 'b>(&'a self, _: &'b u8) -> &'s u8 {
        self.0
    }
}

trait Get<'a> {
    type Held: 'a;
    type Kept: Copy + 'static;
    fn get<T>(&self, t: T)
    where
        T: 'a;
    fn order<'b>(&self, x: &'b u32)
    where
        'a: 'b;
}

impl<'a, 'b> Get<'a> for &'b u8 {
    type Held = &'b u8;
    type Kept = &'a u8;
    fn get<T>(&self, _: T)
    where
        T: 'static,
    {
    }
    fn order<'c>(&self, _: &'c u32)
    where
        'c: 'a,
    {
    }
}

impl<'a, Z> Get<'a> for Option<Z> {
    type Held = Z;
    type Kept = ();
    fn get<T: 'a>(&self, _: T) {}
    fn order<'b>(&self, _: &'b u32)
    where
        'a: 'b,
    {
    }
}

trait Super<'a> {}
trait Sub: for<'a> Super<'a> {}
struct Need<T: for<'a> Super<'a>>(T);
trait Of {
    type Value: for<'a> Super<'a>;
}

impl Super<'static> for u8 {}
impl Sub for u8 {}
struct Field {
    need: Need<u8>,
}
impl Of for u8 {
    type Value = u8;
}

trait Wedding<'t>: 't {}
struct Prince<'kiss, 'snow> {
    child: Box<dyn Wedding<'kiss> + 'snow>,
}
struct Static<T: 'static>(T);
struct Short<'a> {
    inner: Static<&'a u8>,
}

fn main() {}
