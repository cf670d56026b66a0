#![deny(unreachable_patterns)]
fn f((_ | _): u8, x: u8) {}
fn main() {
    let (_ | _) = 1;
    let x @ (1 | _ | 2) = 1;
    if let (1 | 2 | 1) = 1 {}
    if let Some(_ | _) = Some(1) {}
    while let (1 | 1) = 2 {}
    let Some(1 | 1 | _) = Some(1) else { return };
    let c = |(1 | _ | 3): u8| {};
    for (1 | _ | 3) in [1] {}
    let y: ! = return;
    enum V {}
    let Ok(z) = Ok::<u8, V>(1);
    let (Ok(z) | Err(z)) = Ok::<u8, u8>(1);
    let (Ok(z) | Err(z)) = Err::<V, V>(loop {});
    if let _ = 1 {}
    if let Some(_) | None = Some(1) {}
    if let _ | None = Some(1) {}
    let q = matches!(1, 1 | 1);
    match 1 { (1 | 1) | 2 | (2 | 3) => {} _ => {} }
    let [1 | _, _ | 1] = [1, 2];
    let (true | false | true, _) = (true, 1);
}
