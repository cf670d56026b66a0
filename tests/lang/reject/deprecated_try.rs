//! The macro that `?` has replaced.

fn f() -> Result<u8, u8> {
    let a = try!(Ok(1));
    let b: u8 = "x";
    let c = try!(Err(2));
    Ok(a)
}

fn main() {}
