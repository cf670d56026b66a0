#[derive(Clone)] struct N;
fn main() { let x: [String; 2] = [1; 2]; let y = [String::new(); 2]; let z: [N; 2] = ["a"; 2]; let w = [N; 1]; let v = [N; 0]; let u: [u8; 2] = ["a"; 2]; const C: N = N; let s = [C; 3]; let r = [const { N }; 3]; let q: [Option<String>; 3] = [None; 3]; let p = [&mut 1; 2]; let o = [Some(N); 2]; let n = [(); 2]; let m = [|| 1; 2]; let l: [N; 2] = [N {}; 2]; }
