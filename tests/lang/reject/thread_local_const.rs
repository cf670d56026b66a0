fn f() -> u8 { 1 }
thread_local! { static X: u8 = const { f() }; }
fn main() { X.with(|x| println!("{x}")); }
