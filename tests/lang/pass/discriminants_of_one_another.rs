// A variant that is cast where it is named needs its own discriminant only.
enum A {
    X = { 1 + A::Y as isize },
    Y = 3,
}

enum B {
    P = 7,
    Q = B::P as isize + 1,
    R = B::Q as isize * 2,
    S,
}

#[repr(u8)]
enum C {
    X = (C::Y as u8) + 1,
    Y = 3,
}

enum D {
    A = 3,
    B = E::X as isize,
}

enum E {
    X = D::A as isize + 1,
    Y = D::B as isize + 2,
}

fn main() {
    println!("{} {}", A::X as isize, A::Y as u8);
    println!("{} {} {} {}", B::P as u8, B::Q as u8, B::R as u8, B::S as u8);
    println!("{} {}", C::X as u8, C::Y as u8);
    println!("{} {} {} {}", D::A as isize, D::B as isize, E::X as isize, E::Y as isize);
}
