//! A single colon in the path of an import.
use std::fmt:Display;

fn main() {}
