// `main` is called by the runtime, which knows of no danger.
pub unsafe extern "C" fn main(x: u8) {}
