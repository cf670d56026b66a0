#![deny(internal_eq_trait_method_impls)]
struct S; impl PartialEq for S { fn eq(&self, _: &S) -> bool { true } }
impl Eq for S { fn assert_receiver_is_total_eq(&self) {} }
fn main() {}
