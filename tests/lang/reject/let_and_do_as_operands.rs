fn g<'a = 'b>() {}
fn f(x: u8) {
    match x {
        1 => let y = 2,
        _ => {}
    }
    let z = &let w = 3;
    do catch { 1 };
    let list = [1, 2, 3]
        [4, 5];
}
fn main() {}
