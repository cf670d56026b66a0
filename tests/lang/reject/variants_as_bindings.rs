//! A binding that looks like a variant is a lint: other lints are told beside it.
#![deny(warnings)]

enum Method {
    Get,
    Post,
}
fn is_get(s: Method) -> bool {
    match s {
        Get => true,
        _ => false,
    }
}

fn main() {}
