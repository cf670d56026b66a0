use std::sync::{Mutex, RwLock, Arc};
static mut X: i32 = 1;
fn main() { let m = Mutex::new(1); let _ = m.lock(); let _ = m.lock().unwrap(); let r = RwLock::new(1); let _ = r.read().unwrap(); let _ = r.write(); let _g = m.lock(); _ = m.lock().unwrap(); let (_, _) = (m.lock(), 1); let a = Arc::new(Mutex::new(1)); let _ = a.lock().unwrap(); let _ = m.try_lock(); let _: std::sync::MutexGuard<i32> = m.lock().unwrap(); drop(std::mem::ManuallyDrop::new(String::new())); let _ = *a.lock().unwrap(); let _ = Some(m.lock()); let _ = async { a.lock() }; }
#[allow(let_underscore_lock)] fn f(m: &Mutex<i32>) { let _ = m.lock(); unsafe { let x = &X; let y = &mut X; let z = &raw const X; } }
