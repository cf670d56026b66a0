// Target features that there aren't; functions that need some are unsafe to call, and no safe function pointers.
#[target_feature(enable = "avx2,foo")]
fn a() {}
#[target_feature(enable = "amx-tile")]
fn b() {}
#[target_feature(enable = "sse")]
fn sse() {}
#[target_feature(enable = "avx")]
fn avx() {
    sse();
}
#[target_feature(enable = "avx2")]
fn avx2() {
    avx();
    both();
}
#[target_feature(enable = "avx2,bmi2")]
#[inline(always)]
fn both() {}
#[target_feature(disable = "sse2")]
fn disable() {}

struct S;

trait T {
    #[target_feature(enable = "avx")]
    fn y() {}
}

impl T for S {
    #[target_feature(enable = "avx")]
    fn y() {}
}

fn safe() {
    sse();
    avx();
    unsafe {
        avx();
    }
}

fn call(f: impl Fn()) {}

#[target_feature(enable = "avx2")]
fn knows() {
    let x: fn() = sse;
}

#[target_feature(enable = "sse2")]
fn main() {
    let x: fn() = avx2;
    let y = avx as fn();
    let w: unsafe fn() = avx;
    call(avx);
}
