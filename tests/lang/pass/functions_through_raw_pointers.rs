use std::mem::transmute;
fn add(x: u8) -> u8 { x + 1 }
fn main() {
    println!("start");
    let g: fn(u8) -> u8 = |x| x + 1;
    let h: fn(u8) -> u8 = unsafe { transmute(g as *const ()) };
    println!("{}", h(1));
    let p = add as fn(u8) -> u8 as *const ();
    let q: fn(u8) -> u8 = unsafe { transmute(p) };
    println!("{}", q(4));
    let n = add as fn(u8) -> u8 as usize;
    println!("{}", n != 0);
    let table: [fn(u8) -> u8; 2] = [add, |x| x * 2];
    let ptrs: Vec<*const ()> = table.iter().map(|f| *f as *const ()).collect();
    for p in &ptrs { let f: fn(u8) -> u8 = unsafe { transmute(*p) }; println!("{}", f(10)); }
    println!("{}", ptrs[0] == add as fn(u8) -> u8 as *const ());
}
