fn f() { break; continue; loop { || { break; }; } ; || continue; }
const X: i32 = { break; 3 };
fn g() -> i32 { let x = while true { break 3; }; let y = for i in 0..3 { break 'a 1; }; 'b: { break 'b 3; } ; 'c: { break; } ; 'd: { continue 'd; } ; loop { 'e: { break; } } ; loop {'f: { continue; } } 'g: for i in 0..1 { break 'g 4; } while break {} ; while continue {} ; 0 }
const Y: i32 = return 3;
fn h() { let w: u32 = 'l: while let Some(x) = Some(1) { break 'l x; }; let a = [0; { return 3 }]; let b = [0; { break; 3 }]; 'h: loop { 'i: { continue 'h; } } 'j: { || break 'j; } }

fn main() {}
