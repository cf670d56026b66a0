//! Attributes may stand on statements and on elements of lists; elsewhere on expressions they are experimental.
fn twice(x: i32) -> i32 {
    #[allow(unused)] x * 2
}

fn main() {
    let x = #[inline] || 1;
    let y = 1 + #[allow(unused)] 2;
    let list = [#[cfg(false)] 1, #[allow(unused)] 2];
    let nested = (#[allow(unused)] 3, 4);
    println!("{}", twice(#[allow(unused)] 5));
    #[allow(unused)]
    if y > 2 {
        #![allow(unused)]
    }
    match y {
        1 => #[allow(unused)] 3,
        _ => 4,
    };
}
