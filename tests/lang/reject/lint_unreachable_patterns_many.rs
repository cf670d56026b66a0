#![deny(unreachable_patterns)]
enum E { A, B, C }
fn main() {
    match 1u8 { 0..=255 => {} 3 => {} _ => {} }
    match E::A { E::A => {} E::B | E::A => {} E::C | E::C => {} _ => {} }
    match (1, 2) { (1, _) => {} (_, 2) => {} (1, 2) => {} _ => {} }
    match Some(1) { Some(_) => {} Some(1) => {} None => {} }
    match "a" { "a" => {} "a" => {} _ => {} "b" => {} }
    if let _ = 1 {}
    while let (1 | 1) = 2 { break }
    let (0 | _) = 1 else { return };
    match [1, 2] { [1, ..] => {} [.., 2] => {} [1, 2] => {} _ => {} }
    match &[1][..] { [] => {} [_, ..] => {} [1] => {} }
    match true { true => {} false => {} _ => {} }
    match E::A { x => { let _ = x; } E::B => {} }
    match 'x' { 'a'..='z' => {} 'b' | 'c' => {} '0'..='9' | '5' => {} _ => {} }
    let f = |x: u8| match x { 1 | 2 | 1 => 1, _ => 2 }; f(1);
    match Ok::<u8, std::convert::Infallible>(1) { Ok(_) => {} Err(_) => {} }
    match (true, false) { (true, true) | (false, _) | (true, _) => {} (false, true) => {} }
}
