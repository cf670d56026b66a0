trait T { #[target_feature(enable = "sse2")] fn m(); #[target_feature(enable = "sse2")] fn n() {} #[target_feature(enable = "sse2")] unsafe fn o(); }
fn main() {}
