//! Functions are scalars: what is compared with one must be of its type, though it can't be compared at all.
fn main() {
    main == 1;
    main == (main as fn());
    main == other;
    main + 1;
    (|| 1) == 1;
    let p: fn() = main;
    p == other;
    p == with;
}
fn other() {}
fn with(x: u8) {}

fn assigned() {
    let mut x = 1u8;
    x += &1u16;
    let mut y = 1.0f32;
    y -= &1.0f64;
    let mut z = true;
    z |= 1;
    &1u8 < &1.0;
    "a" < 'a';
    let casts = None as i32;
    let pointer = &1.5 as *const u8;
}
