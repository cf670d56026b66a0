// `else` after a loop, words in the wrong case, qualifiers and lifetimes in the wrong place.
Fn shouted() {}
Const X: u8 = 1;
Unsafe fn e() {}

type T1 = const fn();
type T4 = for<'a> const fn(&'a u8);

struct S {
    x: async fn(),
}

fn loops() {
    let x = for i in 0..3 {} else { 1 };
    'a: loop {
        if true {} else {}
    } else {
    }
    while let Some(y) = Some(1) {
        break;
    } else {
        y;
    }
}

fn parameters<'a, T>(&'a x: u8, &'b (a, b): u8, c: [u8, 3]) {
    let v = mut [1, 2];
}

impl S {
    fn pointed(*self) {}
}

fn struct_like() {
    shouted{1};
    let w: Vec<[u8, 2]> = vec![];
}

fn tuple((i32, i32) (a, b)) {}

pub(crate) pub fn twice() {}

fn main() {}
