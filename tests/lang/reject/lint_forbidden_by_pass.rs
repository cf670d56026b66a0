//! What is forbidden and allowed again: lints of syntax stay forbidden, others don't.
#![forbid(
    unused_labels, unused_mut, unused_unsafe, unused_macros, unused_imports, unused_lifetimes, unused_attributes,
    non_camel_case_types, redundant_semicolons, unused_doc_comments, elided_lifetimes_in_paths, unreachable_code,
    path_statements, unused_assignments, missing_docs, unsafe_op_in_unsafe_fn, deprecated, trivial_casts,
    unused_comparisons, single_use_lifetimes, double_negations,
)]
#[allow(
    unused_labels, unused_mut, unused_unsafe, unused_macros, unused_imports, unused_lifetimes, unused_attributes,
    non_camel_case_types, redundant_semicolons, unused_doc_comments, elided_lifetimes_in_paths, unreachable_code,
    path_statements, unused_assignments, missing_docs, unsafe_op_in_unsafe_fn, deprecated, trivial_casts,
    unused_comparisons, single_use_lifetimes, double_negations,
)]
mod m {
    use std::fmt;
    macro_rules! nope { () => {} }
    pub struct bad_name<'a>(pub &'a u8);
    pub fn f<'b>(x: bad_name) -> u8 { *x.0 }
    pub fn g<'c>(x: &'c u8) {
        'l: loop { break; }
        let mut z = 1;
        unsafe { }
        let mut y = 2; y = 3;
        z;
        let _ = z as u8 >= 0;;
        let _ = --z;
        return;
        /// doc
        let w = 1;
    }
    #[inline] #[inline] pub fn h() {}
}
fn main() { m::f(m::bad_name(&1)); m::g(&1); m::h(); }
