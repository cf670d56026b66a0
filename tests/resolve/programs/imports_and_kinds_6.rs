fn main() { println(""); let x = Vec; let y = i32(3); let s = str; std; let z = std::fmt; let q = Clone; let d = Clone(1); foo!(); }
