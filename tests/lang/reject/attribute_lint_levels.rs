//! Lint levels: what is forbidden stays forbidden; malformed names and unknown tools.
#![forbid(non_snake_case)]

#[allow(non_snake_case)]
fn a() {}

#[warn(nonstandard_style)]
fn b() {}

#[allow(unused = "x")]
fn c() {}

#[deny(unknown_tool::lint)]
fn d() {}

#[allow(unused, reason = 1)]
fn e() {}

fn main() {}
