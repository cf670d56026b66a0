#![deny(let_underscore_drop)]
struct D; impl Drop for D { fn drop(&mut self) {} }
async fn f(_: D, _x: D) { let _ = D; let _ = 1; }
async fn g(_: u8) {}
fn h(_: D) { let _ = D; let _: D = D; let _x = D; _ = D; let (_, _) = (D, D); let _ = Some(D); let _ = &D; let _ = vec![D]; let _ = String::new(); let _ = std::rc::Rc::new(1); let _ = Box::new(D); let _ = std::sync::Mutex::new(1).lock(); }
fn main() { let _ = f(D, D); }
