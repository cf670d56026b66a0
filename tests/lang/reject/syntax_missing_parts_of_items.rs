enum E { A = 1, B(i32), C { x: i32 } = 3, D(u8) = 4 }
enum H { A(u8), B = 2, C = 3 }

static mut X = 1;

trait T {
    const C;
}

fn g<const N>() {}

fn own(self: i32) {}

fn conditions() {
    while let x = ; {}
}

fn scrutinee() {
    match ; {}
}

fn fields(s: S) {
    let S { .., a } = s;
}

mod a
fn main() {}
