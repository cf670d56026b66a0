trait Trait {}

pub struct P {
    pub(foo) u: i32,
}

default impl P {}

fn defaults(x: i32 = 3, y: i32) {}

fn bounds<T: dyn Trait>(x: impl dyn Trait) {}

fn calls() {
    let x = foo(1
        2);
    let q = '''
        ;
    let r = '\
';
    nowhere();
    //! inner doc
}

fn lists() {
    let y = [1
        2];
}

fn jumps() {
    loop {
        continue 1;
    }
}

fn f(a: i32
    b: i32) {}

enum E { A
 B }

fn main() {}
