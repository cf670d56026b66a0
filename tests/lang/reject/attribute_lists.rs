//! Lists in attributes that aren't such, and names without types.

#[inline(= 1)]
fn f0() -> u8 {
    0
}
#[inline(always never)]
fn f1() -> u8 {
    1
}
#[inline(-1)]
fn f2() -> u8 {
    2
}
#[inline(fn)]
fn f3() -> u8 {
    3
}
#[inline(always = x)]
fn f4() -> u8 {
    4
}
#[inline(,)]
fn f5() -> u8 {
    5
}
#[inline(always,,)]
fn f6() -> u8 {
    6
}
#[doc(alias = x::y)]
fn f7() -> u8 {
    7
}
#[doc(alias = x!())]
fn f8() -> u8 {
    8
}
#[doc(alias = "a"b)]
fn f9() -> u8 {
    9
}
#[doc(alias = [1])]
fn f10() -> u8 {
    10
}
#[doc(alias = (1))]
fn f11() -> u8 {
    11
}
#[doc(alias = if true {})]
fn f12() -> u8 {
    12
}
#[doc(alias = -1)]
fn f13() -> u8 {
    13
}
#[doc(alias = -x)]
fn f14() -> u8 {
    14
}
#[doc(alias = )]
fn f15() -> u8 {
    15
}
#[doc(alias = ,)]
fn f16() -> u8 {
    16
}
#[doc(alias = ;)]
fn f17() -> u8 {
    17
}
#[doc(alias = 1u8)]
fn f18() -> u8 {
    18
}
#[doc(alias = true)]
fn f19() -> u8 {
    19
}
#[doc(alias = "a"; "b")]
fn f20() -> u8 {
    20
}
#[doc(alias["a"])]
fn f21() -> u8 {
    21
}
#[doc(alias{"a"})]
fn f22() -> u8 {
    22
}
#[doc(alias("a" "b"))]
fn f23() -> u8 {
    23
}
#[doc(a::b = 1)]
fn f24() -> u8 {
    24
}
#[doc(a:: = 1)]
fn f25() -> u8 {
    25
}
#[doc(& a)]
fn f26() -> u8 {
    26
}
#[doc(1 + 1)]
fn f27() -> u8 {
    27
}
#[doc("a" = 1)]
fn f28() -> u8 {
    28
}
#[doc(mut hidden)]
fn f29() -> u8 {
    29
}
#[doc(hidden!)]
fn f30() -> u8 {
    30
}
#[doc(hidden<u8>)]
fn f31() -> u8 {
    31
}
#[deprecated(since = mut 1)]
fn f32() -> u8 {
    32
}
#[deprecated(since = |x| 1)]
fn f33() -> u8 {
    33
}
#[deprecated(since = @)]
fn f34() -> u8 {
    34
}
#[deprecated(since = $x)]
fn f35() -> u8 {
    35
}
#[cfg(unix = x)]
fn f36() -> u8 {
    36
}
#[cfg(unix = -1)]
fn f37() -> u8 {
    37
}
#[cfg(unix =)]
fn f38() -> u8 {
    38
}
#[cfg(mut unix)]
fn f39() -> u8 {
    39
}
#[cfg(fn)]
fn f40() -> u8 {
    40
}
#[cfg(1)]
fn f41() -> u8 {
    41
}
#[cfg(all(unix windows))]
fn f42() -> u8 {
    42
}
#[cfg(not(unix)!)]
fn f43() -> u8 {
    43
}
#[cfg(feature = concat!("a"))]
fn f44() -> u8 {
    44
}
#[cfg(-1)]
fn f45() -> u8 {
    45
}
#[cfg(& a)]
fn f46() -> u8 {
    46
}
#[cfg(unix,)]
fn f47() -> u8 {
    47
}
#[cfg(unix,,)]
fn f48() -> u8 {
    48
}
#[must_use(1 + 1)]
fn f49() -> u8 {
    49
}
#[cold(a b)]
fn f50() -> u8 {
    50
}
#[no_mangle(mut a)]
fn f51() -> u8 {
    51
}
#[non_exhaustive(a b)]
fn f52() -> u8 {
    52
}
#[track_caller(a b)]
fn f53() -> u8 {
    53
}
#[macro_export(a b)]
fn f54() -> u8 {
    54
}
#[automatically_derived(a b)]
fn f55() -> u8 {
    55
}
#[should_panic(expected = x)]
fn f56() -> u8 {
    56
}

#[cfg(any())]
#[cfg(not(unix)!)]
#[doc(alias = -1)]
fn not_read() {}

fn main() {}
