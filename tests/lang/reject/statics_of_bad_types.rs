static J: [u8] = 1;
static K: str = "a";
static L: [u8] = { let x: u8 = "a"; 1 };
static M: dyn Fn() = || ();
pub static mut N: [u8] = [1];
static P: &[u8] = &[1]; static Q: &dyn Fn() = &|| (); static R: &dyn Clone = &1;
fn main() { J[0]; P[0]; R.clone(); }
