//! Casts (E0604 to E0606) in a body with another error, in which literals keep their unknown types.
struct S;
fn main() {
    let x = 5; let y = x as char; let z = x as S; let w = x as &str;
    let f = 1.0; let g = f as bool; let h = f as char;
    let v = vec![x] as Vec<u8>; let t = (x, f) as (u8, f32); let q = (1, 2.0) as (u8, f32);
    let a = [1, 2] as [u8; 2]; let o = Some(5) as Option<u8>; let oo = Some(5); let p = oo as Option<u8>;
    let e = [1u16, 2] as [u8; 2]; let s = S as S; let fp = main as fn(); let n = None as Option<i32>;
    let r = &5 as &u8; let r2 = &5 as *const u8; let cl = (|| 1) as fn() -> u8; let cc = || 1; let cd = cc as fn() -> u8;
}
