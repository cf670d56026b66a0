//! Near misses of E0308, E0276, E0477: impls may ask for less than their trait, and promise more; casts between raw pointers
//! don't look at lifetimes; fn pointers and trait objects imply the bounds of what they mention.

trait Visit {
    fn visit<'a>(&self, x: &'a str) -> &'a str;
    fn name(&self, x: &str) -> &str;
    fn each<F: FnMut(&u8)>(&self, f: F);
}

struct V(u8);

impl Visit for V {
    fn visit<'a>(&self, _: &'a str) -> &'static str {
        "visited"
    }
    fn name<'x, 'y>(&'x self, _: &'y str) -> &'x str {
        "named"
    }
    fn each<F>(&self, mut f: F)
    where
        F: FnMut(&'static u8),
    {
        f(&7);
    }
}

trait Get<'a> {
    type Held: 'a;
    fn get<T>(&self, t: T) -> T
    where
        T: 'a;
}

impl<'a, 'b: 'a> Get<'a> for &'b u8 {
    type Held = &'b u8;
    fn get<T>(&self, t: T) -> T {
        t
    }
}

trait Super<'a> {}
trait Sub: for<'a> Super<'a> {}
impl<'a> Super<'a> for u16 {}
impl Sub for u16 {}

fn through_fn<'a, 'b>(_: fn(&'a &'b u8), x: &'b u8) -> &'a u8 {
    x
}

fn through_object<'a, 'b>(_: &dyn Fn(&'a &'b u8), x: &'b u8) -> &'a u8 {
    x
}

fn longer<'a>(x: *const &'a i32) -> *const &'static i32 {
    x as *const &'static i32
}

fn less_general(f: for<'a, 'b> fn(&'a u8, &'b u8) -> &'a u8) -> for<'a> fn(&'a u8, &'a u8) -> &'a u8 {
    f
}

fn first<'a>(x: &'a u8, _: &u8) -> &'a u8 {
    x
}

fn main() {
    let v = V(1);
    println!("{} {} {}", v.visit("a"), v.name("b"), v.0);
    let mut seen: Vec<&'static u8> = Vec::new();
    v.each(|x| println!("{x}"));
    V(2).each(|x: &u8| println!("{}", x + 1));
    seen.push(&3);
    let n = 5;
    println!("{} {:?}", (&n).get("t"), seen);
    fn two(_: &'static &u8) {}
    println!("{} {}", through_fn(two, &1), through_object(&|_| (), &2));
    let r = &4;
    println!("{}", unsafe { **longer(&r) });
    println!("{}", less_general(first)(&8, &9));
}
