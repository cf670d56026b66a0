fn a() { let a = 1.0f32 + 1; let b = 1.0 + 1; let c = 1 + 1.0; let d = 1u8 + 1.0; let x = 1.5f64; x + 1; x - 1; 1 + x; let y: f32 = 2 * 1.0; let z = 1i32; z + 1.0; z / 2.0; z as f32 + 1; }
fn main() { let c = |x: i32| x; [1].iter().map(|x| x).for_each(|y| { }); (0..3).map(|x| x.pow(2)).count(); for i in 0..3 { i.pow(2); } let x = 2; x.pow(2); let (a, b) = (1, 2.0); a.pow(1); b.powi(2); Some(1).map(|v| v.pow(2)); [1.0].iter().map(|&v| v.powi(2)); match 5 { n => n.pow(2), }; 2.pow(2); let z = -3; z.abs(); if let Some(k) = Some(3) { k.abs(); } }
fn c() { let m: Option<i32> = Some(1) + 1; m? ; }
