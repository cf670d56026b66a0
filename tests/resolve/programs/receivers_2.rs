fn f(x: i32) -> i32 { xx + y }
fn g() { let mut vec = Vec::new(); vec.psuh(1); vecc.push(2); let s = Sting::from("a"); let x: i23 = 1; let o = some(3); let n = none; let t = True; let u = null; let l = len(&vec); let st: string = "a"; }
fn main() { printn!("a"); let r = foo(); bar(1, 2); let b = Box(1); let v = vec(1); let st = Foo { a: 1 }; return x; }
