//! Attributes with arguments that they don't take, or without what they need.
#[inline(unknown)]
fn a() {}

#[inline()]
fn b() {}

#[non_exhaustive(anything)]
struct C;

#[must_use("list")]
fn d() -> i32 {
    1
}

#[deprecated(since = "1", since = "2")]
fn e() {}

#[deprecated(reason = "old")]
fn f() {}

#[deprecated(note)]
fn g() {}

#[deprecated(note = "once")]
#[deprecated(note = "twice")]
fn h() {}

#[export_name = "a\0b"]
fn i() {}

#[deny]
fn j() {}

#[stable(feature = "mine", since = "1.0")]
fn k() {}

#[cfg(not(a, b))]
fn l() {}

fn main() {}
