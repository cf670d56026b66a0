//! Patterns and types with their parts in the wrong order, and an array without its first comma.
fn reborrow<'a>(x: &mut 'a u8) {} //~ ERROR lifetime must precede `mut`

fn main() {
    let mut ref x = 1; //~ ERROR E0658
    let Some(_) @ y = Some(1) else { return }; //~ ERROR pattern on wrong side of `@`
    let _ @ z = 1; //~ ERROR pattern on wrong side of `@`
    println!("{} {:?} {}", x, y, z);
    let array = [1 2]; //~ ERROR expected one of
}
