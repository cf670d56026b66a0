//! Where a function was called from.

use std::panic::Location;
#[track_caller] fn f() -> &'static Location<'static> { Location::caller() }
fn g() -> u32 { Location::caller().line() }
fn main(){
   println!("{} {}", f().line(), f().column());
   println!("{} {:?}", g(), Location::caller().line());
   let p: *const [i32] = &[1,2,3]; println!("{}", p.len());
}
